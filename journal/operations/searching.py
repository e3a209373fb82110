"""Finding anything by its words."""

from journal.domain.finding import Hits, Wanted
from journal.operations.journal import Journal
from journal.store import search as index


def search(journal: Journal, wanted: Wanted, *, limit: int = 50) -> Hits:
    """Find the records that hold all words, each by its beginning, accents aside.

    Args:
        journal: A fellow of its own where it is called while somebody types.
        wanted: Of its words, what stands in quotation marks is found as it stands there.
        limit: How many hits to return.
    """
    return index.search(journal.file.connection, wanted, limit=limit)


def stop(journal: Journal) -> None:
    """Stop the search that another thread does with this journal; `StoppedError` ends it."""
    journal.file.interrupt()
