"""How large a window opens: as it likes to be, and never larger than the screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

# For the frame and the title that the system draws around it.
_FRAME_PX = 48


def fit(window: QWidget, width_px: int, height_px: int) -> None:
    """Give a window its size; what does not fit into it then scrolls."""
    room = window.screen().availableSize()
    wanted = QSize(width_px, height_px)
    window.resize(wanted.boundedTo(room - QSize(_FRAME_PX, _FRAME_PX)))
