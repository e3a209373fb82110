"""The side of the window: the search, the accounts or what was found, and the foot."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QSizePolicy, QStackedWidget, QWidget

from journal.ui.accounts.account_list import AccountList
from journal.ui.commands import Commands
from journal.ui.search.field import SearchField
from journal.ui.search.results import ResultList
from journal.ui.shared.labels import ElidedLabel, Kind, column
from journal.ui.theme import Theme

WIDTH_PX = 228


class Sidebar(QFrame):
    """Passes on what its parts say."""

    account_chosen = Signal(str)
    hit_chosen = Signal(str, str)
    words_typed = Signal(str)

    def __init__(self, theme: Theme, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "side")
        self.setFixedWidth(WIDTH_PX)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        key = commands.search.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.search = SearchField(theme, key)
        self.accounts = AccountList(theme)
        self.results = ResultList(theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.accounts)
        self._stack.addWidget(self.results)
        self._foot = ElidedLabel(kind=Kind.FOOT)
        content = column(self, margins=(10, 12, 10, 10), gap=8)
        content.addWidget(self.search)
        content.addWidget(self._stack, 1)
        content.addWidget(self._foot)
        self._connect()

    def say(self, words: str) -> None:
        """Say something at the foot: what was saved, and when."""
        self._foot.setText(words)

    def foot(self) -> str:
        """Return what the foot says."""
        return self._foot.text()

    def show_accounts(self) -> None:
        """Show the accounts again, and forget what was searched."""
        self.search.clear()
        self._stack.setCurrentWidget(self.accounts)

    def show_results(self) -> None:
        """Show what was found instead of the accounts."""
        self._stack.setCurrentWidget(self.results)

    def go_to_search(self) -> None:
        """Take the keys into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _connect(self) -> None:
        self.accounts.account_chosen.connect(self.account_chosen)
        self.results.hit_chosen.connect(self.hit_chosen)
        self.search.words_typed.connect(self.words_typed)
        self.search.went_down.connect(self._went_down)

    @Slot()
    def _went_down(self) -> None:
        if self._stack.currentWidget() is self.results:
            self.results.go_down()
        else:
            self.accounts.setFocus(Qt.FocusReason.ShortcutFocusReason)
