"""Logging a meeting in four fields: what happened, who, the relationship now, a line.

Which further fields there are follows from the first: a meeting that was called off asks by
whom, when and why, one that was moved asks where to.
"""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from journal.analysis.contact import unrecorded
from journal.domain.meeting import Meeting
from journal.domain.person import Person
from journal.domain.rating import Level
from journal.domain.span import When
from journal.operations.meetings import Appointment, Closing, Report
from journal.terms import level_meaning, level_words, status_words
from journal.ui.meetings.called_off_fields import CalledOffFields
from journal.ui.meetings.next_field import NextField
from journal.ui.meetings.people_field import PeopleField
from journal.ui.meetings.told import Cancelled, Happened, Held, Missed, Moved, Told
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.labels import ElidedLabel, Kind, Label
from journal.ui.shared.pickers import Picker
from journal.ui.shared.segments import Choice, Segments
from journal.ui.shared.when_edit import WhenEdit
from journal.ui.shared.words import full_when_words, plain_tip
from journal.wording import _

_LEVELS = tuple(Level)
_CALLED_OFF = {Happened.CANCELLED, Happened.MOVED}


class LogForm(QDialog):
    """Says `told` when the user is done; whoever wrote it down closes the form."""

    told = Signal(object)

    def __init__(self, view: AccountView, zone: str, parent: QWidget | None = None) -> None:
        """Make it for an account; the meeting to log is chosen, and what happened is held.

        Args:
            zone: IANA name of the customer's wall.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Log meeting"))
        self._view = view
        self._zone = zone
        self._meetings = _to_log(view)
        self._is_picked = False
        self._people = view.relationship.people
        self._make_fields()
        self._lay_out()
        self._connect()
        self._meeting_changed()
        self._happened_changed()
        self._happened.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_fields(self) -> None:
        self._which = Picker(_("Which meeting"))
        for meeting in self._meetings:
            status = status_words(meeting, self._view.now)
            self._which.addItem(f"{full_when_words(meeting.when)} · {status}")
        self._which.addItem(_("One that was not planned"))
        self._when = WhenEdit(_("When"), self._zone)
        self._when.set_when(When.at(self._view.now, self._zone))
        self._happened = Segments(
            _("What happened"),
            [
                Choice(text=_("Held")),
                Choice(text=_("Cancelled")),
                Choice(text=_("No-show")),
                Choice(text=_("Moved")),
            ],
        )
        self._happened.choose(Happened.HELD.value)
        self._who = PeopleField([each for each in self._people if not each.is_self])
        self._level = Segments(
            _("Relationship now"),
            [
                Choice(
                    text=level_words(each),
                    tip=plain_tip(level_meaning(each)),
                    look=each.name.lower(),
                )
                for each in _LEVELS
            ],
            may_be_none=True,
        )
        self._moved_to = WhenEdit(_("Moved to"), self._zone)
        self._summary = QLineEdit()
        self._summary.setAccessibleName(_("In one line"))
        self._summary.setPlaceholderText(_("what came of it, in one line"))
        self._notes = QPlainTextEdit()
        self._notes.setAccessibleName(_("Notes"))
        self._notes.setTabChangesFocus(True)
        self._notes.setMinimumHeight(72)
        self._next = NextField(self._zone)
        self._log = QPushButton(_("Log meeting"))
        self._log.setProperty("kind", "main")
        self._log.setToolTip(_("Ctrl+Enter"))
        self._cancel = QPushButton(_("Cancel"))
        self._cancel.setAutoDefault(False)
        self._log.setAutoDefault(False)

    def _lay_out(self) -> None:
        self.setMinimumWidth(640)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(ElidedLabel(self._view.relationship.account.name, Kind.STATEMENT))
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(8)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._add_row(_("Meeting"), self._which)
        self._add_row(_("When"), self._when)
        self._add_row(_("What happened"), self._happened)
        theirs = [person for person in self._people if self._is_theirs(person)]
        self._called_off = CalledOffFields(self._form, theirs, self._zone)
        self._add_row(_("Moved to"), self._moved_to)
        self._add_row(_("Who"), self._who)
        self._add_row(_("Relationship now"), self._level)
        self._add_row(_("In one line"), self._summary)
        self._add_row(_("Notes"), self._notes)
        self._add_row(_("Next meeting"), self._next)
        column.addLayout(self._form, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._log)
        column.addLayout(buttons)

    def _add_row(self, name: str, field: QWidget) -> None:
        self._form.addRow(Label(name, Kind.MUTE), field)

    def _connect(self) -> None:
        self._which.currentIndexChanged.connect(self._meeting_changed)
        self._when.edited.connect(self._meeting_changed)
        self._which.activated.connect(self._meeting_picked)
        self._happened.chosen.connect(self._happened_changed)
        self._log.clicked.connect(self._log_clicked)
        self._cancel.clicked.connect(self.reject)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(self._log_clicked)

    @Slot()
    def _meeting_changed(self) -> None:
        meeting = self._meeting()
        self._form.setRowVisible(self._when, meeting is None)
        self._happened.set_enabled(Happened.MOVED.value, enabled=bool(self._meetings))
        if meeting is None and self._happened.position == Happened.MOVED:
            self._happened.choose(Happened.HELD.value)
            self._happened_changed()
        if meeting is not None:
            self._who.choose(self._view.people_at(meeting))
        base = self._base()
        self._called_off.start_from(base, self._view.now)
        self._moved_to.set_when(base)
        self._next.count_from(base, self._view.today)

    @Slot()
    def _meeting_picked(self) -> None:
        self._is_picked = True

    @Slot()
    def _happened_changed(self) -> None:
        happened = Happened(self._happened.position)
        was_never_planned = happened is Happened.MOVED and self._meeting() is None
        if not self._is_picked or was_never_planned:
            self._which.setCurrentIndex(self._likely(happened))
        self._called_off.set_visible(happened in _CALLED_OFF)
        self._form.setRowVisible(self._moved_to, happened is Happened.MOVED)
        self._form.setRowVisible(self._who, happened is Happened.HELD)
        for field in (self._level, self._summary, self._notes, self._next):
            self._form.setRowVisible(field, happened is not Happened.MOVED)
        self.adjustSize()

    @Slot()
    def _log_clicked(self) -> None:
        self.told.emit(self._told(Happened(self._happened.position)))

    def _told(self, happened: Happened) -> Told:
        meeting = self._meeting()
        if happened is Happened.MOVED and meeting is not None:
            return Moved(
                meeting_id=meeting.id,
                to=self._moved_to.when(),
                cancellation=self._called_off.cancellation(),
            )
        if happened is Happened.CANCELLED:
            return Cancelled(
                closing=self._closing(),
                cancellation=self._called_off.cancellation(),
                report=self._report(happened),
            )
        if happened is Happened.NO_SHOW:
            return Missed(closing=self._closing(), report=self._report(happened))
        return Held(closing=self._closing(), report=self._report(happened))

    def _likely(self, happened: Happened) -> int:
        """Return the place of the meeting that is meant where nobody picked one.

        What is called off was planned; what took place has begun.
        """
        if not self._meetings:
            return 0
        first = self._meetings[0]
        has_begun = first.when.day <= self._view.today
        return 0 if has_begun or happened in _CALLED_OFF else len(self._meetings)

    def _meeting(self) -> Meeting | None:
        position = self._which.currentIndex()
        return self._meetings[position] if position < len(self._meetings) else None

    def _base(self) -> When:
        meeting = self._meeting()
        return self._when.when() if meeting is None else meeting.when

    def _closing(self) -> Closing:
        meeting = self._meeting()
        if meeting is not None:
            return meeting.id
        return self._appointment(self._when.when())

    def _appointment(self, when: When) -> Appointment:
        account = self._view.relationship.account
        return Appointment(
            account_id=account.id,
            when=when,
            people=self._who.chosen(),
            travel_min=account.travel_min,
        )

    def _report(self, happened: Happened) -> Report:
        level, following = self._level.position, self._next.when()
        return Report(
            summary=self._summary.text().strip(),
            notes=self._notes.toPlainText().strip(),
            people=self._who.chosen() if happened is Happened.HELD else None,
            level=_LEVELS[level] if level >= 0 else None,
            next_visit=None if following is None else self._appointment(following),
        )

    def _is_theirs(self, person: Person) -> bool:
        return any(person.id in guests for guests in self._view.guests.values())


def _to_log(view: AccountView) -> tuple[Meeting, ...]:
    """Return what can be logged: past ones that wait for it, latest first, then the next."""
    waiting = tuple(reversed(unrecorded(view.relationship.meetings, view.now)))
    own = tuple(each for each in waiting if each.account_id == view.relationship.account.id)
    return own if view.next_meeting is None else (*own, view.next_meeting)
