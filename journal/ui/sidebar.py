"""The side of the window: where one searches, the accounts, and the foot."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from journal.ui.accounts.account_list import AccountList
from journal.ui.commands import Commands
from journal.ui.search.button import SearchButton
from journal.ui.shared.labels import ElidedLabel, Kind, column
from journal.ui.theme import Theme

WIDTH_PX = 228


class Sidebar(QFrame):
    """Passes on what its parts say."""

    account_chosen = Signal(str)

    def __init__(self, theme: Theme, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "side")
        self.setFixedWidth(WIDTH_PX)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.search = SearchButton(commands.search, theme)
        self.accounts = AccountList(theme)
        self._foot = ElidedLabel(kind=Kind.FOOT)
        content = column(self, margins=(10, 12, 10, 10), gap=8)
        content.addWidget(self.search)
        content.addWidget(self.accounts, 1)
        content.addWidget(self._foot)
        self.accounts.account_chosen.connect(self.account_chosen)

    def say(self, words: str) -> None:
        """Say something at the foot: what was saved, and when."""
        self._foot.setText(words)

    def foot(self) -> str:
        """Return what the foot says."""
        return self._foot.text()
