"""The door through which all typed text comes onto paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.brief.typed import LONGEST_WORD, cleaned, isolated, lines_of


@given(st.text())
def test_nothing_gets_through_that_a_page_could_not_bear(text: str) -> None:
    """Whatever was typed or imported: one line, no controls, no lone half of a letter."""
    line = cleaned(text)
    assert not any(ord(letter) < 32 or 0xD800 <= ord(letter) < 0xE000 for letter in line)
    assert not any(0x202A <= ord(letter) <= 0x202E for letter in line)
    line.encode("utf-16")


@given(st.text())
def test_what_was_cleaned_is_clean(text: str) -> None:
    """It is cleaned where it is said and again where it is set; the second time changes nothing."""
    assert cleaned(cleaned(text)) == cleaned(text)


def test_ordinary_text_stays_as_it_is() -> None:
    """Markup, quotes and backslashes are ordinary text on paper."""
    line = '<b>R&D</b> "100 %" \\n (x) {y} <img src="/etc/passwd">'
    assert cleaned(line) == line


def test_controls_and_halves_of_letters_are_left_out() -> None:
    """NUL ends strings in other programs, and a lone surrogate cannot be written at all."""
    assert cleaned("a\x00b\x1bc\ud800d\ue000") == "abcd\ue000"


def test_line_ends_and_tabs_become_one_space() -> None:
    """A field is one paragraph; who wants its lines apart asks for them first."""
    assert cleaned("one\r\n\ttwo\u2028three  four") == "one two three four"
    assert lines_of("one\r\ntwo\u2028\nthree") == ["one", "two", "", "three"]


def test_letters_are_composed() -> None:
    """An e with an accent behind it has a glyph of its own in the font, and looks right in it."""
    assert cleaned("Jose\u0301") == "José"


def test_a_word_is_cut_at_its_limit() -> None:
    """3,000 letters without a space are no word; 2,000 show that."""
    assert cleaned("x" * 3_000) == "x" * LONGEST_WORD + "…"
    assert cleaned("a " + "é" * LONGEST_WORD + " b") == "a " + "é" * LONGEST_WORD + " b"


@pytest.mark.parametrize("text", ["药房主任说，什么都不会定下来。", "ไม่มีอะไรตกลงกัน"])
def test_a_text_without_spaces_is_no_long_word(text: str) -> None:
    """Chinese and Thai have none; the end of a long note would never reach the paper."""
    assert cleaned(text * 300) == text * 300


def test_a_flag_becomes_its_two_letters() -> None:
    """There is no flag in a font of one colour; its letters say the same."""
    assert cleaned("🇩🇪 office") == "DE office"


def test_only_a_right_to_left_name_is_shut_in() -> None:
    """The others stay as they are, and can be searched for in the page's text."""
    assert isolated("Dana") == "Dana"
    assert isolated("محمد") == "\u2068محمد\u2069"
    assert isolated("م\u2069ح\u202eمد") == "\u2068محمد\u2069"
