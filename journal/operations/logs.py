"""Comparing meeting logs with the journal, and making records of what is new in them."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from journal.domain.account import Account, Origin
from journal.domain.errors import NotFoundError
from journal.domain.meeting import Cancellation, Kind, Meeting, Participation, Status
from journal.domain.record import AccountId, MeetingId, PersonId, Record, Side
from journal.domain.span import When
from journal.exchange.entry import MeetingEntry
from journal.exchange.mapping import Mapping
from journal.exchange.names import organisation_form
from journal.exchange.notation import fingerprint
from journal.exchange.report import WHOLE_FILE, ImportReport, LineNote
from journal.exchange.spreadsheet import MeetingLog
from journal.operations.directory import Directory
from journal.operations.journal import Journal
from journal.store import accounts, records
from journal.wording import _, ngettext

_PROGRESS_ENTRIES = 1000
_DAY = timedelta(days=1)
_CALLED_OFF = frozenset({Status.CANCELLED, Status.MOVED})

# For whom somebody takes part, and who.
_Part = tuple[AccountId | None, PersonId | None]


class LogDraft:
    """What is to be written of the logs that were taken so far.

    A meeting is recognised by its key in the log, which is kept as its `Origin`. The digest
    of that has two halves: what the log said, and what was made of it. So a meeting that the
    log now tells otherwise is taken over only where the journal's is still as it was made:
    what the user wrote since is never overwritten, and what is in the trash stays there.

    Attributes:
        new: Records to add.
        changed: Records to save.
    """

    def __init__(self, journal: Journal, *, account: str | None = None) -> None:
        self._journal = journal
        self._directory = Directory(journal)
        self._given = None if account is None else self._directory.meant(account)
        self._origins: dict[str, dict[str, Origin]] = {}
        self.new: list[Record] = self._directory.new
        self.changed: list[Record] = self._directory.changed

    def take(
        self,
        log: MeetingLog,
        *,
        mapping: Mapping,
        file: str,
        progress: Callable[[int, int], None],
    ) -> ImportReport:
        """Compare one log with the journal, and draft what is to be written."""
        source = mapping.source
        if source not in self._origins:
            self._origins[source] = accounts.origins(self._journal.file.connection, source)
        taking = _Taking(
            journal=self._journal,
            directory=self._directory,
            given=self._given,
            zone=log.zone,
            now=self._journal.now(),
            mapping=mapping,
            origins=self._origins[source],
            file=file,
        )
        for number, entry in enumerate(log.entries):
            if number % _PROGRESS_ENTRIES == 0:
                progress(number, len(log.entries))
            taking.take(entry)
        return log.report + taking.report(log.entries)


@dataclass(slots=True, kw_only=True)
class _Taking:
    """One log on its way into the journal."""

    journal: Journal
    directory: Directory
    given: Account | None
    zone: str
    now: datetime
    mapping: Mapping
    origins: dict[str, Origin]
    file: str
    _counted: Counter[str] = field(default_factory=Counter)
    _skipped: list[LineNote] = field(default_factory=list)
    _notes: list[LineNote] = field(default_factory=list)
    _organisations: dict[str, Account] = field(default_factory=dict)
    _blamed: int = 0

    def take(self, entry: MeetingEntry) -> None:
        origin = self.origins.get(entry.key)
        if origin is None:
            self._add(entry)
        elif origin.digest.partition(":")[0] == entry.digest:
            self._counted["known"] += 1
        else:
            self._change(entry, origin)

    def report(self, entries: Sequence[MeetingEntry]) -> ImportReport:
        """Tell what became of them; first what concerns the file as a whole."""
        notes = [LineNote(line=WHOLE_FILE, why=why, file=self.file) for why in self._whys(entries)]
        return ImportReport(
            skipped=tuple(self._skipped), notes=(*notes, *self._notes), **self._counted
        )

    def _whys(self, entries: Sequence[MeetingEntry]) -> Iterator[str]:
        spellings = {name for entry in entries for name in entry.organisations}
        why = _("{meetings} meetings with {organisations} organisations in {spellings} spellings.")
        yield why.format(
            meetings=f"{len(entries):,}",
            organisations=f"{len(set(map(organisation_form, spellings))):,}",
            spellings=f"{len(spellings):,}",
        )
        if self._blamed:
            why = ngettext(
                "{count} meeting was called off, and the log does not say by whom;"
                " it counts as called off by the {side}.",
                "{count} meetings were called off, and the log does not say by whom;"
                " they count as called off by the {side}.",
                self._blamed,
            )
            side = _("customer") if self.mapping.cancelled_by is Side.THEIRS else _("own side")
            yield why.format(count=self._blamed, side=side)

    def _add(self, entry: MeetingEntry) -> None:
        account = self._account(entry)
        meeting = self._meeting(entry, account, MeetingId(self.journal.new_id()))
        origin = Origin(
            id=self.journal.new_id(),
            record=meeting.id,
            source=self.mapping.source,
            key=entry.key,
            digest=_both(entry, meeting),
        )
        self.origins[entry.key] = origin
        parts = self._participations(meeting, self._parts(entry, account))
        self.directory.new += [meeting, *parts, origin]
        self._counted["new"] += 1

    def _change(self, entry: MeetingEntry, origin: Origin) -> None:
        connection = self.journal.file.connection
        line = entry.lines[0]
        try:
            meeting = records.get(connection, Meeting, MeetingId(origin.record))
        except NotFoundError:
            # In the trash, or only just drafted from another row or file.
            self._counted["known"] += 1
            return
        if fingerprint(meeting) != origin.digest.partition(":")[2]:
            self._skip(line, _("You altered this meeting since it was imported; yours stays."))
            return
        account = self._account(entry)
        wanted = self._meeting(entry, account, meeting.id)
        if account.id != meeting.account_id and wanted.when.day != meeting.when.day:
            why = _("Its number in the log names another meeting here, of {day}; name the source.")
            self._skip(line, why.format(day=meeting.when.iso))
            return
        present = {
            (each.account_id, each.person_id)
            for each in records.select(connection, Participation, "meeting_id = ?", (meeting.id,))
        }
        missing = [each for each in self._parts(entry, account) if each not in present]
        self.directory.new += self._participations(wanted, missing)
        self.directory.changed += [
            replace(wanted, revision=meeting.revision),
            replace(origin, digest=_both(entry, wanted)),
        ]
        self._counted["changed"] += 1

    def _account(self, entry: MeetingEntry) -> Account:
        """Return the account that the meeting is kept under."""
        if self.given is not None:
            return self.given
        if not entry.organisations:
            account = self.directory.account(_("Organisation not named"))
            why = _("The log names no organisation; it was put under “{name}”.")
            self._note(entry.lines[0], why.format(name=account.name))
            return account
        return self._organisation(entry.organisations[0], entry.lines[0])

    def _organisation(self, name: str, line: int) -> Account:
        if name not in self._organisations:
            account = self.directory.account(name, self.mapping.time_zone or "")
            self._organisations[name] = account
            if account.name != name:
                why = _("“{name}” is taken for “{account}”.")
                self._note(line, why.format(name=name, account=account.name))
        return self._organisations[name]

    def _meeting(self, entry: MeetingEntry, account: Account, meeting_id: MeetingId) -> Meeting:
        zone = account.time_zone or self.zone
        if entry.instant is None:
            when = When(day=entry.day, time=entry.time, zone=zone)
        else:
            when = When.at(entry.instant, zone)
        status = entry.status or self._status(when)
        cancellation = self._cancellation(entry, status)
        return Meeting(
            id=meeting_id,
            account_id=account.id,
            when=when,
            status=status,
            kind=entry.kind or Kind.VISIT,
            minutes=entry.minutes,
            held_minutes=entry.minutes if status is Status.HELD else None,
            place=entry.place,
            purpose=entry.purpose,
            summary=entry.summary,
            notes="\n".join(_notes(entry, without_reason=cancellation is not None)),
            cancellation=cancellation,
        )

    def _status(self, when: When) -> Status:
        over = when.start + _DAY if when.time is None else when.start
        return Status.HELD if over <= self.now else Status.PLANNED

    def _cancellation(self, entry: MeetingEntry, status: Status) -> Cancellation | None:
        missed = status is Status.NO_SHOW and (entry.reason or entry.cancelled_by)
        if status not in _CALLED_OFF and not missed:
            return None
        self._blamed += entry.cancelled_by is None
        by = entry.cancelled_by or self.mapping.cancelled_by
        return Cancellation(by=by, stated_reason=entry.reason)

    def _parts(self, entry: MeetingEntry, account: Account) -> list[_Part]:
        """Return the other organisations, then the people, each once and in the log's order."""
        line = entry.lines[0]
        others = [self._organisation(name, line).id for name in entry.organisations]
        people = [self.directory.person(account.id, name) for name in entry.people]
        parts: list[_Part] = [(each, None) for each in others if each != account.id]
        return list(dict.fromkeys([*parts, *((None, person) for person in people)]))

    def _participations(self, meeting: Meeting, parts: list[_Part]) -> Iterator[Participation]:
        # Ids made in one millisecond have no order of their own; the log's is kept by sorting.
        ids = sorted(self.journal.new_id() for _part in parts)
        for each, (account_id, person_id) in zip(ids, parts, strict=True):
            yield Participation(
                id=each,
                meeting_id=meeting.id,
                account_id=account_id,
                person_id=person_id,
                came=True if meeting.status is Status.HELD else None,
            )

    def _note(self, line: int, why: str) -> None:
        self._notes.append(LineNote(line=line, why=why, file=self.file))

    def _skip(self, line: int, why: str) -> None:
        self._skipped.append(LineNote(line=line, why=why, file=self.file))


def _notes(entry: MeetingEntry, *, without_reason: bool) -> Iterator[str]:
    """Yield the lines of the notes.

    Who was there on our side is one of them: that somebody kept a diary does not make them
    the owner of each customer in it, which is what a role on our side would say.
    """
    if entry.notes:
        yield entry.notes
    if entry.ours:
        yield _("On our side: {names}").format(names=", ".join(entry.ours))
    if entry.reason and not without_reason:
        yield entry.reason


def _both(entry: MeetingEntry, meeting: Meeting) -> str:
    return f"{entry.digest}:{fingerprint(meeting)}"
