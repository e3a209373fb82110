"""The meeting that is logged: one in the journal, or one that only its form knows yet."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from journal.analysis.clashes import Clash
from journal.analysis.contact import next_planned, unrecorded, zone_of
from journal.analysis.explanations import in_the_way_of
from journal.analysis.losses import is_lost
from journal.domain.meeting import Cancellation, Meeting, Status
from journal.domain.person import Person
from journal.domain.rating import Facet, Level, Viewpoint
from journal.domain.record import AccountId, Line, MeetingId, PersonId, RecordId, Side
from journal.domain.relationship import Relationship
from journal.domain.span import When
from journal.operations import reading
from journal.operations.change import Change
from journal.operations.findings import Spot, somebodies
from journal.operations.journal import Journal
from journal.operations.meetings import Appointment, Closing
from journal.typed.findings import Ears
from journal.typed.people import Somebody
from journal.typed.understood import Bearings, Lean
from journal.wording import _

# Who logs what nobody planned, does so when it is over.
_USUAL = timedelta(hours=1)
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
        self._draft_when = _an_hour_ago(self.now, self.zone)
        self._draft_people: tuple[PersonId, ...] = ()

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
        return self._found(self.meeting_id)

    @property
    def next_visit(self) -> Meeting | None:
        """What was agreed on as the next visit while the form was open."""
        return self._found(self.next_id)

    @property
    def successor(self) -> Meeting | None:
        """What it was moved to."""
        return None if self.meeting is None else self._found(self.meeting.successor_id)

    @property
    def planned_next(self) -> Meeting | None:
        """The next planned meeting besides this one."""
        others = (each for each in self.whole.meetings if each.id != self.meeting_id)
        return next_planned(others, self.now)

    @property
    def when(self) -> When:
        """When it was, or is to be."""
        return self._draft_when if self.meeting is None else self.meeting.when

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
            when=self._draft_when,
            people=self._draft_people,
            travel_min=account.travel_min,
        )

    @property
    def level(self) -> Level | None:
        """How we see the relationship after it; None where nobody said."""
        given = [
            each.level
            for each in self.whole.ratings
            if each.meeting_id is not None
            and each.meeting_id == self.meeting_id
            and (each.viewpoint, each.facet) == (Viewpoint.OURS, Facet.OVERALL)
        ]
        return given[-1] if given else None

    @property
    def is_lost(self) -> bool:
        """Whether the customer let it fall."""
        return self.meeting is not None and is_lost(self.meeting)

    @property
    def cancellation(self) -> Cancellation | None:
        """How it was called off."""
        return None if self.meeting is None else self.meeting.cancellation

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
        self._draft_when = when or self._draft_when
        self._draft_people = self._draft_people if people is None else tuple(people)

    def who(self) -> tuple[Person, ...]:
        """Return who was there, as far as it was said, else who was invited; not oneself."""
        if self.meeting is None:
            ids: Sequence[PersonId | None] = self._draft_people
        else:
            parts = (e for e in self.whole.participations if e.meeting_id == self.meeting_id)
            ids = [each.person_id for each in parts if each.came is not False]
        by_id = {each.id: each for each in self.whole.people}
        found = (by_id[each] for each in dict.fromkeys(ids) if each in by_id)
        return tuple(each for each in found if not each.is_self)

    def somebodies(self) -> tuple[Somebody, ...]:
        """Return all who may be named, each on their present side."""
        return somebodies(self.whole.roles, self.whole.people)

    def theirs(self) -> tuple[Person, ...]:
        """Return the customer's people."""
        ids = {each.id for each in self.somebodies() if each.side is Side.THEIRS}
        return tuple(each for each in self.whole.people if each.id in ids)

    def ears(self) -> Ears:
        """Return what is needed to understand a line."""
        return Ears(bearings=self.bearings(Lean.FORWARD), people=self.somebodies())

    def bearings(self, lean: Lean) -> Bearings:
        """Return what is needed to understand a date."""
        return Bearings(now=self.now, zone=self.zone, lean=lean)

    def spot(self) -> Spot:
        """Return where a line belongs."""
        guests = [each.id for each in self.who()]
        return Spot(
            account_id=self.whole.account.id,
            day=self.when.day,
            zone=self.zone,
            meeting_id=None if self.meeting is None else self.meeting.id,
            guest=guests[0] if len(guests) == 1 else None,
        )

    def lines(self) -> tuple[Line, ...]:
        """Return what came up in it, in the order in which it was noted."""
        whole = self.whole
        every = (
            *(*whole.quotes, *whole.metrics, *whole.barriers, *whole.visions),
            *(*whole.promises, *whole.options, *whole.questions),
        )
        mine = (each for each in every if self.meeting and each.meeting_id == self.meeting.id)
        return tuple(sorted(mine, key=lambda each: each.id))

    def clashes(self) -> tuple[Clash, ...]:
        """Return what stood in its way, the nearest first."""
        return () if self.meeting is None else in_the_way_of(self.whole, self.meeting)

    def _found(self, meeting_id: RecordId | None) -> Meeting | None:
        return next((each for each in self.whole.meetings if each.id == meeting_id), None)


def to_log(whole: Relationship, now: datetime) -> tuple[Meeting, ...]:
    """Return what can be logged: past ones that wait for it, latest first, then the next."""
    own = [each for each in whole.meetings if each.account_id == whole.account.id]
    following = next_planned(own, now)
    waiting = tuple(reversed(unrecorded(own, now)))
    return waiting if following is None else (*waiting, following)


def likeliest(whole: Relationship, now: datetime, today: date) -> MeetingId | None:
    """Return what is probably logged: the latest that waits, else today's; else None."""
    meetings = to_log(whole, now)
    is_due = bool(meetings) and meetings[0].when.day <= today
    return meetings[0].id if is_due else None


def title_of(subject: Subject, words: str) -> str:
    """Name the meeting: `Mercy General, Thu 3 Sep 2026, 14:00`."""
    return _("{account}, {when}").format(account=subject.whole.account.name, when=words)


def _an_hour_ago(now: datetime, zone: str) -> When:
    begun = now - _USUAL
    return When.at(begun - timedelta(minutes=begun.minute % _QUARTER_MIN), zone)
