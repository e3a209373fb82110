"""Whether a relationship stands still."""

import pytest

from journal.analysis.standstill import is_same_as_last_year, stall
from journal.domain.rating import Level, Viewpoint
from journal.domain.record import Side
from tests.analysis.made import TODAY, meeting, on, option, rating, relationship, vision

FIRST = option("Not a priority", "2026-03-01")
SECOND = option("not a priority!", "2026-05-01")
THIRD = option("It's NOT a priority", "2026-07-01")
FOURTH = option("not  a priority.", "2026-09-01")
YES = option("send me an example", "2026-10-01", refused=False)


def test_three_refusals_in_a_row_in_the_same_words_are_a_stall() -> None:
    """The options are not what is refused. In whatever order they stand, days decide."""
    found = stall([FOURTH, FIRST, SECOND])
    assert found is not None
    assert found.options == (FIRST, SECOND, FOURTH)
    assert found.answer == "not  a priority."


def test_two_are_none_and_other_words_between_break_the_row() -> None:
    """What is said differently may be meant differently."""
    assert stall([FIRST, SECOND]) is None
    assert stall([FIRST, SECOND, THIRD, FOURTH]) is None
    assert stall([]) is None


def test_a_better_answer_ends_a_stall() -> None:
    """A row that lies in the past is over; the same words without a refusal break it too."""
    assert stall([FIRST, SECOND, FOURTH, YES]) is None
    agreed = option("not a priority", "2026-04-01", refused=False)
    assert stall([FIRST, agreed, SECOND, FOURTH]) is None


def test_what_was_not_raised_is_no_answer_and_an_undated_one_is_the_oldest() -> None:
    """Options that nobody mentioned are not in the row."""
    undated = option("not a priority")
    found = stall([SECOND, option(), FOURTH, undated])
    assert found is not None
    assert found.options == (undated, SECOND, FOURTH)


OLD = meeting("2025-11-23T10:00")


@pytest.mark.parametrize(
    ("level", "same"),
    [(Level.OUTSTANDING, True), (Level.POSITIVE, True), (Level.NEUTRAL, False)],
)
def test_only_a_good_relationship_is_the_same_as_last_year(level: Level, same: bool) -> None:  # noqa: FBT001
    """A bad one that stands still is no comfort, and has its own flags."""
    one = relationship(meetings=(OLD,), ratings=(rating("2026-11-01", level),))
    assert is_same_as_last_year(one, TODAY) is same


def test_a_new_option_or_vision_within_twelve_months_is_something_new() -> None:
    """A year ago to the day is not within; a line without a day shows nothing."""
    good = (rating("2026-11-01", Level.POSITIVE),)
    for lines, same in (
        ({"options": (option(noted_on=on("2025-11-24")),)}, False),
        ({"visions": (vision(Side.OURS, noted_on=on("2026-11-23")),)}, False),
        ({"options": (option(noted_on=on("2025-11-23")),)}, True),
        ({"visions": (vision(Side.OURS),)}, True),
        ({"visions": (vision(Side.OURS, noted_on=on("2026-11-24")),)}, True),
    ):
        one = relationship(meetings=(OLD,), ratings=good, **lines)
        assert is_same_as_last_year(one, TODAY) is same


def test_of_a_relationship_younger_than_a_year_nothing_is_said() -> None:
    """There was no last year: the first meeting or rating must be one."""
    good = rating("2026-11-01", Level.POSITIVE)
    young = meeting("2025-11-24T10:00")
    assert not is_same_as_last_year(relationship(meetings=(young,), ratings=(good,)), TODAY)
    older = rating("2025-11-23", Level.NEUTRAL)
    assert is_same_as_last_year(relationship(ratings=(older, good)), TODAY)


def test_what_we_never_rated_is_not_known_to_be_good() -> None:
    """Their word alone does not make it so."""
    said = rating("2026-11-01", Level.POSITIVE, viewpoint=Viewpoint.THEIRS_SAID)
    assert not is_same_as_last_year(relationship(meetings=(OLD,), ratings=(said,)), TODAY)


def test_a_year_before_the_29th_of_february_is_the_28th() -> None:
    """2028 has one, 2027 has none."""
    leap_day = on("2028-02-29")
    good = (rating("2026-01-01", Level.POSITIVE),)
    on_the_28th = relationship(ratings=good, options=(option(noted_on=on("2027-02-28")),))
    after_it = relationship(ratings=good, options=(option(noted_on=on("2027-03-01")),))
    assert is_same_as_last_year(on_the_28th, leap_day)
    assert not is_same_as_last_year(after_it, leap_day)
