"""The four answers under the head: rating, goal, next meeting, lost meetings."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from journal.ui.accounts import summary
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.buttons import other_button
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.marks import LevelMark
from journal.ui.theme import Theme
from journal.wording import _


class Strip(QFrame):
    """Rating, goal, next meeting and what was lost, side by side.

    `rate_wanted` asks for where an account is rated, while it has no rating of ours.
    """

    rate_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        self._mark = LevelMark(theme)
        self.rate_button = other_button(_("Rate it (Ctrl+7)"))
        self.rate_button.setProperty("kind", "word")
        self.rate_button.clicked.connect(self.rate_wanted)
        self._cells = (
            _Cell(_("Rating"), self._mark, self.rate_button),
            _Cell(_("Goal")),
            _Cell(_("Next meeting")),
            _Cell(_("Lost meetings")),
        )
        for position, cell in enumerate(self._cells):
            if position:
                row.addWidget(_upright())
            row.addWidget(cell, 1)

    def show_account(self, view: AccountView) -> None:
        """Show another account."""
        level = summary.level_of(view)
        self._mark.set_level(level)
        self.rate_button.setVisible(level is None)
        answers = (
            summary.rating_answer(view),
            summary.goal_answer(view),
            summary.next_answer(view),
            summary.lost_answer(view),
        )
        for cell, answer in zip(self._cells, answers, strict=True):
            cell.show_answer(answer)


class _Cell(QWidget):
    def __init__(self, name: str, mark: QWidget | None = None, deed: QWidget | None = None) -> None:
        super().__init__()
        self._name = name
        content = column(self, margins=(14, 10, 14, 10), gap=4)
        row = QHBoxLayout()
        row.setSpacing(6)
        if mark is not None:
            row.addWidget(mark)
        self._statement = Label(kind=Kind.STRONG, wraps=True)
        row.addWidget(self._statement, 1)
        content.addLayout(row)
        self._ground = Label(kind=Kind.MUTE, wraps=True)
        content.addWidget(self._ground)
        if deed is not None:
            content.addWidget(deed, 0, Qt.AlignmentFlag.AlignLeft)
        content.addStretch(1)

    def show_answer(self, answer: summary.Answer) -> None:
        self._statement.setText(answer.statement)
        self._ground.setText(answer.ground)
        self._ground.setVisible(bool(answer.ground))
        self.setAccessibleName(self._name)
        said = (answer.statement, answer.ground)
        self.setAccessibleDescription(". ".join(each for each in said if each))


def _upright() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "rule")
    line.setFixedWidth(1)
    return line
