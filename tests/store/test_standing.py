"""Whether a change that failed stands in the file after all, as when the last call was refused."""

from pathlib import Path

import pytest

from journal.domain.account import Account
from journal.domain.errors import NotSavedError
from journal.domain.record import AccountId, RecordId
from journal.store.file import JournalFile
from journal.store.writing import Act, Writing, stands, writing

MERCY = Account(id=AccountId(RecordId("mercy")), name="Mercy General")


def test_what_was_committed_stands(journal: JournalFile, act: Act) -> None:
    """Whatever was raised afterwards."""
    with writing(journal.connection, act) as door:
        door.add(MERCY)
    assert stands(journal, door)


def test_what_was_taken_back_does_not(journal: JournalFile, act: Act) -> None:
    """Nor does it where another change took its number."""
    begun: list[Writing] = []

    def fail() -> None:
        with writing(journal.connection, act) as door:
            begun.append(door)
            door.add(MERCY)
            raise NotSavedError("full")

    with pytest.raises(NotSavedError):
        fail()
    assert not stands(journal, begun[0])

    with writing(journal.connection, Act(name="Else", at=act.at, zone=act.zone)) as door:
        door.add(MERCY)
    assert door.number == begun[0].number
    assert not stands(journal, begun[0])


def test_where_it_cannot_be_found_out_it_is_taken_to_stand(
    journal: JournalFile, act: Act, tmp_path: Path
) -> None:
    """What would be removed otherwise could not be got again."""
    with writing(journal.connection, act) as door:
        door.add(MERCY)
    journal.path.rename(tmp_path / "elsewhere")
    assert stands(journal, door)
