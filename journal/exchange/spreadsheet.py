"""Meeting logs as spreadsheets export them: CSV in its many dialects, also with gzip.

The whole way: bytes to text (`decoding`), text to rows (`table`), the header to fields
(`headers`), each row to what it says (`rows`), rows to meetings (`grouping`), and last what
stands apart from all the rest (`strays`).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from journal.domain.errors import RefusedFileError
from journal.exchange.decoding import SIZE_LIMIT, Decoded, read_text
from journal.exchange.entry import MeetingEntry
from journal.exchange.grouping import group
from journal.exchange.headers import Columns, match, refusal
from journal.exchange.mapping import Mapping
from journal.exchange.report import WHOLE_FILE, ImportReport, LineNote, Progress, no_progress
from journal.exchange.rows import Findings, RowMeaning, RowReader
from journal.exchange.strays import stray_days
from journal.exchange.table import ROW_LIMIT, Row, Rows

_HEADER_WITHIN_ROWS = 10
_PROGRESS_ROWS = 1000
_FAR_AHEAD = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogOptions:
    """How a log is to be read.

    Attributes:
        zone: IANA name of the clocks it was written by, unless the mapping names one.
        account_given: Whether the user says whose meetings they are, so that the log need not.
        today: A day more than a year after this one is pointed out.
        size_limit: In bytes, uncompressed.
    """

    zone: str
    today: date
    mapping: Mapping = field(default_factory=Mapping)
    account_given: bool = False
    size_limit: int = SIZE_LIMIT


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingLog:
    """The meetings of a log, in the order of their first rows.

    Attributes:
        zone: IANA name of the clocks that `day` and `time` of the entries were read from.
        report: What was read, skipped and noted; nothing of it is new or known yet.
    """

    entries: tuple[MeetingEntry, ...]
    zone: str
    report: ImportReport


def read_log(path: Path, options: LogOptions, progress: Progress = no_progress) -> MeetingLog:
    """Read a meeting log; the notes carry the name of the file.

    Raises:
        RefusedFileError: if it is too large, is not text, or its columns or dates cannot be
            made out.
    """
    decoded = read_text(path, encoding=options.mapping.encoding, limit=options.size_limit)
    log = parse_log(decoded, options, progress)
    report = replace(
        log.report,
        skipped=tuple(replace(each, file=path.name) for each in log.report.skipped),
        notes=tuple(replace(each, file=path.name) for each in log.report.notes),
    )
    return replace(log, report=report)


def parse_log(
    decoded: Decoded, options: LogOptions, progress: Progress = no_progress
) -> MeetingLog:
    """Read a meeting log from its text.

    Raises:
        RefusedFileError: if its columns or dates cannot be made out.
    """
    zone = options.mapping.time_zone or options.zone
    rows = Rows(decoded.text, options.mapping.delimiter)
    columns, body = _header_and_body(rows, options)
    findings = Findings()
    reader = RowReader(body, columns=columns, mapping=options.mapping, zone=zone, findings=findings)
    meanings: list[RowMeaning] = []
    for number, row in enumerate(body):
        if number % _PROGRESS_ROWS == 0:
            progress(number, len(body))
        meaning = reader.read(row)
        if meaning is not None:
            meanings.append(meaning)
    entries = group(meanings, findings)
    progress(len(body), len(body))
    _point_out(meanings, options.today, findings)
    notes = [*decoded.notes, *_about_columns(columns), *_about_words(findings.unknown_words)]
    report = ImportReport(
        read=len(body) + len(rows.skipped),
        skipped=_by_line([*rows.skipped, *findings.skipped]),
        notes=_by_line([*notes, *rows.notes, *_about_width(columns, body), *findings.notes]),
    )
    return MeetingLog(entries=entries, zone=zone, report=report)


def _header_and_body(rows: Rows, options: LogOptions) -> tuple[Columns, list[Row]]:
    """Find the header among the first rows, as many logs begin with a title."""
    given = options.account_given
    body = list(islice(rows, ROW_LIMIT + _HEADER_WITHIN_ROWS))
    if len(body) == ROW_LIMIT + _HEADER_WITHIN_ROWS:
        message = f"The log has more than {ROW_LIMIT:,} rows; cut it into smaller files."
        raise RefusedFileError(message)
    for number, row in enumerate(body[:_HEADER_WITHIN_ROWS]):
        columns = match(row.cells, options.mapping, account_given=given)
        if columns is not None:
            return columns, body[number + 1 :]
    raise refusal(body[0].cells if body else (), account_given=given)


def _point_out(rows: list[RowMeaning], today: date, findings: Findings) -> None:
    strays, rest = stray_days(row.entry.day for row in rows)
    for row in rows:
        day = row.entry.day
        if rest is not None and day in strays:
            why = f"{day} stands apart: the rest of the log is from {rest[0]} to {rest[1]}."
            findings.note(row.line, why)
        elif day > today + _FAR_AHEAD:
            findings.note(row.line, f"{day} is more than a year ahead.")


def _about_columns(columns: Columns) -> list[LineNote]:
    if not columns.unused:
        return []
    names = ", ".join(columns.unused)
    return [LineNote(line=WHOLE_FILE, why=f"Columns not read: {names}.")]


def _about_words(unknown: Counter[tuple[str, str]]) -> list[LineNote]:
    return [
        LineNote(
            line=WHOLE_FILE,
            why=f"{word!r} in {header!r} is no known word ({count:,} times); kept in the notes.",
        )
        for (header, word), count in unknown.most_common()
    ]


def _about_width(columns: Columns, body: Iterable[Row]) -> list[LineNote]:
    width = len(columns.headers)
    return [
        LineNote(line=row.line, why="It has more cells than the header; the rest was left out.")
        for row in body
        if any(row.cells[width:])
    ]


def _by_line(notes: Iterable[LineNote]) -> tuple[LineNote, ...]:
    return tuple(sorted(notes, key=lambda note: note.line))
