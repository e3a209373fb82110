"""The meetings around a day over all accounts, with who comes and what we owe them."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from journal.domain.account import Account
from journal.domain.meeting import Meeting, Participation
from journal.domain.person import Person, Role
from journal.domain.promise import Promise
from journal.domain.record import AccountId, MeetingId
from journal.domain.relationship import Relationship
from journal.store.failures import translated
from journal.store.records import select

# Enough for seven days of anybody; who plans years ahead has thousands.
_MOST_AHEAD = 200
# Two walls of the world may differ by more than a day, and by less than two.
_ANY_WALL = timedelta(days=2)
# The plus keeps SQLite to the index of instants, where a few days are a few rows.
_LIVING = "+account_id IN (SELECT id FROM accounts WHERE deleted_at IS NULL)"
_AROUND = f"""
    {_LIVING} AND starts_utc >= :since AND starts_utc < :evening
    AND (status = 'planned' OR starts_utc >= :morning)
"""
_AHEAD = f"{_LIVING} AND starts_utc >= :evening AND status = 'planned'"
_BETWEEN = f"""
    {_LIVING} AND starts_utc >= :since AND starts_utc < :until AND status = 'planned'
"""
_BY_START = "starts_utc, id"
# Account by account: most meetings are past, and hardly any of them is still planned.
_OLDER = """
    SELECT count(*) FROM accounts CROSS JOIN meetings ON account_id = accounts.id
    WHERE accounts.deleted_at IS NULL AND meetings.deleted_at IS NULL
      AND status = 'planned' AND starts_utc < :since
"""
_ON_THE_DAY = f"""
    SELECT count(*), count(CASE kind WHEN 'visit' THEN 1 END) FROM meetings
    WHERE deleted_at IS NULL AND {_LIVING} AND status = 'planned'
      AND starts_utc >= :morning AND starts_utc < :evening
      AND CASE WHEN minute_of_day IS NULL THEN starts_at = :today
               ELSE starts_utc >= :midnight AND starts_utc < :next_midnight END
"""
_PROMISES_DUE = f"""
    SELECT count(*) FROM promises
    WHERE kept_on IS NULL AND dropped_on IS NULL AND deleted_at IS NULL AND {_LIVING}
      AND due_on <= :today
"""
_AMONG = "IN (SELECT value FROM json_each(:ids))"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What stands at the left of the window.

    Attributes:
        meetings: Planned for the laptop's today, past ones without an outcome included.
        visits: Those of them for which somebody travels.
        promises: Of either side, still owed, due today or overdue.
    """

    meetings: int
    visits: int
    promises: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The laptop's day, as the queries need it.

    Attributes:
        midnight: Aware, its first moment.
        next_midnight: The first moment of the day after.
        since: How far back a planned meeting is looked for.
    """

    today: date
    midnight: datetime
    next_midnight: datetime
    since: datetime

    @property
    def arguments(self) -> dict[str, int | str]:
        """The arguments of the queries: instants in seconds, and the day as text."""
        return {
            "today": self.today.isoformat(),
            "midnight": _seconds(self.midnight),
            "next_midnight": _seconds(self.next_midnight),
            "morning": _seconds(self.midnight - _ANY_WALL),
            "evening": _seconds(self.next_midnight + _ANY_WALL),
            "since": _seconds(self.since),
        }


def waiting(connection: sqlite3.Connection, day: Day) -> Waiting:
    """Count what is planned for a day, and the promises due by it."""
    with translated():
        meetings, visits = connection.execute(_ON_THE_DAY, day.arguments).fetchone()
        promises = connection.execute(_PROMISES_DUE, day.arguments).fetchone()[0]
    return Waiting(meetings=meetings, visits=visits, promises=promises)


def outlines(connection: sqlite3.Connection, day: Day) -> dict[AccountId, Relationship]:
    """Return the accounts that are met around a day, each with no more than concerns these days.

    That is: what is planned since `since`, all that was or is on the day or on the days beside
    it, and the first that are planned after; with who takes part, and what we still owe.
    """
    meetings = (
        *select(connection, Meeting, _AROUND, day.arguments, order=_BY_START),
        *select(
            connection, Meeting, _AHEAD, day.arguments, order=f"{_BY_START} LIMIT {_MOST_AHEAD}"
        ),
    )
    return _outlines(connection, meetings)


def planned_between(
    connection: sqlite3.Connection, since: datetime, until: datetime
) -> dict[AccountId, Relationship]:
    """Return the accounts that I planned to meet from one aware moment to another, as `outlines`.

    The end is excluded.
    """
    arguments = {"since": _seconds(since), "until": _seconds(until)}
    return _outlines(connection, select(connection, Meeting, _BETWEEN, arguments, order=_BY_START))


def older_planned(connection: sqlite3.Connection, day: Day) -> int:
    """Count the planned meetings from before `since`; their time is past, unless very long."""
    with translated():
        count: int = connection.execute(_OLDER, day.arguments).fetchone()[0]
    return count


def _outlines(
    connection: sqlite3.Connection, meetings: Sequence[Meeting]
) -> dict[AccountId, Relationship]:
    whose: dict[AccountId, list[Meeting]] = defaultdict(list)
    for each in meetings:
        whose[each.account_id].append(each)
    ids = _ids(whose)
    parts = _participations(connection, [each.id for each in meetings])
    people = _ids({each.person_id for some in parts.values() for each in some if each.person_id})
    named = select(connection, Person, f"is_self = 1 OR id {_AMONG}", people)
    roles = select(connection, Role, f"person_id {_AMONG}", people)
    owed = select(
        connection,
        Promise,
        f"account_id {_AMONG} AND side = 'ours' AND kept_on IS NULL AND dropped_on IS NULL",
        ids,
        order="due_on, made_on, id",
    )
    return {
        each.id: Relationship(
            account=each,
            people=named,
            roles=tuple(role for role in roles if role.account_id == each.id),
            meetings=tuple(whose[each.id]),
            participations=tuple(
                part for meeting in whose[each.id] for part in parts.get(meeting.id, ())
            ),
            promises=tuple(promise for promise in owed if promise.account_id == each.id),
        )
        for each in select(connection, Account, f"id {_AMONG}", ids)
    }


def _participations(
    connection: sqlite3.Connection, meetings: Iterable[MeetingId]
) -> Mapping[MeetingId, list[Participation]]:
    found: dict[MeetingId, list[Participation]] = defaultdict(list)
    for each in select(connection, Participation, f"meeting_id {_AMONG}", _ids(meetings)):
        found[each.meeting_id].append(each)
    return found


def _ids(ids: Iterable[str]) -> dict[str, str]:
    return {"ids": json.dumps(list(ids))}


def _seconds(moment: datetime) -> int:
    return int(moment.astimezone(UTC).timestamp())
