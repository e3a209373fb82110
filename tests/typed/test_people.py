"""People by the beginnings of their names."""

import pytest

from journal.typed.people import Somebody, who, whole
from tests.typed.listening import DAN, DANA, LUIS, RENE, somebody

HALE = somebody("Dr. Samuel Hale")
SORENSEN = somebody("Søren Sørensen")
PEOPLE = (DANA, LUIS, RENE, DAN, HALE, SORENSEN)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Dana Whitfield", (DANA,)), ("dana", (DANA,)), ("Whit", (DANA,)), ("dana w", ()),
        ("dana wh", (DANA,)), ("Dan", (DAN,)), ("da", (DANA, DAN)), ("d", ()), ("", ()),
        ("rene", (RENE,)), ("dvorak", (RENE,)), ("RENÉ DVO", (RENE,)), ("Dr. Hale", (HALE,)),
        ("hale samuel", ()), ("soren", (SORENSEN,)), ("sorensen", (SORENSEN,)), ("zoe", ()),
        ("...", ()),
    ],
)  # fmt: skip
def test_a_beginning_is_enough_where_it_fits_one(
    typed: str, expected: tuple[Somebody, ...]
) -> None:
    """In a car park nobody types accents or a surname."""
    assert who(typed, PEOPLE) == expected


def test_a_whole_name_goes_before_all_that_contain_it() -> None:
    """A father and a son may be told apart by a "junior"."""
    old, young = somebody("Karl Maier"), somebody("Karl Maier junior")
    assert who("karl maier", (young, old)) == (old,)
    assert who("karl", (young, old)) == (young, old)


def test_a_new_name_is_not_taken_for_a_longer_one() -> None:
    """After `@` a Dan is new though there is a Dana."""
    assert whole("Dan", (DANA, LUIS)) == ()
    assert whole("", (DANA,)) == ()
