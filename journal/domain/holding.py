"""All that a journal holds about one person, as one value; and where a text names somebody."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from journal.domain.account import Origin
from journal.domain.meeting import Meeting
from journal.domain.metric import Alignment, Metric, MetricReading
from journal.domain.person import Person
from journal.domain.record import AccountId, MeetingId, MetricId, Record, RecordId

_SHORTEST_PART = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A record that names the person.

    Attributes:
        field: The one that does, such as `person_id` or `cancellation.by_person_id`.
    """

    record: Record
    field: str
    is_trashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A text, typed for something else, that names the person.

    Attributes:
        field: Which text of the record it is, as the file calls it.
        account_id: Whose it is; None where it is of no account.
    """

    kind: type[Record]
    record: RecordId
    field: str
    text: str
    account_id: AccountId | None = None
    is_trashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """All about one person, over all accounts, also what lies in the trash.

    Attributes:
        meetings: Those that the records are about or came up in.
        readings: Of the metrics of the person.
        alignments: On those metrics.
        metrics: The ones at either end of the alignments.
        accounts: The name of every account of the journal.
        people: Everybody whom the records name.
        asked_at: The aware moment at which it was gathered.
        mentions: In texts that are not among the records of the person.
        origins: From which files the person and the records came.
        altered: How many entries of each kind the history has about them.
    """

    person: Person
    held: tuple[Held, ...]
    meetings: Mapping[MeetingId, Meeting]
    readings: tuple[MetricReading, ...]
    alignments: tuple[Alignment, ...]
    metrics: Mapping[MetricId, Metric]
    accounts: Mapping[AccountId, str]
    people: tuple[Person, ...]
    asked_at: datetime
    mentions: tuple[Mention, ...]
    origins: tuple[Origin, ...]
    altered: Mapping[type[Record], int]


def names_of(person: Person) -> tuple[str, ...]:
    """Return what somebody may be called in a text: name, address and number, parts of the name.

    What can only be that person stands first; a part of a name may be anybody's, or a word.
    """
    whole = " ".join(person.name.split())
    certain = [each.strip() for each in (whole, person.email, person.phone) if each.strip()]
    parts = [each.strip(".,;()\"'“”") for each in whole.split(" ")] if " " in whole else []
    uncertain = [each for each in parts if len(each) >= _SHORTEST_PART and each[0].isalpha()]
    return tuple(dict.fromkeys((*certain, *uncertain)))


def certain_names_of(person: Person) -> tuple[str, ...]:
    """Return those of `names_of` that can only be that person."""
    whole = " ".join(person.name.split())
    certain = {whole, person.email.strip(), person.phone.strip()}
    return tuple(each for each in names_of(person) if each in certain)


def naming(names: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of these names as whole words, whatever their case.

    Where letters are written without a space between words, a name needs none beside it.
    """
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile("|".join(map(_whole, longest_first)) or "(?!)", re.IGNORECASE)


def likely_naming(names: Iterable[str]) -> Callable[[str], bool]:
    """Return what is true of each text in which `naming` finds one of these, and of few others.

    It costs a tenth of that, for the hundreds of thousands of texts of a large journal.
    """
    starts = tuple({_folded(each.split()[0]) for each in names})

    def is_likely(text: str) -> bool:
        folded = _folded(text)
        return any(each in folded for each in starts)

    return is_likely


def _folded(text: str) -> str:
    """Make letters equal that a pattern takes for equal: also the two of Turkish without case."""
    return text.casefold().replace("\u0131", "i").replace("\u0307", "")


def _whole(name: str) -> str:
    before = r"(?<!\w)" if _is_spaced(name[0]) else ""
    after = r"(?!\w)" if _is_spaced(name[-1]) else ""
    return before + r"\s+".join(re.escape(each) for each in name.split()) + after


def _is_spaced(letter: str) -> bool:
    """Say whether words of this script stand apart: not so in Chinese, nor before Arabic names."""
    return letter.isalnum() and unicodedata.category(letter) != "Lo"
