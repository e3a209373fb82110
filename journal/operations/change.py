"""What an operation did, told once to whoever shows it."""

from dataclasses import dataclass

from journal.domain.record import Record, RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of the journal.

    Attributes:
        name: As it stands in "Undo ...", such as "Cancel meeting".
        number: Of the change in the history; 0 where nothing had to be changed.
        kinds: The kinds of record that were touched.
        ids: Of the records; for an import, thousands.
        trashed: Those that were put into the trash, what was meant first.
    """

    name: str
    number: int
    kinds: frozenset[type[Record]]
    ids: frozenset[RecordId]
    trashed: tuple[RecordId, ...] = ()
