"""Domain values to rows and back, from the types of their fields.

A field is one column of the same name, save `Meeting.when` and `Meeting.cancellation`, which
are several. Days, wall times and instants are ISO text, the latter in UTC; enumerations are
their value.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time
from enum import Enum
from typing import Any, NewType, TypeVar, get_args, get_type_hints

from journal.domain.meeting import Cancellation, Meeting, Whereabouts
from journal.domain.record import CommitmentId, PersonId, Record, Side
from journal.domain.span import When

# By the names of the kinds: a start reads accounts, and need not import what it does not read.
_TABLES: Mapping[str, str] = {
    "Account": "accounts",
    "Person": "people",
    "Role": "roles",
    "StandingCommitment": "standing_commitments",
    "Meeting": "meetings",
    "Participation": "participations",
    "Rating": "ratings",
    "Goal": "goals",
    "Metric": "metrics",
    "MetricReading": "metric_readings",
    "Alignment": "alignments",
    "Negotiation": "negotiations",
    "Barrier": "barriers",
    "Vision": "visions",
    "Norm": "norms",
    "Interest": "interests",
    "Criterion": "criteria",
    "Option": "options",
    "OptionLink": "option_links",
    "Alternative": "alternatives",
    "Question": "questions",
    "Promise": "promises",
    "Quote": "quotes",
    "IssuedDocument": "issued_documents",
    "IssuedLine": "issued_lines",
    "Attachment": "attachments",
    "Origin": "origins",
}

AnyRecord = TypeVar("AnyRecord", bound=Record)
Cell = str | int | float | None
Row = dict[str, Any]
Cells = Mapping[str, Any]
"""A row to be read, or arguments by name."""

# Made once: with options of its own, `json.dumps` would make one for each row.
_CANONICAL = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"))

# Kept by the store itself; no part of what the user wrote.
BOOKKEEPING = ("revision", "updated_at", "row_digest")


@dataclass(frozen=True, slots=True)
class Column:
    """How one plain field becomes one cell and back."""

    name: str
    encode: Callable[[Any], Cell]
    decode: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the records of one kind lie in their table; made once for each kind.

    Attributes:
        columns: Those of one plain field each.
        names: Of all columns.
        unchanged: Names of the columns whose cells are the values; to call a function for
            each of them would take half the time of reading a long list.
        decoded: All others, with what reads a cell.
        people: Names of the fields that name a person.
    """

    columns: tuple[Column, ...]
    names: tuple[str, ...]
    unchanged: tuple[str, ...]
    decoded: tuple[tuple[str, Callable[[Any], Any]], ...]
    people: tuple[str, ...]


def table_of(kind: type[Record]) -> str:
    """Return the name of the table that keeps records of a kind."""
    return _TABLES[kind.__name__]


def to_row(record: Record) -> Row:
    """Return the cells of a record by column, without what the store keeps itself."""
    row: Row = {}
    for column in _layout(type(record)).columns:
        value = getattr(record, column.name)
        row[column.name] = None if value is None else column.encode(value)
    if isinstance(record, Meeting):
        row |= _when_cells(record.when) | _cancellation_cells(record.cancellation)
    return row


def from_row(kind: type[AnyRecord], row: Cells) -> AnyRecord:
    """Make the record again.

    Raises:
        ValueError: if the row holds what no version of this program writes.
    """
    layout = _layout(kind)
    values: dict[str, Any] = {name: row[name] for name in layout.unchanged}
    for name, decode in layout.decoded:
        cell = row[name]
        values[name] = None if cell is None else decode(cell)
    if kind is Meeting:
        values["when"] = When.from_iso(row["starts_at"], row["time_zone"])
        values["cancellation"] = _cancellation(row)
    return kind(**values)


def digest(row: Cells) -> str:
    """Fingerprint what the user wrote, so that a flipped bit shows; 32 hexadecimal digits.

    `PRAGMA integrity_check` does not notice a changed letter.
    """
    content = {name: cell for name, cell in row.items() if name not in BOOKKEEPING}
    text = _CANONICAL.encode(content)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def utc_text(moment: datetime) -> str:
    """Write an instant so that the order of the texts is the order of time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def columns_of(kind: type[Record]) -> tuple[str, ...]:
    """Return the names of the columns that hold a record, in the order of its fields."""
    return _layout(kind).names


def person_fields(kind: type[Record]) -> tuple[str, ...]:
    """Return the fields of a record that name a person."""
    return _layout(kind).people


_WHEN_COLUMNS = ("starts_at", "time_zone", "starts_utc", "weekday", "minute_of_day")


def _when_cells(when: When) -> Row:
    # The weekday and the minute are the customer's; stored, they make the analysis of a
    # whole journal one grouped query.
    return {
        "starts_at": when.iso,
        "time_zone": when.zone,
        "starts_utc": int(when.instant.timestamp()),
        "weekday": when.weekday,
        "minute_of_day": when.minute_of_day,
    }


_CANCELLATION_COLUMNS = (
    "cancelled_by",
    "cancelled_by_id",
    "cancelled_at",
    "whereabouts",
    "stated_reason",
    "found_reason",
    "found_commitment_id",
)


def _cancellation_cells(lost: Cancellation | None) -> Row:
    if lost is None:
        return dict.fromkeys(_CANCELLATION_COLUMNS)
    return {
        "cancelled_by": lost.by.value,
        "cancelled_by_id": lost.by_person_id,
        "cancelled_at": None if lost.at is None else utc_text(lost.at),
        "whereabouts": None if lost.whereabouts is None else lost.whereabouts.value,
        "stated_reason": lost.stated_reason,
        "found_reason": lost.found_reason,
        "found_commitment_id": lost.found_commitment_id,
    }


def _cancellation(row: Cells) -> Cancellation | None:
    if row["cancelled_by"] is None:
        return None
    by_id, at, whereabouts = row["cancelled_by_id"], row["cancelled_at"], row["whereabouts"]
    found_id = row["found_commitment_id"]
    return Cancellation(
        by=Side(row["cancelled_by"]),
        by_person_id=None if by_id is None else PersonId(by_id),
        at=None if at is None else datetime.fromisoformat(at),
        whereabouts=None if whereabouts is None else Whereabouts(whereabouts),
        stated_reason=row["stated_reason"],
        found_reason=row["found_reason"],
        found_commitment_id=None if found_id is None else CommitmentId(found_id),
    )


_layouts: dict[type[Record], _Layout] = {}


def _layout(kind: type[Record]) -> _Layout:
    made = _layouts.get(kind)
    if made is None:
        made = _layouts[kind] = _lay_out(kind)
    return made


def _lay_out(kind: type[Record]) -> _Layout:
    hints = get_type_hints(kind)
    apart = {"revision", "when", "cancellation"}
    columns = (
        *(_column(each.name, hints[each.name]) for each in fields(kind) if each.name not in apart),
        Column("revision", _unchanged, _unchanged),
    )
    of_meeting = (*_WHEN_COLUMNS, *_CANCELLATION_COLUMNS) if kind is Meeting else ()
    return _Layout(
        columns=columns,
        names=(*(each.name for each in columns), *of_meeting),
        unchanged=tuple(each.name for each in columns if each.decode is _unchanged),
        decoded=tuple(
            (each.name, each.decode) for each in columns if each.decode is not _unchanged
        ),
        people=tuple(name for name, hint in hints.items() if PersonId in (hint, *get_args(hint))),
    )


def _column(name: str, hint: object) -> Column:
    # `int | None` and `PersonId | None` are two kinds of union to Python 3.11; both have arguments.
    hint = next((each for each in get_args(hint) if each is not type(None)), hint)
    while isinstance(hint, NewType):
        hint = hint.__supertype__
    if not isinstance(hint, type):
        message = f"no way to store {name}: {hint!r}"
        raise TypeError(message)
    if issubclass(hint, Enum):
        return Column(name, _value, hint)
    encode, decode = _CODECS[hint]
    return Column(name, encode, decode)


def _value(member: Enum) -> Cell:
    value: Cell = member.value
    return value


def _minute(clock: time) -> str:
    return clock.isoformat(timespec="minutes")


def _unchanged(cell: Any) -> Any:  # noqa: ANN401 - whatever SQLite gave
    return cell


_CODECS: Mapping[type, tuple[Callable[[Any], Cell], Callable[[Any], Any]]] = {
    str: (_unchanged, _unchanged),
    bool: (int, bool),
    int: (_unchanged, _unchanged),
    float: (float, float),
    date: (date.isoformat, date.fromisoformat),
    time: (_minute, time.fromisoformat),
    datetime: (utc_text, datetime.fromisoformat),
}
