"""The case that the window is tried on: one account to repair, three lesser ones, by hand."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path

from journal.domain.account import Account, Aim
from journal.domain.meeting import Cancellation, Meeting, Participation, Status, Whereabouts
from journal.domain.metric import Alignment, Effect, Metric, MetricReading
from journal.domain.person import Person, Role, StandingCommitment
from journal.domain.plan import Barrier, Option, Question, Vision
from journal.domain.promise import Promise, Quote
from journal.domain.rating import Goal, Level, Rating, Viewpoint
from journal.domain.record import (
    AccountId,
    Basis,
    CommitmentId,
    MeetingId,
    MetricId,
    OptionId,
    PersonId,
    Record,
    RecordId,
    Side,
)
from journal.domain.span import When
from journal.operations.journal import Journal

NOW = datetime(2026, 11, 23, 8, 15, tzinfo=UTC)
ZONE = "America/New_York"

MERCY = AccountId(RecordId("mercy"))
HARBOR = AccountId(RecordId("harbor"))
EASTSIDE = AccountId(RecordId("eastside"))
NORTHFIELD = AccountId(RecordId("northfield"))
DANA = PersonId(RecordId("dana"))
LUIS = PersonId(RecordId("luis"))
ME = PersonId(RecordId("me"))
OLSEN = PersonId(RecordId("olsen"))
HAAS = PersonId(RecordId("haas"))
TURNING = MeetingId(RecordId("meeting-2026-09-03"))
NEXT = MeetingId(RecordId("meeting-2026-12-01"))
SPEND = MetricId(RecordId("spend"))
UNITS = MetricId(RecordId("units"))


def clock() -> datetime:
    """Stand still."""
    return NOW


@dataclass
class Case:
    """Collects records; each id says what it is."""

    records: list[Record] = field(default_factory=list)
    count: int = 0

    def id(self) -> RecordId:
        """Make the next id."""
        self.count += 1
        return RecordId(f"record-{self.count:03}")

    def add(self, *records: Record) -> None:
        """Keep them."""
        self.records += records


def write_case(path: Path) -> Path:
    """Write the case into a new journal."""
    case = Case()
    _people(case)
    _accounts(case)
    _meetings(case)
    _ratings(case)
    _learned(case)
    with Journal.create(path, clock) as journal:
        journal.write("The case", add=case.records)
    return path


def _accounts(case: Case) -> None:
    case.add(
        Account(
            id=MERCY,
            name="Mercy General",
            aim=Aim.REPAIR,
            unit="Pharmacy department",
            place="Dayton",
            address="400 Main St, Dayton",
            time_zone=ZONE,
            travel_min=120,
        ),
        Account(id=NORTHFIELD, name="Northfield Labs", aim=Aim.REPAIR, time_zone=ZONE),
        Account(id=HARBOR, name="Harbor Health", aim=Aim.RAISE, time_zone=ZONE),
        Account(id=EASTSIDE, name="Eastside Pharmacy <b>& Sons</b>", time_zone=ZONE),
    )
    owners = (
        (OLSEN, date(2023, 12, 1), date(2024, 11, 30)),
        (HAAS, date(2024, 12, 1), date(2025, 11, 15)),
    )
    for person, start, end in owners:
        case.add(
            Role(
                id=case.id(),
                account_id=MERCY,
                person_id=person,
                side=Side.OURS,
                title="account manager",
                start=start,
                end=end,
            )
        )
    case.add(
        Role(
            id=case.id(), account_id=MERCY, person_id=ME, side=Side.OURS, start=date(2025, 11, 16)
        ),
        Role(
            id=case.id(),
            account_id=MERCY,
            person_id=DANA,
            side=Side.THEIRS,
            title="Director of Pharmacy",
        ),
    )


def _people(case: Case) -> None:
    case.add(
        Person(id=ME, name="Ana Calder", is_self=True),
        Person(id=OLSEN, name="P. Olsen"),
        Person(id=HAAS, name="R. Haas"),
        Person(id=DANA, name="Dana Whitfield"),
        Person(id=LUIS, name="Luis Ortega"),
    )


_HELD = (
    (2024, 1, 11), (2024, 4, 4), (2024, 7, 11), (2024, 12, 19), (2025, 5, 15),
    (2025, 12, 4), (2026, 3, 12), (2026, 9, 3), (2026, 10, 20), (2026, 11, 10),
)  # fmt: skip
_LOST = (
    (2024, 10, 10), (2025, 2, 13), (2026, 1, 15), (2026, 2, 12), (2026, 4, 16),
    (2026, 5, 21), (2026, 6, 18), (2026, 7, 9), (2026, 8, 6),
)  # fmt: skip


def _meetings(case: Case) -> None:
    for day in sorted(_HELD + _LOST):
        when = When(day=date(*day), time=time(14), zone=ZONE)
        if day[:2] >= (2026, 9):
            when = When(day=date(*day), time=time(14 if day[1] == 9 else 10), zone=ZONE)
        lost = day in _LOST
        meeting = Meeting(
            id=MeetingId(RecordId(f"meeting-{date(*day)}")),
            account_id=MERCY,
            when=when,
            status=Status.CANCELLED if lost else Status.HELD,
            minutes=50,
            held_minutes=None if lost else 50,
            summary="" if lost else "Went through the open orders.",
            cancellation=Cancellation(
                by=Side.THEIRS,
                by_person_id=DANA,
                whereabouts=Whereabouts.AT_THE_DOOR,
                stated_reason="something came up",
            )
            if lost
            else None,
        )
        case.add(meeting, _part(case, meeting.id))
    coming = Meeting(
        id=NEXT,
        account_id=MERCY,
        when=When(day=date(2026, 12, 1), time=time(10), zone=ZONE),
        minutes=50,
        purpose="Agree on one number that both of us are judged by.",
    )
    case.add(coming, _part(case, NEXT))
    case.add(
        Meeting(
            id=MeetingId(RecordId("harbor-next")),
            account_id=HARBOR,
            when=When(day=date(2026, 11, 26), time=time(9, 30), zone=ZONE),
        ),
        Meeting(
            id=MeetingId(RecordId("northfield-open")),
            account_id=NORTHFIELD,
            when=When(day=date(2026, 11, 20), time=time(9, 30), zone=ZONE),
        ),
    )


def _part(case: Case, meeting: MeetingId) -> Participation:
    return Participation(id=case.id(), meeting_id=meeting, person_id=DANA)


def _ratings(case: Case) -> None:
    ours = (
        (date(2024, 1, 11), Level.NEUTRAL),
        (date(2024, 4, 4), Level.STRAINED),
        (date(2024, 12, 19), Level.DAMAGED),
        (date(2026, 3, 12), Level.DAMAGED),
        (date(2026, 9, 3), Level.STRAINED),
    )
    for day, level in ours:
        case.add(
            Rating(
                id=RecordId(f"rating-{day}"),
                account_id=MERCY,
                day=day,
                level=level,
                meeting_id=MeetingId(RecordId(f"meeting-{day}")),
            )
        )
    case.add(
        Rating(
            id=case.id(),
            account_id=MERCY,
            day=date(2026, 9, 3),
            level=Level.NEUTRAL,
            viewpoint=Viewpoint.THEIRS_SAID,
            person_id=DANA,
        ),
        Goal(
            id=case.id(),
            account_id=MERCY,
            level=Level.POSITIVE,
            by=date(2027, 6, 30),
            set_on=date(2026, 9, 1),
            sentence="From poor to positive",
            shared_on=date(2026, 9, 3),
            shared_with_id=DANA,
        ),
        Rating(id=case.id(), account_id=HARBOR, day=date(2026, 5, 5), level=Level.OUTSTANDING),
        Rating(id=case.id(), account_id=NORTHFIELD, day=date(2026, 8, 5), level=Level.DAMAGED),
    )


def _learned(case: Case) -> None:
    _said(case)
    _between_us(case)
    _to_do(case)
    _calendar(case)


def _said(case: Case) -> None:
    case.add(
        Quote(
            id=RecordId("quote"),
            account_id=MERCY,
            text="No one has ever spent the time to understand how I'm measured.",
            person_id=DANA,
            said_on=date(2026, 9, 3),
            meeting_id=TURNING,
            basis=Basis.SAID,
            pinned=True,
        ),
        Metric(
            id=SPEND,
            account_id=MERCY,
            text="Drug spend per bed-day",
            side=Side.THEIRS,
            person_id=DANA,
            basis=Basis.SAID,
            meeting_id=TURNING,
            noted_on=date(2026, 9, 3),
        ),
        Metric(id=UNITS, account_id=MERCY, text="Units sold", side=Side.OURS, person_id=ME),
        Alignment(
            id=case.id(),
            account_id=MERCY,
            their_metric_id=SPEND,
            our_metric_id=UNITS,
            perceived=Effect.AGAINST,
            checked=Effect.NEUTRAL,
            checked_on=date(2026, 9, 3),
            evidence="twelve months side by side",
            meeting_id=TURNING,
        ),
    )


def _between_us(case: Case) -> None:
    case.add(
        Barrier(
            id=RecordId("barrier-slot"),
            account_id=MERCY,
            text="Staff meeting Thu 15:00 sits right behind our slot",
            share=Side.THEIRS,
            named_on=date(2026, 9, 3),
            lifted_on=date(2026, 9, 3),
            lifted_how="moved to Tue 10:00",
        ),
        Barrier(
            id=RecordId("barrier-committee"),
            account_id=MERCY,
            text="No access to the P&T committee",
            share=Side.THEIRS,
            named_on=date(2026, 10, 20),
            meeting_id=MeetingId(RecordId("meeting-2026-10-20")),
        ),
        Vision(
            id=case.id(),
            account_id=MERCY,
            text="Quarterly review with my staff, one shared number",
            side=Side.THEIRS,
            due_on=date(2027, 9, 3),
            person_id=DANA,
            meeting_id=TURNING,
        ),
    )


def _to_do(case: Case) -> None:
    case.add(
        Promise(
            id=RecordId("promise-ours"),
            account_id=MERCY,
            text="Bed-day cost comparison",
            side=Side.OURS,
            person_id=ME,
            made_on=date(2026, 9, 3),
            due_on=date(2026, 11, 22),
            meeting_id=TURNING,
        ),
        Promise(
            id=RecordId("promise-theirs"),
            account_id=MERCY,
            text="Name of the analyst",
            side=Side.THEIRS,
            person_id=DANA,
            due_on=date(2026, 11, 27),
        ),
        Question(
            id=RecordId("question"),
            account_id=MERCY,
            text="Which number does your director look at first?",
            person_id=DANA,
        ),
        Option(
            id=OptionId(RecordId("option")),
            account_id=MERCY,
            text="Ward pilot",
            answer="not a priority",
            answered_on=date(2026, 9, 3),
            refused=True,
            meeting_id=TURNING,
        ),
    )


def _calendar(case: Case) -> None:
    case.add(
        StandingCommitment(
            id=CommitmentId(RecordId("staff-meeting")),
            person_id=DANA,
            title="Management staff meeting",
            rule="FREQ=WEEKLY;BYDAY=TH",
            first_day=date(2024, 1, 4),
            start=time(15),
            minutes=60,
            zone=ZONE,
        ),
    )
    for number, value in enumerate((14, 16, 12, 9, 8, 7, 6, 5, 6, 5, 12, 16)):
        year, quarter = divmod(number, 4)
        case.add(
            MetricReading(
                id=case.id(),
                metric_id=UNITS,
                day=date(2024 + year, quarter * 3 + 3, 28),
                value=value,
            )
        )
