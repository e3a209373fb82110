"""A log that comes again: never over the user's own words."""

from dataclasses import replace
from datetime import date

from journal.domain.meeting import Participation
from journal.operations import records
from journal.operations.journal import Journal
from journal.store.records import select
from tests.operations.imports import (
    HERE,
    LOG,
    Write,
    accounts,
    meetings,
    numbers,
    only_meeting,
    taken,
    whys,
)


def test_what_the_log_tells_anew_is_taken_over(journal: Journal, write: Write) -> None:
    """The journal's is still as the log told it first; who is new takes part."""
    taken(journal, write(LOG))

    changed = LOG.replace("What", "What else").replace("Lima Clinic,", "Lima Clinic,Luis Ortega")
    again = taken(journal, write(changed))

    assert numbers(again) == (3, 0, 1, 1)
    held = meetings(journal)[0]
    assert held.summary == "What else"
    assert len(select(journal.file.connection, Participation, "meeting_id = ?", (held.id,))) == 3
    assert numbers(taken(journal, write(changed))) == (3, 0, 0, 2)


def test_what_the_user_altered_stays(journal: Journal, write: Write) -> None:
    """An import never overwrites one's own words; it says that it did not."""
    taken(journal, write(LOG))
    held = meetings(journal)[0]
    records.edit(journal, "Edit", replace(held, notes="My own words."))

    again = taken(journal, write(LOG.replace("What", "What else")))

    assert numbers(again) == (3, 0, 0, 1)
    assert whys(again) == ["You altered this meeting since it was imported; yours stays."]
    assert [note.line for note in again.report.skipped] == [2]
    assert meetings(journal)[0].notes == "My own words."


def test_what_is_in_the_trash_stays_there(journal: Journal, write: Write) -> None:
    """Somebody threw it away for a reason."""
    taken(journal, write(LOG))
    records.trash(journal, "Trash", meetings(journal)[0])

    again = taken(journal, write(LOG.replace("What", "What else")))

    assert numbers(again) == (3, 0, 0, 2)
    assert len(meetings(journal)) == 1


def test_a_renamed_account_is_recognised(journal: Journal, write: Write) -> None:
    """By the name under which it came first, as long as no other has that name."""
    taken(journal, write(LOG))
    lima = accounts(journal)["Lima Clinic"]
    records.edit(journal, "Rename", replace(lima, name="Lima, the good one"))

    taken(journal, write("id,date,organisation\n9,2026-10-01,LIMA CLINIC\n"))

    assert list(accounts(journal)) == ["Mercy General", "Lima, the good one"]
    assert meetings(journal)[1].account_id == lima.id


def test_an_account_in_the_trash_is_made_anew(journal: Journal, write: Write) -> None:
    """New meetings are no part of what was thrown away, and the name is found from then on."""
    taken(journal, write(LOG))
    old = accounts(journal)["Lima Clinic"]
    records.trash(journal, "Trash", old)

    taken(journal, write("id,date,organisation\n9,2026-10-01,Lima Clinic\n"))
    new = accounts(journal)["Lima Clinic"]
    records.edit(journal, "Rename", replace(new, name="Lima again"))
    taken(journal, write("id,date,organisation\n10,2026-10-02,Lima Clinic\n"))

    assert old.id != new.id
    assert {each.account_id for each in meetings(journal)[1:3]} == {new.id}


def test_a_number_that_names_another_meeting_alters_nothing(journal: Journal, write: Write) -> None:
    """Two logs may count from one; a name for the source tells them apart."""
    taken(journal, write("id,date,customer\n1,2026-09-03,A\n"))
    other = "id,date,customer\n1,2026-10-01,B\n"

    clash = taken(journal, write(other))
    assert numbers(clash) == (1, 0, 0, 0)
    assert "names another meeting here, of 2026-09-03" in whys(clash)[0]
    assert only_meeting(journal).when.day == date(2026, 9, 3)

    mapping = write('source = "the other"\n', "mapping.toml")
    assert numbers(taken(journal, write(other), replace(HERE, mapping=mapping))) == (1, 1, 0, 0)
