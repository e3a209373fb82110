"""The case of the product as one relationship, small enough to check a page by hand."""

from datetime import UTC, date, datetime, time, timedelta, timezone

from journal.analysis.digest import Digest, digest
from journal.brief.content import private_brief
from journal.brief.parts import Brief
from journal.domain.account import Account, Aim
from journal.domain.meeting import Cancellation, Meeting, Participation, Status
from journal.domain.metric import MetricReading
from journal.domain.person import BuyingRole, Person, Role, StandingCommitment
from journal.domain.plan import Negotiation
from journal.domain.rating import Goal, Level, Rating, Viewpoint
from journal.domain.record import CommitmentId, MeetingId, NegotiationId, PersonId, RecordId, Side
from journal.domain.relationship import Relationship
from journal.domain.span import When
from tests.brief.learned import (
    DANA,
    HELD_NOV_12,
    LUIS,
    ME,
    MERCY,
    NOV_12,
    SEP_3,
    STOCK,
    alignments,
    alternatives,
    barriers,
    criteria,
    interests,
    metrics,
    norms,
    option_links,
    options,
    promises,
    questions,
    quotes,
    visions,
)

ZONE = "America/New_York"
NOW = datetime(2026, 11, 23, 21, 40, tzinfo=timezone(timedelta(hours=-5)))
NEXT = MeetingId(RecordId("next"))
COO, REYES, OLSEN, HAAS = (PersonId(RecordId(each)) for each in ("coo", "reyes", "olsen", "haas"))
TALKS = NegotiationId(RecordId("talks"))


def at(day: date, hour: int) -> When:
    """Return a full hour on the customer's wall."""
    return When(day=day, time=time(hour), zone=ZONE)


def held(day: date, hour: int) -> Meeting:
    """Return a meeting that took place."""
    return Meeting(
        id=MeetingId(RecordId(f"held {day}")),
        account_id=MERCY,
        when=at(day, hour),
        status=Status.HELD,
        minutes=50,
        travel_min=120,
        summary="You handed over the stock-out log; she sent it on to the analyst."
        if day == NOV_12
        else "",
    )


def lost(day: date, hour: int) -> Meeting:
    """Return a meeting that was cancelled at the door."""
    return Meeting(
        id=MeetingId(RecordId(f"lost {day}")),
        account_id=MERCY,
        when=at(day, hour),
        status=Status.CANCELLED,
        minutes=50,
        travel_min=120,
        cancellation=Cancellation(
            by=Side.THEIRS, stated_reason="something came up", found_reason="staff meeting behind"
        ),
    )


def _thursdays() -> list[Meeting]:
    """Eleven Thursdays at 14:00, seven of them lost."""
    first = date(2026, 3, 5)
    days = [first + timedelta(days=14 * number) for number in range(11)]
    return [lost(day, 14) if number % 3 else held(day, 14) for number, day in enumerate(days)]


def mercy() -> Relationship:
    """Return the case of the product."""
    return Relationship(
        account=Account(
            id=MERCY,
            name="Mercy General",
            aim=Aim.REPAIR,
            unit="Pharmacy department",
            place="Dayton",
            time_zone=ZONE,
            travel_min=120,
        ),
        people=_people(),
        roles=_roles(),
        commitments=_commitments(),
        meetings=(*_thursdays(), *_tuesdays()),
        participations=tuple(
            Participation(id=RecordId(f"p{number}"), meeting_id=meeting, person_id=person)
            for number, (meeting, person) in enumerate(
                ((NEXT, DANA), (NEXT, LUIS), (HELD_NOV_12, DANA))
            )
        ),
        ratings=_ratings(),
        goals=_goals(),
        metrics=metrics(),
        readings=(
            MetricReading(id=RecordId("r1"), metric_id=STOCK, day=date(2026, 10, 31), value=7),
        ),
        alignments=alignments(),
        negotiations=(
            Negotiation(id=TALKS, account_id=MERCY, title="One number", opened_on=SEP_3),
        ),
        barriers=barriers(),
        visions=visions(),
        norms=norms(),
        interests=interests(),
        criteria=criteria(),
        options=options(),
        option_links=option_links(),
        alternatives=alternatives(),
        questions=questions(),
        promises=promises(),
        quotes=quotes(),
    )


def _tuesdays() -> list[Meeting]:
    """Three Tuesdays at 10:00 that held, and the one that is ahead."""
    upcoming = Meeting(
        id=NEXT,
        account_id=MERCY,
        when=at(date(2026, 12, 1), 10),
        minutes=50,
        place="400 Main St, Dayton",
        travel_min=120,
        purpose="Agree on one number that both of us are judged by, and who reviews it.",
        best="Dana names her analyst and a first review date in January.",
        least="She says what she would need to see first.",
        opening="Last time you told me how you are measured. I brought the comparison.",
    )
    return [held(date(2026, 9, 15), 10), held(date(2026, 10, 13), 10), held(NOV_12, 10), upcoming]


def _commitments() -> tuple[StandingCommitment, ...]:
    return (
        StandingCommitment(
            id=CommitmentId(RecordId("pt")),
            person_id=DANA,
            title="P&T committee",
            rule="FREQ=WEEKLY;BYDAY=TU",
            first_day=date(2026, 1, 6),
            start=time(13),
            minutes=60,
            zone=ZONE,
        ),
    )


def _goals() -> tuple[Goal, ...]:
    return (
        Goal(
            id=RecordId("goal"),
            account_id=MERCY,
            level=Level.POSITIVE,
            by=date(2027, 6, 30),
            set_on=SEP_3,
            sentence="From a poor relationship to a positive one.",
            shared_on=SEP_3,
            shared_with_id=DANA,
        ),
    )


def _people() -> tuple[Person, ...]:
    return (
        Person(id=DANA, name="Dana Whitfield", remember="brings her own coffee", avoid="slides"),
        Person(id=LUIS, name="Luis Ortega"),
        Person(id=COO, name="Ruth Amsel"),
        Person(id=REYES, name="M. Reyes"),
        Person(id=ME, name="Ana Calder", is_self=True),
        Person(id=OLSEN, name="P. Olsen"),
        Person(id=HAAS, name="R. Haas"),
    )


def _roles() -> tuple[Role, ...]:
    ours = (
        (OLSEN, date(2024, 1, 8), date(2024, 12, 31), "Nothing can be done here."),
        (HAAS, date(2025, 1, 1), date(2026, 2, 28), "They cancel whatever I plan."),
        (ME, date(2026, 3, 1), None, ""),
    )
    theirs = (
        (DANA, "Director of Pharmacy", BuyingRole.DECIDES, COO, None, None),
        (REYES, "buyer", None, None, None, date(2026, 11, 15)),
        (LUIS, "buyer", BuyingRole.BUYS, DANA, date(2026, 11, 16), None),
    )
    return (
        *(
            Role(
                id=RecordId(f"our {person}"),
                account_id=MERCY,
                person_id=person,
                side=Side.OURS,
                start=start,
                end=end,
                note=note,
            )
            for person, start, end, note in ours
        ),
        *(
            Role(
                id=RecordId(f"their {person}"),
                account_id=MERCY,
                person_id=person,
                side=Side.THEIRS,
                title=title,
                buying_role=buying_role,
                reports_to_id=boss,
                start=start,
                end=end,
            )
            for person, title, buying_role, boss, start, end in theirs
        ),
    )


def _ratings() -> tuple[Rating, ...]:
    def rating(day: date, level: Level, viewpoint: Viewpoint = Viewpoint.OURS) -> Rating:
        person = DANA if viewpoint is Viewpoint.THEIRS_SAID else None
        return Rating(
            id=RecordId(f"{viewpoint} {day}"),
            account_id=MERCY,
            day=day,
            level=level,
            viewpoint=viewpoint,
            person_id=person,
        )

    return (
        rating(date(2024, 1, 15), Level.NEUTRAL),
        rating(date(2024, 6, 3), Level.STRAINED),
        rating(date(2025, 2, 3), Level.DAMAGED),
        rating(SEP_3, Level.STRAINED),
        rating(SEP_3, Level.NEUTRAL, Viewpoint.THEIRS_SAID),
    )


def mercy_digest() -> Digest:
    """Return what is worth knowing before Tuesday, 1 December."""
    case = mercy()
    upcoming = next(each for each in case.meetings if each.id == NEXT)
    return digest(case, meeting=upcoming, now=NOW)


def mercy_brief() -> Brief:
    """Return the brief for Tuesday, 1 December."""
    return private_brief(
        mercy_digest(),
        printed_at=NOW,
        people_known=mercy().people,
        data_as_of=NOW.astimezone(UTC).replace(minute=38).astimezone(NOW.tzinfo),
    )
