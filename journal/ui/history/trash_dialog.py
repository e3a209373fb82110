"""The trash: what lies in it, taking it back, and emptying it for good."""

from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QMessageBox,
    QWidget,
)

from journal.domain.errors import JournalError
from journal.operations import past, records
from journal.operations.journal import Journal
from journal.operations.past import Discarded
from journal.ui import failures
from journal.ui.history.words import title_words
from journal.ui.shared.buttons import button_row, main_button, other_button
from journal.ui.shared.fitting import fit
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.words import day_words
from journal.wording import _, ngettext

_ROW_GAP_PX = 2
_SIZE_PX = (640, 480)


class TrashDialog(QDialog):
    """Takes things back at once; only emptying asks, because it cannot be undone."""

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Trash"))
        fit(self, *_SIZE_PX)
        self._journal = journal
        self._discarded: tuple[Discarded, ...] = ()
        self._statement = Label(kind=Kind.STATEMENT, wraps=True)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Trash"))
        self.list.setSpacing(_ROW_GAP_PX)
        self.restore = main_button(_("&Restore"))
        self.empty = other_button(_("&Empty trash…"))
        self._close = other_button(_("Close"))
        self._lay_out()
        self._connect()
        self._read()

    def statement(self) -> str:
        """Return what is said above the list."""
        return self._statement.text()

    def _lay_out(self) -> None:
        buttons = button_row(self._close, self.restore, left=(self.empty,))
        content = column(self, margins=(24, 20, 24, 16), gap=12)
        content.addWidget(self._statement)
        content.addWidget(self.list, 1)
        self._statement.setAlignment(Qt.AlignmentFlag.AlignTop)
        content.addLayout(buttons)

    def _connect(self) -> None:
        self.restore.clicked.connect(self._restore_clicked)
        self.empty.clicked.connect(self._empty_clicked)
        self._close.clicked.connect(self.reject)
        # Enter goes on to the dialog, whose button it presses.
        self.list.itemDoubleClicked.connect(self._restore_clicked)

    def _read(self) -> None:
        self._discarded = past.discarded(self._journal)
        today = self._journal.today()
        self.list.clear()
        self.list.addItems([_words(each, today) for each in self._discarded])
        self.list.setCurrentRow(0)
        is_full = bool(self._discarded)
        self.list.setVisible(is_full)
        self.restore.setEnabled(is_full)
        self.empty.setEnabled(is_full)
        self._statement.setText(
            _("Enter takes it back; nothing is gone until the trash is emptied.")
            if is_full
            else _("The trash is empty. What you delete lies here until you empty it.")
        )
        (self.list if is_full else self._close).setFocus()

    @Slot()
    def _restore_clicked(self) -> None:
        row = self.list.currentRow()
        if row < 0:
            return
        try:
            past.restore(self._journal, self._discarded[row])
        except JournalError as error:
            failures.show(self, error)
        self._read()

    @Slot()
    def _empty_clicked(self) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(_("Empty trash"))
        box.setText(_("Remove all of it for good? Neither undo nor the history brings it back."))
        for_good = box.addButton(_("Remove for good"), QMessageBox.ButtonRole.DestructiveRole)
        for_good.clicked.connect(self._empty_now)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.open()

    @Slot()
    def _empty_now(self) -> None:
        try:
            emptied = records.empty_trash(self._journal)
        except JournalError as error:
            failures.show(self, error)
            return
        self._read()
        if emptied.stayed:
            self._statement.setText(
                ngettext(
                    "{count} thing stayed, because something outside the trash refers to it.",
                    "{count} things stayed, because something outside the trash refers to them.",
                    emptied.stayed,
                ).format(count=emptied.stayed)
            )


def _words(discarded: Discarded, today: date) -> str:
    first = discarded.first
    words = [title_words(first.kind, first.title)]
    if discarded.others:
        count = len(discarded.others)
        words.append(ngettext("and {count} more", "and {count} more", count).format(count=count))
    if first.account and first.account != first.title:
        words.append(first.account)
    words.append(day_words(first.at.astimezone().date(), today))
    return " · ".join(words)
