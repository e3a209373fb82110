"""What stands in the window: the list at the side, the page at the right, the bars about it."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from journal.ui.accounts.head import MARGINS, Head
from journal.ui.commands import Commands
from journal.ui.empty_page import EmptyPage
from journal.ui.shared.labels import column
from journal.ui.shared.notice_bar import NoticeBar
from journal.ui.sidebar import Sidebar
from journal.ui.theme import Theme


class Interior(QWidget):
    """Made when the first picture is painted; the head waits on a page of its own for the desk."""

    def __init__(self, theme: Theme, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sidebar = Sidebar(theme, commands)
        self.head = Head(theme, commands)
        self.empty_page = EmptyPage(commands)
        self.notice_bar = NoticeBar()
        self.head_page = QWidget()
        self._stack = QStackedWidget()
        self._lay_out()

    def show_page(self, page: QWidget) -> None:
        """Show something at the right of the list."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def show_below(self, bar: QWidget) -> None:
        """Put a bar below the page."""
        self._right.addWidget(bar)

    def _lay_out(self) -> None:
        upright = column(self.head_page, margins=MARGINS, gap=0)
        upright.addWidget(self.head)
        upright.addStretch(1)
        self._stack.addWidget(self.head_page)
        self._stack.addWidget(self.empty_page)
        right = QWidget()
        self._right = column(right, margins=(0, 0, 0, 0), gap=0)
        self._right.addWidget(self.notice_bar)
        self._right.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(right, 1)
