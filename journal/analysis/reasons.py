"""Why meetings were lost: what they said, and what it turned out to be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from journal.analysis.losses import is_lost
from journal.analysis.phrases import same_words
from journal.domain.meeting import Cancellation, Meeting
from journal.domain.person import StandingCommitment
from journal.domain.record import CommitmentId

# What tells it from others, how it was put, and the commitment behind it.
_Given = tuple[str, str, StandingCommitment | None]


class Source(StrEnum):
    """Where a reason comes from."""

    FOUND = "found"
    STATED = "stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A reason, and how many meetings were lost for it.

    Attributes:
        text: As it was first put; empty where only the commitment was noted.
        commitment: What stood behind it, of a found reason; None where nothing did, or where
            it is in the trash.
    """

    source: Source
    text: str
    commitment: StandingCommitment | None
    count: int


def reasons(
    meetings: Iterable[Meeting], commitments: Iterable[StandingCommitment]
) -> tuple[Reason, ...]:
    """Count the reasons of lost meetings: found ones before stated ones, the most first.

    A meeting with both counts once in each. Reasons in the same words are one; so are found
    reasons with the same commitment behind them.
    """
    lost = [each.cancellation for each in meetings if is_lost(each) and each.cancellation]
    by_id = {each.id: each for each in commitments}
    found = [_found(each, by_id) for each in lost]
    stated = [(same_words(each.stated_reason), each.stated_reason, None) for each in lost]
    return (*_counted(Source.FOUND, found), *_counted(Source.STATED, stated))


def is_explained(meeting: Meeting) -> bool:
    """Say whether it was found out why a meeting was lost; what they stated is not enough."""
    called_off = meeting.cancellation
    return called_off is not None and bool(
        called_off.found_reason.strip() or called_off.found_commitment_id
    )


def _found(called_off: Cancellation, by_id: Mapping[CommitmentId, StandingCommitment]) -> _Given:
    named = called_off.found_commitment_id
    behind = by_id.get(named) if named is not None else None
    key = same_words(called_off.found_reason) if behind is None else behind.id
    return key, called_off.found_reason, behind


def _counted(source: Source, given: Iterable[_Given]) -> list[Reason]:
    grouped: dict[str, list[_Given]] = {}
    for each in given:
        if each[0]:
            grouped.setdefault(each[0], []).append(each)
    found = [
        Reason(
            source=source,
            text=next((text for _, text, _ in group if text.strip()), ""),
            commitment=group[0][2],
            count=len(group),
        )
        for group in grouped.values()
    ]
    return sorted(found, key=lambda each: -each.count)
