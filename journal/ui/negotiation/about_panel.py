"""The negotiation that is open: what it is called, and closing it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from journal.domain.plan import Negotiation
from journal.operations import plans
from journal.operations.journal import Journal
from journal.ui.saving import Saver
from journal.ui.shared.buttons import other_button
from journal.ui.shared.form import Form, Scrolled
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.page import Page
from journal.ui.shared.saved_fields import SavedLine
from journal.wording import _

_BESIDE_LETTERS = 44


class AboutPanel(Page):
    """`closed` says that it was closed."""

    closed = Signal()

    def __init__(self, journal: Journal, saver: Saver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._saver = saver
        self._negotiation: Negotiation | None = None
        self.setObjectName("facts")
        self.title = SavedLine(saver, _("What it is about"), needs_text=True)
        self.result = SavedLine(saver, _("What came of it"))
        self.result.setPlaceholderText(_("in a sentence, once it is over"))
        self.close_button = other_button(_("Close negotiation"))
        self._why = Label(kind=Kind.MUTE, wraps=True)
        self._lay_out()
        self._connect()

    def show_negotiation(self, negotiation: Negotiation) -> None:
        """Show the one that is open."""
        if self._negotiation is None or self._negotiation.id != negotiation.id:
            self._say()
        self._negotiation = negotiation
        self.title.bind(negotiation, "title", _("Edit title"))
        self.result.bind(negotiation, "result", _("Edit what came of it"))

    def why(self) -> str:
        """Return what is said about closing it."""
        return self._why.text()

    def _lay_out(self) -> None:
        form = Form(beside_letters=_BESIDE_LETTERS)
        form.add(_("About"), self.title)
        form.add(_("Came of it"), self.result)
        content = QWidget()
        inside = column(content, margins=(16, 12, 12, 16), gap=8)
        inside.addWidget(Label(_("This negotiation"), Kind.STRONG))
        inside.addWidget(form)
        inside.addWidget(self._why)
        inside.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        column(self, margins=(0, 0, 0, 0), gap=0).addWidget(Scrolled(_("Negotiation"), content))
        self.setFocusProxy(self.title)

    def _connect(self) -> None:
        self.result.returnPressed.connect(self._close)
        self.close_button.clicked.connect(self._close)

    def _say(self, words: str = "") -> None:
        usual = _(
            "Closed, it stays readable; what still stands between us goes on in the next one."
        )
        self._why.setText(words or usual)

    @Slot()
    def _close(self) -> None:
        self._saver.flush()
        result, negotiation = self.result.text().strip(), self._negotiation
        if negotiation is None:
            return
        if not result:
            self._say(_("Say in a sentence what came of it."))
            self.result.setFocus()
            return
        verb = plans.close_negotiation
        if self.attempt(lambda: verb(self._journal, negotiation, result)) is not None:
            self.closed.emit()
