"""A pair of numbers: how they see it, what was found together, what that rests on."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from journal.analysis.alignment import Pair
from journal.domain.meeting import Meeting, Status
from journal.domain.metric import Effect
from journal.domain.person import Person
from journal.domain.record import MeetingId, PersonId, Side, Visibility
from journal.operations.alignments import Check, Seen
from journal.terms import effect_words
from journal.ui.alignment.words import meeting_words, named
from journal.ui.saving import Saver
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.choice_field import ChoiceField
from journal.ui.shared.form import Form
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.read_field import ReadField
from journal.ui.shared.readings import day_reader, day_text
from journal.ui.shared.saved_fields import SavedLine
from journal.ui.shared.segments import Choice, Segments
from journal.ui.shared.sides import Sides
from journal.ui.shared.tick_box import TickBox
from journal.wording import _

_EFFECTS = (Effect.AGAINST, Effect.NEUTRAL, Effect.SUPPORTS, None)
_UNKNOWN = len(_EFFECTS) - 1


class PairForm(QWidget):
    """Says `perceived` with a `Seen`, `checked` with a `Check`, each None for taken back.

    `shared` says whether the pair may reach the customer. The evidence saves itself.
    """

    perceived = Signal(object)
    checked = Signal(object)
    shared = Signal(bool)

    def __init__(
        self,
        saver: Saver,
        now: Callable[[], datetime],
        zone: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._view: AccountView | None = None
        self._pair: Pair | None = None
        self._meetings: tuple[Meeting, ...] = ()
        self.setObjectName("facts")  # the stylesheet draws its fields as lines
        self.heading = Label(kind=Kind.STRONG, wraps=True)
        self.seen = _effects(_("As they see it"), _("not talked about"))
        self.who = ChoiceField[PersonId | None](_("Who sees it so"), [(None, _("nobody named"))])
        self.seen_on = ReadField(_("Said on"), day_reader(now, zone))
        self.found = _effects(_("As checked together"), _("not checked"))
        self.found_on = ReadField(_("Checked on"), day_reader(now, zone))
        self.meeting = ChoiceField[MeetingId | None](_("In which meeting"), [(None, _("in none"))])
        self.evidence = SavedLine(saver, _("What it rests on"))
        self.evidence.setPlaceholderText(_("such as: twelve months of their own figures"))
        self.sharing = TickBox(_("May be shared with them"))
        self._seen_rows, self._found_rows = Form(label_letters=8), Form(label_letters=8)
        self._lay_out()
        self._connect()

    def show_pair(self, pair: Pair, view: AccountView) -> None:
        """Show a pair, looked at or not yet."""
        if self._pair is None or (pair.theirs.id, pair.ours.id) != (
            self._pair.theirs.id,
            self._pair.ours.id,
        ):
            self.leave()
        self._pair, self._view = pair, view
        self.heading.setText(
            _("{theirs} and {ours}").format(theirs=named(pair.theirs), ours=named(pair.ours))
        )
        self._show_seen(pair, view)
        self._show_found(pair, view)
        alignment = pair.alignment
        self.sharing.setVisible(alignment is not None)
        self.sharing.setChecked(
            alignment is not None and alignment.visibility is Visibility.SHAREABLE
        )

    def leave(self) -> None:
        """Take what is typed, or give it up where it is not understood."""
        self.seen_on.leave()
        self.found_on.leave()

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        seen = [self.seen, self.who, self.seen_on.line]
        return [*seen, self.found, self.meeting, self.found_on.line, self.evidence, self.sharing]

    def _show_seen(self, pair: Pair, view: AccountView) -> None:
        alignment = pair.alignment
        effect = None if alignment is None else alignment.perceived
        self.seen.choose(_EFFECTS.index(effect))
        for field in (self.who, self.seen_on):
            self._seen_rows.set_visible(field, visible=effect is not None)
        by_id = None if alignment is None else alignment.perceived_by_id
        people = _theirs(view, by_id)
        self.who.set_choices(
            [(None, _("nobody named")), *((each.id, each.name) for each in people)]
        )
        self.who.show_value(by_id)
        on = None if alignment is None else alignment.perceived_on
        self.seen_on.show_value(on, day_text(on))

    def _show_found(self, pair: Pair, view: AccountView) -> None:
        alignment = pair.alignment
        effect = None if alignment is None else alignment.checked
        self.found.choose(_EFFECTS.index(effect))
        for field in (self.meeting, self.found_on, self.evidence):
            self._found_rows.set_visible(field, visible=effect is not None)
        meeting_id = None if alignment is None else alignment.meeting_id
        whole = view.relationship
        self._meetings = tuple(
            each
            for each in reversed(whole.meetings)
            if each.status is Status.HELD or each.id == meeting_id
        )
        self.meeting.set_choices(
            [
                (None, _("in none")),
                *((each.id, meeting_words(each, view.today)) for each in self._meetings),
            ]
        )
        self.meeting.show_value(meeting_id)
        on = None if alignment is None else alignment.checked_on
        self.found_on.show_value(on, day_text(on))
        if alignment is None:
            self.evidence.unbind()
        else:
            self.evidence.bind(alignment, "evidence", _("Edit evidence"))

    def _lay_out(self) -> None:
        self._seen_rows.add(_("Who"), self.who)
        self._seen_rows.add(_("Said on"), self.seen_on)
        self._found_rows.add(_("Meeting"), self.meeting)
        self._found_rows.add(_("On"), self.found_on)
        self._found_rows.add(_("Rests on"), self.evidence)
        sides = Sides(
            _part(_("As they see it"), self.seen, self._seen_rows),
            _part(_("As checked together"), self.found, self._found_rows),
        )
        inside = column(self, margins=(0, 0, 0, 0), gap=8)
        inside.addWidget(self.heading)
        inside.addWidget(sides)
        inside.addWidget(self.sharing)
        self.setFocusProxy(self.seen)

    def _connect(self) -> None:
        self.seen.chosen.connect(self._seen_chosen)
        self.who.told.connect(self._who_told)
        self.seen_on.told.connect(self._seen_on_told)
        self.found.chosen.connect(self._found_chosen)
        self.meeting.told.connect(self._meeting_told)
        self.found_on.told.connect(self._found_on_told)
        self.sharing.clicked.connect(self.shared)

    @Slot(int)
    def _seen_chosen(self, position: int) -> None:
        effect, view = _EFFECTS[position], self._view
        if view is None:
            return
        alignment = None if self._pair is None else self._pair.alignment
        if effect is None:
            self.perceived.emit(None)
        elif alignment is not None and alignment.perceived is not None:
            self._tell_seen(effect, alignment.perceived_by_id, alignment.perceived_on)
        else:
            self._tell_seen(effect, self._owner(), view.today)

    @Slot(object)
    def _who_told(self, person: PersonId | None) -> None:
        alignment = None if self._pair is None else self._pair.alignment
        if alignment is not None and alignment.perceived is not None:
            self._tell_seen(alignment.perceived, person, alignment.perceived_on)

    @Slot(object)
    def _seen_on_told(self, day: date | None) -> None:
        alignment = None if self._pair is None else self._pair.alignment
        if alignment is not None and alignment.perceived is not None:
            self._tell_seen(alignment.perceived, alignment.perceived_by_id, day)

    @Slot(int)
    def _found_chosen(self, position: int) -> None:
        effect, view = _EFFECTS[position], self._view
        if view is None:
            return
        alignment = None if self._pair is None else self._pair.alignment
        if effect is None:
            self.checked.emit(None)
        elif alignment is not None and alignment.checked is not None:
            self._tell_found(effect, alignment.checked_on, alignment.meeting_id)
        else:
            self._tell_found(effect, view.today, self._meeting_of(view.today))

    @Slot(object)
    def _meeting_told(self, meeting_id: MeetingId | None) -> None:
        alignment = None if self._pair is None else self._pair.alignment
        if alignment is None or alignment.checked is None:
            return
        days = (each.when.day for each in self._meetings if each.id == meeting_id)
        self._tell_found(alignment.checked, next(days, alignment.checked_on), meeting_id)

    @Slot(object)
    def _found_on_told(self, day: date | None) -> None:
        alignment = None if self._pair is None else self._pair.alignment
        if alignment is not None and alignment.checked is not None:
            self._tell_found(alignment.checked, day, self._meeting_of(day))

    def _tell_seen(self, effect: Effect, by_id: PersonId | None, on: date | None) -> None:
        self.perceived.emit(Seen(effect=effect, by_id=by_id, on=on))

    def _tell_found(self, effect: Effect, on: date | None, meeting_id: MeetingId | None) -> None:
        self.checked.emit(Check(effect=effect, on=on, meeting_id=meeting_id))

    def _owner(self) -> PersonId | None:
        """Return whose number it is: of them one hears first how it looks."""
        return None if self._pair is None else self._pair.theirs.person_id

    def _meeting_of(self, day: date | None) -> MeetingId | None:
        """Return the meeting of a day: what was found then, was found there."""
        return next((each.id for each in self._meetings if each.when.day == day), None)


def _effects(name: str, unknown: str) -> Segments:
    words = [effect_words(each) for each in _EFFECTS if each is not None]
    return Segments(name, [Choice(text=each) for each in (*words, unknown)])


def _part(words: str, *fields: QWidget) -> QWidget:
    made = QWidget()
    inside = column(made, margins=(0, 0, 0, 0), gap=4)
    inside.addWidget(Label(words, Kind.MUTE))
    for each in fields:
        inside.addWidget(each)
    inside.addStretch(1)
    return made


def _theirs(view: AccountView, named: PersonId | None) -> Sequence[Person]:
    """Return who may see it so: everybody who is or was on their side, and who is named."""
    whole = view.relationship
    roles = {each.person_id for each in whole.roles if each.side is Side.THEIRS}
    return [each for each in whole.people if each.id in roles or each.id == named]
