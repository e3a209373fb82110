"""Who belongs to an account, on which side, from when to when."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from journal.domain.errors import JournalError
from journal.domain.meeting import Participation
from journal.domain.metric import Alignment, Metric, MetricReading
from journal.domain.person import Person, Role, StandingCommitment
from journal.domain.record import AccountId, PersonId, Record, Side
from journal.operations import records as edits
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.store import records
from journal.wording import _

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Somebody:
    """A person who is known, or somebody new.

    Attributes:
        known: None for somebody new.
        name: Of the new one.
    """

    known: PersonId | None = None
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What a person is to be in an account.

    Attributes:
        start: The first day; None where it was always so as far as we know.
        end: The last day; None while it lasts.
    """

    account_id: AccountId
    side: Side = Side.THEIRS
    title: str = ""
    start: date | None = None
    end: date | None = None


def add_person(journal: Journal, who: Somebody, place: Place) -> Change:
    """Give somebody a place in an account.

    Raises:
        JournalError: if the person has one on that side now, or the days are in disorder.
    """
    _require_order(place.start, place.end)
    if place.end is None and who.known is not None:
        _require_absent(journal, who.known, place)
    person, new = found_or_new(journal, who)
    role = Role(
        id=journal.new_id(),
        account_id=place.account_id,
        person_id=person,
        side=place.side,
        title=place.title.strip(),
        start=place.start,
        end=place.end,
    )
    return journal.write(_("Add person"), add=[*new, role])


def date_role(journal: Journal, role: Role, start: date | None, end: date | None) -> Change:
    """Say from when to when a role was held.

    Raises:
        JournalError: if it would end before it begins.
    """
    _require_order(start, end)
    return journal.write(_("Date role"), save=[replace(role, start=start, end=end)])


def report_to(journal: Journal, role: Role, boss: PersonId | None) -> Change:
    """Say to whom somebody reports; None where that is not known.

    Raises:
        JournalError: if that person in turn reports to this one, over whatever steps.
    """
    roles = records.select(
        journal.file.connection, Role, "account_id = ?", (role.account_id,), order='"start"'
    )
    above = {each.person_id: each.reports_to_id for each in roles}
    seen, step = set[PersonId](), boss
    while step is not None and step not in seen:
        seen.add(step)
        step = above.get(step)
    if role.person_id in seen:
        raise JournalError(_("They would report to each other; nothing was changed."))
    return journal.write(_("Change whom they report to"), save=[replace(role, reports_to_id=boss)])


def hand_over(
    journal: Journal, account: AccountId, who: Somebody, on: date, left_behind: str = ""
) -> Change:
    """Let one of us look after an account from a day on.

    Args:
        journal: Where it stands.
        account: Which one.
        who: The new owner.
        on: The new owner's first day; whoever had it until then ends the day before.
        left_behind: What the one before says of it, such as "nothing could be done here".

    Raises:
        JournalError: if the person looks after it already, or somebody begins to on that
            day or later.
    """
    new, ended = handed_over(journal, account, who, on, left_behind)
    return journal.write(_("Hand over account"), add=new, save=ended)


def handed_over(
    journal: Journal, account: AccountId, who: Somebody, on: date, left_behind: str = ""
) -> tuple[list[Record], list[Role]]:
    """Return what a hand-over adds, the new owner's role last, and which roles it ends.

    The arguments and what is raised are those of `hand_over`.
    """
    ours = records.select(
        journal.file.connection,
        Role,
        'account_id = ? AND side = ? AND ("end" IS NULL OR "end" >= ?)',
        (account, Side.OURS, on.isoformat()),
        order='"start", id',
    )
    if any(each.start is not None and each.start >= on for each in ours):
        raise JournalError(
            _("Somebody begins to look after it on that day or later; nothing was changed.")
        )
    if any(each.person_id == who.known for each in ours):
        raise JournalError(_("They look after this account already; nothing was changed."))
    person, new = found_or_new(journal, who)
    role = Role(id=journal.new_id(), account_id=account, person_id=person, side=Side.OURS, start=on)
    return [*new, role], list(_ended(ours, on - _DAY, left_behind))


def trash_person(journal: Journal, person: PersonId) -> Change:
    """Put a person into the trash who was entered by mistake, with what is theirs alone.

    That is every role, standing commitment and invitation, and how they are measured. What
    they said or promised stays with the account.

    Raises:
        JournalError: if it is oneself.
    """
    connection = journal.file.connection
    who = records.get(connection, Person, person)
    if who.is_self:
        raise JournalError(_("You yourself stay in your journal; nothing was changed."))
    theirs: list[Record] = [who]
    for kind in (Role, StandingCommitment, Participation):
        theirs += records.select(connection, kind, "person_id = ?", (person,))
    for each in records.select(connection, Metric, "person_id = ?", (person,)):
        theirs += _with_its_own(journal, each)
    return edits.trash(journal, _("Trash person"), *dict.fromkeys(theirs))


def trash_metric(journal: Journal, metric: Metric) -> Change:
    """Put a number that somebody is measured by into the trash, with what was read of it."""
    return edits.trash(journal, _("Trash metric"), *_with_its_own(journal, metric))


def _with_its_own(journal: Journal, metric: Metric) -> Iterable[Record]:
    connection = journal.file.connection
    yield metric
    yield from records.select(connection, MetricReading, "metric_id = ?", (metric.id,))
    yield from records.select(
        connection, Alignment, "? IN (their_metric_id, our_metric_id)", (metric.id,)
    )


def _ended(roles: Iterable[Role], last: date, left_behind: str) -> Iterable[Role]:
    for each in roles:
        parts = (each.note, left_behind.strip())
        yield replace(each, end=last, note="\n".join(part for part in parts if part))


def found_or_new(journal: Journal, who: Somebody) -> tuple[PersonId, list[Record]]:
    """Return who is meant, and what has to be written for somebody new."""
    if who.known is not None:
        return who.known, []
    person = Person(id=PersonId(journal.new_id()), name=who.name.strip())
    return person.id, [person]


def given_a_place(
    journal: Journal, account: AccountId, who: Somebody
) -> tuple[PersonId, list[Record]]:
    """Return who is meant, and what makes one of theirs of somebody new to the account."""
    person, new = found_or_new(journal, who)
    if not _belongs(journal, account, person):
        role = Role(id=journal.new_id(), account_id=account, person_id=person, side=Side.THEIRS)
        new.append(role)
    return person, new


def _belongs(journal: Journal, account: AccountId, person: PersonId) -> bool:
    """Say whether somebody has, or had, a place in the account on either side, or is oneself."""
    connection = journal.file.connection
    oneself = records.select(connection, Person, "id = ? AND is_self = 1", (person,))
    places = records.select(connection, Role, "account_id = ? AND person_id = ?", (account, person))
    return bool(oneself or places)


def _require_absent(journal: Journal, person: PersonId, place: Place) -> None:
    present = records.select(
        journal.file.connection,
        Role,
        'person_id = ? AND account_id = ? AND side = ? AND "end" IS NULL',
        (person, place.account_id, place.side),
    )
    if present:
        raise JournalError(_("They belong to this account already; nothing was changed."))


def _require_order(start: date | None, end: date | None) -> None:
    if start is not None and end is not None and end < start:
        raise JournalError(_("That would end before it begins; nothing was changed."))
