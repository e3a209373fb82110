"""Who rated: another rater sees another relationship, so the change of rater is marked."""

from collections.abc import Iterable, Mapping

from journal.domain.rating import Facet, Rating, Viewpoint
from journal.domain.record import PersonId, RecordId

_TOLD_APART = (Viewpoint.OURS, Viewpoint.THEIRS_SAID)


def raters_before(ratings: Iterable[Rating]) -> Mapping[RecordId, PersonId]:
    """Return who rated until then, by each rating with which the rater changed.

    Only overall ratings count, each viewpoint by itself; guesses are always ours. A rating that
    does not note its rater changes nothing.

    Args:
        ratings: Oldest first.
    """
    found: dict[RecordId, PersonId] = {}
    latest: dict[Viewpoint, PersonId] = {}
    for each in ratings:
        counts = each.viewpoint in _TOLD_APART and each.facet is Facet.OVERALL
        if each.person_id is None or not counts:
            continue
        before = latest.get(each.viewpoint)
        if before is not None and before != each.person_id:
            found[each.id] = before
        latest[each.viewpoint] = each.person_id
    return found
