"""What stands beside the week: commitments, how meetings were lost, what to propose, why."""

from collections.abc import Iterator

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from journal.analysis.access import Access
from journal.analysis.people import has_left
from journal.analysis.reasons import Reason, Source
from journal.domain.person import StandingCommitment
from journal.terms import quoted
from journal.ui.access import words
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.labels import column
from journal.ui.shared.link_rows import Line, Section
from journal.ui.shared.read_field import Reader, ReadField, Reading
from journal.ui.theme import Theme
from journal.wording import _, ngettext

_REASONS_SHOWN = 5
_UNEXPLAINED = "unexplained"


class Panel(QWidget):
    """Says which row was taken; `noted` says the `Finding` that was typed.

    Alt and its number take a proposal from anywhere on the tab.
    """

    commitment_taken = Signal(str)
    unexplained_taken = Signal()
    proposal_taken = Signal(int)
    noted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader: Reader = _read_nothing
        self.commitments = Section(theme, _("Their standing commitments"))
        self.lost = Section(theme, _("How they were lost"))
        self.reasons = Section(theme, _("Why"))
        self.proposals = Section(theme, _("Propose"))
        self.add = ReadField(_("Add a standing commitment"), self._read, beside=False)
        self.commitments.end_with(self.add)
        inside = column(self, margins=(12, 12, 12, 12), gap=16)
        for each in (self.commitments, self.lost, self.proposals, self.reasons):
            inside.addWidget(each)
        inside.addStretch(1)
        self._connect()

    def show_access(self, found: Access, view: AccountView, reader: Reader) -> None:
        """Show what is told of an account.

        Args:
            found: What is told.
            view: Of the account.
            reader: Reads a standing commitment of somebody there.
        """
        self._reader = reader
        self.commitments.show_lines(tuple(_commitments(view)))
        self.add.line.setPlaceholderText(_hint(view))
        self.lost.show_lines(tuple(_lost(found)))
        self.lost.setVisible(bool(self.lost.lines()))
        self.reasons.show_lines(tuple(_reasons(found)))
        self.reasons.setVisible(bool(self.reasons.lines()))
        self.proposals.show_lines(tuple(_proposals(found)))
        self.proposals.setVisible(bool(self.proposals.lines()))
        self.proposals.say_aside(_("clear of their commitments"))

    def leave(self) -> None:
        """Take what is typed, or give it up where it is not understood."""
        self.add.leave()

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [
            *self.commitments.stops(),
            self.add.line,
            *self.proposals.stops(),
            *self.reasons.stops(),
        ]

    def _connect(self) -> None:
        self.commitments.taken.connect(self.commitment_taken)
        self.reasons.taken.connect(self._reason_taken)
        self.proposals.taken.connect(self._proposal_taken)
        self.add.told.connect(self._told)
        for key, slot in (
            ("Alt+1", self._first_taken),
            ("Alt+2", self._second_taken),
            ("Alt+3", self._third_taken),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(slot)

    def _read(self, text: str) -> Reading:
        return self._reader(text)

    @Slot(object)
    def _told(self, finding: object) -> None:
        self.add.show_value(None, "")
        if finding is not None:
            self.noted.emit(finding)

    @Slot(str)
    def _reason_taken(self, _key: str) -> None:
        self.unexplained_taken.emit()

    @Slot(str)
    def _proposal_taken(self, key: str) -> None:
        self.proposal_taken.emit(int(key))

    @Slot()
    def _first_taken(self) -> None:
        self.proposal_taken.emit(0)

    @Slot()
    def _second_taken(self) -> None:
        self.proposal_taken.emit(1)

    @Slot()
    def _third_taken(self) -> None:
        self.proposal_taken.emit(2)


def _commitments(view: AccountView) -> Iterator[Line]:
    """Yield those that still recur, then those that are over and explain what was."""
    whole = view.relationship
    left = has_left(whole, view.today)

    def is_over(each: StandingCommitment) -> bool:
        ended = each.last_day is not None and each.last_day < view.today
        return ended or each.person_id in left

    for each in sorted(whole.commitments, key=is_over):
        yield Line(
            text=each.title,
            below=_("{who} · {when}").format(
                who=words.owner_words(each, whole), when=words.when_words(each)
            ),
            note=_("over") if is_over(each) else "",
            key=each.id,
            tip=_("Go to whose calendar it is"),
        )


def _lost(found: Access) -> Iterator[Line]:
    where, days = found.summary.where, found.days_before
    if not found.summary.counts.lost:
        return
    yield Line(text=_("After you had arrived"), note=str(where.at_the_door))
    yield Line(text=_("On the way"), note=str(where.on_the_way))
    yield Line(text=_("Before you left"), note=str(where.before_leaving - days))
    yield Line(text=_("Days before"), note=str(days))
    if where.unknown:
        yield Line(text=_("Not noted"), note=str(where.unknown))


def _reasons(found: Access) -> Iterator[Line]:
    for each in found.reasons[:_REASONS_SHOWN]:
        yield _reason(each)
    more = len(found.reasons) - _REASONS_SHOWN
    if more > 0:
        yield Line(
            text=ngettext("{count} other reason", "{count} other reasons", more).format(count=more)
        )
    if found.unexplained:
        yield Line(
            text=_("Unexplained"),
            note=str(found.unexplained),
            below=_("Say what it turned out to be"),
            key=_UNEXPLAINED,
            tip=_("Open the latest of them"),
        )


def _reason(reason: Reason) -> Line:
    said, times = words.reason_words(reason), words.times_words(reason.count)
    if reason.source is Source.STATED:
        return Line(text=quoted(said), note=times)
    return Line(text=said, below=_("found out later"), note=times)


def _proposals(found: Access) -> Iterator[Line]:
    for number, each in enumerate(found.proposals):
        yield Line(
            text=words.short_slot_words(each.count.slot),
            note=words.count_words(each.count),
            key=str(number),
            tip=_("Plan the next meeting there (Alt+{number})").format(number=number + 1),
        )


def _hint(view: AccountView) -> str:
    """Return an example with somebody whom the user knows."""
    people = {each.person_id for each in view.relationship.commitments}
    met = (person for each in view.guests.values() for person in each)
    known = next((each for each in (*people, *met)), None)
    person = view.relationship.person(known)
    name = _("Dana") if person is None else _short(person.name)
    return _("add one: {name}: thu 15:00 staff meeting").format(name=name)


def _short(name: str) -> str:
    """Return the first of its words that is no title such as `Dr.`."""
    parts = name.split()
    return next((each for each in parts if not each.endswith(".")), parts[0])


def _read_nothing(_text: str) -> Reading:
    return Reading()
