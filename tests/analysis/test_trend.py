"""How ratings have gone, and how the two sides differ."""

from datetime import timedelta

from journal.analysis.trend import (
    GapTally,
    GuessTally,
    Trend,
    gap,
    gap_tally,
    gaps,
    guess_checks,
    guess_tally,
    last_alike,
    series,
    trend,
)
from journal.domain.rating import Facet, Level, Viewpoint
from tests.analysis.made import TODAY, on, rating

SAID = Viewpoint.THEIRS_SAID
GUESSED = Viewpoint.THEIRS_GUESSED


def test_a_series_is_one_viewpoint_and_one_facet_up_to_a_day_oldest_first() -> None:
    """Trust is another line, and the future has not been rated."""
    second = rating("2026-09-03", Level.STRAINED)
    first = rating("2026-06-01", Level.DAMAGED)
    trust = rating("2026-09-03", Level.POSITIVE, facet=Facet.TRUST)
    ratings = [
        second,
        first,
        trust,
        rating("2026-09-03", Level.NEUTRAL, viewpoint=SAID),
        rating("2026-11-24", Level.NEUTRAL),
    ]

    assert series(ratings, Viewpoint.OURS, until=TODAY) == (first, second)
    assert series(ratings, Viewpoint.OURS, until=TODAY, facet=Facet.TRUST) == (trust,)
    assert series(ratings, Viewpoint.OURS, until=on("2026-09-03")) == (first, second)
    assert series(ratings, Viewpoint.OURS, until=on("2026-09-02")) == (first,)


def test_a_trend_is_up_from_damaged_on_3_september() -> None:
    """The level, since when, what it was before, and when it was last confirmed."""
    found = trend(
        (
            rating("2026-01-01", Level.STRAINED),
            rating("2026-06-01", Level.DAMAGED),
            rating("2026-09-03", Level.STRAINED),
            rating("2026-11-10", Level.STRAINED),
        )
    )
    assert found == Trend(
        level=Level.STRAINED,
        since=on("2026-09-03"),
        before=Level.DAMAGED,
        confirmed=on("2026-11-10"),
    )
    assert found.steps == 1


def test_a_fall_has_steps_below_zero_and_no_change_has_none() -> None:
    """Whether it slides is asked of the steps."""
    fall = trend((rating("2026-01-01", Level.POSITIVE), rating("2026-02-01", Level.STRAINED)))
    still = trend((rating("2026-01-01", Level.POSITIVE), rating("2026-02-01", Level.POSITIVE)))
    assert fall is not None
    assert fall.steps == -2
    assert still is not None
    assert (still.before, still.steps, still.since) == (None, 0, on("2026-01-01"))


def test_nothing_rated_has_no_trend() -> None:
    """Unknown stays empty."""
    assert trend(()) is None


def test_the_gap_is_what_they_said_minus_ours() -> None:
    """Latest against latest; their view may be better than ours or worse."""
    ours = rating("2026-09-03", Level.STRAINED)
    said = rating("2026-09-03", Level.NEUTRAL, viewpoint=SAID)
    old = rating("2026-01-03", Level.DAMAGED, viewpoint=SAID)

    better = gap([ours, said, old], until=TODAY)
    worse = gap([ours, old], until=TODAY)

    assert better is not None
    assert (better.ours, better.theirs, better.steps) == (ours, said, 1)
    assert worse is not None
    assert worse.steps == -1


def test_a_guess_makes_no_gap() -> None:
    """It is our own view of theirs; the two would always agree."""
    ours = rating("2026-09-03", Level.STRAINED)
    guess = rating("2026-09-03", Level.NEUTRAL, viewpoint=GUESSED)
    assert gap([ours, guess], until=TODAY) is None
    assert gap([guess], until=TODAY) is None


def test_a_guess_is_held_against_what_they_said_next() -> None:
    """Guessed Positive, said Neutral: we flattered ourselves by one step."""
    guess = rating("2026-08-01", Level.POSITIVE, viewpoint=GUESSED)
    said = rating("2026-09-03", Level.NEUTRAL, viewpoint=SAID)
    later = rating("2026-10-03", Level.DAMAGED, viewpoint=SAID)
    earlier = rating("2026-07-03", Level.DAMAGED, viewpoint=SAID)

    (check,) = guess_checks([guess, said, later, earlier], until=TODAY)

    assert (check.guess, check.said, check.steps) == (guess, said, 1)


def test_a_guess_of_the_day_it_was_said_counts_and_an_old_or_open_one_does_not() -> None:
    """Ninety days are the bound, and can be set."""
    said = rating("2026-09-03", Level.NEUTRAL, viewpoint=SAID)
    same_day = rating("2026-09-03", Level.STRAINED, viewpoint=GUESSED)
    just = rating("2026-06-05", Level.NEUTRAL, viewpoint=GUESSED)
    old = rating("2026-06-04", Level.NEUTRAL, viewpoint=GUESSED)
    open_one = rating("2026-09-04", Level.NEUTRAL, viewpoint=GUESSED)
    ratings = [said, same_day, just, old, open_one]

    checked = guess_checks(ratings, until=TODAY)

    assert [each.guess for each in checked] == [just, same_day]
    assert [each.steps for each in checked] == [0, -1]
    within = guess_checks(ratings, until=TODAY, within=timedelta(0))
    assert [each.guess for each in within] == [same_day]


def test_the_gap_is_told_of_each_day_on_which_a_side_rated_once_both_are_known() -> None:
    """Ours in May alone tells nothing; in June they saw it two steps better, in July one."""
    may = rating("2026-05-01", Level.DAMAGED)
    june = rating("2026-06-01", Level.NEUTRAL, viewpoint=SAID)
    july = rating("2026-07-01", Level.STRAINED)
    found = gaps([may, june, july], until=TODAY)
    assert [(each.ours, each.theirs, each.steps) for each in found] == [
        (may, june, 2),
        (july, june, 1),
    ]
    assert gaps([may], until=TODAY) == ()


def test_gaps_of_accounts_are_counted_by_their_direction() -> None:
    """Two better by one and by two steps, one worse, one the same, one not known of both."""
    pairs = ((2, 3), (1, 3), (4, 3), (3, 3))
    known = [
        gap(
            [
                rating("2026-09-03", Level(ours)),
                rating("2026-09-03", Level(theirs), viewpoint=SAID),
            ],
            until=TODAY,
        )
        for ours, theirs in pairs
    ]
    found = gap_tally([*known, None])
    assert found == GapTally(same=1, better=2, worse=1)
    assert found.rated == 4
    assert gap_tally([]) == GapTally()


def test_guesses_are_counted_by_how_far_they_were_off() -> None:
    """Right once, one too high twice, one too low once, three too high once: never a mean."""
    levels = [
        ("2026-01-05", Level.NEUTRAL, Level.NEUTRAL),
        ("2026-02-05", Level.POSITIVE, Level.NEUTRAL),
        ("2026-03-05", Level.POSITIVE, Level.NEUTRAL),
        ("2026-04-05", Level.STRAINED, Level.NEUTRAL),
        ("2026-05-05", Level.OUTSTANDING, Level.STRAINED),
    ]
    ratings = []
    for day, guessed, said in levels:
        ratings += [rating(day, guessed, viewpoint=GUESSED), rating(day, said, viewpoint=SAID)]
    tally = guess_tally(guess_checks(ratings, until=TODAY))
    assert tally == GuessTally(right=1, high=2, low=1, far=1)
    assert tally.answered == 5


def test_a_habit_is_the_same_error_of_the_latest_guesses() -> None:
    """One right, then two too low: the last two are alike."""
    ratings = []
    for day, guessed in (
        ("2026-01-05", Level.NEUTRAL),
        ("2026-02-05", Level.STRAINED),
        ("2026-03-05", Level.STRAINED),
    ):
        said = rating(day, Level.NEUTRAL, viewpoint=SAID)
        ratings += [rating(day, guessed, viewpoint=GUESSED), said]
    checks = guess_checks(ratings, until=TODAY)
    assert last_alike(checks) == checks[1:]
    assert last_alike(()) == ()
