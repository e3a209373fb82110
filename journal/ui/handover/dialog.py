"""Handing an account over: to whom, from when on, which notes go along; then where it lies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPlainTextEdit, QStackedWidget, QWidget
from typing_extensions import override

from journal.domain.errors import JournalError
from journal.domain.record import PersonId
from journal.operations import people
from journal.operations.change import Change
from journal.operations.handing_over import (
    Choice,
    Leaving,
    Successor,
    colleague,
    hand_over,
)
from journal.operations.journal import Journal
from journal.operations.people import Somebody
from journal.operations.private_notes import NoteKey
from journal.typed.understood import Lean
from journal.ui.background import Progress, Work, Workbench
from journal.ui.handover.note_table import NoteTable
from journal.ui.handover.words import (
    choice_words,
    file_name,
    going_words,
    missing_words,
    next_words,
    notes_words,
    written_words,
)
from journal.ui.shared.buttons import button_row, main_button, other_button
from journal.ui.shared.fitting import fit
from journal.ui.shared.form import Form, Scrolled
from journal.ui.shared.known_field import Known, KnownField
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.read_field import ReadField
from journal.ui.shared.readings import day_reader, day_text
from journal.ui.shared.segments import Choice as Segment
from journal.ui.shared.segments import Segments
from journal.ui.shared.working_dialog import WorkingDialog
from journal.wording import _

_SIZE_PX = (760, 640)
_NOTE_LINES = 3
_TABLE_LINES = 7  # at least, its head included
_SUFFIX = ".handover"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What is written once it is known where to."""

    leaving: Leaving
    successor: Successor
    choices: Mapping[NoteKey, Choice]


class HandOverDialog(WorkingDialog):
    """`failed` says a `JournalError`; then nothing was changed, and it can be mended."""

    failed = Signal(object)

    def __init__(
        self,
        journal: Journal,
        leaving: Leaving,
        known: Sequence[Known],
        workbench: Workbench,
        parent: QWidget | None = None,
    ) -> None:
        """Make it, from today on; every private note is kept.

        Args:
            leaving: What goes.
            known: Colleagues.
        """
        super().__init__(workbench, _("Writing…"), parent)
        self.setWindowTitle(_("Hand over {account}").format(account=leaving.account.name))
        self._journal = journal
        self._leaving = leaving
        self._asked: _Asked | None = None
        self._path: Path | None = None
        today = journal.today()
        self.name = KnownField(_("To whom"))
        self.name.set_known(known)
        self.name.setPlaceholderText(_("a colleague's name"))
        self.on = ReadField(_("First day"), day_reader(journal.now, journal.zone, Lean.FORWARD))
        self.on.show_value(today, day_text(today))
        self.left_behind = QLineEdit()
        self.left_behind.setAccessibleName(_("What is left behind"))
        self.left_behind.setPlaceholderText(_("in one line, for who comes next"))
        self.notes = NoteTable(leaving.notes, today)
        self.whole_note = _read_only(_("The whole note"))
        self.becomes = Segments(
            _("What becomes of it"), [Segment(text=choice_words(each)) for each in Choice]
        )
        self.write = main_button(_("Write file…"))
        self.date_only = other_button(_("Hand over without a file"))
        self.cancel = other_button(_("Cancel"))
        self._stack = QStackedWidget()
        self._asking = QWidget()
        self._written = Label(kind=Kind.STATEMENT, wraps=True)
        self._folder = Label(kind=Kind.BODY, wraps=True)
        self._next = Label(kind=Kind.MUTE, wraps=True)
        self.show_folder = other_button(_("Show the folder"))
        self.close_button = main_button(_("Close"))
        self._lay_out()
        self._connect()
        self._tell()
        self._tell_note()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def said(self) -> str:
        """Return what is said once it is written."""
        return "\n".join(each.text() for each in (self._written, self._folder, self._next))

    @override
    def show_working(self) -> None:
        self._tell()

    def _lay_out(self) -> None:
        form = Form()
        form.add(_("To whom"), self.name)
        form.add(_("First day"), self.on)
        form.add(_("Left behind"), self.left_behind)
        content = QWidget()
        inside = column(content, margins=(0, 0, 12, 0), gap=12)
        inside.addWidget(form)
        inside.addWidget(Label(going_words(self._leaving), Kind.MUTE, wraps=True))
        if self._leaving.missing:
            missing = missing_words(self._leaving.missing)
            inside.addWidget(Label(missing, Kind.ALARM, wraps=True))
        inside.addWidget(Label(notes_words(len(self._leaving.notes)), wraps=True))
        inside.addWidget(self.notes, 1)
        inside.addWidget(self.whole_note)
        inside.addWidget(self.becomes)
        has_notes = bool(self._leaving.notes)
        for each in (self.notes, self.whole_note, self.becomes):
            each.setVisible(has_notes)
        if not has_notes:
            inside.addStretch(1)
        line_px = self.fontMetrics().lineSpacing()
        self.notes.setMinimumHeight(_TABLE_LINES * line_px)
        self.whole_note.setFixedHeight(_NOTE_LINES * line_px + 12)
        whole = column(self._asking, margins=(24, 20, 12, 16), gap=12)
        whole.addWidget(Scrolled(_("What goes"), content), 1)
        whole.addWidget(self.progress)
        buttons = button_row(self.cancel, self.write, left=(self.date_only,))
        buttons.setContentsMargins(0, 0, 12, 0)
        whole.addLayout(buttons)
        done = QWidget()
        said = column(done, margins=(24, 20, 24, 16), gap=12)
        for label in (self._written, self._folder, self._next):
            said.addWidget(label)
        said.addStretch(1)
        said.addLayout(button_row(self.close_button, left=(self.show_folder,)))
        self._stack.addWidget(self._asking)
        self._stack.addWidget(done)
        column(self, margins=(0, 0, 0, 0), gap=0).addWidget(self._stack)
        fit(self, *_SIZE_PX)

    def _connect(self) -> None:
        self.name.textChanged.connect(self._tell)
        self.notes.moved.connect(self._tell_note)
        self.becomes.chosen.connect(self._becomes_chosen)
        self.write.clicked.connect(self._write_clicked)
        self.date_only.clicked.connect(self._date_clicked)
        self.cancel.clicked.connect(self.leave)
        self.show_folder.clicked.connect(self._show_folder_clicked)
        self.close_button.clicked.connect(self.leave)

    @Slot()
    def _tell(self) -> None:
        may = bool(self.name.text().strip()) and not self.is_working
        self.write.setEnabled(may)
        self.date_only.setEnabled(may)

    @Slot()
    def _tell_note(self) -> None:
        note, choice = self.notes.current_note(), self.notes.chosen_choice()
        self.whole_note.setPlainText("" if note is None else note.text)
        self.becomes.choose(-1 if choice is None else list(Choice).index(choice))

    @Slot(int)
    def _becomes_chosen(self, position: int) -> None:
        self.notes.choose_for(list(Choice)[position])

    @Slot()
    def _write_clicked(self) -> None:
        successor = self._successor()
        if successor is None:
            return
        self._asked = _Asked(leaving=self._leaving, successor=successor, choices=self.notes.choices)
        dialog = QFileDialog(self, _("Hand over"), str(Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_("Handed over accounts (*{suffix})").format(suffix=_SUFFIX)])
        dialog.setDefaultSuffix(_SUFFIX.removeprefix("."))
        dialog.selectFile(file_name(self._leaving.account.name, self._journal.today()))
        dialog.fileSelected.connect(self.write_to)
        dialog.open()

    @Slot(str)
    def write_to(self, name: str) -> None:
        """Write the file there."""
        if self._asked is not None:
            self._path = Path(name)
            self.start(_writing(self._asked, self._path), self._file_written)

    @Slot()
    def _date_clicked(self) -> None:
        successor = self._successor()
        if successor is None:
            return
        account, left_behind = self._leaving.account.id, successor.left_behind
        try:
            people.hand_over(self._journal, account, successor.who, successor.on, left_behind)
        except JournalError as error:
            self.failed.emit(error)
            return
        self.accept()

    def _successor(self) -> Successor | None:
        """Return who takes it over from when on; None where that is not understood."""
        is_understood, on = self.on.finish(), self.on.value
        if not is_understood or not isinstance(on, date):
            self.on.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        known = self.name.known_id()
        try:
            who = (
                colleague(self._journal, self.name.text())
                if known is None
                else Somebody(known=PersonId(known))
            )
        except JournalError as error:
            self.failed.emit(error)
            return None
        return Successor(who=who, on=on, left_behind=self.left_behind.text().strip())

    def _file_written(self, change: Change) -> None:
        self._journal.announce(change)
        if self._asked is None or self._path is None:
            return
        becomes = list(self._asked.choices.values())
        self._written.setText(written_words(self._leaving.account.name, self._path.name))
        self._folder.setText(str(self._path.parent))
        self._next.setText(
            next_words(
                self.name.text().strip(),
                day_text(self._asked.successor.on),
                becomes.count(Choice.KEEP),
                becomes.count(Choice.DELETE),
            )
        )
        self._stack.removeWidget(self._asking)
        self._asking.hide()  # it keeps its buttons, which nobody presses any more
        self.write.setDefault(False)
        self.close_button.setDefault(True)
        self.resize(self.width(), self.sizeHint().height())
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_folder_clicked(self) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))


def _read_only(name: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    made.setAccessibleName(name)
    return made


def _writing(asked: _Asked, path: Path) -> Work:
    def work(journal: Journal, progress: Progress) -> Change:
        progress(_("Writing {name}").format(name=path.name), 0, 0)
        account, seen = asked.leaving.account.id, asked.leaving
        return hand_over(journal, account, path, asked.choices, asked.successor, seen=seen)

    return work
