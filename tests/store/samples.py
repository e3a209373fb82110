"""Any record of any kind, as hypothesis strategies drawn from the types of its fields."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import UTC, date, datetime, time
from enum import Enum
from types import NoneType
from typing import Any, NewType, get_args, get_type_hints

from hypothesis import reject
from hypothesis import strategies as st

from journal.domain.meeting import Cancellation, Whereabouts
from journal.domain.record import Record, RecordId, Side
from journal.domain.span import When

ZONES = ("Europe/Prague", "America/New_York", "America/St_Johns", "Australia/Lord_Howe", "UTC")

words = st.text(
    st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=20
).filter(str.strip)
days = st.dates(date(1970, 1, 1), date(2100, 1, 1))
minutes = st.times().map(lambda each: each.replace(second=0, microsecond=0))
instants = st.integers(0, 4_000_000_000).map(lambda each: datetime.fromtimestamp(each, UTC))
whens = st.builds(When, day=days, time=st.none() | minutes, zone=st.sampled_from(ZONES))
cancellations = st.builds(
    Cancellation,
    by=st.sampled_from([Side.OURS, Side.THEIRS]),
    by_person_id=st.none(),
    at=st.none() | instants,
    whereabouts=st.none() | st.sampled_from(Whereabouts),
    stated_reason=words,
    found_reason=words,
    found_commitment_id=st.none(),
)
_PLAIN: Mapping[type, st.SearchStrategy[Any]] = {
    str: words,
    int: st.integers(1, 1000),
    bool: st.booleans(),
    float: st.floats(allow_nan=False, allow_infinity=False),
    date: days,
    time: minutes,
    datetime: instants,
    When: whens,
    Cancellation: cancellations,
}
_SPECIAL: Mapping[str, st.SearchStrategy[Any]] = {
    "time_zone": st.sampled_from(ZONES),
    "zone": st.sampled_from(ZONES),
    "rule": st.sampled_from(["FREQ=WEEKLY;BYDAY=TH", "FREQ=MONTHLY;BYDAY=2TU", "FREQ=DAILY"]),
}


@st.composite
def records(
    draw: st.DrawFn, /, kind: type[Record], *, references: bool = False, **given: object
) -> Record:
    """Draw a record of a kind that the domain accepts.

    Args:
        draw: Of hypothesis.
        kind: Which.
        references: Whether references that may be empty are drawn too, to nowhere.
        given: Fields that are not to be drawn.
    """
    hints = get_type_hints(kind)
    values: dict[str, Any] = {"id": RecordId(str(draw(st.uuids())))}
    wanted = [each for each in fields(kind) if each.name not in {"id", "revision"}]
    for each in wanted:
        values[each.name] = draw(_field(each.name, hints[each.name], references=references))
    values |= given
    return _accepted(kind, values, {each.name: each.default for each in wanted})


def _accepted(kind: type[Record], values: dict[str, Any], defaults: dict[str, Any]) -> Record:
    # Fields that contradict each other give way, one by one, to their defaults.
    for name in (None, *(each for each in defaults if defaults[each] is not MISSING)):
        if name is not None:
            values[name] = defaults[name]
        try:
            return kind(**values)
        except ValueError:
            continue
    return reject()


def _field(name: str, hint: object, *, references: bool) -> st.SearchStrategy[Any]:
    if name in _SPECIAL:
        return _SPECIAL[name]
    options = get_args(hint)
    if NoneType in options:
        inner = next(each for each in options if each is not NoneType)
        if isinstance(inner, NewType) and not references:
            return st.none()
        return st.none() | _field(name, inner, references=references)
    if isinstance(hint, NewType):
        return st.uuids().map(str)
    assert isinstance(hint, type)
    return st.sampled_from(hint) if issubclass(hint, Enum) else _PLAIN[hint]
