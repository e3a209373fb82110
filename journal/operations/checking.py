"""Whether the journal is sound: pages, references, texts and search."""

from collections.abc import Callable

from journal.operations.journal import Journal
from journal.store import checking
from journal.store.checking import Finding


def check(journal: Journal, is_wanted: Callable[[], bool] = lambda: True) -> tuple[Finding, ...]:
    """Look through all of it; nothing found is the usual answer.

    Args:
        journal: A fellow of its own where somebody works meanwhile; not a read-only one.
        is_wanted: Asked now and then; the check ends early where it says no.
    """
    return checking.check(journal.file.connection, is_wanted)
