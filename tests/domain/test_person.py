"""People, their dated roles, and what may recur in their calendars."""

from datetime import UTC, date, time
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.person import (
    FREQUENCIES,
    Person,
    Role,
    StandingCommitment,
    require_rule,
)
from journal.domain.record import AccountId, CommitmentId, PersonId, RecordId, Side
from journal.domain.span import Span

ACCOUNT = AccountId(RecordId("a"))
DANA = PersonId(RecordId("dana"))
STAFF_MEETING: dict[str, Any] = {
    "id": CommitmentId(RecordId("c")),
    "person_id": DANA,
    "title": "Management staff meeting",
    "rule": "FREQ=WEEKLY;BYDAY=TH",
    "first_day": date(2026, 1, 1),
    "start": time(15, 0),
    "minutes": 60,
    "zone": "America/New_York",
}


def test_a_person_needs_a_name() -> None:
    """The rest may be learned later."""
    with pytest.raises(ValueError, match="empty"):
        Person(id=DANA, name="")


def test_a_role_belongs_to_one_side() -> None:
    """One sits on one side of the table."""
    with pytest.raises(ValueError, match="one side"):
        Role(id=RecordId("r"), account_id=ACCOUNT, person_id=DANA, side=Side.SHARED)


def test_nobody_reports_to_themselves() -> None:
    """A chart drawn from it would have no top."""
    with pytest.raises(ValueError, match="themselves"):
        Role(
            id=RecordId("r"),
            account_id=ACCOUNT,
            person_id=DANA,
            side=Side.THEIRS,
            reports_to_id=DANA,
        )


def test_a_role_that_ends_before_it_starts_is_refused() -> None:
    """It would have been held on no day."""
    with pytest.raises(ValueError, match="cannot end"):
        Role(
            id=RecordId("r"),
            account_id=ACCOUNT,
            person_id=DANA,
            side=Side.THEIRS,
            start=date(2026, 2, 1),
            end=date(2026, 1, 1),
        )


def test_the_days_of_a_role_are_a_span() -> None:
    """Who is there on a day is asked of the span."""
    role = Role(
        id=RecordId("r"),
        account_id=ACCOUNT,
        person_id=DANA,
        side=Side.THEIRS,
        start=date(2026, 1, 1),
    )
    assert role.span == Span(start=date(2026, 1, 1), end=None)


def test_a_standing_commitment_may_last_a_day() -> None:
    """From a minute to a whole day."""
    assert StandingCommitment(**STAFF_MEETING | {"minutes": 1}).minutes == 1
    assert StandingCommitment(**STAFF_MEETING | {"minutes": 1440}).minutes == 1440


@pytest.mark.parametrize(
    ("field", "value", "what"),
    [
        ("title", " ", "empty"),
        ("rule", "FREQ=SECONDLY", "daily to yearly"),
        ("last_day", date(2025, 12, 31), "cannot end"),
        ("zone", "Dayton", "no such time zone"),
        ("start", time(15, 0, 30), "to the minute"),
        ("start", time(15, 0, tzinfo=UTC), "no offset"),
        ("first_day", date(1899, 1, 1), "the year 1899"),
        ("minutes", 0, "0 minutes"),
        ("minutes", 1441, "1441 minutes"),
    ],
)
def test_an_impossible_commitment_is_refused(field: str, value: object, what: str) -> None:
    """What analysis expands, it expands without asking again."""
    with pytest.raises(ValueError, match=what):
        StandingCommitment(**STAFF_MEETING | {field: value})


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY",
        "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;BYDAY=TH",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;WKST=SU",
        "FREQ=MONTHLY;BYDAY=2TU",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=MONTHLY;BYMONTHDAY=1,15,-1",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=+1MO",
        "FREQ=YEARLY;INTERVAL=999",
    ],
)
def test_the_rules_that_people_have_are_taken(rule: str) -> None:
    """Weekly, every n weeks, the nth weekday, the last working day, once a year."""
    assert StandingCommitment(**STAFF_MEETING | {"rule": rule}).rule == rule


@pytest.mark.parametrize(
    ("rule", "what"),
    [
        ("", "not a part"),
        ("every Thursday", "not a part"),
        ("FREQ=", "not a part"),
        ("FREQ=WEEKLY;", "not a part"),
        ("BYDAY=TH", "daily to yearly"),
        ("FREQ=HOURLY", "daily to yearly"),
        ("FREQ=SECONDLY", "daily to yearly"),
        ("freq=weekly", "daily to yearly"),
        ("FREQ=WEEKLY;INTERVAL=0", "INTERVAL=0"),
        ("FREQ=WEEKLY;INTERVAL=-1", "INTERVAL=-1"),
        ("FREQ=WEEKLY;INTERVAL=1000", "INTERVAL=1000"),
        ("FREQ=WEEKLY;INTERVAL=x", "INTERVAL=x"),
        ("FREQ=WEEKLY;INTERVAL=٢", "INTERVAL"),
        ("FREQ=WEEKLY;COUNT=5", "beside the rule"),
        ("FREQ=WEEKLY;UNTIL=20261231", "beside the rule"),
        ("FREQ=DAILY;BYHOUR=9,10,11", "beside the rule"),
        ("FREQ=DAILY;BYMINUTE=0", "beside the rule"),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "BYMONTH=2"),
        ("FREQ=WEEKLY;BYDAY=2TH", "BYDAY=2TH"),
        ("FREQ=WEEKLY;BYDAY=XX", "BYDAY=XX"),
        ("FREQ=MONTHLY;BYDAY=6MO", "BYDAY=6MO"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY=32"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY=0"),
        ("FREQ=YEARLY;BYMONTH=13", "BYMONTH=13"),
        ("FREQ=YEARLY;BYWEEKNO=53", "BYWEEKNO=53"),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6", "BYSETPOS=6"),
        ("FREQ=WEEKLY;X-NOTE=1", "X-NOTE=1"),
        ("FREQ=WEEKLY;BYDAY=TH;BYDAY=FR", "each thing once"),
    ],
)
def test_a_rule_that_could_not_be_expanded_in_time_is_refused(rule: str, what: str) -> None:
    """Files of strangers hold rules that never occur, and the library searches to 9999."""
    with pytest.raises(ValueError, match=what):
        require_rule(rule)


@given(
    st.sampled_from(FREQUENCIES),
    st.lists(
        st.sampled_from(
            ["INTERVAL=2", "BYDAY=MO,WE", "BYDAY=-1FR", "BYMONTHDAY=31", "BYMONTH=2", "WKST=SU"]
        ),
        unique=True,
        max_size=3,
    ),
)
def test_whatever_is_taken_the_library_can_read(frequency: str, parts: list[str]) -> None:
    """Ours must not let through what python-dateutil then stumbles over."""
    rule = ";".join([f"FREQ={frequency}", *parts])
    try:
        require_rule(rule)
    except ValueError:
        return
    assert rrulestr(rule)
