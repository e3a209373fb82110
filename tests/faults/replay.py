"""What a power cut can leave on a disk, worked out from a log of file calls.

The model, as strict as POSIX lets a disk be:

- A file's content is durable once fsync or fdatasync of that file has returned.
- A name (made, renamed, removed) is durable once its folder was synced; syncing the file does not
  make its name durable, and syncing the folder does not make the content durable.
- Of all that was not synced, any part may have reached the disk, in any order. A write may be
  torn: any of its 512-byte sectors, without the others. A truncation happened or did not. A
  rename within a folder happened or did not, never half.
- A file may have grown before the data came: then the missing part reads as zeros or as noise.

This is stricter than a real page cache, in which a sector carries every earlier change of itself,
and than ext4, which keeps its changes of names in order: what survives here survives there.
"""

import random
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path

SECTOR_BYTES = 512

_HEADER = struct.Struct("=IIQQQ")
_OUTSIDE = "/"

Image = dict[str, bytearray]
"""The files that are left, by their path below the watched folder."""


class Kind(IntEnum):
    """What a call did; the numbers are those of recorder.c."""

    CREATE = 1
    WRITE = 2
    TRUNCATE = 3
    SYNC = 4
    SYNC_FOLDER = 5
    RENAME = 6
    UNLINK = 7
    MAKE_FOLDER = 8
    REMOVE_FOLDER = 9
    LINK = 10
    MARK = 11


class UnknownCallError(Exception):
    """The log holds something that the model does not cover, so no image would be honest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One record of the log.

    Attributes:
        path: Below the watched folder; empty for the folder itself.
        inode: Which file, whatever its name is by now; 0 where only the name matters.
        offset: Of a write; the new size for a truncation. In bytes.
        payload: The bytes written, the new name of a renaming or link, or the words of a mark.
        sectors: How many sectors a write touches; 1 for all else, which cannot be torn.
        whole: The bit mask of all these sectors.
    """

    kind: Kind
    path: str = ""
    inode: int = 0
    offset: int = 0
    payload: bytes = b""
    sectors: int = field(init=False, default=1)
    whole: int = field(init=False, default=1)

    def __post_init__(self) -> None:
        if self.kind is Kind.WRITE:
            end = self.offset + len(self.payload)
            sectors = (end - 1) // SECTOR_BYTES - self.offset // SECTOR_BYTES + 1
            object.__setattr__(self, "sectors", sectors)
            object.__setattr__(self, "whole", (1 << sectors) - 1)

    @property
    def text(self) -> str:
        """The payload of a renaming, a link or a mark."""
        return self.payload.decode()

    def __str__(self) -> str:
        """As a developer reads it in a report."""
        name = self.kind.name.lower().replace("_", " ")
        match self.kind:
            case Kind.WRITE:
                where = f"of {len(self.payload)} bytes at {self.offset} in {self.path}"
            case Kind.TRUNCATE:
                where = f"to {self.offset} bytes of {self.path}"
            case Kind.RENAME | Kind.LINK:
                where = f"{self.path} to {self.text}"
            case Kind.MARK:
                where = repr(self.text)
            case _:
                where = self.path or "the watched folder"
        return f"{name} {where}"


def read_log(path: Path) -> list[Call]:
    """Read what the recorder wrote, in order."""
    log = path.read_bytes()
    calls = []
    at = 0
    while at < len(log):
        kind, path_length, inode, offset, payload_length = _HEADER.unpack_from(log, at)
        name_at = at + _HEADER.size
        payload_at = name_at + path_length
        at = payload_at + payload_length
        calls.append(
            Call(
                kind=Kind(kind),
                path=log[name_at:payload_at].decode(),
                inode=inode,
                offset=offset,
                payload=log[payload_at:at],
            )
        )
    return calls


@dataclass(slots=True, eq=False)
class _File:
    durable: bytearray = field(default_factory=bytearray)
    unsynced: list[Call] = field(default_factory=list)
    """Writes and truncations since the last sync, in order."""


_Names = dict[str, _File | None]
"""What a path leads to; None is a folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _NameChange:
    """A change of one folder's entries: a name that ends, a name that begins, or both at once."""

    call: Call
    folder: str
    ends: str | None = None
    begins: str | None = None
    file: _File | None = None

    def apply(self, names: _Names) -> None:
        if self.ends is not None:
            names.pop(self.ends, None)
        if self.begins is not None:
            names[self.begins] = self.file


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of everything that was not synced, in the order of `Disk.unsynced_calls`.

    Attributes:
        kept: For each call a bit mask of the sectors that reached the disk; bit 0 is the first.
        filler: What a grown but unwritten part of a file reads as; None: files do not grow by
            what was lost.
    """

    kept: tuple[int, ...]
    filler: bytes | None = None


class Disk:
    """The state of a disk while a log runs: what is durable, and what only may be."""

    def __init__(self, files: Iterable[tuple[str, int, bytes]] = ()) -> None:
        """Begin with durable files, each with path, inode and content; usually with none."""
        self._durable: _Names = {}
        self._by_inode: dict[int, _File] = {}
        self._unsynced_names: list[_NameChange] = []
        for path, inode, content in files:
            self._durable[path] = self._by_inode[inode] = _File(durable=bytearray(content))
        self._now: _Names = dict(self._durable)

    def run(self, call: Call) -> None:
        """Let one call happen.

        Raises:
            UnknownCallError: The model cannot say what the call means for a crash.
        """
        match call.kind:
            case Kind.WRITE | Kind.TRUNCATE:
                self._file(call).unsynced.append(call)
            case Kind.SYNC:
                _sync(self._file(call))
            case Kind.SYNC_FOLDER:
                self._sync_folder(call.path)
            case Kind.MARK:
                pass
            case _:
                change = self._name_change(call)
                change.apply(self._now)
                self._unsynced_names.append(change)

    def unsynced_calls(self) -> list[Call]:
        """All whose effect a power cut may take: changes of names, then of each file's content."""
        calls = [change.call for change in self._unsynced_names]
        for file in self._reachable():
            calls.extend(file.unsynced)
        return calls

    def image(self, fate: Fate) -> Image:
        """The files that are left if the power goes now, with this fate for all unsynced calls."""
        kept = iter(fate.kept)
        names = dict(self._durable)
        for change in self._unsynced_names:
            if next(kept):
                change.apply(names)
        contents = {id(file): _content(file, kept, fate.filler) for file in self._reachable()}
        return {
            path: contents[id(file)]
            for path, file in names.items()
            if file is not None and _has_its_folders(path, names)
        }

    def _file(self, call: Call) -> _File:
        if call.inode not in self._by_inode:
            raise UnknownCallError(f"{call}: a file that was never seen")
        return self._by_inode[call.inode]

    def _reachable(self) -> list[_File]:
        """The files that some outcome leaves with a name, each once."""
        files = [*self._durable.values(), *(change.file for change in self._unsynced_names)]
        return list(dict.fromkeys(file for file in files if file is not None))

    def _sync_folder(self, folder: str) -> None:
        waiting = []
        for change in self._unsynced_names:
            if change.folder == folder:
                change.apply(self._durable)
            else:
                waiting.append(change)
        self._unsynced_names = waiting

    def _name_change(self, call: Call) -> _NameChange:
        folder = _folder_of(call.path)
        match call.kind:
            case Kind.CREATE:
                file = self._by_inode[call.inode] = _File()
                return _NameChange(call=call, folder=folder, begins=call.path, file=file)
            case Kind.MAKE_FOLDER:
                return _NameChange(call=call, folder=folder, begins=call.path)
            case Kind.UNLINK | Kind.REMOVE_FOLDER:
                return _NameChange(call=call, folder=folder, ends=call.path)
            case _:
                return self._second_name(call, folder)

    def _second_name(self, call: Call, folder: str) -> _NameChange:
        file = self._now.get(call.path)
        if _OUTSIDE in (call.path, call.text) or file is None or _folder_of(call.text) != folder:
            raise UnknownCallError(f"{call}: known only for a file, and within its folder")
        ends = call.path if call.kind is Kind.RENAME else None
        return _NameChange(call=call, folder=folder, ends=ends, begins=call.text, file=file)


def nothing(disk: Disk) -> Fate:
    """All that was not synced is lost."""
    return Fate(kept=(0,) * len(disk.unsynced_calls()))


def everything(disk: Disk) -> Fate:
    """All that was not synced reached the disk all the same."""
    return Fate(kept=tuple(call.whole for call in disk.unsynced_calls()))


def some(disk: Disk, dice: random.Random) -> Fate:
    """Each call was kept, lost or torn, as the dice say.

    How likely each is, is diced first: so there are images in which nearly all was lost, images
    in which nearly nothing was, and all between.
    """
    keep, tear = dice.random(), dice.random() * dice.random()
    kept = []
    for call in disk.unsynced_calls():
        if call.sectors > 1 and dice.random() < tear:
            kept.append(dice.getrandbits(call.sectors))
        else:
            kept.append(call.whole if dice.random() < keep else 0)
    filler = dice.choice((None, b"\0", dice.randbytes(SECTOR_BYTES)))
    return Fate(kept=tuple(kept), filler=filler)


def describe(disk: Disk, fate: Fate) -> Iterator[str]:
    """Say of each unsynced call what became of it, a line each."""
    for call, mask in zip(disk.unsynced_calls(), fate.kept, strict=True):
        if mask == 0:
            outcome = "lost"
        elif mask == call.whole:
            outcome = "kept"
        else:
            numbers = [str(n) for n in range(call.sectors) if mask >> n & 1]
            outcome = f"torn, sectors {' '.join(numbers)} of {call.sectors} kept"
        yield f"{outcome}: {call}"


def _sync(file: _File) -> None:
    for call in file.unsynced:
        _keep(file.durable, call, call.whole)
    file.unsynced.clear()


def _content(file: _File, kept: Iterator[int], filler: bytes | None) -> bytearray:
    content = bytearray(file.durable)
    for call in file.unsynced:
        mask = next(kept)
        if call.kind is Kind.WRITE and filler is not None:
            _grow(content, call.offset + len(call.payload), filler)
        if mask:
            _keep(content, call, mask)
    return content


def _keep(content: bytearray, call: Call, mask: int) -> None:
    """Let those sectors of a write reach the disk, or a truncation."""
    if call.kind is Kind.TRUNCATE:
        del content[call.offset :]
        _grow(content, call.offset, b"\0")
        return
    if mask == call.whole:
        _put(content, call.offset, call.payload)
        return
    first = call.offset // SECTOR_BYTES
    for number in range(call.sectors):
        if mask >> number & 1:
            begin = max((first + number) * SECTOR_BYTES - call.offset, 0)
            end = (first + number + 1) * SECTOR_BYTES - call.offset
            _put(content, call.offset + begin, call.payload[begin:end])


def _put(content: bytearray, offset: int, data: bytes) -> None:
    _grow(content, offset, b"\0")
    content[offset : offset + len(data)] = data


def _grow(content: bytearray, size: int, filler: bytes) -> None:
    missing = size - len(content)
    if missing > 0:
        content.extend((filler * (missing // len(filler) + 1))[:missing])


def _folder_of(path: str) -> str:
    return path.rpartition("/")[0]


def _has_its_folders(path: str, names: _Names) -> bool:
    folder = _folder_of(path)
    return not folder or (folder in names and _has_its_folders(folder, names))
