"""Pages of a PDF as pictures; the one place that knows pypdfium2."""

import threading
from collections.abc import Iterator

from PySide6.QtGui import QImage

POINTS_IN_INCH = 72

# The library behind it is not made for two threads at once.
_ONE_AT_A_TIME = threading.Lock()


def pictures(pdf: bytes, dots_per_inch: float) -> Iterator[QImage]:
    """Yield each page as a picture; may be called in any thread."""
    import pypdfium2

    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            for page in document:
                bitmap = page.render(scale=dots_per_inch / POINTS_IN_INCH, prefer_bgrx=True)
                whole = QImage(
                    bitmap.buffer,
                    bitmap.width,
                    bitmap.height,
                    bitmap.stride,
                    QImage.Format.Format_RGB32,
                )
                # It points into the library's memory, which goes with the bitmap.
                yield whole.copy()
                bitmap.close()
                page.close()
        finally:
            document.close()
