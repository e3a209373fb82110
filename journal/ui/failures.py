"""How the window says that something went wrong: what happened, what was kept, what to do."""

import logging
import traceback

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from journal.domain.errors import JournalError
from journal.wording import _

_LOG = logging.getLogger(__name__)


def box(parent: QWidget | None, error: BaseException) -> QMessageBox:
    """Make the message for an error: one sentence, and the rest under Details.

    A `JournalError` brings its sentence. Anything else is a fault of ours: the message says
    what was kept, and the log has it all.
    """
    made = QMessageBox(parent)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setIcon(QMessageBox.Icon.NoIcon)
    made.setWindowTitle(_("Account Journal"))
    if isinstance(error, JournalError):
        made.setText(error.sentence)
        details = error.details
    else:
        made.setText(
            _(
                "Something went wrong in the program. What was saved before is kept; "
                "please try again, and tell us what stands under Details."
            )
        )
        details = "".join(traceback.format_exception(error))
    if details:
        made.setDetailedText(details)
    made.addButton(QMessageBox.StandardButton.Ok)
    return made


def show(parent: QWidget | None, error: BaseException) -> None:
    """Tell the user, without stopping the window."""
    if not isinstance(error, JournalError):
        _LOG.error("a fault of ours", exc_info=error)
    box(parent, error).open()
