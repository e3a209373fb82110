"""What Today says."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from journal.analysis.conflicts import conflicts_ahead
from journal.analysis.day import Days, days
from journal.domain.account import Account
from journal.domain.meeting import Cancellation, Kind, Meeting, Participation, Status
from journal.domain.person import Person
from journal.domain.promise import Promise
from journal.domain.record import AccountId, MeetingId, PersonId, RecordId, Side
from journal.domain.relationship import Relationship
from journal.domain.span import When
from journal.ui.today.words import Remark, Row, answer, sections

PRAGUE = "Europe/Prague"
# Monday.
NOW = datetime(2026, 11, 23, 9, 15, tzinfo=ZoneInfo(PRAGUE))


def at(text: str, account: str = "Mercy", zone: str = PRAGUE, **fields: Any) -> Meeting:  # noqa: ANN401
    """Plan an hour's visit."""
    usual: dict[str, Any] = {
        "id": MeetingId(RecordId(f"{account} {text}")),
        "account_id": AccountId(RecordId(account)),
        "when": When.from_iso(text, zone),
    }
    return Meeting(**usual | fields)


def outline(*meetings: Meeting, way_min: int | None = 60, **fields: object) -> Relationship:
    """Gather the meetings of one account, an hour away."""
    account = Account(
        id=meetings[0].account_id,
        name=meetings[0].account_id,
        place="Dayton",
        travel_min=way_min,
    )
    return Relationship(account=account, meetings=meetings, **fields)  # type: ignore[arg-type]


def told(*outlines: Relationship, older: int = 0) -> Days:
    """Tell the days."""
    by_account = {each.account.id: each for each in outlines}
    return days(by_account, now=NOW, older_unrecorded=older)


def row(*meetings: Meeting, **fields: object) -> Row:
    """Say the last row of the first section."""
    return sections(told(outline(*meetings, **fields)))[0].rows[-1]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("meetings", "said"),
    [
        (["2026-11-23T11:00"], "One visit today; leave by 10:00 for Mercy."),
        (["2026-11-23T10:00"], "One visit today; leave now for Mercy, 09:00 is past."),
        (["2026-11-23T09:00"], "One visit today; Mercy goes on until 10:00."),
        (["2026-11-23"], "One visit today; Mercy has no time yet."),
        (
            ["2026-11-23", "2026-11-23T12:00"],
            "Two visits today; leave by 11:00 for Mercy.",
        ),
        (
            ["2026-11-23T07:00", "2026-11-23T12:00"],
            "One more visit today; leave by 11:00 for Mercy.",
        ),
        (["2026-11-23T07:00"], "Nothing more is planned."),
        (
            ["2026-11-23T07:00", "2026-11-24T10:00"],
            "Nothing more today; next is Mercy, tomorrow.",
        ),
        (["2026-11-26T10:00"], "Nothing today; next is Mercy, Thu 26 Nov, in 3 days."),
    ],
)
def test_it_opens_with_its_answer(meetings: list[str], said: str) -> None:
    """One sentence, read in the car park."""
    assert answer(told(outline(*map(at, meetings)))) == said


def test_calls_are_no_visits() -> None:
    """Where there are some among them they are meetings; nobody leaves for a call."""
    call = at("2026-11-23T10:00", kind=Kind.CALL)
    visit = at("2026-11-23T14:00")
    early = at("2026-11-23T07:00")
    assert answer(told(outline(call, visit))) == "Two meetings today; Mercy is at 10:00."
    assert answer(told(outline(early, call))) == "One more meeting today; Mercy is at 10:00."
    assert answer(told()) == "Nothing is planned."
    assert sections(told()) == ()


def test_a_row_says_what_one_needs_on_the_way() -> None:
    """Where, who, how long, what for, what we owe them, and when to leave."""
    visit = at("2026-11-23T11:00", minutes=50, purpose="Agree on one number.")
    names = [Person(id=PersonId(RecordId(name)), name=name) for name in ("Dana", "Luis", "Zoe")]
    guests = [
        Participation(id=RecordId(each.id), meeting_id=visit.id, person_id=each.id)
        for each in names
    ]
    owed = [
        Promise(
            id=RecordId(f"p{n}"),
            account_id=visit.account_id,
            text=f"list {n}",
            side=Side.OURS,
            due_on=date(2026, 11, 22 if n < 2 else 23),
        )
        for n in range(5)
    ]
    assert row(
        visit, people=tuple(names), participations=tuple(guests), promises=tuple(owed)
    ) == Row(
        account_id=visit.account_id,
        meeting_id=visit.id,
        lead="11:00",
        there="",
        name="Mercy",
        about=("Dayton", "Dana, Luis, Zoe", "50 min"),
        remarks=(
            Remark(text="Agree on one number."),
            Remark(text="You owe them: list 0, due yesterday", is_alarm=True),
            Remark(text="You owe them: list 1, due yesterday", is_alarm=True),
            Remark(text="You owe them: list 2, due today"),
            Remark(text="and 2 more promises"),
        ),
        note="leave by 10:00",
        subnote="1 h drive",
        may_log=True,
        may_print=True,
        offers_brief=True,
    )


def test_more_than_three_names_are_counted() -> None:
    """A committee of nine is no line."""
    visit = at("2026-11-23T11:00", minutes=None)
    people = tuple(Person(id=PersonId(RecordId(f"p{n}")), name=f"P{n}") for n in range(9))
    guests = tuple(
        Participation(id=RecordId(each.id), meeting_id=visit.id, person_id=each.id)
        for each in people
    )
    assert row(visit, people=people, participations=guests).about == (
        "Dayton",
        "P0, P1 and 7 more",
    )


def test_the_customers_clock_is_shown_where_it_differs() -> None:
    """Both, since one of them is on the wrist and the other on their wall."""
    assert row(at("2026-11-23T09:30", zone="America/New_York")).lead == "15:30"
    assert row(at("2026-11-23T09:30", zone="America/New_York")).there == "09:30 there"
    tokyo = row(at("2026-11-24T01:00", zone="Asia/Tokyo"))
    assert (tokyo.lead, tokyo.there) == ("17:00", "Tue 01:00 there")
    ahead = row(at("2026-11-25T09:30", zone="America/New_York"))
    assert (ahead.lead, ahead.there) == ("Wed 25 Nov", "15:30\n09:30 there")
    assert row(at("2026-11-25T15:30")).there == "15:30"
    assert row(at("2026-11-25")).there == ""


@pytest.mark.parametrize(
    ("visit", "note", "subnote", "is_late"),
    [
        (at("2026-11-23T11:00"), "leave by 10:00", "1 h drive", False),
        (at("2026-11-23T10:00"), "leave now", "09:00 is past", True),
        (at("2026-11-23T09:00"), "until 10:00", "", False),
        (at("2026-11-23T07:00"), "not recorded", "", False),
        (at("2026-11-23T11:00", status=Status.HELD), "held", "", False),
        (
            at(
                "2026-11-23T11:00",
                status=Status.CANCELLED,
                cancellation=Cancellation(by=Side.THEIRS),
            ),
            "cancelled",
            "",
            False,
        ),
        (at("2026-11-23"), "", "1 h drive", False),
        (at("2026-11-23T11:00", kind=Kind.CALL), "", "", False),
    ],
)
def test_the_note_says_what_to_do_next(
    visit: Meeting, note: str, subnote: str, *, is_late: bool
) -> None:
    """Leaving late is said in words and in the colour of what is late."""
    found = row(visit)
    assert (found.note, found.subnote, found.is_late) == (note, subnote, is_late)


def test_what_is_offered_follows_from_where_it_stands() -> None:
    """A brief before, a log after, nothing once it is closed."""

    def offers(text: str, status: Status = Status.PLANNED) -> tuple[bool, bool, bool, bool]:
        found = row(at(text, status=status))
        return found.offers_brief, found.may_print, found.asks_outcome, found.may_log

    assert offers("2026-11-23T11:00") == (True, True, False, True)
    assert offers("2026-11-23T09:00") == (True, True, True, True)
    assert offers("2026-11-23T07:00") == (False, False, True, True)
    assert offers("2026-11-23T07:00", Status.HELD) == (False, False, False, False)
    assert offers("2026-11-25T07:00") == (False, True, False, True)
    assert offers("2026-11-20T07:00") == (False, False, True, True)


def test_an_unknown_way_is_named() -> None:
    """So that one knows why there is no time to leave."""
    found = row(at("2026-11-23T11:00"), way_min=None)
    assert (found.note, found.subnote) == ("", "way not noted")


@pytest.mark.parametrize(
    ("earlier", "later", "said", "is_alarm"),
    [
        ("10:00", "10:40", "Overlaps Harbor by 20 min", True),
        (
            "10:00",
            "11:20",
            "Not to be reached from Harbor: 20 min between, at least 50 min on the road",
            True,
        ),
        ("10:00", "12:00", "Straight from Harbor, 1 h between", False),
    ],
)
def test_what_does_not_fit_is_said(earlier: str, later: str, said: str, *, is_alarm: bool) -> None:
    """In the car it is too late. Harbor is 10 minutes from home, Mercy an hour."""
    harbor = outline(at(f"2026-11-23T{earlier}", account="Harbor"), way_min=10)
    # An hour's way: at 11:00 one would have to leave for 12:00.
    mercy = outline(at(f"2026-11-23T{later}"), way_min=60 if later != "12:00" else 61)
    remarks = sections(told(harbor, mercy))[0].rows[1].remarks
    assert remarks == (Remark(text=said, is_alarm=is_alarm),)


def test_calls_close_together_are_said() -> None:
    """One begins as the other ends, or hardly later; a call holds one back from leaving."""

    def remark(clock: str, kind: Kind) -> str:
        call = outline(at("2026-11-23T10:00", account="Harbor", kind=Kind.CALL))
        other = outline(at(f"2026-11-23T{clock}", kind=kind))
        return sections(told(call, other))[0].rows[1].remarks[0].text

    assert remark("11:00", Kind.CALL) == "Begins as Harbor ends"
    assert remark("11:10", Kind.CALL) == "Only 10 min after Harbor"
    left = "You would have to leave at 10:30, while Harbor still goes on"
    assert remark("11:30", Kind.VISIT) == left


def test_the_sections_have_their_headings() -> None:
    """Today, what waits, what comes; what is older is counted."""
    found = sections(
        told(
            outline(
                at("2026-11-23T11:00"),
                at("2026-11-20T10:00", purpose="Prices"),
                at("2026-11-26T10:00"),
            ),
            older=2,
        )
    )
    assert [each.title for each in found] == [
        "Today, Monday 23 Nov",
        "Waiting for their outcome",
        "The next days",
    ]
    waiting = found[1].rows[0]
    assert (waiting.lead, waiting.there, waiting.note) == ("Fri 20 Nov", "10:00", "3 days ago")
    assert waiting.remarks == (Remark(text="Prices"),)
    assert found[2].rows[0].note == "in 3 days"
    assert found[1].after == (
        "2 older meetings wait too; the Portfolio shows whose, by “not recorded”."
    )
    assert sections(told(older=1))[0].after.startswith("1 older meeting waits")


def further(*outlines: Relationship) -> str:
    """Say what stands behind the next days."""
    by_account = {each.account.id: each for each in outlines}
    found = conflicts_ahead(by_account, now=NOW)
    return sections(told(*outlines), found)[-1].after


def test_conflicts_further_on_are_named() -> None:
    """On the first seven days that have meetings the row says it; here is the eighth."""
    week = [at(f"2026-12-0{day}T10:00") for day in range(1, 8)]
    clashing = at("2026-12-01T10:30", "Harbor")
    assert further(outline(*week), outline(clashing)) == ""
    later = [at("2027-01-14T14:00")]
    assert further(outline(*week, *later), outline(at("2027-01-14T14:30", "Harbor"))) == (
        "Further on, Thu 14 Jan 2027: Mercy at 14:00 and Harbor at 14:30 overlap."
    )
    far = outline(at("2027-01-14T15:30", "Harbor"), way_min=180)
    assert further(outline(*week, *later), far) == (
        "Further on, Thu 14 Jan 2027: no time to drive from Mercy at 14:00 to Harbor at 15:30."
    )
    call = at("2027-01-14T14:00", kind=Kind.CALL)
    assert further(outline(*week, call), outline(at("2027-01-14T15:30", "Harbor"))) == (
        "Further on, Thu 14 Jan 2027: "
        "one would leave for Harbor at 15:30 while Mercy at 14:00 goes on."
    )


def test_of_many_conflicts_the_first_three_are_named() -> None:
    """The rest is counted."""
    week = [at(f"2026-12-0{day}T10:00") for day in range(1, 8)]
    days_on = [at(f"2027-01-{day}T10:00") for day in range(11, 16)]
    others = [at(f"2027-01-{day}T10:30", "Harbor") for day in range(11, 16)]
    said = further(outline(*week, *days_on), outline(*others)).splitlines()
    assert len(said) == 4
    assert said[3] == "And 2 more such conflicts."
    said = further(outline(*week, *days_on[:4]), outline(*others[:4])).splitlines()
    assert said[3] == "And 1 more such conflict."
