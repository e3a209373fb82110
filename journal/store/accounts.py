"""Questions about accounts and people that do not need the whole relationship."""

import sqlite3
from datetime import UTC, date, datetime

from journal.domain.account import Account, Origin
from journal.domain.rating import Level
from journal.domain.relationship import Glance
from journal.domain.span import When
from journal.store.failures import translated
from journal.store.records import select
from journal.store.rows import Cells, columns_of, from_row

# A guest's account took part in the meeting as well.
_MEETING_ID = """
    SELECT id FROM (
        SELECT id, starts_utc FROM meetings
        WHERE account_id = accounts.id AND deleted_at IS NULL AND {condition}
        UNION ALL
        SELECT meetings.id, starts_utc FROM participations
        JOIN meetings ON meetings.id = participations.meeting_id
        WHERE participations.account_id = accounts.id AND participations.deleted_at IS NULL
          AND meetings.deleted_at IS NULL AND {condition}
    ) ORDER BY starts_utc {direction} LIMIT 1
"""
_HELD = _MEETING_ID.format(condition="status = 'held'", direction="DESC")
_NEXT = _MEETING_ID.format(condition="status = 'planned' AND starts_utc >= :now", direction="ASC")
_GLANCES = f"""
    SELECT accounts.*,
        (SELECT level FROM ratings
         WHERE account_id = accounts.id AND viewpoint = 'ours' AND facet = 'overall'
           AND deleted_at IS NULL ORDER BY day DESC, id DESC LIMIT 1) AS level,
        (SELECT count(*) FROM promises
         WHERE account_id = accounts.id AND side = 'ours' AND due_on <= :today
           AND kept_on IS NULL AND dropped_on IS NULL AND deleted_at IS NULL) AS promises_due,
        held.starts_at AS held_at, held.time_zone AS held_zone,
        planned.starts_at AS planned_at, planned.time_zone AS planned_zone
    FROM accounts
    LEFT JOIN meetings AS held ON held.id = ({_HELD})
    LEFT JOIN meetings AS planned ON planned.id = ({_NEXT})
    WHERE accounts.deleted_at IS NULL
    ORDER BY accounts.name COLLATE NOCASE, accounts.id
"""


def glances(connection: sqlite3.Connection, *, now: datetime, today: date) -> tuple[Glance, ...]:
    """Return every account with what a list shows of it, by name.

    Args:
        connection: Of the journal.
        now: Aware; what is planned earlier is no next meeting.
        today: The laptop's day, on which promises are due.
    """
    times = {"now": int(now.astimezone(UTC).timestamp()), "today": today.isoformat()}
    with translated():
        cursor = connection.execute(_GLANCES, times)
        names = [each[0] for each in cursor.description]
        return tuple(_glance(dict(zip(names, row, strict=True))) for row in cursor)


def named(connection: sqlite3.Connection, words: str) -> tuple[Account, ...]:
    """Return the accounts of that name, letter case aside; else those whose name holds it."""
    exact = select(connection, Account, "name = ? COLLATE NOCASE ORDER BY id", (words,))
    if exact:
        return exact
    wanted = words.casefold()
    everyone = select(connection, Account, "1 ORDER BY name COLLATE NOCASE, id")
    return tuple(each for each in everyone if wanted in each.name.casefold())


def origins(connection: sqlite3.Connection, source: str) -> dict[str, Origin]:
    """Return what has come from one source so far, by its key there."""
    return {each.key: each for each in select(connection, Origin, "source = ?", (source,))}


def _glance(row: Cells) -> Glance:
    return Glance(
        account=from_row(Account, {name: row[name] for name in columns_of(Account)}),
        level=None if row["level"] is None else Level(row["level"]),
        last_held=_when(row["held_at"], row["held_zone"]),
        next_meeting=_when(row["planned_at"], row["planned_zone"]),
        promises_due=row["promises_due"],
    )


def _when(starts_at: str | None, zone: str | None) -> When | None:
    return None if starts_at is None or zone is None else When.from_iso(starts_at, zone)
