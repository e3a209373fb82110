"""Buttons with words of the user's, which are cut where there is no room, whole in the tip."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QRadioButton, QSizePolicy, QWidget
from typing_extensions import override

from journal.ui.shared.buttons import Button
from journal.ui.shared.eliding import elided
from journal.ui.shared.words import plain_button, plain_tip

_LEAST_PX = 64
_FRAME_PX = 34  # of a button, and about that of a radio button's mark


class ElidedButton(Button):
    """A button as wide as it may be, with its words at the left."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = words
        self.setProperty("kind", "search")
        _prepare(self, words)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_PX, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        _cut(self, self._words)


class ElidedRadio(QRadioButton):
    """One of several choices under each other."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setProperty("kind", "choice")
        _prepare(self, words)

    @property
    def words(self) -> str:
        """All of what it says."""
        return self._words

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_PX, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        _cut(self, self._words)


def _prepare(button: QAbstractButton, words: str) -> None:
    button.setAccessibleName(words)
    button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    button.setText(plain_button(words))


def _cut(button: QAbstractButton, words: str) -> None:
    line = " ".join(words.split())
    shown = elided(button.fontMetrics(), line, button.width() - _FRAME_PX)
    button.setText(plain_button(shown))
    button.setToolTip("" if shown == words else plain_tip(words))
