"""What stays home beside the framework, and what on the page should be looked at twice."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from itertools import islice

from journal.domain.document import IssuedLine
from journal.domain.framework import SHAREABLE_KINDS, Framework, SharedLine
from journal.domain.metric import Alignment, Metric
from journal.domain.plan import Barrier, Criterion, Interest, Vision, VisionOutcome
from journal.domain.promise import Promise, Quote
from journal.domain.record import (
    Agreement,
    Basis,
    Line,
    MetricId,
    NegotiationId,
    Record,
    RecordId,
    Side,
    Visibility,
)
from journal.domain.relationship import Relationship

# What letters make a word that says something: four, or one that is a word by itself.
_WORDS = re.compile(
    "[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff]|[^\\W_\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff]{4,}"
)
_EAST_ASIAN = "\u2e80"
_HEAVY, _LIGHT, _A_RUN = 2, 1, 6  # three words in a row, or six East Asian letters
_TELLING_NAME = 4
Run = tuple[str, ...]  # words in a row, as they are compared
# Names and the like, of which to print one gives nothing away; and what was said in their words.
_NOT_NOTED = frozenset(
    {"id", "name", "title", "unit", "place", "address", "time_zone", "email", "phone", "rule"}
    | {"zone", "digest", "media_type", "target", "recipients", "section", "agreed_wording"}
)


class StaysHome(StrEnum):
    """Why a line is not on the page."""

    PRIVATE = "private"
    NOT_SAID = "not_said"
    DECLINED = "declined"
    NO_PLACE = "no_place"


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeLine:
    """A line of a kind that could be shared, and is not on the page.

    Attributes:
        why: PRIVATE where a tick would put it there; NOT_SAID is theirs, and not as they said
            it; NO_PLACE has no place on the page, such as a side's own interest, a lifted
            barrier, what belongs to another negotiation.
    """

    record: Record
    text: str
    side: Side | None
    why: StaysHome


class CautionKind(StrEnum):
    """What makes one look twice."""

    OTHER_ACCOUNT = "other_account"
    OTHER_PERSON = "other_person"
    PRIVATE_WORDS = "private_words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """Something on the page that may not be meant for this customer.

    Attributes:
        line: The id of the record whose line it is.
        words: The name, or the words in a row that a private text has as well.
        source: That private text's record; None for a name.
    """

    line: RecordId
    kind: CautionKind
    words: str
    source: Record | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Others:
    """Names that belong to other customers.

    Attributes:
        accounts: Of all other accounts.
        people: Of their people, who are not this account's as well.
    """

    accounts: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


def not_as_said(record: Record) -> bool:
    """Say whether a line is about the customer and not as they said it; it is never shared.

    Of our own side a basis says nothing; norms and promises are proposals, or given.
    """
    match record:
        case Metric(side=side) | Vision(side=side) | Barrier(share=side) | Criterion(side=side):
            return side is Side.THEIRS and record.basis is not Basis.SAID
    return False


def stays_home(relationship: Relationship, framework: Framework) -> tuple[HomeLine, ...]:
    """Return what could be shared and is not on the page, kind by kind in the page's order."""
    shown = {each.record for each in framework.lines} | {each.record for each in framework.pairs}
    metrics = {each.id: each for each in relationship.metrics}
    current = next((each.id for each in relationship.negotiations if each.closed_on is None), None)
    return tuple(
        HomeLine(
            record=each,
            text=_text(each, metrics),
            side=getattr(each, "share", getattr(each, "side", None)),
            why=_why(each, current, shown),
        )
        for each in _shareable(relationship)
        if each.id not in shown
    )


def cautions(
    framework: Framework, relationship: Relationship, others: Others
) -> tuple[Caution, ...]:
    """Return what on the page should be looked at twice, in the order of its lines."""
    wanted = {run for line in framework.lines for run, _words in _runs(line.text)}
    noted = _noted_runs(relationship, wanted)
    found: list[Caution] = []
    for line in framework.lines:
        found += _foreign_names(line, framework.account, others)
        found += _in_private(line, noted)
    return tuple(found)


def _shareable(relationship: Relationship) -> Iterator[Record]:
    by_kind: dict[type[Record], tuple[Record, ...]] = dict.fromkeys(SHAREABLE_KINDS, ())
    for each in fields(relationship):
        held = getattr(relationship, each.name)
        if isinstance(held, tuple) and held and type(held[0]) in by_kind:
            by_kind[type(held[0])] = held
    for records in by_kind.values():
        yield from records


def _text(record: Record, metrics: Mapping[MetricId, Metric]) -> str:
    if isinstance(record, Alignment):
        pair = (metrics.get(record.their_metric_id), metrics.get(record.our_metric_id))
        return " – ".join(each.text for each in pair if each is not None)
    text: str = getattr(record, "text")  # noqa: B009  all other kinds are lines
    return text


def _why(record: Record, current: NegotiationId | None, shown: set[RecordId]) -> StaysHome:
    if getattr(record, "agreement", None) is Agreement.DECLINED:
        return StaysHome.DECLINED
    if not_as_said(record):
        return StaysHome.NOT_SAID
    if not _has_place(record, shown):
        return StaysHome.NO_PLACE
    if getattr(record, "negotiation_id", None) not in {None, current}:
        return StaysHome.NO_PLACE
    return StaysHome.PRIVATE


def _has_place(record: Record, shown: set[RecordId]) -> bool:
    match record:
        case Interest():
            return record.side is Side.SHARED
        case Barrier():
            return record.lifted_on is None
        case Vision():
            return record.outcome in {None, VisionOutcome.REACHED}
        case Promise():
            return record.dropped_on is None
        case Alignment():
            both = {record.their_metric_id, record.our_metric_id}
            return record.checked is not None and both <= shown
    return True


def _foreign_names(line: SharedLine, own: str, others: Others) -> Iterator[Caution]:
    for name in others.accounts:
        if _names(line.text, name, own):
            yield Caution(line=line.record, kind=CautionKind.OTHER_ACCOUNT, words=name)
    for name in others.people:
        if _holds(line.text, name) or line.who == name:
            yield Caution(line=line.record, kind=CautionKind.OTHER_PERSON, words=name)


def _names(text: str, name: str, own: str) -> bool:
    """Say whether a text names an organisation: in full, or by its first word as a name."""
    first = name.split(maxsplit=1)[0]
    is_telling = len(first) >= _TELLING_NAME and first[:1].isupper() and first not in own.split()
    return _holds(text, name) or (
        is_telling and re.search(rf"\b{re.escape(first)}\b", text) is not None
    )


def _holds(text: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None


def _in_private(line: SharedLine, noted: Mapping[Run, Record]) -> list[Caution]:
    """Return the first words of a line that a private text has as well, if there are any."""
    found = ((noted[run], words) for run, words in _runs(line.text) if run in noted)
    return [
        Caution(line=line.record, kind=CautionKind.PRIVATE_WORDS, words=words, source=source)
        for source, words in islice(found, 1)
    ]


def _noted_runs(relationship: Relationship, wanted: set[Run]) -> dict[Run, Record]:
    """Return which of the runs stand in private texts, each with the first that has it."""
    found: dict[Run, Record] = {}
    for each in fields(relationship) if wanted else ():
        held = getattr(relationship, each.name)
        for record in held if isinstance(held, tuple) else (held,):
            for text in _noted(record):
                for run, _words in _runs(text):
                    if run in wanted:
                        found.setdefault(run, record)
    return found


def _noted(record: Record) -> Iterator[str]:
    """Yield the texts of a record that were written for nobody else."""
    if isinstance(record, Quote | IssuedLine) or _is_theirs(record):
        return
    for each in fields(record):
        value = getattr(record, each.name)
        if isinstance(value, str) and each.name not in _NOT_NOTED:
            yield value
    lost = getattr(record, "cancellation", None)
    if lost is not None:
        yield lost.found_reason


def _is_theirs(record: Record) -> bool:
    """Say whether they know the words already: they said them, or were shown them."""
    if isinstance(record, Line) and record.visibility is Visibility.SHAREABLE:
        return True
    side = getattr(record, "share", getattr(record, "side", None))
    return isinstance(record, Line) and side is Side.THEIRS and record.basis is Basis.SAID


def _runs(text: str) -> Iterator[tuple[Run, str]]:
    """Yield every few words in a row, as they are compared and as they stand."""
    words = list(_WORDS.finditer(text))
    for start in range(len(words)):
        weight, end = 0, start
        while weight < _A_RUN and end < len(words):
            weight += _weight(words[end].group())
            end += 1
        if weight >= _A_RUN:
            run = tuple(each.group().casefold() for each in words[start:end])
            yield run, text[words[start].start() : words[end - 1].end()]


def _weight(word: str) -> int:
    return _LIGHT if len(word) == 1 and word >= _EAST_ASIAN else _HEAVY
