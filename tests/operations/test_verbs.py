"""What became of promises, of what was prepared, of accounts and of roles."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

import pytest

from journal.domain.account import Account
from journal.domain.errors import JournalError, NotFoundError
from journal.domain.finding import Wanted
from journal.domain.meeting import Participation
from journal.domain.person import Person, Role
from journal.domain.plan import Barrier, Option, Question, Vision, VisionOutcome
from journal.domain.promise import Promise, PromiseState, Quote
from journal.domain.record import AccountId, OptionId, Record, RecordId, Side
from journal.operations import (
    accounts,
    meetings,
    plans,
    promises,
    reading,
    records,
    searching,
    undoing,
)
from journal.operations.journal import Journal
from journal.operations.people import Somebody
from tests.operations.conftest import ANA, DANA, DANAS_ROLE, LUIS, MERCY
from tests.operations.test_meetings import VISIT

TODAY = date(2026, 11, 23)
A_RECORD = TypeVar("A_RECORD", bound=Record)
PROMISE = Promise(
    id=RecordId("promise"),
    account_id=MERCY.id,
    text="Bed-day cost comparison",
    side=Side.OURS,
    due_on=date(2026, 11, 22),
)
BARRIER = Barrier(
    id=RecordId("barrier"), account_id=MERCY.id, text="I waste her time", share=Side.OURS
)


def added(journal: Journal, record: A_RECORD) -> A_RECORD:
    """Write a record and return it as it stands."""
    records.add(journal, "Add", record)
    return now_of(journal, record)


def now_of(journal: Journal, record: A_RECORD) -> A_RECORD:
    """Return a record as it stands in the journal."""
    from journal.store import records as stored

    return stored.get(journal.file.connection, type(record), record.id)


def test_a_promise_is_kept_postponed_dropped_and_owed_again(journal: Journal) -> None:
    """Due on the 22nd: late on the 23rd, in time once it has until the 30th."""
    promise = added(journal, PROMISE)
    assert promise.state(TODAY) is PromiseState.LATE

    promises.postpone(journal, promise, date(2026, 11, 30))
    promises.keep(journal, now_of(journal, promise), TODAY)
    assert now_of(journal, promise).state(TODAY) is PromiseState.KEPT
    promises.drop(journal, now_of(journal, promise), TODAY)
    assert now_of(journal, promise).state(TODAY) is PromiseState.DROPPED
    promises.reopen(journal, now_of(journal, promise))
    assert now_of(journal, promise).state(TODAY) is PromiseState.OPEN


def test_a_barrier_is_owned_up_to_and_lifted(journal: Journal) -> None:
    """In this order in the case that the program comes from."""
    barrier = added(journal, BARRIER)

    plans.acknowledge(journal, barrier, date(2026, 9, 3))
    plans.lift(journal, now_of(journal, barrier), date(2026, 9, 8), "moved to Tue 10:00")

    lifted = now_of(journal, barrier)
    assert lifted.acknowledged_on == date(2026, 9, 3)
    assert (lifted.lifted_on, lifted.lifted_how) == (date(2026, 9, 8), "moved to Tue 10:00")


def test_an_option_and_a_question_get_their_answers(journal: Journal) -> None:
    """In their words."""
    option = added(
        journal, Option(id=OptionId(RecordId("o")), account_id=MERCY.id, text="Pilot on one ward")
    )
    question = added(journal, Question(id=RecordId("q"), account_id=MERCY.id, text="Which number?"))

    plans.answer_option(journal, option, "not a priority", TODAY, refused=True)
    plans.answer_question(journal, question, "Cost per bed-day", TODAY)

    assert now_of(journal, option).refused
    assert now_of(journal, option).answer == "not a priority"
    assert now_of(journal, question).asked_on == TODAY


def test_a_vision_is_settled_and_its_words_left_alone(journal: Journal) -> None:
    """It comes back on its day."""
    vision = added(
        journal,
        Vision(
            id=RecordId("v"),
            account_id=MERCY.id,
            text="A quarterly review with my staff",
            side=Side.THEIRS,
            due_on=TODAY,
        ),
    )

    plans.settle_vision(journal, vision, VisionOutcome.PARTLY, TODAY)

    settled = now_of(journal, vision)
    assert (settled.outcome, settled.text) == (VisionOutcome.PARTLY, vision.text)


def test_one_negotiation_is_open_at_a_time(journal: Journal) -> None:
    """The next one has to wait until the first is closed."""
    plans.open_negotiation(journal, MERCY.id, "How we work together")
    with pytest.raises(JournalError, match="“How we work together” is still open"):
        plans.open_negotiation(journal, MERCY.id, "Price")

    (negotiation,) = reading.relationship(journal, MERCY.id).negotiations
    plans.close_negotiation(journal, negotiation, "Tuesdays")
    plans.open_negotiation(journal, MERCY.id, "Price")

    titles = [each.title for each in reading.relationship(journal, MERCY.id).negotiations]
    assert sorted(titles) == ["How we work together", "Price"]


def test_a_new_account_is_ours_from_today(journal: Journal) -> None:
    """Our dated roles are its ownership history."""
    harbor = Account(id=AccountId(RecordId("harbor")), name="Harbor Health")

    accounts.open_account(journal, harbor)

    (role,) = reading.relationship(journal, harbor.id).roles
    assert (role.person_id, role.side, role.start) == (ANA.id, Side.OURS, TODAY)


def test_an_account_can_be_opened_before_oneself_is_known(empty: Journal) -> None:
    """On the first day nobody has said their name."""
    accounts.open_account(empty, MERCY)

    assert reading.relationship(empty, MERCY.id).roles == ()
    assert reading.me(empty) is None


@pytest.mark.parametrize("who", [Somebody(name=" Erin Moss "), Somebody(known=LUIS.id)])
def test_an_account_may_be_opened_with_somebody_of_theirs(journal: Journal, who: Somebody) -> None:
    """New or known already; it is one change, so one undo takes all of it back."""
    harbor = Account(id=AccountId(RecordId("harbor")), name="Harbor Health")
    accounts.open_account(journal, harbor, who)

    whole = reading.relationship(journal, harbor.id)
    (role,) = (each for each in whole.roles if each.side is Side.THEIRS)
    person = whole.person(role.person_id)
    assert person is not None
    assert person.name == (LUIS.name if who.known else "Erin Moss")

    undoing.undo(journal)
    assert {each.name for each in reading.everybody(journal)} == {
        DANA.name,
        LUIS.name,
        ANA.name,
    }


def test_one_says_ones_name_and_may_change_it(empty: Journal) -> None:
    """There is always one of oneself at the most."""
    accounts.introduce_self(empty, "Ana")
    accounts.introduce_self(empty, "Ana Calder")

    assert [(each.name, each.is_self) for each in reading.everybody(empty)] == [
        ("Ana Calder", True)
    ]


def test_who_leaves_stays_in_the_journal(journal: Journal) -> None:
    """With the day on which they left."""
    accounts.leave(journal, now_of(journal, DANAS_ROLE), TODAY)

    (role,) = reading.relationship(journal, MERCY.id).roles
    assert role.end == TODAY
    assert DANA.name in {each.name for each in reading.everybody(journal)}


def test_an_account_goes_into_the_trash_with_its_own(journal: Journal) -> None:
    """People stay, and so do other accounts' meetings in which it was a guest."""
    harbor = Account(id=AccountId(RecordId("harbor")), name="Harbor Health")
    accounts.open_account(journal, harbor)
    added(journal, PROMISE)
    meetings.plan(journal, VISIT)
    meetings.plan(journal, replace(VISIT, account_id=harbor.id))
    (theirs,) = reading.relationship(journal, harbor.id).meetings
    guest = Participation(id=journal.new_id(), meeting_id=theirs.id, account_id=MERCY.id)
    quote = Quote(id=RecordId("quote"), account_id=MERCY.id, text="Well", meeting_id=theirs.id)
    journal.write("Invite", add=[guest, quote])

    accounts.trash_account(journal, MERCY.id)

    with pytest.raises(NotFoundError):
        reading.relationship(journal, MERCY.id)
    assert reading.relationship(journal, harbor.id).meetings == (theirs,)
    kinds = {each.kind for each in records.in_trash(journal)}
    assert {Account, Promise, Role, Participation} <= kinds
    assert Person not in kinds


def test_what_is_in_the_trash_is_restored_or_gone_for_good(journal: Journal) -> None:
    """Nothing is deleted until the trash is emptied."""
    promise, barrier = added(journal, PROMISE), added(journal, BARRIER)
    records.trash(journal, "Trash promise", promise)
    records.trash(journal, "Trash barrier", barrier)
    latest, _first = records.in_trash(journal)

    records.restore(journal, latest)
    emptied = records.empty_trash(journal)

    assert now_of(journal, barrier).text == "I waste her time"
    assert (emptied.gone, emptied.stayed) == (1, 0)
    with pytest.raises(NotFoundError):
        now_of(journal, promise)


def test_an_edit_made_while_typing_joins_the_one_before(journal: Journal) -> None:
    """Undo takes back the sentence."""
    promise = added(journal, PROMISE)
    for text in ("Bed", "Bed-day", "Bed-day cost"):
        edited = replace(now_of(journal, promise), text=text)
        records.edit(journal, "Edit promise", edited, typing=True)

    from journal.operations import undoing

    assert undoing.undo_name(journal) == "Edit promise"
    undoing.undo(journal)
    assert now_of(journal, promise).text == "Bed-day cost comparison"


def test_an_account_is_found_by_the_only_name_that_fits(journal: Journal) -> None:
    """What fits several is asked back, with the names."""
    for number in range(7):
        name = f"Clinic {number}"
        accounts.open_account(
            journal, Account(id=AccountId(RecordId(f"clinic{number}")), name=name)
        )

    assert reading.find_account(journal, " mercy ").id == MERCY.id
    with pytest.raises(NotFoundError, match="no account named “zebra”"):
        reading.find_account(journal, "zebra")
    with pytest.raises(NotFoundError, match=r"Clinic 0, .*Clinic 4 and 2 more; say which"):
        reading.find_account(journal, "clinic")


def test_words_are_found_through_the_operations(journal: Journal) -> None:
    """The window and the command line ask here."""
    added(journal, PROMISE)

    (hit,) = searching.search(journal, Wanted(words="bed-day")).hits

    assert (hit.kind, hit.record) == (Promise, PROMISE.id)
