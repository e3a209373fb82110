"""The trash."""

import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta

from journal.domain.account import Account
from journal.domain.person import Person, Role
from journal.domain.record import AccountId, PersonId, RecordId, Side
from journal.store import trash
from journal.store.writing import Act, writing
from tests.store.contents import require_sound

MERCY = Account(id=AccountId(RecordId("mercy")), name="Mercy")
DANA = Person(id=PersonId(RecordId("dana")), name="Dana")
PLACE = Role(id=RecordId("place"), account_id=MERCY.id, person_id=DANA.id, side=Side.THEIRS)


def test_what_was_thrown_away_last_lies_on_top(
    connection: sqlite3.Connection, act: Act, now: datetime
) -> None:
    """It is what one looks for."""
    with writing(connection, act) as door:
        door.add(MERCY, DANA)
    with writing(connection, act) as door:
        door.trash(Account, MERCY.id)
    with writing(connection, replace(act, at=now + timedelta(hours=1))) as door:
        door.trash(Person, DANA.id)

    assert [(each.kind, each.at) for each in trash.content(connection)] == [
        (Person, now + timedelta(hours=1)),
        (Account, now),
    ]


def test_what_others_refer_to_stays(connection: sqlite3.Connection, act: Act) -> None:
    """A role would be left with nobody in it."""
    with writing(connection, act) as door:
        door.add(MERCY, DANA, PLACE)
    with writing(connection, act) as door:
        door.trash(Person, DANA.id)

    assert trash.empty(connection, act) == trash.Emptied(gone=0, stayed=1)

    with writing(connection, act) as door:
        door.trash(Role, PLACE.id)
    assert trash.empty(connection, act) == trash.Emptied(gone=2, stayed=0)
    require_sound(connection)


def test_what_stays_keeps_what_it_refers_to(connection: sqlite3.Connection, act: Act) -> None:
    """Dana's line manager is needed by a role that is itself needed by nobody but lives."""
    chief = Person(id=PersonId(RecordId("chief")), name="Chief")
    reporting = replace(PLACE, reports_to_id=chief.id)
    with writing(connection, act) as door:
        door.add(MERCY, DANA, chief, reporting)
    with writing(connection, act) as door:
        door.trash(Person, chief.id, DANA.id)
        door.trash(Account, MERCY.id)

    assert trash.empty(connection, act) == trash.Emptied(gone=0, stayed=3)
    require_sound(connection)
