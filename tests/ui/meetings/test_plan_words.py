"""How planning speaks: counts, names and times, never a bare percentage."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

import pytest

from journal.analysis.clashes import Clash, Closeness
from journal.analysis.day import Fit, Squeeze, Stop
from journal.analysis.obstacles import InMyWay, Obstacles, QuietTime
from journal.analysis.recurrence import occurrence_on
from journal.analysis.slots import Slot, SlotCount
from journal.domain.account import Account
from journal.domain.meeting import Kind, Meeting
from journal.domain.person import Person, StandingCommitment
from journal.domain.record import AccountId, CommitmentId, MeetingId, PersonId, RecordId
from journal.domain.relationship import Relationship
from journal.domain.span import When
from journal.ui.meetings.plan_words import (
    account_reader,
    obstacle_lines,
    quiet_words,
    when_reader,
    when_text,
)

ZONE = "America/New_York"
NOW = datetime(2026, 11, 23, 8, 15, tzinfo=UTC)
MERCY = Account(id=AccountId(RecordId("mercy")), name="Mercy General", place="Dayton")
HARBOR = Account(id=AccountId(RecordId("harbor")), name="Harbor Health")
DANA = Person(id=PersonId(RecordId("dana")), name="Dana Whitfield")
WHOLE = Relationship(account=MERCY, people=(DANA,))
STAFF = StandingCommitment(
    id=CommitmentId(RecordId("staff")),
    person_id=DANA.id,
    title="staff meeting",
    rule="FREQ=WEEKLY;BYDAY=TH",
    first_day=date(2026, 1, 1),
    start=time(15),
    minutes=60,
    zone=ZONE,
)


def meeting(text: str, **fields: object) -> Meeting:
    """Plan an hour with Harbor."""
    usual: dict[str, object] = {
        "id": MeetingId(RecordId(text)),
        "account_id": HARBOR.id,
        "when": When.from_iso(text, ZONE),
    }
    return Meeting(**usual | fields)  # type: ignore[arg-type]


def lines(found: Obstacles, whole: Relationship = WHOLE) -> Sequence[str]:
    """Say what stands in the way."""
    return obstacle_lines(found, whole, ZONE)


def clash(closeness: Closeness, gap_min: int) -> Obstacles:
    """Have the staff meeting of 3 December in the way."""
    found = Clash(
        meeting=meeting("2026-12-03T14:00"),
        occurrence=occurrence_on(STAFF, date(2026, 12, 3)),
        closeness=closeness,
        gap_min=gap_min,
    )
    return Obstacles(clashes=(found,))


@pytest.mark.parametrize(
    ("closeness", "gap_min", "words"),
    [
        (Closeness.OVERLAPS, 0, "is at that time, 15:00 to 16:00."),
        (Closeness.STARTS_AFTER, 0, "begins at 15:00, as this ends."),
        (Closeness.STARTS_AFTER, 10, "begins at 15:00, 10 min after this ends."),
        (Closeness.ENDED_BEFORE, 0, "ends at 16:00, as this begins."),
        (Closeness.ENDED_BEFORE, 15, "ends at 16:00, only 15 min before this."),
    ],
)
def test_a_clash_is_said_with_whose_it_is_and_when(
    closeness: Closeness, gap_min: int, words: str
) -> None:
    """So that one sees what to ask for."""
    found = clash(closeness, gap_min)
    assert lines(found) == (f"Staff meeting of Dana Whitfield {words}",)
    assert lines(found, Relationship(account=MERCY)) == (f"Staff meeting {words}",)


def own(fit: Fit, *, is_after: bool, kind: Kind = Kind.VISIT) -> Obstacles:
    """Have a meeting with Harbor in the way."""
    other = meeting("2026-12-03T11:30", kind=kind)
    stop = Stop(
        account=HARBOR,
        meeting=other,
        people=(),
        starts_at=other.when.start,
        way_min=30,
        leave_at=None,
        owed=(),
    )
    squeeze = Squeeze(fit=fit, before=HARBOR, gap_min=60, way_min=90)
    leave_at = datetime(2026, 12, 3, 15, 0, tzinfo=UTC)
    found = InMyWay(other=stop, squeeze=squeeze, is_after=is_after, leave_at=leave_at)
    return Obstacles(in_my_way=(found,))


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (
            own(Fit.OVERLAPS, is_after=True, kind=Kind.CALL),
            "You have a call with Harbor Health then, 11:30 to 12:30.",
        ),
        (
            own(Fit.OUT_OF_REACH, is_after=True),
            "You are with Harbor Health at 11:30: 1 h between, at least 1 h 30 min on the road.",
        ),
        (
            own(Fit.OUT_OF_REACH, is_after=False),
            "You are with Harbor Health until 12:30: 1 h between, at least 1 h 30 min on the road.",
        ),
        (
            own(Fit.UNDER_WAY, is_after=True),
            "You would have to leave for Harbor Health at 10:00, before this ends.",
        ),
        (
            own(Fit.UNDER_WAY, is_after=False, kind=Kind.VIDEO),
            "You would have to leave at 10:00, while the video call with Harbor Health goes on.",
        ),
    ],
)
def test_a_meeting_of_mine_is_said_with_whom_it_is(found: Obstacles, words: str) -> None:
    """On the wall of the customer whose date is typed."""
    assert lines(found) == (words,)


def test_the_worst_is_said_first() -> None:
    """And each in a sentence of its own."""
    lost = SlotCount(slot=Slot(weekday=6, minute=870), held=0, lost=1)
    found = Obstacles(
        is_past=True,
        day_off=6,
        slot=lost,
        same_day=(meeting("2026-11-22T09:00"), meeting("2026-11-22")),
    )
    assert lines(found) == (
        "Sunday 14:30 was lost 1 of 1 time.",
        "You meet Mercy General that day already, at 09:00.",
        "You meet Mercy General that day already.",
        "That is a Sunday.",
        "That is past.",
    )


def test_a_quiet_time_has_its_weekday_and_its_counts() -> None:
    """Also in another year."""
    today = date(2026, 11, 23)
    count = SlotCount(slot=Slot(weekday=1, minute=600), held=3, lost=1)
    for text, words in (
        ("2026-12-01T10:00", "Tue 1 Dec, 10:00 · 3 of 4 held"),
        ("2027-01-05T10:00", "Tue 5 Jan 2027, 10:00 · 3 of 4 held"),
    ):
        quiet = QuietTime(when=When.from_iso(text, ZONE), count=count)
        assert quiet_words(quiet, today) == words
    untried = QuietTime(
        when=When.from_iso("2026-12-02T10:00", ZONE), count=SlotCount(slot=count.slot)
    )
    assert quiet_words(untried, today) == "Wed 2 Dec, 10:00 · not tried yet"


def test_a_time_is_read_with_what_was_understood() -> None:
    """The line can be read again; where the laptop's clock shows the same, it is not said."""
    read = when_reader(lambda: NOW, lambda: ZONE, lambda: None)
    assert read("tue 10").words == "Tue 24 Nov 2026, 10:00 · tomorrow · 15:00 here"
    assert read("tue 10").text == "Tue 24 Nov 2026, 10:00"
    assert read("24 nov").words == "Tue 24 Nov 2026 · tomorrow"
    assert when_reader(lambda: NOW, lambda: "UTC", lambda: None)("tue 10").words.endswith(
        "tomorrow"
    )
    assert read("").words == ""
    assert read("some day").is_refused
    when = When.from_iso("2026-12-01T10:00", ZONE)
    assert when_text(when, 50, date(2026, 11, 23)) == "Tue 1 Dec 2026, 10:00–10:50"


def test_an_account_is_read_by_the_beginnings_of_its_name() -> None:
    """The whole name goes first; what several begin with is asked back."""
    others = [
        Account(id=AccountId(RecordId(f"clinic {number}")), name=f"Mercy Clinic {number}")
        for number in range(3)
    ]
    read = account_reader([MERCY, HARBOR, *others])
    assert (read("mercy general").value, read("harb").value) == (MERCY.id, HARBOR.id)
    assert (read("dayton").words, read("dayton").text) == (
        *("Mercy General in Dayton", "Mercy General"),
    )
    assert read("mercy").words == (
        "It could be Mercy General in Dayton, Mercy Clinic 0, Mercy Clinic 1…."
    )
    assert read("mercy clinic").words.endswith("Mercy Clinic 2.")
    assert read("zebra").words == "There is no account of that name."
    assert read(" ").value is None
