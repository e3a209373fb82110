"""When we last met, when we meet next, and whether that is often enough."""

from datetime import timedelta

from journal.analysis.contact import (
    is_out_of_touch,
    last_held,
    next_planned,
    today_at,
    unrecorded,
    zone_of,
)
from journal.domain.meeting import Kind, Status
from tests.analysis.made import (
    NOW,
    account,
    cancelled,
    meeting,
    on,
    relationship,
    utc,
)

HELD = meeting("2026-11-10T10:00")
CALL = meeting("2026-11-12T10:00", kind=Kind.CALL)
PAST = meeting("2026-11-16T10:00", Status.PLANNED)
NEXT = meeting("2026-12-01T10:00", Status.PLANNED)
AFTER = meeting("2026-12-08T10:00", Status.PLANNED)
ALL = (HELD, CALL, cancelled("2026-11-13T10:00"), PAST, NEXT, AFTER)


def test_today_is_the_customers_day() -> None:
    """At 01:00 in Prague it is still yesterday in Dayton; without a zone it is as `now` says."""
    night = utc("2026-11-24T00:00")
    assert today_at(account(), night) == on("2026-11-23")
    assert today_at(account(time_zone=""), night) == on("2026-11-24")
    assert today_at(account(time_zone="Pacific/Auckland"), NOW) == on("2026-11-23")


def test_the_customers_zone_is_the_accounts_or_that_of_the_last_meeting() -> None:
    """Where neither is known there is none."""
    nowhere = account(time_zone="")
    assert zone_of(relationship()) == "America/New_York"
    assert zone_of(relationship(account=nowhere)) is None
    somewhere = (meeting("2026-11-10T10:00", zone="Asia/Kolkata"),)
    assert zone_of(relationship(account=nowhere, meetings=somewhere)) == "Asia/Kolkata"


def test_the_last_held_contact_may_be_a_call() -> None:
    """What was lost or is still planned was no contact; nor was what is asked from before."""
    assert last_held(ALL, NOW) == CALL
    assert last_held(ALL, CALL.when.instant) == HELD
    assert last_held([PAST, NEXT], NOW) is None


def test_the_next_meeting_is_the_first_that_is_planned_and_not_over() -> None:
    """One that has just begun is still the next."""
    assert next_planned(ALL, NOW) == NEXT
    assert next_planned(ALL, NEXT.when.instant + timedelta(minutes=59)) == NEXT
    assert next_planned(ALL, NEXT.when.instant + timedelta(minutes=60)) == AFTER
    assert next_planned([HELD, PAST], NOW) is None


def test_what_is_planned_and_past_is_unrecorded() -> None:
    """It asks for its outcome."""
    assert unrecorded(ALL, NOW) == (PAST,)


def test_out_of_touch_is_longer_than_the_interval() -> None:
    """Last held on 12 November, eleven days ago."""
    assert is_out_of_touch(
        relationship(account=account(contact_interval_days=10), meetings=ALL), NOW
    )
    assert not is_out_of_touch(
        relationship(account=account(contact_interval_days=11), meetings=ALL), NOW
    )


def test_without_an_interval_or_a_first_contact_nobody_is_out_of_touch() -> None:
    """There is no day to count from; the portfolio shows that nothing was ever held."""
    assert not is_out_of_touch(relationship(meetings=ALL), NOW)
    never = relationship(account=account(contact_interval_days=1), meetings=(PAST,))
    assert not is_out_of_touch(never, NOW)
