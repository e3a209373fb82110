"""Undo of any sequence of operations brings back the content of the file exactly."""

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.account import Account
from journal.domain.meeting import Cancellation, Meeting, Status
from journal.domain.metric import Alignment, Effect, Metric
from journal.domain.person import Role
from journal.domain.plan import Barrier, Negotiation, Option, Question, Vision, VisionOutcome
from journal.domain.promise import Promise
from journal.domain.rating import Level
from journal.domain.record import AccountId, MetricId, OptionId, Record, RecordId, Side
from journal.domain.span import When
from journal.operations import accounts, meetings, plans, promises, reading, records, undoing
from journal.operations.journal import Journal
from journal.operations.meetings import Appointment, Report
from journal.store.records import select
from tests.operations.conftest import ANA, DANA, DANAS_ROLE, LUIS, MERCY, SteppingClock
from tests.store.contents import Contents, contents, require_sound

START = datetime.fromisoformat("2026-11-23T08:15:00+00:00")
DAY = date(2026, 11, 23)
LOST = Cancellation(by=Side.THEIRS, stated_reason="An emergency")

A_RECORD = TypeVar("A_RECORD", bound=Record)


class Desk:
    """A journal with one of each, and chance to pick among them."""

    def __init__(self, journal: Journal, chance: Random) -> None:
        self.journal = journal
        self.chance = chance

    def pick(self, kind: type[A_RECORD], where: str = "1") -> A_RECORD | None:
        """Return one of a kind outside the trash, if there is any."""
        found = select(self.journal.file.connection, kind, f"{where} ORDER BY id")
        return self.chance.choice(found) if found else None

    def appointment(self) -> Appointment:
        """Make one up."""
        day = DAY + timedelta(days=self.chance.randrange(60))
        return Appointment(
            account_id=MERCY.id,
            when=When.from_iso(f"{day}T10:00", "America/New_York"),
            people=(DANA.id, LUIS.id)[: self.chance.randrange(3)],
            purpose=self.chance.choice(["", "Review", "Café"]),
        )

    def report(self) -> Report:
        """Make one up."""
        return Report(
            summary=self.chance.choice(["", "Went well", "Nothing new"]),
            people=self.chance.choice([None, (), (DANA.id,), (LUIS.id, DANA.id)]),
            level=self.chance.choice([None, *Level]),
            next_visit=self.chance.choice([None, self.appointment()]),
        )


def _plan(desk: Desk) -> None:
    meetings.plan(desk.journal, desk.appointment())


def _prepare(desk: Desk) -> None:
    if meeting := desk.pick(Meeting):
        meetings.prepare(desk.journal, replace(meeting, best=str(desk.chance.random())))


def _hold(desk: Desk) -> None:
    meeting = desk.pick(Meeting, "status = 'planned'")
    meetings.hold(desk.journal, meeting.id if meeting else desk.appointment(), desk.report())


def _cancel(desk: Desk) -> None:
    if meeting := desk.pick(Meeting, "status = 'planned'"):
        meetings.cancel(desk.journal, meeting.id, LOST)


def _miss(desk: Desk) -> None:
    if meeting := desk.pick(Meeting, "status = 'planned'"):
        meetings.miss(desk.journal, meeting.id)


def _move(desk: Desk) -> None:
    if meeting := desk.pick(Meeting, "status = 'planned'"):
        meetings.move(desk.journal, meeting.id, desk.appointment().when, LOST)


def _find_reason(desk: Desk) -> None:
    if meeting := desk.pick(Meeting, "cancelled_by IS NOT NULL"):
        meetings.find_reason(desk.journal, meeting.id, "Staff meeting")


def _reopen_meeting(desk: Desk) -> None:
    if meeting := desk.pick(Meeting, "status <> 'planned'"):
        meetings.reopen(desk.journal, meeting.id)


def _add(desk: Desk) -> None:
    new = RecordId(desk.journal.new_id())
    line = desk.chance.choice(
        [
            Promise(id=new, account_id=MERCY.id, text="A comparison", side=Side.OURS, due_on=DAY),
            Barrier(id=new, account_id=MERCY.id, text="The slot", share=Side.THEIRS),
            Option(id=OptionId(new), account_id=MERCY.id, text="A pilot"),
            Question(id=new, account_id=MERCY.id, text="Which number?"),
            Vision(id=new, account_id=MERCY.id, text="A review", side=Side.OURS, due_on=DAY),
        ]
    )
    records.add(desk.journal, "Add", line)


def _edit(desk: Desk) -> None:
    if promise := desk.pick(Promise):
        text = f"Typed {desk.chance.random()}"
        typing = desk.chance.random() < 0.7
        records.edit(desk.journal, "Edit promise", replace(promise, text=text), typing=typing)


def _trash(desk: Desk) -> None:
    if record := desk.pick(desk.chance.choice([Meeting, Promise, Barrier, Option])):
        records.trash(desk.journal, "Trash", record)


def _restore(desk: Desk) -> None:
    if trashed := records.in_trash(desk.journal):
        records.restore(desk.journal, desk.chance.choice(trashed))


def _keep(desk: Desk) -> None:
    if promise := desk.pick(Promise):
        promises.keep(desk.journal, promise, DAY)


def _drop(desk: Desk) -> None:
    if promise := desk.pick(Promise):
        promises.drop(desk.journal, promise, DAY)


def _postpone(desk: Desk) -> None:
    if promise := desk.pick(Promise):
        promises.postpone(desk.journal, promise, DAY + timedelta(days=7))


def _reopen_promise(desk: Desk) -> None:
    if promise := desk.pick(Promise):
        promises.reopen(desk.journal, promise)


def _acknowledge(desk: Desk) -> None:
    if barrier := desk.pick(Barrier):
        plans.acknowledge(desk.journal, barrier, DAY)


def _lift(desk: Desk) -> None:
    if barrier := desk.pick(Barrier):
        plans.lift(desk.journal, barrier, DAY, "moved")


def _answer_option(desk: Desk) -> None:
    if option := desk.pick(Option):
        plans.answer_option(desk.journal, option, "not a priority", DAY, refused=True)


def _answer_question(desk: Desk) -> None:
    if question := desk.pick(Question):
        plans.answer_question(desk.journal, question, "Cost", DAY)


def _settle_vision(desk: Desk) -> None:
    if vision := desk.pick(Vision):
        plans.settle_vision(desk.journal, vision, VisionOutcome.REACHED, DAY)


def _check_alignment(desk: Desk) -> None:
    if alignment := desk.pick(Alignment):
        effect = desk.chance.choice(list(Effect))
        plans.check_alignment(desk.journal, alignment, plans.Check(effect=effect, on=DAY))


def _open_negotiation(desk: Desk) -> None:
    if desk.pick(Negotiation, "closed_on IS NULL") is None and desk.pick(Account):
        plans.open_negotiation(desk.journal, MERCY.id, "How we work")


def _close_negotiation(desk: Desk) -> None:
    if negotiation := desk.pick(Negotiation, "closed_on IS NULL"):
        plans.close_negotiation(desk.journal, negotiation, "Tuesdays")


def _open_account(desk: Desk) -> None:
    new = AccountId(desk.journal.new_id())
    accounts.open_account(desk.journal, Account(id=new, name="Clinic"))


def _introduce_self(desk: Desk) -> None:
    accounts.introduce_self(desk.journal, f"Ana {desk.chance.randrange(3)}")


def _leave(desk: Desk) -> None:
    if role := desk.pick(Role, '"end" IS NULL'):
        accounts.leave(desk.journal, role, DAY + timedelta(days=1))


def _trash_account(desk: Desk) -> None:
    if account := desk.pick(Account):
        accounts.trash_account(desk.journal, account.id)


VERBS: tuple[Callable[[Desk], None], ...] = (
    *(_plan, _prepare, _hold, _cancel, _miss, _move, _find_reason, _reopen_meeting),
    *(_add, _add, _edit, _edit, _trash, _restore),
    *(_keep, _drop, _postpone, _reopen_promise),
    *(_acknowledge, _lift, _answer_option, _answer_question, _settle_vision),
    *(_check_alignment, _open_negotiation, _close_negotiation),
    *(_open_account, _introduce_self, _leave, _trash_account),
)
# An import is a verb too; its own tests undo it. Emptying the trash is for good.
UNDONE_ELSEWHERE = {"add", "edit", "trash", "restore", "empty_trash", "reopen"}


@contextmanager
def a_desk(chance: Random) -> Iterator[Desk]:
    """Make a journal with one account, its people and a pair of metrics."""
    with (
        TemporaryDirectory() as folder,
        Journal.create(Path(folder) / "test.journal", SteppingClock(START)) as journal,
    ):
        theirs, ours = (
            Metric(id=MetricId(RecordId(side)), account_id=MERCY.id, text="Spend", side=side)
            for side in (Side.THEIRS, Side.OURS)
        )
        pair = Alignment(
            id=RecordId("pair"),
            account_id=MERCY.id,
            their_metric_id=theirs.id,
            our_metric_id=ours.id,
        )
        journal.write("Fill", add=[MERCY, DANA, LUIS, ANA, DANAS_ROLE, theirs, ours, pair])
        yield Desk(journal, chance)


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
        for _time in range(30):
            _add(desk)
        for prepared in (*[_plan] * 5, _hold, _cancel, _keep, _trash):
            prepared(desk)
        if verb is _close_negotiation:
            _open_negotiation(desk)
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


@pytest.mark.parametrize("module", [meetings, plans, promises, accounts])
def test_no_verb_is_forgotten_here(module: ModuleType) -> None:
    """Who adds a verb adds it to the list above."""
    verbs = {
        name
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    }
    listed = {verb.__name__.removeprefix("_") for verb in VERBS}

    assert verbs - UNDONE_ELSEWHERE <= listed


def test_the_name_of_what_is_undone_is_told() -> None:
    """It stands in the menu."""
    with a_desk(Random(7)) as desk:
        assert undoing.undo_name(desk.journal) == "Fill"
        assert undoing.redo_name(desk.journal) is None
        _plan(desk)
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
        _hold(desk)
        _open_account(desk)
        undoing.undo(desk.journal)

        held = [
            each
            for each in reading.relationship(desk.journal, MERCY.id).meetings
            if each.status is Status.HELD
        ]
        assert len(held) == 1
