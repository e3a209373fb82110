"""All worth knowing before a meeting, from the case."""

from dataclasses import replace

from journal.analysis.digest import digest, open_barriers
from journal.analysis.losses import Counts
from journal.analysis.promises import Kept
from journal.analysis.questions import AskFor
from journal.domain.record import Side
from tests.analysis.case import (
    ANALYST,
    COMPARISON,
    LAST,
    LOG,
    NEGOTIATION,
    NEXT,
    NO_ACCESS,
    OUR_SHARE,
    STRAINED,
    case,
)
from tests.analysis.made import (
    DANA,
    LUIS,
    NOW,
    TODAY,
    account,
    barrier,
    on,
    relationship,
    utc,
)


def test_the_brief_of_the_next_visit_is_one_value() -> None:
    """Each section of page 1 and 2 from the same moment and the same journal."""
    found = digest(case(), meeting=NEXT, now=NOW)

    assert (found.account.name, found.now, found.today) == ("Mercy General", NOW, TODAY)
    assert found.meeting == NEXT
    assert found.door is not None
    assert found.door.travel_min == 120
    assert [each.person.id for each in found.people] == [DANA, LUIS]
    assert found.since is not None
    assert found.since.meeting == LAST
    assert found.standing.ours is not None
    assert found.standing.ours.rating == STRAINED
    assert found.barriers == (OUR_SHARE, NO_ACCESS)
    assert found.ask[0].reason is AskFor.OWN
    assert len(found.ask) == 5
    assert found.preparation.negotiation == NEGOTIATION
    assert found.losses.counts == Counts(held=7, lost=7, ahead=1)


def test_promises_count_from_the_day_we_last_met() -> None:
    """The comparison was due yesterday; the log was kept on 10 November, in time."""
    found = digest(case(), meeting=NEXT, now=NOW).promises

    assert found.ours == (COMPARISON,)
    assert found.theirs == (ANALYST,)
    assert found.just_kept == (LOG,)
    assert found.ours_kept == Kept(in_time=1, late=1, overdue=1)
    assert found.theirs_kept == Kept()


def test_without_a_meeting_the_account_is_summed_up() -> None:
    """The window's card where nothing is planned."""
    found = digest(case(), meeting=None, now=NOW)

    assert (found.meeting, found.door) == (None, None)
    assert {each.person.id for each in found.people} == {DANA, LUIS}
    assert found.since is not None
    assert found.since.meeting == LAST


def test_an_empty_account_has_an_empty_digest() -> None:
    """A name typed a minute ago: only how they are measured and what they hope are asked."""
    found = digest(relationship(), meeting=None, now=NOW)

    assert found.since is None
    assert found.barriers == ()
    assert (found.promises.ours, found.promises.just_kept) == ((), ())
    assert [each.reason for each in found.ask] == [AskFor.METRIC, AskFor.VISION]


def test_what_is_new_since_then_is_told_of_the_meeting_before_the_one_in_view() -> None:
    """A brief for a visit of the past looks back from that visit."""
    found = digest(case(), meeting=LAST, now=NOW)
    assert found.since is not None
    assert found.since.meeting.when.day == on("2026-10-06")


def test_today_is_the_customers() -> None:
    """At three in the morning UTC it is still the evening before in Dayton."""
    night = utc("2026-11-24T03:00")
    assert digest(case(), meeting=NEXT, now=night).today == TODAY
    elsewhere = replace(case(), account=account(time_zone="Europe/Prague"))
    assert digest(elsewhere, meeting=NEXT, now=night).today == on("2026-11-24")


def test_our_own_share_comes_first() -> None:
    """Then what both do, then theirs, each in its order; what is lifted is gone that day."""
    theirs, shared, first, second = (
        barrier(each) for each in (Side.THEIRS, Side.SHARED, Side.OURS, Side.OURS)
    )
    lifted = barrier(Side.OURS, lifted_on=TODAY)
    tomorrow = barrier(Side.OURS, lifted_on=on("2026-11-24"))

    assert open_barriers([theirs, shared, first, lifted, second, tomorrow], TODAY) == (
        first,
        second,
        tomorrow,
        shared,
        theirs,
    )
