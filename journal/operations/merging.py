"""Making one of two: an account, or a person, that stands in the journal twice.

One is kept; what refers to the other refers to it from then on, and the other goes into the
trash. It is one change, so one undo parts them again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import TypeVar

from journal.domain.account import Account, Origin
from journal.domain.document import IssuedDocument
from journal.domain.errors import JournalError, OvertakenError
from journal.domain.meeting import Meeting, Participation
from journal.domain.person import Person, Role
from journal.domain.plan import Negotiation
from journal.domain.rating import Goal
from journal.domain.record import Record, RecordId
from journal.exchange.names import organisation_form
from journal.operations import backups
from journal.operations.backups import Occasion
from journal.operations.change import Change
from journal.operations.directory import NAME_SOURCE
from journal.operations.journal import Journal
from journal.store import merging, records
from journal.store.rows import AnyRecord
from journal.store.tables import KINDS, TABLES
from journal.store.writing import Writing, writing
from journal.wording import _

Named = TypeVar("Named", bound=Account | Person)

# Texts of several lines, of which both may be kept.
_TOLD = frozenset({"note", "remember", "avoid"})
_OF_ROLE = ("title", "buying_role", "support", "reports_to_id", "start", "note")
_NOT_CHOSEN = frozenset({"id", "revision", "is_self"})


class Pick(StrEnum):
    """Whose value of a field is kept."""

    KEPT = "kept"
    OTHER = "other"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A field that both have, and that says something else in each.

    Attributes:
        kept: What the one that is kept has there.
        other: What the other has.
        may_be_both: Whether both texts may be kept, one under the other.
    """

    field: str
    kept: object
    other: object
    may_be_both: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What making one of two would do.

    Attributes:
        differences: To choose from.
        filled: Fields that only the other has; they are taken over.
        moving: How many records of each kind go over to the one that is kept.
        ends: What stands once in an account and in both of these; the other's ends.
    """

    differences: tuple[Difference, ...]
    filled: tuple[str, ...]
    moving: Mapping[type[Record], int]
    ends: tuple[Record, ...] = ()


def preview(journal: Journal, kept: Named, other: Named) -> Preview:
    """Say what making one of two would do; nothing is changed."""
    connection = journal.file.connection
    counts = merging.referring(connection, TABLES[type(other)], other.id)
    return Preview(
        differences=tuple(_differences(kept, other)),
        filled=tuple(_filled(kept, other)),
        moving={KINDS[table]: count for table, count in counts.items()},
        ends=tuple(_ending(journal, kept.id, other.id)) if isinstance(kept, Account) else (),
    )


def merge_accounts(
    journal: Journal, kept: Account, other: Account, picks: Mapping[str, Pick]
) -> Change:
    """Make one account of two; a backup is kept first.

    Args:
        journal: Where both stand.
        kept: The one that stays, as it was shown.
        other: The one that goes into the trash, as it was shown.
        picks: For fields that differ; what is not named stays as in the one that is kept.

    Raises:
        OvertakenError: if one was changed since it was shown.
        JournalError: if both are the same, or the file does not take it; nothing changed.
    """
    _require_two(kept, other)
    backups.keep_if_possible(journal, Occasion.BEFORE)
    with writing(journal.file.connection, journal.act(_("Merge accounts"))) as door:
        _require_as_shown(door, other)
        door.save(_merged(kept, other, picks))
        for each in _ending(journal, kept.id, other.id):
            door.save(_ended(journal, each))
        _renumber_documents(door, kept.id, other.id)
        merging.refer_to(door, "accounts", other.id, kept.id)
        _take_origins(journal, door, kept, other)
        door.trash(Account, other.id)  # before its doubles: it is what was meant
        _trash_doubles(door, "account_id = ?", kept.id)
        _come_home(door, kept.id)
    return journal.announce(door)


def merge_people(
    journal: Journal, kept: Person, other: Person, picks: Mapping[str, Pick]
) -> Change:
    """Make one person of two; see `merge_accounts`. Who is oneself in either stays so."""
    _require_two(kept, other)
    backups.keep_if_possible(journal, Occasion.BEFORE)
    with writing(journal.file.connection, journal.act(_("Merge people"))) as door:
        _require_as_shown(door, other)
        merging.stop_reporting(door, kept.id, other.id)
        merging.refer_to(door, "people", other.id, kept.id)
        # There is one of oneself, in the trash as well: it may come back from there.
        door.save(replace(other, is_self=False))
        door.trash(Person, other.id)
        _trash_doubles(door, "person_id = ?", kept.id)
        door.save(_merged(kept, other, picks))
    return journal.announce(door)


def _require_two(kept: Record, other: Record) -> None:
    if kept.id == other.id:
        raise JournalError(_("That is the same one; nothing was changed."))


def _require_as_shown(door: Writing, other: Record) -> None:
    if records.get(door.connection, type(other), other.id).revision != other.revision:
        raise OvertakenError(_("This was changed elsewhere in the meantime; look again."))


def _differences(kept: Named, other: Named) -> Iterator[Difference]:
    for name, mine, theirs in _pairs(kept, other):
        if mine != theirs and not (_is_empty(mine) or _is_empty(theirs)):
            yield Difference(field=name, kept=mine, other=theirs, may_be_both=name in _TOLD)


def _filled(kept: Named, other: Named) -> Iterator[str]:
    for name, mine, theirs in _pairs(kept, other):
        if _is_empty(mine) and not _is_empty(theirs):
            yield name


def _pairs(kept: Named, other: Named) -> Iterator[tuple[str, object, object]]:
    for field in fields(kept):
        if field.name not in _NOT_CHOSEN:
            yield field.name, getattr(kept, field.name), getattr(other, field.name)


def _is_empty(value: object) -> bool:
    return value is None or value == ""


def _merged(kept: Named, other: Named, picks: Mapping[str, Pick]) -> Named:
    values: dict[str, object] = {name: getattr(other, name) for name in _filled(kept, other)}
    for each in _differences(kept, other):
        pick = picks.get(each.field, Pick.KEPT)
        if pick is Pick.OTHER:
            values[each.field] = each.other
        elif pick is Pick.BOTH and each.may_be_both:
            values[each.field] = f"{each.kept}\n{each.other}"
    if isinstance(kept, Person) and isinstance(other, Person):
        values["is_self"] = kept.is_self or other.is_self
    # mypy cannot know which field a name stands for.
    return replace(kept, **values)  # type: ignore[arg-type]


def _ending(journal: Journal, kept: RecordId, other: RecordId) -> Iterator[Goal | Negotiation]:
    """Yield the other's goal and negotiation where the account that is kept has one as well."""
    yield from _other_of_two(journal, Goal, "ended_on IS NULL", (kept, other))
    yield from _other_of_two(journal, Negotiation, "closed_on IS NULL", (kept, other))


def _other_of_two(
    journal: Journal, kind: type[AnyRecord], standing: str, both: tuple[RecordId, RecordId]
) -> tuple[AnyRecord, ...]:
    condition = f"account_id = ? AND {standing}"
    mine, theirs = (
        records.select(journal.file.connection, kind, condition, (each,)) for each in both
    )
    return theirs if mine else ()


def _ended(journal: Journal, record: Goal | Negotiation) -> Goal | Negotiation:
    if isinstance(record, Goal):
        return replace(record, ended_on=journal.today())
    return replace(record, closed_on=max(journal.today(), record.opened_on))


def _renumber_documents(door: Writing, kept: RecordId, other: RecordId) -> None:
    """Count the other's documents on behind those of the account that is kept."""
    issued = records.select(door.connection, IssuedDocument, "account_id = ?", (kept,))
    moving = records.select(
        door.connection, IssuedDocument, "account_id = ?", (other,), order="version DESC"
    )
    for each in moving:
        last = max((one.version for one in issued if one.kind is each.kind), default=0)
        door.save(replace(each, version=each.version + last))


def _take_origins(journal: Journal, door: Writing, kept: Account, other: Account) -> None:
    """Let the next import under the other's name find the account that is kept."""
    for origin in records.select(door.connection, Origin, "record = ?", (other.id,)):
        door.save(replace(origin, record=kept.id))
    form = organisation_form(other.name)
    known = records.select(door.connection, Origin, "source = ? AND key = ?", (NAME_SOURCE, form))
    if not known and form != organisation_form(kept.name):
        door.add(Origin(id=journal.new_id(), record=kept.id, source=NAME_SOURCE, key=form))


def _come_home(door: Writing, kept: RecordId) -> None:
    """Let who was a guest of the other account take part for the meeting's own account."""
    guests = records.select(door.connection, Participation, "account_id = ?", (kept,))
    own = records.select(door.connection, Meeting, "account_id = ?", (kept,))
    at_home = {each.id for each in own}
    for each in guests:
        if each.meeting_id in at_home and each.person_id is not None:
            door.save(replace(each, account_id=None))
        elif each.meeting_id in at_home:
            door.trash(Participation, each.id)


def _trash_doubles(door: Writing, condition: str, record: RecordId) -> None:
    """Put into the trash what says the same twice now: roles, and invitations."""
    seen: list[Role] = []
    for role in records.select(door.connection, Role, condition, (record,)):
        if any(_says_no_more(role, than) for than in seen):
            door.trash(Role, role.id)
        else:
            seen.append(role)
    invited: dict[tuple[object, object, object], Participation] = {}
    for each in records.select(door.connection, Participation, condition, (record,)):
        first = invited.setdefault((each.meeting_id, each.person_id, each.account_id), each)
        if first is not each:
            door.trash(Participation, each.id)
            if first.came is None and each.came is not None:
                door.save(replace(first, came=each.came))


def _says_no_more(role: Role, than: Role) -> bool:
    if (role.account_id, role.person_id, role.side, role.end) != (
        than.account_id,
        than.person_id,
        than.side,
        than.end,
    ):
        return False
    told = ((getattr(role, name), getattr(than, name)) for name in _OF_ROLE)
    return all(_is_empty(mine) or mine == theirs for mine, theirs in told)
