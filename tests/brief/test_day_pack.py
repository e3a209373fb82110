"""The pages of a day: what stands at a glance, and how the pages are counted and bookmarked."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pypdfium2
import pytest

from journal.analysis.day import on_day
from journal.brief.day_pack import Visit, day_pack
from journal.brief.document import render, render_pack
from journal.brief.parts import Pack, Table, runs_in
from journal.domain.meeting import Cancellation, Kind, Meeting, Participation, Status
from journal.domain.paper import Paper
from journal.domain.record import AccountId, MeetingId, RecordId, Side
from journal.domain.relationship import Relationship
from journal.domain.span import When
from tests.analysis.made import account, person, relationship, theirs
from tests.brief.case import mercy_brief
from tests.brief.reading import plain, texts

DAYTON, PRAGUE = "America/New_York", "Europe/Prague"
TUESDAY = date(2026, 12, 1)
EVENING_BEFORE = datetime(2026, 11, 30, 18, 0, tzinfo=ZoneInfo(DAYTON))


def visited(
    name: str, *meetings: Meeting, way_min: int | None = 30, **fields: object
) -> Relationship:
    """Make an account half an hour away with these meetings."""
    own = account(id=AccountId(RecordId(name)), name=name, travel_min=way_min, address=name)
    return relationship(
        account=own,
        meetings=tuple(replace(each, account_id=own.id) for each in meetings),
        **fields,
    )


def at(clock: str, **fields: object) -> Meeting:
    """Plan a visit of an hour to a time of Tuesday."""
    usual: dict[str, object] = {
        "id": MeetingId(RecordId(f"at {clock}")),
        "account_id": AccountId(RecordId("-")),
        "when": When.from_iso(f"2026-12-01{clock}", DAYTON),
        "minutes": 60,
    }
    return Meeting(**usual | fields)  # type: ignore[arg-type]


def packed(*wholes: Relationship, now: datetime = EVENING_BEFORE) -> Pack:
    """Make the pack of Tuesday; each planned meeting has the same brief."""
    outlines = {each.account.id: each for each in wholes}
    visits = [
        Visit(
            stop=stop,
            whole=outlines[stop.account.id],
            brief=mercy_brief() if stop.meeting.status is Status.PLANNED else None,
        )
        for stop in on_day(outlines, TUESDAY, now=now)
    ]
    return day_pack(TUESDAY, visits, printed_at=now)


def rows(pack: Pack) -> list[list[str]]:
    """Return each row of the glance, a cell's paragraphs separated by bars."""
    (section,) = pack.briefs[0].first
    (table,) = section.parts
    assert isinstance(table, Table)
    return [
        [plain(" | ".join("".join(run.text for run in words) for words in cell)) for cell in row]
        for row in table.rows
    ]


def door(pack: Pack) -> list[str]:
    """Return what the first page begins with."""
    return [
        plain(each.text) for each in runs_in((pack.briefs[0].door.people, pack.briefs[0].door.when))
    ]


def ways(*wholes: Relationship) -> list[str]:
    """Return the way to each."""
    return [cells[2] for cells in rows(packed(*wholes))]


def test_each_meeting_stands_with_account_people_place_and_time() -> None:
    """In one's own zone there is one clock; 9:00 less half an hour is 8:30."""
    dana = person("dana")  # type: ignore[arg-type]
    morning = at("T09:00", purpose="One number.\nWho reviews it.")
    whole = visited(
        "Mercy",
        morning,
        people=(dana,),
        roles=(theirs(dana.id, title="Director", account_id=AccountId(RecordId("Mercy"))),),
        participations=(Participation(id=RecordId("p"), meeting_id=morning.id, person_id=dana.id),),
    )
    pack = packed(whole)
    assert rows(pack) == [
        [
            "09:00–10:00",
            "Mercy | Dana, Director | Mercy | One number. | Who reviews it.",
            "Leave by 08:30, 30 min drive",
        ]
    ]
    assert pack.briefs[0].door.account == "Tue 1 Dec 2026"
    assert door(pack) == ["1 visit", "Leave by 08:30 for Mercy"]


def test_both_clocks_are_said_where_they_differ() -> None:
    """Half past eight in Dayton is half past two in Prague; the brief says the customer's."""
    now = EVENING_BEFORE.astimezone(ZoneInfo(PRAGUE))
    pack = packed(visited("Mercy", at("T09:00")), now=now)
    assert rows(pack)[0][0] == "09:00–10:00 | New York time | 15:00 here"
    assert rows(pack)[0][2] == "Leave by 08:30 (14:30 here), 30 min drive"
    assert door(pack)[1] == "Leave by 08:30 (14:30 here) for Mercy"


def test_a_way_that_begins_the_day_before_says_its_weekday() -> None:
    """Twelve hours before nine o'clock on Tuesday it is Monday."""
    pack = packed(visited("Mercy", at("T09:00"), way_min=720))
    assert door(pack)[1] == "Leave by Mon 30 Nov 21:00 for Mercy"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            visited("A", at("T09:00")),
            visited("B", at("T12:00")),
            "Leave by 11:30, 30 min drive | 2 h after A ends",
        ),
        (
            visited("A", at("T09:00")),
            visited("B", at("T12:00"), way_min=50),
            "Leave by 11:10, 50 min drive | 2 h after A ends | At least 20 min on the road",
        ),
        (visited("A", at("T09:00")), visited("B", at("T09:30")), "Overlaps A by 30 min"),
        (visited("A", at("T09:00")), visited("B", at("T10:00")), "Begins as A ends"),
        (visited("A", at("T09:00")), visited("B", at("T10:10")), "Only 10 min after A ends"),
        (visited("A", at("T09:00")), visited("B", at("T10:20")), "Straight from A: 20 min between"),
        (
            visited("A", at("T09:00")),
            visited("B", at("T10:20"), way_min=90),
            "Not to be reached: 20 min after A ends | At least 1 h on the road",
        ),
        (
            visited("A", at("T09:00", kind=Kind.CALL)),
            visited("B", at("T10:20")),
            "You would leave at 09:50, while A goes on",
        ),
        (
            visited("A", at("T09:00")),
            visited("B", at("T12:00"), way_min=None),
            "Way not noted | 2 h after A ends",
        ),
        (
            visited("A", at("T09:00")),
            visited("B", at("T12:00", kind=Kind.CALL)),
            "2 h after A ends",
        ),
    ],
)
def test_the_room_between_two_meetings_is_said(
    before: Relationship, after: Relationship, said: str
) -> None:
    """And where it is too short, why."""
    assert ways(before, after)[1] == said


def test_nobody_drives_home_between_two_meetings_in_one_house() -> None:
    """Once there, one stays."""
    twice = visited("A", at("T09:00"), at("T12:00"))
    assert ways(twice)[1] == "2 h after A ends"


def test_what_was_called_off_is_named_and_has_no_way() -> None:
    """The empty slot explains itself; the meeting after it follows the one that takes place."""
    off = at(
        "T10:30",
        status=Status.CANCELLED,
        purpose="Secret",
        cancellation=Cancellation(by=Side.THEIRS),
    )
    pack = packed(visited("A", at("T09:00")), visited("B", off), visited("C", at("T13:00")))
    assert [cells[1] for cells in rows(pack)] == ["A | A", "B · cancelled | B", "C | C"]
    assert [cells[2] for cells in rows(pack)][1:] == [
        "",
        "Leave by 12:30, 30 min drive | 3 h after A ends",
    ]
    assert door(pack)[0] == "2 visits"
    assert len(pack.briefs) == 3


def test_a_day_without_a_time_says_so() -> None:
    """It is on the day all the same, and its brief is in the pack."""
    pack = packed(visited("A", at("", minutes=None)))
    assert rows(pack) == [["no time yet", "A | A", ""]]
    assert door(pack) == ["1 visit", "No time is agreed yet"]
    assert len(pack.briefs) == 2


def test_calls_are_counted_apart_and_the_first_meeting_opens_the_day() -> None:
    """Nobody leaves for a call."""
    pack = packed(visited("A", at("T09:00", kind=Kind.CALL)), visited("B", at("T12:00")))
    assert door(pack) == ["1 visit · 1 call", "09:00: A"]
    assert rows(pack)[0][1] == "A | call"


def test_of_many_people_the_first_are_named() -> None:
    """A glance is not a list of guests."""
    people = tuple(person(f"p{number}") for number in range(7))  # type: ignore[arg-type]
    morning = at("T09:00")
    whole = visited(
        "A",
        morning,
        people=people,
        participations=tuple(
            Participation(id=RecordId(each.name), meeting_id=morning.id, person_id=each.id)
            for each in people
        ),
    )
    assert rows(packed(whole))[0][1] == "A | P0 | P1 | P2 | P3 | P4 | 2 more | A"


@pytest.mark.parametrize("paper", Paper)
def test_pages_are_counted_within_the_brief_and_over_the_pack(paper: Paper) -> None:
    """Who drops the pile in the car park sorts it again."""
    pack = packed(visited("A", at("T09:00")), visited("B", at("T12:00")))
    pages = [" ".join(each.split()) for each in texts(render_pack(pack, paper))]
    alone = len(texts(render(mercy_brief(), paper)))
    assert len(pages) == 1 + 2 * alone
    assert f"page 1 of 1 · 1 of {len(pages)} in all · printed" in pages[0]
    assert f"page 1 of {alone} · 2 of {len(pages)} in all · printed" in pages[1]
    assert f"page {alone} of {alone} · {len(pages)} of {len(pages)} in all · printed" in pages[-1]
    assert pages[1].startswith("Mercy General")
    assert pages[1 + alone].startswith("Mercy General")


def test_a_reader_is_offered_a_bookmark_for_the_day_and_for_each_account() -> None:
    """And each leads to the first page of its brief."""
    pack = packed(visited("A", at("T09:00")), visited("B", at("T12:00")))
    with pypdfium2.PdfDocument(render_pack(pack, Paper.A4)) as document:
        found = [
            (each.get_title(), each.get_dest().get_index())
            for each in document.get_toc()
            if each.level == 0
        ]
    assert found == [("Tue 1 Dec 2026", 0), ("Mercy General", 1), ("Mercy General", 3)]


def test_a_brief_alone_is_printed_as_it_was() -> None:
    """Its foot counts its own pages only."""
    assert "page 1 of 2 · printed" in " ".join(texts(render(mercy_brief(), Paper.A4))[0].split())


def test_the_same_day_gives_the_same_bytes() -> None:
    """Nothing in it comes from the machine."""
    whole = visited("A", at("T09:00"))
    now = datetime(2026, 11, 30, 18, 0, tzinfo=UTC)
    first, second = (render_pack(packed(whole, now=now), Paper.A5) for _ in range(2))
    assert first == second
