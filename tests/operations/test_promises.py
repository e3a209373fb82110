"""What both sides owe, over all accounts."""

from datetime import date

from journal.domain.account import Account
from journal.domain.promise import Promise
from journal.domain.record import AccountId, RecordId, Side
from journal.operations import accounts, promises, records
from journal.operations.journal import Journal
from tests.operations.conftest import ANA, DANA, MERCY

HARBOR = Account(id=AccountId(RecordId("harbor")), name="Harbor Health")
TODAY = date(2026, 11, 23)


def promise(name: str, due_on: date | None, side: Side = Side.OURS, **fields: object) -> Promise:
    """Owe something; its id and its words are its name."""
    usual: dict[str, object] = {
        "id": RecordId(name),
        "account_id": MERCY.id,
        "text": name,
        "side": side,
        "due_on": due_on,
    }
    return Promise(**usual | fields)  # type: ignore[arg-type]


def told(journal: Journal, *also: str) -> list[str]:
    """Name what is owed."""
    found = promises.follow_ups(journal, also=[RecordId(each) for each in also])
    return [each.promise.text for each in found]


def test_they_stand_by_their_day_over_all_accounts(journal: Journal) -> None:
    """So overdue ones first; undated ones can wait."""
    journal.write(
        "Add",
        add=[
            HARBOR,
            promise("undated", None),
            promise("soon", date(2026, 11, 27), Side.THEIRS),
            promise("late", date(2026, 11, 1)),
            promise("harbor", date(2026, 11, 20), account_id=HARBOR.id),
            promise("kept", date(2026, 11, 1), kept_on=TODAY),
            promise("dropped", date(2026, 11, 1), dropped_on=TODAY),
        ],
    )
    assert told(journal) == ["late", "harbor", "soon", "undated"]


def test_those_just_settled_may_be_asked_for(journal: Journal) -> None:
    """The page shows what was kept there until it is left."""
    late, later = promise("late", date(2026, 11, 1)), promise("later", date(2026, 11, 9))
    journal.write("Add", add=[late, later])
    promises.keep(journal, promises.follow_ups(journal)[0].promise, TODAY)
    assert told(journal) == ["later"]
    assert told(journal, "late", "nowhere") == ["late", "later"]


def test_each_names_its_account_and_people(journal: Journal) -> None:
    """Who is in the trash is nobody; of an account in the trash nothing is owed."""
    named = promise("named", None, person_id=ANA.id, to_person_id=DANA.id)
    journal.write("Add", add=[named, promise("bare", None)])
    both = {each.promise.text: each for each in promises.follow_ups(journal)}
    assert both["named"].account.name == "Mercy General"
    assert both["named"].person is not None
    assert both["named"].person.is_self
    assert both["named"].to_person is not None
    assert both["named"].to_person.name == "Dana Whitfield"
    assert (both["bare"].person, both["bare"].to_person) == (None, None)
    records.trash(journal, "Trash", DANA)
    assert {each.to_person for each in promises.follow_ups(journal)} == {None}
    accounts.trash_account(journal, MERCY.id)
    assert promises.follow_ups(journal) == ()


def test_a_promise_of_a_trashed_account_is_not_asked_for(journal: Journal) -> None:
    """Even where only the account lies there."""
    journal.write("Add", add=[HARBOR, promise("harbor", None, account_id=HARBOR.id)])
    records.trash(journal, "Trash", HARBOR)
    assert told(journal) == []
