"""Taking in what others wrote: meeting logs from spreadsheets, and packs of this program.

Each file is read in a process of its own, within a budget; what they say is compared with
the journal; and all of it is written as one change, so that an import stands in the journal
wholly or not at all, and one undo takes it back.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from pathlib import Path
from tempfile import mkdtemp
from typing import TypeVar

from journal.domain.errors import NotSavedError, RefusedFileError
from journal.domain.record import Record
from journal.exchange.apart import Budget, read_apart
from journal.exchange.decoding import SIZE_LIMIT, read_head
from journal.exchange.handover import is_handover, read_handover
from journal.exchange.mapping import Mapping, read_mapping
from journal.exchange.pack import is_pack, read_pack
from journal.exchange.report import WHOLE_FILE, ImportReport, LineNote
from journal.exchange.spreadsheet import LogOptions, read_log
from journal.operations import backups
from journal.operations.backups import Occasion
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.operations.logs import LogDraft
from journal.operations.packs import PackDraft
from journal.store import attachments
from journal.store.writing import Writing, writing
from journal.wording import _

Read = TypeVar("Read")

Progress = Callable[[str, int, int], None]
"""Told what is being done, how far, of how much; raises what it likes to cancel."""

_RECORDS_AT_ONCE = 2000


class Format(StrEnum):
    """What kind of file."""

    CSV = "csv"
    PACK = "pack"
    ICS = "ics"
    VCARD = "vcard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How files are taken in.

    Attributes:
        format: None recognises each file by what it holds.
        account: The name of the account that a log is about; it is made where there is none.
            None where the log says so itself.
        mapping: A file that says which column is which.
        dry_run: Whether only to tell what would be done.
        zone: IANA name of the clocks that a log was written by, unless the mapping names
            one; None for that of the laptop.
        size_limit: Of one file in bytes, uncompressed.
        budget: Of reading one file; None reads a file of our own in this very process.
    """

    format: Format | None = None
    account: str | None = None
    mapping: Path | None = None
    dry_run: bool = False
    zone: str | None = None
    size_limit: int = SIZE_LIMIT
    budget: Budget | None = field(default_factory=Budget)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of an import.

    Attributes:
        report: Row by row, of all files together.
        change: None after a dry run.
    """

    report: ImportReport
    change: Change | None


def no_progress(what: str, done: int, total: int) -> None:
    """Tell nobody."""


def import_files(
    journal: Journal,
    paths: Sequence[Path],
    options: Options | None = None,
    progress: Progress = no_progress,
) -> Imported:
    """Take in files, as one change.

    Args:
        journal: A fellow of its own where the window goes on meanwhile.
        paths: Read in this order.
        options: None for what is usual.
        progress: Told again and again; if it raises, nothing is changed.

    Raises:
        RefusedFileError: if a file cannot be read as what it is; then none is taken.
        NotFoundError: if more than one account has the name given.
        JournalError: if the journal does not take it. Whatever is raised, nothing changed.
    """
    chosen = options or Options()
    report = ImportReport()
    with ExitStack() as unpacked:
        taking = _Taking(journal, chosen, progress, unpacked)
        for path in paths:
            report += taking.take(path)
        if chosen.dry_run:
            return Imported(report=report, change=None)
        report += _backed_up(journal, progress)
        act = journal.act(_name(paths))
        with (
            attachments.taken(journal.file, taking.files),
            writing(journal.file.connection, act) as door,
        ):
            taking.write(door)
    return Imported(report=report, change=journal.announce(door))


def recognise(path: Path) -> Format:
    """Tell by its first bytes what kind of file it is; whatever has no mark is a table.

    Raises:
        RefusedFileError: if it cannot be read.
    """
    if is_handover(path):
        return Format.PACK
    head = read_head(path)
    if is_pack(head):
        return Format.PACK
    first = head.lstrip().upper()
    if first.startswith("BEGIN:VCALENDAR"):
        return Format.ICS
    return Format.VCARD if first.startswith("BEGIN:VCARD") else Format.CSV


def _backed_up(journal: Journal, progress: Progress) -> ImportReport:
    """Keep a backup first; one undo takes an import back, so a backup that fails is only told."""
    progress(_("Keeping a backup"), 0, 0)
    kept = backups.keep_if_possible(journal, Occasion.BEFORE)
    notes = [LineNote(line=WHOLE_FILE, why=each, file=journal.path.name) for each in kept.problems]
    return ImportReport(notes=tuple(notes))


class _Taking:
    """One import: what has been read so far, and what is to be written of it.

    Attributes:
        files: That came along, each named by the digest of what it holds.
    """

    def __init__(
        self, journal: Journal, options: Options, progress: Progress, unpacked: ExitStack
    ) -> None:
        self._journal = journal
        self._options = options
        self._progress = progress
        self._unpacked = unpacked
        self.files: list[Path] = []
        self._mapping = Mapping() if options.mapping is None else read_mapping(options.mapping)
        self._logs = LogDraft(journal, account=options.account)
        self._packs = PackDraft(journal)

    def take(self, path: Path) -> ImportReport:
        """Read one file and compare it with the journal."""
        form = self._options.format or recognise(path)
        if form is Format.CSV:
            return self._take_log(path)
        if form is Format.PACK:
            return self._take_pack(path)
        message = _("{name}: calendars and address cards cannot be imported yet.")
        raise RefusedFileError(message.format(name=path.name))

    def _take_log(self, path: Path) -> ImportReport:
        options = LogOptions(
            zone=self._options.zone or self._journal.zone,
            today=self._journal.today(),
            mapping=self._mapping,
            account_given=self._options.account is not None,
            size_limit=self._options.size_limit,
        )
        log = self._read(path, read_log, options)
        comparing = _("Comparing {name}").format(name=path.name)
        return self._logs.take(
            log,
            mapping=self._mapping,
            file=path.name,
            progress=lambda done, total: self._progress(comparing, done, total),
        )

    def _take_pack(self, path: Path) -> ImportReport:
        today, limit = self._journal.today(), self._options.size_limit
        if is_handover(path):
            into = self._new_folder()
            pack = self._read(path, read_handover, today, into, limit)
            self.files += sorted(into.iterdir())
        else:
            pack = self._read(path, read_pack, today, limit)
        return self._packs.take(pack, file=path.name)

    def _new_folder(self) -> Path:
        """Make a folder for what is unpacked, which only this user can enter."""
        try:
            made = Path(mkdtemp(prefix="handover-"))
        except OSError as error:
            raise NotSavedError(
                _("There is no room to unpack it; nothing was changed."), str(error)
            ) from error
        # TemporaryDirectory calls itself without end over a folder that it may not enter.
        self._unpacked.callback(_remove, made)
        return made

    def _read(self, path: Path, job: Callable[..., Read], *arguments: object) -> Read:
        what = _("Reading {name}").format(name=path.name)

        def progress(done: int, total: int) -> None:
            self._progress(what, done, total)

        budget = self._options.budget
        if budget is None:
            return job(path, *arguments, progress)
        return read_apart(job, path, *arguments, budget=budget, progress=progress)

    def write(self, door: Writing) -> None:
        """Write what was drafted."""
        new = [*self._logs.new, *self._packs.new]
        changed = [*self._logs.changed, *self._packs.changed]
        total = len(new) + len(changed)
        done = 0
        for records in _parts(new):
            self._progress(_("Writing"), done, total)
            door.add(*records)
            done += len(records)
        self._progress(_("Writing"), done, total)
        door.save(*changed)
        self._progress(_("Making it searchable"), total, total)


def _remove(folder: Path) -> None:
    """Remove a folder of files; what cannot be removed stays the user's alone."""
    with suppress(OSError):
        for each in folder.iterdir():
            each.unlink()
        folder.rmdir()


def _parts(records: Sequence[Record]) -> Iterator[list[Record]]:
    rest = iter(records)
    while part := list(islice(rest, _RECORDS_AT_ONCE)):
        yield part


def _name(paths: Sequence[Path]) -> str:
    if len(paths) == 1:
        return _("Import {name}").format(name=paths[0].name)
    return _("Import {count} files").format(count=len(paths))
