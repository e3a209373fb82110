"""The meeting that is logged: one in the journal, or one that only its form knows yet."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from journal.analysis.contact import next_planned, unrecorded, zone_of
from journal.domain.meeting import Meeting, Status
from journal.domain.record import AccountId, MeetingId, PersonId, RecordId
from journal.domain.relationship import Relationship
from journal.domain.span import When
from journal.operations import reading
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.operations.meetings import Appointment, Closing
from journal.wording import _

# Who logs what nobody planned, does so when it is over.
_USUAL = timedelta(hours=1)
_AT_THE_DOOR = timedelta(hours=1)
_QUARTER_MIN = 15


class Subject:
    """One account as it was read last, and which of its meetings is meant.

    Attributes:
        whole: The account and everything about it.
        meeting_id: None while nothing of the meeting is in the journal.
        next_id: The next visit that was agreed on at it, while its form was open.
    """

    def __init__(
        self, journal: Journal, account_id: AccountId, meeting_id: MeetingId | None = None
    ) -> None:
        """Read the account.

        Raises:
            NotFoundError: if there is no such account.
        """
        self._journal = journal
        self._account_id = account_id
        self.meeting_id = meeting_id
        self.next_id: MeetingId | None = None
        self.whole: Relationship = reading.relationship(journal, account_id)
        self.zone = zone_of(self.whole) or journal.zone
        self.draft_when = _an_hour_ago(self.now, self.zone)
        self.draft_people: tuple[PersonId, ...] = ()

    @property
    def now(self) -> datetime:
        """The aware moment."""
        return self._journal.now()

    @property
    def today(self) -> date:
        """The day on the customer's wall."""
        return When.at(self.now, self.zone).day

    @property
    def meeting(self) -> Meeting | None:
        """The meeting as it was read last; None where it is not, or no longer, there."""
        return self.found(self.meeting_id)

    @property
    def when(self) -> When:
        """When it was, or is to be."""
        return self.draft_when if self.meeting is None else self.meeting.when

    @property
    def status(self) -> Status:
        """What became of it."""
        return Status.PLANNED if self.meeting is None else self.meeting.status

    @property
    def closing(self) -> Closing:
        """What an operation is to close."""
        meeting = self.meeting
        if meeting is not None:
            return meeting.id
        account = self.whole.account
        return Appointment(
            account_id=account.id,
            when=self.draft_when,
            people=self.draft_people,
            travel_min=account.travel_min,
        )

    def read(self) -> None:
        """Read the account again.

        Raises:
            NotFoundError: if it is gone.
        """
        self.whole = reading.relationship(self._journal, self._account_id)

    def adopt(self, change: Change) -> None:
        """Take the meeting that a change has just begun for the one that is meant."""
        if self.meeting is None:
            begun = [each.id for each in self.whole.meetings if each.id in change.ids]
            self.meeting_id = begun[0] if begun else self.meeting_id

    def adopt_next(self, change: Change) -> None:
        """Take the meeting that a change has just planned for the next visit."""
        for each in self.whole.meetings:
            if each.id in change.ids and each.id != self.meeting_id:
                self.next_id = each.id

    def point_to(self, meeting_id: MeetingId | None) -> None:
        """Mean another meeting; None for one that nobody planned."""
        self.meeting_id = meeting_id
        self.next_id = None

    def draft(self, *, when: When | None = None, people: Sequence[PersonId] | None = None) -> None:
        """Say when and with whom a meeting was that nobody planned."""
        self.draft_when = when or self.draft_when
        self.draft_people = self.draft_people if people is None else tuple(people)

    def found(self, meeting_id: RecordId | None) -> Meeting | None:
        """Return one of its meetings; None where it is not one."""
        return next((each for each in self.whole.meetings if each.id == meeting_id), None)


def to_log(whole: Relationship, now: datetime) -> tuple[Meeting, ...]:
    """Return what can be logged: past ones that wait for it, latest first, then the next."""
    own = [each for each in whole.meetings if each.account_id == whole.account.id]
    following = next_planned(own, now)
    waiting = tuple(reversed(unrecorded(own, now)))
    return waiting if following is None else (*waiting, following)


def likeliest(whole: Relationship, now: datetime, today: date) -> MeetingId | None:
    """Return what is probably logged: what is about to begin, the latest that waits, today's.

    Who logs at the door has been called off just now. None where nothing of it fits.
    """
    due = [each for each in to_log(whole, now) if each.when.day <= today]
    at_the_door = (each for each in due if now < each.when.start <= now + _AT_THE_DOOR)
    meant = next(at_the_door, due[0] if due else None)
    return None if meant is None else meant.id


def title_of(subject: Subject, words: str) -> str:
    """Name the meeting: `Mercy General, Thu 3 Sep 2026, 14:00`."""
    return _("{account}, {when}").format(account=subject.whole.account.name, when=words)


def _an_hour_ago(now: datetime, zone: str) -> When:
    begun = now - _USUAL
    return When.at(begun - timedelta(minutes=begun.minute % _QUARTER_MIN), zone)
