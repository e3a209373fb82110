"""Putting one record of an account into the trash, whichever kind it is."""

from collections.abc import Iterable
from dataclasses import fields

from journal.domain.errors import NotFoundError
from journal.domain.meeting import Meeting
from journal.domain.metric import Metric
from journal.domain.record import Record, RecordId
from journal.domain.relationship import Relationship
from journal.operations import people, records
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.terms import record_words
from journal.wording import _

# They have places of their own, where they go with what is theirs.
_ELSEWHERE = {"account", "people"}


def trash_record(journal: Journal, whole: Relationship, record_id: RecordId) -> Change:
    """Put a record into the trash; a meeting with all that was noted in it.

    Args:
        journal: Where it stands.
        whole: The account that it belongs to.
        record_id: Neither of the account itself nor of a person.

    Raises:
        NotFoundError: if the account has no such record.
    """
    record = next((each for each in _all(whole) if each.id == record_id), None)
    if record is None:
        raise NotFoundError(_("This is no longer in the journal."))
    if isinstance(record, Metric):
        return people.trash_metric(journal, record)
    name = _("Trash {record}").format(record=record_words(type(record)))
    noted = _noted_in(whole, record) if isinstance(record, Meeting) else ()
    return records.trash(journal, name, record, *noted)


def _all(whole: Relationship) -> Iterable[Record]:
    for each in fields(whole):
        if each.name not in _ELSEWHERE:
            yield from getattr(whole, each.name)


def _noted_in(whole: Relationship, meeting: Meeting) -> Iterable[Record]:
    return (each for each in _all(whole) if getattr(each, "meeting_id", None) == meeting.id)
