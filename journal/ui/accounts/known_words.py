"""Accounts and people in the words by which one of them is chosen by typing."""

from collections import Counter
from collections.abc import Iterable, Iterator

from journal.domain.account import Account
from journal.domain.record import RecordId
from journal.operations import listing, reading
from journal.operations.journal import Journal
from journal.ui.shared.known_field import Known
from journal.ui.shared.words import date_words
from journal.wording import _


def account_words(account: Account) -> str:
    """Say an account with what tells it from others of its name."""
    return " · ".join(each for each in (account.name, account.unit, account.place) if each)


def accounts_known(journal: Journal) -> tuple[Known, ...]:
    """Return all accounts, each in words of its own."""
    today = journal.today()
    said = []
    for glance in listing.accounts(journal):
        last = glance.last_held
        met = _("last met {day}").format(day=date_words(last.day, today)) if last else ""
        said.append((glance.account.id, account_words(glance.account), met or _("never met")))
    return tuple(_told_apart(said))


def people_known(journal: Journal) -> tuple[Known, ...]:
    """Return everybody, each in words of their own: with title and account where there is one."""
    where: dict[RecordId, tuple[str, str]] = {}
    for each in reading.acquaintances(journal):
        where.setdefault(each.person_id, (each.title, each.account_name))
    said = [
        (each.id, " · ".join(filter(None, (each.name, *where.get(each.id, ())))), "")
        for each in reading.everybody(journal)
    ]
    return tuple(_told_apart(said))


def _told_apart(said: Iterable[tuple[RecordId, str, str]]) -> Iterator[Known]:
    """Add what tells two apart that would read the same, and a number where nothing does."""
    whole = list(said)
    alike = Counter(words.casefold() for _id, words, _more in whole)
    seen = Counter[str]()
    for record, words, more in whole:
        told = f"{words} · {more}" if more and alike[words.casefold()] > 1 else words
        seen[told.casefold()] += 1
        count = seen[told.casefold()]
        yield Known(id=record, words=told if count == 1 else f"{told} ({count})")
