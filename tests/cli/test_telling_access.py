"""Access in words, where less is known than in the case."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from journal.domain.account import Account
from journal.domain.meeting import Cancellation, Meeting, Status, Whereabouts
from journal.domain.record import AccountId, MeetingId, RecordId, Side
from journal.domain.span import When
from journal.operations.journal import Journal
from tests.cli.conftest import NOW, Run

HARBOR = Account(id=AccountId(RecordId("harbor")), name="Harbor Health")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Name a journal with an account that nobody met yet."""
    path = tmp_path / "harbor.journal"
    with Journal.create(path, lambda: datetime.fromisoformat(NOW)) as journal:
        journal.write("Fill", add=[HARBOR])
    return path


def fill(path: Path, *meetings: Meeting) -> None:
    """Add meetings."""
    with Journal.open(path, lambda: datetime.fromisoformat(NOW)) as journal:
        journal.write("Fill", add=meetings)


def lost(number: int, day: str, clock: str | None, **how: object) -> Meeting:
    """Make a meeting that they cancelled."""
    wall = f"2026-{day}T{clock}" if clock else f"2026-{day}"
    return Meeting(
        id=MeetingId(RecordId(f"lost{number}")),
        account_id=HARBOR.id,
        when=When.from_iso(wall, "Europe/Prague"),
        status=Status.CANCELLED,
        cancellation=Cancellation(by=Side.THEIRS, **how),  # type: ignore[arg-type]
    )


def held(number: int, day: str, clock: str) -> Meeting:
    """Make a meeting that took place."""
    return Meeting(
        id=MeetingId(RecordId(f"held{number}")),
        account_id=HARBOR.id,
        when=When.from_iso(f"2026-{day}T{clock}", "Europe/Prague"),
        status=Status.HELD,
    )


def told(run: Run, path: Path) -> str:
    """Ask for the access of the account."""
    status, out, _err = run("access", "harbor", "--journal", path, "--now", NOW)
    assert status == 0
    return out


def test_nothing_counted_is_one_sentence(run: Run, file: Path) -> None:
    """There is no slot to tell of, and none to propose from experience."""
    assert told(run, file) == "No meeting with Harbor Health was held or lost yet.\n"


def test_all_held_is_told_without_a_worst_time(run: Run, file: Path) -> None:
    """A slot that was never lost is not named as the one that is lost."""
    fill(file, held(1, "06-02", "10:00"), held(2, "06-09", "10:00"))
    out = told(run, file)

    assert out.startswith("Harbor Health: 0 of 2 meetings lost since 2026-06-02.\n")
    assert "was lost" not in out
    assert "How they were lost" not in out
    assert "Tue 10:00: 2 held, 0 lost" in out


def test_reasons_are_told_with_their_source_and_count(run: Run, file: Path) -> None:
    """What they stated is not what was found out."""
    fill(
        file,
        lost(1, "06-04", "14:00", stated_reason="An emergency"),
        lost(2, "06-11", "14:00", stated_reason="An emergency"),
        lost(3, "06-18", "14:00", stated_reason="Ill", found_reason="The board met"),
    )
    out = told(run, file)

    assert "Reason stated, 2 times: An emergency" in out
    assert "Reason found out, once: The board met" in out


def test_a_drive_of_unknown_length_is_told_as_such(run: Run, file: Path) -> None:
    """No travel time stands at the account: hours are not made up."""
    fill(file, lost(1, "06-04", "14:00", whereabouts=Whereabouts.AT_THE_DOOR))
    out = told(run, file)

    assert "after arriving: 1" in out
    assert "How far was driven for 1 more is not known." in out
    assert "Driven for nothing" not in out


def test_the_worst_of_several_times_is_told_with_both_numbers(run: Run, file: Path) -> None:
    """Both lost of ten, in the same of five hours: 1 way in 45 for that hour, 5 for any hour."""
    kept = [
        held(10 * week + hour, f"03-{day:02}", f"{hour:02}:00")
        for week, day in ((1, 2), (2, 9))
        for hour in (9, 10, 11, 12)
    ]
    fill(file, *kept, lost(1, "03-05", "14:00"), lost(2, "03-12", "14:00"))
    assert (
        "Against all other times: Fisher's exact test, p = 0.022;"
        " as the worst of 5, p = 0.111: could be chance.\n"
    ) in told(run, file)

    status, out, _err = run("access", "harbor", "--json", "--journal", file, "--now", NOW)
    found = json.loads(out)
    assert (status, found["p"], found["p_as_worst"]) == (0, 1 / 45, 1 / 9)
