"""What the sample journal promises: the case, and a journal in which every page has content."""

from collections import Counter
from dataclasses import fields
from datetime import date, time, timedelta
from typing import TypeVar

import pytest

from journal import resources
from journal.domain.account import Account, Aim
from journal.domain.meeting import Kind, Meeting, Participation, Status
from journal.domain.metric import Alignment, Effect, Metric, MetricReading
from journal.domain.person import Person, Role, StandingCommitment
from journal.domain.plan import Option
from journal.domain.promise import Promise, Quote
from journal.domain.rating import Goal, Level, Rating, Viewpoint
from journal.domain.record import Basis, Record, Side, Visibility
from journal.exchange.notation import KINDS
from journal.exchange.pack import Pack, read_pack

AnyRecord = TypeVar("AnyRecord", bound=Record)

AS_OF = date(2026, 11, 23)
LEFT_OUT = {"attachment", "origin"}


def sample(today: date = AS_OF) -> Pack:
    """Read the sample as of a day."""
    return read_pack(resources.find("sample/sample.pack"), today)


PACK = sample()
ACCOUNTS = {each.name: each for each in PACK.records if isinstance(each, Account)}
MERCY = ACCOUNTS["Mercy General"]
PEOPLE = {each.name: each.id for each in PACK.records if isinstance(each, Person)}


def of(kind: type[AnyRecord], account: Account = MERCY) -> list[AnyRecord]:
    """Return the records of a kind and an account."""
    return [
        each
        for each in PACK.records
        if isinstance(each, kind) and getattr(each, "account_id", None) == account.id
    ]


def visits() -> list[Meeting]:
    """Return what Nora planned in Dayton with a time, oldest first."""
    since = date(2026, 3, 1)
    planned = of(Meeting)
    return [each for each in planned if each.when.day >= since and each.when.time is not None]


def test_every_kind_of_record_but_files_occurs() -> None:
    """Each page and each lane has something to show."""
    found = Counter(type(each) for each in PACK.records)

    assert {word for word, kind in KINDS.items() if not found[kind]} == LEFT_OUT
    assert PACK.notes == ()


def test_there_are_ten_customers_of_three_aims() -> None:
    """The case, a good account that is raised, and eight lesser ones."""
    aims = Counter(each.aim for each in ACCOUNTS.values())

    assert aims == {Aim.REPAIR: 3, Aim.RAISE: 3, Aim.MAINTAIN: 4}
    assert {each.time_zone for each in ACCOUNTS.values()} == {
        "America/New_York", "Europe/Prague", "Asia/Riyadh", "Asia/Shanghai",
    }  # fmt: skip
    assert max(len(name) for name in ACCOUNTS) > 70, "a long Arabic one"


def test_exactly_one_person_keeps_the_journal() -> None:
    """She is "you"."""
    assert [each.name for each in PACK.records if isinstance(each, Person) and each.is_self] == [
        "Nora Lindqvist"
    ]


def test_seven_of_eleven_thursdays_at_two_were_lost_six_of_them_at_the_door() -> None:
    """The case: 6 times 4 hours driven for nothing."""
    thursdays = [each for each in visits() if each.when.weekday == 3]

    assert {each.when.time for each in thursdays} == {time(14)}
    assert Counter(each.status for each in thursdays) == {Status.HELD: 4, Status.CANCELLED: 7}
    lost = [each.cancellation for each in thursdays if each.cancellation is not None]
    starts = [each.when.instant for each in thursdays if each.cancellation is not None]
    late = [each.at for each in lost if each.at is not None]
    assert sum(at >= start for at, start in zip(late, starts, strict=True)) == 6
    assert MERCY.travel_min == 120


def test_the_lost_visits_ended_as_her_staff_meeting_began() -> None:
    """That is found out on the third of September, and explains six of the seven."""
    (staff,) = [
        each
        for each in PACK.records
        if isinstance(each, StandingCommitment) and each.title == "management staff meeting"
    ]
    lost = [each.cancellation for each in visits() if each.cancellation is not None]

    assert (staff.person_id, staff.rule, staff.start) == (
        PEOPLE["Dana Whitfield"],
        "FREQ=WEEKLY;BYDAY=TH",
        time(15),
    )
    assert sum(each.found_commitment_id == staff.id for each in lost) == 6
    assert all(each.minutes == 50 for each in visits()), "14:50 is ten minutes before it"


def test_three_tuesdays_at_ten_were_held_and_the_next_is_planned() -> None:
    """None since the slot moved."""
    tuesdays = [each for each in visits() if each.when.weekday == 1]

    assert [(each.when.iso, each.status) for each in tuesdays] == [
        ("2026-09-08T10:00", Status.HELD),
        ("2026-10-06T10:00", Status.HELD),
        ("2026-11-10T10:00", Status.HELD),
        ("2026-12-01T10:00", Status.PLANNED),
    ]
    last = tuesdays[-1]
    assert all((last.purpose, last.best, last.least, last.opening))


def test_some_forty_meetings_with_three_account_managers() -> None:
    """Three years, and two of three said that nothing could be done."""
    meetings = of(Meeting)
    owners = [each for each in of(Role) if each.side is Side.OURS]

    assert len(meetings) == 42
    assert Counter(each.status for each in meetings) == {
        Status.HELD: 27, Status.CANCELLED: 12, Status.MOVED: 2, Status.PLANNED: 1,
    }  # fmt: skip
    assert [each.start for each in owners] == [
        date(2024, 1, 8),
        date(2025, 1, 1),
        date(2026, 3, 1),
    ]
    assert all("could" in each.note for each in owners[:2])


def test_the_turning_point_is_all_there() -> None:
    """The ratings of both sides, the quote, the goal shared, the belief checked."""
    day = date(2026, 9, 3)
    ratings = {
        each.viewpoint: each.level
        for each in of(Rating)
        if each.day == day and each.facet.value == "overall"
    }
    assert ratings == {Viewpoint.OURS: Level.STRAINED, Viewpoint.THEIRS_SAID: Level.NEUTRAL}
    (pinned,) = [each for each in of(Quote) if each.pinned]
    assert (pinned.said_on, pinned.text) == (
        day,
        "No one has ever spent the time to understand how I'm measured.",
    )
    (goal,) = of(Goal)
    assert (goal.level, goal.by, goal.shared_on) == (Level.POSITIVE, date(2027, 6, 30), day)
    first = next(each for each in of(Alignment))
    assert (first.perceived, first.checked, first.checked_on) == (
        Effect.AGAINST,
        Effect.NEUTRAL,
        day,
    )


def test_five_of_nine_pairs_of_numbers_were_looked_at() -> None:
    """Three of hers, one of them a guess, and three of ours."""
    metrics = of(Metric)
    theirs = [each.basis for each in metrics if each.side is Side.THEIRS]

    assert theirs == [Basis.SAID, Basis.SAID, Basis.GUESS]
    assert len(metrics) == 6
    assert len(of(Alignment)) == 5


def test_three_of_five_promises_of_ours_were_kept_in_time_and_one_is_late() -> None:
    """Theirs were both kept; a third is not due yet."""
    promises = of(Promise)
    told = [
        (each.side, each.due_on is not None and (each.kept_on or AS_OF) <= each.due_on)
        for each in promises
        if each.kept_on or (each.due_on is not None and each.due_on < AS_OF)
    ]

    assert Counter(told) == {
        (Side.OURS, True): 3,
        (Side.OURS, False): 2,
        (Side.THEIRS, True): 2,
    }


def test_today_has_two_visits_and_three_promises_are_due() -> None:
    """Today and follow-ups are never empty."""
    today = [
        each.when.time
        for each in PACK.records
        if isinstance(each, Meeting) and each.when.day == AS_OF and each.kind is Kind.VISIT
    ]
    due = [
        each.due_on
        for each in PACK.records
        if isinstance(each, Promise) and each.side is Side.OURS and each.is_open
        and each.due_on is not None and each.due_on <= AS_OF
    ]  # fmt: skip

    assert sorted(each for each in today if each) == [time(10, 30), time(14, 30)]
    assert sorted(due) == [date(2026, 11, 20), date(2026, 11, 22), date(2026, 11, 23)]


def test_one_account_is_refused_three_times_in_the_same_words() -> None:
    """Spelt differently each time, as people do."""
    answers = [each.answer for each in of(Option, ACCOUNTS["Northfield Labs"])]

    assert len(answers) == len(set(answers)) == 3
    assert {"".join(filter(str.isalpha, each)).lower() for each in answers} == {
        "pleasesenditinwriting"
    }


def test_one_account_has_unrecorded_meetings_and_one_was_not_seen_for_long() -> None:
    """What the portfolio points out."""
    eastside = [
        each
        for each in of(Meeting, ACCOUNTS["Eastside Pharmacy"])
        if each.status is Status.PLANNED and each.when.day < AS_OF
    ]
    orchard = ACCOUNTS["Orchard Care Group"]
    held = [each.when.day for each in of(Meeting, orchard) if each.status is Status.HELD]

    assert len(eastside) == 2
    assert orchard.contact_interval_days == 90
    assert AS_OF - max(held) == timedelta(days=160)


def test_only_the_account_that_is_raised_shares_lines() -> None:
    """Private is the default; the page that is shared is built from these lines alone."""
    shared = {
        getattr(each, "account_id", None)
        for each in PACK.records
        if getattr(each, "visibility", None) is Visibility.SHAREABLE
    }

    assert shared == {ACCOUNTS["Harbor Health"].id}


def test_business_has_a_value_for_every_quarter() -> None:
    """Bars without a gap: eleven quarters and the one that runs."""
    (units,) = [each.id for each in of(Metric) if each.text == "Units sold"]
    days = [
        each.day
        for each in PACK.records
        if isinstance(each, MetricReading) and each.metric_id == units
    ]

    assert len(days) == 12
    assert days == sorted(days)


@pytest.mark.parametrize(
    "today", [date(2025, 11, 3), date(2027, 7, 15), date(2028, 2, 29), date(2031, 1, 1)]
)
def test_the_sample_is_of_this_week_whenever_it_is_opened(today: date) -> None:
    """Weekdays, wall times and notice hold over clock changes, leap days and year ends."""
    moved = sample(today)
    shift = timedelta(weeks=(today - timedelta(days=today.weekday()) - AS_OF).days // 7)

    assert AS_OF + shift <= today < AS_OF + shift + timedelta(weeks=1)
    for before, after in zip(PACK.records, moved.records, strict=True):
        if isinstance(before, Meeting) and isinstance(after, Meeting):
            assert after.when.day - before.when.day == shift
            assert after.when.time == before.when.time
            assert _notice(after) == _notice(before)
        assert "{" not in repr([getattr(after, each.name) for each in fields(after)])


def _notice(meeting: Meeting) -> timedelta | None:
    """Return how long before the start it was called off, on the wall."""
    lost = meeting.cancellation
    if lost is None or lost.at is None:
        return None
    return meeting.when.start.replace(tzinfo=None) - lost.at.astimezone(
        meeting.when.start.tzinfo
    ).replace(tzinfo=None)


def test_everybody_invited_is_somebody() -> None:
    """No meeting of ours was with nobody, so "with whom" is never empty."""
    invited = {each.meeting_id for each in PACK.records if isinstance(each, Participation)}

    assert {each.id for each in PACK.records if isinstance(each, Meeting)} == invited
