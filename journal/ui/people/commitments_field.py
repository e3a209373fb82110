"""What recurs in a person's calendar, each typed in one line: thu 15:00 weekly staff meeting."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from journal.domain.person import StandingCommitment
from journal.domain.record import Basis
from journal.terms import basis_words
from journal.typed.day_names import full_day_words
from journal.typed.recurrences import understand_recurring
from journal.typed.schedules import Recurring, recurring_words, recurs_words
from journal.typed.understood import Bearings, Lean, NotUnderstood
from journal.ui.people.words import next_words
from journal.ui.saving import Saver
from journal.ui.shared.buttons import quiet_button
from journal.ui.shared.choice_field import ChoiceField
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.read_field import Reader, ReadField, Reading
from journal.ui.shared.readings import day_reader, day_text
from journal.ui.shared.rows import Row, Rows
from journal.ui.shared.saved_fields import SavedLine
from journal.wording import _

Now = Callable[[], datetime]
# Stands for the title where only the time is typed; so it must be no word of a time.
_TITLE = "x0x"


def commitment_reader(now: Now, zone: str) -> Reader:
    """Make a reader of a whole commitment; the value is a `Recurring`.

    Args:
        now: Tells the aware moment.
        zone: IANA name of the person's wall clock.
    """

    def read(text: str) -> Reading:
        if not text.strip():
            return Reading()
        found = understand_recurring(text, Bearings(now=now(), zone=zone))
        if isinstance(found, NotUnderstood):
            return Reading(words=found.why, is_refused=True)
        said = _("{title}: {when}, from {day}").format(
            title=found.title, when=recurring_words(found), day=full_day_words(found.first_day)
        )
        return Reading(value=found, words=said, text=text.strip())

    return read


def time_reader(now: Now, zone: str) -> Reader:
    """Make a reader of when one recurs, without its title; the value is a `Recurring`."""

    def read(text: str) -> Reading:
        found = understand_recurring(f"{text} {_TITLE}", Bearings(now=now(), zone=zone))
        if isinstance(found, NotUnderstood):
            return Reading(words=found.why, is_refused=True)
        if found.title != _TITLE:
            other = found.title.removesuffix(_TITLE).strip()
            why = _("“{words}” says nothing of when it is.").format(words=other)
            return Reading(words=why, is_refused=True)
        words = recurring_words(found)
        return Reading(value=found, words=words, text=words)

    return read


class CommitmentsField(QWidget):
    """Titles save themselves; `added` says what was typed, a `Recurring`.

    `changed` says a commitment as it is to be, `trashed` one that is to go.
    """

    added = Signal(object)
    changed = Signal(object)
    trashed = Signal(object)

    def __init__(self, saver: Saver, now: Now, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saver = saver
        self._now = now
        self._zone = "UTC"
        self._empty = Label(kind=Kind.MUTE, wraps=True)
        self.rows = Rows(self._row, gap=12)
        self.add = ReadField(_("Add what recurs in their calendar"), self._read, beside=False)
        self.add.line.setPlaceholderText(_("thu 15:00 weekly management staff meeting"))
        inside = column(self, margins=(0, 0, 0, 0), gap=8)
        inside.addWidget(self._empty)
        inside.addLayout(self.rows.layout)
        inside.addWidget(self.add)
        self.add.told.connect(self._told)

    def show_commitments(
        self, commitments: Sequence[StandingCommitment], today: date, zone: str
    ) -> None:
        """Show these, which are of one person.

        Args:
            commitments: In their order.
            today: On the person's wall.
            zone: IANA name of the clock on that wall, for a new one.
        """
        self._zone = zone
        rows = self.rows.keep([each.id for each in commitments], (self.add.line,))
        for row, commitment in zip(rows, commitments, strict=True):
            row.show_commitment(commitment, today)
        self._empty.setVisible(not commitments)
        self._empty.setText(_("Nothing is known; a visit close to it would be in danger."))

    def _row(self) -> "CommitmentRow":
        row = CommitmentRow(self._saver, self._now)
        row.changed.connect(self.changed)
        row.trashed.connect(self.trashed)
        return row

    def _read(self, text: str) -> Reading:
        return commitment_reader(self._now, self._zone)(text)

    @Slot(object)
    def _told(self, recurring: Recurring | None) -> None:
        self.add.show_value(None, "")
        if recurring is not None:
            self.added.emit(recurring)


class CommitmentRow(Row):
    """One commitment: what it is, when, until when, and how we know it."""

    changed = Signal(object)
    trashed = Signal(object)

    def __init__(self, saver: Saver, now: Now) -> None:
        super().__init__()
        self._saver = saver
        self._now = now
        self._commitment: StandingCommitment | None = None
        self.title = SavedLine(saver, _("What recurs"), needs_text=True)
        self.title.setProperty("kind", "strong")
        self.trash = quiet_button(_("Remove"))
        self.when = ReadField(_("When it recurs"), self._read_time, beside=False)
        self.until = ReadField(_("Until"), self._read_day, beside=False)
        self.until.line.setPlaceholderText(_("goes on"))
        self.basis = ChoiceField(_("How we know it"), [(each, basis_words(each)) for each in Basis])
        self._lay_out()
        self._connect()

    @override
    def stops(self) -> tuple[QWidget, ...]:
        return self.title, self.trash, self.when.line, self.until.line, self.basis

    def show_commitment(self, commitment: StandingCommitment, today: date) -> None:
        """Show it."""
        self._commitment = commitment
        self.title.bind(commitment, "title", _("Edit standing commitment"))
        self.trash.setAccessibleName(_("Remove {what}").format(what=commitment.title))
        said = next_words(commitment, today)
        self.when.show_value(commitment.rule, recurs_words(commitment), said)
        self.until.show_value(commitment.last_day, day_text(commitment.last_day))
        self.basis.show_value(commitment.basis)

    def _lay_out(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        for row in (above, below):
            row.setSpacing(8)
        above.addWidget(self.title, 1)
        above.addWidget(self.trash)
        below.addWidget(Label(_("until"), Kind.MUTE))
        below.addWidget(self.until, 3)
        below.addWidget(self.basis, 2)
        inside = column(self, margins=(0, 0, 0, 0), gap=4)
        inside.addLayout(above)
        inside.addWidget(self.when)
        inside.addLayout(below)

    def _connect(self) -> None:
        self.when.told.connect(self._when_told)
        self.until.told.connect(self._until_told)
        self.basis.told.connect(self._basis_told)
        self.trash.clicked.connect(self._trash_clicked)

    @Slot(object)
    def _when_told(self, found: Recurring) -> None:
        held = self._as_saved()
        if held is not None:
            first = found.first_day if found.is_since else held.first_day
            self.changed.emit(
                replace(
                    held,
                    rule=found.schedule.rule,
                    start=found.start,
                    minutes=found.minutes,
                    first_day=first,
                )
            )

    @Slot(object)
    def _until_told(self, day: date | None) -> None:
        held = self._as_saved()
        if held is not None:
            self.changed.emit(replace(held, last_day=day))

    @Slot(object)
    def _basis_told(self, basis: Basis) -> None:
        held = self._as_saved()
        if held is not None:
            self.changed.emit(replace(held, basis=basis))

    @Slot()
    def _trash_clicked(self) -> None:
        held = self._as_saved()
        if held is not None:
            self.trashed.emit(held)

    def _as_saved(self) -> StandingCommitment | None:
        """Return the commitment as the file has it once what was typed is in it."""
        self._saver.flush()
        return self._commitment

    def _read_time(self, text: str) -> Reading:
        reading = time_reader(self._now, self._zone())(text)
        last = None if self._commitment is None else self._commitment.last_day
        found = reading.value
        if isinstance(found, Recurring) and found.is_since and last and found.first_day > last:
            return Reading(words=_("It would end before it begins."), is_refused=True)
        return reading

    def _read_day(self, text: str) -> Reading:
        reading = day_reader(self._now, self._zone(), Lean.FORWARD)(text)
        first = None if self._commitment is None else self._commitment.first_day
        if isinstance(reading.value, date) and first is not None and reading.value < first:
            return Reading(words=_("That is before it begins."), is_refused=True)
        return reading

    def _zone(self) -> str:
        return "UTC" if self._commitment is None else self._commitment.zone
