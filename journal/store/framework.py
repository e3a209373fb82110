"""Read what may be shared, through a connection that cannot read anything else.

SQLite itself refuses a private column, whatever a query here asks for: the authorizer is asked
about each column when a statement is compiled. So a mistake in this file is an error, and no leak.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from journal.domain.errors import NotFoundError
from journal.domain.framework import Framework, Part, SharedLine, SharedPair
from journal.domain.metric import Effect, Metric
from journal.domain.plan import Barrier, Criterion, Interest, Norm, Option, Vision
from journal.domain.promise import Promise
from journal.domain.record import AccountId, Agreement, Line, RecordId, Side
from journal.store.failures import translated
from journal.store.file import JournalFile, open_again
from journal.store.labels import Label, labels
from journal.store.rows import table_of
from journal.wording import _

_SHARED = """
    account_id = :account AND deleted_at IS NULL AND visibility = 'shareable'
    AND agreement <> 'declined'
    AND (negotiation_id IS NULL OR negotiation_id = :negotiation)
"""
# What is about them only as they said it; of our own side a basis says nothing.
_AS_SAID = "({side} <> 'theirs' OR basis = 'said')"
_OWNER = "(SELECT name FROM people WHERE id = person_id AND deleted_at IS NULL)"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """How the lines of one section are read from one table.

    Attributes:
        more: Which of its shareable lines.
        order: Before their position.
        side: The column that holds it; `NULL` for none.
        who: Likewise of a name.
        day: Likewise of a day.
    """

    part: Part
    kind: type[Line]
    more: str = "1"
    order: str = "NULL"
    side: str = "NULL"
    who: str = "NULL"
    day: str = "NULL"


# In the order of the page. A lifted barrier stands nowhere: under "what has worked" its text
# would say the opposite.
_KINDS = (
    _Kind(part=Part.WANTED, kind=Interest, side="side", more="side = 'shared'"),
    _Kind(
        part=Part.WORKED,
        kind=Vision,
        side="side",
        more=f"outcome = 'reached' AND {_AS_SAID.format(side='side')}",
    ),
    _Kind(
        part=Part.WORKED,
        kind=Promise,
        side="side",
        more="kept_on IS NOT NULL",
        order="kept_on",
        who=_OWNER,
        day="kept_on",
    ),
    _Kind(
        part=Part.IN_THE_WAY,
        kind=Barrier,
        side="share",
        more=f"lifted_on IS NULL AND {_AS_SAID.format(side='share')}",
        order="CASE share WHEN 'ours' THEN 0 WHEN 'shared' THEN 1 ELSE 2 END",
    ),
    _Kind(
        part=Part.YEAR_AHEAD,
        kind=Vision,
        side="side",
        more=f"outcome IS NULL AND {_AS_SAID.format(side='side')}",
        order="side = 'ours'",
    ),
    _Kind(
        part=Part.MEASURED,
        kind=Metric,
        side="side",
        more=_AS_SAID.format(side="side"),
        order="side = 'ours'",
    ),
    _Kind(part=Part.NORMS, kind=Norm, side="side", order="side = 'theirs'"),
    _Kind(part=Part.IDEAS, kind=Option),
    _Kind(part=Part.IDEAS, kind=Criterion, more=_AS_SAID.format(side="side")),
    _Kind(
        part=Part.STEPS,
        kind=Promise,
        side="side",
        more="kept_on IS NULL AND dropped_on IS NULL",
        order="due_on IS NULL, due_on",
        who=_OWNER,
        day="due_on",
    ),
)


def read(journal: JournalFile, account: AccountId, day: date) -> Framework:
    """Return what may be shared with a customer, as it stands now.

    The recipients are those of the version issued last.

    Raises:
        NotFoundError: if there is no such account outside the trash.
    """
    with reading(journal) as connection, translated():
        return _Reader(connection, account).framework(day)


@contextmanager
def reading(journal: JournalFile) -> Iterator[sqlite3.Connection]:
    """Open a read-only connection that is denied every private column, and sees one moment.

    Raises:
        JournalError: if the journal cannot be read.
    """
    opened = open_again(journal, read_only=True)
    try:
        with translated():
            opened.connection.execute("BEGIN")
        opened.connection.set_authorizer(_allowed)
        yield opened.connection
    finally:
        opened.close()


_READABLE = frozenset(column for column, label in labels().items() if label is not Label.PRIVATE)


def _allowed(
    action: int, table: str | None, column: str | None, _database: str | None, _inner: str | None
) -> int:
    if action == sqlite3.SQLITE_SELECT:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_READ and (table, column) in _READABLE:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


class _Reader:
    """What may be shared with one account."""

    def __init__(self, connection: sqlite3.Connection, account: AccountId) -> None:
        self._connection = connection
        self._arguments: dict[str, str | None] = {"account": account}
        self._arguments["negotiation"] = self._one(
            "SELECT id FROM negotiations"
            " WHERE account_id = :account AND closed_on IS NULL AND deleted_at IS NULL"
        )

    def framework(self, day: date) -> Framework:
        name = self._one("SELECT name FROM accounts WHERE id = :account AND deleted_at IS NULL")
        if name is None:
            raise NotFoundError(_("There is no such account in this journal."))
        issued = self._rows(
            "SELECT version, recipients FROM issued_documents WHERE account_id = :account"
            " AND kind = 'framework' AND deleted_at IS NULL ORDER BY version DESC"
        )
        version, recipients = issued[0] if issued else (0, "")
        lines = tuple(self._lines())
        return Framework(
            account=name,
            author=self._one("SELECT name FROM people WHERE is_self = 1 AND deleted_at IS NULL")
            or "",
            version=version + 1,
            day=day,
            recipients=tuple(each for each in recipients.split("\n") if each.strip()),
            lines=lines,
            pairs=tuple(self._pairs({each.record for each in lines})),
        )

    def _lines(self) -> Iterator[SharedLine]:
        agreed, judged = self._agreed(), self._judged()
        for kind in _KINDS:
            for row in self._rows(_query(kind)):
                yield _line(kind, row, agreed, judged)

    def _agreed(self) -> Mapping[str, set[str]]:
        """Return the texts that they agreed to, by the record that each came from."""
        found: dict[str, set[str]] = defaultdict(set)
        rows = self._rows(
            "SELECT record, text FROM issued_lines WHERE agreement = 'agreed'"
            " AND deleted_at IS NULL AND document_id IN (SELECT id FROM issued_documents"
            " WHERE account_id = :account AND deleted_at IS NULL)"
        )
        for record, text in rows:
            found[record].add(text)
        return found

    def _judged(self) -> Mapping[str, list[RecordId]]:
        """Return the criteria that may be shared, by the options that they judge."""
        found: dict[str, list[RecordId]] = defaultdict(list)
        rows = self._rows(
            "SELECT option_id, criterion_id FROM option_links WHERE deleted_at IS NULL"
            f" AND criterion_id IN (SELECT id FROM criteria WHERE {_SHARED}"
            f" AND {_AS_SAID.format(side='side')}) ORDER BY id"
        )
        for option, criterion in rows:
            found[option].append(criterion)
        return found

    def _pairs(self, shown: set[RecordId]) -> Iterator[SharedPair]:
        rows = self._rows(
            "SELECT id, their_metric_id, our_metric_id, checked FROM alignments"
            " WHERE account_id = :account AND deleted_at IS NULL AND visibility = 'shareable'"
            " AND checked IS NOT NULL ORDER BY id"
        )
        for record, theirs, ours, checked in rows:
            if theirs in shown and ours in shown:
                yield SharedPair(record=record, theirs=theirs, ours=ours, effect=Effect(checked))

    def _rows(self, query: str) -> list[tuple[Any, ...]]:
        return self._connection.execute(query, self._arguments).fetchall()

    def _one(self, query: str) -> str | None:
        rows = self._rows(query)
        return rows[0][0] if rows else None


def _query(kind: _Kind) -> str:
    return (
        f"SELECT id, text, agreement, agreed_wording, {kind.side}, {kind.who}, {kind.day}"
        f" FROM {table_of(kind.kind)} WHERE {_SHARED} AND {kind.more}"
        f" ORDER BY {kind.order}, position, id"
    )


def _line(
    kind: _Kind,
    row: Sequence[Any],
    agreed: Mapping[str, set[str]],
    judged: Mapping[str, list[RecordId]],
) -> SharedLine:
    record, text, agreement, wording, side, who, day = row
    return SharedLine(
        record=record,
        kind=kind.kind,
        part=kind.part,
        text=wording or text,
        agreement=_standing(Agreement(agreement), wording or text, agreed.get(record)),
        side=None if side is None else Side(side),
        judged_by=tuple(judged.get(record, ())) if kind.kind is Option else (),
        who=who or "",
        day=None if day is None else date.fromisoformat(day),
    )


def _standing(noted: Agreement, text: str, agreed: set[str] | None) -> Agreement:
    """Return what they think of a text: what they agreed to may have been altered since."""
    if agreed and text in agreed:
        return Agreement.AGREED
    if agreed and noted is Agreement.AGREED:
        return Agreement.NOT_RAISED
    return noted
