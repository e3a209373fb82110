"""The head of the account's page: its name, and what can be done."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from journal.ui.commands import Commands
from journal.ui.shared.key_button import KeyButton
from journal.ui.shared.labels import ElidedLabel, Kind
from journal.ui.theme import Theme

# Of the page that it heads; the window has it there already when the page comes.
MARGINS = (24, 16, 24, 16)


class Head(QWidget):
    """Name, unit, place and owner; at the right the two commands of the day."""

    def __init__(self, theme: Theme, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(4)
        self._name = ElidedLabel(kind=Kind.TITLE)
        self._subtitle = ElidedLabel(kind=Kind.MUTE)
        words.addWidget(self._name)
        words.addWidget(self._subtitle)
        row.addLayout(words, 1)
        self.log_button = KeyButton(commands.log_meeting, theme)
        self.brief_button = KeyButton(commands.print_brief, theme, main=True)
        for button in (self.log_button, self.brief_button):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(button)

    def show_words(self, name: str, subtitle: str) -> None:
        """Show another account."""
        self._name.setText(name)
        self._subtitle.setText(subtitle)
