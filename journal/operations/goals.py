"""The rating to reach by a day, and whether they know of it."""

from dataclasses import dataclass, replace
from datetime import date

from journal.domain.errors import JournalError
from journal.domain.rating import Goal, Level
from journal.domain.record import AccountId, PersonId
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.store import records
from journal.wording import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Where an account should be by a day."""

    level: Level
    by: date
    sentence: str = ""


def set_goal(journal: Journal, account: AccountId, wanted: Wanted) -> Change:
    """Set a goal for an account; one that stood until then ends today and stays readable.

    Raises:
        JournalError: if its day is past.
    """
    today = journal.today()
    if wanted.by < today:
        raise JournalError(_("The day of a goal lies ahead; nothing was changed."))
    standing = records.select(
        journal.file.connection, Goal, "account_id = ? AND ended_on IS NULL", (account,)
    )
    goal = Goal(
        id=journal.new_id(),
        account_id=account,
        level=wanted.level,
        by=wanted.by,
        set_on=today,
        sentence=wanted.sentence.strip(),
    )
    return journal.write(
        _("Set goal"), add=[goal], save=[replace(each, ended_on=today) for each in standing]
    )


def change_goal(journal: Journal, goal: Goal, wanted: Wanted) -> Change:
    """Correct a goal; where the aim itself has changed, set another one.

    Raises:
        JournalError: if it would be due before it was set.
    """
    if wanted.by < goal.set_on:
        raise JournalError(_("A goal is due after the day it was set; nothing was changed."))
    changed = replace(goal, level=wanted.level, by=wanted.by, sentence=wanted.sentence)
    return journal.write(_("Change goal"), save=[changed])


def share_goal(journal: Journal, goal: Goal, on: date, person: PersonId | None) -> Change:
    """Note that the customer was told of the goal, and who."""
    return journal.write(_("Share goal"), save=[replace(goal, shared_on=on, shared_with_id=person)])


def unshare_goal(journal: Journal, goal: Goal) -> Change:
    """Take back that the customer was told, where that was an error."""
    return journal.write(
        _("Unshare goal"), save=[replace(goal, shared_on=None, shared_with_id=None)]
    )


def end_goal(journal: Journal, goal: Goal, on: date) -> Change:
    """Note that it was reached or given up."""
    return journal.write(_("End goal"), save=[replace(goal, ended_on=on)])
