"""A bar for what should be known and does not stop anybody: a sentence, Details, Dismiss."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from journal.ui.shared.labels import Label
from journal.wording import _


class NoticeBar(QFrame):
    """Hidden while there is nothing to say."""

    details_wanted = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self._words = Label(wraps=True)
        self.details_button = _button(_("Details"))
        self.dismiss_button = _button(_("Dismiss"))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self.details_button)
        row.addWidget(self.dismiss_button)
        self.details_button.clicked.connect(self.details_wanted)
        self.dismiss_button.clicked.connect(self.dismissed)
        self.hide()

    def words(self) -> str:
        """Return what the bar says; empty while it is hidden."""
        return self._words.text()

    def say(self, sentence: str, *, has_details: bool = False) -> None:
        """Say this instead of what was said before; nothing hides the bar."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.details_button.setVisible(has_details)
        self.setVisible(bool(sentence))
        if sentence:
            # Imported here: Qt takes its time to name all roles, and mostly nothing is said.
            from PySide6.QtGui import QAccessible, QAccessibleEvent

            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))


def _button(words: str) -> QPushButton:
    made = QPushButton(words)
    made.setProperty("kind", "quiet")
    made.setAutoDefault(False)
    return made
