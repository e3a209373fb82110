"""The remarks that nobody but their writer was to read, and which go along only when asked.

Every other text is what happened or was said, or is for whoever comes next: it goes with the
account. A test sees to it that each field of text stands on one side or the other.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, combinations

from journal.domain.account import Account
from journal.domain.document import Attachment
from journal.domain.meeting import Meeting
from journal.domain.metric import MetricReading
from journal.domain.person import Person, Role, StandingCommitment
from journal.domain.plan import Alternative
from journal.domain.rating import Rating
from journal.domain.record import Record, RecordId, Side
from journal.store.rows import AnyRecord

# A note of a role on our side is what its holder left behind for the next; that one goes along.
# `best` and `opening` are prepared for the next visit, whoever makes it; the least acceptable
# is what one would settle for oneself.
FIELDS: Mapping[type[Record], tuple[str, ...]] = {
    Account: ("note",),
    Person: ("remember", "avoid", "note"),
    Role: ("note",),
    StandingCommitment: ("note",),
    Meeting: ("least", "notes"),
    Rating: ("remark",),
    MetricReading: ("note",),
    Attachment: ("note",),
    Alternative: ("text",),
}
"""Of a role theirs only, of an alternative ours only: there the whole line is the note."""

NoteKey = tuple[RecordId, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One of them.

    Attributes:
        record: As it stands in the journal.
        about: The name of whom or what it is about; "" for the account.
    """

    record: Record
    field: str
    about: str = ""

    @property
    def key(self) -> NoteKey:
        """What names it in a choice."""
        return self.record.id, self.field

    @property
    def text(self) -> str:
        """What it says."""
        return str(getattr(self.record, self.field))


def fields_of(record: Record) -> Iterator[str]:
    """Yield the fields of a record that hold a note, and not nothing."""
    side = getattr(record, "side", None)
    passes = (isinstance(record, Role) and side is Side.OURS) or (
        isinstance(record, Alternative) and side is Side.THEIRS
    )
    if not passes:
        yield from (each for each in FIELDS.get(type(record), ()) if getattr(record, each))


def without(record: AnyRecord, *names: str) -> AnyRecord | None:
    """Return a record without some of its notes; None where the note is all that it says."""
    if names and isinstance(record, Alternative):
        return None
    # mypy cannot know which field a name stands for.
    return replace(record, **dict.fromkeys(names, ""))  # type: ignore[arg-type]


def kept(record: AnyRecord, present: Record | None) -> AnyRecord:
    """Return a record that came with what stands here where it says nothing."""
    silent = {
        name: getattr(present, name)
        for name in FIELDS.get(type(record), ())
        if present is not None and not getattr(record, name)
    }
    return replace(record, **silent) if silent else record


def as_given(record: AnyRecord) -> Iterator[AnyRecord]:
    """Yield a record as it may have been given away: with all, some or none of its notes."""
    names = tuple(fields_of(record))
    parts = (combinations(names, count) for count in range(len(names) + 1))
    given = (without(record, *some) for some in chain.from_iterable(parts))
    yield from (each for each in given if each is not None)
