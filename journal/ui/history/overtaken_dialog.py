"""A text that somebody else changed while it was typed: both versions, and which one stays."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPlainTextEdit, QWidget

from journal.domain.errors import NotFoundError
from journal.operations.editing import Typed
from journal.ui.saving import Saver
from journal.ui.shared.fitting import fit
from journal.ui.shared.labels import Kind, Label, column
from journal.wording import _

_Role = QDialogButtonBox.ButtonRole


class OvertakenDialog(QDialog):
    """Neither version is lost: what is let go can still be copied from here."""

    def __init__(
        self, saver: Saver, typed: Typed, held: str | None, parent: QWidget | None = None
    ) -> None:
        """Show both.

        Args:
            saver: Holds the text that was typed.
            typed: It.
            held: What the journal holds now; None where the record is gone.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Changed elsewhere"))
        fit(self, 640, 360)
        self._saver = saver
        self._typed = typed
        sentence = (
            _("This was deleted while you were typing; what you typed is kept here.")
            if held is None
            else _("This was changed elsewhere while you were typing; nothing is lost yet.")
        )
        texts = QHBoxLayout()
        texts.setSpacing(12)
        self.mine = _text(typed.text, _("Yours"))
        texts.addWidget(_named(_("Yours"), self.mine))
        if held is not None:
            texts.addWidget(_named(_("In the journal now"), _text(held, _("In the journal now"))))
        buttons = QDialogButtonBox()
        self.copy_button = buttons.addButton(_("Copy yours"), _Role.ActionRole)
        self.theirs_button = buttons.addButton(
            _("Let yours go") if held is None else _("Keep what is there"), _Role.ActionRole
        )
        self.mine_button = buttons.addButton(_("Keep yours"), _Role.ActionRole)
        self.mine_button.setProperty("kind", "main")
        self.mine_button.setVisible(held is not None)
        content = column(self, margins=(24, 20, 24, 16), gap=12)
        self._sentence = Label(sentence, wraps=True)
        content.addWidget(self._sentence)
        content.addLayout(texts, 1)
        content.addWidget(buttons)
        self.copy_button.clicked.connect(self._copy)
        self.theirs_button.clicked.connect(self._keep_theirs)
        self.mine_button.clicked.connect(self._keep_mine)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._typed.text)

    @Slot()
    def _keep_theirs(self) -> None:
        self._saver.let_go(self._typed)
        self.accept()

    @Slot()
    def _keep_mine(self) -> None:
        try:
            self._saver.keep_mine(self._typed)
        except NotFoundError as error:  # deleted while the two were looked at
            self.mine_button.setVisible(False)
            self._sentence.setText(error.sentence)
            return
        self.accept()


def _text(text: str, name: str) -> QPlainTextEdit:
    made = QPlainTextEdit(text)
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    made.setAccessibleName(name)
    return made


def _named(name: str, text: QPlainTextEdit) -> QWidget:
    made = QWidget()
    upright = column(made, margins=(0, 0, 0, 0), gap=4)
    upright.addWidget(Label(name, Kind.LABEL))
    upright.addWidget(text, 1)
    return made
