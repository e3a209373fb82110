"""A journal on disk, and the command line with its output."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from journal.cli.main import main
from journal.domain.account import Account, Aim
from journal.domain.meeting import Cancellation, Meeting, Participation, Status, Whereabouts
from journal.domain.person import Person, Role, StandingCommitment
from journal.domain.promise import Quote
from journal.domain.rating import Level, Rating
from journal.domain.record import (
    AccountId,
    CommitmentId,
    MeetingId,
    PersonId,
    RecordId,
    Side,
)
from journal.domain.span import When
from journal.operations.journal import Journal

NOW = "2026-11-23T08:15:00+00:00"
MERCY = Account(
    id=AccountId(RecordId("mercy")), name="Mercy General", aim=Aim.REPAIR, travel_min=120
)
DANA = Person(id=PersonId(RecordId("dana")), name="Dana Whitfield")
STAFF_MEETING = StandingCommitment(
    id=CommitmentId(RecordId("staff")),
    person_id=DANA.id,
    title="management staff meeting",
    rule="FREQ=WEEKLY;BYDAY=TH",
    first_day=date(2026, 1, 1),
    start=datetime.fromisoformat("2026-01-01T15:00").time(),
    minutes=60,
    zone="America/New_York",
)
# Thursdays at 14:00 for fifty minutes: held, then lost at the door five times; then Tuesdays.
THURSDAYS = ("03-05", "03-19", "04-02", "04-16", "04-30", "05-14")
TUESDAYS = ("09-08", "09-22", "10-06")

Run = Callable[..., tuple[int, str, str]]


def visit(number: int, day: str, clock: str, status: Status) -> Meeting:
    """Make a visit of 2026; a lost one is cancelled by them at the door, at 14:05."""
    when = When.from_iso(f"2026-{day}T{clock}", "America/New_York")
    lost = Cancellation(
        by=Side.THEIRS,
        at=when.after(5),
        whereabouts=Whereabouts.AT_THE_DOOR,
        stated_reason="An emergency",
    )
    return Meeting(
        id=MeetingId(RecordId(f"visit{number}")),
        account_id=MERCY.id,
        when=when,
        minutes=50,
        status=status,
        summary=f"Visit {number}",
        cancellation=lost if status is Status.CANCELLED else None,
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Name a journal with one account, whose Thursdays are lost."""
    path = tmp_path / "work.journal"
    visits = [
        visit(number, day, "14:00", Status.CANCELLED if number else Status.HELD)
        for number, day in enumerate(THURSDAYS)
    ]
    visits += [
        visit(number, day, "10:00", Status.HELD)
        for number, day in enumerate(TUESDAYS, len(THURSDAYS))
    ]
    ahead = visit(99, "12-01", "10:00", Status.PLANNED)
    invited = [
        Participation(id=RecordId(f"p{each.id}"), meeting_id=each.id, person_id=DANA.id)
        for each in (*visits, ahead)
    ]
    with Journal.create(path, lambda: datetime.fromisoformat(NOW)) as journal:
        journal.write(
            "Fill",
            add=[
                MERCY,
                DANA,
                Role(
                    id=RecordId("role"),
                    account_id=MERCY.id,
                    person_id=DANA.id,
                    side=Side.THEIRS,
                    title="Director of Pharmacy",
                ),
                STAFF_MEETING,
                *visits,
                ahead,
                *invited,
                Rating(
                    id=RecordId("rating"),
                    account_id=MERCY.id,
                    day=date(2026, 9, 8),
                    level=Level.STRAINED,
                ),
                Quote(
                    id=RecordId("quote"),
                    account_id=MERCY.id,
                    text="No one has ever spent the time to understand how I'm measured.",
                ),
            ],
        )
    return path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command; return its exit status, its output and its complaint."""

    def run(*words: object) -> tuple[int, str, str]:
        status = main([str(word) for word in words])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run
