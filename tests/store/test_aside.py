"""The full check on a private copy."""

import sqlite3
import threading
from collections.abc import Callable

import pytest

from journal.domain.person import Person
from journal.domain.record import PersonId, RecordId
from journal.store import checking
from journal.store.aside import check_aside
from journal.store.checking import Fault, Finding
from journal.store.file import JournalFile, opened
from journal.store.writing import Act, writing


@pytest.fixture(autouse=True)
def _filled(connection: sqlite3.Connection, act: Act) -> None:
    with writing(connection, act) as door:
        door.add(*(Person(id=PersonId(RecordId(f"p{n}")), name="Dana") for n in range(2_000)))


def after(calls: int) -> Callable[[], bool]:
    """Make somebody who loses interest after so many questions."""
    answers = iter([True] * calls)
    return lambda: next(answers, False)


def test_what_is_wrong_in_the_journal_is_found_in_the_copy(journal: JournalFile) -> None:
    """The search too, though the journal is only read."""
    assert check_aside(journal.connection) == ()
    journal.connection.execute("UPDATE people SET name = 'Dina' WHERE id = 'p7'")
    journal.connection.execute("UPDATE search_documents SET title = 'X' WHERE record = 'p8'")

    with opened(journal.path, read_only=True) as reader:
        first, second = check_aside(reader.connection)

    assert first == Finding(fault=Fault.CONTENT, table="people", record=RecordId("p7"))
    assert second.fault is Fault.SEARCH


@pytest.mark.parametrize("calls", range(0, 12, 2))
def test_it_can_be_given_up_at_any_moment(journal: JournalFile, calls: int) -> None:
    """While it copies, within a part, and between two."""
    journal.connection.execute("UPDATE people SET name = 'Dina' WHERE id = 'p1999'")
    is_wanted = after(calls)
    assert check_aside(journal.connection, is_wanted) == ()
    assert not is_wanted()


def test_a_save_does_not_wait_for_the_check(
    journal: JournalFile, act: Act, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Held up in the middle of the check, another thread saves at once."""
    reading, saved = threading.Event(), threading.Event()

    def hold(connection: sqlite3.Connection, _is_wanted: object) -> tuple[Finding, ...]:
        cursor = connection.execute("SELECT * FROM people")
        cursor.fetchone()
        reading.set()
        assert saved.wait(10)
        return ()

    monkeypatch.setattr(checking, "check", hold)

    def check() -> None:
        with opened(journal.path, read_only=True) as reader:
            check_aside(reader.connection)

    checker = threading.Thread(target=check)
    checker.start()
    assert reading.wait(10)
    journal.connection.execute("PRAGMA busy_timeout = 0")
    with writing(journal.connection, act) as door:
        door.add(Person(id=PersonId(RecordId("new")), name="Luis"))
    saved.set()
    checker.join()


def test_an_error_of_the_copy_is_not_taken_for_the_end(
    journal: JournalFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Silence would be taken for soundness."""

    def fails(*_args: object) -> tuple[Finding, ...]:
        message = "something new"
        raise sqlite3.OperationalError(message)

    monkeypatch.setattr(checking, "check", fails)
    with pytest.raises(sqlite3.OperationalError, match="something new"):
        check_aside(journal.connection)
