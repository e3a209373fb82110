"""Comparing a pack with the journal: what is new in it, what it knows better, what is known."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from journal.domain.account import Origin
from journal.domain.person import Person
from journal.domain.record import Record, RecordId
from journal.exchange.notation import KINDS, fingerprint
from journal.exchange.pack import Pack
from journal.exchange.report import ImportReport, LineNote
from journal.operations import reading
from journal.operations.journal import Journal
from journal.store import accounts, records, trash
from journal.wording import _

SOURCE = "pack"
_AT_ONCE = 500


class PackDraft:
    """What is to be written of the packs that were taken so far.

    A record is recognised by its id. One that differs from the journal's is taken over where
    the journal's is still as an earlier pack brought it; what the user altered since, or put
    into the trash, stays as it is.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._me = reading.me(journal)
        self.new: list[Record] = []
        self.changed: list[Record] = []

    def take(self, pack: Pack, *, file: str) -> ImportReport:
        """Compare one pack with the journal, and draft what is to be written."""
        connection = self._journal.file.connection
        held = self._held(pack.records) | {each.id: each for each in self.new}
        trashed = {each.record for each in trash.content(connection)}
        origins = accounts.origins(connection, SOURCE)
        counted: Counter[str] = Counter()
        overtaken: list[LineNote] = []
        for line, record in zip(pack.lines, pack.records, strict=True):
            wanted = self._among_ours(record)
            present = held.get(record.id)
            if record.id in trashed or _is_same(present, wanted):
                counted["known"] += 1
            elif present is None:
                self._add(wanted)
                counted["new"] += 1
            elif _is_untouched(present, origins.get(record.id)):
                self._change(wanted, present, origins[record.id])
                counted["changed"] += 1
            else:
                why = _("It was altered in this journal, and stays as it is here.")
                overtaken.append(LineNote(line=line, why=why, file=file))
        return ImportReport(
            read=len(pack.records), skipped=tuple(overtaken), notes=pack.notes, **counted
        )

    def _held(self, wanted: Sequence[Record]) -> dict[RecordId, Record]:
        """Return the journal's records of these ids, not those in the trash."""
        held: dict[RecordId, Record] = {}
        for kind in KINDS.values():
            ids = iter([each.id for each in wanted if type(each) is kind])
            while some := list(islice(ids, _AT_ONCE)):
                marks = ", ".join("?" * len(some))
                found = records.select(
                    self._journal.file.connection, kind, f"id IN ({marks})", some
                )
                held |= {each.id: each for each in found}
        return held

    def _among_ours(self, record: Record) -> Record:
        """Let who kept the journal that the pack comes from be one of many here."""
        somebody_else = self._me is not None and self._me.id != record.id
        if isinstance(record, Person) and record.is_self and somebody_else:
            return replace(record, is_self=False)
        return record

    def _add(self, record: Record) -> None:
        origin = Origin(
            id=self._journal.new_id(),
            record=record.id,
            source=SOURCE,
            key=record.id,
            digest=fingerprint(record),
        )
        self.new += [record, origin]

    def _change(self, wanted: Record, present: Record, origin: Origin) -> None:
        self.changed += [
            replace(wanted, revision=present.revision),
            replace(origin, digest=fingerprint(wanted)),
        ]


def _is_same(present: Record | None, wanted: Record) -> bool:
    return present is not None and replace(present, revision=0) == wanted


def _is_untouched(present: Record, origin: Origin | None) -> bool:
    return origin is not None and origin.digest == fingerprint(present)
