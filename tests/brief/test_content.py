"""What the private brief says: the order of the five minutes, and nothing put into mouths."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from journal.analysis.digest import digest
from journal.brief.content import private_brief
from journal.brief.parts import Brief, Ruled, Tone, runs_in
from journal.domain.account import Account
from journal.domain.meeting import Kind, Meeting
from journal.domain.promise import Promise
from journal.domain.record import Basis, CommitmentId, PersonId, RecordId, Side
from journal.domain.relationship import Relationship
from tests.brief.case import NEXT, NOW, mercy, mercy_brief
from tests.brief.learned import DANA, MERCY, NOV_12
from tests.brief.reading import check_golden, outline, plain, said


def brief_of(relationship: Relationship, *, now: datetime = NOW) -> Brief:
    """Return the brief for the meeting that is ahead, or for none."""
    ahead = next((each for each in relationship.meetings if each.id == NEXT), None)
    return private_brief(
        digest(relationship, meeting=ahead, now=now),
        printed_at=now,
        people_known=relationship.people,
    )


def with_meeting(**changes: object) -> Relationship:
    """Return the case with another upcoming meeting."""
    case = mercy()
    meetings = [
        replace(each, **changes) if each.id == NEXT else each  # type: ignore[arg-type]
        for each in case.meetings
    ]
    return replace(case, meetings=tuple(meetings))


def door(relationship: Relationship) -> str:
    """Return all that the door strip says."""
    return plain("".join(run.text for run in runs_in(brief_of(relationship).door)))


def test_the_case_says_what_it_said() -> None:
    """The whole content of both pages, read once by eye and kept."""
    check_golden("mercy", outline(mercy_brief()))


def test_an_account_of_which_nothing_is_known_has_lines_to_write_on() -> None:
    """An empty section is left out, save today, ask and afterwards."""
    brief = brief_of(Relationship(account=Account(id=MERCY, name="Mercy General")))
    assert [section.title for section in brief.first] == ["Today", "Ask"]
    assert [section.title for section in brief.second] == ["Afterwards"]
    assert any(isinstance(part, Ruled) for part in brief.first[0].parts)
    check_golden("empty", outline(brief))


def test_sections_stand_in_the_order_of_the_five_minutes() -> None:
    """Who reads from the top has the most urgent first, whenever time runs out."""
    brief = mercy_brief()
    assert [plain(section.title) for section in brief.first] == [
        "Today",
        "Promises",
        "Since we last met, Thu 12 Nov",
        "The people, and how each is measured",
        "Where we stand",
        "What stands between us",
        "Ask",
    ]
    assert [section.title for section in brief.second] == [
        "Interests",
        "Criteria both could accept",
        "Options",
        "If nothing is agreed",
        "How each of us is measured, side by side",
        "A year from now",
        "Working well looks like",
        "Afterwards",
    ]


def test_no_alternative_stands_on_page_1() -> None:
    """It may lie open on a table, across from the people it is about."""
    brief = mercy_brief()
    first = " ".join(run.text for run in runs_in((brief.door, brief.first)))
    for alternative in mercy().alternatives:
        assert alternative.text not in first
        assert alternative.text in said(brief)


def test_our_overdue_promises_come_first_and_cry_out() -> None:
    """Who owes something should know before anything else is said."""
    text = plain(outline(mercy_brief().first[1]))
    overdue = "[alarm: You: bed-day cost comparison, due 14 Nov, 9 days late]"
    assert text.index(overdue) < text.index("stock-out log")


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (time(10), "P&T committee 13:00. 2 h 10 min to spare."),
        (time(12), "P&T committee 13:00. Right behind us: 10 min after the end."),
        (time(12, 30), "P&T committee 13:00. It begins before we are done."),
    ],
)
def test_their_next_fixed_thing_says_how_much_time_there_is(start: time, expected: str) -> None:
    """In the case it was the meeting after that killed the visit."""
    case = mercy()
    ahead = next(each for each in case.meetings if each.id == NEXT)
    assert expected in door(with_meeting(when=replace(ahead.when, time=start)))


def test_a_meeting_without_a_time_says_its_day() -> None:
    """Imported diaries often know no more; nothing is made up."""
    case = mercy()
    ahead = next(each for each in case.meetings if each.id == NEXT)
    said_there = door(with_meeting(when=replace(ahead.when, time=None)))
    assert "Tue 1 Dec 2026" in said_there
    assert "leave by" not in said_there
    assert "10:00" not in said_there


@pytest.mark.parametrize(("kind", "word"), [(Kind.CALL, "call"), (Kind.VIDEO, "video call")])
def test_nobody_drives_to_a_call(kind: Kind, word: str) -> None:
    """No place and no time to leave where nobody leaves."""
    where = brief_of(with_meeting(kind=kind, travel_min=None)).door.where
    assert where[0].text == word


def test_the_zone_is_said_where_it_is_another_than_ours() -> None:
    """10:00 on the customer's wall is another hour in the printer's pocket."""
    here = mercy_brief().door.when[0].text
    there = brief_of(mercy(), now=NOW.astimezone(UTC)).door.when[0].text
    assert "time" not in here
    assert there.endswith("New York time")


def test_a_drive_that_begins_the_day_before_names_that_day() -> None:
    """The hour alone would be read as the evening after."""
    assert "leave by Mon 30 Nov 22:00" in door(with_meeting(travel_min=12 * 60))


def test_of_many_guests_the_first_are_named_and_the_rest_counted() -> None:
    """The strip stays a strip."""
    case = mercy()
    extra = tuple(
        replace(case.people[0], id=PersonId(RecordId(f"g{n}")), name=f"Guest {n}") for n in range(9)
    )
    first = next(each for each in case.participations)
    parts = tuple(replace(first, id=RecordId(f"x{each.id}"), person_id=each.id) for each in extra)
    crowded = replace(
        case,
        people=(*case.people, *extra),
        participations=(*case.participations, *parts),
    )
    people = brief_of(crowded).door.people
    assert "Guest 2" in people[0].text
    assert people[0].text.endswith("6 more")


def test_a_promise_without_a_name_is_ours_or_theirs() -> None:
    """Most imported ones name nobody."""
    case = mercy()
    owed = (
        Promise(id=RecordId("x"), account_id=MERCY, side=Side.OURS, text="the list"),
        Promise(id=RecordId("y"), account_id=MERCY, side=Side.THEIRS, text="the key"),
    )
    text = said(brief_of(replace(case, promises=owed)))
    assert "You: the list" in text
    assert "They: the key" in text


def test_a_right_to_left_name_is_shut_in_wherever_it_stands_in_a_sentence() -> None:
    """The dates and counts around it keep their places."""
    case = mercy()
    people = tuple(replace(each, name="محمد") if each.id == DANA else each for each in case.people)
    text = said(brief_of(replace(case, people=people)))
    assert text.count("محمد") == text.count("\u2068محمد\u2069")


def test_words_of_the_user_stand_as_they_were_typed() -> None:
    """The brief puts no words into anyone's mouth, and takes none out of it."""
    text = said(mercy_brief())
    for quote in mercy().quotes:
        assert f"“{quote.text}”" in text
    for option in mercy().options:
        assert option.answer in text


def test_a_guess_looks_like_a_guess() -> None:
    """Who takes a guess for a fact negotiates against himself."""
    text = plain(outline(mercy_brief()))
    assert "[guess: Be seen to lead on cost by the COO] [guess: (a guess)]" in text
    assert "[guess: Staff overtime][guess:  (a guess)]" in text


def test_a_reported_line_says_by_whom() -> None:
    """Hearsay has a source."""
    case = mercy()
    interest = replace(
        case.interests[0], basis=Basis.REPORTED, reported_by_id=DANA, noted_on=NOV_12
    )
    text = said(brief_of(replace(case, interests=(interest,))))
    assert "(reported by Dana Whitfield, 12 Nov)" in text


def test_ratings_far_apart_in_time_each_say_their_own_age() -> None:
    """One fresh and one stale view are not "both"."""
    case = mercy()
    fresh = replace(case.ratings[-2], id=RecordId("fresh"), day=date(2026, 11, 20))
    text = said(brief_of(replace(case, ratings=(*case.ratings, fresh))))
    assert "We say Strained  (20 Nov, 3 days ago)." in text
    assert "Dana Whitfield said Neutral  (3 Sep, 11 weeks ago: ask again)." in text


def test_the_data_of_another_day_says_which() -> None:
    """A brief printed from an old copy should not look fresh."""
    case = mercy()
    brief = private_brief(
        digest(case, meeting=None, now=NOW),
        printed_at=NOW,
        data_as_of=NOW - timedelta(days=3),
    )
    assert brief.foot_right.endswith("data as of Fri 20 Nov 2026 21:40")
    assert isinstance(case.meetings[0], Meeting)


def test_saying_needs_no_reportlab() -> None:
    """The command line and the preview can say a brief without loading the press."""
    code = (
        "import sys, journal.brief.content, journal.brief.styles; "
        "sys.exit(any(name.startswith('reportlab') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_meeting_of_unknown_length_says_when_it_begins() -> None:
    """No end is made up for it."""
    assert "Tue 1 Dec 2026, 10:00Dayton" in door(with_meeting(minutes=None, place=""))


def test_what_ended_just_before_is_told_too() -> None:
    """Who comes out of a long meeting may be late, or not listening."""
    case = mercy()
    before = replace(case.commitments[0], id=CommitmentId(RecordId("ward")), title="Ward round",
                     start=time(9), minutes=50)  # fmt: skip
    ahead = next(each for each in case.meetings if each.id == NEXT)
    said_there = door(replace(case, commitments=(*case.commitments, before)))
    assert ahead.when.time == time(10)
    assert "2 h 10 min to spare. Ward round is only 10 min away." in said_there
    alone = door(replace(case, commitments=(before,)))
    assert "Ward round is only 10 min away." in alone


def test_what_ends_as_the_meeting_begins_is_run_into() -> None:
    """No minute is left between; "0 min away" would be a riddle."""
    case = mercy()
    before = replace(case.commitments[0], title="Ward round", start=time(9), minutes=60)
    assert "Runs into Ward round." in door(replace(case, commitments=(before,)))


def test_a_visit_of_which_neither_place_nor_drive_is_known_says_nothing_of_them() -> None:
    """Nothing is made up, and no empty line is left."""
    case = with_meeting(place="", travel_min=None)
    account = replace(case.account, place="", address="", travel_min=None)
    assert brief_of(replace(case, account=account)).door.where == ()


def test_without_a_meeting_the_page_still_says_where_they_are() -> None:
    """A visit without an appointment has a door as well."""
    case = mercy()
    brief = private_brief(digest(case, meeting=None, now=NOW), printed_at=NOW)
    assert brief.door.when[0].text == "No meeting planned"
    assert brief.door.where[0].text == "Dayton"
    nowhere = replace(case, account=replace(case.account, place=""))
    assert private_brief(digest(nowhere, meeting=None, now=NOW), printed_at=NOW).door.where == ()


def test_a_lost_slot_cries_out() -> None:
    """Going at the hour that is lost two times in three is a decision."""
    case = mercy()
    ahead = next(each for each in case.meetings if each.id == NEXT)
    thursday = replace(ahead.when, day=date(2026, 12, 3), time=time(14))
    slot = brief_of(with_meeting(when=thursday)).door.slot
    assert slot[0].text == "This slot: lost 7 of 11."
    assert slot[0].tone is Tone.ALARM
