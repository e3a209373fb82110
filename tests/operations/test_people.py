"""Who belongs to an account, on which side, from when to when."""

from datetime import date

import pytest

from journal.domain.errors import JournalError
from journal.domain.meeting import Participation
from journal.domain.metric import Alignment, Metric, MetricReading
from journal.domain.person import Role
from journal.domain.promise import Promise
from journal.domain.record import MetricId, PersonId, RecordId, Side
from journal.domain.relationship import Relationship
from journal.operations import meetings, people, reading, records
from journal.operations.journal import Journal
from journal.operations.people import Place, Somebody
from tests.operations.conftest import ANA, DANA, DANAS_ROLE, LUIS, MERCY
from tests.operations.test_meetings import VISIT

TODAY = date(2026, 11, 23)


def mercy(journal: Journal) -> Relationship:
    """Read the account."""
    return reading.relationship(journal, MERCY.id)


def role_of(journal: Journal, person: PersonId) -> Role:
    """Return the latest role of a person."""
    return [each for each in mercy(journal).roles if each.person_id == person][-1]


def test_somebody_new_and_somebody_known_get_a_place(journal: Journal) -> None:
    """A known one is not made twice."""
    place = Place(account_id=MERCY.id, title=" Buyer ", start=date(2026, 1, 1))
    people.add_person(journal, Somebody(name=" Erin Holt "), place)
    people.add_person(journal, Somebody(known=LUIS.id), Place(account_id=MERCY.id))

    names = [each.name for each in reading.everybody(journal)]
    assert names == ["Ana Calder", "Dana Whitfield", "Erin Holt", "Luis Ortega"]
    roles = {each.title for each in mercy(journal).roles}
    assert roles == {"Director", "Buyer", ""}


def test_nobody_gets_the_same_place_twice(journal: Journal) -> None:
    """But an earlier one beside, and one on the other side."""
    with pytest.raises(JournalError, match="belong to this account already"):
        people.add_person(journal, Somebody(known=DANA.id), Place(account_id=MERCY.id))

    earlier = Place(account_id=MERCY.id, end=date(2020, 1, 1))
    people.add_person(journal, Somebody(known=DANA.id), earlier)
    people.add_person(journal, Somebody(known=DANA.id), Place(account_id=MERCY.id, side=Side.OURS))
    assert len(mercy(journal).roles) == 3


def test_a_role_begins_before_it_ends(journal: Journal) -> None:
    """A slip of the year is said, and nothing written."""
    role = role_of(journal, DANA.id)
    with pytest.raises(JournalError, match="end before it begins"):
        people.date_role(journal, role, TODAY, date(2025, 11, 23))
    with pytest.raises(JournalError, match="end before it begins"):
        people.add_person(
            journal,
            Somebody(name="X"),
            Place(account_id=MERCY.id, start=TODAY, end=date(2025, 11, 23)),
        )

    people.date_role(journal, role, date(2024, 2, 1), TODAY)
    assert role_of(journal, DANA.id).span.start == date(2024, 2, 1)
    assert role_of(journal, DANA.id).end == TODAY


def test_nobody_reports_to_who_reports_to_them(journal: Journal) -> None:
    """Dana to Luis to Erin, and never Erin to Dana."""
    people.add_person(journal, Somebody(known=LUIS.id), Place(account_id=MERCY.id))
    people.add_person(journal, Somebody(name="Erin"), Place(account_id=MERCY.id))
    erin = next(each.id for each in reading.everybody(journal) if each.name == "Erin")
    people.report_to(journal, role_of(journal, DANA.id), LUIS.id)
    people.report_to(journal, role_of(journal, LUIS.id), erin)

    with pytest.raises(JournalError, match="report to each other"):
        people.report_to(journal, role_of(journal, erin), DANA.id)
    with pytest.raises(JournalError, match="report to each other"):
        people.report_to(journal, role_of(journal, erin), erin)

    people.report_to(journal, role_of(journal, LUIS.id), None)
    people.report_to(journal, role_of(journal, erin), DANA.id)
    assert role_of(journal, erin).reports_to_id == DANA.id


def test_an_account_is_handed_over(journal: Journal) -> None:
    """The one before ends the day before, and leaves a word behind."""
    people.hand_over(journal, MERCY.id, Somebody(known=ANA.id), date(2025, 11, 16))
    people.hand_over(
        journal, MERCY.id, Somebody(name="Rob Haas"), TODAY, "Nothing could be done here"
    )

    anas, robs = (each for each in mercy(journal).roles if each.side is Side.OURS)
    assert (anas.start, anas.end) == (date(2025, 11, 16), date(2026, 11, 22))
    assert anas.note == "Nothing could be done here"
    assert (robs.start, robs.end, robs.note) == (TODAY, None, "")


def test_an_account_is_not_handed_over_to_who_has_it_or_into_the_past(journal: Journal) -> None:
    """Both would leave a history that contradicts itself."""
    people.hand_over(journal, MERCY.id, Somebody(known=ANA.id), TODAY)
    with pytest.raises(JournalError, match="on that day or later"):
        people.hand_over(journal, MERCY.id, Somebody(name="Rob"), TODAY)
    with pytest.raises(JournalError, match="look after this account already"):
        people.hand_over(journal, MERCY.id, Somebody(known=ANA.id), date(2026, 12, 1))


def test_a_word_left_behind_stands_under_the_one_before(journal: Journal) -> None:
    """A note of the role's own is kept."""
    people.hand_over(journal, MERCY.id, Somebody(known=ANA.id), date(2025, 1, 1))
    (role,) = (each for each in mercy(journal).roles if each.side is Side.OURS)
    from dataclasses import replace

    records.edit(journal, "Edit note", replace(role, note="Came late"))
    people.hand_over(journal, MERCY.id, Somebody(name="Rob"), TODAY, " No budget ")

    first = next(each for each in mercy(journal).roles if each.end is not None)
    assert first.note == "Came late\nNo budget"


def test_a_wrong_entry_goes_with_what_is_its_own(journal: Journal) -> None:
    """What they promised stays: that was an entry of its own."""
    theirs = Metric(
        id=MetricId(RecordId("m")),
        account_id=MERCY.id,
        text="Spend",
        side=Side.THEIRS,
        person_id=DANA.id,
    )
    ours = Metric(id=MetricId(RecordId("n")), account_id=MERCY.id, text="Units", side=Side.OURS)
    value = MetricReading(id=RecordId("r"), metric_id=theirs.id, day=TODAY, value=1)
    pair = Alignment(
        id=RecordId("a"),
        account_id=MERCY.id,
        their_metric_id=theirs.id,
        our_metric_id=ours.id,
    )
    promise = Promise(
        id=RecordId("p"),
        account_id=MERCY.id,
        text="A name",
        side=Side.THEIRS,
        person_id=DANA.id,
    )
    journal.write("Add", add=[theirs, ours, value, pair, promise])
    meetings.plan(journal, VISIT)

    people.trash_person(journal, DANA.id)

    kinds = {each.kind for each in records.in_trash(journal)}
    assert {Metric, MetricReading, Alignment, Role} <= kinds
    whole = mercy(journal)
    assert [each.text for each in whole.metrics] == ["Units"]
    assert [each.text for each in whole.promises] == ["A name"]
    assert DANA.id not in {each.person_id for each in whole.participations}
    assert Participation in kinds


def test_oneself_is_no_wrong_entry(journal: Journal) -> None:
    """There is exactly one."""
    with pytest.raises(JournalError, match="You yourself"):
        people.trash_person(journal, ANA.id)


def test_dana_is_directors_role_still(journal: Journal) -> None:
    """The case above starts from it."""
    assert role_of(journal, DANA.id).title == DANAS_ROLE.title
