"""What is chosen, to be read: of a closed negotiation, and what a part of the page is for."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from journal.ui.negotiation import words
from journal.ui.negotiation.groups import Part
from journal.ui.negotiation.rows import Look, Row
from journal.ui.shared.buttons import other_button
from journal.ui.shared.form import Scrolled
from journal.ui.shared.labels import Kind, Label, column
from journal.wording import _

_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
)


class ReadPanel(QWidget):
    """A heading, the text as it is, and what is known about it, a line each.

    `goal_wanted` says that the goal is to be changed.
    """

    goal_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Label(kind=Kind.STRONG, wraps=True)
        self.text = Label(wraps=True)
        self.notes = Label(kind=Kind.MUTE, wraps=True)
        self.goal = other_button(_("Facts and goal…"))
        content = QWidget()
        inside = column(content, margins=(16, 12, 12, 16), gap=8)
        for each in (self._heading, self.text, self.notes):
            inside.addWidget(each)
        inside.addWidget(self.goal, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        for each in (self.text, self.notes):
            each.setTextInteractionFlags(_SELECTABLE)
        self.area = Scrolled(_("What is chosen"), content)
        column(self, margins=(0, 0, 0, 0), gap=0).addWidget(self.area)
        self.goal.clicked.connect(self._goal_clicked)

    def show_row(self, row: Row | None) -> None:
        """Show what is set off."""
        self._heading.setText("" if row is None else words.heading(row.part))
        if row is None:
            self.text.clear()
            self.notes.clear()
        elif row.look is Look.ADD:
            self.text.setText(words.meaning(row.part))
            is_one = row.part is Part.ABOUT
            next_one = _("Type, and press Enter; then type the next one.")
            self.notes.setText(_("Type, and press Enter.") if is_one else next_one)
        else:
            self.text.setText(row.text)
            self.notes.setText("\n".join(row.notes))
        is_goal = row is not None and row.part is Part.GOAL
        self.goal.setVisible(is_goal)
        self.setFocusProxy(self.goal if is_goal else self.text)
        self.notes.setVisible(bool(self.notes.text()))
        self.text.setAccessibleName(self.text.text())
        self.notes.setAccessibleName(self.notes.text())

    @Slot()
    def _goal_clicked(self) -> None:
        self.goal_wanted.emit()
