"""What every part of the account's page is shown: the account, and what follows from it now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from journal.analysis.access import LossSummary, loss_summary
from journal.analysis.contact import next_planned, today_at
from journal.analysis.people import guests, known
from journal.analysis.standing import Standing, standing
from journal.domain.meeting import Meeting
from journal.domain.person import Person
from journal.domain.record import MeetingId, PersonId, RecordId
from journal.domain.relationship import Relationship


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountView:
    """One account as read at one moment, with what its head and its lists need.

    What asks for the standing commitments' days is not here: their rules are read by a
    library that would hold up the first picture.

    Attributes:
        now: Aware.
        today: The day on the customer's wall.
        next_meeting: None where none is planned.
        guests: Theirs who were invited, by meeting.
    """

    relationship: Relationship
    now: datetime
    today: date
    standing: Standing
    losses: LossSummary
    next_meeting: Meeting | None
    guests: Mapping[MeetingId, tuple[PersonId, ...]]

    def meeting(self, meeting_id: RecordId | None) -> Meeting | None:
        """Return one of its meetings; None where it is not one."""
        return next((each for each in self.relationship.meetings if each.id == meeting_id), None)

    def people_at(self, meeting: Meeting) -> tuple[Person, ...]:
        """Return who of theirs takes part in a meeting."""
        return known(self.relationship, self.guests.get(meeting.id, ()))


def account_view(relationship: Relationship, now: datetime) -> AccountView:
    """Work out what follows from an account at an aware moment."""
    today = today_at(relationship.account, now)
    return AccountView(
        relationship=relationship,
        now=now,
        today=today,
        standing=standing(relationship, today=today),
        losses=loss_summary(relationship, now=now),
        next_meeting=next_planned(relationship.meetings, now),
        guests=guests(relationship),
    )
