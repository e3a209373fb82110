"""Accounts with just what tells how each stands beside the others, some of them at a time.

A journal may hold a hundred thousand meetings, of which the last ten of each account tell.
What is left out here changes no answer of `journal.analysis.portfolio`: of meetings, those
that are neither planned, nor recent, nor the first; of lines that may be guesses, those that
are none.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime
from typing import TypeVar

from journal.domain.account import Account
from journal.domain.meeting import Meeting
from journal.domain.metric import Metric
from journal.domain.person import Person, Role, StandingCommitment
from journal.domain.plan import Alternative, Barrier, Criterion, Interest, Option, Vision
from journal.domain.promise import Promise
from journal.domain.rating import Goal, Rating
from journal.domain.record import AccountId, MeetingId, Record, RecordId
from journal.domain.relationship import Relationship
from journal.store.failures import translated
from journal.store.records import BY_NAME, select
from journal.store.rows import Cells, columns_of
from journal.store.tables import TABLES

# What was written since is looked through record by record up to so many; reading all is then
# no slower.
_MOST_TOUCHED = 2_000
_DAY_S = 24 * 3600
_EVER = -(2**53)
_AMONG = "IN (SELECT value FROM json_each(:among))"
_CONCLUDED = (
    "(status = 'held' OR status IN ('cancelled', 'no_show') AND cancelled_by IS NOT 'ours')"
)
# The days of two walls differ by one, so a day is compared with two days to spare.
_TELLING = f"""
    WITH bounds AS (
        SELECT id,
            coalesce((
                SELECT starts_utc FROM meetings
                WHERE account_id = accounts.id AND deleted_at IS NULL AND {_CONCLUDED}
                ORDER BY starts_utc DESC LIMIT 1 OFFSET 9
            ), :ever) AS ten_back,
            coalesce((
                SELECT starts_utc - 2 * {_DAY_S} FROM meetings
                WHERE account_id = accounts.id AND deleted_at IS NULL AND status = 'held'
                  AND starts_utc < :now - 2 * {_DAY_S}
                ORDER BY starts_utc DESC LIMIT 1 OFFSET 2
            ), :ever) AS three_held_back,
            (
                SELECT starts_utc + 2 * {_DAY_S} FROM meetings
                WHERE account_id = accounts.id AND deleted_at IS NULL
                ORDER BY starts_utc LIMIT 1
            ) AS first
        FROM accounts WHERE id {_AMONG}
    )
    SELECT meetings.rowid FROM bounds JOIN meetings ON account_id = bounds.id
        AND starts_utc >= min(ten_back, three_held_back)
    UNION ALL
    SELECT meetings.rowid FROM bounds JOIN meetings ON account_id = bounds.id
        AND starts_utc <= first
    UNION ALL
    SELECT meetings.rowid FROM bounds JOIN meetings ON account_id = bounds.id
        AND status = 'planned' AND meetings.deleted_at IS NULL
    UNION ALL
    SELECT meetings.rowid FROM participations JOIN meetings ON meetings.id = meeting_id
    WHERE participations.account_id {_AMONG} AND participations.deleted_at IS NULL
"""
_ALL_MEETINGS = f"""
    SELECT rowid FROM meetings WHERE account_id {_AMONG}
    UNION
    SELECT meetings.rowid FROM participations JOIN meetings ON meetings.id = meeting_id
    WHERE participations.account_id {_AMONG} AND participations.deleted_at IS NULL
"""
_GUESTS = f"""
    SELECT DISTINCT meeting_id, participations.account_id
    FROM participations JOIN meetings ON meetings.id = meeting_id
    WHERE participations.account_id {_AMONG} AND participations.deleted_at IS NULL
      AND participations.account_id <> meetings.account_id
"""
_OF_THEIR_PEOPLE = f"""
    person_id IN (SELECT person_id FROM roles
        WHERE account_id {_AMONG} AND side = 'theirs' AND deleted_at IS NULL)
"""
_A_GUESS = "basis = 'guess'"
# Of each record that was written since: the account it hangs on, and the one it hung on before.
_HANGING = " ".join(
    f"UNION SELECT account_id FROM named JOIN {table} ON id = record"
    for kind, table in TABLES.items()
    if "account_id" in columns_of(kind)
)
_CONCERNED = f"""
    WITH touched AS MATERIALIZED (
        SELECT record, "before", "after" FROM history WHERE change > :change
    ),
    named AS MATERIALIZED (
        SELECT record,
            json_extract("before", '$.account_id') AS account_before,
            json_extract("after", '$.account_id') AS account_after,
            json_extract("before", '$.meeting_id') AS meeting_before,
            json_extract("before", '$.person_id') AS person_before
        FROM touched
    )
    SELECT id FROM named JOIN accounts ON id = record
    UNION SELECT account_before FROM named
    UNION SELECT account_after FROM named
    {_HANGING}
    UNION SELECT account_id FROM named JOIN participations ON meeting_id = record
    UNION SELECT account_id FROM named JOIN meetings ON id = meeting_before
    UNION SELECT meetings.account_id FROM named JOIN participations ON participations.id = record
        JOIN meetings ON meetings.id = meeting_id
    UNION SELECT roles.account_id FROM named
        JOIN standing_commitments ON standing_commitments.id = record JOIN roles USING (person_id)
    UNION SELECT account_id FROM named JOIN roles ON person_id = person_before
"""

_AnyRecord = TypeVar("_AnyRecord", bound=Record)


def all_ids(connection: sqlite3.Connection) -> tuple[AccountId, ...]:
    """Return every account outside the trash, by name."""
    with translated():
        found = connection.execute(
            "SELECT id FROM accounts WHERE deleted_at IS NULL ORDER BY name COLLATE NOCASE, id"
        ).fetchall()
    return tuple(AccountId(RecordId(each)) for (each,) in found)


def last_change(connection: sqlite3.Connection) -> int:
    """Return the number of the last change; 0 in an empty journal."""
    with translated():
        number: int | None = connection.execute("SELECT max(number) FROM changes").fetchone()[0]
    return number or 0


def concerned_since(connection: sqlite3.Connection, change: int) -> frozenset[AccountId] | None:
    """Return the accounts of which something was written after a change.

    None for any of them: too much was written, or the journal was brought back to before.
    """
    arguments = {"change": change, "most": _MOST_TOUCHED + 1}
    with translated():
        touched: int = connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM history WHERE change > :change LIMIT :most)",
            arguments,
        ).fetchone()[0]
        if touched > _MOST_TOUCHED or last_change(connection) < change:
            return None
        found = connection.execute(_CONCERNED, arguments).fetchall()
    return frozenset(AccountId(RecordId(each)) for (each,) in found if each is not None)


def outlines(
    connection: sqlite3.Connection, now: datetime, among: Collection[AccountId]
) -> tuple[Relationship, ...]:
    """Return accounts with what tells how each stands, by name; those in the trash are left out.

    Args:
        connection: Of the journal.
        now: Aware.
        among: Which accounts.
    """
    read = _Reader(connection, now, among)
    return tuple(read.outlines())


def histories(
    connection: sqlite3.Connection, now: datetime, among: Collection[AccountId]
) -> tuple[Relationship, ...]:
    """Return accounts with all of their meetings, ratings and goals and nothing else, by name.

    Args:
        connection: Of the journal.
        now: Aware.
        among: Which accounts; those in the trash are left out.
    """
    read = _Reader(connection, now, among)
    return tuple(read.histories())


class _Reader:
    """The records of some accounts, one kind at a time."""

    def __init__(
        self, connection: sqlite3.Connection, now: datetime, among: Collection[AccountId]
    ) -> None:
        self._connection = connection
        self._arguments: Cells = {
            "among": json.dumps(list(among)),
            "now": int(now.astimezone(UTC).timestamp()),
            "ever": _EVER,
        }

    def outlines(self) -> Iterable[Relationship]:
        meetings = self._meetings(_TELLING)
        ratings = self._of_each(Rating, order="day, id")
        promises = self._of_each(Promise, order="due_on, made_on, id")
        roles = self._of_each(Role, "side = 'theirs'")
        metrics = self._lines(Metric)
        barriers = self._lines(Barrier)
        visions = self._lines(Vision, "1")
        interests = self._lines(Interest)
        criteria = self._lines(Criterion)
        options = self._lines(Option, "1")
        alternatives = self._lines(Alternative)
        calendars = self._select(
            StandingCommitment, f"{_A_GUESS} AND {_OF_THEIR_PEOPLE}", order="first_day, id"
        )
        for each in self._select(Account, f"id {_AMONG}", order=BY_NAME):
            people = {role.person_id for role in roles[each.id]}
            yield Relationship(
                account=each,
                roles=tuple(roles[each.id]),
                commitments=tuple(line for line in calendars if line.person_id in people),
                meetings=tuple(meetings[each.id]),
                ratings=tuple(ratings[each.id]),
                metrics=tuple(metrics[each.id]),
                barriers=tuple(barriers[each.id]),
                visions=tuple(visions[each.id]),
                interests=tuple(interests[each.id]),
                criteria=tuple(criteria[each.id]),
                options=tuple(options[each.id]),
                alternatives=tuple(alternatives[each.id]),
                promises=tuple(promises[each.id]),
            )

    def histories(self) -> Iterable[Relationship]:
        meetings = self._meetings(_ALL_MEETINGS)
        ratings = self._of_each(Rating, order="day, id")
        goals = self._of_each(Goal, order="set_on, id")
        people = self._select(
            Person,
            f"is_self = 1 OR id IN (SELECT person_id FROM ratings WHERE account_id {_AMONG})",
        )
        for each in self._select(Account, f"id {_AMONG}", order=BY_NAME):
            yield Relationship(
                account=each,
                people=people,
                meetings=tuple(meetings[each.id]),
                ratings=tuple(ratings[each.id]),
                goals=tuple(goals[each.id]),
            )

    def _select(
        self, kind: type[_AnyRecord], condition: str, order: str = "id"
    ) -> tuple[_AnyRecord, ...]:
        return select(self._connection, kind, condition, self._arguments, order=order)

    def _of_each(
        self, kind: type[_AnyRecord], condition: str = "1", order: str = "id"
    ) -> Mapping[AccountId, list[_AnyRecord]]:
        whose: dict[AccountId, list[_AnyRecord]] = defaultdict(list)
        for each in self._select(kind, f"account_id {_AMONG} AND ({condition})", order):
            whose[each.account_id].append(each)  # type: ignore[attr-defined]  # these kinds have one
        return whose

    def _lines(
        self, kind: type[_AnyRecord], condition: str = _A_GUESS
    ) -> Mapping[AccountId, list[_AnyRecord]]:
        return self._of_each(kind, condition, "position, noted_on, id")

    def _meetings(self, chosen: str) -> Mapping[AccountId, list[Meeting]]:
        """Return the chosen meetings of each account, also those in which it was a guest."""
        found = self._select(Meeting, f"rowid IN ({chosen})", "starts_utc, id")
        guests: dict[MeetingId, list[AccountId]] = defaultdict(list)
        with translated():
            for meeting, account in self._connection.execute(_GUESTS, self._arguments).fetchall():
                guests[meeting].append(account)
        whose: dict[AccountId, list[Meeting]] = defaultdict(list)
        for each in found:
            for account in (each.account_id, *guests[each.id]):
                whose[account].append(each)
        return whose
