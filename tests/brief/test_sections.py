"""The sections one by one, where the case says nothing of them."""

from dataclasses import replace
from datetime import date

import pytest

from journal.analysis.digest import digest
from journal.analysis.questions import Ask, AskFor
from journal.analysis.since import RoleChange, SinceLastMet
from journal.brief.acquaintance import since
from journal.brief.agenda import asks, promises, today
from journal.brief.phrases import Voice, age, duration, ended, quoted
from journal.brief.relation import barriers, standing
from journal.domain.meeting import Cancellation, Meeting, Status
from journal.domain.person import Person, Role
from journal.domain.plan import Barrier, Criterion, Option, Question, Vision
from journal.domain.rating import Level, Rating, Viewpoint
from journal.domain.record import (
    Agreement,
    Basis,
    CriterionId,
    MeetingId,
    OptionId,
    PersonId,
    RecordId,
    Side,
)
from journal.domain.relationship import Relationship
from tests.brief.case import NOW, at, held, mercy
from tests.brief.learned import DANA, LUIS, MERCY, NOV_12, SEP_3
from tests.brief.reading import lines, plain

TODAY = date(2026, 11, 23)
VOICE = Voice(today=TODAY, people=mercy().people)
PEOPLE: dict[PersonId, Person] = {each.id: each for each in mercy().people}


def stand(case: Relationship) -> str:
    """Return what stands under "Where we stand"."""
    return lines(standing(digest(case, meeting=None, now=NOW).standing, VOICE))


def test_a_meeting_without_preparation_has_a_line_for_each_thing_to_prepare() -> None:
    """Five minutes before, one can still write them down."""
    section = today(held(NOV_12, 10))
    assert section.parts
    assert lines(section) == ""


def test_outcomes_of_several_lines_keep_them() -> None:
    """A list that was typed as a list stays one."""
    meeting = replace(held(NOV_12, 10), best="the list\nthe date", purpose="one\n\ntwo")
    assert lines(today(meeting)) == "onetwoBest the listthe date"


def test_nothing_owed_leaves_the_promises_out() -> None:
    """An empty heading would ask to be read."""
    nothing = digest(replace(mercy(), promises=()), meeting=None, now=NOW).promises
    assert promises(nothing, VOICE) is None


def since_then(**changes: object) -> SinceLastMet:
    """Return a last meeting of which only the given is known."""
    empty = SinceLastMet(
        meeting=held(SEP_3, 10),
        with_whom=(),
        quotes=(),
        answered=(),
        joined=(),
        left=(),
        lost=(),
        lifted=(),
    )
    return replace(empty, **changes)  # type: ignore[arg-type]


def test_who_came_and_who_left_is_said() -> None:
    """A new face at the table should not be a surprise."""
    role = Role(
        id=RecordId("r"), account_id=MERCY, person_id=LUIS, side=Side.THEIRS, start=NOV_12,
        end=NOV_12,
    )  # fmt: skip
    change = RoleChange(person=PEOPLE[LUIS], role=role)
    text = lines(since(since_then(joined=(change,), left=(change,)), VOICE))
    assert text == "New: Luis Ortega, since 12 NovLuis Ortega has left, 12 Nov"


def test_what_was_lost_since_is_said_with_its_reason() -> None:
    """The found reason goes before the stated one."""
    lost = Meeting(
        id=MeetingId(RecordId("l")),
        account_id=MERCY,
        when=at(NOV_12, 14),
        status=Status.CANCELLED,
        cancellation=Cancellation(by=Side.THEIRS, stated_reason="busy", found_reason="meeting"),
    )
    silent = replace(lost, cancellation=Cancellation(by=Side.THEIRS))
    text = lines(since(since_then(lost=(lost, silent)), VOICE))
    assert text == "Lost since: Thu 12 Nov 14:00, “meeting”Lost since: Thu 12 Nov 14:00"


def test_a_last_meeting_without_a_summary_says_what_it_was_about() -> None:
    """A diary often knows no more; "since we last met" would vanish, and the day with it."""
    bare = replace(held(SEP_3, 10), purpose="the price list\n\nand the May tender", notes="rain")
    section = since(since_then(meeting=bare), VOICE)
    assert section is not None
    assert plain(section.title) == "Since we last met, Thu 3 Sep"
    assert lines(section) == "About: the price listand the May tender"


def test_a_last_meeting_that_has_only_notes_shows_how_they_begin() -> None:
    """All of them may be a page; their first line is what one remembers a visit by."""
    noted = replace(held(SEP_3, 10), notes="\n She asked for the log. \nThen the tender.")
    assert lines(since(since_then(meeting=noted), VOICE)) == "She asked for the log."


def test_a_summary_needs_no_purpose_beside_it() -> None:
    """What came of it says more than what it was for."""
    told = replace(held(SEP_3, 10), summary="Yes to two of three.", purpose="the three")
    assert lines(since(since_then(meeting=told), VOICE)) == "Yes to two of three."


def test_what_is_out_of_the_way_is_said() -> None:
    """Progress is a good opening."""
    barrier = Barrier(
        id=RecordId("b"), account_id=MERCY, text="the slot", share=Side.SHARED, lifted_on=NOV_12,
        lifted_how="moved to Tue",
    )  # fmt: skip
    text = lines(since(since_then(lifted=(barrier, replace(barrier, lifted_how=""))), VOICE))
    assert text == "Out of the way: the slot (moved to Tue)Out of the way: the slot"


def test_a_last_meeting_of_which_nothing_is_known_is_left_out() -> None:
    """Imported diaries say only that one met."""
    assert since(since_then(), VOICE) is None
    assert since(None, VOICE) is None


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        (Ask(reason=AskFor.METRIC, person=PEOPLE[LUIS]), "How is Luis Ortega measured?"),
        (Ask(reason=AskFor.VISION), "Where could this be in a year, in their own words?"),
        (
            Ask(
                reason=AskFor.OWN,
                subject=Question(id=RecordId("q"), account_id=MERCY, text="Why?"),
            ),
            "Why?",
        ),
        (
            Ask(
                reason=AskFor.GUESS,
                subject=Criterion(id=CriterionId(RecordId("c")), account_id=MERCY, text="fair?"),
            ),
            "Would this be fair to them: fair? (so far only our guess)",
        ),
        (
            Ask(
                reason=AskFor.GUESS,
                subject=Vision(
                    id=RecordId("v"), account_id=MERCY, side=Side.THEIRS, due_on=NOV_12, text="one."
                ),
            ),
            "Is this where they see us in a year: one? (so far only our guess)",
        ),
        (
            Ask(reason=AskFor.GUESS, subject=mercy().commitments[0]),
            "Is this fixed in their calendar: P&T committee? (so far only our guess)",
        ),
        (
            Ask(reason=AskFor.GUESS, subject=mercy().metrics[2]),
            "Are they measured by this: Staff overtime? (so far only our guess)",
        ),
        (
            Ask(
                reason=AskFor.REASON,
                subject=replace(
                    held(NOV_12, 14),
                    status=Status.CANCELLED,
                    cancellation=Cancellation(by=Side.THEIRS, stated_reason="no time"),
                ),
            ),
            "Why was Thu 12 Nov 14:00 lost? “no time”",
        ),
        (
            Ask(reason=AskFor.REASON, subject=replace(held(NOV_12, 14), status=Status.NO_SHOW)),
            "Why was Thu 12 Nov 14:00 lost?",
        ),
    ],
)
def test_each_question_is_ours_and_each_guess_the_users_own(ask: Ask, expected: str) -> None:
    """What is asked about stands as it was written; only the question around it is ours."""
    assert lines(asks((ask,), VOICE)) == expected


def test_a_rating_that_only_one_side_gave_is_said_alone() -> None:
    """Nobody's view is made up for them."""
    case = mercy()
    theirs = tuple(each for each in case.ratings if each.viewpoint is Viewpoint.THEIRS_SAID)
    text = stand(replace(case, ratings=theirs, goals=(), roles=()))
    assert text.startswith("We have not rated it yet.Dana Whitfield said Neutral (3 Sep,")


def test_a_newer_guess_of_theirs_stands_beside_what_they_said() -> None:
    """As a guess, so that it is asked about."""
    case = mercy()
    guess = Rating(
        id=RecordId("g"), account_id=MERCY, day=NOV_12, level=Level.POSITIVE,
        viewpoint=Viewpoint.THEIRS_GUESSED,
    )  # fmt: skip
    text = stand(replace(case, ratings=(*case.ratings, guess)))
    assert "Our guess of theirs: Positive (12 Nov, 11 days ago)." in text


def test_a_fall_is_said_as_one() -> None:
    """Up and down are words, not colours."""
    case = mercy()
    text = stand(replace(case, ratings=case.ratings[:2]))
    assert "Down from Neutral on 3 Jun 2024." in text


@pytest.mark.parametrize(
    ("shared_on", "shared_with", "expected"),
    [
        (None, None, "Goal: Positive by 30 Jun 2027, not told to them yet."),
        (SEP_3, None, "Goal: Positive by 30 Jun 2027, told to them on 3 Sep."),
    ],
)
def test_a_goal_says_who_knows_of_it(
    shared_on: date | None, shared_with: PersonId | None, expected: str
) -> None:
    """A goal that was never told cannot be shared."""
    goal = replace(mercy().goals[0], shared_on=shared_on, shared_with_id=shared_with)
    assert expected in stand(replace(mercy(), goals=(goal,)))


def test_owners_are_named_though_nothing_was_rated() -> None:
    """Who was here before may be all that is known."""
    text = stand(replace(mercy(), ratings=(), goals=()))
    assert text.startswith("We have not rated it yet.Before you: P. Olsen, 2024 “Nothing")


def test_of_owners_only_those_are_named_who_are_known() -> None:
    """Somebody in the trash has no name, and not everybody left a word behind."""
    case = mercy()
    wordless = tuple(replace(each, note="") for each in case.roles)
    without = tuple(each for each in case.people if each.name != "P. Olsen")
    text = stand(replace(case, people=without, roles=wordless))
    assert text.endswith("Before you: R. Haas, 2025–2026")


def test_barriers_say_whose_they_are_and_who_knows() -> None:
    """Our own part first, owned up to or not yet."""
    ours = replace(mercy().barriers[1], acknowledged_on=None)
    told = replace(mercy().barriers[0], acknowledged_on=NOV_12)
    theirs = replace(mercy().barriers[0], named_by=Side.THEIRS, named_on=None)
    text = lines(barriers((ours, told, theirs), VOICE))
    assert "had not asked for. Not owned up to yet." in text
    assert "Since 1 Oct. Told to them on 12 Nov." in text
    assert text.endswith("Theirs: No access to the P&T committee. ")
    agreed = replace(told, agreement=Agreement.AGREED)
    assert "committee. (agreed) Since 1 Oct. Told" in lines(barriers((agreed,), VOICE))
    assert barriers((), VOICE) is None


@pytest.mark.parametrize(
    ("minutes", "expected"), [(0, "0 min"), (50, "50 min"), (120, "2 h"), (130, "2 h 10 min")]
)
def test_durations_are_said_in_hours_and_minutes(minutes: int, expected: str) -> None:
    """As one says them."""
    assert plain(duration(minutes)) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, "today"),
        (1, "1 day ago"),
        (13, "13 days ago"),
        (14, "2 weeks ago"),
        (182, "26 weeks ago"),
        (183, "6 months ago"),
    ],
)
def test_ages_grow_coarser(days: int, expected: str) -> None:
    """Nobody counts 81 days."""
    assert age(days) == expected


def test_days_of_another_year_say_which() -> None:
    """12 Nov of which year is the first thing one would ask."""
    assert plain(VOICE.day(date(2025, 11, 12))) == "12 Nov 2025"
    assert plain(VOICE.weekday(date(2025, 11, 12))) == "Wed 12 Nov 2025"
    assert plain(VOICE.moment(replace(at(NOV_12, 9), time=None))) == "Thu 12 Nov"


@pytest.mark.parametrize("text", ["“so”", '"so"', "«so»", "「so」"])
def test_what_stands_in_quotation_marks_gets_no_others(text: str) -> None:
    """People paste quotes as they found them."""
    assert quoted(text) == text
    assert quoted("so") == "“so”"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("So", "So."), ("So.", "So."), ("来。", "来。"), ("كيف؟", "\u2068كيف؟\u2069")],
)
def test_a_sentence_ends_once(text: str, expected: str) -> None:
    """In whatever alphabet its full stop is."""
    assert ended(text) == expected


def test_a_line_that_was_only_reported_needs_no_name() -> None:
    """The source may be forgotten; that it was hearsay is not."""
    option = Option(id=OptionId(RecordId("o")), account_id=MERCY, text="x", basis=Basis.REPORTED)
    assert VOICE.known(option).text == "(reported)"


def test_a_person_who_is_not_known_has_no_name() -> None:
    """From the trash, for instance; the line still prints."""
    assert VOICE.name(PersonId(RecordId("nobody"))) == ""
    assert VOICE.name(DANA) == "Dana Whitfield"
