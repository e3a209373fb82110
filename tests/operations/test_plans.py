"""Preparing a negotiation: lines, their order, what an option serves, when a barrier was lifted."""

from datetime import date

import pytest

from journal.domain.errors import JournalError
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
from journal.domain.record import Basis, Side, Visibility
from journal.operations import plans, reading, undoing
from journal.operations.journal import Journal
from journal.operations.plans import Place, Prepared
from journal.store import records
from tests.operations.conftest import MERCY

DAY = date(2026, 11, 23)
OURS = Place(account_id=MERCY.id, side=Side.OURS, day=DAY)
KINDS: tuple[type[Prepared], ...] = (
    *(Barrier, Interest, Criterion, Option),
    *(Alternative, Vision, Norm, Question),
)


def lines(journal: Journal, kind: type[Prepared]) -> tuple[Prepared, ...]:
    """Return the lines of a kind in their order."""
    return records.select(journal.file.connection, kind, "1", order="position, id")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_line_of_each_kind_is_prepared_and_undone(journal: Journal, kind: type[Prepared]) -> None:
    """Private and a guess, of that day, behind those that are there."""
    plans.prepare(journal, kind, "On time", OURS)
    change = plans.prepare(journal, kind, "With what was asked for", OURS)
    first, second = lines(journal, kind)
    assert (first.text, second.text) == ("On time", "With what was asked for")
    assert (first.position, second.position) == (1, 2)
    assert (first.noted_on, first.basis, first.visibility) == (
        DAY,
        Basis.GUESS,
        Visibility.PRIVATE,
    )
    assert getattr(first, "share", getattr(first, "side", Side.OURS)) is Side.OURS
    assert change.kinds == frozenset({kind})
    undoing.undo(journal)
    assert [each.text for each in lines(journal, kind)] == ["On time"]
    undoing.redo(journal)
    assert len(lines(journal, kind)) == 2


def test_a_vision_comes_back_in_a_year(journal: Journal) -> None:
    """The day may be changed afterwards; the 29th of February has no like a year later."""
    plans.prepare(journal, Vision, "A review", OURS)
    plans.prepare(
        journal, Vision, "One", Place(account_id=MERCY.id, side=Side.OURS, day=date(2028, 2, 29))
    )
    days = [each.due_on for each in lines(journal, Vision) if isinstance(each, Vision)]
    assert days[0] == date(2027, 11, 23)
    assert days[1] in {date(2029, 2, 28), date(2029, 3, 1)}


def test_a_line_belongs_to_the_negotiation_that_is_open(journal: Journal) -> None:
    """And a barrier is named on the day it is written down."""
    plans.open_negotiation(journal, MERCY.id, "How we work")
    (opened,) = records.select(journal.file.connection, Negotiation, "1")
    place = Place(account_id=MERCY.id, side=Side.OURS, day=DAY, negotiation_id=opened.id)
    plans.prepare(journal, Barrier, "We waste her time", place)
    (barrier,) = records.select(journal.file.connection, Barrier, "1")
    assert (barrier.negotiation_id, barrier.named_on) == (opened.id, DAY)


def test_lines_are_put_in_order_in_one_change(journal: Journal) -> None:
    """One undo puts all of them back."""
    for text in ("one", "two", "three"):
        plans.prepare(journal, Norm, text, OURS)
    one, two, three = lines(journal, Norm)
    change = plans.reorder(journal, [three, one, two])
    assert change.name == "Move norm"
    assert [each.text for each in lines(journal, Norm)] == ["three", "one", "two"]
    undoing.undo(journal)
    assert [each.text for each in lines(journal, Norm)] == ["one", "two", "three"]


def test_an_option_serves_an_interest_and_meets_a_criterion(journal: Journal) -> None:
    """Once each, however often one ticks; taken back it is nothing that one deletes."""
    for kind in (Interest, Criterion, Option):
        plans.prepare(journal, kind, "On time", OURS)
    whole = reading.relationship(journal, MERCY.id)
    (interest,), (criterion,), (option,) = whole.interests, whole.criteria, whole.options
    for to in (interest, interest, criterion):
        plans.link_option(journal, option, to, linked=True)
    links = reading.relationship(journal, MERCY.id).option_links
    assert {(each.interest_id, each.criterion_id) for each in links} == {
        (interest.id, None),
        (None, criterion.id),
    }
    change = plans.link_option(journal, option, interest, linked=False)
    assert change.trashed == ()
    assert len(records.select(journal.file.connection, OptionLink, "1")) == 1
    undoing.undo(journal)
    assert len(records.select(journal.file.connection, OptionLink, "1")) == 2
    plans.link_option(journal, option, interest, linked=False)
    plans.link_option(journal, option, interest, linked=True)
    assert len(records.select(journal.file.connection, OptionLink, "1")) == 2


def test_a_barrier_is_never_lifted_before_it_was_named(journal: Journal) -> None:
    """Neither by the one day nor by the other; without one of them all is possible."""
    plans.prepare(journal, Barrier, "We waste her time", OURS)
    (barrier,) = records.select(journal.file.connection, Barrier, "1")
    with pytest.raises(JournalError, match="before it was named"):
        plans.lift(journal, barrier, date(2026, 11, 22), "")
    plans.lift(journal, barrier, DAY, "moved")
    (lifted,) = records.select(journal.file.connection, Barrier, "1")
    with pytest.raises(JournalError, match="before it was named"):
        plans.name_barrier(journal, lifted, date(2026, 11, 24))
    plans.name_barrier(journal, lifted, None)
    (undated,) = records.select(journal.file.connection, Barrier, "1")
    plans.lift(journal, undated, None, undated.lifted_how)
    (standing,) = records.select(journal.file.connection, Barrier, "1")
    plans.acknowledge(journal, standing, DAY)
    (owned,) = records.select(journal.file.connection, Barrier, "1")
    plans.acknowledge(journal, owned, None)
    (again,) = records.select(journal.file.connection, Barrier, "1")
    assert (again.lifted_on, again.acknowledged_on, again.lifted_how) == (None, None, "moved")


def test_an_answer_is_taken_back(journal: Journal) -> None:
    """Typed by mistake, say; then the option was not raised, and the question waits."""
    plans.prepare(journal, Option, "A pilot", OURS)
    plans.prepare(journal, Question, "Which number?", OURS)
    whole = reading.relationship(journal, MERCY.id)
    plans.answer_option(journal, whole.options[0], "not a priority", DAY, refused=True)
    plans.answer_question(journal, whole.questions[0], "Cost", DAY)
    whole = reading.relationship(journal, MERCY.id)
    plans.answer_option(journal, whole.options[0], "", None)
    plans.answer_question(journal, whole.questions[0], "", None)
    whole = reading.relationship(journal, MERCY.id)
    assert (whole.options[0].answered_on, whole.options[0].refused) == (None, False)
    assert whole.questions[0].asked_on is None
