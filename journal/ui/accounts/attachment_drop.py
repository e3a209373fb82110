"""Files dropped on a page belong to the account that it shows."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from journal.domain.record import AccountId


class AttachmentDrop(QObject):
    """Watches a page; says `dropped` with the account and where the files lie."""

    dropped = Signal(str, list)

    def __init__(self, page: QWidget) -> None:
        """Let files be dropped on the page and on all in it that takes no drop of its own."""
        super().__init__(page)
        self._account_id: AccountId | None = None
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def show_account(self, account_id: AccountId | None) -> None:
        """Hear whose files they are from now on; None takes no files."""
        self._account_id = account_id

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A drag that enters is a drag that moves, to Qt.
        if isinstance(event, QDragMoveEvent) and self._takes(event.mimeData()):
            event.acceptProposedAction()
            return True
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            return self._dropped(event)
        return super().eventFilter(watched, event)

    def _takes(self, data: QMimeData) -> bool:
        return self._account_id is not None and bool(files_of(data))

    def _dropped(self, event: QDropEvent) -> bool:
        if self._account_id is None or not self._takes(event.mimeData()):
            return False
        event.acceptProposedAction()
        self.dropped.emit(self._account_id, files_of(event.mimeData()))
        return True


def files_of(data: QMimeData) -> list[Path]:
    """Return where the files lie that are dragged; what is not on this computer is left out."""
    return [Path(each.toLocalFile()) for each in data.urls() if each.isLocalFile()]
