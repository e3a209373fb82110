"""The brief of the meeting that was asked for."""

from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest

from journal.domain.errors import NotFoundError
from journal.domain.meeting import Meeting
from journal.domain.record import MeetingId, RecordId
from journal.domain.span import When
from journal.operations import briefing, records
from journal.operations.journal import Journal
from tests.operations.conftest import MERCY


@pytest.fixture
def ahead(journal: Journal) -> tuple[Meeting, Meeting]:
    """Plan two visits, in one and in two weeks."""
    visits = tuple(
        Meeting(
            id=MeetingId(RecordId(f"visit{weeks}")),
            account_id=MERCY.id,
            when=When.at(journal.now() + timedelta(weeks=weeks), "America/New_York"),
            purpose=f"Purpose {weeks}",
        )
        for weeks in (1, 2)
    )
    journal.write("Plan", add=visits)
    return visits[0], visits[1]


def words(pdf: bytes) -> str:
    """Read the first page."""
    text: str = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded()
    return text


def test_the_next_meeting_is_meant_where_none_is_named(
    journal: Journal, ahead: tuple[Meeting, Meeting]
) -> None:
    """One key in the car park asks nothing."""
    assert "Purpose 1" in words(briefing.brief_pdf(journal, MERCY.id))


def test_a_meeting_is_named_by_itself_or_by_its_day(
    journal: Journal, ahead: tuple[Meeting, Meeting]
) -> None:
    """The window has the record, the command line has a day."""
    second = ahead[1]
    for wanted in (second.id, second.when.day):
        page = words(briefing.brief_pdf(journal, MERCY.id, meeting=wanted))
        assert "Purpose 2" in page
        assert "Purpose 1" not in page


def test_a_meeting_that_is_gone_is_refused_and_no_file_made(
    journal: Journal, ahead: tuple[Meeting, Meeting], tmp_path: Path
) -> None:
    """It may have gone into the trash while its page was open."""
    records.trash(journal, "Trash", ahead[1])
    target = tmp_path / "brief.pdf"

    with pytest.raises(NotFoundError, match="no longer in the journal"):
        briefing.write_brief(journal, MERCY.id, target, meeting=ahead[1].id)
    with pytest.raises(NotFoundError, match="has no meeting on 2030-01-01"):
        briefing.write_brief(journal, MERCY.id, target, meeting=date(2030, 1, 1))
    assert not target.exists()
