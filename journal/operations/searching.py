"""Finding anything by its words."""

from journal.domain.finding import Hits
from journal.domain.record import AccountId
from journal.operations.journal import Journal
from journal.store import search as index


def search(
    journal: Journal, words: str, *, account: AccountId | None = None, limit: int = 50
) -> Hits:
    """Find the records that hold all words, each by its beginning, accents aside.

    Args:
        journal: A fellow of its own where it is called while somebody types.
        words: As typed; what stands in quotation marks is found as it stands there.
        account: Only of this account; None for all.
        limit: How many hits to return.
    """
    return index.search(journal.file.connection, words, account=account, limit=limit)
