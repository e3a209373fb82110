"""The accounts as a list shows them: all that a start reads."""

from journal.domain.glance import Glance
from journal.domain.record import AccountId
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.store import accounts as stored


def accounts(journal: Journal) -> tuple[Glance, ...]:
    """Return every account with what a list shows of it, by name."""
    return stored.glances(journal.file.connection, now=journal.now(), today=journal.today())


def accounts_after(journal: Journal, change: Change) -> dict[AccountId, Glance | None]:
    """Return afresh the glances that a change concerns; None where the account is gone."""
    if not _concerns_the_list(change):
        return {}
    connection = journal.file.connection
    concerned = stored.concerned(connection, change.number)
    found = stored.glances(connection, now=journal.now(), today=journal.today(), among=concerned)
    return dict.fromkeys(concerned) | {each.account.id: each for each in found}


def _concerns_the_list(change: Change) -> bool:
    # What a glance is made of; a start needs none of these kinds.
    from journal.domain.account import Account
    from journal.domain.meeting import Meeting, Participation
    from journal.domain.promise import Promise
    from journal.domain.rating import Rating

    return bool(change.kinds & {Account, Meeting, Participation, Rating, Promise})
