"""A meeting that is planned already: prepared, told otherwise, moved. All of it saves itself."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from journal.analysis.missing import Gap
from journal.domain.errors import JournalError
from journal.domain.meeting import Cancellation, Meeting
from journal.domain.record import Side
from journal.domain.relationship import Relationship
from journal.operations import meetings, planning, reading
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.typed.understood import Understood
from journal.ui.meetings.guest_field import Guest
from journal.ui.meetings.plan_fields import PlanFields
from journal.ui.meetings.plan_moved import Cause, MovedQuestion
from journal.ui.saving import Saver
from journal.ui.shared.buttons import button_row, other_button
from journal.ui.shared.fitting import fit
from journal.ui.shared.form import Form, Scrolled
from journal.ui.shared.labels import ElidedLabel, Kind, column
from journal.ui.shared.saved_fields import SavedLine
from journal.ui.theme import Theme
from journal.wording import _

_SIZE_PX = (760, 620)
_BY = {Cause.THEIRS: Side.THEIRS, Cause.OURS: Side.OURS}


class ChangeForm(QDialog):
    """Says `moved` with the id of the meeting that took the place of this one.

    `failed` says a `JournalError`.
    """

    moved = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        journal: Journal,
        saver: Saver,
        theme: Theme,
        meeting: Meeting,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Planned meeting"))
        self._journal = journal
        self._saver = saver
        self._meeting = meeting
        self.fields = PlanFields(journal, theme, self)
        self.question = MovedQuestion()
        self.place = self._line(_("Place"), _("theirs, unless you say otherwise"))
        self.purpose = self._line(_("Purpose"), _("what it is for"))
        self.best = self._line(_("Best outcome"), _("what they will do, by when"))
        self.least = self._line(_("Least acceptable outcome"), _("what they will do, by when"))
        self.opening = self._line(_("Opening sentence"), _("how you begin"))
        self.close_button = other_button(_("Close"))
        self.close_button.setToolTip(_("Ctrl+Enter; all of it is saved already"))
        self._lay_out()
        fit(self, *_SIZE_PX)
        self._read()
        self._connect()
        self.fields.when.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_at(self, gap: Gap) -> None:
        """Begin where something is missing."""
        fields = self.fields
        starts: dict[Gap, QWidget] = {
            Gap.PEOPLE: fields.theirs,
            Gap.PLACE: self.place,
            Gap.TRAVEL: fields.travel,
            Gap.PURPOSE: self.purpose,
            Gap.BEST: self.best,
            Gap.LEAST: self.least,
            Gap.OPENING: self.opening,
        }
        starts.get(gap, fields.when.line).setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fields.when.line.selectAll()

    @override
    def done(self, result: int) -> None:
        for field in (self.fields.minutes, self.fields.travel):
            field.finish()
        for people in (self.fields.theirs, self.fields.ours):
            people.finish()
        self._saver.flush()
        super().done(result)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.question.isVisible():
            self._answered(Cause.NONE)  # Esc goes back one step
        else:
            super().keyPressEvent(event)

    def _line(self, name: str, hint: str) -> SavedLine:
        made = SavedLine(self._saver, name)
        made.setPlaceholderText(hint)
        return made

    def _lay_out(self) -> None:
        fields = self.fields
        self._form = Form()
        for words, field in (
            (_("When"), fields.time),
            (_("Another time"), self.question),
            (_("Purpose"), self.purpose),
            (_("Best outcome"), self.best),
            (_("Least outcome"), self.least),
            (_("Opening"), self.opening),
            (_("With"), fields.theirs),
            (_("Of us"), fields.ours),
            (_("Takes"), fields.minutes),
            (_("How"), fields.kind),
            (_("Place"), self.place),
            (_("Way there"), fields.travel),
        ):
            self._form.add(words, field)
        content = QWidget()
        inside = column(content, margins=(0, 0, 8, 0), gap=0)
        inside.addWidget(self._form)
        inside.addStretch(1)
        buttons = button_row(self.close_button)
        whole = column(self, margins=(24, 20, 16, 16), gap=12)
        self._heading = ElidedLabel("", Kind.STATEMENT)
        whole.addWidget(self._heading)
        whole.addWidget(Scrolled(_("Planned meeting"), content), 1)
        whole.addLayout(buttons)
        self._form.set_visible(self.question, visible=False)

    def _connect(self) -> None:
        fields = self.fields
        fields.failed.connect(self.failed)
        fields.when.told.connect(self._when_told)
        fields.minutes.told.connect(self._settings_told)
        fields.travel.told.connect(self._settings_told)
        fields.kind.chosen.connect(self._settings_told)
        for people in (fields.theirs, fields.ours):
            people.added.connect(self._added)
            people.removed.connect(self._removed)
        self.question.answered.connect(self._answered)
        self.close_button.clicked.connect(self._close_clicked)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self._close_clicked)

    def _read(self) -> None:
        """Show the meeting as the journal has it."""
        try:
            whole = reading.relationship(self._journal, self._meeting.account_id)
            self._meeting = reading.meeting(self._journal, self._meeting.id)
        except JournalError as error:
            self.failed.emit(error)
            return
        self._show(whole, self._meeting)

    def _show(self, whole: Relationship, meeting: Meeting) -> None:
        said = _("Planned meeting with {name}").format(name=whole.account.name)
        self._heading.setText(said)
        self.fields.show_meeting(whole, meeting)
        for line, field, name in (
            (self.place, "place", _("Edit place")),
            (self.purpose, "purpose", _("Edit purpose")),
            (self.best, "best", _("Edit best outcome")),
            (self.least, "least", _("Edit least outcome")),
            (self.opening, "opening", _("Edit opening")),
        ):
            line.bind(meeting, field, name)
            if not line.hasFocus():
                line.setCursorPosition(0)  # a long one is read from its beginning
        is_visit = self.fields.is_visit()
        self._form.set_visible(self.place, visible=is_visit)
        self._form.set_visible(self.fields.travel, visible=is_visit)
        self._form.set_visible(self.fields.ours, visible=self.fields.has_colleagues)

    def _do(self, verb: Callable[[], Change]) -> bool:
        """Do something with all that was typed saved, and show what came of it."""
        self._saver.flush()
        try:
            self._meeting = reading.meeting(self._journal, self._meeting.id)
            verb()
        except JournalError as error:
            self.failed.emit(error)
            self._read()
            return False
        self._read()
        return True

    @Slot(object)
    def _when_told(self, value: object) -> None:
        """Ask how another time came about; another length alone is no question."""
        is_moved = isinstance(value, Understood) and value.when != self._meeting.when
        self._form.set_visible(self.question, visible=is_moved)
        if not isinstance(value, Understood):
            self._read()
        elif is_moved:
            self.question.ask(self._meeting.when, value.when)
            if self.fields.when.line.hasFocus():
                self.question.setFocus(Qt.FocusReason.OtherFocusReason)
        elif value.minutes not in {None, self._meeting.minutes}:
            self._settings_told()

    @Slot()
    def _close_clicked(self) -> None:
        """Close, unless something is not understood, or another time waits for its answer."""
        is_understood = self.fields.finish()
        if self.question.isVisible():
            self.question.setFocus(Qt.FocusReason.OtherFocusReason)
        elif is_understood:
            self.accept()

    @Slot(Cause)
    def _answered(self, cause: Cause) -> None:
        self._form.set_visible(self.question, visible=False)
        value = self.fields.when.value
        if not isinstance(value, Understood) or cause is Cause.NONE:
            self._read()
        elif cause is Cause.WRONG:
            self._do(
                lambda: planning.correct_time(
                    self._journal, self._meeting.id, value.when, value.minutes
                )
            )
        else:
            self._move(value, Cancellation(by=_BY[cause], at=self._journal.now()))
        self.fields.when.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, value: Understood, cancellation: Cancellation) -> None:
        was = self._meeting.id
        is_done = self._do(
            lambda: meetings.move(
                self._journal, was, value.when, cancellation, minutes=value.minutes
            )
        )
        successor = self._meeting.successor_id
        if is_done and successor is not None:
            self._meeting = replace(self._meeting, id=successor, successor_id=None)
            self._read()
            self.moved.emit(successor)

    @Slot()
    def _settings_told(self) -> None:
        fields = self.fields
        self._do(
            lambda: meetings.prepare(
                self._journal,
                replace(
                    self._meeting,
                    minutes=fields.length(),
                    kind=fields.kind_chosen(),
                    travel_min=self._way(),
                ),
            )
        )

    def _way(self) -> int | None:
        """Return the way there, where it is another than the account's own."""
        whole, way_min = self.fields.relationship, self.fields.way()
        is_usual = whole is not None and way_min == whole.account.travel_min
        return (
            self._meeting.travel_min if is_usual and self._meeting.travel_min is None else way_min
        )

    @Slot(object)
    def _added(self, guest: Guest) -> None:
        self._do(lambda: planning.invite(self._journal, self._meeting.id, guest.somebody))

    @Slot(object)
    def _removed(self, guest: Guest) -> None:
        person = guest.person_id
        if person is not None:
            self._do(lambda: planning.uninvite(self._journal, self._meeting.id, person))
