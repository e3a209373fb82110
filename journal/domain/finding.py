"""What is searched for, and what a search brings."""

from dataclasses import dataclass
from datetime import date, datetime

from journal.domain.record import AccountId, Record, RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody looks for.

    Attributes:
        words: As typed.
        account: Only of this account; None for all.
        kinds: Only of these kinds; none for all.
        since: Only what is about this day or a later one; None for all.
    """

    words: str
    account: AccountId | None = None
    kinds: frozenset[type[Record]] = frozenset()
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One record that was found.

    Attributes:
        account_id: None for a person, who belongs to several.
        happened_at: The instant it is about; midnight UTC where only the day is known.
        excerpt: Of the text, around the first word found; the title where only that has one.
        marks: Start and end in `excerpt` of each word found.
    """

    kind: type[Record]
    record: RecordId
    account_id: AccountId | None
    happened_at: datetime
    title: str
    excerpt: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """The best hits first; `capped` where only the newest of very many were looked at."""

    hits: tuple[Hit, ...]
    capped: bool
