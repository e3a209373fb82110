"""Erasing a person for good: what goes, what stays without the name, and what is left elsewhere.

No backup is made before: it would keep just what is to go.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from journal.domain.document import IssuedLine
from journal.domain.errors import JournalError
from journal.domain.holding import Mention, certain_names_of, names_of, naming
from journal.domain.person import Person, Role
from journal.domain.record import PersonId, Record, RecordId
from journal.operations import backups
from journal.operations.backups import Shelf
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.store import erasing, holding, records
from journal.store.erasing import Plan
from journal.store.retention import LONGEST
from journal.store.writing import writing
from journal.wording import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What the person may be called in texts, and where.

    Attributes:
        is_certain: Whether it can only be that person.
        mentions: Those in which the name may be replaced.
    """

    name: str
    is_certain: bool
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What erasing a person would do.

    Attributes:
        removed: How many records of each kind go.
        roles: How many lose title, opinion and note.
        nameless: How many records of each kind stay, about a person without a name.
        names: Each with the texts that have it; what is in none is left out.
        issued: Documents handed out, and lines of them, that have a name; they stay, and so do
            the files that are kept of them.
        shelves: Where backups lie that still hold the person.
        until: The last of these goes about then, as long as new ones are made.
    """

    person: Person
    removed: Mapping[type[Record], int]
    roles: int
    nameless: Mapping[type[Record], int]
    names: tuple[Named, ...]
    issued: int
    shelves: tuple[Shelf, ...]
    until: date


def preview(journal: Journal, person: PersonId) -> Preview:
    """Say what erasing somebody would do; nothing is changed.

    Raises:
        JournalError: if it is oneself, or the person is gone or in the trash.
    """
    who = _erasable(journal, person)
    connection = journal.file.connection
    planned = _plan(journal, person)
    removed = (RecordId(each) for ids in planned.removed.values() for each in ids)
    gone = {person, *removed}
    emptied = {each for rows in planned.emptied.values() for each in rows}
    names = names_of(who)
    mentions = [
        each for each in holding.mentions(connection, names, gone) if each.record not in emptied
    ]
    certain = certain_names_of(who)
    found = [_named(name, certain, mentions) for name in names]
    return Preview(
        person=who,
        removed={kind: len(ids) for kind, ids in planned.removed.items()},
        roles=len(planned.emptied[Role]),
        nameless=planned.nameless,
        names=tuple(each for each in found if each.mentions),
        issued=len(_issued(journal, person, mentions)),
        shelves=backups.shelves(journal),
        until=journal.today() + LONGEST,
    )


def erase(journal: Journal, person: PersonId, names: Collection[str] = ()) -> Change:
    """Erase somebody for good; neither this nor anything before it can be undone.

    Args:
        names: Of `names_of` the person, those that are taken out of all other texts as well.

    Raises:
        JournalError: if it is oneself, or the person is gone or in the trash.
    """
    _erasable(journal, person)
    act = journal.act(_("Erase person"))
    with writing(journal.file.connection, act, kind="purge") as door:
        planned = _plan(journal, person)
        erasing.erase(door, planned, names, erased_words())
    return journal.announce(door)


def erased_words() -> str:
    """Return what stands where a name stood."""
    return _("(erased)")


def _plan(journal: Journal, person: PersonId) -> Plan:
    yesterday = journal.today() - timedelta(days=1)
    return erasing.plan(journal.file.connection, person, erased_words(), yesterday)


def _erasable(journal: Journal, person: PersonId) -> Person:
    who = records.get(journal.file.connection, Person, person)
    if who.is_self:
        raise JournalError(_("You yourself stay in your journal; nothing was changed."))
    return who


def _issued(journal: Journal, person: PersonId, mentions: Collection[Mention]) -> set[RecordId]:
    """Return what was handed out with a name: in its text, or beside a step as who owes it."""
    owed = records.select(
        journal.file.connection,
        IssuedLine,
        "record IN (SELECT id FROM promises WHERE person_id = ?)",
        (person,),
    )
    said = {each.record for each in mentions if each.kind in holding.ISSUED}
    return said | {each.id for each in owed}


def _named(name: str, certain: Collection[str], mentions: Collection[Mention]) -> Named:
    pattern = naming([name])
    return Named(
        name=name,
        is_certain=name in certain,
        mentions=tuple(
            each for each in mentions if erasing.may_be_changed(each) and pattern.search(each.text)
        ),
    )
