"""From the journal's announcements to one Qt signal."""

from PySide6.QtCore import QObject, Signal

from journal.operations.change import Change
from journal.operations.journal import Journal


class Bridge(QObject):
    """Says `changed` once for each change of the journal, whoever made it."""

    changed = Signal(Change)

    def __init__(self, journal: Journal, parent: QObject) -> None:
        super().__init__(parent)
        self._leave = journal.subscribe(self._announced)

    def close(self) -> None:
        """Hear no more of the journal."""
        self._leave()

    def _announced(self, change: Change) -> None:
        self.changed.emit(change)
