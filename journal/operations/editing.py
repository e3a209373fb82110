"""Typing into a field of a record that exists already."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from journal.domain.errors import NotFoundError, NotSavedError, OvertakenError
from journal.domain.meeting import Cancellation, Status
from journal.domain.record import Record, RecordId, Side
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.store import durable, records
from journal.store.file import hurried, open_again
from journal.store.writing import writing
from journal.wording import _

# For another program that holds the file; then somebody who types on would see that nothing
# appears. It is tried again soon.
WAIT_MS = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A text that was typed into one field and is not saved yet.

    Attributes:
        kind: Of the record.
        field: Of the record; one that holds a text, such as `summary`, or a text within the
            cancellation of a meeting, such as `cancellation.stated_reason`.
        before: What the field held when the typing began.
        text: What it is to hold.
        name: Of the change, such as "Edit summary".
    """

    kind: type[Record]
    id: RecordId
    field: str
    before: str
    text: str
    name: str


def save_typed(journal: Journal, typed: Typed) -> Change:
    """Save a typed text; typing that goes on in the field counts as the same change.

    What happened meanwhile to other fields of the record does not stand in its way.

    Raises:
        OvertakenError: if the field holds neither what was there before nor what was typed;
            `held_text` returns what it holds.
        NotFoundError: if the record is gone or in the trash.
        JournalError: if the file does not take it. Whatever is raised, nothing changed.
    """
    connection = journal.file.connection
    with hurried(journal.file, WAIT_MS):
        record = records.get(connection, typed.kind, typed.id)
        if text_of(record, typed.field) not in {typed.before, typed.text}:
            raise OvertakenError(
                _("This was changed elsewhere in the meantime; yours was not saved over it.")
            )
        with writing(connection, journal.act(typed.name, typing=True)) as door:
            door.save(_with_text(record, typed))
    return journal.announce(door)


def text_of(record: Record, field: str) -> str:
    """Return the text that a field of a record holds; see `Typed.field`."""
    outer, _dot, inner = field.rpartition(".")
    owner = getattr(record, outer) if outer else record
    text: str = "" if owner is None else getattr(owner, inner)
    return text


def reconnect(journal: Journal) -> None:
    """Let go of the file and open it afresh, after it refused something.

    Raises:
        JournalError: if it does not open now either; then everything else will say so too.
    """
    fresh = open_again(journal.file, wait_ms=WAIT_MS)
    journal.file.close()
    journal.file = fresh


def held_text(journal: Journal, typed: Typed) -> str:
    """Return what the journal holds in the field.

    Raises:
        NotFoundError: if the record is gone or in the trash.
    """
    record = records.get(journal.file.connection, typed.kind, typed.id)
    return text_of(record, typed.field)


def write_aside(path: Path, unsaved: Iterable[Typed]) -> None:
    """Write texts that the journal does not take into a plain file of the user's choice.

    Raises:
        NotSavedError: if that does not take them either.
    """
    texts = "\n\n".join(f"{each.name}\n{each.text}" for each in unsaved)
    try:
        durable.write(path, f"{texts}\n".encode())
    except OSError as error:
        raise NotSavedError(_("{path} cannot be written.").format(path=path), str(error)) from error


def _with_text(record: Record, typed: Typed) -> Record:
    outer, _dot, inner = typed.field.rpartition(".")
    if not outer:
        # mypy cannot know which field a name stands for.
        return replace(record, **{inner: typed.text})  # type: ignore[arg-type]
    owner = getattr(record, outer)
    if owner is None and getattr(record, "status", None) is Status.NO_SHOW:
        owner = Cancellation(by=Side.THEIRS)  # nobody told us anything, and it was their doing
    if owner is None:
        raise NotFoundError(_("This is no longer in the journal."), typed.field)
    changed = replace(owner, **{inner: typed.text})
    return replace(record, **{outer: changed})
