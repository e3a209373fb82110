"""Pages onto a printer, each as a picture at the printer's own resolution, within reason."""

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from journal.domain.errors import NotSavedError
from journal.domain.paper import Paper
from journal.wording import _

FINEST_DPI = 300

_SIZES = {
    Paper.A4: QPageSize.PageSizeId.A4,
    Paper.LETTER: QPageSize.PageSizeId.Letter,
    Paper.A5: QPageSize.PageSizeId.A5,
}


def printer_for(paper: Paper, *, across: bool = False) -> QPrinter:
    """Make the user's printer ready for a paper; nothing is printed yet.

    Args:
        across: Whether the long side of the paper lies across.
    """
    landscape, portrait = QPageLayout.Orientation.Landscape, QPageLayout.Orientation.Portrait
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setPageLayout(
        QPageLayout(
            QPageSize(_SIZES[paper]), landscape if across else portrait, QMarginsF(0, 0, 0, 0)
        )
    )
    made.setFullPage(True)  # last: a layout brings its own margins back
    return made


def dots_per_inch(printer: QPrinter) -> int:
    """Return the resolution at which to render for it: finer than this nobody sees."""
    return min(printer.resolution(), FINEST_DPI)


def print_pictures(printer: QPrinter, pictures: Sequence[QImage]) -> None:
    """Print one picture a page.

    Raises:
        NotSavedError: if the printer does not take it.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise NotSavedError(_("The printer does not take it; nothing was printed."))
    for number, picture in enumerate(pictures):
        if number:
            printer.newPage()
        painter.drawImage(QRectF(painter.viewport()), picture)
    painter.end()
