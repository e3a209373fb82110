"""All of one account, and how a person is found in it."""

from journal.domain.account import Account
from journal.domain.person import Person
from journal.domain.record import AccountId, PersonId, RecordId
from journal.domain.relationship import Relationship

DANA = Person(id=PersonId(RecordId("dana")), name="Dana Whitfield")
KNOWN = Relationship(
    account=Account(id=AccountId(RecordId("a")), name="Mercy General"), people=(DANA,)
)


def test_a_person_is_found_by_id() -> None:
    """Lines hold ids, people want names."""
    assert KNOWN.person(DANA.id) == DANA


def test_nobody_and_whoever_is_in_the_trash_is_none() -> None:
    """A line outlives the person that it names."""
    assert KNOWN.person(None) is None
    assert KNOWN.person(PersonId(RecordId("gone"))) is None
