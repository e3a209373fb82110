"""What is done to records of any kind, to promises and to what was prepared."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from journal.domain.account import Account
from journal.domain.meeting import Meeting
from journal.domain.metric import Effect, Metric
from journal.domain.plan import (
    Barrier,
    Criterion,
    Interest,
    Negotiation,
    Norm,
    Option,
    Question,
    Vision,
    VisionOutcome,
)
from journal.domain.promise import Promise
from journal.domain.record import (
    InterestId,
    OptionId,
    RecordId,
    Side,
)
from journal.operations import (
    alignments,
    discarding,
    plans,
    promises,
    reading,
    records,
)
from tests.operations.conftest import MERCY
from tests.operations.desk import DAY, Desk


def _add(desk: Desk) -> None:
    new = RecordId(desk.journal.new_id())
    line = desk.chance.choice(
        [
            Promise(id=new, account_id=MERCY.id, text="A comparison", side=Side.OURS, due_on=DAY),
            Barrier(id=new, account_id=MERCY.id, text="The slot", share=Side.THEIRS),
            Option(id=OptionId(new), account_id=MERCY.id, text="A pilot"),
            Interest(id=InterestId(new), account_id=MERCY.id, text="Access", side=Side.OURS),
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


def _trash_record(desk: Desk) -> None:
    kind = desk.chance.choice((Meeting, Meeting, Promise, Metric))
    record = desk.pick(kind, "account_id = 'mercy'")
    if record and desk.pick(Account, "id = 'mercy'"):
        whole = reading.relationship(desk.journal, MERCY.id)
        discarding.trash_record(desk.journal, whole, record.id)


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


def _pair(desk: Desk) -> tuple[Metric, Metric] | None:
    theirs = desk.pick(Metric, "account_id = 'mercy' AND side = 'theirs'")
    ours = desk.pick(Metric, "account_id = 'mercy' AND side = 'ours'")
    return (theirs, ours) if theirs and ours and desk.pick(Account, "id = 'mercy'") else None


def _perceive(desk: Desk) -> None:
    if pair := _pair(desk):
        effect = desk.chance.choice([None, *Effect])
        alignments.perceive(desk.journal, *pair, effect and alignments.Seen(effect=effect, on=DAY))


def _check(desk: Desk) -> None:
    if pair := _pair(desk):
        effect = desk.chance.choice([None, *Effect])
        alignments.check(desk.journal, *pair, effect and alignments.Check(effect=effect, on=DAY))


def _share(desk: Desk) -> None:
    if pair := _pair(desk):
        alignments.share(desk.journal, *pair, may_share=desk.chance.random() < 0.5)


def _prepare(desk: Desk) -> None:
    if desk.pick(Account):
        kind = desk.chance.choice([Barrier, Interest, Criterion, Option, Norm, Vision])
        place = plans.Place(account_id=MERCY.id, side=Side.OURS, day=DAY)
        plans.prepare(desk.journal, kind, "On time", place)


def _reorder(desk: Desk) -> None:
    lines = [desk.pick(Barrier), desk.pick(Barrier)]
    found = dict.fromkeys(each for each in lines if each is not None)
    if found:
        plans.reorder(desk.journal, list(found))


def _name_barrier(desk: Desk) -> None:
    if barrier := desk.pick(Barrier):
        plans.name_barrier(desk.journal, barrier, DAY)


def _link_option(desk: Desk) -> None:
    option, to = desk.pick(Option), desk.pick(desk.chance.choice([Interest, Criterion]))
    if option and to:
        plans.link_option(desk.journal, option, to, linked=desk.chance.random() < 0.7)


def _open_negotiation(desk: Desk) -> None:
    if desk.pick(Negotiation, "closed_on IS NULL") is None and desk.pick(Account):
        plans.open_negotiation(desk.journal, MERCY.id, "How we work")


def _close_negotiation(desk: Desk) -> None:
    if negotiation := desk.pick(Negotiation, "closed_on IS NULL"):
        plans.close_negotiation(desk.journal, negotiation, "Tuesdays")


VERBS: tuple[Callable[[Desk], None], ...] = (
    *(_add, _add, _edit, _edit, _trash, _restore, _trash_record),
    *(_keep, _drop, _postpone, _reopen_promise),
    *(_prepare, _prepare, _reorder, _name_barrier, _link_option),
    *(_acknowledge, _lift, _answer_option, _answer_question, _settle_vision),
    *(_perceive, _check, _share, _open_negotiation, _close_negotiation),
)
