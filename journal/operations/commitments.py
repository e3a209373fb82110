"""What recurs in a person's calendar: noting, changing and ending it."""

from dataclasses import replace
from datetime import date

from journal.domain.errors import JournalError
from journal.domain.person import StandingCommitment
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.wording import _


def note_commitment(journal: Journal, commitment: StandingCommitment) -> Change:
    """Note what recurs in somebody's calendar."""
    return journal.write(_("Note standing commitment"), add=[commitment])


def change_commitment(journal: Journal, commitment: StandingCommitment) -> Change:
    """Say otherwise when it recurs, or what it is."""
    return journal.write(_("Change standing commitment"), save=[commitment])


def end_commitment(journal: Journal, commitment: StandingCommitment, on: date) -> Change:
    """Say that it recurs no more after a day; until then it explains what was lost.

    Raises:
        JournalError: if it begins only after that day.
    """
    if on < commitment.first_day:
        raise JournalError(_("That would end before it begins; nothing was changed."))
    return journal.write(_("End standing commitment"), save=[replace(commitment, last_day=on)])
