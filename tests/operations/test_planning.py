"""Planning one meeting or many, and saying otherwise who comes and when."""

from dataclasses import replace
from datetime import date

import pytest

from journal.domain.account import Account
from journal.domain.errors import JournalError
from journal.domain.meeting import Kind, Meeting, Status
from journal.domain.record import AccountId, PersonId, RecordId, Side
from journal.domain.relationship import Relationship
from journal.domain.span import When
from journal.operations import outcomes, planning, reading, records, undoing
from journal.operations.journal import Journal
from journal.operations.outcomes import Ending
from journal.operations.people import Somebody
from journal.operations.planning import MOST, Visits
from tests.operations.conftest import ANA, DANA, LUIS, MERCY

ZONE = "America/New_York"
CALLED_OFF = Ending(status=Status.CANCELLED)
HARBOR = Account(id=AccountId(RecordId("harbor")), name="Harbor Health")


def at(text: str) -> When:
    """Mean a time in Dayton."""
    return When.from_iso(text, ZONE)


VISIT = Visits(
    account_id=MERCY.id,
    times=(at("2026-12-01T10:00"),),
    people=(Somebody(known=DANA.id), Somebody(known=ANA.id)),
    kind=Kind.VIDEO,
    minutes=50,
    place="Room 4",
    travel_min=120,
    purpose="Agree on one number",
    best="She names her analyst by Friday",
    least="A next date",
)


def mercy(journal: Journal) -> Relationship:
    """Read the account."""
    return reading.relationship(journal, MERCY.id)


def planned(journal: Journal) -> Meeting:
    """Plan the visit."""
    planning.plan_visits(journal, VISIT)
    return mercy(journal).meetings[-1]


def invited(journal: Journal) -> list[PersonId | None]:
    """Tell who is invited."""
    return [each.person_id for each in mercy(journal).participations]


def test_a_planned_visit_stands_as_it_was_told(journal: Journal) -> None:
    """All that was prepared, and who comes of both sides."""
    visit = planned(journal)

    assert (visit.when, visit.kind, visit.minutes) == (VISIT.times[0], Kind.VIDEO, 50)
    assert (visit.place, visit.travel_min, visit.purpose) == ("Room 4", 120, VISIT.purpose)
    assert (visit.best, visit.least) == (VISIT.best, VISIT.least)
    assert invited(journal) == [DANA.id, ANA.id]
    assert undoing.undo_name(journal) == "Plan meeting"


def test_a_new_name_becomes_a_person_of_theirs(journal: Journal) -> None:
    """With a place in the account; who is named twice is invited once."""
    people = (Somebody(name="  Erin Hale "), Somebody(known=DANA.id), Somebody(known=DANA.id))
    planning.plan_visits(journal, replace(VISIT, people=people))

    whole = mercy(journal)
    (erin,) = [each for each in whole.people if each.name == "Erin Hale"]
    (role,) = [each for each in whole.roles if each.person_id == erin.id]
    assert role.side is Side.THEIRS
    assert invited(journal) == [erin.id, DANA.id]


def test_who_is_known_elsewhere_gets_a_place_here(journal: Journal) -> None:
    """So what recurs in the calendar counts; oneself and who has a place get no other."""
    people = tuple(Somebody(known=each) for each in (LUIS.id, ANA.id, DANA.id, LUIS.id))
    planning.plan_visits(journal, replace(VISIT, people=people))

    assert {each.side for each in mercy(journal).roles} == {Side.THEIRS}
    assert sorted(each.person_id for each in mercy(journal).roles) == [DANA.id, LUIS.id]
    assert invited(journal) == [LUIS.id, ANA.id, DANA.id]


def test_repeated_visits_are_ordinary_rows_made_at_once(journal: Journal) -> None:
    """One undo takes back all three and the new person; else each is for itself."""
    times = tuple(at(f"2026-12-{day:02}T10:00") for day in (1, 8, 15))
    planning.plan_visits(journal, replace(VISIT, times=times, people=(Somebody(name="Erin"),)))

    assert [each.when for each in mercy(journal).meetings] == list(times)
    assert len(set(invited(journal))) == 1
    assert undoing.undo_name(journal) == "Plan 3 meetings"
    _first, second, _third = mercy(journal).meetings
    outcomes.tell_outcome(journal, second.id, CALLED_OFF)
    assert [str(each.status) for each in mercy(journal).meetings] == [
        *("planned", "cancelled", "planned")
    ]
    undoing.undo(journal)
    undoing.undo(journal)
    assert mercy(journal).meetings == ()
    assert "Erin" not in {each.name for each in reading.everybody(journal)}


def test_there_is_a_limit_to_how_many(journal: Journal) -> None:
    """A slip of the finger does not fill the calendar; 104 are allowed."""
    times = tuple(When(day=date(2027, 1, 1), time=None, zone=ZONE) for _each in range(MOST + 1))
    with pytest.raises(JournalError, match="No more than 104 meetings"):
        planning.plan_visits(journal, replace(VISIT, times=times))
    assert mercy(journal).meetings == ()
    planning.plan_visits(journal, replace(VISIT, times=times[:MOST], people=()))
    assert len(mercy(journal).meetings) == MOST


def test_a_time_that_was_entered_wrongly_is_corrected(journal: Journal) -> None:
    """No move: the meeting stays the same one."""
    visit = planned(journal)
    planning.correct_time(journal, visit.id, at("2026-12-02T09:00"))
    corrected = reading.meeting(journal, visit.id)
    assert (corrected.when, corrected.minutes) == (at("2026-12-02T09:00"), 50)
    planning.correct_time(journal, visit.id, at("2026-12-02T09:00"), 90)
    assert reading.meeting(journal, visit.id).minutes == 90


def test_people_are_invited_and_taken_back(journal: Journal) -> None:
    """Each by itself; who is invited already is not invited twice."""
    visit = planned(journal)
    planning.uninvite(journal, visit.id, DANA.id)
    assert invited(journal) == [ANA.id]
    planning.invite(journal, visit.id, Somebody(known=DANA.id))
    assert invited(journal) == [ANA.id, DANA.id]
    with pytest.raises(JournalError, match="invited already"):
        planning.invite(journal, visit.id, Somebody(known=DANA.id))
    planning.invite(journal, visit.id, Somebody(name="Erin"))
    assert len(invited(journal)) == 3


def test_what_is_closed_is_not_planned_otherwise(journal: Journal) -> None:
    """It was held or lost as it was."""
    visit = planned(journal)
    outcomes.tell_outcome(journal, visit.id, CALLED_OFF)
    with pytest.raises(JournalError, match="closed already"):
        planning.correct_time(journal, visit.id, at("2026-12-02T09:00"))
    with pytest.raises(JournalError, match="closed already"):
        planning.invite(journal, visit.id, Somebody(name="Erin"))
    with pytest.raises(JournalError, match="closed already"):
        planning.uninvite(journal, visit.id, DANA.id)


def test_what_is_planned_around_some_days_is_read_over_all_accounts(journal: Journal) -> None:
    """Three days before to three days after, by UTC; not what was called off or thrown away."""
    records.add(journal, "Add", HARBOR)
    days = ("2026-11-26T10:00", "2026-11-30T10:00", "2026-12-01T10:00", "2026-12-04T10:00")
    for account_id in (MERCY.id, HARBOR.id):
        for day in days:
            visit = replace(VISIT, account_id=account_id, times=(at(day),))
            planning.plan_visits(journal, visit)
    gone, thrown, *_rest = reading.relationship(journal, HARBOR.id).meetings[1:]
    outcomes.tell_outcome(journal, gone.id, CALLED_OFF)
    records.trash(journal, "Trash", thrown)

    found = planning.planned_around(journal, date(2026, 11, 30), date(2026, 12, 1))
    told = {key: [each.when.iso for each in one.meetings] for key, one in found.items()}
    assert told == {MERCY.id: ["2026-11-30T10:00", "2026-12-01T10:00"]}
