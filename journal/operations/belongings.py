"""What belongs to one account and to no other: what may go with it to somebody else.

Meetings of other accounts, in which this one was a guest, stay where they are, and so do the
guests of theirs in its own. Of somebody of another customer's who occurs here the name goes and
no more. What refers to anything of that is kept without saying so.
"""

from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields, replace

from journal.domain.meeting import Meeting, Participation
from journal.domain.person import Person, Role
from journal.domain.plan import OptionLink
from journal.domain.record import AccountId, Record, RecordId
from journal.domain.relationship import Relationship
from journal.exchange.notation import references
from journal.operations import reading
from journal.operations.journal import Journal
from journal.store import records
from journal.store.relationships import people_named

# They say that two things belong together, and nothing without both.
_JOINS = (OptionLink, Participation)

PARTS = tuple(each.name for each in fields(Relationship) if each.name != "account")
"""The names of all that hangs on an account."""


def belongings(journal: Journal, account: AccountId) -> Relationship:
    """Return all that belongs to an account; no id in it leads outside.

    Raises:
        NotFoundError: if there is no such account.
    """
    whole = reading.relationship(journal, account)
    own = {each.id for each in whole.meetings if each.account_id == account}
    whole = replace(
        whole,
        meetings=tuple(each for each in whole.meetings if each.id in own),
        participations=tuple(
            each
            for each in whole.participations
            if each.meeting_id in own and each.account_id in {None, account}
        ),
        people=tuple(_known_here(journal, whole)),
    )
    return closed(whole)


def everything(whole: Relationship) -> Iterator[Record]:
    """Yield the account, and every record of it."""
    yield whole.account
    for name in PARTS:
        yield from getattr(whole, name)


def closed(whole: Relationship) -> Relationship:
    """Leave out whatever leads to a record that is not there, and people nobody names."""
    while True:
        ids = {each.id for each in everything(whole)}
        within = turned(whole, _Cutter(ids))
        telling = (each for each in everything(within) if not isinstance(each, Person))
        named = {one for each in telling for one in people_named(each)}
        people = tuple(each for each in within.people if each.id in named)
        within = replace(within, people=people)
        if within == whole:
            return whole
        whole = within


def turned(whole: Relationship, turn: Callable[[Record], Record | None]) -> Relationship:
    """Return a relationship whose records are turned into others; None leaves one out.

    Args:
        whole: As it is.
        turn: Returns a record of the same kind; of the account never None.
    """
    parts = {
        name: tuple(made for each in getattr(whole, name) if (made := turn(each)) is not None)
        for name in PARTS
    }
    account = turn(whole.account)
    # mypy cannot know which kind of record a name stands for.
    return replace(whole, account=account, **parts)  # type: ignore[arg-type]


def _known_here(journal: Journal, whole: Relationship) -> Iterator[Person]:
    here = {each.person_id for each in whole.roles}
    elsewhere = records.select(journal.file.connection, Role, "side = 'theirs'")
    strangers = {each.person_id for each in elsewhere} - here
    for each in whole.people:
        yield Person(id=each.id, name=each.name) if each.id in strangers else each


class _Cutter:
    """Cuts what leads to a record that is not among these."""

    def __init__(self, ids: set[RecordId]) -> None:
        self._ids = ids

    def __call__(self, record: Record) -> Record | None:
        return _cut(record, self._ids)


def _cut(record: Record, ids: set[RecordId]) -> Record | None:
    """Return a record without what leads outside; None where it hangs on that."""
    lost = {name for name, _kind, wanted in references(record) if wanted not in ids}
    if not lost:
        return record
    if isinstance(record, _JOINS) or any(
        each.name in lost and each.default is MISSING for each in fields(record)
    ):
        return None
    values: dict[str, object] = {each.name: None for each in fields(record) if each.name in lost}
    if isinstance(record, Meeting) and record.cancellation is not None:
        told = record.cancellation
        values["cancellation"] = replace(
            told,
            by_person_id=None if "by_person_id" in lost else told.by_person_id,
            found_commitment_id=None if "found_commitment_id" in lost else told.found_commitment_id,
        )
    # mypy cannot know which field a name stands for.
    return replace(record, **values)  # type: ignore[arg-type]
