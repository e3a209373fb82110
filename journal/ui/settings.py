"""What the window remembers of itself from one start to the next; nothing of the journal."""

from hashlib import blake2b
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from journal.ui.theme import Scheme

_SCHEME = "window/scheme"
_PLACE = "window/place"
_KNOWN = "known"


class Settings:
    """A small file beside the journal; whatever it does not know has its usual value."""

    def __init__(self, path: Path | None) -> None:
        """Read it.

        Args:
            path: None remembers nothing and writes no file. Never a device, such as the null
                device: Qt puts a new file in its place.
        """
        self._values = None if path is None else QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def scheme(self) -> Scheme:
        """Light, dark, or as the system."""
        value = str(self._read(_SCHEME))
        return Scheme(value) if value in set(Scheme) else Scheme.SYSTEM

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._write(_SCHEME, scheme.value)

    @property
    def place(self) -> QByteArray:
        """Where the window stood and how large it was; empty before the first close."""
        value = self._read(_PLACE)
        return value if isinstance(value, QByteArray) else QByteArray()

    @place.setter
    def place(self, place: QByteArray) -> None:
        self._write(_PLACE, place)

    def is_known(self, journal: Path, sentence: str) -> bool:
        """Whether the user has taken note of a sentence about a journal."""
        return self._read(_known(journal, sentence)) is not None

    def know(self, journal: Path, sentence: str) -> None:
        """Remember that the user has taken note of it."""
        self._write(_known(journal, sentence), "yes")

    def _read(self, key: str) -> object:
        return None if self._values is None else self._values.value(key)

    def _write(self, key: str, value: object) -> None:
        if self._values is not None:
            self._values.setValue(key, value)


def _known(journal: Path, sentence: str) -> str:
    # A fingerprint: neither the path nor a name in the sentence is kept.
    whole = f"{journal}\n{sentence}".encode("utf-8", "surrogateescape")
    return f"{_KNOWN}/{blake2b(whole, digest_size=16).hexdigest()}"
