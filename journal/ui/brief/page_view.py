"""The pages of a document under each other, as wide as there is room."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from journal.ui.theme import Theme
from journal.wording import _

PREVIEW_DPI = 144
_WIDEST_PX = 820
_GAP_PX = 16


class PageView(QScrollArea):
    """Shows pages; arrows and Page Up and Down scroll through them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pages: tuple[_Page, ...] = ()
        self.setAccessibleName(_("Pages of the brief"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_pages(self, pictures: Sequence[QImage]) -> None:
        """Show other pages, from the top."""
        content = QWidget()
        content.setObjectName("scrolled")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP_PX)
        self._pages = tuple(
            _Page(self._theme, picture, number, len(pictures))
            for number, picture in enumerate(pictures, start=1)
        )
        for page in self._pages:
            column.addWidget(page)
        column.addStretch(1)
        self.setWidget(content)

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self._pages)


class _Page(QWidget):
    """One page, in the middle, never larger than it was rendered."""

    def __init__(self, theme: Theme, picture: QImage, number: int, count: int) -> None:
        super().__init__()
        self._theme = theme
        self._picture = picture
        self.setAccessibleName(_("Page {number} of {count}").format(number=number, count=count))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return round(min(width, _WIDEST_PX) * self._picture.height() / self._picture.width())

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDEST_PX, self.heightForWidth(_WIDEST_PX))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self.heightForWidth(self.width()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        width = min(self.width(), _WIDEST_PX)
        place = QRectF((self.width() - width) // 2, 0, width, self.height())
        painter.drawImage(place, self._picture)
        painter.setPen(QPen(self._theme.colours.line, 1))
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
