"""What the user says about a log in a mapping file, so that nothing has to be guessed."""

import tomllib
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from journal.domain.errors import RefusedFileError
from journal.domain.meeting import Kind, Status
from journal.domain.record import Side
from journal.domain.span import zone_named

_MAPPING_LIMIT = 256 * 1024


class Field(StrEnum):
    """What a column of a meeting log can hold."""

    DATE = "date"
    TIME = "time"
    END = "end"
    MINUTES = "minutes"
    ORGANISATION = "organisation"
    PERSON = "person"
    OURS = "ours"
    KIND = "kind"
    PLACE = "place"
    PURPOSE = "purpose"
    SUMMARY = "summary"
    NOTES = "notes"
    DETAIL = "detail"
    STATUS = "status"
    CANCELLED_BY = "cancelled_by"
    REASON = "reason"
    KEY = "key"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """The user's word on a log; whatever is missing is found out or refused.

    Attributes:
        columns: From the header of a column, as it is written, to what it holds.
        key: The columns that name one meeting together, in this order.
        dayfirst: Whether 3/9/2026 is the third of September; None where not said.
        date_format: For `strptime`, where the dates have a form of their own.
        delimiter: One character.
        encoding: Python's name of it.
        time_zone: IANA name of the clocks that the log was written by.
        separator: Between several organisations in one cell; empty where a cell holds one.
            None stands for a semicolon or a new line.
        kinds: From words of the log, in any case, to how we met.
        statuses: Likewise, to what became of the meeting.
        cancelled_by: Whose doing a cancellation is where the log does not say.
        source: A name of its own for where the log comes from, so that equal numbers of two
            logs are not taken for one meeting.
    """

    columns: MappingOf[str, Field] = field(default_factory=dict)
    key: tuple[str, ...] = ()
    dayfirst: bool | None = None
    date_format: str | None = None
    delimiter: str | None = None
    encoding: str | None = None
    time_zone: str | None = None
    separator: str | None = None
    kinds: MappingOf[str, Kind] = field(default_factory=dict)
    statuses: MappingOf[str, Status] = field(default_factory=dict)
    cancelled_by: Side = Side.THEIRS
    source: str = "csv"


def read_mapping(path: Path) -> Mapping:
    """Read a mapping file in TOML.

    Raises:
        RefusedFileError: if it cannot be read, or says something that has no meaning.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(_MAPPING_LIMIT)
        said = tomllib.loads(raw.decode("utf-8"))
        return _mapping(said)
    except OSError as error:
        message = f"{path.name} cannot be read: {error.strerror or error}."
        raise RefusedFileError(message) from error
    except ValueError as error:
        message = f"{path.name} is not a mapping file: {error}."
        raise RefusedFileError(message) from error


def _mapping(said: dict[str, Any]) -> Mapping:
    known = [each.name for each in fields(Mapping)]
    for name in said:
        if name not in known:
            message = f"{name!r} is none of {', '.join(known)}"
            raise ValueError(message)
    delimiter = _text(said, "delimiter")
    if delimiter is not None and len(delimiter) != 1:
        message = "a delimiter is one character"
        raise ValueError(message)
    zone = _text(said, "time_zone")
    if zone is not None:
        zone_named(zone)
    return Mapping(
        columns={header: Field(name) for header, name in _words(said, "columns")},
        key=_key(said),
        dayfirst=_flag(said, "dayfirst"),
        date_format=_text(said, "date_format"),
        delimiter=delimiter,
        encoding=_text(said, "encoding"),
        time_zone=zone,
        separator=_text(said, "separator"),
        kinds={word.casefold(): Kind(name) for word, name in _words(said, "kinds")},
        statuses={word.casefold(): Status(name) for word, name in _words(said, "statuses")},
        cancelled_by=_side(said),
        source=_text(said, "source") or "csv",
    )


def _words(said: dict[str, Any], name: str) -> list[tuple[str, str]]:
    table = said.get(name, {})
    if not isinstance(table, dict) or not all(isinstance(each, str) for each in table.values()):
        message = f"{name} is a table of words"
        raise ValueError(message)
    return list(table.items())


def _key(said: dict[str, Any]) -> tuple[str, ...]:
    key = said.get("key", [])
    names = [key] if isinstance(key, str) else key
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        message = "key is a list of columns"
        raise ValueError(message)
    return tuple(names)


def _text(said: dict[str, Any], name: str) -> str | None:
    value = said.get(name)
    if value is not None and not isinstance(value, str):
        message = f"{name} is a text"
        raise ValueError(message)
    return value


def _flag(said: dict[str, Any], name: str) -> bool | None:
    value = said.get(name)
    if value is not None and not isinstance(value, bool):
        message = f"{name} is true or false"
        raise ValueError(message)
    return value


def _side(said: dict[str, Any]) -> Side:
    side = Side(said.get("cancelled_by", Side.THEIRS))
    if side is Side.SHARED:
        message = "a meeting is cancelled by ours or theirs"
        raise ValueError(message)
    return side
