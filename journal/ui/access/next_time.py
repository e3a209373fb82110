"""The next day on which a slot of the week is free for a meeting."""

from datetime import date, time, timedelta

from journal.analysis.contact import last_held, zone_of
from journal.analysis.obstacles import Draft, quiet_times
from journal.analysis.people import guests
from journal.analysis.proposals import Proposal, usual_minutes
from journal.analysis.slots import Slot, SlotCount
from journal.domain.meeting import Meeting, Status
from journal.domain.record import PersonId
from journal.domain.span import When
from journal.operations import planning
from journal.operations.journal import Journal
from journal.ui.shared.account_view import AccountView

_WEEK = timedelta(weeks=1)
_AROUND = timedelta(weeks=5)
_HOUR_MIN = 60


def next_time(journal: Journal, view: AccountView, slot: Slot) -> When:
    """Return when to meet next in a slot, on the customer's wall.

    It is the day nearest to a week after what is planned already, or after today, on which
    nothing stands in the way; where something does each week, simply that week's.

    Raises:
        JournalError: if the journal cannot be read.
    """
    whole = view.relationship
    zone = zone_of(whole) or journal.zone
    near = _last_planned(view) + _WEEK
    last = last_held(whole.meetings, view.now)
    draft = Draft(
        relationship=whole,
        own=planning.planned_around(journal, near - _AROUND, near + _AROUND),
        now=view.now,
        people=_guests_of(view, last),
        minutes=usual_minutes(whole.meetings),
        travel_min=whole.account.travel_min,
    )
    offered = Proposal(count=SlotCount(slot=slot))
    quiet = quiet_times(draft, [offered], near, zone=zone, at_most=1)
    if quiet:
        return quiet[0].when
    day = near + timedelta(days=(slot.weekday - near.weekday()) % 7)
    return When(day=day, time=time(*divmod(slot.minute, _HOUR_MIN)), zone=zone)


def _last_planned(view: AccountView) -> date:
    ahead = (
        each.when.day
        for each in view.relationship.meetings
        if each.status is Status.PLANNED and each.when.day > view.today
    )
    return max(ahead, default=view.today)


def _guests_of(view: AccountView, last: Meeting | None) -> tuple[PersonId, ...]:
    return () if last is None else guests(view.relationship).get(last.id, ())
