"""Undo of any sequence of operations brings back the content of the file exactly."""

import inspect
from collections.abc import Callable
from dataclasses import replace
from random import Random
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.meeting import Status
from journal.domain.promise import Promise
from journal.domain.record import RecordId, Side
from journal.operations import (
    accounts,
    attachments,
    causes,
    commitments,
    findings,
    framework,
    goals,
    meetings,
    merging,
    outcomes,
    people,
    planning,
    plans,
    promises,
    reading,
    records,
    undoing,
)
from tests.operations.conftest import MERCY
from tests.operations.desk import Desk, a_desk
from tests.operations.meeting_verbs import tell_of
from tests.operations.verbs import DO, VERBS
from tests.store.contents import Contents, contents, require_sound

_MODULES = [
    *(meetings, planning, plans, promises, accounts),
    *(people, commitments, goals, attachments, merging),
    *(outcomes, findings, causes, framework),
]
# What each verb may need: meetings in every state, promises, a goal, a second account.
PREPARED = (
    *("plan",) * 5,
    *("keep", "trash"),
    *("set_goal", "share_goal", "set_goal", "note_commitment", "open_account"),
)
# What only reads, or writes a file of the user's.
NOT_DONE_HERE = {
    *("rule_of", "rhythm_of", "preview", "is_there", "open_copy", "save_copy", "shown_name"),
    *("follow_ups", "planned_around"),
    *("draft", "invitation", "participations", "explained", "planned", "somebodies"),
    *("reaching_back", "found_or_new", "given_a_place", "filed", "no_progress"),
    *("shared_record", "framework_pdf", "write_framework", "versions", "issued_pdf"),
    *("reopen", "handed_over", "colleague"),
}


@given(
    steps=st.lists(st.sampled_from([*VERBS, "undo", "undo", "redo"]), max_size=25),
    chance=st.randoms(use_true_random=False),
)
@settings(max_examples=100)
def test_undo_and_redo_walk_through_the_same_states(
    steps: list[Callable[[Desk], None] | str], chance: Random
) -> None:
    """After any operations, undo leads through the states before them, redo back again."""
    with a_desk(chance) as desk:
        connection = desk.journal.file.connection
        states, here = [contents(connection)], 0
        for step in [*steps, *["undo"] * len(steps), *["redo"] * len(steps)]:
            if step == "undo":
                if here == 0:
                    continue
                assert undoing.undo(desk.journal) is not None
                here -= 1
            elif step == "redo":
                assert (undoing.redo(desk.journal) is not None) == (here < len(states) - 1)
                here = min(here + 1, len(states) - 1)
            elif callable(step):
                states, here = _after(desk, step, states, here)
            assert contents(connection) == states[here]
        require_sound(connection)


def _after(
    desk: Desk, step: Callable[[Desk], None], states: list[Contents], here: int
) -> tuple[list[Contents], int]:
    """Take a step; what it did is a new state, or the same one where it joined the typing."""
    connection = desk.journal.file.connection
    before = connection.execute("SELECT count(*), max(number) FROM changes").fetchone()
    step(desk)
    after = connection.execute("SELECT count(*), max(number) FROM changes").fetchone()
    if after == before:
        return states, here
    if after[0] == before[0]:
        return [*states[:here], contents(connection)], here
    return [*states[: here + 1], contents(connection)], here + 1


@pytest.mark.parametrize("verb", VERBS)
def test_each_kind_of_operation_is_undone_and_redone(verb: Callable[[Desk], None]) -> None:
    """Whatever chance leaves out above: each verb by itself, on a journal that has its object."""
    with a_desk(Random(7)) as desk:
        for prepared in ("add",) * 30 + PREPARED:
            DO[prepared](desk)
        for status in (Status.HELD, Status.CANCELLED):
            tell_of(desk, status)
        DO["move"](desk)
        if verb is DO["close_negotiation"]:
            DO["open_negotiation"](desk)
        if verb in {DO["issue"], DO["note_agreement"]}:
            for shared in ("share",) * 20 + ("issue",):
                DO[shared](desk)
        before = contents(desk.journal.file.connection)
        after = before
        for _time in range(20):  # chance may pick a promise that was kept already
            if after == before:
                verb(desk)
                after = contents(desk.journal.file.connection)
        assert after != before

        undoing.undo(desk.journal)
        assert contents(desk.journal.file.connection) == before
        undoing.redo(desk.journal)
        assert contents(desk.journal.file.connection) == after


@pytest.mark.parametrize("module", _MODULES)
def test_no_verb_is_forgotten_here(module: ModuleType) -> None:
    """Who adds a verb adds it to the list above."""
    verbs = {
        name
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    }
    assert verbs - NOT_DONE_HERE <= DO.keys()


def test_the_name_of_what_is_undone_is_told() -> None:
    """It stands in the menu."""
    with a_desk(Random(7)) as desk:
        assert undoing.undo_name(desk.journal) == "Fill"
        assert undoing.redo_name(desk.journal) is None
        DO["plan"](desk)
        assert undoing.undo_name(desk.journal) == "Plan meeting"
        undoing.undo(desk.journal)
        assert undoing.redo_name(desk.journal) == "Plan meeting"


def test_an_edit_after_an_undo_is_not_joined_to_what_was_undone() -> None:
    """Its own change, or redo would bring back half of it."""
    with a_desk(Random(7)) as desk:
        promise = Promise(id=RecordId("p"), account_id=MERCY.id, text="A", side=Side.OURS)
        records.add(desk.journal, "Add", promise)
        for text in ("B", "undo", "C"):
            held = desk.pick(Promise)
            assert held is not None
            if text == "undo":
                undoing.undo(desk.journal)
            else:
                edited = replace(held, text=text)
                records.edit(desk.journal, "Edit promise", edited, typing=True)
        assert undoing.undo(desk.journal) is not None
        kept = desk.pick(Promise)
        assert kept is not None
        assert kept.text == "A"


def test_a_held_meeting_stays_held_when_something_else_is_undone() -> None:
    """Undo takes back one thing."""
    with a_desk(Random(7)) as desk:
        DO["plan"](desk)
        tell_of(desk, Status.HELD)
        DO["open_account"](desk)
        undoing.undo(desk.journal)

        held = [
            each
            for each in reading.relationship(desk.journal, MERCY.id).meetings
            if each.status is Status.HELD
        ]
        assert len(held) == 1


def test_it_can_be_told_whether_anything_was_done_since() -> None:
    """A form takes back its own steps, and nothing that was done before it was opened."""
    with a_desk(Random(7)) as desk:
        first = undoing.last_number(desk.journal)
        DO["plan"](desk)
        assert undoing.last_number(desk.journal) > first
        undoing.undo(desk.journal)
        assert undoing.last_number(desk.journal) == first
        undoing.undo(desk.journal)
        assert undoing.last_number(desk.journal) == 0
