"""Accounts, and who looks after them."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date

from journal.domain.account import Account
from journal.domain.person import Person, Role
from journal.domain.record import AccountId, PersonId, Record, Side
from journal.domain.relationship import Relationship
from journal.operations import people, reading, records
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.operations.people import Somebody
from journal.wording import _


def open_account(
    journal: Journal, account: Account, first: Somebody | None = None, own_name: str = ""
) -> Change:
    """Put an account into the journal; it is ours from today, where we are known.

    Args:
        journal: Where it is to stand.
        account: As it is to be.
        first: One of their people; None where nobody is known yet.
        own_name: Of who keeps the journal; "" where it is not said now. One that is known
            already stays.
    """
    me, newly_me = reading.me(journal), []
    if me is None and own_name:
        me = _myself(journal, own_name)
        newly_me = [me]
    roles = [] if me is None else [_ours(journal, account.id, me.id)]
    person, new = (None, []) if first is None else people.found_or_new(journal, first)
    if person is not None:
        roles.append(
            Role(id=journal.new_id(), account_id=account.id, person_id=person, side=Side.THEIRS)
        )
    return journal.write(_("New account"), add=[account, *newly_me, *new, *roles])


def introduce_self(journal: Journal, name: str) -> Change:
    """Say who keeps this journal; a name that was given before is replaced."""
    me = reading.me(journal)
    if me is not None:
        return journal.write(_("Change own name"), save=[replace(me, name=name)])
    return journal.write(_("Say own name"), add=[_myself(journal, name)])


def leave(journal: Journal, role: Role, on: date) -> Change:
    """End a role; who held it stays in the journal."""
    return journal.write(_("End role"), save=[replace(role, end=on)])


def trash_account(journal: Journal, account_id: AccountId) -> Change:
    """Put an account into the trash with all that is its own; people stay."""
    whole = reading.relationship(journal, account_id)
    return records.trash(journal, _("Trash account"), whole.account, *_its_own(whole))


def _myself(journal: Journal, name: str) -> Person:
    return Person(id=PersonId(journal.new_id()), name=name, is_self=True)


def _ours(journal: Journal, account: AccountId, me: PersonId) -> Role:
    return Role(
        id=journal.new_id(),
        account_id=account,
        person_id=me,
        side=Side.OURS,
        start=journal.today(),
    )


def _its_own(whole: Relationship) -> Iterable[Record]:
    own = {each.id for each in whole.meetings if each.account_id == whole.account.id}
    theirs = {each.id for each in whole.meetings} - own
    for field in fields(whole):
        if field.name in {"account", "people", "commitments"}:
            continue
        for record in getattr(whole, field.name):
            # A meeting of somebody else's, in which this account was a guest, is theirs.
            if record.id not in theirs and getattr(record, "meeting_id", None) not in theirs:
                yield record
