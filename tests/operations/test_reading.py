"""What the window reads after a change."""

from dataclasses import replace

from journal.domain.record import PersonId
from journal.operations import accounts, listing, reading, records, undoing
from journal.operations.change import Change
from journal.operations.journal import Journal
from tests.operations.conftest import DANA, MERCY


def test_a_change_gives_the_glances_that_it_concerns(journal: Journal) -> None:
    """The list of accounts takes these; one in the trash is told as gone."""
    heard: list[Change] = []
    journal.subscribe(heard.append)

    def after() -> dict[str, str | None]:
        found = listing.accounts_after(journal, heard[-1])
        return {key: None if each is None else each.account.name for key, each in found.items()}

    mercy = reading.find_account(journal, MERCY.name)
    records.edit(journal, "Rename", replace(mercy, name="Grace"))
    assert after() == {MERCY.id: "Grace"}
    journal.write("Introduce", add=[replace(DANA, id=PersonId(journal.new_id()))])
    assert after() == {}
    accounts.trash_account(journal, MERCY.id)
    assert after() == {MERCY.id: None}
    undoing.undo(journal)
    assert after() == {MERCY.id: "Grace"}
