"""Who is known already: accounts and people of a like name, and a person's other accounts."""

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from journal.domain.account import Account
from journal.domain.person import Person, Role
from journal.domain.record import AccountId, PersonId, RecordId
from journal.exchange.names import organisation_form, person_form
from journal.operations.directory import NAME_SOURCE
from journal.operations.journal import Journal
from journal.store import accounts, records

# Of two spellings so much alike, one is probably a slip of the other.
_ALIKE = 0.86
_WORD = re.compile(r"\w+")
_ENOUGH_WORDS = 2
_REMEMBERED = 1 << 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """A role in another account."""

    account: Account
    role: Role


class AccountNames:
    """The names of all accounts at one moment, to be asked at each key; see `similar_accounts`."""

    def __init__(self, journal: Journal) -> None:
        connection = journal.file.connection
        self._imported = accounts.origins(connection, NAME_SOURCE)
        self._forms = [
            (organisation_form(each.name), each)
            for each in records.select(connection, Account, "1", order=records.BY_NAME)
        ]

    def like(self, name: str, *, but: AccountId | None = None) -> tuple[Account, ...]:
        """Return the accounts that the name may mean, the likeliest first."""
        if not name.strip():
            return ()
        sought = organisation_form(name)
        imported = self._imported.get(sought)
        meant = None if imported is None else imported.record
        found = [
            (far, each)
            for form, each in self._forms
            if each.id != but and (far := 0 if each.id == meant else _distance(sought, form)) < 1
        ]
        return tuple(each for _far, each in sorted(found, key=_by_distance))


def similar_accounts(
    journal: Journal, name: str, *, but: AccountId | None = None
) -> tuple[Account, ...]:
    """Return the accounts that the name may mean, the likeliest first.

    They are named or were imported as the name says, begin as it does or hold all of its
    words, or differ by a slip.

    Args:
        journal: Where to look.
        name: As typed.
        but: An account that is not asked about.
    """
    return AccountNames(journal).like(name, but=but)


def same_name(one: str, two: str) -> bool:
    """Say whether two spellings name one organisation; an import would take them for one."""
    return organisation_form(one) == organisation_form(two)


def similar_people(
    journal: Journal, name: str, *, but: PersonId | None = None
) -> tuple[Person, ...]:
    """Return the people that the name may mean, the likeliest first; see `similar_accounts`."""
    if not name.strip():
        return ()
    found = [
        (_person_distance(name, each.name), each)
        for each in records.select(journal.file.connection, Person, "1", order=records.BY_NAME)
        if each.id != but
    ]
    return tuple(each for far, each in sorted(found, key=_by_distance) if far < 1)


def twins(journal: Journal, account: AccountId) -> tuple[tuple[Person, Person], ...]:
    """Return the people of an account with those who may be the same person, likeliest first.

    Both may belong to the account, or the second to any other.
    """
    connection = journal.file.connection
    everybody = records.select(connection, Person, "1", order=records.BY_NAME)
    roles = records.select(connection, Role, "account_id = ?", (account,))
    here = {each.person_id for each in roles}
    found = [
        (_person_distance(one.name, two.name), one, two)
        for one in everybody
        for two in everybody
        if one.id in here and one.id != two.id and not (two.id in here and two.id < one.id)
    ]
    near = sorted((each for each in found if each[0] < 1), key=_by_likeness)
    return tuple((one, two) for _far, one, two in near)


def roles_elsewhere(
    journal: Journal, person: PersonId, account: AccountId
) -> tuple[Elsewhere, ...]:
    """Return a person's roles in other accounts, those that last first."""
    connection = journal.file.connection
    roles = records.select(
        connection,
        Role,
        "person_id = ? AND account_id <> ?",
        (person, account),
        order='"end" IS NOT NULL, "start" DESC, id',
    )
    by_id = {each.id: each for each in records.select(connection, Account, "1")}
    return tuple(
        Elsewhere(account=by_id[each.account_id], role=each)
        for each in roles
        if each.account_id in by_id
    )


def _by_likeness(three: tuple[float, Person, Person]) -> tuple[float, str, str, RecordId]:
    far, one, two = three
    return far, one.name.casefold(), two.name.casefold(), two.id


def _by_distance(pair: tuple[float, Account | Person]) -> tuple[float, str, RecordId]:
    far, record = pair
    return far, record.name.casefold(), record.id


def _person_distance(name: str, other: str) -> float:
    one, two = person_form(name), person_form(other)
    ones, twos = _words(one), _words(two)
    turned = ones and sorted(ones) == sorted(twos)
    return 0.1 if turned and one != two else min(_distance(one, two), _initials(ones, twos))


def _initials(ones: tuple[str, ...], twos: tuple[str, ...]) -> float:
    """Say how far "D. Whitfield" is from "Dana Whitfield"; 1 where it is another name."""
    if min(len(ones), len(twos)) < _ENOUGH_WORDS or ones[-1] != twos[-1]:
        return 1
    short, long = sorted((ones[0], twos[0]), key=len)
    return 0.2 if len(short) == 1 and long.startswith(short) else 1


def _distance(one: str, two: str) -> float:
    """Return 0 for the same name, less than 1 for one that may be meant."""
    if one == two:
        return 0
    ones, twos = _words(one), _words(two)
    short, long = sorted((ones, twos), key=len)
    if short and long[: len(short)] == short:
        return 0.1
    if len(short) >= _ENOUGH_WORDS and set(short) <= set(long):
        return 0.2
    matcher = SequenceMatcher(None, " ".join(ones), " ".join(twos), autojunk=False)
    # Bounds that are quickly known; a journal has thousands of names.
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 1
    ratio = matcher.ratio()
    return 1 if ratio < _ALIKE else 1 - ratio + 0.2


@lru_cache(maxsize=_REMEMBERED)
def _words(form: str) -> tuple[str, ...]:
    parts = unicodedata.normalize("NFKD", form)
    plain = "".join(each for each in parts if not unicodedata.combining(each))
    return tuple(_WORD.findall(plain))
