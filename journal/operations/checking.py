"""Whether the journal is sound: pages, references, texts and search."""

from collections.abc import Callable

from journal.operations.journal import Journal
from journal.store import checking
from journal.store.aside import check_aside
from journal.store.checking import Finding


def check(journal: Journal, is_wanted: Callable[[], bool] = lambda: True) -> tuple[Finding, ...]:
    """Look through all of it without holding anybody up; nothing found is the usual answer.

    Args:
        journal: A fellow of its own where somebody works meanwhile.
        is_wanted: Asked every few milliseconds; the check ends early where it says no.
    """
    return check_aside(journal.file.connection, is_wanted)


def check_quickly(journal: Journal) -> tuple[Finding, ...]:
    """Look through pages and references only; a fraction of a second for a large journal."""
    return checking.check_quickly(journal.file.connection)
