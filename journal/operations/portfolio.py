"""All accounts beside each other: read a few at a time, read again after a change, and exported."""

from collections.abc import Collection, Sequence
from pathlib import Path

from journal.analysis.portfolio import Flag, PortfolioRow, portfolio_row
from journal.brief import pdf
from journal.domain.meeting import Meeting
from journal.domain.rating import Rating
from journal.domain.record import AccountId
from journal.domain.relationship import Relationship
from journal.exchange.sheet import SheetCell, sheet
from journal.levels import aim_words, level_words
from journal.operations.journal import Journal
from journal.store import overview
from journal.wording import _


def all_accounts(journal: Journal) -> tuple[AccountId, ...]:
    """Return every account, by name."""
    return overview.all_ids(journal.file.connection)


def rows(journal: Journal, accounts: Collection[AccountId]) -> tuple[PortfolioRow, ...]:
    """Sum up some accounts, by name; who is in the trash by now is left out.

    It takes a few milliseconds for each account with a long history: a long list is read in
    parts, and the window goes on between them.
    """
    now = journal.now()
    found = overview.outlines(journal.file.connection, now, accounts)
    return tuple(portfolio_row(each, now=now) for each in found)


def histories(journal: Journal, accounts: Collection[AccountId]) -> tuple[Relationship, ...]:
    """Return what is drawn of some accounts beside each other, by name; the trash is left out."""
    return overview.histories(journal.file.connection, journal.now(), accounts)


def last_change(journal: Journal) -> int:
    """Return the number of the last change, for `concerned_since`."""
    return overview.last_change(journal.file.connection)


def concerned_since(journal: Journal, change: int) -> frozenset[AccountId] | None:
    """Return the accounts whose row may be another since a change; None for any of them."""
    return overview.concerned_since(journal.file.connection, change)


def export(shown: Sequence[PortfolioRow], path: Path) -> None:
    """Write rows into a file for a spreadsheet, in their order.

    Raises:
        NotSavedError: if the disk does not take it; what was there is as it was.
    """
    header = (
        *(_("Account"), _("Unit"), _("Place"), _("Aim")),
        *(_("Our rating"), _("Their rating"), _("Gap in steps"), _("Last change in steps")),
        *(_("Last held"), _("Next meeting"), _("Lost"), _("Held or lost")),
        *(_("We kept in time"), _("Of ours due"), _("They kept in time"), _("Of theirs due")),
        *(_("Guesses left"), _("Asks for attention")),
    )
    pdf.put(path, sheet(header, (_cells(each) for each in shown)))


def flag_words(flag: Flag) -> str:
    """Say in few words what an account asks attention for."""
    return {
        Flag.OVERDUE: _("we are late"),
        Flag.UNRECORDED: _("outcome not told"),
        Flag.SLIDES: _("slides"),
        Flag.OUT_OF_TOUCH: _("not seen in its interval"),
        Flag.STALL: _("refused alike three times"),
        Flag.SAME_AS_LAST_YEAR: _("same as last year"),
        Flag.STALE: _("rating is old"),
    }[flag]


def _cells(row: PortfolioRow) -> tuple[SheetCell, ...]:
    account = row.account
    return (
        *(account.name, account.unit, account.place, aim_words(account.aim)),
        *(_level(row.ours), _level(row.theirs), row.gap_steps, row.trend_steps),
        *(_day(row.last), _day(row.next), row.last_ten.lost, row.last_ten.counted),
        *(row.ours_kept.in_time, row.ours_kept.due, row.theirs_kept.in_time, row.theirs_kept.due),
        *(row.guesses, "; ".join(flag_words(each) for each in row.flags)),
    )


def _level(rating: Rating | None) -> str:
    return "" if rating is None else level_words(rating.level)


def _day(meeting: Meeting | None) -> SheetCell:
    return None if meeting is None else meeting.when.day
