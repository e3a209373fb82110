"""What happened at the last meeting and since."""

from dataclasses import replace

from journal.analysis.since import RoleChange, since_last_met
from journal.domain.person import BuyingRole, Role
from journal.domain.record import MeetingId, PersonId, RecordId, Side
from journal.domain.relationship import Relationship
from tests.analysis.case import BUYER, LAST, NEXT, PILOT, QUOTE, REYES, case
from tests.analysis.made import (
    DANA,
    LUIS,
    NOW,
    TODAY,
    barrier,
    cancelled,
    meeting,
    on,
    option,
    ours,
    person,
    relationship,
    theirs,
)

MET = meeting("2026-11-10T10:00")
PEOPLE = (person(DANA), person(LUIS), person(REYES))


def changes(*roles: Role) -> tuple[tuple[RoleChange, ...], tuple[RoleChange, ...]]:
    """Tell who joined and who left after 10 November."""
    one = relationship(people=PEOPLE, roles=roles, meetings=(MET,))
    found = since_last_met(one, before=NOW, today=TODAY)
    assert found is not None
    return found.joined, found.left


def test_the_case_since_10_november() -> None:
    """The log was handed over, the pilot refused, and Luis has taken over from M. Reyes."""
    found = since_last_met(case(), before=NEXT.when.instant, today=TODAY)

    assert found is not None
    assert found.meeting == LAST
    assert [each.id for each in found.with_whom] == [DANA]
    assert found.quotes == (QUOTE,)
    assert found.answered == (PILOT,)
    assert found.joined == (RoleChange(person=person(LUIS), role=BUYER, predecessor=person(REYES)),)
    assert (found.left, found.lost, found.lifted) == ((), (), ())


def test_where_nothing_was_held_there_is_no_since() -> None:
    """The section is left out."""
    never = relationship(meetings=(cancelled("2026-11-10T10:00"), NEXT))
    assert since_last_met(never, before=NOW, today=TODAY) is None


def test_an_answer_counts_from_the_day_of_the_meeting_to_today() -> None:
    """One without a day counts where it was given in that meeting."""
    on_the_day = option("no", "2026-11-10")
    too_old = option("no", "2026-11-09")
    today, tomorrow = option("no", "2026-11-23"), option("no", "2026-11-24")
    undated_here = option("no", meeting_id=MET.id)
    undated_elsewhere = option("no", meeting_id=MeetingId(RecordId("other")))
    raised_only = option(meeting_id=MET.id)
    one = relationship(
        meetings=(MET,),
        options=(
            too_old,
            on_the_day,
            today,
            tomorrow,
            undated_here,
            undated_elsewhere,
            raised_only,
        ),
    )
    found = since_last_met(one, before=NOW, today=TODAY)
    assert found is not None
    assert found.answered == (on_the_day, today, undated_here)


def test_lost_meetings_and_lifted_barriers_since_are_named() -> None:
    """What fell between then and the coming meeting, and what is out of the way."""
    early, between = cancelled("2026-11-09T10:00"), cancelled("2026-11-17T10:00")
    after = cancelled("2026-12-08T10:00")
    lifted = barrier(Side.OURS, lifted_on=on("2026-11-10"))
    today = barrier(Side.OURS, lifted_on=TODAY)
    earlier = barrier(Side.OURS, lifted_on=on("2026-11-09"))
    one = relationship(
        meetings=(early, MET, between, NEXT, after),
        barriers=(lifted, earlier, today, barrier(Side.OURS)),
    )
    found = since_last_met(one, before=NEXT.when.instant, today=TODAY)
    assert found is not None
    assert found.lost == (between,)
    assert found.lifted == (lifted, today)


def test_who_joined_began_after_that_day_and_by_today() -> None:
    """Not who was there at the meeting, nor who comes next month, nor one of us."""
    new, today = theirs(LUIS, start=on("2026-11-11")), theirs(LUIS, start=TODAY)
    joined, _ = changes(
        new,
        today,
        theirs(DANA, start=on("2026-11-10")),
        theirs(REYES, start=on("2026-11-24")),
        ours(REYES, start=on("2026-11-12")),
        theirs(REYES),
    )
    assert joined == tuple(RoleChange(person=person(LUIS), role=each) for each in (new, today))


def test_a_predecessor_had_the_same_title_or_else_the_same_buying_role() -> None:
    """Titles are compared by their words; with two titles the buying role says nothing."""
    begin, end = on("2026-11-16"), on("2026-11-15")
    by_title = theirs(LUIS, title="Buyer", start=begin)
    other_title = theirs(LUIS, title="Analyst", buying_role=BuyingRole.BUYS, start=begin)
    no_title = theirs(LUIS, buying_role=BuyingRole.BUYS, start=begin)
    nothing = theirs(LUIS, start=begin)
    before = theirs(REYES, title="buyer.", buying_role=BuyingRole.BUYS, end=end)

    for new, predecessor in (
        (by_title, person(REYES)),
        (other_title, None),
        (no_title, person(REYES)),
        (nothing, None),
    ):
        joined, left = changes(new, before)
        assert joined == (RoleChange(person=person(LUIS), role=new, predecessor=predecessor),)
        assert (left == ()) is (predecessor is not None)


def test_a_predecessor_left_within_a_month_before() -> None:
    """Up to the day itself; not one who left long ago, is still there, or left later."""
    for end, is_one in (
        ("2026-10-16", True),
        ("2026-10-15", False),
        ("2026-11-16", True),
        ("2026-11-17", False),
        (None, False),
    ):
        joined, _ = changes(
            theirs(LUIS, title="Buyer", start=on("2026-11-16")),
            theirs(REYES, title="Buyer", end=on(end) if end else None),
        )
        assert (joined[0].predecessor is not None) is is_one


def test_nobody_succeeds_themselves() -> None:
    """A new contract with the same title is the same person."""
    joined, left = changes(
        theirs(LUIS, title="Buyer", end=on("2026-11-15")),
        theirs(LUIS, title="Buyer", start=on("2026-11-16")),
    )
    assert joined[0].predecessor is None
    assert left == ()


def test_who_left_was_there_at_the_meeting_or_later_and_is_gone() -> None:
    """Each by the last role; not who left before we met, nor one of us, nor a name in the trash."""
    gone = theirs(DANA, end=on("2026-11-20"))
    _, left = changes(
        gone,
        theirs(DANA, end=on("2026-01-01")),
        theirs(LUIS, end=on("2026-11-09")),
        ours(REYES, end=on("2026-11-20")),
        theirs(PersonId(RecordId("trash")), end=on("2026-11-20")),
    )
    assert left == (RoleChange(person=person(DANA), role=gone),)


def test_a_new_role_of_somebody_in_the_trash_is_not_told() -> None:
    """There is no name to tell."""
    one: Relationship = replace(
        relationship(meetings=(MET,), people=()),
        roles=(theirs(DANA, start=on("2026-11-12")),),
    )
    found = since_last_met(one, before=NOW, today=TODAY)
    assert found is not None
    assert found.joined == ()
