"""What is done to accounts and their people, each with chance to pick its object."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from journal.domain.account import Account
from journal.domain.metric import Metric
from journal.domain.person import Person, Role, StandingCommitment
from journal.domain.rating import Goal, Level
from journal.domain.record import (
    AccountId,
)
from journal.operations import (
    accounts,
    attachments,
    commitments,
    goals,
    handing_over,
    merging,
    people,
)
from journal.operations.goals import Wanted
from journal.operations.people import Place, Somebody
from journal.store.records import select
from tests.operations.conftest import DANA, LUIS, MERCY
from tests.operations.desk import DAY, Desk


def _open_account(desk: Desk) -> None:
    new = AccountId(desk.journal.new_id())
    accounts.open_account(desk.journal, Account(id=new, name="Clinic"))


def _introduce_self(desk: Desk) -> None:
    accounts.introduce_self(desk.journal, f"Ana {desk.chance.randrange(3)}")


def _leave(desk: Desk) -> None:
    last = DAY + timedelta(days=1)
    if role := desk.pick(Role, f""""end" IS NULL AND coalesce(start, '') <= '{last}'"""):
        accounts.leave(desk.journal, role, last)


def _trash_account(desk: Desk) -> None:
    if account := desk.pick(Account):
        accounts.trash_account(desk.journal, account.id)


def _add_person(desk: Desk) -> None:
    title = f"Title {desk.chance.random()}"
    place = Place(account_id=MERCY.id, title=title, end=DAY)
    who = desk.chance.choice([Somebody(name="Erin"), Somebody(known=LUIS.id)])
    people.add_person(desk.journal, who, place)


def _date_role(desk: Desk) -> None:
    if role := desk.pick(Role):
        start = DAY - timedelta(days=desk.chance.randrange(900))
        people.date_role(desk.journal, role, start, DAY)


def _report_to(desk: Desk) -> None:
    if role := desk.pick(Role, "reports_to_id IS NULL AND person_id <> 'luis'"):
        people.report_to(desk.journal, role, LUIS.id)


def _hand_over(desk: Desk) -> None:
    ours = select(
        desk.journal.file.connection, Role, "account_id = ? AND side = 'ours'", (MERCY.id,)
    )
    on = max([DAY, *(each.start for each in ours if each.start)]) + timedelta(days=1)
    people.hand_over(desk.journal, MERCY.id, Somebody(name="Rob"), on, "Nothing to be done")


def _hand_over_a_file(desk: Desk) -> None:
    """What becomes of each note is chance; without a colleague, where somebody begins later."""
    account = desk.pick(Account)
    if account is None:
        return
    notes = handing_over.preview(desk.journal, account.id).notes
    chosen = {each.key: desk.chance.choice(list(handing_over.Choice)) for each in notes}
    path = desk.journal.path.with_name("a.handover")
    handing_over.hand_over(desk.journal, account.id, path, chosen)


def _trash_person(desk: Desk) -> None:
    if person := desk.pick(Person, "is_self = 0"):
        people.trash_person(desk.journal, person.id)


def _trash_metric(desk: Desk) -> None:
    if metric := desk.pick(Metric):
        people.trash_metric(desk.journal, metric)


def _note_commitment(desk: Desk) -> None:
    commitments.note_commitment(desk.journal, desk.commitment())


def _change_commitment(desk: Desk) -> None:
    if fixed := desk.pick(StandingCommitment):
        minutes = desk.chance.randrange(1, 90)
        commitments.change_commitment(desk.journal, replace(fixed, minutes=minutes))


def _set_goal(desk: Desk) -> None:
    goals.set_goal(desk.journal, MERCY.id, Wanted(level=Level.POSITIVE, by=date(2027, 6, 30)))


def _change_goal(desk: Desk) -> None:
    if goal := desk.pick(Goal):
        sentence = f"Better {desk.chance.random()}"
        wanted = Wanted(level=Level.NEUTRAL, by=date(2027, 3, 1), sentence=sentence)
        goals.change_goal(desk.journal, goal, wanted)


def _share_goal(desk: Desk) -> None:
    if goal := desk.pick(Goal, "shared_on IS NULL"):
        goals.share_goal(desk.journal, goal, DAY, desk.chance.choice([None, DANA.id]))


def _unshare_goal(desk: Desk) -> None:
    if goal := desk.pick(Goal, "shared_on IS NOT NULL"):
        goals.unshare_goal(desk.journal, goal)


def _end_goal(desk: Desk) -> None:
    if goal := desk.pick(Goal, "ended_on IS NULL"):
        goals.end_goal(desk.journal, goal, DAY)


def _attach(desk: Desk) -> None:
    source = desk.journal.path.with_name("floor plan.txt")
    source.write_text(f"Ward {desk.chance.random()}", encoding="utf-8")
    attachments.attach(desk.journal, MERCY.id, [source])


def _merge_accounts(desk: Desk) -> None:
    kept, other = desk.pick(Account), desk.pick(Account)
    if kept and other and kept != other:
        merging.merge_accounts(desk.journal, kept, other, {})


def _merge_people(desk: Desk) -> None:
    kept, other = desk.pick(Person), desk.pick(Person)
    if kept and other and kept != other:
        merging.merge_people(desk.journal, kept, other, {})


VERBS: tuple[Callable[[Desk], None], ...] = (
    *(_open_account, _introduce_self, _leave, _trash_account),
    *(
        _add_person,
        _date_role,
        _report_to,
        _hand_over,
        _hand_over_a_file,
        _trash_person,
        _trash_metric,
    ),
    *(_note_commitment, _change_commitment),
    *(_set_goal, _change_goal, _share_goal, _unshare_goal, _end_goal),
    *(_attach, _merge_accounts, _merge_people),
)
