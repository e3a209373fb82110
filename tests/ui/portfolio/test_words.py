"""All accounts in words."""

from collections.abc import Sequence
from datetime import date

import pytest

from journal.analysis.losses import Counts
from journal.analysis.portfolio import Flag
from journal.analysis.promises import Kept
from journal.domain.account import Account, Aim
from journal.domain.rating import Level
from journal.domain.record import AccountId, RecordId
from journal.ui.portfolio.words import Narrowing, answer, heading, row, shown_words, whole
from tests.ui.portfolio.test_columns import met, names, rated, told

TODAY = date(2026, 11, 23)
MERCY = Account(
    id=AccountId(RecordId("m")), name="Mercy", unit="Pharmacy", place="Dayton", aim=Aim.REPAIR
)
FULL = told(
    "m",
    account=MERCY,
    ours=rated(Level.STRAINED),
    theirs=rated(Level.NEUTRAL),
    gap_steps=1,
    trend_steps=-2,
    last=met("2026-11-10"),
    next=met("2026-12-01"),
    last_ten=Counts(held=6, lost=4),
    ours_kept=Kept(in_time=1, overdue=2),
    theirs_kept=Kept(in_time=1),
    guesses=3,
    flags=(Flag.OVERDUE, Flag.SLIDES),
)
STILL = (Flag.STALL, Flag.SAME_AS_LAST_YEAR)


@pytest.mark.parametrize(
    ("flags", "sentence"),
    [
        ([], "There is no account yet."),
        ([()], "No account slides, none stands still, none is past its interval."),
        ([(Flag.OVERDUE, Flag.STALE)],
         "No account slides, none stands still, none is past its interval."),
        ([(Flag.SLIDES,), (Flag.SLIDES,), (Flag.OUT_OF_TOUCH,)],
         "Two accounts slide, one has not been seen in its interval."),
        ([(Flag.SLIDES, *STILL), STILL, (Flag.OUT_OF_TOUCH,), (Flag.OUT_OF_TOUCH,)],
         "One account slides, two have not been seen in their interval, two stand still."),
        ([STILL], "One account stands still."),
        ([(Flag.OUT_OF_TOUCH,)] * 13, "13 accounts have not been seen in their interval."),
    ],
)  # fmt: skip
def test_one_sentence_answers_the_question_of_the_quarter(
    flags: Sequence[tuple[Flag, ...]], sentence: str
) -> None:
    """Which slide, whom have we not seen, which stand still; an account counts once in each."""
    assert answer([told("a", flags=each) for each in flags]) == sentence


def test_a_row_that_is_full() -> None:
    """Counts, never a bare percentage; a change down says so in a word."""
    assert row(FULL, TODAY).words == (
        "Mercy",
        "we are late · slides",
        "Repair",
        "Strained",
        "Neutral",
        "+1",
        "down 2",
        "10 Nov",
        "1 Dec",
        "4 of 10",
        "1 of 3",
        "1 of 1",
        "3",
    )
    assert row(FULL, TODAY).is_late
    assert not row(told("a", flags=(Flag.SLIDES,)), TODAY).is_late


def test_a_row_that_is_empty() -> None:
    """What is not known is a dash, and a gap of none is said."""
    unknown = row(told("a", gap_steps=0, trend_steps=1), TODAY).words
    assert unknown == ("a", "", "Maintain", *"––", "none", "up 1", *"–––––", "0")
    assert row(told("a", gap_steps=-3), TODAY).words[5] == "−3"


def test_the_whole_of_one_account() -> None:
    """Below the table there is room for days and sentences."""
    assert heading(FULL) == "Mercy, Pharmacy, Dayton: we are late · slides"
    assert whole(FULL, TODAY) == (
        "We say Strained (1 Nov), they say Neutral (1 Nov)"
        " · last held Tue 10 Nov 2026, next Tue 1 Dec, 10:00 · lost 4 of the last 10"
        " · we kept 1 of 3 promises in time, they kept 1 of 1 promises in time · 3 guesses left"
    )
    assert heading(told("a")) == "a"
    assert whole(told("a"), TODAY) == "Not rated · never met, nothing planned · 0 guesses left"


@pytest.mark.parametrize(
    ("narrowing", "shown"),
    [
        (Narrowing(), "abm"),
        (Narrowing(aim=Aim.REPAIR), "m"),
        (Narrowing(flags=frozenset({Flag.STALE})), "b"),
        (Narrowing(flags=frozenset(Flag)), "bm"),
        (Narrowing(words="day mer"), "m"),
        (Narrowing(words="ayton"), ""),
        (Narrowing(aim=Aim.REPAIR, flags=frozenset({Flag.STALE})), ""),
    ],
)
def test_only_some_are_let_through(narrowing: Narrowing, shown: str) -> None:
    """All that is asked for has to fit; words are beginnings, of the name, unit or place."""
    rows = [told("a"), told("b", flags=(Flag.STALE,)), FULL]
    assert names(narrowing.of(rows)).replace("Mercy", "m") == shown


def test_how_many_are_shown() -> None:
    """Who narrows knows what is left out."""
    assert shown_words(1, 1) == "1 account"
    assert shown_words(3, 3) == "3 accounts"
    assert shown_words(1, 12_000) == "1 of 12000 accounts"
