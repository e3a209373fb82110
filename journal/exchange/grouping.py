"""From rows to meetings: which rows are about one meeting, and what they say together.

Rows are about one meeting when the log names it so:

1. by a column that names meetings (`id`, `meeting id` ... or the columns that the mapping
   file names), if it does: where most of the numbers that stand in several rows stand on
   several days, it names something else, a customer perhaps, and a meeting is a number and
   a day;
2. by a column that counts (`key`, `no` ...), within its day and within what it is counted in
   (`filename`, `page` ...). Two numbers are two meetings, also where the source broke one
   entry at the foot of a page and counted on: nothing in it tells the two cases apart;
3. else by day, time, purpose and our side, and where no time or no purpose is known also by
   the organisation (see `rows`).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from journal.exchange.entry import MeetingEntry
from journal.exchange.names import organisation_form, person_form
from journal.exchange.report import WHOLE_FILE
from journal.exchange.rows import Findings, RowMeaning, distinct

_T = TypeVar("_T")


def group(rows: Sequence[RowMeaning], findings: Findings) -> tuple[MeetingEntry, ...]:
    """Put the rows of each meeting together, in the order of their first rows."""
    with_day = _names_something_else(rows)
    if with_day:
        why = (
            "The numbers in the log do not name meetings, as most of them stand on several days;"
            " so a meeting is a number and a day."
        )
        findings.note(WHOLE_FILE, why)
    groups: dict[str, list[RowMeaning]] = {}
    for row in rows:
        key = row.entry.key
        groups.setdefault(f"{key}/{row.entry.day}" if with_day and row.named else key, []).append(
            row
        )
    return tuple(_entry(key, members, findings) for key, members in groups.items())


def _names_something_else(rows: Iterable[RowMeaning]) -> bool:
    days: dict[str, list[date]] = {}
    for row in rows:
        if row.named:
            days.setdefault(row.entry.key, []).append(row.entry.day)
    several = [each for each in days.values() if len(each) > 1]
    return 2 * sum(len(set(each)) > 1 for each in several) > len(several)


def _entry(key: str, rows: Sequence[RowMeaning], findings: Findings) -> MeetingEntry:
    members = [row.entry for row in rows]
    first = members[0]
    if len(rows) == 1 and not rows[0].details and key == first.key:
        return first
    for member in members[1:]:
        if member.day != first.day:
            why = (
                f"Line {first.lines[0]} dates the same meeting {first.day}, this one"
                f" {member.day}; the first is taken."
            )
            findings.note(member.lines[0], why)
    details = [line for row in rows for line in row.details]
    return replace(
        first,
        key=key,
        lines=tuple(member.lines[0] for member in members),
        organisations=_names((each.organisations for each in members), organisation_form),
        time=_first(each.time for each in members),
        instant=_first(each.instant for each in members),
        minutes=_first(each.minutes for each in members),
        kind=_first(each.kind for each in members),
        status=_first(each.status for each in members),
        cancelled_by=_first(each.cancelled_by for each in members),
        people=_names((each.people for each in members), person_form),
        ours=_names((each.ours for each in members), person_form),
        place=_joined("; ", (each.place for each in members)),
        purpose=_joined("; ", (each.purpose for each in members)),
        summary=_joined("; ", (each.summary for each in members)),
        reason=_joined("; ", (each.reason for each in members)),
        notes=_joined("\n", [*(each.notes for each in members), *details]),
    )


def _first(values: Iterable[_T | None]) -> _T | None:
    return next((each for each in values if each is not None), None)


def _names(rows: Iterable[tuple[str, ...]], form: Callable[[str], str]) -> tuple[str, ...]:
    return distinct((name for names in rows for name in names), form)


def _joined(sign: str, texts: Iterable[str]) -> str:
    return sign.join(dict.fromkeys(text for text in texts if text))
