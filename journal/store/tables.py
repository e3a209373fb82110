"""Every kind of record and its table, for whoever goes through all of them."""

from collections.abc import Mapping

from journal.domain.account import Account, Origin
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
from journal.domain.record import Record
from journal.store.rows import table_of

_KINDS: tuple[type[Record], ...] = (
    *(Account, Person, Role, StandingCommitment, Meeting, Participation, Rating, Goal),
    *(Metric, MetricReading, Alignment, Negotiation, Barrier, Vision, Norm, Interest, Criterion),
    *(Option, OptionLink, Alternative, Question, Promise, Quote),
    *(IssuedDocument, IssuedLine, Attachment, Origin),
)

TABLES: Mapping[type[Record], str] = {kind: table_of(kind) for kind in _KINDS}
KINDS: Mapping[str, type[Record]] = {table: kind for kind, table in TABLES.items()}
