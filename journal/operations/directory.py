"""Who is who while a log is taken in: accounts and people by the names that a log uses."""

from collections.abc import Mapping
from dataclasses import replace

from journal.domain.account import Account, Origin
from journal.domain.errors import NotFoundError
from journal.domain.person import Person, Role
from journal.domain.record import AccountId, PersonId, Record, Side
from journal.exchange.names import organisation_form, person_form
from journal.operations import reading
from journal.operations.journal import Journal
from journal.store import accounts, records
from journal.wording import _

NAME_SOURCE = "name"


class Directory:
    """Finds accounts and people by name, and makes those that are missing.

    An account is found by its present name, else by a name under which it was imported
    before; so one that the user renamed is still found. Both are compared as
    `exchange.names.organisation_form` says.

    Attributes:
        new: Records to add, in the order they were made.
        changed: Records to save.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        connection = journal.file.connection
        living = records.select(connection, Account, "1")
        by_id = {each.id: each for each in living}
        self._origins = accounts.origins(connection, NAME_SOURCE)
        self._by_form: dict[str, Account] = {}
        for each in living:
            self._by_form.setdefault(organisation_form(each.name), each)
        for form, origin in self._origins.items():
            account = by_id.get(AccountId(origin.record))
            if account is not None:
                self._by_form.setdefault(form, account)
        self._people = self._customers_people()
        self.new: list[Record] = []
        self.changed: list[Record] = []

    def account(self, name: str, time_zone: str = "") -> Account:
        """Return the account of that name; a new one where there is none."""
        form = organisation_form(name)
        found = self._by_form.get(form)
        if found is not None:
            return found
        made = Account(id=AccountId(self._journal.new_id()), name=name, time_zone=time_zone)
        self._by_form[form] = made
        self.new += [made, *self._name(made, form)]
        return made

    def meant(self, words: str) -> Account:
        """Return the account that the user means; a new one where nothing fits.

        Raises:
            NotFoundError: if more than one fits, or the name says nothing.
        """
        if not words.strip():
            raise NotFoundError(_("The name of the account is missing."))
        found = self._by_form.get(organisation_form(words))
        if found is not None:
            return found
        if accounts.named(self._journal.file.connection, words.strip()):
            return reading.find_account(self._journal, words)
        return self.account(words.strip())

    def person(self, account: AccountId, name: str) -> PersonId:
        """Return one of their people of that name in the account; a new one where there is none."""
        form = person_form(name)
        found = self._people.get((account, form))
        if found is not None:
            return found
        person = Person(id=PersonId(self._journal.new_id()), name=name)
        role = Role(
            id=self._journal.new_id(), account_id=account, person_id=person.id, side=Side.THEIRS
        )
        self._people[account, form] = person.id
        self.new += [person, role]
        return person.id

    def _customers_people(self) -> dict[tuple[AccountId, str], PersonId]:
        connection = self._journal.file.connection
        names: Mapping[PersonId, str] = {
            each.id: each.name for each in records.select(connection, Person, "1")
        }
        roles = records.select(connection, Role, "side = 'theirs'")
        return {
            (each.account_id, person_form(names[each.person_id])): each.person_id
            for each in roles
            if each.person_id in names
        }

    def _name(self, account: Account, form: str) -> list[Record]:
        """Remember the name; where it led to an account in the trash, from now on to this one."""
        origin = self._origins.get(form)
        if origin is None:
            made = Origin(
                id=self._journal.new_id(), record=account.id, source=NAME_SOURCE, key=form
            )
            self._origins[form] = made
            return [made]
        self.changed.append(replace(origin, record=account.id))
        return []
