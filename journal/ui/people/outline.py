"""Who stands under whom: their people by whom they report to, those who left, and ours.

A person stands once on their side, with the role of today, else the last one. On our side each
role stands for itself: they are the history of who looked after the account.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.analysis.ownership import owner_on
from journal.analysis.people import guests, roles_on
from journal.domain.person import Person, Role
from journal.domain.record import PersonId, RecordId, Side
from journal.domain.relationship import Relationship


class Group(StrEnum):
    """Where somebody stands, in this order."""

    THEIRS = "theirs"
    MET = "met"
    LEFT = "left"
    OURS = "ours"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One person in the outline.

    Attributes:
        person: None where the person lies in the trash.
        role: None where the person has none in the account.
        depth: How many bosses stand above, 0 for none.
        lines: For each depth up to this one, whether its line goes on below this entry.
        has_reports: Whether somebody stands under this one.
        is_past: Whether the role has ended, or is one that another has taken over.
    """

    group: Group
    person: Person | None
    role: Role | None
    depth: int = 0
    lines: tuple[bool, ...] = ()
    has_reports: bool = False
    is_past: bool = False

    @property
    def key(self) -> RecordId:
        """What tells it from the others: the role, else the person."""
        if self.role is not None:
            return self.role.id
        return RecordId("") if self.person is None else self.person.id


def outline(relationship: Relationship, day: date) -> tuple[Entry, ...]:
    """Return everybody of an account, as they stand on a day."""
    return (
        *_present(relationship, day),
        *_met(relationship),
        *_left(relationship, day),
        *_ours(relationship, day),
    )


def _present(relationship: Relationship, day: date) -> Iterator[Entry]:
    present = roles_on(relationship, day)
    # A role that begins later belongs to the present as well: somebody was announced.
    ahead = [
        each
        for each in relationship.roles
        if each.side is Side.THEIRS and each.start is not None and each.start > day
    ]
    roles = {each.person_id: each for each in ahead} | dict(present)
    under = _reports(roles)
    seen: set[PersonId] = set()
    roots = [each for each in roles.values() if each.reports_to_id not in roles]
    for role in _by_name(relationship, roots):
        yield from _branch(relationship, role, under, seen)
    # Whoever is left reports to each other in a ring, as an import may have it.
    for role in _by_name(relationship, roles.values()):
        if role.person_id not in seen:
            yield from _branch(relationship, role, under, seen)


def _branch(
    relationship: Relationship,
    role: Role,
    under: Mapping[PersonId, list[Role]],
    seen: set[PersonId],
    lines: tuple[bool, ...] = (),
) -> Iterator[Entry]:
    seen.add(role.person_id)
    below = [each for each in under.get(role.person_id, ()) if each.person_id not in seen]
    yield Entry(
        group=Group.THEIRS,
        person=relationship.person(role.person_id),
        role=role,
        depth=len(lines),
        lines=lines,
        has_reports=bool(below),
    )
    ordered = _by_name(relationship, below)
    for each in ordered:
        if each.person_id not in seen:
            goes_on = each is not ordered[-1]
            yield from _branch(relationship, each, under, seen, (*lines, goes_on))


def _reports(roles: Mapping[PersonId, Role]) -> dict[PersonId, list[Role]]:
    under: dict[PersonId, list[Role]] = {}
    for each in roles.values():
        boss = each.reports_to_id
        if boss is not None and boss in roles:
            under.setdefault(boss, []).append(each)
    return under


def _met(relationship: Relationship) -> Iterator[Entry]:
    """Yield who came to meetings and has no role; the roles of others may be noted later."""
    with_role = {each.person_id for each in relationship.roles}
    met = {each for ids in guests(relationship).values() for each in ids} - with_role
    people = [each for each in relationship.people if each.id in met]
    for person in sorted(people, key=_name):
        yield Entry(group=Group.MET, person=person, role=None)


def _left(relationship: Relationship, day: date) -> Iterator[Entry]:
    last: dict[PersonId, Role] = {}
    for role in relationship.roles:
        held = last.get(role.person_id)
        if role.side is Side.THEIRS and (held is None or _end(role) > _end(held)):
            last[role.person_id] = role
    gone = [each for each in last.values() if each.end is not None and each.end < day]
    ahead = {
        each.person_id
        for each in relationship.roles
        if each.side is Side.THEIRS and each.start is not None and each.start > day
    }
    for role in sorted(gone, key=_end, reverse=True):
        if role.person_id not in ahead:
            yield Entry(
                group=Group.LEFT,
                person=relationship.person(role.person_id),
                role=role,
                is_past=True,
            )


def _ours(relationship: Relationship, day: date) -> Iterator[Entry]:
    ours = [each for each in relationship.roles if each.side is Side.OURS]
    owner = owner_on(ours, day)
    for role in sorted(ours, key=_newest_first, reverse=True):
        is_ahead = role.start is not None and role.start > day
        yield Entry(
            group=Group.OURS,
            person=relationship.person(role.person_id),
            role=role,
            is_past=role is not owner and not is_ahead,
        )


def _by_name(relationship: Relationship, roles: Iterable[Role]) -> list[Role]:
    names = {each.id: each.name.casefold() for each in relationship.people}
    return sorted(roles, key=lambda role: (names.get(role.person_id, ""), role.id))


def _name(person: Person) -> str:
    return person.name.casefold()


def _end(role: Role) -> date:
    return role.end or date.max


def _newest_first(role: Role) -> tuple[date, date, str]:
    return role.start or date.min, _end(role), role.id
