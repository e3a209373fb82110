"""The whole screen for what one looks at: no menu, no list, of an account name and evidence."""

from PySide6.QtCore import QObject, Qt, Slot

from journal.ui.account_page import AccountPage
from journal.ui.main_window import MainWindow


class FullScreen(QObject):
    """Every key works as before; F11 or Esc brings back what was there."""

    def __init__(self, window: MainWindow, page: AccountPage) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._had_sidebar = False
        window.commands.full_screen.toggled.connect(self._toggled)

    @property
    def is_on(self) -> bool:
        """Whether it fills the screen."""
        return self._window.commands.full_screen.isChecked()

    def leave(self) -> None:
        """Come back."""
        self._window.commands.full_screen.setChecked(False)

    @Slot(bool)
    def _toggled(self, on: bool) -> None:  # noqa: FBT001  Qt's own signal
        window = self._window
        if on:
            self._had_sidebar = window.commands.sidebar.isChecked()
        window.menuBar().setVisible(not on)
        window.commands.sidebar.setChecked(self._had_sidebar and not on)
        self._page.show_only_evidence(only=on)
        filled = window.windowState() | Qt.WindowState.WindowFullScreen
        window.setWindowState(
            filled if on else window.windowState() & ~Qt.WindowState.WindowFullScreen
        )
