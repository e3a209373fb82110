"""The private notes, each with what becomes of it: by a letter for those chosen, or for all."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from journal.operations.handing_over import Choice
from journal.operations.private_notes import Note, NoteKey
from journal.ui.handover.words import choice_words, where_words
from journal.ui.shared.row_table import only_read
from journal.ui.shared.words import plain_tip
from journal.wording import _

_WHERE, _TEXT, _CHOICE = range(3)
_TIP_LETTERS = 1000
_HARMLESS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class NoteTable(QTableWidget):
    """`moved` says that other rows are chosen, or that something else becomes of one."""

    moved = Signal()

    def __init__(self, notes: Iterable[Note], today: date, parent: QWidget | None = None) -> None:
        """Make it; every note is kept."""
        super().__init__(0, len((_WHERE, _TEXT, _CHOICE)), parent)
        self._notes = tuple(notes)
        self._choices = dict.fromkeys((each.key for each in self._notes), Choice.KEEP)
        only_read(self, _("Private notes"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_CHOICE, QHeaderView.ResizeMode.ResizeToContents)
        for place, words in enumerate((_("Where"), _("Note"), _("What becomes of it"))):
            title = QTableWidgetItem(words)
            title.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            self.setHorizontalHeaderItem(place, title)
        self._fill(today)
        self.itemSelectionChanged.connect(self.moved)

    @property
    def choices(self) -> dict[NoteKey, Choice]:
        """What becomes of each."""
        return dict(self._choices)

    def current_note(self) -> Note | None:
        """Return the one that the keys are at; None without any."""
        row = self.currentRow()
        return self._notes[row] if 0 <= row < len(self._notes) else None

    def chosen_choice(self) -> Choice | None:
        """Return what becomes of the chosen ones; None where it is not the same for all."""
        found = {self._choices[self._notes[row].key] for row in self._chosen_rows()}
        return found.pop() if len(found) == 1 else None

    def choose_for(self, choice: Choice, *, everywhere: bool = False) -> None:
        """Say what becomes of the chosen ones, or of all."""
        rows = range(len(self._notes)) if everywhere else self._chosen_rows()
        for row in rows:
            self._choices[self._notes[row].key] = choice
            self.setItem(row, _CHOICE, QTableWidgetItem(choice_words(choice)))
        self.moved.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().casefold()
        meant = [each for each in Choice if letter and choice_words(each)[:1].casefold() == letter]
        if meant and not event.modifiers() & ~_HARMLESS:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.choose_for(meant[0], everywhere=shift)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()  # the dialog has an answer to it
        else:
            super().keyPressEvent(event)

    def _fill(self, today: date) -> None:
        self.setRowCount(len(self._notes))
        for row, note in enumerate(self._notes):
            cells = (
                where_words(note, today),
                " ".join(note.text.split()),
                choice_words(Choice.KEEP),
            )
            for place, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setToolTip(plain_tip(words[:_TIP_LETTERS]))
                self.setItem(row, place, item)
        self.resizeColumnToContents(_WHERE)
        letter = self.fontMetrics().averageCharWidth()
        self.setColumnWidth(_WHERE, min(self.columnWidth(_WHERE), 32 * letter))
        if self._notes:  # not selectRow: the keys of the menu that led here are still down
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(
                self.model().index(0, 0), flags.ClearAndSelect | flags.Rows
            )

    def _chosen_rows(self) -> list[int]:
        return [each.row() for each in self.selectionModel().selectedRows()]
