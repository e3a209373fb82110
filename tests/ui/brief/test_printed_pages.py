"""What comes out of a printer, held against the page that was sent to it."""

import statistics
from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageChops, ImageFilter
from PIL.Image import Image
from PySide6.QtPrintSupport import QPrinter

from journal.domain.paper import Paper
from journal.operations.briefing import brief_pdf
from journal.operations.journal import Journal
from journal.ui.brief.printing import dots_per_inch, print_pictures, printer_for
from journal.ui.brief.rendering import pictures
from tests.ui.case import MERCY

DPI = 100
DARKEST = 255


def looked_at(pdf: bytes) -> list[Image]:
    """Return each page in grey, as from a step away: where ink is, not where each edge is."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            page.render(scale=DPI / 72).to_pil().convert("L").filter(ImageFilter.GaussianBlur(2))
            for page in document
        ]


def difference(one: Image, other: Image) -> tuple[float, float]:
    """Return how far two pages are apart, on average and at most; 1 is black against white."""
    apart = ImageChops.difference(one, other.resize(one.size)).tobytes()
    return statistics.fmean(apart) / DARKEST, max(apart) / DARKEST


@pytest.mark.parametrize("paper", Paper)
def test_a_printed_page_is_the_page_that_was_sent(
    qapp: object, journal: Journal, tmp_path: Path, paper: Paper
) -> None:
    """At its size and in its place, to a pixel of a hundred an inch, on each paper."""
    sent = brief_pdf(journal, MERCY, paper=paper)
    printer = printer_for(paper)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    print_pictures(printer, tuple(pictures(sent, dots_per_inch(printer))))
    pages, printed = looked_at(sent), looked_at((tmp_path / "printed.pdf").read_bytes())
    assert len(printed) == len(pages) > 1
    for page, came in zip(pages, printed, strict=True):
        mean, most = difference(page, came)
        assert mean < 0.004
        assert most < 0.12
    mean, most = difference(pages[0], printed[1])
    assert mean > 0.02
    assert most > 0.5
