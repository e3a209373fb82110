"""A bar that says what went into the trash, with Undo beside it."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from journal.ui.shared.buttons import Button
from journal.ui.shared.key_button import KeyButton
from journal.ui.shared.labels import ElidedLabel
from journal.ui.shared.spoken import announce
from journal.ui.theme import Theme
from journal.wording import _


class UndoBar(QFrame):
    """Hidden until something is deleted, and again once anything else is done."""

    def __init__(self, undo: QAction, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self._words = ElidedLabel()
        self.undo_button = KeyButton(undo, theme)
        self.undo_button.setText(_("Undo"))
        self.undo_button.setAccessibleName(_("Undo"))
        self.undo_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        dismiss = Button(_("Dismiss"))
        dismiss.setProperty("kind", "quiet")
        dismiss.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self.undo_button)
        row.addWidget(dismiss)
        self.hide()

    def words(self) -> str:
        """Return what the bar says."""
        return self._words.text()

    def say(self, title: str, *, name: str = "", others: int = 0) -> None:
        """Say what was deleted.

        Args:
            title: Of what was meant; empty where it has none.
            name: Of what was done, where it was more than deleting.
            others: How many records went along.
        """
        words = _("Deleted: {title}").format(title=title) if title else _("Deleted.")
        if name:
            words = _("{what}: {title}").format(what=name, title=title)
        elif others:
            words = _("{deleted}, with {count} more").format(deleted=words, count=others)
        self._words.setText(words)
        self.setAccessibleName(words)
        self.show()
        announce(self, words)
