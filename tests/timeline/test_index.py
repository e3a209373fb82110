"""What is prepared once: every entry dated, sorted and worded."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from journal.domain.account import Account
from journal.domain.plan import Barrier, VisionOutcome
from journal.domain.promise import Promise, Quote
from journal.domain.rating import Facet, Level
from journal.domain.record import MeetingId, RecordId, Side
from journal.domain.relationship import Relationship
from journal.timeline.index import prepare
from journal.timeline.scene import Lane
from tests.timeline.histories import ACCOUNT, NOW, case, meeting, nothing, of, rating


def test_every_entry_of_the_case_is_on_the_timeline() -> None:
    """Three owners, two quotes, eight ratings, and so on; nothing twice, nothing lost."""
    timeline = prepare(case(), now=NOW)
    counts: dict[Lane, int] = {}
    for each in timeline.tracks:
        counts[each.lane] = counts.get(each.lane, 0) + len(each)
    assert counts == {
        Lane.OWNERS: 3,
        Lane.QUOTES: 2,
        Lane.RATINGS: 8,
        Lane.GOALS: 1,
        Lane.TURNING_POINTS: 1,
        Lane.MEETINGS: 42,
        Lane.BARRIERS: 3,
        Lane.PROMISES: 5,
        Lane.VISIONS: 1,
        Lane.METRIC: 13,
    }
    assert timeline.undated == ()


def test_only_overall_ratings_are_drawn() -> None:
    """Trust and satisfaction are detail; a line for each would hide the one that counts."""
    trust = replace(rating(1, "2026-01-05", Level.DAMAGED), facet=Facet.TRUST)
    timeline = prepare(Relationship(account=case().account, ratings=(trust,)), now=NOW)
    assert timeline.is_empty


def test_a_rating_stands_at_the_meeting_that_it_came_from() -> None:
    """Dot and meeting are on one line; another day's rating stands at its own noon."""
    met = meeting(1, "2026-09-03")
    ratings = (
        rating(1, "2026-09-03", Level.STRAINED, meeting_id=met.id),
        rating(2, "2026-09-04", Level.STRAINED, meeting_id=met.id),
        rating(3, "2026-09-03", Level.STRAINED, meeting_id="gone"),
    )
    timeline = prepare(replace(of([met]), ratings=ratings), now=NOW)
    moments: dict[str, float] = {
        entry.id: moment
        for track in timeline.steps.values()
        for moment, entry in zip(track.times, track.entries, strict=True)
    }
    assert moments["rating-1"] == timeline.meetings.times[0]
    assert moments["rating-2"] == timeline.wall.noon_of(date(2026, 9, 4))
    assert moments["rating-3"] == timeline.wall.noon_of(date(2026, 9, 3))


def test_a_meeting_without_a_time_stands_at_noon() -> None:
    """In the middle of its day, between the morning's and the afternoon's."""
    timeline = prepare(of([meeting(1, "2026-09-03", clock=None)]), now=NOW)
    assert timeline.meetings.times == [timeline.wall.noon_of(date(2026, 9, 3))]


def test_a_line_without_a_day_is_dated_by_its_meeting() -> None:
    """One that has neither has no place, and is counted as such."""
    met = meeting(1, "2026-09-03")
    quote = Quote(id=RecordId("q"), account_id=ACCOUNT, text="Well.", pinned=True)
    quotes = (
        replace(quote, meeting_id=met.id),
        replace(quote, id=RecordId("lost")),
        replace(quote, id=RecordId("gone"), meeting_id=MeetingId(RecordId("gone"))),
    )
    timeline = prepare(replace(of([met]), quotes=quotes), now=NOW)
    assert timeline.quotes.times == timeline.meetings.times
    assert timeline.undated == ("lost", "gone")


PROMISE = Promise(id=RecordId("p"), account_id=ACCOUNT, text="log", side=Side.OURS)
MADE, NOTED, KEPT = date(2026, 4, 1), date(2026, 4, 2), date(2026, 5, 1)


@pytest.mark.parametrize(
    ("promise", "day"),
    [
        (replace(PROMISE, kept_on=KEPT, made_on=MADE), KEPT),
        (replace(PROMISE, dropped_on=KEPT, made_on=MADE), KEPT),
        (replace(PROMISE, made_on=MADE, noted_on=NOTED), MADE),
        (replace(PROMISE, noted_on=NOTED), NOTED),
    ],
)
def test_a_promise_without_a_due_day_stands_where_something_is_known(
    promise: Promise, day: date
) -> None:
    """Kept, dropped, made, or at least noted."""
    timeline = prepare(Relationship(account=case().account, promises=(promise,)), now=NOW)
    assert timeline.promises.times == [timeline.wall.noon_of(day)]


def test_a_barrier_of_which_only_the_end_is_known_is_a_moment() -> None:
    """From its lifting to its lifting."""
    barrier = Barrier(
        id=RecordId("b"),
        account_id=ACCOUNT,
        text="Stairs",
        share=Side.OURS,
        lifted_on=date(2026, 5, 1),
    )
    timeline = prepare(Relationship(account=case().account, barriers=(barrier,)), now=NOW)
    (row,) = timeline.barrier_rows
    assert row.starts.times == row.ends


def test_an_account_without_a_zone_lives_on_the_laptops_wall() -> None:
    """Its days begin where the clock that said `now` begins them."""
    zone = timezone(timedelta(hours=5, minutes=30))
    account = Account(id=ACCOUNT, name="Here")
    timeline = prepare(Relationship(account=account), now=datetime(2026, 11, 23, 8, tzinfo=zone))
    midnight = datetime(2026, 11, 22, 18, 30, tzinfo=UTC).timestamp()
    assert timeline.wall.start_of(date(2026, 11, 23)) == midnight


def test_roles_to_the_ends_of_the_calendar_do_not_break_it() -> None:
    """A date typed wrong is drawn to the end of time."""
    role = replace(case().roles[0], start=date(1900, 1, 1), end=date(2200, 12, 31))
    timeline = prepare(replace(case(), roles=(role,)), now=NOW)
    assert len(timeline.owners.starts) == 1


@pytest.mark.parametrize(
    ("relationship", "has_levels"),
    [
        (nothing(), True),
        (of([meeting(1, "2026-05-05")]), False),
        (replace(case(), ratings=()), True),  # the goal stands on a level
        (replace(case(), ratings=(), goals=()), True),  # so does the turning point
        (replace(case(), ratings=(), goals=(), alignments=()), False),
    ],
)
def test_levels_take_no_room_where_nothing_stands_on_them(
    relationship: Relationship,
    has_levels: bool,  # noqa: FBT001
) -> None:
    """Five empty rows say nothing, save on a page that is empty altogether."""
    assert (Lane.RATINGS in prepare(relationship, now=NOW).lanes) is has_levels


def test_what_it_shows_on_the_whole_is_said_in_counts() -> None:
    """The first thing that a screen reader hears."""
    assert prepare(case(), now=NOW).words == (
        "Meetings: 23 held, 2 planned, 1 not recorded yet, 1 moved in good time,"
        " 1 called off by us, 14 lost, 11 of these at the door."
        " Thu 3 Sep 2026: Strained, our rating. Goal: Positive by Wed 30 Jun 2027."
    )
    assert prepare(nothing(), now=NOW).words == "Meetings: none yet."


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (VisionOutcome.REACHED, "(reached)"),
        (VisionOutcome.PARTLY, "(partly reached)"),
        (VisionOutcome.NOT_REACHED, "(not reached)"),
        (None, "(open)"),
    ],
)
def test_what_became_of_a_vision_is_said(outcome: VisionOutcome | None, words: str) -> None:
    """It came back on its day."""
    vision = replace(case().visions[0], outcome=outcome, side=Side.OURS)
    timeline = prepare(replace(case(), visions=(vision,)), now=NOW)
    assert timeline.visions.words(0).startswith("Our vision")
    assert timeline.visions.words(0).endswith(words)


def test_words_do_with_what_is_known() -> None:
    """No speaker, no day, no time, no metric: the sentence is shorter, not broken."""
    met = meeting(1, "2026-09-03", clock=None)
    relationship = case()
    bare = replace(
        relationship,
        meetings=(replace(met, summary=""),),
        quotes=(
            replace(
                relationship.quotes[0], said_on=None, noted_on=date(2026, 9, 3), person_id=None
            ),
        ),
        promises=(replace(relationship.promises[0], due_on=None),),
        metrics=relationship.metrics[1:],
    )
    timeline = prepare(bare, now=NOW)
    assert timeline.meetings.words(0) == "Thu 3 Sep 2026: visit held."
    assert timeline.quotes.words(0) == "“\u2068It's not a priority.\u2069”"
    assert timeline.promises.words(0) == "You owe: \u2068stock-out log\u2069, kept."
    assert timeline.turning_points.words(0).startswith("Turning point: a number was thought")


def test_every_record_has_its_words_wherever_it_is() -> None:
    """Also while it is not drawn; one that is not on the timeline has none."""
    timeline = prepare(case(), now=NOW)
    assert timeline.words_of(RecordId("meeting-0")).startswith(
        "Thu 11 Jan 2024, 14:00: visit held."
    )
    assert timeline.words_of(RecordId("gone")) == ""


def test_a_shared_barrier_is_the_part_of_both() -> None:
    """Three kinds of share have three names."""
    barrier = replace(case().barriers[0], share=Side.SHARED, lifted_on=None)
    timeline = prepare(replace(case(), barriers=(barrier,)), now=NOW)
    assert timeline.barriers.words(0).startswith("Barrier, part of both:")
