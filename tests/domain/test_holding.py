"""By which names a text may mean somebody, and where it does."""

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.holding import certain_names_of, likely_naming, names_of, naming
from journal.domain.person import Person
from journal.domain.record import PersonId, RecordId

# Every letter that has a case.
ALIKE = "".join(
    each
    for each in map(chr, range(sys.maxunicode))
    if each.lower() != each or each.upper() != each or each.casefold() != each
)


def person(name: str, **fields: str) -> Person:
    """Make somebody of that name."""
    return Person(id=PersonId(RecordId("p")), name=name, **fields)  # type: ignore[arg-type]


def test_a_person_is_named_by_the_whole_and_perhaps_by_a_part() -> None:
    """What can only be them stands first; a part may be anybody's."""
    dana = person(" Dana  Whitfield", email="d@m.example", phone="+1 555")
    assert names_of(dana) == ("Dana Whitfield", "d@m.example", "+1 555", "Dana", "Whitfield")
    assert certain_names_of(dana) == ("Dana Whitfield", "d@m.example", "+1 555")
    assert names_of(person("Cher")) == ("Cher",)
    assert names_of(person("Dr. J. O'Neil (Jo)")) == ("Dr. J. O'Neil (Jo)", "Dr", "O'Neil", "Jo")
    assert names_of(person("陈丽华")) == ("陈丽华",)


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Dana Whitfield", "then dana\n WHITFIELD said", ["dana\n WHITFIELD"]),
        ("Dana", "Danae and Bogdana, Dana's", ["Dana"]),
        ("+1 555", "call +1 555, not +1 5556", ["+1 555"]),
        ("陈丽华", "请陈丽华看", ["陈丽华"]),
        ("خالد", "وخالد", ["خالد"]),
        ("A.B", "AxB A.B", ["A.B"]),
    ],
)
def test_a_name_is_found_as_whole_words(name: str, text: str, found: list[str]) -> None:
    """Whatever its case; where words are written without a space, within others too."""
    assert naming([name]).findall(text) == found


def test_of_several_names_the_longest_is_found() -> None:
    """So that nothing is left of it."""
    assert naming(["Dana", "Dana Whitfield"]).findall("Dana Whitfield, Dana") == [
        "Dana Whitfield",
        "Dana",
    ]
    assert naming([]).findall("anybody") == []


def test_every_letter_that_a_pattern_takes_for_another_is_likely_to_be_it() -> None:
    """What is quick must miss nothing: a name that is overlooked is not erased."""
    for letter in ALIKE:
        likely = likely_naming([letter])
        assert all(map(likely, re.findall(re.escape(letter), ALIKE, re.IGNORECASE))), letter


@given(st.lists(st.text(min_size=1).filter(str.strip), max_size=3), st.text(), st.data())
def test_what_names_somebody_is_likely_to(names: list[str], text: str, data: st.DataObject) -> None:
    """Also where the name is written in another case, or over two lines."""
    name = data.draw(st.sampled_from(names)) if names else ""
    turned = data.draw(st.sampled_from([str.upper, str.lower, str.swapcase, str.title]))
    whole = f"{text} {turned(name)} {text}"
    if naming(names).search(whole):
        assert likely_naming(names)(whole)
