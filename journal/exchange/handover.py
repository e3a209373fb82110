"""The file in which an account goes to a colleague: a pack, a PDF to read, and its files.

It is a zip archive of names of our own and nothing else: the records as a pack, the digest as
a PDF for whoever has not got the program, and each attached file under the digest of what it
holds. It comes from a stranger like every file, so what it says of sizes is held against what
there is, and no name in it ever becomes a path.
"""

import hashlib
import re
import struct
import zlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from journal.domain.document import Attachment
from journal.domain.errors import RefusedFileError
from journal.exchange.decoding import RATIO_LIMIT, SIZE_LIMIT, decode
from journal.exchange.pack import Pack, parse_pack
from journal.exchange.report import WHOLE_FILE, LineNote, Progress, no_progress

SUFFIX = ".handover"
FILE_LIMIT = 100 * 1024 * 1024
FILES_LIMIT = 500 * 1024 * 1024
"""Of one attached file, and of all of them together, in bytes."""

_RECORDS, _DIGEST, _FILES = "records.jsonl", "digest.pdf", "files/"
_FILE = re.compile(rf"{_FILES}([0-9a-f]{{64}})")
_MOST_ENTRIES = 1002
_LOCAL_NAME = 30
_AT_ONCE = 1024 * 1024
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_ONLY_THE_USER = 0o600 << 16
_ENCRYPTED = 0x1
# What zipfile raises over a file that is none, or no longer whole.
_BROKEN = (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, struct.error)


def write_handover(target: Path, *, records: str, digest: bytes, files: Mapping[str, Path]) -> None:
    """Write the archive; what is equal is written equally, whenever that is.

    Args:
        target: Written over.
        records: A pack.
        digest: A PDF.
        files: Where each attached file lies, by the digest of what it holds.

    Raises:
        OSError: if a file cannot be read, or the target not be written.
    """
    with ZipFile(target, "w") as archive:
        archive.writestr(_entry(_RECORDS, ZIP_DEFLATED), records.encode("utf-8"))
        archive.writestr(_entry(_DIGEST, ZIP_STORED), digest)
        for name in sorted(files):
            with (
                files[name].open("rb") as source,
                archive.open(_entry(f"{_FILES}{name}"), "w") as to,
            ):
                while some := source.read(_AT_ONCE):
                    to.write(some)


def is_handover(path: Path) -> bool:
    """Say whether a file begins like such an archive, even if it turns out to be a bad one."""
    try:
        with path.open("rb") as file:
            head = file.read(_LOCAL_NAME + len(_RECORDS))
    except OSError:
        return False  # whoever reads it says why it cannot be read
    return head.startswith(b"PK\x03\x04") and head[_LOCAL_NAME:] == _RECORDS.encode()


def read_handover(
    path: Path, today: date, into: Path, limit: int = SIZE_LIMIT, progress: Progress = no_progress
) -> Pack:
    """Read the records, and unpack the attached files that belong to them.

    Args:
        path: The archive.
        today: See `parse_pack`.
        into: An empty folder; each file is named by its digest there.
        limit: Of the records in bytes, uncompressed.
        progress: Told the files done, of all files.

    Raises:
        RefusedFileError: if anything about it is not as it says, or a record is bad.
    """
    try:
        with ZipFile(path) as archive:
            entries = _checked(archive, path, limit)
            text = decode(_bytes(archive, entries[_RECORDS]), encoding="utf-8")
            pack = parse_pack(text.text, today)
            files = {name: each for name, each in entries.items() if _FILE.fullmatch(name)}
            for done, (name, entry) in enumerate(files.items()):
                progress(done, len(files))
                _unpack(archive, entry, into / name.removeprefix(_FILES))
    except _BROKEN as error:
        message = f"{path.name} is damaged: it cannot be unpacked to its end."
        raise RefusedFileError(message, str(error)) from error
    missing = _missing(pack, {name.removeprefix(_FILES) for name in files})
    notes = (*text.notes, *pack.notes, *missing)
    return Pack(
        head=pack.head,
        records=pack.records,
        lines=pack.lines,
        notes=tuple(LineNote(line=each.line, why=each.why, file=path.name) for each in notes),
        is_handover=True,
    )


def _entry(name: str, method: int = ZIP_STORED) -> ZipInfo:
    made = ZipInfo(name, _EARLIEST)
    made.compress_type = method
    made.external_attr = _ONLY_THE_USER
    return made


def _checked(archive: ZipFile, path: Path, limit: int) -> dict[str, ZipInfo]:
    """Return the entries by name, once all that is declared of them is what we would write."""
    listed = archive.infolist()
    entries = {each.filename: each for each in listed}
    if len(listed) > _MOST_ENTRIES or len(entries) < len(listed) or _RECORDS not in entries:
        raise _no_handover(path)
    for name, entry in entries.items():
        if not (name in {_RECORDS, _DIGEST} or _FILE.fullmatch(name)):
            raise _no_handover(path)
        if entry.flag_bits & _ENCRYPTED or entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise _no_handover(path)
        _require_size(entry, limit if name == _RECORDS else FILE_LIMIT, path)
    whole = sum(each.file_size for each in listed)
    if whole > FILES_LIMIT + limit or whole > RATIO_LIMIT * path.stat().st_size:
        raise _too_large(path)
    return entries


def _require_size(entry: ZipInfo, limit: int, path: Path) -> None:
    if entry.file_size > min(limit, RATIO_LIMIT * max(entry.compress_size, 1)):
        raise _too_large(path)


def _bytes(archive: ZipFile, entry: ZipInfo) -> bytes:
    with archive.open(entry) as opened:
        found = opened.read(entry.file_size + 1)
    _require_whole(len(found), entry)
    return found


def _unpack(archive: ZipFile, entry: ZipInfo, target: Path) -> None:
    made, size = hashlib.sha256(), 0
    with archive.open(entry) as source, target.open("xb") as to:
        while some := _some(source):
            made.update(some)
            size += len(some)
            to.write(some)
    _require_whole(size, entry)
    if made.hexdigest() != target.name:
        message = "a file in it holds something else than it says"
        raise BadZipFile(message)


def _some(source: IO[bytes]) -> bytes:
    return source.read(_AT_ONCE)


def _require_whole(size: int, entry: ZipInfo) -> None:
    # zipfile stops at the size that is declared and checks the sum of that.
    if size != entry.file_size:
        message = f"{entry.filename} has {size:,} bytes, not {entry.file_size:,}"
        raise BadZipFile(message)


def _missing(pack: Pack, there: set[str]) -> list[LineNote]:
    """Tell which attached files did not come along; one that nothing names is refused."""
    named = {each.digest: each.name for each in pack.records if isinstance(each, Attachment)}
    if there - named.keys():
        message = "It holds a file that no record names; nothing of it was taken."
        raise RefusedFileError(message)
    return [
        LineNote(line=WHOLE_FILE, why=f"The file {name} did not come along.")
        for digest, name in named.items()
        if digest not in there
    ]


def _no_handover(path: Path) -> RefusedFileError:
    return RefusedFileError(f"{path.name} holds something that this program does not write.")


def _too_large(path: Path) -> RefusedFileError:
    return RefusedFileError(f"{path.name} unpacks to more than an account can have.")
