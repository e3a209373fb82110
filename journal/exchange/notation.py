"""Domain values as plain JSON, from the types of their fields; strict in both directions.

A record is an object of its fields, without those that stand as they would anyway. Days and
instants are ISO 8601, a `When` is its wall time with the zone in brackets (RFC 9557:
`2026-09-03T14:00[America/New_York]`), enumerations are words, also the levels.
"""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum, IntEnum
from typing import Any, NewType, TypeVar, get_args, get_type_hints

from journal.domain.account import Account, Origin
from journal.domain.document import Attachment, IssuedDocument, IssuedLine
from journal.domain.meeting import Meeting, Participation
from journal.domain.metric import Alignment, Metric, MetricReading
from journal.domain.person import Person, Role, StandingCommitment
from journal.domain.plan import (
    Alternative,
    Barrier,
    Criterion,
    Interest,
    Negotiation,
    Norm,
    Option,
    OptionLink,
    Question,
    Vision,
)
from journal.domain.promise import Promise, Quote
from journal.domain.rating import Goal, Rating
from journal.domain.record import Record, RecordId
from journal.domain.span import When

Json = dict[str, Any]
Naming = Callable[[str], str]
"""From an id as it is written to the id of the record."""

AnyValue = TypeVar("AnyValue")

_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

# Kept by the journal itself; no part of what is exchanged.
_OWN = frozenset({"revision"})

# Of a number in the file of a journal.
_LARGEST = 2**63 - 1
_WHEN = re.compile(r"([^\[\]]+)\[([^\[\]]+)\]")
_KINDS: tuple[type[Record], ...] = (
    Account, Person, Role, StandingCommitment, Negotiation, Meeting, Participation, Rating, Goal,
    Metric, MetricReading, Alignment, Barrier, Vision, Norm, Interest, Criterion, Option,
    OptionLink, Alternative, Question, Promise, Quote, IssuedDocument, IssuedLine, Attachment,
    Origin,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """One field: its type, whether it may be empty, and what it is when left out.

    Attributes:
        refers_to: The kind whose id it holds (`Record` for any); None for its own id.
    """

    name: str
    plain: Any
    optional: bool
    is_id: bool
    refers_to: type[Record] | None
    required: bool
    default: Any


def word_of(kind: type[Record]) -> str:
    """Return the word that a record of this kind is written under: `standing_commitment`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


KINDS: Mapping[str, type[Record]] = {word_of(kind): kind for kind in _KINDS}
"""Every kind of record by its word, in the order in which they are written."""


def to_json(value: object) -> Json:
    """Return the fields of a record, or of a value within one, that say something."""
    written: Json = {}
    for spot in _spots(type(value)):
        held = getattr(value, spot.name)
        if spot.required or held != spot.default:
            written[spot.name] = None if held is None else _to_plain(held)
    return written


def _to_plain(value: Any) -> Any:  # noqa: ANN401  whatever a field may hold
    if isinstance(value, IntEnum):
        return value.name.lower()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, When):
        return f"{value.iso}[{value.zone}]"
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):  # a datetime as well
        return value.isoformat()
    return to_json(value) if is_dataclass(value) else value


def fingerprint(record: Record) -> str:
    """SHA-256 of all that a record says, hexadecimal, whichever version of it this is."""
    text = _encoder.encode(to_json(record))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def from_json(kind: type[AnyValue], written: Any, naming: Naming = str) -> AnyValue:  # noqa: ANN401
    """Make a record, or a value within one, of what `to_json` wrote.

    Args:
        kind: What it is said to be.
        written: Any JSON.
        naming: Turns ids as they are written into ids of records.

    Raises:
        ValueError: if a field is unknown, missing, of another type or impossible.
    """
    if not isinstance(written, dict):
        message = f"{kind.__name__} is an object of its fields"
        raise ValueError(message)  # noqa: TRY004  bad content, not a bug of the caller
    spots = {spot.name: spot for spot in _spots(kind)}
    unknown = written.keys() - spots.keys()
    if unknown:
        message = f"unknown field {min(unknown)!r}"
        raise ValueError(message)
    missing = [name for name, spot in spots.items() if spot.required and name not in written]
    if missing:
        message = f"{missing[0]!r} is missing"
        raise ValueError(message)
    return kind(**{name: _from_plain(spots[name], held, naming) for name, held in written.items()})


def _from_plain(spot: _Spot, held: Any, naming: Naming) -> Any:  # noqa: ANN401
    if held is None:
        if not spot.optional:
            message = f"{spot.name!r} cannot be empty"
            raise ValueError(message)
        return None
    if isinstance(spot.plain, type) and is_dataclass(spot.plain) and spot.plain is not When:
        return from_json(spot.plain, held, naming)
    try:
        value = _READERS.get(spot.plain, _enumeration(spot.plain))(held)
    except ValueError as error:
        message = f"{spot.name!r}: {error}"
        raise ValueError(message) from error
    return naming(value) if spot.is_id else value


def _enumeration(kind: Any) -> Callable[[Any], Any]:  # noqa: ANN401
    def read(held: object) -> object:
        words = {_to_plain(member): member for member in kind}
        if held not in words:
            message = f"{held!r} is none of {', '.join(words)}"
            raise ValueError(message)
        return words[held]

    return read


def _exactly(kind: type, word: str) -> Callable[[Any], Any]:
    def read(held: object) -> object:
        if type(held) is not kind:
            message = f"{held!r} is not {word}"
            raise ValueError(message)
        return held

    return read


_text = _exactly(str, "a text")


_integer = _exactly(int, "a whole number")


def _whole(held: object) -> int:
    found: int = _integer(held)
    if not -_LARGEST <= found <= _LARGEST:
        message = "a number is larger than a journal can hold"
        raise ValueError(message)
    return found


def _number(held: object) -> float:
    if isinstance(held, bool) or not isinstance(held, int | float):
        message = f"{held!r} is not a number"
        raise ValueError(message)  # noqa: TRY004
    if not -_LARGEST <= held <= _LARGEST:  # 1e999 is read as no number at all
        message = "a number is larger than a journal can hold"
        raise ValueError(message)
    return float(held)


def _when(held: object) -> When:
    match = _WHEN.fullmatch(_text(held))
    if match is None:
        message = f"{held!r} is not a wall time with its zone, like 2026-09-03T14:00[Europe/Prague]"
        raise ValueError(message)
    return When.from_iso(match[1], match[2])


_READERS: Mapping[Any, Callable[[Any], Any]] = {
    str: _text,
    bool: _exactly(bool, "true or false"),
    int: _whole,
    float: _number,
    date: lambda held: date.fromisoformat(_text(held)),
    time: lambda held: time.fromisoformat(_text(held)),
    datetime: lambda held: datetime.fromisoformat(_text(held)),
    When: _when,
}


def renamed(record: AnyValue, names: Mapping[RecordId, RecordId]) -> AnyValue:
    """Return a record under other ids, as new: its own, and those that it refers to."""
    return from_json(type(record), to_json(record), lambda each: names.get(RecordId(each), each))


def references(record: Record) -> list[tuple[str, type[Record], RecordId]]:
    """Return what a record refers to: field, kind (`Record` for any) and id."""
    found: list[tuple[str, type[Record], RecordId]] = []
    _gather(record, found)
    return found


def _gather(value: object, found: list[tuple[str, type[Record], RecordId]]) -> None:
    for spot in _spots(type(value)):
        held = getattr(value, spot.name)
        if held is not None and spot.refers_to is not None:
            found.append((spot.name, spot.refers_to, held))
        elif is_dataclass(held) and not isinstance(held, When):
            _gather(held, found)


_spots_by_kind: dict[type, tuple[_Spot, ...]] = {}


def _spots(kind: type) -> tuple[_Spot, ...]:
    if kind not in _spots_by_kind:
        hints = get_type_hints(kind)
        _spots_by_kind[kind] = tuple(
            _spot(each.name, hints[each.name], each.default)
            for each in fields(kind)
            if each.name not in _OWN
        )
    return _spots_by_kind[kind]


def _spot(name: str, hint: object, default: object) -> _Spot:
    parts = get_args(hint)
    named = next((each for each in parts if each is not type(None)), hint)
    plain = named
    while isinstance(plain, NewType):
        plain = plain.__supertype__
    return _Spot(
        name=name,
        plain=plain,
        optional=bool(parts),
        is_id=plain is not named,
        refers_to=_kind_of_id(named) if plain is not named and name != "id" else None,
        required=default is MISSING,
        default=default,
    )


def _kind_of_id(named: object) -> type[Record]:
    own = {get_type_hints(kind)["id"]: kind for kind in _KINDS}
    return Record if named is RecordId else own[named]
