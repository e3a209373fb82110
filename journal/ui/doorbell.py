"""A second start of a journal that is open raises the window that has it.

Between two programs of one user on one computer, through a local socket that nobody else may
open; nothing goes over a network.
"""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 500


class Doorbell(QObject):
    """Says `rung` when somebody starts the program with a journal that is open here."""

    rung = Signal()

    def __init__(self, journal_path: Path, parent: QObject | None = None) -> None:
        """Hang it up; whoever has the journal's lock may take the name over from a dead one."""
        super().__init__(parent)
        name = _name(journal_path)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        QLocalServer.removeServer(name)
        self._server.listen(name)

    @Slot()
    def take_down(self) -> None:
        """Hear nothing more."""
        self._server.close()

    @Slot()
    def _answer(self) -> None:
        while (visitor := self._server.nextPendingConnection()) is not None:
            visitor.disconnected.connect(visitor.deleteLater)
            visitor.disconnectFromServer()
            self.rung.emit()


def ring(journal_path: Path) -> bool:
    """Ask the window that has a journal open to come to the front; False if there is none."""
    visitor = QLocalSocket()
    visitor.connectToServer(_name(journal_path))
    is_heard = visitor.waitForConnected(_WAIT_MS)
    visitor.close()
    return is_heard


def _name(journal_path: Path) -> str:
    """Name the socket after the file; a path may be longer than a socket's name."""
    path = str(journal_path.resolve()).encode("utf-8", "surrogateescape")
    return f"account-journal-{hashlib.blake2b(path, digest_size=16).hexdigest()}"
