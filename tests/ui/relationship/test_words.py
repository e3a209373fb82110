"""What is said of ratings, guesses, promises and visions, case by case."""

from dataclasses import replace
from datetime import date

import pytest

from journal.analysis.promises import Kept
from journal.analysis.trend import GapTally, GuessTally
from journal.domain.rating import Facet, Level, Rating, Viewpoint
from journal.domain.record import RecordId, Side
from journal.operations.ratings import Tallies
from journal.ui.relationship.words import answer, kept_words, prompt, rows, tally_words
from journal.ui.shared.account_view import AccountView, account_view
from tests.ui.case import MERCY

SAID, GUESSED, OURS = Viewpoint.THEIRS_SAID, Viewpoint.THEIRS_GUESSED, Viewpoint.OURS


def rated(mercy: AccountView, *given: tuple[Viewpoint, Level, int]) -> AccountView:
    """Have these ratings only, each on a day of October 2026."""
    ratings = tuple(
        Rating(
            id=RecordId(f"rating-{number}"),
            account_id=MERCY,
            day=date(2026, 10, day),
            level=level,
            viewpoint=viewpoint,
        )
        for number, (viewpoint, level, day) in enumerate(given)
    )
    return account_view(replace(mercy.relationship, ratings=ratings), mercy.now)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((), "Nobody has rated this relationship yet."),
        (
            ((OURS, Level.NEUTRAL, 1),),
            "We say Neutral since 1 Oct; they were not asked yet.",
        ),
        (
            ((SAID, Level.STRAINED, 2),),
            "We have not rated it; they said Strained on 2 Oct.",
        ),
        (
            ((OURS, Level.POSITIVE, 1), (SAID, Level.STRAINED, 2)),
            "We say Positive since 1 Oct; they said Strained on 2 Oct, 2 steps worse.",
        ),
        (
            ((OURS, Level.NEUTRAL, 1), (GUESSED, Level.NEUTRAL, 1), (SAID, Level.NEUTRAL, 2)),
            (
                "We say Neutral since 1 Oct; they said Neutral on 2 Oct, the same. "
                "Your last guess was right."
            ),
        ),
        (
            (
                *((GUESSED, Level.POSITIVE, 1), (SAID, Level.STRAINED, 2)),
                *((GUESSED, Level.POSITIVE, 3), (SAID, Level.STRAINED, 4)),
            ),
            (
                "We have not rated it; they said Strained on 4 Oct. "
                "Your last 2 guesses were each 2 steps too high."
            ),
        ),
    ],
)
def test_the_answer(
    mercy: AccountView, given: tuple[tuple[Viewpoint, Level, int], ...], said: str
) -> None:
    """Who said what since when, by how many steps they differ, and how we err."""
    assert answer(rated(mercy, *given)) == said


def test_every_guess_and_gap_stands_beside_its_rating(mercy: AccountView) -> None:
    """The guess of the first was two too high; ours of the third makes the gap."""
    view = rated(
        mercy,
        (GUESSED, Level.POSITIVE, 1),
        (SAID, Level.STRAINED, 2),
        (OURS, Level.NEUTRAL, 3),
        (GUESSED, Level.NEUTRAL, 4),
    )
    assert [each.words for each in rows(view)] == [
        ("4 Oct 2026", "our guess", "Neutral", ""),
        ("3 Oct 2026", "ours", "Neutral", "one step worse"),
        ("2 Oct 2026", "theirs", "Strained", ""),
        ("1 Oct 2026", "our guess", "Positive", "2 steps too high"),
    ]


def test_each_side_is_asked_in_its_own_words(mercy: AccountView) -> None:
    """Also of the detail."""
    assert prompt(mercy, SAID, Facet.OVERALL) == "What did they say?"
    assert prompt(mercy, SAID, Facet.COMMITMENT) == "What did they say of commitment?"
    assert prompt(mercy, OURS, Facet.SATISFACTION) == "How do you see satisfaction?"


def test_over_all_accounts_there_are_counts() -> None:
    """Never a score; what never happened is left out, and all of it where nothing is known."""
    assert tally_words(Tallies(gaps=GapTally(), guesses=GuessTally())) == ""
    assert tally_words(Tallies(gaps=GapTally(), guesses=GuessTally(far=1))) == (
        "Over all accounts, of 1 guess that they answered: 1 further off."
    )
    gaps, guesses = GapTally(same=4, better=2, worse=1), GuessTally(right=5, high=2, low=1, far=1)
    assert tally_words(Tallies(gaps=gaps, guesses=guesses)) == (
        "Of 7 accounts that both sides rated: "
        "2 seen better by them, 1 seen worse by them, 4 seen alike. "
        "Over all accounts, of 9 guesses that they answered: "
        "5 right, 2 too high by one step, 1 too low by one step, 1 further off."
    )
    assert tally_words(Tallies(gaps=GapTally(same=1), guesses=GuessTally())) == (
        "Of 1 account that both sides rated: 1 seen alike."
    )


def test_promises_are_counted_of_those_due() -> None:
    """Three in time, one late and one overdue make five."""
    assert kept_words(Kept(in_time=3, late=1, overdue=1), Side.OURS) == "We kept 3 of 5 in time"
    assert kept_words(Kept(in_time=2), Side.THEIRS) == "They kept 2 of 2 in time"
    assert kept_words(Kept(dropped=1), Side.OURS) == "Nothing of ours was due"
