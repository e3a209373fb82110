"""What became of a promise, of either side."""

from dataclasses import replace
from datetime import date

from journal.domain.promise import Promise
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.wording import _


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
