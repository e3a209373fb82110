"""What the two cards say."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from journal.analysis.digest import digest
from journal.domain.account import Account
from journal.domain.meeting import Cancellation, Kind, Meeting, Status
from journal.domain.metric import Effect
from journal.domain.plan import Barrier, Interest, Norm
from journal.domain.promise import Promise
from journal.domain.rating import Viewpoint
from journal.domain.record import (
    AccountId,
    Basis,
    InterestId,
    MeetingId,
    MetricId,
    RecordId,
    Side,
)
from journal.domain.relationship import Relationship
from journal.domain.span import When
from journal.ui.meetings import before_words, chosen_words
from journal.ui.shared.account_view import AccountView, account_view
from journal.ui.shared.entries import Entry
from tests.ui.case import DANA, LUIS, MERCY, NEXT, NOW, SPEND, TURNING, ZONE

THAT_DAY = date(2026, 9, 3)
LOST = MeetingId(RecordId("meeting-2026-08-06"))


def told(entries: tuple[Entry, ...]) -> list[tuple[str, str, str]]:
    """Return what each row says: lead, text, note."""
    return [(each.lead, each.text, each.note) for each in entries]


def meeting_in(view: AccountView, meeting_id: MeetingId) -> Meeting:
    """Return one that is there."""
    found = view.meeting(meeting_id)
    assert found is not None
    return found


def before(whole: Relationship, now: datetime = NOW) -> tuple[Entry, ...]:
    """Tell what matters before the next meeting."""
    view = account_view(whole, now)
    return before_words.entries(whole, digest(whole, meeting=view.next_meeting, now=now))


def test_the_heading_says_when_what_and_with_whom(mercy: AccountView) -> None:
    """One line that places the meeting."""
    runs = chosen_words.heading(mercy, meeting_in(mercy, TURNING))
    assert "".join(run.text for run in runs) == (
        "Thu 3 Sep 2026, 14:00 · held · 50 min with Dana Whitfield · on site"
    )


def test_a_call_is_not_on_site(mercy: AccountView) -> None:
    """Nobody drove there."""
    call = replace(meeting_in(mercy, TURNING), kind=Kind.CALL)
    assert chosen_words.heading(mercy, call)[1].text == " with Dana Whitfield · call"


def test_the_turning_point_tells_all_that_hangs_on_it(mercy: AccountView) -> None:
    """What was said first, then what was learned, lifted, imagined, tried, promised, rated."""
    entries = chosen_words.entries(mercy, meeting_in(mercy, TURNING))
    assert told(entries) == [
        ("", "“No one has ever spent the time to understand how I'm measured.”", ""),
        ("", "Went through the open orders.", ""),
        ("Learned", "Dana Whitfield is measured on Drug spend per bed-day", "said"),
        (
            "Checked",
            "Units sold and Drug spend per bed-day: seen as “works against”, found “no effect”",
            "perception corrected",
        ),
        (
            "Barrier lifted",
            "Staff meeting Thu 15:00 sits right behind our slot",
            "moved to Tue 10:00",
        ),
        ("A year from now", "“Quarterly review with my staff, one shared number”", "theirs"),
        ("Idea", "Ward pilot", "“not a priority”"),
        ("Promise", "you: Bed-day cost comparison", "by Sun 22 Nov"),
        ("Rated", "Strained", "our rating"),
    ]
    assert entries[0].is_quote


def test_a_lost_meeting_says_who_called_it_off_and_where_we_were(mercy: AccountView) -> None:
    """That is what it cost."""
    entries = chosen_words.entries(mercy, meeting_in(mercy, LOST))
    assert told(entries) == [("Called off by Dana Whitfield", "“something came up”", "at the door")]


def test_a_moved_meeting_says_where_to_and_what_was_found_later(mercy: AccountView) -> None:
    """The stated reason is seldom the reason."""
    moved = replace(
        meeting_in(mercy, LOST),
        status=Status.MOVED,
        successor_id=TURNING,
        cancellation=Cancellation(by=Side.OURS, found_reason="the staff meeting"),
    )
    view = account_view(
        replace(mercy.relationship, meetings=(moved, meeting_in(mercy, TURNING))), NOW
    )
    assert told(chosen_words.entries(view, moved)) == [
        ("Moved by us", "", ""),
        ("Found later", "the staff meeting", ""),
        ("Moved to", "Thu 3 Sep 2026, 14:00", ""),
    ]


def test_a_planned_meeting_says_what_it_is_for(mercy: AccountView) -> None:
    """Until it is held, that is all there is to it."""
    assert told(chosen_words.entries(mercy, meeting_in(mercy, NEXT))) == [
        ("For", "Agree on one number that both of us are judged by.", "")
    ]


def test_a_meeting_from_a_log_says_at_least_what_it_was_about(mercy: AccountView) -> None:
    """Diaries give a purpose and no summary."""
    logged = replace(meeting_in(mercy, TURNING), purpose="Drought", summary="", notes="By phone.")
    rows = told(chosen_words.entries(mercy, logged))
    assert ("About", "Drought", "") in rows
    assert rows[-1] == ("Notes", "By phone.", "")


def test_with_several_people_each_quote_has_its_speaker(mercy: AccountView) -> None:
    """Words without a mouth are worth little."""
    whole = mercy.relationship
    part = next(each for each in whole.participations if each.meeting_id == TURNING)
    more = (*whole.participations, replace(part, id=RecordId("p"), person_id=LUIS))
    people = (*whole.people, replace(whole.people[0], id=LUIS, name="Luis Ortega", is_self=False))
    view = account_view(replace(whole, participations=more, people=people), NOW)
    assert chosen_words.entries(view, meeting_in(view, TURNING))[0].note == "Dana Whitfield"


@pytest.mark.parametrize(
    ("perceived", "checked", "words", "is_corrected"),
    [
        (Effect.AGAINST, None, "works against", False),
        (None, Effect.SUPPORTS, "supports", False),
        (Effect.NEUTRAL, Effect.NEUTRAL, "no effect", False),
        (None, None, "not talked about", False),
        (Effect.AGAINST, Effect.SUPPORTS, "seen as “works against”, found “supports”", True),
    ],
)
def test_a_pair_of_numbers_says_what_was_seen_and_what_was_found(
    mercy: AccountView,
    perceived: Effect | None,
    checked: Effect | None,
    words: str,
    *,
    is_corrected: bool,
) -> None:
    """A corrected perception is the turn of the whole case."""
    pair = replace(
        mercy.relationship.alignments[0], perceived=perceived, checked=checked, checked_on=None
    )
    view = account_view(replace(mercy.relationship, alignments=(pair,)), NOW)
    row = next(
        each
        for each in chosen_words.entries(view, meeting_in(view, TURNING))
        if each.lead == "Checked"
    )
    assert row.text.endswith(words)
    assert bool(row.note) is is_corrected


def rows_with(view: AccountView, lead: str, **changes: object) -> list[tuple[str, str, str]]:
    """Return the rows of the turning point that begin so, with other records."""
    seen = account_view(replace(view.relationship, **changes), NOW)  # type: ignore[arg-type]
    rows = told(chosen_words.entries(seen, meeting_in(seen, TURNING)))
    return [row for row in rows if row[0].startswith(lead)]


def test_barriers_say_whose_they_are_and_when_we_owned_up(mercy: AccountView) -> None:
    """Our own share is half of the talk."""
    ours = Barrier(
        id=RecordId("b1"),
        account_id=MERCY,
        text="We were late",
        share=Side.OURS,
        acknowledged_on=THAT_DAY,
    )
    theirs = Barrier(
        id=RecordId("b2"),
        account_id=MERCY,
        text="No budget",
        share=Side.THEIRS,
        meeting_id=TURNING,
    )
    assert rows_with(mercy, "Owned up to", barriers=(ours, theirs)) == [
        ("Owned up to", "We were late", "")
    ]
    assert rows_with(mercy, "Barrier", barriers=(ours, theirs)) == [
        ("Barrier", "No budget", "theirs")
    ]


def test_what_was_learned_says_how_it_is_known(mercy: AccountView) -> None:
    """A guess that passes for knowledge is how the trouble began."""
    spend = next(each for each in mercy.relationship.metrics if each.id == SPEND)
    reported = replace(spend, basis=Basis.REPORTED, reported_by_id=DANA, person_id=None)
    unnamed = replace(reported, id=MetricId(RecordId("u")), reported_by_id=None)
    guess = replace(spend, id=MetricId(RecordId("g")), basis=Basis.GUESS)
    assert rows_with(mercy, "Learned", metrics=(reported, unnamed, guess)) == [
        ("Learned", "Drug spend per bed-day", "reported by Dana Whitfield"),
        ("Learned", "Drug spend per bed-day", "reported"),
        ("Learned", "Dana Whitfield is measured on Drug spend per bed-day", "a guess"),
    ]


def test_promises_say_who_gave_them_and_what_became_of_them(mercy: AccountView) -> None:
    """Without a person it was a side."""
    kept = Promise(
        id=RecordId("p1"),
        account_id=MERCY,
        text="List",
        side=Side.THEIRS,
        kept_on=THAT_DAY,
        meeting_id=TURNING,
    )
    undated = Promise(
        id=RecordId("p2"), account_id=MERCY, text="Call", side=Side.OURS, meeting_id=TURNING
    )
    assert rows_with(mercy, "Promise", promises=(kept, undated)) == [
        ("Promise", "them: List", "kept Thu 3 Sep"),
        ("Promise", "us: Call", ""),
    ]


def test_interests_norms_and_questions_are_told_too(mercy: AccountView) -> None:
    """Whatever came up in a meeting is found in it."""
    interest = Interest(
        id=InterestId(RecordId("i")),
        account_id=MERCY,
        text="Calm",
        side=Side.SHARED,
        meeting_id=TURNING,
    )
    ours = Norm(
        id=RecordId("n1"), account_id=MERCY, text="be on time", side=Side.OURS, meeting_id=TURNING
    )
    theirs = replace(ours, id=RecordId("n2"), text="tell us early", side=Side.THEIRS)
    question = replace(
        mercy.relationship.questions[0], meeting_id=TURNING, asked_on=THAT_DAY, answer="The first."
    )
    changes = {"interests": (interest,), "norms": (ours, theirs), "questions": (question,)}
    assert rows_with(mercy, "Interest", **changes) == [("Interest", "Calm", "both sides'")]
    assert rows_with(mercy, "We will", **changes) == [("We will", "be on time", "")]
    assert rows_with(mercy, "You will", **changes) == [("You will", "tell us early", "")]
    assert rows_with(mercy, "Question", **changes)[0][2] == "The first."


def test_a_rating_says_whose_view_it_is_and_why(mercy: AccountView) -> None:
    """Our guess of theirs is not theirs."""
    rating = next(each for each in mercy.relationship.ratings if each.meeting_id == TURNING)
    guessed = replace(rating, remark="she laughed", viewpoint=Viewpoint.THEIRS_GUESSED)
    assert rows_with(mercy, "Rated", ratings=(guessed,)) == [
        ("Rated", "Strained: she laughed", "their rating, our guess")
    ]


def test_a_record_leads_to_its_meeting(mercy: AccountView) -> None:
    """A quote that is chosen on the timeline shows the talk in which it fell."""
    assert chosen_words.meeting_of(mercy, RecordId("quote")) == meeting_in(mercy, TURNING)
    assert chosen_words.meeting_of(mercy, TURNING) == meeting_in(mercy, TURNING)
    assert chosen_words.meeting_of(mercy, RecordId("promise-theirs")) is None
    assert chosen_words.meeting_of(mercy, RecordId("nothing")) is None


def test_before_the_next_meeting_what_is_owed_comes_before_what_is_asked(
    mercy: AccountView,
) -> None:
    """Late first: it is what they will bring up."""
    entries = before(mercy.relationship)
    assert told(entries)[:5] == [
        ("", "Leave by 08:00", "2 h drive"),
        ("", "You: Bed-day cost comparison", "due yesterday"),
        ("", "Dana Whitfield: Name of the analyst", "Fri 27 Nov"),
        ("", "Open barrier: No access to the P&T committee", "since Oct"),
        ("", "Ask: Which number does your director look at first?", "Dana Whitfield"),
    ]
    assert [each.is_late for each in entries[:3]] == [False, True, False]


def test_a_clash_with_their_standing_commitment_stands_first(mercy: AccountView) -> None:
    """In the case it was the meeting after ours that killed the visits."""
    meetings = mercy.relationship.meetings
    thursday = When(day=date(2026, 12, 3), time=time(14), zone=ZONE)
    for clock, expected in (
        (time(14), "starts 10 min after"),
        (time(14, 10), "starts as we end"),
        (time(14, 30), "at the same time"),
        (time(16, 5), "ends 5 min before"),
    ):
        moved = replace(meetings[-1], when=replace(thursday, time=clock))
        entry = before(replace(mercy.relationship, meetings=(*meetings[:-1], moved)))[0]
        assert (entry.lead, entry.text) == ("In the way", "Management staff meeting, 15:00")
        assert (entry.note, entry.is_late) == (expected, True)


@pytest.mark.parametrize(
    ("now", "title"),
    [
        (datetime(2026, 11, 23, 14, tzinfo=UTC), "Before Tue 1 Dec"),
        (datetime(2026, 11, 27, 14, tzinfo=UTC), "Before Tuesday"),
        (datetime(2026, 11, 30, 14, tzinfo=UTC), "Before tomorrow’s meeting"),
        (datetime(2026, 12, 1, 14, tzinfo=UTC), "Before 10:00 today"),
        (datetime(2026, 12, 24, 14, tzinfo=UTC), "Before the next meeting"),
    ],
)
def test_the_title_names_the_day_as_one_would_say_it(
    mercy: AccountView, now: datetime, title: str
) -> None:
    """A weekday alone is only sure within the week."""
    view = account_view(mercy.relationship, now)
    found = digest(mercy.relationship, meeting=view.next_meeting, now=now)
    assert before_words.title(found) == title


def test_promises_without_people_or_dates_are_told_too(mercy: AccountView) -> None:
    """Imported journals often know only whose side it was."""
    promises = (
        Promise(id=RecordId("a"), account_id=MERCY, text="Call back", side=Side.OURS),
        Promise(
            id=RecordId("b"),
            account_id=MERCY,
            text="Send the list",
            side=Side.THEIRS,
            due_on=date(2026, 11, 24),
        ),
    )
    entries = before(replace(mercy.relationship, promises=promises))
    assert told(entries)[1:3] == [
        ("", "You: Call back", "no date"),
        ("", "They: Send the list", "tomorrow"),
    ]


def test_what_to_ask_is_told_by_its_subject(mercy: AccountView) -> None:
    """The journal puts no words into anyone's mouth; it says what is not known."""
    whole = replace(mercy.relationship, questions=(), metrics=(), visions=(), alignments=())
    asks = [text for _lead, text, _note in told(before(whole)) if text.startswith("Ask: ")]
    assert "Ask: how they are measured" in asks
    assert "Ask: where this could be in a year" in asks
    assert any(ask.startswith("Ask: why ") and ask.endswith(" was lost") for ask in asks)
    guessing = replace(mercy.relationship, questions=())
    spend = next(each for each in guessing.metrics if each.id == SPEND)
    guess = replace(spend, basis=Basis.GUESS, text="Stock-outs")
    asks = [text for _lead, text, _note in told(before(replace(guessing, metrics=(guess,))))]
    assert "Ask: whether “Stock-outs” is so" in asks


def test_an_old_barrier_names_its_year() -> None:
    """To say since Oct would be wrong by years."""
    account = Account(id=AccountId(RecordId("a")), name="A")
    barrier = Barrier(
        id=RecordId("b"),
        account_id=account.id,
        text="No budget",
        share=Side.THEIRS,
        named_on=date(2023, 10, 2),
    )
    unknown = replace(barrier, id=RecordId("c"), named_on=None)
    whole = Relationship(account=account, barriers=(barrier, unknown))
    assert [note for _lead, _text, note in told(before(whole))[:2]] == ["since Oct 2023", ""]
