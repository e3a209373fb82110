"""A journal that has somebody in every place where a person can be, with a word for each text.

Which places and texts there are is read from the types of the domain, so that what is added later
is in it by itself.
"""

from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, date, datetime, time
from enum import Enum
from itertools import count
from typing import Any, NewType, get_args, get_type_hints

from journal.domain.account import Account
from journal.domain.meeting import Cancellation, Meeting, Status
from journal.domain.metric import Metric
from journal.domain.person import Person
from journal.domain.plan import Interest, Negotiation, Option
from journal.domain.record import (
    AccountId,
    Agreement,
    Basis,
    CriterionId,
    DocumentId,
    InterestId,
    MeetingId,
    MetricId,
    NegotiationId,
    OptionId,
    PersonId,
    Record,
    RecordId,
    Side,
)
from journal.domain.span import When
from journal.store.tables import KINDS

DANA = PersonId(RecordId("dana"))
OTHER = PersonId(RecordId("other"))
MERCY = AccountId(RecordId("mercy"))
VISIT = MeetingId(RecordId("visit"))
DAY = date(2026, 9, 3)
WHO = Person(
    id=DANA,
    name="Dana Whitfield",
    email="dana@mercy.example",
    phone="+1 555 0100",
    remember="canary0remember",
    avoid="canary0avoid",
    note="canary0note",
)
_FIXED: dict[Any, Any] = {
    AccountId: MERCY,
    MeetingId: VISIT,
    MetricId: MetricId(RecordId("metric")),
    NegotiationId: NegotiationId(RecordId("talks")),
    OptionId: OptionId(RecordId("option")),
    InterestId: InterestId(RecordId("interest")),
    CriterionId: CriterionId(RecordId("criterion")),
    DocumentId: DocumentId(RecordId("document")),
    date: DAY,
    time: time(15),
    int: 1,
    float: 7.0,
    bool: False,
    datetime: datetime(2026, 9, 3, 8, tzinfo=UTC),
    When: When.from_iso("2026-09-03T10:00", "America/New_York"),
}
_SPECIAL: dict[str, Any] = {
    "rule": "FREQ=WEEKLY;BYDAY=TH",
    "zone": "America/New_York",
    "our_metric_id": MetricId(RecordId("our metric")),
    "dropped_on": None,
    "successor_id": None,
    "is_self": False,
    "agreement": Agreement.CHANGED,
    "revision": 0,
    "side": Side.THEIRS,
    "share": Side.THEIRS,
    "named_by": Side.THEIRS,
    "negotiation_id": None,
    "refused": False,
}
_numbers = count(1)


def word(name: str) -> str:
    """Return a word that stands nowhere else."""
    return f"canary{next(_numbers)}{name.replace('_', '')}"


def places() -> Iterator[tuple[type[Record], str]]:
    """Yield every field of every kind that names a person, but the person's own."""
    for kind in KINDS.values():
        for name, hint in get_type_hints(kind).items():
            if kind is not Person and _is_of(hint, PersonId):
                yield kind, name
            for part in (hint, *get_args(hint)):
                inner = get_type_hints(part) if hasattr(part, "__dataclass_fields__") else {}
                for inside, deeper in inner.items():
                    if _is_of(deeper, PersonId):
                        yield kind, f"{name}.{inside}"


def naming(kind: type[Record], place: str, person: PersonId) -> Record:
    """Make a record that names a person there, with a word of its own in every text."""
    values = {each.name: _value(each.name, hint) for each, hint in _typed(kind)}
    values["id"] = RecordId(f"{kind.__name__} {place}")
    if place == "reported_by_id":
        values["basis"] = Basis.REPORTED
    if kind is Meeting:
        # So that the search for what is about a person has a text of each kind to find.
        values |= {"status": Status.CANCELLED, "cancellation": _called_off(person)}
    elif "." not in place:
        values[place] = person
    if place == "reports_to_id":
        values["person_id"] = OTHER
    return kind(**values)


def everything(person: PersonId) -> list[Record]:
    """Return a record for every place, and what they stand on."""
    return [
        Account(id=MERCY, name="Mercy General"),
        Person(id=OTHER, name="Luis Ortega"),
        Meeting(id=VISIT, account_id=MERCY, when=_FIXED[When], notes="A visit."),
        Metric(id=MetricId(RecordId("metric")), account_id=MERCY, text="Theirs", side=Side.THEIRS),
        Metric(id=MetricId(RecordId("our metric")), account_id=MERCY, text="Ours", side=Side.OURS),
        Negotiation(id=_FIXED[NegotiationId], account_id=MERCY, title="Talks", opened_on=DAY),
        Option(id=_FIXED[OptionId], account_id=MERCY, text="An idea"),
        Interest(id=_FIXED[InterestId], account_id=MERCY, text="A wish", side=Side.THEIRS),
        *(naming(kind, place, person) for kind, place in places()),
    ]


def texts_of(record: Record) -> list[str]:
    """Return the words of a record."""
    found = [getattr(record, each.name) for each in fields(record)]
    lost = getattr(record, "cancellation", None)
    if lost is not None:
        found += [lost.stated_reason, lost.found_reason]
    return [each for each in found if isinstance(each, str) and each.startswith("canary")]


def _called_off(person: PersonId) -> Cancellation:
    return Cancellation(
        by=Side.THEIRS,
        by_person_id=person,
        stated_reason=word("stated"),
        found_reason=word("found"),
    )


def _typed(kind: type[Record]) -> Iterator[tuple[Any, Any]]:
    hints = get_type_hints(kind)
    for each in fields(kind):
        yield each, hints[each.name]


def _value(name: str, hint: Any) -> Any:  # noqa: ANN401  whatever the field takes
    if name in _SPECIAL:
        return _SPECIAL[name]
    inner = next((each for each in get_args(hint) if each is not type(None)), hint)
    if _is_of(hint, PersonId):
        return None
    if inner is str:
        return word(name)
    if isinstance(inner, type) and issubclass(inner, Enum):
        return next(iter(inner))
    if isinstance(inner, NewType) and inner not in _FIXED:
        return None
    return _FIXED.get(inner)


def _is_of(hint: object, wanted: object) -> bool:
    return wanted in (hint, *get_args(hint))
