"""Whose journal it is: one name, said once and changed at will."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from journal.domain.errors import JournalError
from journal.operations import accounts, reading
from journal.operations.journal import Journal
from journal.ui.shared.buttons import button_row, main_button, other_button
from journal.ui.shared.form import Form
from journal.ui.shared.labels import Kind, Label, column
from journal.wording import _

_WIDTH_PX = 440


class OwnNameDialog(QDialog):
    """Writes the name down as one change; `failed` says a `JournalError`."""

    failed = Signal(object)

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        """Show the name that is known.

        Raises:
            JournalError: if the journal cannot be read.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Your name"))
        self.setMinimumWidth(_WIDTH_PX)
        self._journal = journal
        me = reading.me(journal)
        self._held = "" if me is None else me.name
        self.name = QLineEdit(self._held)
        self.name.setAccessibleName(_("Your name"))
        self.keep = main_button(_("Keep this name"))
        self.cancel = other_button(_("Cancel"))
        self._lay_out()
        self.name.textChanged.connect(self._tell)
        self.keep.clicked.connect(self._keep_clicked)
        self.cancel.clicked.connect(self.reject)
        self._tell()
        self.name.selectAll()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        form = Form()
        form.add(_("Your name"), self.name)
        buttons = button_row(self.cancel, self.keep)
        whole = column(self, margins=(24, 20, 24, 16), gap=16)
        said = _("It stands by your own promises, and by the accounts that you look after.")
        whole.addWidget(Label(said, Kind.MUTE, wraps=True))
        whole.addWidget(form)
        whole.addStretch(1)
        whole.addLayout(buttons)

    @Slot()
    def _tell(self) -> None:
        self.keep.setEnabled(self.name.text().strip() not in {"", self._held})

    @Slot()
    def _keep_clicked(self) -> None:
        try:
            accounts.introduce_self(self._journal, self.name.text().strip())
        except JournalError as error:
            self.failed.emit(error)
            return
        self.accept()
