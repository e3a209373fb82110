"""All that the journal knows of one account, as one value.

Analysis, the timeline and the brief are functions of it, so each of them can be tried with
a few lines written by hand.
"""

from dataclasses import dataclass

from journal.domain.account import Account
from journal.domain.document import Attachment, IssuedDocument, IssuedLine
from journal.domain.meeting import Meeting, Participation
from journal.domain.metric import Alignment, Metric, MetricReading
from journal.domain.person import Person, Role, StandingCommitment
from journal.domain.plan import (
    Alternative,
    Barrier,
    Criterion,
    Interest,
    Negotiation,
    Norm,
    Option,
    OptionLink,
    Question,
    Vision,
)
from journal.domain.promise import Promise, Quote
from journal.domain.rating import Goal, Rating
from journal.domain.record import AccountId, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Acquaintance:
    """A person of a customer's, with where to find them; read for all accounts at once.

    Attributes:
        title: In that account; may be empty.
    """

    person_id: PersonId
    name: str
    title: str
    account_id: AccountId
    account_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """One account and everything that hangs on it; nothing from the trash.

    Meetings stand in order of time (also those in which the account took part as a
    guest), lines in order of `position`, dated things in order of their day. `people`
    holds everybody who occurs, and always oneself if the journal knows.
    """

    account: Account
    people: tuple[Person, ...] = ()
    roles: tuple[Role, ...] = ()
    commitments: tuple[StandingCommitment, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    participations: tuple[Participation, ...] = ()
    ratings: tuple[Rating, ...] = ()
    goals: tuple[Goal, ...] = ()
    metrics: tuple[Metric, ...] = ()
    readings: tuple[MetricReading, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    negotiations: tuple[Negotiation, ...] = ()
    barriers: tuple[Barrier, ...] = ()
    visions: tuple[Vision, ...] = ()
    norms: tuple[Norm, ...] = ()
    interests: tuple[Interest, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    options: tuple[Option, ...] = ()
    option_links: tuple[OptionLink, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    questions: tuple[Question, ...] = ()
    promises: tuple[Promise, ...] = ()
    quotes: tuple[Quote, ...] = ()
    documents: tuple[IssuedDocument, ...] = ()
    document_lines: tuple[IssuedLine, ...] = ()
    attachments: tuple[Attachment, ...] = ()

    def person(self, person_id: PersonId | None) -> Person | None:
        """Return the person, or None where nobody is named or the person is in the trash."""
        return next((each for each in self.people if each.id == person_id), None)
