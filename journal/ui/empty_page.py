"""What stands where an account would: nothing yet, and the one next step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal.ui.commands import Commands
from journal.ui.shared.buttons import Button
from journal.ui.shared.labels import Kind, Label
from journal.wording import _


class EmptyPage(QWidget):
    """An empty journal: open the sample to look around, bring in what there is, or begin."""

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sample_button = Button(_("Open the sample"))
        self.import_button = Button(_("Import…"))
        self.add_button = Button(_("Add an account…"))
        self.add_button.setProperty("kind", "main")
        self.add_button.clicked.connect(commands.new_account.trigger)
        self.sample_button.clicked.connect(commands.open_sample.trigger)
        self.import_button.clicked.connect(commands.import_files.trigger)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.sample_button)
        buttons.addWidget(self.import_button)
        buttons.addWidget(self.add_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(2)
        for label in (
            Label(_("This journal is empty"), Kind.STATEMENT),
            Label(
                _(
                    "Your accounts will stand at the left, each with its rating and the day "
                    "of its next meeting."
                ),
                Kind.MUTE,
            ),
        ):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addStretch(3)
