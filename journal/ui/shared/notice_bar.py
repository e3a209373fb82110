"""A bar for what should be known and does not stop anybody: a sentence and what to do about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from journal.ui.shared.buttons import other_button, quiet_button
from journal.ui.shared.labels import Label
from journal.wording import _


class NoticeBar(QFrame):
    """Hidden while there is nothing to say."""

    offer_taken = Signal()
    details_wanted = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self._words = Label(wraps=True)
        self.offer_button = other_button(_("What to do"))
        self.details_button = quiet_button(_("Details"))
        self.dismiss_button = quiet_button(_("Dismiss"))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self.offer_button)
        row.addWidget(self.details_button)
        row.addWidget(self.dismiss_button)
        self.offer_button.clicked.connect(self.offer_taken)
        self.details_button.clicked.connect(self.details_wanted)
        self.dismiss_button.clicked.connect(self.dismissed)
        self.hide()

    def words(self) -> str:
        """Return what the bar says; empty while it is hidden."""
        return self._words.text()

    def say(
        self, sentence: str, *, has_details: bool = False, offer: str = "", may_go: bool = True
    ) -> None:
        """Say this instead of what was said before; nothing hides the bar.

        Args:
            sentence: What should be known.
            has_details: Whether there is more to tell.
            offer: What can be done about it, as a button; empty for nothing.
            may_go: Whether it can be dismissed without taking the offer.
        """
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        if offer:
            self.offer_button.setText(offer)
        self.offer_button.setVisible(bool(offer))
        self.dismiss_button.setVisible(may_go)
        self.details_button.setVisible(has_details)
        self.setVisible(bool(sentence))
        if sentence:
            # Imported here: Qt takes its time to name all roles, and mostly nothing is said.
            from PySide6.QtGui import QAccessible, QAccessibleEvent

            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
