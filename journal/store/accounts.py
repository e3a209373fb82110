"""Questions about accounts and people that do not need the whole relationship."""

import json
import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from journal.domain.account import Account, Origin
from journal.domain.glance import Glance
from journal.domain.rating import Level
from journal.domain.record import AccountId, RecordId
from journal.domain.span import When
from journal.store.failures import translated
from journal.store.records import BY_NAME, select
from journal.store.rows import Cells

# One row of an index for each account, however long its history is.
_OWN_MEETING = """
    SELECT status, accounts.id, starts_utc, starts_at, meetings.time_zone
    FROM accounts JOIN meetings ON meetings.rowid = (
        SELECT rowid FROM meetings
        WHERE account_id = accounts.id AND deleted_at IS NULL AND {condition}
        ORDER BY starts_utc {direction} LIMIT 1)
    WHERE accounts.deleted_at IS NULL AND accounts.id {among}
"""
# A guest's account took part in the meeting as well.
_MEETING_AS_GUEST = """
    SELECT status, participations.account_id, starts_utc, starts_at, time_zone
    FROM participations JOIN meetings ON meetings.id = participations.meeting_id
    WHERE participations.account_id {among} AND participations.deleted_at IS NULL
      AND meetings.deleted_at IS NULL AND ({held} OR {ahead})
"""
_HELD = "status = 'held'"
_AHEAD = "status = 'planned' AND starts_utc >= :now"
_LEVELS = """
    SELECT account_id, level FROM ratings
    WHERE account_id {among} AND viewpoint = 'ours' AND facet = 'overall' AND deleted_at IS NULL
    ORDER BY account_id, day, id
"""
# The plus keeps SQLite to the index of what is still owed: most promises are settled.
_PROMISES_DUE = """
    SELECT account_id, count(*) FROM promises
    WHERE +account_id {among} AND side = 'ours' AND due_on <= :today
      AND kept_on IS NULL AND dropped_on IS NULL AND deleted_at IS NULL
    GROUP BY +account_id
"""
_CONCERNED = """
    WITH touched AS (SELECT record, "before", "after" FROM history WHERE change = ?)
    SELECT id FROM touched JOIN accounts ON id = record
    UNION SELECT json_extract("before", '$.account_id') FROM touched
    UNION SELECT json_extract("after", '$.account_id') FROM touched
    UNION SELECT account_id FROM touched JOIN meetings ON id = record
    UNION SELECT account_id FROM touched JOIN participations ON id = record
    UNION SELECT account_id FROM touched JOIN participations ON meeting_id = record
    UNION SELECT account_id FROM touched JOIN ratings ON id = record
    UNION SELECT account_id FROM touched JOIN promises ON id = record
"""


def glances(
    connection: sqlite3.Connection,
    *,
    now: datetime,
    today: date,
    among: Collection[AccountId] | None = None,
) -> tuple[Glance, ...]:
    """Return accounts with what a list shows of them, by name.

    Args:
        connection: Of the journal.
        now: Aware; what is planned earlier is no next meeting.
        today: The laptop's day, on which promises are due.
        among: Which accounts; None for all.
    """
    ask = _Ask(
        connection=connection,
        among="IS NOT NULL" if among is None else "IN (SELECT value FROM json_each(:among))",
        arguments={
            "among": json.dumps(list(among or ())),
            "now": int(now.astimezone(UTC).timestamp()),
            "today": today.isoformat(),
        },
    )
    with translated():
        levels = dict(ask.rows(_LEVELS))  # the last of each account is its latest
        due = dict(ask.rows(_PROMISES_DUE))
        held, ahead = ask.meetings()
    return tuple(
        Glance(
            account=each,
            level=None if (level := levels.get(each.id)) is None else Level(level),
            last_held=held.get(each.id),
            next_meeting=ahead.get(each.id),
            promises_due=due.get(each.id, 0),
        )
        for each in ask.accounts()
    )


def concerned(connection: sqlite3.Connection, change: int) -> frozenset[AccountId]:
    """Return the accounts whose glance may have changed with a change, by its number."""
    with translated():
        rows = connection.execute(_CONCERNED, (change,)).fetchall()
    return frozenset(AccountId(RecordId(each)) for (each,) in rows if each is not None)


def named(connection: sqlite3.Connection, words: str) -> tuple[Account, ...]:
    """Return the accounts of that name, letter case aside; else those whose name holds it."""
    exact = select(connection, Account, "name = ? COLLATE NOCASE", (words,))
    if exact:
        return exact
    wanted = words.casefold()
    everyone = select(connection, Account, "1", order=BY_NAME)
    return tuple(each for each in everyone if wanted in each.name.casefold())


def origins(connection: sqlite3.Connection, source: str) -> dict[str, Origin]:
    """Return what has come from one source so far, by its key there."""
    return {each.key: each for each in select(connection, Origin, "source = ?", (source,))}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ask:
    """The questions behind the glances, about some accounts or about all."""

    connection: sqlite3.Connection
    among: str
    arguments: Cells

    def rows(self, statement: str, **parts: str) -> sqlite3.Cursor:
        return self.connection.execute(statement.format(among=self.among, **parts), self.arguments)

    def accounts(self) -> tuple[Account, ...]:
        condition = f"id {self.among}"
        return select(self.connection, Account, condition, self.arguments, order=BY_NAME)

    def meetings(self) -> tuple[dict[str, When], dict[str, When]]:
        """Return the last held and the next planned meeting of each account that has one."""
        held = self.rows(_OWN_MEETING, condition=_HELD, direction="DESC").fetchall()
        ahead = self.rows(_OWN_MEETING, condition=_AHEAD, direction="ASC").fetchall()
        for row in self.rows(_MEETING_AS_GUEST, held=_HELD, ahead=_AHEAD):
            (held if row[0] == "held" else ahead).append(row)
        # The last of each account is the one that stays.
        return _of_each(sorted(held, key=_start)), _of_each(sorted(ahead, key=_start, reverse=True))


_Row = tuple[str, str, int, str, str]


def _start(row: _Row) -> int:
    return row[2]


def _of_each(rows: Iterable[_Row]) -> dict[str, When]:
    found = {account: (starts_at, zone) for _status, account, _utc, starts_at, zone in rows}
    return {account: When.from_iso(*at) for account, at in found.items()}
