"""Strips onto pages: what stays together and what a page never begins with."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from journal.brief.blocks import section_strips
from journal.brief.layout import Placed, Strip, blank, gap, held, pages, paragraph, row, rule
from journal.brief.parts import Lines, Run, Section, Table
from journal.brief.styles import BODY, LINE, SHEETS
from journal.domain.paper import Paper

STRIPS = st.lists(
    st.builds(Strip, height=st.floats(1, 40), holds=st.booleans(), yields=st.booleans()),
    max_size=60,
)


def heights(filled: list[list[Placed]]) -> list[list[float]]:
    """Return the heights of the strips of each page."""
    return [[placed.strip.height for placed in page] for page in filled]


@given(STRIPS)
def test_nothing_is_lost_and_no_page_runs_over(strips: list[Strip]) -> None:
    """All that does not yield is printed once, in its order, inside the margins."""
    filled = pages(strips, 100)
    printed = [placed.strip for page in filled for placed in page]
    assert [each for each in printed if not each.yields] == [s for s in strips if not s.yields]
    for page in filled:
        for placed in page:
            assert placed.top + placed.strip.height <= 100.001


@given(STRIPS)
def test_no_page_begins_with_a_gap_or_a_rule(strips: list[Strip]) -> None:
    """Room above the first line would look like a mistake."""
    assert not any(page[0].strip.yields for page in pages(strips, 100) if page)


def test_a_heading_goes_with_the_first_line_under_it() -> None:
    """A heading alone at the foot of a page belongs to nobody."""
    strips = [Strip(height=80), Strip(height=15, holds=True), Strip(height=10)]
    assert heights(pages(strips, 100)) == [[80], [15, 10]]


def test_what_holds_together_but_is_higher_than_a_page_is_parted() -> None:
    """Better a torn table than an endless loop or text outside the paper."""
    assert heights(pages(held([Strip(height=60)] * 3), 100)) == [[60], [60], [60]]


def test_without_anything_there_is_one_empty_page() -> None:
    """A PDF without a page cannot be opened."""
    assert pages([], 100) == [[]]


def test_the_first_two_and_the_last_two_lines_of_a_paragraph_stay_together() -> None:
    """No single line is left behind on a page."""
    strips = paragraph((Run("word " * 60),), BODY, 200)
    lines = [each.holds for each in strips]
    assert len(lines) > 4
    assert lines == [True] + [False] * (len(lines) - 3) + [True, False]
    assert [each.holds for each in paragraph((Run("short"),), BODY, 200)] == [False]


def test_a_row_higher_than_its_limit_can_be_parted() -> None:
    """3,000 letters in a cell go over pages; a short row never does."""
    long, short = (Run("word " * 200),), (Run("word"),)
    whole = [
        strip
        for strip in row(((long,), (short,)), (100, 100), BODY, 4_000)
        if strip.draw is not blank
    ]
    parted = [
        strip
        for strip in row(((long,), (short,)), (100, 100), BODY, 200)
        if strip.draw is not blank
    ]
    assert len(whole) == 2
    assert len(parted) > 20


def test_rows_of_long_notes_leave_no_half_empty_pages() -> None:
    """Two of them, each half a page high, would else stand on a page of their own each."""
    sheet = SHEETS[Paper.A4]
    note = (Run("word " * 580),)
    rows = tuple((((Run("note"),),), (note,)) for _ in range(4))
    strips = section_strips(Section(title="x", parts=(Table(rows=rows, shares=(0.2, 0.8)),)), sheet)
    filled = pages(strips, sheet.room)
    assert all(page[-1].top + page[-1].strip.height > sheet.room * 0.9 for page in filled[:-1])


def test_the_last_row_of_a_table_is_closed_by_one_line() -> None:
    """By its own where something follows in the section, else by that of the next section."""
    sheet = SHEETS[Paper.A4]
    table = Table(rows=((((Run("a"),),),),), shares=(1.0,))
    more = Lines(items=((Run("b"),),))
    row_line = row([((Run("a"),),)], [100], BODY, 300)[-1].height
    alone = section_strips(Section(title="x", parts=(table,)), sheet)
    followed = section_strips(Section(title="x", parts=(table, more)), sheet)
    assert alone[-1].height == BODY.leading
    assert followed[len(alone)].height == row_line


def test_nothing_holds_nothing() -> None:
    """A section may be a heading alone."""
    assert held([]) == []


def test_gaps_and_rules_yield() -> None:
    """They are the strips that a page may do without."""
    assert gap(5).yields
    assert rule(100, LINE).yields
    assert replace(rule(100, LINE), yields=False).holds
