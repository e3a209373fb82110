"""What is chosen, to be read: of a closed negotiation, and what a part of the page is for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from journal.ui.negotiation import words
from journal.ui.negotiation.rows import Look, Row
from journal.ui.shared.form import Scrolled
from journal.ui.shared.labels import Kind, Label, column
from journal.wording import _

_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
)


class ReadPanel(QWidget):
    """A heading, the text as it is, and what is known about it, a line each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Label(kind=Kind.STRONG, wraps=True)
        self.text = Label(wraps=True)
        self.notes = Label(kind=Kind.MUTE, wraps=True)
        content = QWidget()
        inside = column(content, margins=(16, 12, 12, 16), gap=8)
        for each in (self._heading, self.text, self.notes):
            inside.addWidget(each)
        inside.addStretch(1)
        for each in (self.text, self.notes):
            each.setTextInteractionFlags(_SELECTABLE)
        self.area = Scrolled(_("What is chosen"), content)
        column(self, margins=(0, 0, 0, 0), gap=0).addWidget(self.area)
        self.setFocusProxy(self.text)

    def show_row(self, row: Row | None) -> None:
        """Show what is set off."""
        self._heading.setText("" if row is None else words.heading(row.part))
        if row is None:
            self.text.clear()
            self.notes.clear()
        elif row.look is Look.ADD:
            self.text.setText(words.meaning(row.part))
            self.notes.setText(_("Type, and press Enter; then type the next one."))
        else:
            self.text.setText(row.text)
            self.notes.setText("\n".join(row.notes))
        self.notes.setVisible(bool(self.notes.text()))
        self.text.setAccessibleName(self.text.text())
        self.notes.setAccessibleName(self.notes.text())
