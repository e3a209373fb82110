"""An account into a colleague's journal: one file with all that belongs to it, and the day.

What was written for nobody else goes along only where that is asked for. The file, what is
deleted here and who looks after the account from when on are one change: where the file cannot
be written, nothing happened.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from journal.analysis.digest import digest
from journal.domain.account import Account, Origin
from journal.domain.document import Attachment
from journal.domain.errors import NotFoundError, NotSavedError, OvertakenError, RefusedFileError
from journal.domain.metric import Metric, MetricReading
from journal.domain.paper import Paper
from journal.domain.person import Person, Role, StandingCommitment
from journal.domain.record import AccountId, PersonId, Record, RecordId, Side
from journal.domain.relationship import Relationship
from journal.exchange.handover import FILES_LIMIT, is_handover, write_handover
from journal.exchange.names import person_form
from journal.exchange.notation import fingerprint, renamed
from journal.exchange.pack import Head, write_pack
from journal.operations import attachments, briefing, people, private_notes, reading
from journal.operations.belongings import belongings, closed, everything, turned
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.operations.packs import SOURCE
from journal.operations.people import Somebody
from journal.operations.private_notes import Note, NoteKey
from journal.store import accounts, durable, records
from journal.store import attachments as kept_files
from journal.store.writing import Writing, stands, writing
from journal.wording import _

_MB = 1024 * 1024


class Choice(StrEnum):
    """What becomes of a private note."""

    PASS_ON = "pass"  # noqa: S105  a word of the command line
    KEEP = "keep"
    DELETE = "delete"


Choices = Mapping[NoteKey, Choice]
"""What is not named is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """What would go, and what is asked about first.

    Attributes:
        counts: How many of each kind go, in the order of `Relationship`; a note that is all
            that its record says is not counted.
        notes: In the order of the account, its people, its meetings and all else.
        missing: Names of files that no longer lie beside the journal; they cannot go.
    """

    account: Account
    counts: Mapping[type[Record], int]
    notes: tuple[Note, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Successor:
    """Who is to look after the account.

    Attributes:
        on: Their first day.
        left_behind: What the one before says of it, for who comes next.
    """

    who: Somebody
    on: date
    left_behind: str = ""


def preview(journal: Journal, account: AccountId) -> Leaving:
    """Say what handing an account over would do; nothing is changed.

    Raises:
        NotFoundError: if there is no such account.
    """
    return _leaving(journal, belongings(journal, account))


def hand_over(
    journal: Journal,
    account: AccountId,
    path: Path,
    choices: Choices,
    successor: Successor | None = None,
    *,
    seen: Leaving | None = None,
) -> Change:
    """Write an account to a file for a colleague, and say from when on it is theirs.

    Args:
        journal: A fellow of its own where the window goes on meanwhile.
        account: Which one.
        path: Where to; an earlier hand-over of that name is replaced, and nothing else.
        choices: What becomes of each private note.
        successor: Who takes it over; None leaves it with whoever has it. One who looks after
            it on that day already is only written for.
        seen: What the choices were made by; None where nobody looked.

    Raises:
        OvertakenError: if a note that is to go says something else than what was seen, or the
            account was changed while the file was written.
        NotSavedError: if the file cannot be written.
        JournalError: if somebody begins to look after it later, or a file of it is not as it
            was kept. Whatever is raised, nothing changed.
    """
    whole = belongings(journal, account)
    notes = _leaving(journal, whole).notes
    if seen is not None:
        _require_as_seen(notes, seen, choices)
    act = _Act(journal, whole, notes, choices, successor)
    try:
        _require_replaceable(path, journal.path)
        with _only_with_it(path, journal) as begun, ExitStack() as stack:
            unfinished = stack.enter_context(durable.published(path))
            act.write_file(unfinished)
            with writing(journal.file.connection, journal.act(_("Hand over account"))) as door:
                begun.append(door)
                _require_unchanged(journal, whole)
                act.write(door)
                stack.close()  # the file has its name before the journal says that it is there
    except OSError as error:
        message = _("{path} could not be written: {why}. Nothing was changed.")
        raise NotSavedError(
            message.format(path=path, why=error.strerror or error), str(error)
        ) from error
    return journal.announce(door)


def _require_as_seen(now: Iterable[Note], seen: Leaving, choices: Choices) -> None:
    """Let no note go to a colleague, or be deleted, that says something else than was read."""
    read = {each.key: each.text for each in seen.notes}
    going = (each for each in now if choices.get(each.key, Choice.KEEP) is not Choice.KEEP)
    if any(each.text != read.get(each.key) for each in going):
        raise OvertakenError(
            _("A private note was changed since it was shown; begin again, nothing was changed.")
        )


def _require_unchanged(journal: Journal, whole: Relationship) -> None:
    if belongings(journal, whole.account.id) != whole:
        raise OvertakenError(
            _("The account was changed while it was written; try again, nothing was changed.")
        )


def _require_replaceable(path: Path, journal: Path) -> None:
    """Refuse what is there and no hand-over: it may be somebody's whole journal."""
    is_free = not path.exists() or (path.is_file() and not path.stat().st_size)
    if path.resolve() == journal.resolve() or not (is_free or is_handover(path)):
        raise NotSavedError(
            _("{path} cannot be written over; name another file.").format(path=path)
        )


@contextmanager
def _only_with_it(path: Path, journal: Journal) -> Iterator[list[Writing]]:
    """Let a file that was not there before stay only if the change does that is put in the list."""
    is_new = not path.exists()
    begun: list[Writing] = []
    try:
        yield begun
    except BaseException:
        with suppress(OSError):
            if is_new and not any(stands(journal.file, each) for each in begun):
                path.unlink(missing_ok=True)
        raise


def colleague(journal: Journal, name: str) -> Somebody:
    """Return who of us is of that name, or somebody new.

    Raises:
        NotFoundError: if there is more than one, or the name says nothing.
    """
    if not name.strip():
        raise NotFoundError(_("The name of the colleague is missing."))
    theirs = {each.person_id for each in reading.acquaintances(journal)}
    same = [
        each
        for each in reading.everybody(journal)
        if each.id not in theirs and person_form(each.name) == person_form(name)
    ]
    if len(same) > 1:
        message = _("There is more than one {name}; make them one first.")
        raise NotFoundError(message.format(name=name.strip()))
    return Somebody(known=same[0].id if same else None, name=name.strip())


class _Act:
    """One hand-over: what goes into the file, and what is written here."""

    def __init__(
        self,
        journal: Journal,
        whole: Relationship,
        notes: tuple[Note, ...],
        choices: Choices,
        successor: Successor | None,
    ) -> None:
        self._journal = journal
        self._whole = whole
        self._choices = choices
        self._notes: dict[RecordId, list[Note]] = {}
        for each in notes:
            self._notes.setdefault(each.record.id, []).append(each)
        self._origins = {
            each.record: each for each in accounts.origins(journal.file.connection, SOURCE).values()
        }
        self._owner: PersonId | None = None
        self._new: list[Record] = []
        self._ended: dict[RecordId, Role] = {}
        if successor is not None:
            self._succeed(successor)
        self._given = self._to_give()

    def write_file(self, target: Path) -> None:
        """Write the file.

        Raises:
            OSError: if that cannot be.
            JournalError: if a file that belongs to the account is not as it was kept.
        """
        today = self._journal.today()
        head = Head(name=self._whole.account.name, as_of=today)
        keys = {each.record: RecordId(each.key) for each in self._origins.values()}
        given = [renamed(each, keys) for each in everything(self._given)]
        write_handover(
            target,
            records=write_pack(head, given),
            digest=self._pdf(),
            files=self._files(),
        )

    def write(self, door: Writing) -> None:
        """Write what becomes of the account here, and how each record was given away."""
        door.add(*self._new)
        door.save(*self._ended.values())
        for record in [each[0].record for each in self._notes.values()]:
            deleted = self._chosen(record, Choice.DELETE)
            rest = private_notes.without(record, *deleted)
            if rest is None:
                door.trash(type(record), record.id)
            elif deleted:
                door.save(rest)
        self._remember(door)

    def _choice(self, note: Note) -> Choice:
        return self._choices.get(note.key, Choice.KEEP)

    def _succeed(self, successor: Successor) -> None:
        account, who, on = self._whole.account.id, successor.who, successor.on
        condition = "account_id = ? AND person_id = ? AND side = ?"
        roles = records.select(
            self._journal.file.connection, Role, condition, (account, who.known, Side.OURS)
        )
        if any(on in each.span for each in roles):
            self._owner = who.known
            return
        left_behind = successor.left_behind
        self._new, ended = people.handed_over(self._journal, account, who, on, left_behind)
        self._ended = {each.id: each for each in ended}
        role = self._new[-1]
        self._owner = role.person_id if isinstance(role, Role) else None

    def _to_give(self) -> Relationship:
        """Return what goes: without the notes that stay, with who looks after it from then on."""
        rest = turned(self._whole, self._as_given)
        roles = (each for each in self._new if isinstance(each, Role))
        newcomers = tuple(self._newcomer(rest.people))
        rest = replace(rest, roles=(*rest.roles, *roles), people=(*rest.people, *newcomers))
        return turned(closed(rest), self._addressed)

    def _as_given(self, record: Record) -> Record | None:
        ended = self._ended.get(record.id, record)
        return private_notes.without(ended, *self._chosen(record, Choice.KEEP, Choice.DELETE))

    def _chosen(self, record: Record, *choices: Choice) -> list[str]:
        """Return the notes of a record for which one of these was chosen."""
        notes = self._notes.get(record.id, ())
        return [each.field for each in notes if self._choice(each) in choices]

    def _newcomer(self, known: tuple[Person, ...]) -> Iterator[Person]:
        """Yield who takes it over, where they did not occur in it; nothing of what we think."""
        if self._owner is None or any(each.id == self._owner for each in known):
            return
        new = [each for each in self._new if isinstance(each, Person)]
        found = new or records.select(
            self._journal.file.connection, Person, "id = ?", (self._owner,)
        )
        for each in found:
            yield private_notes.without(each, *private_notes.fields_of(each)) or each

    def _addressed(self, record: Record) -> Record:
        """Let the one whom it is for be who keeps the journal."""
        if isinstance(record, Person):
            return replace(record, is_self=record.id == self._owner)
        return record

    def _pdf(self) -> bytes:
        from journal.brief import content, document

        now = self._journal.now()
        meeting = briefing.next_meeting(self._given, self._journal)
        brief = content.private_brief(
            digest(self._given, meeting=meeting, now=now),
            printed_at=now,
            people_known=self._given.people,
        )
        return document.render(brief, Paper.A4)

    def _files(self) -> dict[str, Path]:
        """Return where the files lie that go along; the preview names those that are gone.

        Raises:
            RefusedFileError: if one is not what it was, or all are too much for one file.
        """
        journal = self._journal
        there = [each for each in self._given.attachments if attachments.is_there(journal, each)]
        if sum(each.size_bytes for each in there) > FILES_LIMIT:
            said = _("The files of this account have more than {limit} MB; nothing was written.")
            raise RefusedFileError(said.format(limit=FILES_LIMIT // _MB))
        try:
            return {each.digest: kept_files.checked(journal.path, each.digest) for each in there}
        except NotFoundError as error:
            said = _("A file of this account was altered since it was added; nothing was written.")
            raise RefusedFileError(said, error.details) from error

    def _remember(self, door: Writing) -> None:
        """Note how each record was given away, so that it is known when it comes back."""
        originals = {each.id: each for each in everything(self._whole)}
        for each in everything(self._given):
            given, original = each, originals.get(each.id)
            if isinstance(given, Person) and isinstance(original, Person):
                given = replace(given, is_self=original.is_self)
            origin, said = self._origins.get(each.id), fingerprint(given)
            if origin is not None:
                door.save(replace(origin, digest=said))
            else:
                new = self._journal.new_id()
                door.add(Origin(id=new, record=each.id, source=SOURCE, key=each.id, digest=said))


def _leaving(journal: Journal, whole: Relationship) -> Leaving:
    names = {each.id: _name(each) for each in everything(whole)}
    counts: Counter[type[Record]] = Counter()
    notes: list[Note] = []
    for each in everything(whole):
        fields = tuple(private_notes.fields_of(each))
        counts[type(each)] += private_notes.without(each, *fields) is not None
        if fields:  # as it stands in the journal, with all that it refers to
            stored = records.get(journal.file.connection, type(each), each.id)
            about = names.get(_whom(each), "")
            notes += (Note(record=stored, field=name, about=about) for name in fields)
    missing = (each for each in whole.attachments if not attachments.is_there(journal, each))
    return Leaving(
        account=whole.account,
        counts=+counts,
        notes=tuple(notes),
        missing=tuple(each.name for each in missing),
    )


def _whom(record: Record) -> RecordId:
    """Return whom or what a note of this record is about."""
    if isinstance(record, Role):
        return record.person_id
    return record.metric_id if isinstance(record, MetricReading) else record.id


def _name(record: Record) -> str:
    if isinstance(record, Person | Attachment):
        return record.name
    if isinstance(record, StandingCommitment):
        return record.title
    return record.text if isinstance(record, Metric) else ""
