"""What both sides owe, over all accounts, and what became of it."""

import json
from collections.abc import Collection
from dataclasses import replace
from datetime import date

from journal.analysis.promises import FollowUp
from journal.domain.account import Account
from journal.domain.person import Person
from journal.domain.promise import Promise
from journal.domain.record import RecordId
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.store import records
from journal.wording import _

_OWED = """
    kept_on IS NULL AND dropped_on IS NULL OR id IN (SELECT value FROM json_each(:also))
"""
_BY_DAY = "due_on IS NULL, due_on, side, made_on, id"
_NAMED = """
    id IN (SELECT person_id FROM promises UNION SELECT to_person_id FROM promises)
"""


def follow_ups(journal: Journal, also: Collection[RecordId] = ()) -> tuple[FollowUp, ...]:
    """Return what both sides still owe: by its day, so overdue first; undated last.

    Args:
        journal: Where it stands.
        also: Promises to return though they were kept or dropped by now.
    """
    connection = journal.file.connection
    owed = records.select(
        connection, Promise, _OWED, {"also": json.dumps(list(also))}, order=_BY_DAY
    )
    accounts = {each.id: each for each in records.select(connection, Account, "1")}
    people = {each.id: each for each in records.select(connection, Person, _NAMED)}
    return tuple(
        FollowUp(
            promise=each,
            account=accounts[each.account_id],
            person=None if each.person_id is None else people.get(each.person_id),
            to_person=None if each.to_person_id is None else people.get(each.to_person_id),
        )
        for each in owed
        if each.account_id in accounts
    )


def keep(journal: Journal, promise: Promise, on: date) -> Change:
    """Note that it was kept on a day."""
    return journal.write(_("Keep promise"), save=[replace(promise, kept_on=on, dropped_on=None)])


def drop(journal: Journal, promise: Promise, on: date) -> Change:
    """Note that it was let go on a day."""
    return journal.write(_("Drop promise"), save=[replace(promise, kept_on=None, dropped_on=on)])


def postpone(journal: Journal, promise: Promise, due_on: date) -> Change:
    """Give it another day."""
    return journal.write(_("Postpone promise"), save=[replace(promise, due_on=due_on)])


def reopen(journal: Journal, promise: Promise) -> Change:
    """Owe it again."""
    return journal.write(
        _("Reopen promise"), save=[replace(promise, kept_on=None, dropped_on=None)]
    )
