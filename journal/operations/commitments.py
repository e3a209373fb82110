"""What recurs in a person's calendar: noting and changing it."""

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
