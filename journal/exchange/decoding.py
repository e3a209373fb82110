"""From the bytes of a stranger's file to text: bounded, decoded and cleaned."""

import codecs
import gzip
import io
import re
import zlib
from dataclasses import dataclass
from pathlib import Path

from journal.domain.errors import RefusedFileError
from journal.exchange.report import WHOLE_FILE, LineNote

SIZE_LIMIT = 20 * 1024 * 1024
RATIO_LIMIT = 200
_CHUNK = 256 * 1024
_GZIP = b"\x1f\x8b"
_OTHER_KINDS = {
    b"PK\x03\x04": "a workbook or another zip archive; save the sheet as CSV and import that",
    b"\xd0\xcf\x11\xe0": "an old office document; save the sheet as CSV and import that",
    b"%PDF": "a PDF, which has no rows to read",
    b"SQLite format 3\x00": "a database",
}
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LIKELIEST = (
    "Not UTF-8, so read as Western European (Windows-1252); if accents look wrong,"
    ' name the encoding in a mapping file, such as encoding = "cp1250".'
)
_LOOK_BYTES = 4096
_NUL_SHARE = 0.3
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_FIRST_SURROGATE, _LAST_SURROGATE = "\ud800", "\udfff"
_REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of a file, and what had to be done to get it."""

    text: str
    notes: tuple[LineNote, ...] = ()


def read_text(path: Path, *, encoding: str | None = None, limit: int = SIZE_LIMIT) -> Decoded:
    """Read a text file that may be compressed with gzip.

    Args:
        encoding: Python's name of it; None finds it out.
        limit: In bytes, of the uncompressed text.

    Raises:
        RefusedFileError: if it cannot be read, is too large or is not text.
    """
    return decode(read_bytes(path, limit=limit), encoding=encoding)


def read_head(path: Path) -> str:
    """Return the first few thousand characters of a file, to recognise it by.

    Raises:
        RefusedFileError: if it cannot be read.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(_LOOK_BYTES)
        if raw.startswith(_GZIP):
            with gzip.open(path) as file:
                raw = file.read(_LOOK_BYTES)
    except (OSError, EOFError, zlib.error) as error:
        message = f"{path.name} cannot be read: {getattr(error, 'strerror', None) or error}."
        raise RefusedFileError(message) from error
    return decode(raw).text


def read_bytes(path: Path, *, limit: int = SIZE_LIMIT) -> bytes:
    """Read a file, uncompressed where it is gzip, never more than the limit.

    Raises:
        RefusedFileError: if it cannot be read, is too large or is packed too tightly.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(limit + 1)
    except OSError as error:
        message = f"{path.name} cannot be read: {error.strerror or error}."
        raise RefusedFileError(message) from error
    _require_size(len(raw), limit, path.name)
    if raw.startswith(_GZIP):
        raw = _unpacked(raw, limit, path.name)
    for magic, kind in _OTHER_KINDS.items():
        if raw.startswith(magic):
            message = f"{path.name} is not text but {kind}."
            raise RefusedFileError(message)
    return raw


def _unpacked(raw: bytes, limit: int, name: str) -> bytes:
    out = bytearray()
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(raw)) as file:
            while chunk := file.read(_CHUNK):
                out += chunk
                _require_size(len(out), limit, name)
                if len(out) > RATIO_LIMIT * len(raw):
                    message = f"{name} unpacks to more than {RATIO_LIMIT} times its size."
                    raise RefusedFileError(message)
    except (OSError, EOFError, zlib.error) as error:
        message = f"{name} is damaged: it cannot be unpacked to its end."
        raise RefusedFileError(message, str(error)) from error
    return bytes(out)


def _require_size(size: int, limit: int, name: str) -> None:
    if size > limit:
        message = (
            f"{name} has more than {limit / 1024 / 1024:,.0f} MB of text;"
            " cut it into smaller files, or allow more."
        )
        raise RefusedFileError(message)


def decode(raw: bytes, *, encoding: str | None = None) -> Decoded:
    """Decode and clean: the encoding named, else a byte order mark, UTF-8, UTF-16, Windows.

    Raises:
        RefusedFileError: if the bytes are not text in the encoding that was named.
    """
    if encoding is not None:
        text, said = _decode_as(raw, encoding), ""
    else:
        text, said = _decode_unnamed(raw)
    cleaned, why = clean(text)
    whys = [each for each in (said, _unreadable(text), why) if each]
    return Decoded(text=cleaned, notes=tuple(LineNote(line=WHOLE_FILE, why=w) for w in whys))


def _decode_as(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding).removeprefix("\ufeff")
    except (UnicodeError, LookupError) as error:
        message = f"The file is not text in the encoding {encoding!r}."
        raise RefusedFileError(message, str(error)) from error


def _decode_unnamed(raw: bytes) -> tuple[str, str]:
    """Return the text, and a sentence where the encoding is no more than the likeliest."""
    for mark, name in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return raw.decode(name, errors="replace"), ""
    name = _utf16_without_mark(raw)
    if name:
        return raw.decode(name, errors="replace"), f"Read as {name.upper()}, to judge by its bytes."
    try:
        return raw.decode("utf-8"), ""
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace"), _LIKELIEST


def _utf16_without_mark(raw: bytes) -> str:
    """Tell by the zero bytes, which stand on one side of every Latin letter, digit and comma."""
    head = raw[:_LOOK_BYTES]
    few = len(head) * _NUL_SHARE / 2
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) <= few or min(even, odd) > few:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _unreadable(text: str) -> str:
    count = text.count(_REPLACEMENT)
    return f"{count:,} unreadable in its encoding, shown as {_REPLACEMENT}." if count else ""


def clean(text: str) -> tuple[str, str]:
    """Take out NUL and control characters, and replace surrogates that stand alone.

    Returns:
        The text, and a sentence about it, empty where nothing was found.
    """
    first = _UNWANTED.search(text)
    if first is None:
        return text, ""
    line = text.count("\n", 0, first.start()) + 1
    cleaned, count = _UNWANTED.subn(_instead, text)
    characters = "character" if count == 1 else "characters"
    return cleaned, f"{count:,} control {characters} taken out, the first in line {line}."


def _instead(match: re.Match[str]) -> str:
    return _REPLACEMENT if _FIRST_SURROGATE <= match[0] <= _LAST_SURROGATE else ""
