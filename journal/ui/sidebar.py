"""The side of the window: where one searches, the places, the accounts, and the foot."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from journal.ui.accounts.account_list import AccountList
from journal.ui.commands import Commands
from journal.ui.place import Place
from journal.ui.search.button import SearchButton
from journal.ui.shared.labels import ElidedLabel, Kind, column
from journal.ui.shared.side_button import SideButton
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
        self.places = {
            place: SideButton(action, theme) for place, action in commands.places.items()
        }
        self._saved = self._backed_up = ""
        self._foot = ElidedLabel(kind=Kind.FOOT)
        content = column(self, margins=(10, 12, 10, 10), gap=8)
        content.addWidget(self.search)
        places = QWidget()
        upright = column(places, margins=(0, 0, 0, 0), gap=0)
        for each in self.places.values():
            upright.addWidget(each)
        content.addWidget(places)
        content.addWidget(self.accounts, 1)
        content.addWidget(self._foot)
        self.accounts.account_chosen.connect(self.account_chosen)

    def show_place(self, place: Place | None) -> None:
        """Set off the place where one is; None where an account is shown."""
        for each, button in self.places.items():
            button.setChecked(each is place)
        if place is not None:
            self.accounts.choose_none()

    def say(self, words: str) -> None:
        """Say something at the foot: what was saved, and when."""
        self._saved = words
        self._tell_foot()

    def say_backed_up(self, words: str) -> None:
        """Say there, after it, when the last backup was made."""
        self._backed_up = words
        self._tell_foot()

    def _tell_foot(self) -> None:
        self._foot.setText(" · ".join(filter(None, (self._saved, self._backed_up))))

    def foot(self) -> str:
        """Return what the foot says."""
        return self._foot.text()
