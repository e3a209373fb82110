"""What no slot caught: a fault ends one action, not the program."""

import sys
from types import TracebackType

from PySide6.QtWidgets import QWidget


class Catcher:
    """Catches what no slot caught, so that a fault ends one action and not the program."""

    def __init__(self) -> None:
        self.window: QWidget | None = None
        self._before = sys.excepthook

    def install(self) -> None:
        """Catch from now on, and tell it over `window`."""
        self._before = sys.excepthook
        sys.excepthook = self._caught

    def uninstall(self) -> None:
        """Leave it to whoever caught before."""
        sys.excepthook = self._before

    def _caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
        else:
            from journal.ui import failures

            failures.show(self.window, error)
