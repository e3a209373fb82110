"""The tabs of an account, and in which of them a record stands."""

from enum import IntEnum

from journal.analysis.people import has_left
from journal.domain.record import PersonId, RecordId
from journal.ui.shared.account_view import AccountView


class Tab(IntEnum):
    """The evidence, in the order of its tabs."""

    TIMELINE = 0
    MEETINGS = 1
    PEOPLE = 2
    ALIGNMENT = 3
    NEGOTIATION = 4
    ACCESS = 5
    RELATIONSHIP = 6


def where_stands(view: AccountView, record_id: RecordId) -> tuple[Tab, RecordId] | None:
    """Return the tab in which a record stands, and what to choose there.

    None where it stands at its moment, on the timeline, or nowhere.
    """
    person = _person_of(view, record_id)
    if person is not None:
        return Tab.PEOPLE, person
    if _is_of_both(view, record_id):
        return Tab.RELATIONSHIP, record_id
    number = _number_of(view, record_id)
    if number is not None:
        return Tab.ALIGNMENT, number
    return (Tab.NEGOTIATION, record_id) if _is_prepared(view, record_id) else None


def _person_of(view: AccountView, record_id: RecordId) -> RecordId | None:
    """Return the person, or the role, that a record is about; None where it is about neither."""
    whole = view.relationship
    if any(each.id == record_id for each in (*whole.people, *whole.roles)):
        return record_id
    owners: dict[RecordId, PersonId | None] = {
        each.id: each.person_id for each in whole.commitments
    }
    left = has_left(whole, view.today)  # how they were measured is on no map
    owners |= {each.id: each.person_id for each in whole.metrics if each.person_id in left}
    return owners.get(record_id)


def _is_of_both(view: AccountView, record_id: RecordId) -> bool:
    """Say whether it is how a side sees the relationship, now or in a year."""
    whole = view.relationship
    return any(each.id == record_id for each in (*whole.ratings, *whole.visions))


def _number_of(view: AccountView, record_id: RecordId) -> RecordId | None:
    """Return the number, or the pair of them, that it is or was read of; None for neither."""
    whole = view.relationship
    if any(each.id == record_id for each in (*whole.metrics, *whole.alignments)):
        return record_id
    return next((each.metric_id for each in whole.readings if each.id == record_id), None)


def _is_prepared(view: AccountView, record_id: RecordId) -> bool:
    """Say whether it is a line of a negotiation, or one; a vision is the relationship's."""
    whole = view.relationship
    lines = (whole.barriers, whole.interests, whole.criteria, whole.options)
    others = (whole.alternatives, whole.norms, whole.questions, whole.negotiations)
    return any(each.id == record_id for kind in (*lines, *others) for each in kind)
