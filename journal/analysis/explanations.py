"""Which lost meetings a standing commitment would explain."""

from journal.analysis.clashes import USUAL_MARGINS, Clash, Margins, clashes
from journal.analysis.losses import is_lost
from journal.analysis.reasons import is_explained
from journal.domain.meeting import Meeting
from journal.domain.record import CommitmentId
from journal.domain.relationship import Relationship


def explained_by(
    relationship: Relationship,
    commitment: CommitmentId,
    *,
    margins: Margins = USUAL_MARGINS,
) -> tuple[Meeting, ...]:
    """Return the lost meetings that clash with it and whose reason nobody found yet."""
    lost = [each for each in relationship.meetings if is_lost(each) and not is_explained(each)]
    found = clashes(relationship, meetings=lost, margins=margins)
    meetings = (each.meeting for each in found if each.occurrence.commitment.id == commitment)
    return tuple(dict.fromkeys(meetings))


def in_the_way_of(
    relationship: Relationship, meeting: Meeting, *, margins: Margins = USUAL_MARGINS
) -> tuple[Clash, ...]:
    """Return what stood in the way of one meeting, the nearest first."""
    found = clashes(relationship, meetings=(meeting,), margins=margins)
    return tuple(sorted(found, key=lambda each: each.gap_min))
