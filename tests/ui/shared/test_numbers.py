"""Numbers as words."""

import pytest

from journal.ui.shared.numbers import number_words, sentence


@pytest.mark.parametrize(
    ("number", "words"), [(0, "no"), (1, "one"), (12, "twelve"), (13, "13"), (12473, "12473")]
)
def test_small_numbers_are_written_out(number: int, words: str) -> None:
    """A sentence reads better so; beyond twelve digits do."""
    assert number_words(number) == words


def test_a_sentence_begins_large_and_ends() -> None:
    """Whatever number stands first in it; names keep their letters."""
    assert sentence("two visits; leave for McNeil") == "Two visits; leave for McNeil."
    assert sentence("") == "."
