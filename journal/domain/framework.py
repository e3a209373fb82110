"""The one page that may be shared: what it says, and nothing else.

No type here has room for a basis, a rating, a guess, a remark or a cost. What is to reach the
customer is made of these values alone, so what has no place in them cannot get there.
"""

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from journal.domain.metric import Alignment, Effect, Metric
from journal.domain.plan import Barrier, Criterion, Interest, Norm, Option, Vision
from journal.domain.promise import Promise
from journal.domain.record import Agreement, Record, RecordId, Side

# All else stays home, whoever ticks it.
SHAREABLE_KINDS: tuple[type[Record], ...] = (
    *(Interest, Barrier, Vision, Metric, Alignment, Norm, Option, Criterion, Promise),
)


class Part(StrEnum):
    """A section of the page; in the order of the page."""

    WANTED = "wanted"
    WORKED = "worked"
    IN_THE_WAY = "in_the_way"
    YEAR_AHEAD = "year_ahead"
    MEASURED = "measured"
    NORMS = "norms"
    IDEAS = "ideas"
    STEPS = "steps"


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedLine:
    """One line of the page.

    Attributes:
        record: The id of the record that it comes from, of that kind.
        text: Their wording where they changed ours, else ours.
        agreement: Never declined; agreed only where they agreed to this very text.
        side: Whose it is, where that matters.
        judged_by: Of an option: the ids of the criteria, each a line of its own.
        who: Of a step: the name of who owes it; empty where only the side is known.
        day: Of a step: by when; of a kept promise: when it was done.
    """

    record: RecordId
    kind: type[Record]
    part: Part
    text: str
    agreement: Agreement = Agreement.NOT_RAISED
    side: Side | None = None
    judged_by: tuple[RecordId, ...] = ()
    who: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPair:
    """Where two measures meet, as it was checked together; both stand on the page.

    Attributes:
        record: The id of the alignment.
        theirs: The id of their metric.
        ours: The id of ours.
    """

    record: RecordId
    theirs: RecordId
    ours: RecordId
    effect: Effect


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """All that stands on the page.

    Attributes:
        account: Its name.
        author: The name of who keeps the journal; empty while nobody was named.
        version: Of the draft, one more than was issued last.
        day: The day of the draft.
        recipients: The names of those it is discussed with.
        lines: In the order of the page; see `Part`.
        pairs: Of the metrics among the lines.
    """

    account: str
    author: str
    version: int
    day: date
    recipients: tuple[str, ...]
    lines: tuple[SharedLine, ...]
    pairs: tuple[SharedPair, ...] = ()

    def of(self, part: Part, side: Side | None = None) -> tuple[SharedLine, ...]:
        """Return the lines of a section, of one side where it is given."""
        return tuple(
            each for each in self.lines if each.part is part and (side is None or each.side is side)
        )

    def without(self, records: Container[RecordId]) -> "Framework":
        """Return the page without some lines, and without what was only about them."""
        lines = tuple(
            replace(each, judged_by=tuple(one for one in each.judged_by if one not in records))
            for each in self.lines
            if each.record not in records
        )
        pairs = tuple(
            each
            for each in self.pairs
            if not any(one in records for one in (each.record, each.theirs, each.ours))
        )
        return replace(self, lines=lines, pairs=pairs)
