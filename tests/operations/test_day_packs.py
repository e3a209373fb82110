"""The pack of a day, read from a journal and written to a file."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from journal.domain.account import Account
from journal.domain.errors import NotFoundError
from journal.domain.meeting import Cancellation, Meeting, Status
from journal.domain.record import AccountId, MeetingId, RecordId, Side
from journal.domain.span import When
from journal.operations import day_packs, days
from journal.operations.journal import Journal
from tests.operations.conftest import MERCY

ZONE = "Europe/Prague"
DAY = date(2026, 12, 1)
HARBOR = Account(id=AccountId(RecordId("harbor")), name="Harbor Health", travel_min=30)


def meeting(text: str, account: Account, **fields: object) -> Meeting:
    """Plan a visit of half an hour, named after its time."""
    usual: dict[str, object] = {
        "id": MeetingId(RecordId(f"{account.id} {text}")),
        "account_id": account.id,
        "when": When.from_iso(text, ZONE),
        "minutes": 30,
        "purpose": f"Purpose of {text}",
    }
    return Meeting(**usual | fields)  # type: ignore[arg-type]


def pages(pdf: bytes | Path) -> list[str]:
    """Read each page as one line."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def fill(journal: Journal, meetings: Iterable[Meeting]) -> None:
    """Write them all, and the second account."""
    journal.write("Fill", add=[HARBOR, *meetings])


def test_the_briefs_stand_in_the_order_of_visiting(journal: Journal, tmp_path: Path) -> None:
    """By the clock, not by the account; the evening before and the day after are not in it."""
    fill(
        journal,
        (
            meeting("2026-12-01T14:00", MERCY),
            meeting("2026-12-01T16:00", HARBOR),
            meeting("2026-12-01T09:00", HARBOR),
            meeting("2026-11-30T23:00", HARBOR),
            meeting("2026-12-02T00:00", HARBOR),
        ),
    )
    target = tmp_path / "pack.pdf"
    day_packs.write_daypack(journal, DAY, target)
    said = pages(target)
    assert said[0].startswith("Tue 1 Dec 2026")
    places = [said[0].index(each) for each in ("T09:00", "T14:00", "T16:00")]
    assert places == sorted(places)
    assert "Purpose of 2026-11-30" not in said[0]
    assert "Purpose of 2026-12-02" not in said[0]
    first = [each for each in said[1:] if "page 1 of" in each]
    assert [each.split(" ")[0] for each in first] == ["Harbor", "Mercy", "Harbor"]
    assert [clock in each for clock, each in zip(("T09", "T14", "T16"), first, strict=True)] == [
        True
    ] * 3


def test_what_is_held_already_needs_no_brief_where_something_is_still_planned(
    journal: Journal,
) -> None:
    """At noon one prints the afternoon; the day at a glance still names all."""
    off = Cancellation(by=Side.THEIRS)
    fill(
        journal,
        (
            meeting("2026-12-01T09:00", MERCY, status=Status.HELD),
            meeting("2026-12-01T12:00", MERCY, status=Status.CANCELLED, cancellation=off),
            meeting("2026-12-01T15:00", HARBOR),
        ),
    )
    said = pages(day_packs.daypack_pdf(journal, DAY))
    assert "Mercy General · held" in said[0]
    assert "Mercy General · cancelled" in said[0]
    assert said[1].startswith("Harbor Health")
    assert all(each.startswith("Harbor Health") or "Afterwards" in each for each in said[2:])


def test_of_a_past_day_what_was_held_is_printed(journal: Journal) -> None:
    """Who looks back finds the pages; planned ones are gone by then."""
    fill(journal, (meeting("2026-12-01T09:00", MERCY, status=Status.HELD),))
    assert pages(day_packs.daypack_pdf(journal, DAY))[1].startswith("Mercy General")


@pytest.mark.parametrize("day", [DAY, date.min, date.max])
def test_a_day_without_a_meeting_makes_no_file(journal: Journal, tmp_path: Path, day: date) -> None:
    """Nor does one on which everything was called off, nor one that no calendar reaches."""
    off = Cancellation(by=Side.THEIRS)
    away = meeting("2026-12-01T09:00", MERCY, status=Status.CANCELLED, cancellation=off)
    fill(journal, (away,))
    target = tmp_path / "pack.pdf"
    with pytest.raises(NotFoundError, match="There is no meeting on"):
        day_packs.write_daypack(journal, day, target)
    assert not target.exists()


def test_the_day_is_that_of_the_laptop(journal: Journal) -> None:
    """Ten in the evening in New York is four in the morning in Prague, the day after."""
    late = meeting(
        "2026-11-30T22:00", MERCY, when=When.from_iso("2026-11-30T22:00", "America/New_York")
    )
    fill(journal, (late,))
    assert [each.meeting.id for each in days.on_day(journal, DAY)] == [late.id]
    assert days.on_day(journal, date(2026, 11, 30)) == ()
