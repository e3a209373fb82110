"""Two accounts, or two people: what the dialog that makes one of two asks the journal."""

from collections.abc import Mapping

from journal.domain.account import Account
from journal.domain.errors import NotFoundError
from journal.domain.person import Person
from journal.domain.record import AccountId, PersonId, RecordId
from journal.operations import known, merging, reading
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.operations.merging import Pick
from journal.ui.accounts.known_words import accounts_known, people_known
from journal.ui.shared.known_field import Known
from journal.wording import _

Named = Account | Person
Pairs = tuple[tuple[RecordId, RecordId], ...]


class Accounts:
    """Accounts that are the same."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    @property
    def heading(self) -> str:
        """What the dialog is about."""
        return _("Make one of two accounts")

    def everyone(self) -> tuple[Known, ...]:
        """Return all of them, each in words of its own."""
        return accounts_known(self._journal)

    def likely(self, kept: RecordId | None) -> Pairs:
        """Return which may be the same as the one that is kept."""
        if kept is None:
            return ()
        account_id = AccountId(kept)
        name = reading.relationship(self._journal, account_id).account.name
        found = known.similar_accounts(self._journal, name, but=account_id)
        return tuple((kept, each.id) for each in found)

    def one(self, record: RecordId) -> Account:
        """Return one of them as it stands."""
        return reading.relationship(self._journal, AccountId(record)).account

    def place_of(self, kept: RecordId) -> tuple[str, str]:
        """Return in which account to show the one that was kept, and which record there."""
        return kept, ""


class People:
    """People who are the same, begun from an account of theirs."""

    def __init__(self, journal: Journal, account: AccountId) -> None:
        self._journal = journal
        self._account = account

    @property
    def heading(self) -> str:
        """What the dialog is about."""
        return _("Make one of two people")

    def everyone(self) -> tuple[Known, ...]:
        """Return everybody, each in words of their own."""
        return people_known(self._journal)

    def likely(self, kept: RecordId | None) -> Pairs:
        """Return who may be the same as whom is kept, else who of the account as somebody."""
        if kept is None:
            twins = known.twins(self._journal, self._account)
            return tuple((one.id, two.id) for one, two in twins)
        person_id = PersonId(kept)
        found = known.similar_people(self._journal, self.one(kept).name, but=person_id)
        return tuple((kept, each.id) for each in found)

    def one(self, record: RecordId) -> Person:
        """Return one of them as they stand."""
        found = next((each for each in reading.everybody(self._journal) if each.id == record), None)
        if found is None:
            raise NotFoundError(_("This is no longer in the journal."))
        return found

    def place_of(self, kept: RecordId) -> tuple[str, str]:
        """Return in which account to show the one who was kept, and which record there."""
        return self._account, kept


def merge(journal: Journal, kept: Named, other: Named, picks: Mapping[str, Pick]) -> Change:
    """Make one of two of a kind; see `journal.operations.merging`."""
    if isinstance(kept, Account) and isinstance(other, Account):
        return merging.merge_accounts(journal, kept, other, picks)
    if isinstance(kept, Person) and isinstance(other, Person):
        return merging.merge_people(journal, kept, other, picks)
    message = "an account and a person are never the same"
    raise ValueError(message)
