"""The words of the closed vocabularies, of lengths and of what was said."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

import pytest

from journal import levels, terms
from journal.domain.account import Aim
from journal.domain.meeting import Cancellation, Kind, Meeting, Status, Whereabouts
from journal.domain.metric import Effect
from journal.domain.person import BuyingRole, Support
from journal.domain.plan import Norm, VisionOutcome
from journal.domain.rating import Facet, Level, Viewpoint
from journal.domain.record import AccountId, Agreement, Basis, MeetingId, RecordId, Side
from journal.domain.span import When
from journal.store.tables import TABLES

BEFORE = datetime(2026, 11, 20, 8, tzinfo=UTC)
AFTER = datetime(2026, 11, 20, 12, tzinfo=UTC)


def meeting(status: Status) -> Meeting:
    """Return a meeting of 20 November 2026, 9 to 10."""
    called_off = status in {Status.CANCELLED, Status.MOVED}
    return Meeting(
        id=MeetingId(RecordId("m")),
        account_id=AccountId(RecordId("a")),
        when=When.from_iso("2026-11-20T09:00", "UTC"),
        status=status,
        cancellation=Cancellation(by=Side.THEIRS) if called_off else None,
    )


def test_the_ratings_have_the_names_and_meanings_of_the_product() -> None:
    """They are the scale on which two sides compare; a synonym would be another scale."""
    assert [f"{levels.level_words(each)} {levels.level_meaning(each)}" for each in Level] == [
        "Damaged avoids or cancels us; refuses without discussing",
        "Strained meets when it must; old complaints return",
        "Neutral keeps appointments, settles the matter in hand, offers nothing more",
        "Positive tells us plans and problems early; brings in colleagues",
        "Outstanding plans a year ahead with us; each changes own plans for the other",
    ]


def test_what_nobody_has_said_yet_has_its_word_too() -> None:
    """Unknown stays empty in the file, but on the screen something has to stand there."""
    assert levels.level_words(None) == "Not rated"
    assert terms.effect_words(None) == "not talked about"
    assert terms.vision_outcome_words(None) == "open"


@pytest.mark.parametrize(
    ("words", "vocabulary", "expected"),
    [
        (levels.aim_words, Aim, "Repair, Raise, Maintain"),
        (terms.kind_words, Kind, "visit, call, video call, letter"),
        (terms.whereabouts_words, Whereabouts, "at the door, on the way, before leaving"),
        (terms.side_words, Side, "ours, theirs, both sides'"),
        (terms.effect_words, Effect, "works against, no effect, supports"),
        (terms.basis_words, Basis, "said, reported, a guess"),
        (terms.agreement_words, Agreement, "not raised yet, agreed, to be changed, declined"),
        (terms.support_words, Support, "against us, doubtful, neutral, for us, champion"),
        (terms.facet_words, Facet, "Overall, Trust, Satisfaction, Commitment"),
        (terms.vision_outcome_words, VisionOutcome, "reached, partly reached, not reached"),
        (
            terms.viewpoint_words,
            Viewpoint,
            "our rating, their rating, as they said it, their rating, our guess",
        ),
        (
            terms.buying_role_words,
            BuyingRole,
            "decides, approves, buys, influences, uses it, guards the door",
        ),
    ],
)
def test_each_thing_that_one_chooses_from_has_its_words(
    words: Callable[[object], str], vocabulary: Iterable[object], expected: str
) -> None:
    """A new member without words would stop the page that meets it first."""
    assert ", ".join(words(each) for each in vocabulary) == expected


@pytest.mark.parametrize(
    ("side", "text", "expected"),
    [
        (Side.OURS, "We will come on time", "come on time"),
        (Side.OURS, "we come on time", "come on time"),
        (Side.OURS, " come on time ", "come on time"),
        (Side.OURS, "We’ll come on time", "come on time"),
        (Side.OURS, "We are on time", "We are on time"),
        (Side.OURS, "We will be on time", "be on time"),
        (Side.OURS, "West gate first", "West gate first"),
        (Side.OURS, "They tell us", "They tell us"),
        (Side.OURS, "we ", "we"),
        (Side.THEIRS, "You will tell us before", "tell us before"),
        (Side.THEIRS, "They tell us before", "tell us before"),
        (Side.THEIRS, "She tells us before", "She tells us before"),
        (Side.THEIRS, "vy nám řeknete", "vy nám řeknete"),
    ],
)
def test_a_norm_can_stand_behind_its_lead(side: Side, text: str, expected: str) -> None:
    """The lead is printed by whoever shows it; typed as well, it would stand there twice."""
    norm = Norm(id=RecordId("n"), account_id=AccountId(RecordId("a")), text=text, side=side)
    assert terms.norm_words(norm) == expected


def test_a_meeting_is_called_by_what_became_of_it() -> None:
    """The same five words in the window, the form and the terminal."""
    assert ", ".join(terms.status_words(meeting(each), BEFORE) for each in Status) == (
        "planned, held, cancelled, no-show, moved"
    )


def test_a_planned_meeting_whose_time_is_past_is_not_recorded() -> None:
    """It asks for its outcome, so it is not called planned any more."""
    assert terms.status_words(meeting(Status.PLANNED), AFTER) == "not recorded"
    assert terms.status_words(meeting(Status.HELD), AFTER) == "held"


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [(0, "0 min"), (50, "50 min"), (60, "1 h"), (90, "1 h 30 min"), (120, "2 h")],
)
def test_minutes_become_hours_when_there_are_enough(minutes: int, expected: str) -> None:
    """What is said as 120 min has to be worked out; 2 h does not."""
    assert terms.minutes_words(minutes) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("not a priority", "“not a priority”"),
        (" so \n", "“so”"),
        ("“so”, he said", "“so”, he said"),
        ('"so"', '"so"'),
        ("„so“", "„so“"),
        ("\u2068«so»\u2069", "\u2068«so»\u2069"),
        ("", "“”"),
    ],
)
def test_what_was_said_stands_in_quotation_marks_once(text: str, expected: str) -> None:
    """Who types the marks along with the words would see them doubled."""
    assert terms.quoted(text) == expected


def test_every_kind_of_record_can_be_counted() -> None:
    """In words that a sentence takes, for one and for many."""
    for kind in TABLES:
        one, many = (terms.counted_words(kind, count) for count in (1, 2))
        assert one.startswith("1 ")
        assert many.startswith("2 ")
        assert one[2:] != many[2:]
    assert terms.counted_words(Meeting, 3) == "3 meetings"
    assert terms.counted_words(Meeting, 1) == "1 meeting"
