"""What a brief has a place for and the journal does not know yet."""

from dataclasses import replace

from journal.analysis.missing import Gap, Missing, missing
from journal.domain.account import Aim
from journal.domain.meeting import Kind, Status
from journal.domain.metric import Effect
from journal.domain.rating import Level, Viewpoint
from journal.domain.record import Side
from journal.domain.relationship import Relationship
from tests.analysis.case import NEXT, case
from tests.analysis.made import (
    DANA,
    LUIS,
    TODAY,
    account,
    alignment,
    barrier,
    cancelled,
    invited,
    meeting,
    metric,
    rating,
    relationship,
    theirs,
)

# What no plan was made for, of an account about which nothing is known.
PLAN = (
    Gap.THEIR_INTEREST,
    Gap.OUR_INTEREST,
    Gap.CRITERION,
    Gap.OPTION,
    Gap.THEIR_ALTERNATIVE,
    Gap.OUR_ALTERNATIVE,
    Gap.OUR_METRIC,
    Gap.THEIR_VISION,
    Gap.OUR_VISION,
    Gap.OUR_NORM,
    Gap.THEIR_NORM,
)


def gaps(*found: Missing) -> tuple[Gap, ...]:
    """Leave out where they lead."""
    return tuple(each.gap for each in found)


def test_of_an_account_without_anything_all_is_missing_in_the_order_of_the_brief() -> None:
    """Nobody is known whose number could be missing; nothing stands in the way of a good one."""
    bare = relationship(account=account(aim=Aim.RAISE), roles=())
    found = missing(bare, meeting=None, today=TODAY)
    standing = (Gap.OUR_RATING, Gap.THEIR_RATING, Gap.GOAL)
    assert gaps(*found) == (Gap.MEETING, *standing, *PLAN)
    assert {each.record for each in found} == {None}


def test_a_relationship_to_repair_is_asked_what_stands_in_its_way() -> None:
    """Until one barrier was named, be it lifted since."""
    bare = relationship(account=account(aim=Aim.REPAIR))
    assert Gap.BARRIER in gaps(*missing(bare, meeting=None, today=TODAY))
    named = replace(bare, barriers=(barrier(Side.OURS),))
    assert Gap.BARRIER not in gaps(*missing(named, meeting=None, today=TODAY))


def test_the_case_lacks_what_nobody_wrote_down() -> None:
    """Dana's numbers are known; how Luis is measured is not, and he is invited."""
    found = missing(case(), meeting=NEXT, today=TODAY)
    assert Missing(gap=Gap.METRIC, record=LUIS) in found
    assert DANA not in {each.record for each in found}


def test_each_thing_that_is_said_of_a_meeting_can_be_missing() -> None:
    """A visit on a day, to an account without an address and without a way there."""
    bare = meeting("2026-12-01", Status.PLANNED)
    whole = relationship(account=account(travel_min=None, place="", address=""), meetings=(bare,))
    found = missing(whole, meeting=bare, today=TODAY)
    assert gaps(*(each for each in found if each.record == bare.id)) == (
        Gap.PEOPLE,
        Gap.TIME,
        Gap.PLACE,
        Gap.TRAVEL,
        Gap.PURPOSE,
        Gap.BEST,
        Gap.LEAST,
        Gap.OPENING,
    )


def test_nobody_travels_to_a_call() -> None:
    """So neither its place nor the way is missing; who, when and what for was told."""
    told = meeting(
        "2026-12-01T10:00",
        Status.PLANNED,
        kind=Kind.CALL,
        purpose="the new ward",
        best="they name a day",
        least="they name somebody",
        opening="Thank you for Tuesday.",
    )
    whole = relationship(
        account=account(travel_min=None), meetings=(told,), participations=invited(told, DANA)
    )
    found = missing(whole, meeting=told, today=TODAY)
    assert not any(each.record == told.id for each in found)


def test_a_number_is_missing_of_those_who_will_be_there() -> None:
    """Luis has a role there too, but only Dana is invited."""
    visit = meeting("2026-12-01T10:00", Status.PLANNED)
    whole = relationship(roles=(theirs(DANA), theirs(LUIS)), meetings=(visit,))
    both = missing(whole, meeting=visit, today=TODAY)
    assert [each.record for each in both if each.gap is Gap.METRIC] == [DANA, LUIS]
    invited_one = replace(whole, participations=invited(visit, DANA))
    one = missing(invited_one, meeting=visit, today=TODAY)
    assert [each.record for each in one if each.gap is Gap.METRIC] == [DANA]


def test_an_old_rating_is_asked_for_again() -> None:
    """Ninety days count as fresh; 23 November less 90 days is 25 August."""

    def rated(day: str) -> Relationship:
        said = rating(day, Level.STRAINED, viewpoint=Viewpoint.THEIRS_SAID)
        return relationship(roles=(), ratings=(rating(day, Level.NEUTRAL), said))

    found = gaps(*missing(rated("2026-08-25"), meeting=None, today=TODAY))
    assert {Gap.OUR_RATING_AGED, Gap.THEIR_RATING_AGED}.isdisjoint(found)
    found = gaps(*missing(rated("2026-08-24"), meeting=None, today=TODAY))
    assert found[1:3] == (Gap.OUR_RATING_AGED, Gap.THEIR_RATING_AGED)


def test_the_reason_is_missing_of_the_meeting_that_was_lost_last() -> None:
    """Not of those before it: one finds out why now, or never."""
    first, last = cancelled("2026-08-06T14:00"), cancelled("2026-08-13T14:00")
    found = missing(relationship(meetings=(first, last)), meeting=None, today=TODAY)
    assert [each.record for each in found if each.gap is Gap.REASON] == [last.id]
    known = cancelled("2026-08-13T14:00", found_reason="a staff meeting")
    found = missing(relationship(meetings=(first, known)), meeting=None, today=TODAY)
    assert Gap.REASON not in gaps(*found)


def test_a_clash_that_they_fear_is_to_be_checked() -> None:
    """Once it was looked at together, whatever came out, it is known."""
    spend, units = metric("spend", Side.THEIRS), metric("units", Side.OURS)
    feared = alignment(spend, units, perceived=Effect.AGAINST)
    whole = relationship(metrics=(spend, units), alignments=(feared,))
    found = missing(whole, meeting=None, today=TODAY)
    assert Missing(gap=Gap.CHECK, record=feared.id) in found
    checked = replace(feared, checked=Effect.AGAINST, checked_on=TODAY)
    found = missing(replace(whole, alignments=(checked,)), meeting=None, today=TODAY)
    assert Gap.CHECK not in gaps(*found)
