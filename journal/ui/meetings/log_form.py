"""Logging a meeting, and editing one that was closed long ago: a form without a save button.

What happened is written the moment it is chosen, texts are saved while they are typed, each
finding with Enter. Closing the form only ends it.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QWidget
from typing_extensions import override

from journal.domain.errors import JournalError, NotFoundError
from journal.domain.meeting import Meeting, Status
from journal.domain.record import MeetingId, RecordId
from journal.operations import undoing
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.terms import status_words
from journal.ui.bridge import Bridge
from journal.ui.meetings import facts
from journal.ui.meetings.log_fields import LogFields
from journal.ui.meetings.subject import Subject, title_of, to_log
from journal.ui.saving import Saver, State
from journal.ui.shared.buttons import Button, quiet_button
from journal.ui.shared.fitting import fit
from journal.ui.shared.form import Scrolled
from journal.ui.shared.known_field import Known
from journal.ui.shared.labels import ElidedLabel, Kind, Label, column
from journal.ui.shared.words import full_when_words, plain_button, when_words
from journal.wording import _

_SIZE_PX = (780, 680)
_NOT_PLANNED = ""


class LogForm(QDialog):
    """Says `logged` with the meeting when it is closed; `record_wanted` leads to the next one."""

    failed = Signal(object)
    logged = Signal(str)
    record_wanted = Signal(str, str)

    def __init__(
        self,
        journal: Journal,
        saver: Saver,
        subject: Subject,
        parent: QWidget | None = None,
        *,
        is_edit: bool = False,
    ) -> None:
        """Make it for a meeting of an account.

        Args:
            is_edit: Whether the meeting was told of before: then all of it is offered.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Edit meeting") if is_edit else _("Log meeting"))
        self._journal = journal
        self._saver = saver
        self._subject = subject
        self._is_edit = is_edit
        self._first = undoing.last_number(journal)
        self._bridge = Bridge(journal, self)
        self.fields = LogFields(journal, saver, subject)
        self.fields.shows_appointment = is_edit
        self.fields.shows_reason = is_edit
        self._make_heading()
        self._make_foot()
        self._lay_out()
        self._connect()
        self._show()
        self.fields.happened.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_people(self, elsewhere: Sequence[Known]) -> None:
        """Offer people of other accounts too, where a name is typed."""
        self.fields.offer_people(elsewhere)
        self.fields.show_subject()

    def ask_why(self) -> None:
        """Begin where it is said what the meeting was really lost to."""
        reason = self.fields.reason.reason
        reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(reason)

    def said(self) -> str:
        """Return what the foot says."""
        return self._foot.text()

    def _make_heading(self) -> None:
        self._title = ElidedLabel(kind=Kind.STATEMENT)
        self._status = Label(kind=Kind.MUTE)
        self.which = quiet_button(_("Another meeting"))
        self.which.setMenu(QMenu(self.which))
        self.which.setVisible(not self._is_edit)
        self.date_button = quiet_button(_("Date and place"))
        self.date_button.setCheckable(True)
        self.date_button.setChecked(self._is_edit)
        self.date_button.setVisible(not self._is_edit)
        self.reopen_button = quiet_button(_("Reopen"))
        self.reopen_button.setToolTip(_("It was not closed after all; Backspace on what happened"))

    def _make_foot(self) -> None:
        self._foot = Label(kind=Kind.MUTE)
        self._foot.hide()  # until there is something to say
        self.next_button = Button(_("Next visit"))
        self.next_button.setProperty("kind", "link")
        self.done_button = Button(_("Done"))
        self.done_button.setToolTip(_("Ctrl+Enter; all of it is saved already"))

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(self._title, 1)
        for each in (self.date_button, self.which, self.reopen_button):
            heading.addWidget(each)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self._foot)
        foot.addWidget(self.next_button)
        foot.addStretch(1)
        foot.addWidget(self.done_button)
        whole = column(self, margins=(24, 20, 16, 16), gap=12)
        whole.addLayout(heading)
        whole.addWidget(self._status)
        self._area = Scrolled(self.windowTitle(), self.fields)
        whole.addWidget(self._area, 1)
        whole.addLayout(foot)
        fit(self, *_SIZE_PX)

    def _connect(self) -> None:
        self._bridge.changed.connect(self._changed)
        self._saver.told.connect(self._told)
        self.fields.writer.failed.connect(self.failed)
        self.fields.writer.written.connect(self._show_around)
        self.fields.left.connect(self.done_button.setFocus)
        self.which.menu().aboutToShow.connect(self._offer_meetings)
        self.which.menu().triggered.connect(self._meeting_picked)
        self.date_button.toggled.connect(self._appointment_toggled)
        self.reopen_button.clicked.connect(self._reopen_clicked)
        self.next_button.clicked.connect(self._next_clicked)
        self.done_button.clicked.connect(self._done_clicked)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self._done_clicked)
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self._undo)
        QShortcut(QKeySequence("Ctrl+Shift+Z"), self).activated.connect(self._redo)

    @override
    def done(self, result: int) -> None:
        self.fields.finish()
        self.fields.keep_rest()
        if self.fields.is_text_only_here:
            return  # the journal takes nothing now, and closing would lose it
        self._saver.flush()
        self._bridge.close()
        if self._subject.status is not Status.PLANNED:
            self.logged.emit(self._subject.meeting_id)
        super().done(result)

    @Slot(Change)
    def _changed(self, change: Change) -> None:
        """Show what was changed by others, by undo, or by typing."""
        if self.fields.writer.is_writing or not change.ids:
            return
        self._saver.say_saved(self._journal.now())
        self._read()

    def _read(self) -> None:
        try:
            self._subject.read()
        except JournalError as error:
            self.failed.emit(error)
            if isinstance(error, NotFoundError):  # the account is gone, and so is all of this
                self._bridge.close()
                super().done(QDialog.DialogCode.Rejected)
            return
        self._show()

    def _show(self) -> None:
        self.fields.show_subject()
        self._show_around()

    @Slot()
    def _show_around(self) -> None:
        """Say which meeting it is, and what is next."""
        subject = self._subject
        title = title_of(subject, full_when_words(subject.when))
        self._title.setText(title)
        self._title.keep_whole(title.removeprefix(subject.whole.account.name))
        meeting = subject.meeting
        is_closed = subject.status is not Status.PLANNED
        words = _("not in the journal yet")
        if meeting is not None:
            words = "" if is_closed else status_words(meeting, subject.now)
        self._status.setText(words)
        self._status.setVisible(bool(words))
        self.date_button.setVisible(meeting is not None and not self._is_edit)
        self.reopen_button.setVisible(self._is_edit and is_closed)
        following = facts.next_visit(subject) or facts.planned_next(subject)
        self.next_button.setVisible(following is not None)
        if following is not None:
            words = when_words(following.when, subject.today)
            self.next_button.setText(_("Next visit: {when}").format(when=words))

    @Slot(State, str)
    def _told(self, _state: State, words: str) -> None:
        self._foot.setText(_("{words}.").format(words=words))
        self._foot.show()

    @Slot()
    def _offer_meetings(self) -> None:
        menu, subject = self.which.menu(), self._subject
        menu.clear()
        choices: list[Meeting] = list(to_log(subject.whole, subject.now))
        if subject.meeting is not None and subject.meeting not in choices:
            choices.insert(0, subject.meeting)
        for each in choices:
            words = f"{full_when_words(each.when)} · {status_words(each, subject.now)}"
            self._offer(plain_button(words), each.id, is_meant=each.id == subject.meeting_id)
        self._offer(_("One that was not planned"), _NOT_PLANNED, is_meant=subject.meeting is None)

    def _offer(self, words: str, data: str, *, is_meant: bool) -> None:
        action = self.which.menu().addAction(words)
        action.setData(data)
        action.setCheckable(True)
        action.setChecked(is_meant)

    @Slot(QAction)
    def _meeting_picked(self, action: QAction) -> None:
        self._saver.flush()
        picked = action.data()
        self._subject.point_to(MeetingId(RecordId(picked)) if picked else None)
        self._read()
        self.fields.happened.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(bool)
    def _appointment_toggled(self, is_shown: bool) -> None:  # noqa: FBT001  Qt's own signal
        self.fields.shows_appointment = is_shown
        self.fields.show_subject()

    @Slot()
    def _reopen_clicked(self) -> None:
        self.fields.happened.chosen.emit(-1)

    @Slot()
    def _next_clicked(self) -> None:
        following = facts.next_visit(self._subject) or facts.planned_next(self._subject)
        if following is not None:
            self.record_wanted.emit(following.account_id, following.id)
            self.accept()

    @Slot()
    def _done_clicked(self) -> None:
        """Close, unless something is typed that nobody understands."""
        if self.fields.finish():
            self.accept()

    @Slot()
    def _undo(self) -> None:
        """Take back the last step that was made here; what was done before stays."""
        self._saver.flush()
        if undoing.last_number(self._journal) > self._first:
            self._attempt_step(is_redo=False)

    @Slot()
    def _redo(self) -> None:
        self._saver.flush()
        self._attempt_step(is_redo=True)

    def _attempt_step(self, *, is_redo: bool) -> None:
        try:
            if is_redo:
                undoing.redo(self._journal)
            else:
                undoing.undo(self._journal)
        except JournalError as error:
            self.failed.emit(error)
