"""Text as geometry: measured, cleaned, cut and broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.timeline.lettering import (
    approximate_width,
    clean,
    elided,
    reads_right_to_left,
    wrapped,
)


def by_letters(text: str, size_px: float) -> float:
    """Measure as if each letter were as wide as half its size."""
    return len(text) * size_px / 2


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0.0), ("i", 2.9), ("m", 10.0), ("病", 10.0), ("e\u0301", 6.6), ("🏥", 13.0), ("ж", 7.6)],
)
def test_widths_are_estimated_where_no_font_can_be_asked(text: str, width: float) -> None:
    """Wide scripts are wide, combining marks take no room."""
    assert approximate_width(text, 10) == pytest.approx(width)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  two\n lines\t", "two lines"),
        ("nul\x00 bell\x07", "nul bell"),
        ("a\u202eb\u2066c", "abc"),
        ("lone \ud800 end \ufffe", "lone end"),
        ("x" * 5_000, "x" * 400),
    ],
)
def test_a_users_text_becomes_one_harmless_line(text: str, expected: str) -> None:
    """No control may break the drawing or turn the words beside it."""
    assert clean(text) == expected


def test_a_text_that_fits_is_left_alone() -> None:
    """Twelve letters of five pixels are sixty."""
    assert elided("Damaged once", 60, 10, by_letters) == "Damaged once"


@pytest.mark.parametrize(
    ("room", "expected"), [(59, "Damaged on…"), (45, "Damaged…"), (10, "D…"), (9, ""), (0, "")]
)
def test_a_text_that_does_not_fit_ends_in_an_ellipsis(room: float, expected: str) -> None:
    """Never a blank before the ellipsis, and nothing at all where no letter fits."""
    assert elided("Damaged once", room, 10, by_letters) == expected


def test_a_letter_is_not_parted_from_its_accent() -> None:
    """Cut between e and its acute, the word would say another letter."""
    assert elided("cafe\u0301 noir", 26, 10, by_letters) == "caf…"


@given(st.text(), st.floats(0, 300))
def test_a_cut_text_is_never_wider_than_its_room(text: str, room: float) -> None:
    """Whatever is written, the label stays in its place."""
    cut = elided(text, room, 10, approximate_width)
    assert cut == text or approximate_width(cut, 10) <= room


def test_a_text_is_broken_between_words() -> None:
    """Ten letters of five pixels fit on a line of fifty."""
    assert wrapped("one two three", 50, 10, by_letters, lines=3) == ("one two", "three")


def test_the_last_line_says_that_there_is_more() -> None:
    """Nobody takes half a sentence for the whole."""
    assert wrapped("one two three four five", 50, 10, by_letters, lines=2) == (
        "one two",
        "three fou…",
    )


def test_a_text_without_blanks_is_broken_at_each_ideograph() -> None:
    """Chinese has no blanks to break at, but the Latin word in it holds together."""
    assert wrapped("我们 CEO今年见", 20, 10, by_letters, lines=9) == ("我们", "CEO今", "年见")


def test_no_line_begins_with_a_comma_or_ends_with_a_bracket() -> None:
    """A quotation in Chinese is broken as a book breaks it."""
    assert wrapped("看过之前，什么", 20, 10, by_letters, lines=9) == ("看过之", "前，什么")
    assert wrapped("我们说「好」", 20, 10, by_letters, lines=9) == ("我们说", "「好」")


def test_a_word_wider_than_the_room_is_cut() -> None:
    """There is no place to break it, so the rest is dropped."""
    assert wrapped("Donau and more", 15, 10, by_letters, lines=3) == ("Do…",)


def test_no_line_is_made_where_no_letter_fits() -> None:
    """The caller then draws no card at all."""
    assert wrapped("one", 4, 10, by_letters, lines=2) == ()


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("Mercy", False),
        ("“مستشفى” Mercy", True),
        ("Mercy مستشفى", False),
        ("עברית", True),
        ("12 %", False),
    ],
)
def test_the_first_letter_tells_in_which_direction_a_line_is_read(text: str, turned: bool) -> None:  # noqa: FBT001
    """Quotation marks and ellipses have no direction of their own; they follow the line."""
    assert reads_right_to_left(text) is turned
