"""Who and what came with a hand-over and stands in this journal already under another id.

An account is the one of its name; a person, one of a like name with the same address of mail,
or one of the same name in the same place; a role, one that the same person has there now. In
doubt it is somebody else: two can be made one later, one cannot be made two.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace

from journal.domain.account import Account
from journal.domain.person import Person, Role
from journal.domain.record import Record, RecordId, Side
from journal.exchange.names import organisation_form, person_form
from journal.exchange.notation import renamed
from journal.operations import known
from journal.operations.journal import Journal
from journal.store import records
from journal.store.rows import AnyRecord

Names = dict[RecordId, RecordId]
"""Which record of this journal an id from outside stands for."""

_OF_ROLE = ("title", "buying_role", "support", "reports_to_id", "start", "end")


def doubles(journal: Journal, came: Sequence[Record], me: Person | None) -> Names:
    """Return which of the records that came are here under another id.

    Args:
        journal: Where they are to go.
        came: Under the ids of this journal, as far as these were known before.
        me: Who keeps this journal; the one whom the hand-over is for may be the same.
    """
    found = _same_accounts(journal, came)
    came = [renamed(each, found) for each in came]
    found |= (people := _same_people(journal, came, me))
    came = [renamed(each, people) for each in came]
    return found | _same_roles(journal, came)


def filled(present: AnyRecord, came: AnyRecord) -> AnyRecord:
    """Return what stands here, with what only the other says; what is usual says nothing.

    Of a role on our side the other knows since when and until when: it was handed over so.
    """
    values: dict[str, object] = {
        each.name: getattr(came, each.name)
        for each in fields(present)
        if each.name != "revision" and getattr(present, each.name) == each.default
    }
    if isinstance(came, Role) and came.side is Side.OURS:
        values |= {"start": came.start, "end": came.end}
    # mypy cannot know which field a name stands for.
    return replace(present, **values)  # type: ignore[arg-type]


def _same_accounts(journal: Journal, came: Iterable[Record]) -> Names:
    here = records.select(journal.file.connection, Account, "1")
    ids = {each.id for each in here}
    by_form = {organisation_form(each.name): each.id for each in here}
    missing = (each for each in came if isinstance(each, Account) and each.id not in ids)
    return {
        each.id: same
        for each in missing
        if (same := by_form.get(organisation_form(each.name))) is not None
    }


def _same_people(journal: Journal, came: Sequence[Record], me: Person | None) -> Names:
    connection = journal.file.connection
    here = {each.id: each for each in records.select(connection, Person, "1")}
    places = _Places(records.select(connection, Role, "1"))
    theirs = _Places([each for each in came if isinstance(each, Role)])
    taken = {each.id for each in came}
    found: Names = {}
    for person in came:
        if not isinstance(person, Person) or person.id in here:
            continue
        alike = [each for each in known.similar_people(journal, person.name) if each.id in here]
        same = [
            each
            for each in alike
            if each.id not in taken
            and (
                (person.is_self and each == me)
                or _has_same_mail(person, each)
                or (_has_same_name(person, each) and theirs.of(person) & places.of(each))
            )
        ]
        if len(same) == 1:
            found[person.id] = same[0].id
            taken.add(same[0].id)
    return found


class _Places:
    """Where people belong: to which customers, or, with none of these, to us."""

    def __init__(self, roles: Iterable[Role]) -> None:
        self._by_person: dict[RecordId, set[RecordId | None]] = {}
        for each in roles:
            if each.side is Side.THEIRS:
                self._by_person.setdefault(each.person_id, set()).add(each.account_id)

    def of(self, person: Person) -> set[RecordId | None]:
        return self._by_person.get(person.id, {None})


def _has_same_mail(one: Person, two: Person) -> bool:
    return bool(one.email) and one.email.casefold() == two.email.casefold()


def _has_same_name(one: Person, two: Person) -> bool:
    is_another = one.email and two.email and not _has_same_mail(one, two)
    return not is_another and person_form(one.name) == person_form(two.name)


def _same_roles(journal: Journal, came: Iterable[Record]) -> Names:
    present = records.select(journal.file.connection, Role, "1")
    free: Mapping[RecordId, Role] = {each.id: each for each in present}
    missing = [each for each in came if isinstance(each, Role) and each.id not in free]
    found: Names = {}
    # Of several that one person had, the latest is the one that is known to last.
    for role in sorted(missing, key=_last_day, reverse=True):
        same = (each for each in present if each.id not in found.values() and _is_same(each, role))
        first = next(same, None)
        if first is not None:
            found[role.id] = first.id
    return found


def _last_day(role: Role) -> str:
    return "9999" if role.end is None else role.end.isoformat()


def _is_same(present: Role, came: Role) -> bool:
    one, two = ((each.account_id, each.person_id, each.side) for each in (present, came))
    if one != two or present.end is not None:
        return False
    if came.side is Side.OURS:
        return True
    told = ((getattr(present, name), getattr(came, name)) for name in _OF_ROLE)
    return came.end is None and all(mine == yours or not mine or not yours for mine, yours in told)
