"""When meetings hold and when they are lost: the access page, in one value."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from journal.analysis.clashes import USUAL_MARGINS, Clash, InTheWay, Margins, clashes, in_the_way
from journal.analysis.losses import (
    Counts,
    LostWhere,
    WastedTravel,
    counts,
    days_before,
    is_lost,
    lost_where,
    wasted_travel,
)
from journal.analysis.proposals import Block, FixedBlock, Proposal, fixed_blocks, proposals
from journal.analysis.reasons import Reason, is_explained, reasons
from journal.analysis.slots import (
    Chance,
    SlotCount,
    SlotMove,
    best,
    chance,
    slot_counts,
    slot_move,
    worst,
)
from journal.domain.relationship import Relationship


@dataclass(frozen=True, slots=True, kw_only=True)
class LossSummary:
    """What was lost, as counts, for a header.

    Attributes:
        since: The day of the first meeting that was counted; None where there was none.
        worst: The slot that lost most, at least one; None where nothing with a time was lost.
        best: The slot that lost least, another than the worst; None where none mostly holds.
        moved: None where the slot is still the one in which meetings were lost.
    """

    since: date | None
    counts: Counts
    where: LostWhere
    wasted: WastedTravel
    worst: SlotCount | None
    best: SlotCount | None
    moved: SlotMove | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """When meetings hold, when they are lost, why, and what to propose instead.

    Attributes:
        slots: Held and lost by slot, Monday's first hour first; untried ones left out.
        chance: Whether the worst slot could be chance; None below eight meetings, and where
            there is nothing to compare.
        days_before: Of those lost before we left, how many we knew of a day or more before.
        reasons: Found ones before stated ones, the most first.
        unexplained: Lost meetings whose reason was not found out, whatever was stated.
        clashes: Of all meetings looked at, those still ahead included.
        in_the_way: The same by commitment, with most lost meetings first.
        fixed: Where their standing commitments lie in the week.
        proposals: The best first.
    """

    summary: LossSummary
    slots: tuple[SlotCount, ...]
    chance: Chance | None
    days_before: int
    reasons: tuple[Reason, ...]
    unexplained: int
    clashes: tuple[Clash, ...]
    in_the_way: tuple[InTheWay, ...]
    fixed: tuple[FixedBlock, ...]
    proposals: tuple[Proposal, ...]


def loss_summary(
    relationship: Relationship, *, now: datetime, since: date | None = None
) -> LossSummary:
    """Count what was held and lost.

    Args:
        since: The first day to look at; None for all.
    """
    chosen = [each for each in relationship.meetings if since is None or each.when.day >= since]
    slots = slot_counts(chosen)
    return LossSummary(
        since=min((each.when.day for each in chosen), default=None),
        counts=counts(chosen, now),
        where=lost_where(chosen, relationship.account),
        wasted=wasted_travel(chosen, relationship.account),
        worst=worst(slots),
        best=best(slots),
        moved=slot_move(chosen),
    )


def access(
    relationship: Relationship,
    *,
    now: datetime,
    since: date | None = None,
    busy: Iterable[Block] = (),
    margins: Margins = USUAL_MARGINS,
) -> Access:
    """Tell when meetings hold and when they are lost.

    Args:
        since: The first day to look at; None for all. Proposals follow from the same days.
        busy: Our own busy times on the customer's wall, never proposed.
    """
    chosen = tuple(
        each for each in relationship.meetings if since is None or each.when.day >= since
    )
    looked_at = replace(relationship, meetings=chosen)
    slots = slot_counts(chosen)
    summary = loss_summary(looked_at, now=now)
    found = clashes(looked_at, margins=margins)
    fixed = fixed_blocks(looked_at, now=now)
    return Access(
        summary=summary,
        slots=slots,
        chance=chance(summary.worst.slot, slots) if summary.worst else None,
        days_before=days_before(chosen, relationship.account),
        reasons=reasons(chosen, relationship.commitments),
        unexplained=sum(is_lost(each) and not is_explained(each) for each in chosen),
        clashes=found,
        in_the_way=in_the_way(found, now),
        fixed=fixed,
        proposals=proposals(looked_at, now=now, fixed=fixed, busy=busy, margins=margins),
    )
