"""How a meeting was called off: by whom, where that reached us, when, and what they said."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal, Slot

from journal.analysis.losses import notice
from journal.domain.meeting import Cancellation, Kind, Meeting, Status, Whereabouts
from journal.domain.person import Person
from journal.domain.record import PersonId, Side
from journal.domain.span import When
from journal.terms import minutes_words, whereabouts_words
from journal.typed.understood import Bearings
from journal.ui.meetings.when_reader import WhenField, when_reader, when_text
from journal.ui.saving import Saver
from journal.ui.shared.choice_field import ChoiceField
from journal.ui.shared.form import Form
from journal.ui.shared.saved_fields import SavedLine
from journal.ui.shared.segments import Choice, Segments
from journal.wording import _

_WHEREABOUTS = tuple(Whereabouts)
_CALLED_OFF = frozenset({Status.CANCELLED, Status.MOVED})
_DAY_MIN = 24 * 60

By = tuple[Side, PersonId | None]


class CalledOffFields(QObject):
    """Some rows of a form, shown and hidden together; `told` says the cancellation as it is then.

    What they said is a text, and is saved by itself.
    """

    told = Signal(Cancellation)

    def __init__(self, form: Form, saver: Saver, bearings: Callable[[], Bearings]) -> None:
        """Add the rows.

        Args:
            bearings: When and where a moment is typed; it looks back.
        """
        super().__init__(form)
        self._form = form
        self._held: Cancellation | None = None
        self._bearings = bearings
        self._day = date.max
        self.by: ChoiceField[By] = ChoiceField(_("By whom"), _choices(()))
        self.where = Segments(
            _("It reached us"),
            [Choice(text=_capital(whereabouts_words(each))) for each in _WHEREABOUTS],
            may_be_none=True,
        )
        self.at = WhenField(_("When we were told"), when_reader(bearings, day=self._likely_day))
        self.at.line.setPlaceholderText(_("13:20, yesterday 17:00"))
        self.reason = SavedLine(saver, _("What they said"))
        self.reason.setPlaceholderText(_("in their words"))
        self._rows = (self.by, self.where, self.at, self.reason)
        for words, field in zip(
            (_("By whom"), _("It reached us"), _("When told"), _("What they said")),
            self._rows,
            strict=True,
        ):
            form.add(words, field)
        self.by.told.connect(self._by_told)
        self.where.chosen.connect(self._where_chosen)
        self.where.entered.connect(self.at.setFocus)
        self.at.told.connect(self._at_told)

    def show_meeting(self, meeting: Meeting | None, people: Sequence[Person]) -> None:
        """Show how a meeting was called off; nothing of one that was not.

        Args:
            people: Theirs, by any of whom it may have been called off.
        """
        self._held = None if meeting is None else meeting.cancellation
        self._day = date.max if meeting is None else meeting.when.day
        is_shown = meeting is not None and meeting.status in _CALLED_OFF
        is_visit = meeting is not None and meeting.kind is Kind.VISIT
        for field in self._rows:
            # Nobody stands at the door of a call.
            self._form.set_visible(
                field, visible=is_shown and (is_visit or field is not self.where)
            )
        if meeting is None or self._held is None or not is_shown:
            self.reason.unbind()
            return
        called_off = self._held
        self.by.set_choices(_choices(people))
        self.by.show_value((called_off.by, called_off.by_person_id))
        where = called_off.whereabouts
        self.where.choose(-1 if where is None else _WHEREABOUTS.index(where))
        at = None if called_off.at is None else When.at(called_off.at, meeting.when.zone)
        self.at.show_value(at, "" if at is None else when_text(at), notice_words(meeting))
        self.reason.bind(meeting, "cancellation.stated_reason", _("Edit stated reason"))

    def finish(self) -> bool:
        """Take what is typed as it stands; False where it is not understood."""
        return not self.at.isVisible() or self.at.finish()

    def _likely_day(self) -> date:
        """Return the day when most are called off: the meeting's own, or today before it."""
        return min(self._day, self._bearings().wall.day)

    @Slot(object)
    def _by_told(self, by: By) -> None:
        if self._held is not None:
            self.told.emit(replace(self._held, by=by[0], by_person_id=by[1]))

    @Slot(int)
    def _where_chosen(self, position: int) -> None:
        if self._held is not None:
            where = _WHEREABOUTS[position] if position >= 0 else None
            self.told.emit(replace(self._held, whereabouts=where))

    @Slot(object)
    def _at_told(self, when: When | None) -> None:
        if self._held is not None:
            at: datetime | None = None if when is None else when.start
            self.told.emit(replace(self._held, at=at))


def notice_words(meeting: Meeting) -> str:
    """Say how long before its start a meeting was called off; empty where that is not known."""
    left = notice(meeting)
    if left is None:
        return ""
    minutes = int(left.total_seconds() // 60)
    if minutes <= 0:
        return _("no notice at all")
    if minutes >= 2 * _DAY_MIN:
        return _("{count} days before").format(count=minutes // _DAY_MIN)
    return _("{length} before").format(length=minutes_words(minutes))


def _choices(people: Sequence[Person]) -> list[tuple[By, str]]:
    return [
        ((Side.THEIRS, None), _("Somebody of theirs")),
        *(((Side.THEIRS, each.id), each.name) for each in people),
        ((Side.OURS, None), _("Us")),
    ]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
