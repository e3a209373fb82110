"""What each part of a negotiation refuses."""

from datetime import date
from typing import Any

import pytest

from journal.domain.plan import (
    Alternative,
    Barrier,
    Criterion,
    Interest,
    Negotiation,
    Norm,
    Option,
    OptionLink,
    Question,
    Vision,
)
from journal.domain.record import (
    AccountId,
    CriterionId,
    InterestId,
    NegotiationId,
    OptionId,
    RecordId,
    Side,
)

LINE: dict[str, Any] = {
    "id": RecordId("l"),
    "account_id": AccountId(RecordId("a")),
    "text": "two hours of hers wasted on things she had not asked for",
}


def test_a_negotiation_has_a_title_and_closes_after_it_opened() -> None:
    """It is chosen by its title and drawn as a span."""
    opened = {
        "id": NegotiationId(RecordId("n")),
        "account_id": LINE["account_id"],
        "title": "One number",
        "opened_on": date(2026, 9, 3),
    }
    assert Negotiation(**opened).closed_on is None
    with pytest.raises(ValueError, match="empty"):
        Negotiation(**opened | {"title": ""})
    with pytest.raises(ValueError, match="cannot end"):
        Negotiation(**opened | {"closed_on": date(2026, 9, 2)})


def test_a_barrier_may_be_a_shared_part_but_one_side_named_it() -> None:
    """Whose share and who said so are two things."""
    assert Barrier(**LINE, share=Side.SHARED).named_by is Side.OURS
    with pytest.raises(ValueError, match="one side"):
        Barrier(**LINE, share=Side.OURS, named_by=Side.SHARED)


def test_a_barrier_is_not_lifted_before_it_was_named() -> None:
    """It is drawn as a span."""
    with pytest.raises(ValueError, match="cannot end"):
        Barrier(
            **LINE,
            share=Side.OURS,
            named_on=date(2026, 9, 3),
            lifted_on=date(2026, 9, 2),
        )


@pytest.mark.parametrize("kind", [Vision, Norm, Alternative])
def test_visions_norms_and_alternatives_belong_to_one_side(kind: type) -> None:
    """They are in one side's own words."""
    due = {"due_on": date(2027, 9, 3)} if kind is Vision else {}
    assert kind(**LINE, **due, side=Side.THEIRS).side is Side.THEIRS
    with pytest.raises(ValueError, match="one side"):
        kind(**LINE, **due, side=Side.SHARED)


def test_interests_and_criteria_may_be_shared() -> None:
    """That is what both look for."""
    assert Interest(**LINE, side=Side.SHARED).side is Side.SHARED
    assert Criterion(**LINE).side is Side.SHARED


@pytest.mark.parametrize("kind", [Interest, Criterion, Option, Question])
def test_each_line_says_something(kind: type) -> None:
    """The check of the line is inherited, not lost."""
    side = {"side": Side.OURS} if kind is Interest else {}
    with pytest.raises(ValueError, match="empty"):
        kind(**LINE | {"text": " "}, **side)


def test_a_refusal_is_in_their_words() -> None:
    """The stall is found by the words, so they have to be there."""
    assert Option(**LINE, answer="not a priority", refused=True).refused
    assert not Option(**LINE).refused
    with pytest.raises(ValueError, match="has an answer"):
        Option(**LINE, answer=" ", refused=True)


def test_an_option_is_linked_to_one_thing() -> None:
    """An interest that it serves, or a criterion that it meets."""
    option = OptionId(RecordId("o"))
    interest, criterion = InterestId(RecordId("i")), CriterionId(RecordId("c"))
    serves = OptionLink(id=RecordId("x"), option_id=option, interest_id=interest)
    meets = OptionLink(id=RecordId("y"), option_id=option, criterion_id=criterion)
    assert (serves.criterion_id, meets.interest_id) == (None, None)
    with pytest.raises(ValueError, match="one interest or"):
        OptionLink(id=RecordId("x"), option_id=option)
    with pytest.raises(ValueError, match="one interest or"):
        OptionLink(id=RecordId("x"), option_id=option, interest_id=interest, criterion_id=criterion)
