"""The program's own format: records as lines of JSON, for the sample and for a handover.

The first line is the head, each other line one record under the word of its kind; blank
lines and lines that begin with `#` are for the reader:

    {"pack": 1, "name": "sample", "as_of": "2026-11-23", "moves": true}
    # Mercy General
    {"account": {"id": "mercy", "name": "Mercy General", "aim": "repair"}}

It is read wholly or not at all: an unknown kind or field, a wrong type, an id that occurs
twice or that leads nowhere refuses the pack, and says in which line. Ids that are no UUIDs
are made into the same UUID each time, from the name of the pack and the id, so that a second
import recognises every record. Of ids that differ only in a number at their end, the smaller
number sorts first, as ids that the journal makes sort by time.
"""

import json
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from journal.domain.errors import RefusedFileError
from journal.domain.record import Record
from journal.exchange.decoding import SIZE_LIMIT, clean, read_text
from journal.exchange.moving import moved, weeks_between
from journal.exchange.notation import KINDS, Json, from_json, references, to_json, word_of
from journal.exchange.report import LineNote, Progress, no_progress

VERSION = 1
_RECORD_LIMIT = 200_000
_SHOWN_LINES = 5
_PROGRESS_LINES = 1000
_VERSION_BITS, _VERSION = 0xF << 76, 0x8 << 76
_NAMESPACE = uuid.UUID("6f1c5a4e-6a5e-5d0b-9a0f-7f0f9e9f2a11")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a pack says about itself.

    Attributes:
        name: Of the pack; ids that are no UUIDs are unique within it.
        as_of: The day it was written for.
        moves: Whether its dates move, so that `as_of` comes into the present week.
    """

    name: str
    as_of: date
    moves: bool = False

    def __post_init__(self) -> None:
        if not self.name.strip():
            message = "a pack needs a name"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """The content of a pack.

    Attributes:
        records: In the order of the file.
        lines: The line that each record stands in.
        notes: What was altered on the way in.
        is_handover: Whether it is one account that somebody handed over.
    """

    head: Head
    records: tuple[Record, ...]
    lines: tuple[int, ...]
    notes: tuple[LineNote, ...] = ()
    is_handover: bool = False


def write_pack(head: Head, records: Iterable[Record]) -> str:
    """Write a pack, kind by kind; what is equal is written equally."""
    said: Json = {"pack": VERSION, **to_json(head)}
    ranks = {kind: rank for rank, kind in enumerate(KINDS.values())}
    ordered = sorted(records, key=lambda each: ranks[type(each)])
    lines = [said, *({word_of(type(each)): to_json(each)} for each in ordered)]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def is_pack(text: str) -> bool:
    """Say whether a text begins like a pack, even if it turns out to be a bad one."""
    return text.lstrip().startswith('{"pack"')


def read_pack(
    path: Path, today: date, limit: int = SIZE_LIMIT, progress: Progress = no_progress
) -> Pack:
    """Read a pack.

    Args:
        path: The file; it may be compressed with gzip.
        today: The day in whose week a pack that moves is to stand.
        limit: In bytes, uncompressed.
        progress: Told the lines done, of all lines.

    Raises:
        RefusedFileError: if it is too large, is no pack, or any line of it is bad.
    """
    decoded = read_text(path, encoding="utf-8", limit=limit)
    pack = parse_pack(decoded.text, today, progress)
    notes = (*decoded.notes, *pack.notes)
    return Pack(
        head=pack.head,
        records=pack.records,
        lines=pack.lines,
        notes=tuple(LineNote(line=each.line, why=each.why, file=path.name) for each in notes),
    )


def parse_pack(text: str, today: date, progress: Progress = no_progress) -> Pack:
    """Read a pack from its text; see `read_pack`."""
    lines = [(number, line) for number, line in _numbered(text)]
    if len(lines) > _RECORD_LIMIT:
        message = f"The pack has more than {_RECORD_LIMIT:,} records."
        raise RefusedFileError(message)
    head = _head(lines)
    reader = _Reader(head, weeks_between(head.as_of, today) if head.moves else 0)
    for done, (number, line) in enumerate(lines[1:]):
        if done % _PROGRESS_LINES == 0:
            progress(done, len(lines))
        reader.read(number, line)
    reader.follow_references()
    reader.refuse_if_bad()
    progress(len(lines), len(lines))
    return Pack(
        head=head,
        records=tuple(reader.records),
        lines=tuple(reader.lines),
        notes=tuple(reader.notes),
    )


def _numbered(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            yield number, line


def _head(lines: list[tuple[int, str]]) -> Head:
    try:
        said = _parse(lines[0][1])
        version = said.pop("pack")
        if type(version) is not int:
            message = "its version is a number"
            raise ValueError(message)  # noqa: TRY301  bad content, translated below
        if version == VERSION:
            return from_json(Head, said)
    except (ValueError, LookupError, RecursionError) as error:
        message = f"This is no pack: the first line does not say so ({error})."
        raise RefusedFileError(message) from error
    message = f"The pack was written by a later version of the program (format {version})."
    raise RefusedFileError(message)


class _Reader:
    """Reads line by line, and gathers what is wrong with all of them."""

    def __init__(self, head: Head, weeks: int) -> None:
        self._head = head
        self._weeks = weeks
        self._bad: list[LineNote] = []
        self._kinds: dict[str, type[Record]] = {}
        self.records: list[Record] = []
        self.lines: list[int] = []
        self.notes: list[LineNote] = []

    def read(self, number: int, line: str) -> None:
        try:
            record = self._record(number, line)
        except (ValueError, RecursionError) as error:
            self._bad.append(LineNote(line=number, why=str(error)))
            return
        if record.id in self._kinds:
            self._bad.append(LineNote(line=number, why="its id occurs twice"))
            return
        self._kinds[record.id] = type(record)
        self.records.append(record)
        self.lines.append(number)

    def _record(self, number: int, line: str) -> Record:
        said = _parse(line)
        if len(said) != 1:
            message = "a line is one record under the word of its kind"
            raise ValueError(message)
        word, content = next(iter(said.items()))
        if word not in KINDS:
            message = f"{word!r} is no kind of record"
            raise ValueError(message)
        cleaned = _Cleaner()
        record = from_json(KINDS[word], cleaned(content), self._id)
        if cleaned.count:
            why = "Control characters or broken letters in it were taken out."
            self.notes.append(LineNote(line=number, why=why))
        return moved(record, self._weeks) if self._head.moves else record

    def _id(self, written: str) -> str:
        try:
            return str(uuid.UUID(written))
        except ValueError:
            return _lasting_id(self._head.name, written)

    def follow_references(self) -> None:
        for number, record in zip(self.lines, self.records, strict=True):
            for field, kind, wanted in references(record):
                found = self._kinds.get(wanted)
                if found is None or not issubclass(found, kind):
                    why = f"{field!r} leads to no {word_of(kind)} in the pack"
                    self._bad.append(LineNote(line=number, why=why))

    def refuse_if_bad(self) -> None:
        if not self._bad:
            return
        told = [f"line {each.line}: {each.why}" for each in self._bad]
        more = len(told) - _SHOWN_LINES
        shown = "; ".join(told[:_SHOWN_LINES]) + (f"; and {more:,} more" if more > 0 else "")
        message = f"The pack was refused as a whole, and nothing of it was taken: {shown}."
        raise RefusedFileError(message, "\n".join(told))


def _lasting_id(pack: str, written: str) -> str:
    """Make a UUID of version 8 (RFC 9562): what comes before the number, the number, all."""
    stem = written.rstrip("0123456789")
    number = int(written[len(stem) :] or 0) % (1 << 16)
    head = uuid.uuid5(_NAMESPACE, f"{pack}/{stem}").bytes[:4] + number.to_bytes(2)
    tail = uuid.uuid5(_NAMESPACE, f"{pack}/{written}").bytes[6:]
    made = int.from_bytes(head + tail) & ~_VERSION_BITS | _VERSION
    return str(uuid.UUID(int=made))


class _Cleaner:
    """Cleans every text within a JSON value, and counts those that needed it."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, value: Any) -> Any:  # noqa: ANN401  any JSON
        if isinstance(value, dict):
            return {name: self(each) for name, each in value.items()}
        if not isinstance(value, str):
            return value
        text, why = clean(value)
        self.count += bool(why)
        return text


def _parse(line: str) -> Json:
    said = json.loads(line, object_pairs_hook=_once_each, parse_constant=_no_constant)
    if not isinstance(said, dict):
        message = "a line is an object"
        raise ValueError(message)  # noqa: TRY004
    return said


def _once_each(pairs: list[tuple[str, Any]]) -> Json:
    said = dict(pairs)
    if len(said) < len(pairs):
        message = "a field occurs twice"
        raise ValueError(message)
    return said


def _no_constant(word: str) -> None:
    message = f"{word} is not a number"
    raise ValueError(message)
