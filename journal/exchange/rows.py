"""What one row of a meeting log says, field by field, before rows are put together."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timezone
from zoneinfo import ZoneInfo

from journal.domain.meeting import Kind, Status
from journal.exchange.clock import Clock, minutes_between, read_clock, read_minutes, read_span
from journal.exchange.dates import DayColumn, Moment
from journal.exchange.entry import MeetingEntry
from journal.exchange.headers import Columns
from journal.exchange.mapping import Field, Mapping
from journal.exchange.names import organisation_form, person_form
from journal.exchange.report import LineNote
from journal.exchange.table import Row
from journal.exchange.words import kind_of, side_of, status_of

_NOTHING = frozenset({"na", "n/a", "#n/a", "nan", "null", "none", "-", "--", "–", "—"})
_PEOPLE = re.compile(r"[;|\n]")
# A sign that stands in fewer than one in so many organisations belongs to their names.
_RARE = 200
_DIGEST_LENGTH = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class RowMeaning:
    """One row, understood.

    Attributes:
        entry: The meeting, as this row alone tells it.
        named: Whether the key stands in the log, and was not made from what the row says.
        details: Lines for the notes, from columns without a field of their own.
    """

    entry: MeetingEntry
    named: bool
    details: tuple[str, ...]

    @property
    def line(self) -> int:
        """Where the row begins, counted from 1."""
        return self.entry.lines[0]


@dataclass(slots=True, kw_only=True)
class Findings:
    """What is to be said about the rows, gathered while they are read."""

    skipped: list[LineNote] = field(default_factory=list)
    notes: list[LineNote] = field(default_factory=list)
    unknown_words: Counter[tuple[str, str]] = field(default_factory=Counter)

    def skip(self, line: int, why: str) -> None:
        """Say why a row is not taken."""
        self.skipped.append(LineNote(line=line, why=why))

    def note(self, line: int, why: str) -> None:
        """Say what should be looked at in a row that is taken."""
        self.notes.append(LineNote(line=line, why=why))


class RowReader:
    """Reads the rows of one log, after having seen all of them.

    Raises:
        RefusedFileError: if the dates cannot be told (see `dates.DayColumn`).
    """

    def __init__(
        self,
        rows: Sequence[Row],
        *,
        columns: Columns,
        mapping: Mapping,
        zone: str,
        findings: Findings,
    ) -> None:
        self._columns = columns
        self._mapping = mapping
        self._zone = ZoneInfo(zone)
        self._findings = findings
        self._days = DayColumn(
            ((row.line, self._cell(row, Field.DATE)) for row in rows),
            dayfirst=mapping.dayfirst,
            date_format=mapping.date_format,
        )
        self._separators = self._choose_separators(rows)

    def read(self, row: Row) -> RowMeaning | None:
        """Return what the row says; None where it was skipped, with the reason noted."""
        said = self._cell(row, Field.DATE)
        moment = self._days.read(said) if said else None
        if moment is None:
            why = f"{said!r} is no date that can be read." if said else "It has no date."
            self._findings.skip(row.line, why)
            return None
        clock, end = self._clocks(row, moment)
        day, wall, instant = self._on_the_wall(moment.day, clock)
        organisations = self._organisations(row)
        ours = self._names(row, Field.OURS)
        purpose = self._cell(row, Field.PURPOSE)
        key = self._named_key(row, moment.day)
        identity = (day.isoformat(), str(wall or ""), purpose, *ours)
        kind, kind_line = self._kind(row)
        status, status_line = self._status(row)
        entry = MeetingEntry(
            lines=(row.line,),
            key=key or _digest_key(identity, organisations, wall),
            day=day,
            time=wall,
            instant=instant,
            minutes=self._minutes(row, clock, end),
            organisations=organisations,
            people=self._names(row, Field.PERSON),
            ours=ours,
            kind=kind,
            status=status,
            cancelled_by=side_of(self._cell(row, Field.CANCELLED_BY)),
            place=self._cell(row, Field.PLACE),
            purpose=purpose,
            summary=self._cell(row, Field.SUMMARY),
            notes=self._cell(row, Field.NOTES),
            reason=self._cell(row, Field.REASON),
        )
        return RowMeaning(
            entry=entry, named=bool(key), details=(*kind_line, *status_line, *self._details(row))
        )

    def _cell(self, row: Row, field: Field) -> str:
        """Return the first column of the field that says something, else an empty text."""
        for at in self._columns.places.get(field, ()):
            cell = _at(row, at)
            if cell:
                return cell
        return ""

    def _cells(self, row: Row, field: Field) -> list[str]:
        return [cell for at in self._columns.places.get(field, ()) if (cell := _at(row, at))]

    def _details(self, row: Row) -> tuple[str, ...]:
        places = self._columns.places.get(Field.DETAIL, ())
        headers = self._columns.headers
        return tuple(f"{headers[at]}: {cell}" for at in places if (cell := _at(row, at)))

    def _clocks(self, row: Row, moment: Moment) -> tuple[Clock | None, Clock | None]:
        start, end = moment.clock, None
        said = self._cell(row, Field.TIME)
        if start is None and said:
            start, end = read_span(said)
            if start is None:
                self._findings.note(row.line, f"{said!r} is no time that can be read; day only.")
        said = self._cell(row, Field.END)
        if end is None and said:
            last = self._days.read(said)
            end = read_clock(said) or (last.clock if last is not None else None)
        return start, end

    def _on_the_wall(
        self, day: date, clock: Clock | None
    ) -> tuple[date, time | None, datetime | None]:
        if clock is None:
            return day, None, None
        if clock.offset is None:
            return day, clock.time, None
        moment = datetime.combine(day, clock.time, tzinfo=timezone(clock.offset))
        local = moment.astimezone(self._zone)
        return local.date(), local.time(), moment.astimezone(UTC)

    def _minutes(self, row: Row, start: Clock | None, end: Clock | None) -> int | None:
        said = self._cell(row, Field.MINUTES)
        minutes = read_minutes(said) if said else None
        if minutes is None and start is not None and end is not None:
            return minutes_between(start.time, end.time)
        return minutes

    def _kind(self, row: Row) -> tuple[Kind | None, tuple[str, ...]]:
        said = self._cell(row, Field.KIND)
        if not said:
            return None, ()
        kind = self._mapping.kinds.get(said.casefold()) or kind_of(said)
        return (kind, ()) if kind is not None else (None, self._unknown(Field.KIND, said))

    def _status(self, row: Row) -> tuple[Status | None, tuple[str, ...]]:
        said = self._cell(row, Field.STATUS)
        if not said:
            return None, ()
        status = self._mapping.statuses.get(said.casefold()) or status_of(said)
        return (status, ()) if status is not None else (None, self._unknown(Field.STATUS, said))

    def _unknown(self, field: Field, word: str) -> tuple[str, ...]:
        """Keep a word that nobody understands as a line, so that nothing is lost."""
        header = self._columns.headers[self._columns.places[field][0]]
        self._findings.unknown_words[header, word] += 1
        return (f"{header}: {word}",)

    def _names(self, row: Row, field: Field) -> tuple[str, ...]:
        cells = self._cells(row, field)
        if not cells:
            return ()
        return distinct((part for cell in cells for part in _PEOPLE.split(cell)), person_form)

    def _organisations(self, row: Row) -> tuple[str, ...]:
        cell = self._cell(row, Field.ORGANISATION)
        if not cell:
            return ()
        parts = [cell]
        for sign in self._separators:
            parts = [part for whole in parts for part in whole.split(sign)]
        if self._mapping.separator is None and len(parts) == 1 and ";" in cell:
            self._findings.note(row.line, f"{cell!r} is taken for one organisation.")
        return distinct((" ".join(part.split()) for part in parts), organisation_form)

    def _choose_separators(self, rows: Iterable[Row]) -> tuple[str, ...]:
        if self._mapping.separator is not None:
            return (self._mapping.separator,) if self._mapping.separator else ()
        filled, with_sign = 0, Counter[str]()
        for row in rows:
            cell = self._cell(row, Field.ORGANISATION)
            filled += bool(cell)
            with_sign.update(sign for sign in (";", "\n") if sign in cell)
        return tuple(sign for sign in (";", "\n") if with_sign[sign] * _RARE >= filled > 0)

    def _named_key(self, row: Row, day: date) -> str:
        """Return what the log itself names the meeting; empty where it does not."""
        parts = [_at(row, at) for at in self._columns.key]
        if not parts or not all(parts):
            return ""
        return "/".join([*parts, day.isoformat()] if self._columns.key_counts else parts)


def _at(row: Row, place: int) -> str:
    cell = row.cells[place] if place < len(row.cells) else ""
    return "" if cell.casefold() in _NOTHING else cell


def distinct(names: Iterable[str], form: Callable[[str], str]) -> tuple[str, ...]:
    """Keep the first spelling of each, and nothing empty."""
    kept: dict[str, str] = {}
    for name in names:
        if name.strip():
            kept.setdefault(form(name), name.strip())
    return tuple(kept.values())


def _digest_key(identity: Sequence[str], organisations: Sequence[str], wall: time | None) -> str:
    """Name a meeting by what it is, where the log has no number for it.

    Day, time, purpose and our side; where no time is known also the organisations, because
    two customers with the same subject on one day are rather two meetings than one. Notes and
    results may be corrected later, so they do not count.
    """
    parts = list(identity)
    if wall is None or not identity[2]:
        parts += [organisation_form(name) for name in organisations]
    text = "\x1f".join(parts)
    return "~" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST_LENGTH]
