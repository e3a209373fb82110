"""One line of what came up, as it was understood."""

from dataclasses import dataclass
from enum import StrEnum

from journal.domain.record import Basis, Side, Visibility
from journal.typed.people import Somebody
from journal.typed.schedules import Recurring
from journal.typed.understood import Understood


class FindingKind(StrEnum):
    """What a line is, by its first character."""

    NOTE = "note"
    QUOTE = "quote"
    BARRIER = "barrier"
    PROMISE = "promise"
    METRIC = "metric"
    PERSON = "person"
    COMMITMENT = "commitment"
    OPTION = "option"
    QUESTION = "question"
    VISION = "vision"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A line before it is kept.

    Attributes:
        text: What is kept of it; of a person the name, of a standing commitment the title.
        side: Whose promise, metric or vision it is, whose share in a barrier, on whose side a
            person is; ours where that means nothing.
        person: Who said it, owes it, is measured by it, is to be asked; a known one after `@`.
        reported_by: With basis reported; None where nobody known is named.
        due: Of a promise or a vision; None where no day was typed.
        answer: How an option was answered, in their words.
        refused: Whether the answer sounds like a no.
        title: Of a person.
        unit: Of a metric.
        target: Of a metric, as they put it.
        recurring: Of a standing commitment.
        why: What could not be understood, as a sentence; empty where all was. The words that
            it is about are then still in the text.
    """

    kind: FindingKind
    text: str
    side: Side = Side.OURS
    person: Somebody | None = None
    basis: Basis = Basis.GUESS
    reported_by: Somebody | None = None
    visibility: Visibility = Visibility.PRIVATE
    due: Understood | None = None
    answer: str = ""
    refused: bool = False
    title: str = ""
    unit: str = ""
    target: str = ""
    recurring: Recurring | None = None
    why: str = ""
