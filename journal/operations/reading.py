"""What the window and the command line read; milliseconds, and never a lazy cursor."""

from journal.domain.account import Account
from journal.domain.errors import NotFoundError
from journal.domain.meeting import Meeting
from journal.domain.person import Person
from journal.domain.record import AccountId, MeetingId, PersonId
from journal.domain.relationship import Acquaintance, Relationship
from journal.operations.journal import Journal
from journal.store import accounts, people, records, relationships
from journal.wording import _

NAMES_SHOWN = 5


def relationship(journal: Journal, account: AccountId) -> Relationship:
    """Return an account and everything about it.

    Raises:
        NotFoundError: if there is no such account outside the trash.
    """
    return relationships.relationship(journal.file.connection, account)


def meeting(journal: Journal, meeting_id: MeetingId) -> Meeting:
    """Return one meeting.

    Raises:
        NotFoundError: if it is gone or in the trash.
    """
    return records.get(journal.file.connection, Meeting, meeting_id)


def person(journal: Journal, person_id: PersonId) -> Person:
    """Return one person.

    Raises:
        NotFoundError: if they are gone or in the trash.
    """
    return records.get(journal.file.connection, Person, person_id)


def everybody(journal: Journal) -> tuple[Person, ...]:
    """Return all people, by name."""
    return records.select(journal.file.connection, Person, "1", order=records.BY_NAME)


def acquaintances(journal: Journal) -> tuple[Acquaintance, ...]:
    """Return the customers' people of all accounts, by name; who has left comes last."""
    return people.acquaintances(journal.file.connection)


def me(journal: Journal) -> Person | None:
    """Return the person who keeps the journal; None while nobody was named."""
    return next(iter(records.select(journal.file.connection, Person, "is_self = 1")), None)


def find_account(journal: Journal, words: str) -> Account:
    """Return the account of that name, or the only one whose name holds the words.

    Raises:
        NotFoundError: if there is none, or more than one; it says which.
    """
    found = accounts.named(journal.file.connection, words.strip())
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFoundError(_("There is no account named “{words}”.").format(words=words))
    names = ", ".join(each.name for each in found[:NAMES_SHOWN])
    more = _(" and {count} more").format(count=len(found) - NAMES_SHOWN)
    raise NotFoundError(
        _("“{words}” may be {names}{more}; say which.").format(
            words=words, names=names, more=more if len(found) > NAMES_SHOWN else ""
        )
    )
