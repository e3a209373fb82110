"""Read all that hangs on one account."""

import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from journal.domain.account import Account
from journal.domain.document import Attachment, IssuedDocument, IssuedLine
from journal.domain.errors import NotFoundError
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
from journal.domain.record import AccountId, PersonId, Record
from journal.domain.relationship import Relationship
from journal.store.records import select
from journal.store.rows import AnyRecord, person_fields
from journal.wording import _

_OURS = "account_id = :account"
_ITS_MEETINGS = (
    "SELECT id FROM meetings WHERE account_id = :account"
    " UNION SELECT meeting_id FROM participations"
    " WHERE account_id = :account AND deleted_at IS NULL"
)
_OF_THEIR_PEOPLE = (
    "person_id IN (SELECT person_id FROM roles"
    " WHERE account_id = :account AND side = 'theirs' AND deleted_at IS NULL)"
)
_PEOPLE_AT_ONCE = 500


class _Reader:
    """The records of one account, one kind at a time."""

    def __init__(self, connection: sqlite3.Connection, account: AccountId) -> None:
        self._connection = connection
        self._account = account
        self.people: set[PersonId] = set()

    def __call__(
        self, kind: type[AnyRecord], where: str = _OURS, order: str = "id"
    ) -> tuple[AnyRecord, ...]:
        account = {"account": self._account}
        found = select(self._connection, kind, where, account, order=order)
        for each in found:
            self.people.update(people_named(each))
        return found

    def lines(self, kind: type[AnyRecord]) -> tuple[AnyRecord, ...]:
        return self(kind, order="position, noted_on, id")


def relationship(connection: sqlite3.Connection, account: AccountId) -> Relationship:
    """Return an account and everything about it, as it stands now.

    Raises:
        NotFoundError: if there is no such account outside the trash.
    """
    read = _Reader(connection, account)
    found = read(Account, "id = :account")
    if not found:
        raise NotFoundError(_("There is no such account in this journal."), account)
    whole = Relationship(
        account=found[0],
        roles=read(Role, order='"start", id'),
        commitments=read(StandingCommitment, _OF_THEIR_PEOPLE, "first_day, id"),
        meetings=read(Meeting, f"id IN ({_ITS_MEETINGS})", "starts_utc, id"),
        participations=read(Participation, f"meeting_id IN ({_ITS_MEETINGS})"),
        ratings=read(Rating, order="day, id"),
        goals=read(Goal, order="set_on, id"),
        metrics=read.lines(Metric),
        readings=read(MetricReading, _of("metric_id", "metrics"), "day, id"),
        alignments=read(Alignment),
        negotiations=read(Negotiation, order="opened_on, id"),
        barriers=read.lines(Barrier),
        visions=read.lines(Vision),
        norms=read.lines(Norm),
        interests=read.lines(Interest),
        criteria=read.lines(Criterion),
        options=read.lines(Option),
        option_links=read(OptionLink, _of("option_id", "options")),
        alternatives=read.lines(Alternative),
        questions=read.lines(Question),
        promises=read(Promise, order="due_on, made_on, id"),
        quotes=read(Quote, order="said_on, id"),
        documents=read(IssuedDocument, order="issued_on, version"),
        document_lines=read(
            IssuedLine, _of("document_id", "issued_documents"), "document_id, position, id"
        ),
        attachments=read(Attachment, order="name, id"),
    )
    return replace(whole, people=_people(connection, read.people))


def _of(column: str, table: str) -> str:
    """Return the condition that a record hangs on a record of the account."""
    return (
        f"{column} IN (SELECT id FROM {table} WHERE account_id = :account AND deleted_at IS NULL)"
    )


def people_named(record: Record) -> Iterable[PersonId]:
    """Yield the ids of the people that a record names."""
    for name in person_fields(type(record)):
        value = getattr(record, name)
        if value is not None:
            yield value
    lost = getattr(record, "cancellation", None)
    if lost is not None and lost.by_person_id is not None:
        yield lost.by_person_id


def _people(connection: sqlite3.Connection, named: Iterable[PersonId]) -> tuple[Person, ...]:
    found = {each.id: each for each in select(connection, Person, "is_self = 1")}
    wanted = sorted(named)
    for start in range(0, len(wanted), _PEOPLE_AT_ONCE):
        some = wanted[start : start + _PEOPLE_AT_ONCE]
        marks = ", ".join("?" * len(some))
        found |= {each.id: each for each in select(connection, Person, f"id IN ({marks})", some)}
    return tuple(found[each] for each in sorted(found))
