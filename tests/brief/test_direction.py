"""Right to left, against the examples of the standard and against python-bidi."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.brief.direction import (
    MIRRORED,
    base_level,
    has_right_to_left,
    levels,
    visual_order,
)

ALPHABET = "abcאבגعبد012٠١ .,:+-$%()[]«»!\"'/\u0300é漢\u2066\u2067\u2068\u2069"


def seen(text: str, base: int) -> str:
    """Return the letters from left to right, brackets not yet mirrored."""
    found = levels(text, base)
    return "".join(text[position] for position in visual_order(text, found, base))


@settings(max_examples=600)
@given(st.text(alphabet=ALPHABET, max_size=16), st.sampled_from([0, 1]))
def test_agrees_with_another_implementation(text: str, base: int) -> None:
    """Two programs written apart are not wrong in the same way; isolates and brackets included."""
    bidi = pytest.importorskip("bidi", reason="python-bidi is not installed")
    assert seen(text, base) == bidi.get_display(text, base_dir="LR"[base])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc", "abc"),
        ("אבג", "גבא"),
        ("at אבג 12", "at 12 גבא"),
        ("אב (cd) גד", "דג )cd( בא"),
        ("עמ׳ 12-15", "12-15 ׳מע"),
        ("אב ab (cd)", "ab (cd) בא"),
        ("אב\u200dג", "ג\u200dבא"),
        ("אב (cd)\u0300", "\u0300)cd( בא"),
    ],
)
def test_letters_stand_where_a_reader_of_the_language_expects_them(
    text: str, expected: str
) -> None:
    """Worked out by hand; brackets are mirrored when they are drawn."""
    assert seen(text, base_level(text)) == expected


def test_a_name_in_an_isolate_does_not_carry_off_the_date_behind_it() -> None:
    """Without it, "name 12" prints as "12 name" in an English sentence."""
    assert seen("for אב 12", 0) == "for 12 בא"
    assert seen("for \u2068אב\u2069 12", 0).replace("\u2068", "").replace("\u2069", "") == (
        "for בא 12"
    )


def test_a_paragraph_takes_its_direction_from_its_first_strong_letter() -> None:
    """Digits and brackets say nothing, and what is inside an isolate is somebody else's."""
    assert base_level("12 (אב) ab") == 1
    assert base_level("\u2068אב\u2069 ab") == 0
    assert base_level("12 \u2069 -") == 0


def test_an_isolate_that_nobody_closes_ends_with_the_paragraph() -> None:
    """A text cut in the middle must neither hang nor raise."""
    assert seen("a\u2068אב", 0).replace("\u2068", "") == "aבא"


def test_isolates_within_isolates_end_somewhere() -> None:
    """The standard counts 125 levels; 5,000 must not exhaust the stack."""
    text = "\u2068א\u2067a" * 5_000
    assert sorted(seen(text, 0)) == sorted(text)


def test_more_brackets_than_the_standard_counts_are_plain_signs() -> None:
    """A note of 100 opening brackets is a note; the standard stops looking at 63."""
    text = "(" * 100 + "א" + ")" * 100
    assert sorted(seen(text, 0)) == sorted(text)


def test_latin_text_is_not_looked_at_twice() -> None:
    """Nearly all pages are without a right-to-left letter and should not pay for one."""
    assert not has_right_to_left("Mercy General, 12–15 · “naïve” 漢字")
    assert has_right_to_left("Mercy عام")


def test_each_bracket_has_a_mirror_that_leads_back() -> None:
    """A bracket that opens to the left opens to the right when the line is turned."""
    assert all(MIRRORED[MIRRORED[each]] == each for each in MIRRORED)
