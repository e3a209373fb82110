"""People over all accounts."""

import sqlite3

from journal.domain.record import AccountId, PersonId, RecordId
from journal.domain.relationship import Acquaintance
from journal.store.failures import translated

_ACQUAINTANCES = """
    SELECT people.id, people.name, roles.title, accounts.id, accounts.name
    FROM roles
    JOIN people ON people.id = roles.person_id AND people.deleted_at IS NULL
    JOIN accounts ON accounts.id = roles.account_id AND accounts.deleted_at IS NULL
    WHERE roles.side = 'theirs' AND roles.deleted_at IS NULL
    ORDER BY roles."end" IS NOT NULL, people.name COLLATE NOCASE, roles.start DESC, roles.id
"""


def acquaintances(connection: sqlite3.Connection) -> tuple[Acquaintance, ...]:
    """Return the customers' people, by name, once for each role; who has left comes last."""
    with translated():
        rows = connection.execute(_ACQUAINTANCES).fetchall()
    return tuple(
        Acquaintance(
            person_id=PersonId(RecordId(person)),
            name=name,
            title=title,
            account_id=AccountId(RecordId(account)),
            account_name=account_name,
        )
        for person, name, title, account, account_name in rows
    )
