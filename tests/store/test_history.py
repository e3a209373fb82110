"""Undo and redo, from nothing but the history."""

import sqlite3
from dataclasses import replace
from datetime import timedelta

from journal.domain.account import Account
from journal.domain.record import AccountId, RecordId
from journal.store import history, trash
from journal.store.writing import Act, writing
from tests.store.contents import contents, require_sound

MERCY = Account(id=AccountId(RecordId("mercy")), name="Mercy General")


def _made(connection: sqlite3.Connection, act: Act, name: str) -> None:
    with writing(connection, replace(act, name=f"Make {name}")) as door:
        door.add(Account(id=AccountId(RecordId(name)), name=name))


def test_an_empty_journal_has_nothing_to_take_back(
    connection: sqlite3.Connection, act: Act
) -> None:
    """Ctrl+Z on the first day."""
    assert history.undoable(connection) is None
    assert history.undo(connection, act) is None
    assert history.redoable(connection) is None
    assert history.redo(connection, act) is None


def test_undo_goes_back_one_by_one_and_redo_forward(
    connection: sqlite3.Connection, act: Act
) -> None:
    """The names are those of what was done, in the order in which it was done."""
    states = [contents(connection)]
    for name in ("one", "two", "three"):
        _made(connection, act, name)
        states.append(contents(connection))

    for state, name in ((2, "three"), (1, "two"), (0, "one")):
        undone = history.undo(connection, act)
        assert undone is not None
        assert undone.act.name == f"Make {name}"
        assert contents(connection) == states[state]
    for state in (1, 2, 3):
        history.redo(connection, act)
        assert contents(connection) == states[state]
    assert history.redoable(connection) is None
    require_sound(connection)


def test_doing_something_new_forgets_what_was_undone(
    connection: sqlite3.Connection, act: Act
) -> None:
    """As in every other program."""
    _made(connection, act, "one")
    _made(connection, act, "two")
    history.undo(connection, act)
    _made(connection, act, "three")

    assert history.redoable(connection) is None
    history.undo(connection, act)
    history.undo(connection, act)
    assert contents(connection)["accounts"] == []


def test_what_was_redone_can_be_undone_again(connection: sqlite3.Connection, act: Act) -> None:
    """Any number of times, to and fro."""
    _made(connection, act, "one")
    for _time in range(3):
        history.undo(connection, act)
        assert contents(connection)["accounts"] == []
        history.redo(connection, act)
        assert len(contents(connection)["accounts"]) == 1


def test_emptying_the_trash_is_for_good(connection: sqlite3.Connection, act: Act) -> None:
    """Neither the records nor their past can come back, so undo stops there."""
    _made(connection, act, "one")
    _made(connection, act, "two")
    with writing(connection, act) as door:
        door.trash(Account, RecordId("one"))

    assert trash.empty(connection, act) == trash.Emptied(gone=1, stayed=0)

    assert history.undoable(connection) is None
    assert history.of_record(connection, RecordId("one")) == []
    assert [row["id"] for row in contents(connection)["accounts"]] == ["two"]
    require_sound(connection)
    _made(connection, act, "three")
    history.undo(connection, act)
    assert [row["id"] for row in contents(connection)["accounts"]] == ["two"]


def test_the_journal_knows_when_it_was_last_changed(
    connection: sqlite3.Connection, act: Act
) -> None:
    """Printed on each page: the data as of."""
    assert history.last_changed(connection) is None
    assert history.count(connection) == 0

    _made(connection, act, "one")
    _made(connection, replace(act, at=act.at + timedelta(hours=1)), "two")

    assert history.last_changed(connection) == act.at + timedelta(hours=1)
    assert history.count(connection) == 2
