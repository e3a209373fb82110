"""The sections of the second page, where the case says nothing of them."""

from dataclasses import replace
from datetime import date

import pytest

from journal.analysis.preparation import preparation
from journal.brief.negotiation import (
    alternatives,
    criteria,
    interests,
    metrics,
    norms,
    options,
    visions,
)
from journal.brief.phrases import Voice
from journal.domain.metric import Effect
from journal.domain.record import Agreement, Basis, Side
from tests.brief.case import mercy
from tests.brief.learned import LUIS, NOV_12
from tests.brief.reading import lines

TODAY = date(2026, 11, 23)
VOICE = Voice(today=TODAY, people=mercy().people)


def test_criteria_of_one_side_say_whose_they_are() -> None:
    """Only what both could accept stands without a name."""
    own = replace(mercy().criteria[0], side=Side.OURS)
    their = replace(mercy().criteria[1], side=Side.THEIRS, basis=Basis.SAID)
    prepared = preparation(replace(mercy(), criteria=(own, their)), today=TODAY)
    text = lines(criteria(prepared, VOICE))
    assert text.startswith("Theirs: Her audit of last spring (said)Ours: Published")


def test_an_alternative_of_one_side_leaves_the_other_side_empty() -> None:
    """What they would do may simply not be known."""
    prepared = preparation(replace(mercy(), alternatives=mercy().alternatives[:1]), today=TODAY)
    assert lines(alternatives(prepared, VOICE)).startswith("We: keep the Tuesday")


def test_interests_that_both_have_need_no_columns() -> None:
    """Two empty columns above them would ask to be read."""
    both = replace(mercy().interests[0], side=Side.SHARED, text="fewer stock-outs")
    section = interests(preparation(replace(mercy(), interests=(both,)), today=TODAY), VOICE)
    assert lines(section) == "Shared fewer stock-outs"
    assert section is not None
    assert len(section.parts) == 1


def test_an_answer_of_whole_sentences_is_followed_by_no_comma() -> None:
    """A comma behind their full stop would be a third mark in a row."""
    answered = replace(mercy().options[0], answer="Not now.", answered_on=NOV_12, refused=True)
    text = lines(options(preparation(replace(mercy(), options=(answered,)), today=TODAY), VOICE))
    assert text.endswith("“Not now.” (12 Nov, refused)")


def test_an_answer_of_unknown_day_is_still_an_answer() -> None:
    """Imported ones have none; no comma is left behind."""
    answered = replace(mercy().options[0], answer="later", answered_on=None, refused=False)
    text = lines(options(preparation(replace(mercy(), options=(answered,)), today=TODAY), VOICE))
    assert text.endswith("“later”")


@pytest.mark.parametrize(
    "text", ["come on time", "we come on time", "We will come on time", "We’ll come on time"]
)
def test_a_norm_has_its_lead_once_however_it_was_typed(text: str) -> None:
    """Some write a list and some write sentences; "We will We will come" is neither."""
    ours = replace(mercy().norms[0], side=Side.OURS, text=text)
    section = norms(preparation(replace(mercy(), norms=(ours,)), today=TODAY))
    assert lines(section) == "We willcome on time"


def test_a_norm_of_theirs_that_names_its_subject_keeps_it() -> None:
    """It stands below the lead as it was typed; nothing is put into anyone's mouth."""
    case = mercy()
    typed = ("They tell us a day before", "Her analyst may call us")
    theirs = tuple(replace(case.norms[0], side=Side.THEIRS, text=each) for each in typed)
    text = lines(norms(preparation(replace(case, norms=theirs), today=TODAY)))
    assert text == "They willtell us a day beforeHer analyst may call us"


@pytest.mark.parametrize(
    ("agreement", "wording", "said"),
    [
        (Agreement.NOT_RAISED, "", "come on time"),
        (Agreement.AGREED, "", "come on time (agreed)"),
        (Agreement.DECLINED, "", "come on time (declined)"),
        (Agreement.CHANGED, "", "come on time (to be changed)"),
        (Agreement.CHANGED, "be there at ten", "come on time (as they put it: “be there at ten”)"),
    ],
)
def test_what_they_said_to_a_line_stands_behind_it(
    agreement: Agreement, wording: str, said: str
) -> None:
    """Whoever goes there again knows what is agreed, and does not ask twice."""
    case = mercy()
    norm = replace(
        case.norms[0],
        side=Side.OURS,
        text="come on time",
        agreement=agreement,
        agreed_wording=wording,
    )
    section = norms(preparation(replace(case, norms=(norm,)), today=TODAY))
    assert lines(section) == f"We will{said}"


def test_numbers_of_one_side_alone_have_no_pairs_to_count() -> None:
    """No pair is no pair, and needs no sentence."""
    case = mercy()
    theirs = tuple(each for each in case.metrics if each.side is Side.THEIRS)
    prepared = preparation(replace(case, metrics=theirs, alignments=()), today=TODAY)
    text = lines(metrics(prepared, VOICE))
    assert "Drug spend per bed-day" in text
    assert "pair" not in text


def test_numbers_of_several_people_are_named_by_person() -> None:
    """Else the head of the column would claim them all for one."""
    case = mercy()
    other = replace(case.metrics[1], person_id=LUIS)
    prepared = preparation(
        replace(case, metrics=(case.metrics[0], other, *case.metrics[2:])), today=TODAY
    )
    text = lines(metrics(prepared, VOICE))
    assert "Drug spend per bed-day, Dana Whitfield" in text
    assert "Stock-outs per month, Luis Ortega" in text


def test_a_perception_that_nobody_is_named_for_is_theirs() -> None:
    """As they see it, on the line itself."""
    case = mercy()
    unnamed = replace(case.alignments[0], perceived_by_id=None, checked=None, evidence="")
    bare = replace(case.alignments[1], checked=Effect.AGAINST, checked_on=None)
    section = metrics(preparation(replace(case, alignments=(unnamed, bare)), today=TODAY), VOICE)
    assert section is not None
    figure = repr(section.parts[0])
    assert "as they see it: works against" in figure
    assert "checked: works against" in figure


def test_a_vision_we_guess_for_them_is_a_guess() -> None:
    """Their words are theirs only when they said them."""
    case = mercy()
    guess = replace(case.visions[0], basis=Basis.GUESS, noted_on=None)
    prepared = preparation(replace(case, visions=(guess,)), today=TODAY)
    text = lines(visions(prepared, VOICE))
    assert text.startswith("Theirs, Dana Whitfield, due 3 Sep 2027: A quarterly review")
    assert text.endswith("(a guess)")


def test_a_pair_never_talked_about_says_so_on_its_line() -> None:
    """A dotted line without words would be a riddle."""
    prepared = preparation(mercy(), today=TODAY)
    bare = replace(prepared, pairs=(replace(prepared.pairs[0], alignment=None),))
    section = metrics(bare, VOICE)
    assert section is not None
    assert "not talked about yet" in repr(section.parts[0])
