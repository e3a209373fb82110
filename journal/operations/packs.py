"""Comparing a pack with the journal: what is new in it, what it knows better, what is known."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from journal.domain.account import Account, Origin
from journal.domain.document import IssuedDocument
from journal.domain.person import Person
from journal.domain.plan import Negotiation
from journal.domain.record import Record, RecordId
from journal.exchange.notation import KINDS, fingerprint, references, renamed
from journal.exchange.pack import Pack
from journal.exchange.report import WHOLE_FILE, ImportReport, LineNote
from journal.operations import private_notes, reading
from journal.operations.doubles import Names, doubles, filled
from journal.operations.journal import Journal
from journal.store import accounts, records, trash
from journal.store.rows import AnyRecord
from journal.wording import _

SOURCE = "pack"
_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class _Came:
    """The records of a pack under the ids of this journal.

    Attributes:
        joined: Those that stood here under another id when they came first.
        found: Those of them that are recognised only now.
    """

    records: tuple[Record, ...]
    joined: frozenset[RecordId]
    found: frozenset[RecordId]


class PackDraft:
    """What is to be written of the packs that were taken so far.

    A record is recognised by its id, or by what an earlier pack called it. One that differs
    from the journal's is taken over where the journal's is still as an earlier pack brought it,
    or as it was given away; what the user altered since, or put into the trash, stays as it is.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._me = reading.me(journal)
        self.new: list[Record] = []
        self.changed: list[Record] = []

    def take(self, pack: Pack, *, file: str) -> ImportReport:
        """Compare one pack with the journal, and draft what is to be written."""
        origins = accounts.origins(self._journal.file.connection, SOURCE)
        came = self._named(pack, origins)
        held = self._held(came.records) | {each.id: each for each in self.new}
        trashed = {each.record for each in trash.content(self._journal.file.connection)}
        counted: Counter[str] = Counter()
        overtaken: list[LineNote] = []
        for line, said, record in zip(pack.lines, pack.records, came.records, strict=True):
            present, origin = held.get(record.id), origins.get(said.id)
            if record.id in trashed:
                counted["known"] += 1
            elif present is None:
                self._add(said.id, self._wanted(record, None))
                counted["new"] += 1
            elif record.id in came.joined:
                is_new = record.id in came.found
                counted[self._join(said.id, present, record, origin, is_new=is_new)] += 1
            else:
                wanted = self._wanted(record, present)
                if _is_same(present, wanted):
                    counted["known"] += 1
                elif origin is not None and _is_untouched(present, origin):
                    self._change(wanted, present, origin)
                    counted["changed"] += 1
                else:
                    why = _("It was altered in this journal, and stays as it is here.")
                    overtaken.append(LineNote(line=line, why=why, file=file))
        notes = (*pack.notes, *self._told(pack, came, held, file))
        return ImportReport(
            read=len(pack.records), skipped=tuple(overtaken), notes=notes, **counted
        )

    def _named(self, pack: Pack, origins: Mapping[str, Origin]) -> _Came:
        """Bring a pack under the ids of this journal."""
        names: Names = {
            RecordId(key): each.record for key, each in origins.items() if key != each.record
        }
        came = [renamed(each, names) for each in pack.records] if names else list(pack.records)
        found: Names = {}
        if pack.is_handover:
            found = doubles(self._journal, came, self._me)
            came = [renamed(each, found) for each in came]
        return _Came(
            records=tuple(came),
            joined=frozenset((*names.values(), *found.values())),
            found=frozenset(found.values()),
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

    def _wanted(self, record: Record, present: Record | None) -> Record:
        """Return a record that came as it is to be here.

        Who kept the journal that it comes from is one of many here; what it does not say
        because it was kept back stays; what an account can have once, it has already.
        """
        wanted = private_notes.kept(record, present)
        if isinstance(wanted, Person) and self._me is not None:
            return replace(wanted, is_self=wanted.id == self._me.id)
        if isinstance(wanted, Negotiation) and wanted.closed_on is None:
            return self._closed(wanted, present)
        if isinstance(wanted, IssuedDocument):
            return self._numbered(wanted, present)
        return wanted

    def _closed(self, came: Negotiation, present: Record | None) -> Negotiation:
        """Close a negotiation where the account has another that is open."""
        if all(each.closed_on is not None for each in self._others(came, Negotiation)):
            return came
        known = present.closed_on if isinstance(present, Negotiation) else None
        return replace(came, closed_on=known or max(self._journal.today(), came.opened_on))

    def _numbered(self, came: IssuedDocument, present: Record | None) -> IssuedDocument:
        """Number a document behind those of the account, where its number is taken."""
        taken = {
            each.version for each in self._others(came, IssuedDocument) if each.kind is came.kind
        }
        if came.version not in taken:
            return came
        known = present.version if isinstance(present, IssuedDocument) else None
        return replace(came, version=known or max(taken) + 1)

    def _others(self, came: Negotiation | IssuedDocument, kind: type[AnyRecord]) -> list[AnyRecord]:
        """Return the others of a kind that the account has, or that came for it before."""
        connection, account = self._journal.file.connection, came.account_id
        others = records.select(connection, kind, "account_id = ? AND id <> ?", (account, came.id))
        drafted = (each for each in self.new if isinstance(each, kind))
        return [
            *others,
            *(each for each in drafted if ("account_id", Account, account) in references(each)),
        ]

    def _add(self, key: RecordId, record: Record) -> None:
        self.new += [record, self._origin(key, record)]
        if isinstance(record, Person) and record.is_self:
            self._me = record

    def _join(
        self, key: RecordId, present: Record, came: Record, origin: Origin | None, *, is_new: bool
    ) -> str:
        """Let what stands here under another id say what only the other says."""
        joined = present
        if is_new or (origin is not None and _is_untouched(present, origin)):
            joined = filled(present, self._wanted(came, present))
        if origin is None:
            self.new.append(self._origin(key, joined))
        elif joined != present or is_new:
            self.changed.append(replace(origin, record=joined.id, digest=fingerprint(joined)))
        if joined == present:
            return "known"
        self.changed.append(joined)
        return "changed"

    def _change(self, wanted: Record, present: Record, origin: Origin) -> None:
        self.changed += [
            replace(wanted, revision=present.revision),
            replace(origin, digest=fingerprint(wanted)),
        ]

    def _origin(self, key: RecordId, record: Record) -> Origin:
        return Origin(
            id=self._journal.new_id(),
            record=record.id,
            source=SOURCE,
            key=key,
            digest=fingerprint(record),
        )

    def _told(
        self, pack: Pack, came: _Came, held: Mapping[RecordId, Record], file: str
    ) -> Iterator[LineNote]:
        """Tell who was taken for whom."""
        for said, record in zip(pack.records, came.records, strict=True):
            here = held.get(record.id)
            if record.id in came.found and isinstance(here, Account | Person):
                name = said.name if isinstance(said, Account | Person) else ""
                why = _("{name} is taken for {here}, who was in this journal already.")
                yield LineNote(
                    line=WHOLE_FILE, why=why.format(name=name, here=here.name), file=file
                )
            is_for = isinstance(record, Person) and record.is_self and pack.is_handover
            if is_for and self._me is not None and record.id != self._me.id:
                why = _("It was handed over to {name}; in this journal you are {me}.")
                name = record.name if isinstance(record, Person) else ""
                yield LineNote(
                    line=WHOLE_FILE, why=why.format(name=name, me=self._me.name), file=file
                )


def _is_same(present: Record | None, wanted: Record) -> bool:
    return present is not None and replace(present, revision=0) == replace(wanted, revision=0)


def _is_untouched(present: Record, origin: Origin) -> bool:
    return any(fingerprint(each) == origin.digest for each in private_notes.as_given(present))
