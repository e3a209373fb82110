"""Rows in words, a page at a time."""

from journal.ui.shared.paged import PAGE_ROWS, PAGES_KEPT, PagedWords


def test_words_are_made_by_the_page_and_once() -> None:
    """Painting a hundred rows of twelve thousand makes a hundred and twenty-eight."""
    made: list[int] = []

    def say(number: int) -> str:
        made.append(number)
        return f"row {number}"

    words = PagedWords[int, str](say)
    assert len(words) == 0
    words.show(range(12_473))
    assert (len(words), made) == (12_473, [])
    assert (words[0], words[127], words[5]) == ("row 0", "row 127", "row 5")
    assert made == list(range(PAGE_ROWS))
    assert words[12_472] == "row 12472"
    assert made[PAGE_ROWS:] == list(range(12_473 - 12_473 % PAGE_ROWS, 12_473))
    assert words.thing(7) == 7


def test_only_some_pages_are_kept() -> None:
    """The first loaded goes first, and is made again where it is looked at again."""
    made: list[int] = []

    def say(number: int) -> int:
        made.append(number)
        return number

    words = PagedWords[int, int](say)
    words.show(range(PAGE_ROWS * (PAGES_KEPT + 1)))
    for page in range(PAGES_KEPT):
        assert words[page * PAGE_ROWS] == page * PAGE_ROWS
    assert len(words._pages) == PAGES_KEPT
    assert words[PAGES_KEPT * PAGE_ROWS] == PAGES_KEPT * PAGE_ROWS
    assert len(words._pages) == PAGES_KEPT
    made.clear()
    assert words[0] == 0
    assert len(made) == PAGE_ROWS


def test_other_rows_are_said_anew() -> None:
    """What was said of the old ones is forgotten."""
    words = PagedWords[str, str](str.upper)
    words.show(["a"])
    assert words[0] == "A"
    words.show(["b"])
    assert words[0] == "B"
