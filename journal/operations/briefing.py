"""The private brief of an account, onto paper."""

from datetime import date
from pathlib import Path

from journal.analysis.digest import digest
from journal.brief.parts import Brief
from journal.domain.errors import NotFoundError
from journal.domain.meeting import Meeting, Status
from journal.domain.paper import Paper
from journal.domain.record import AccountId, MeetingId
from journal.domain.relationship import Relationship
from journal.operations import reading
from journal.operations.journal import Journal
from journal.store import history
from journal.wording import _

# The meeting by itself, the one on a day, or None for the next one.
Chosen = MeetingId | date | None


def brief_pdf(
    journal: Journal, account: AccountId, *, meeting: Chosen = None, paper: Paper = Paper.A4
) -> bytes:
    """Return the brief as a PDF.

    Where no meeting is planned, it is the brief for a meeting that has no date yet.

    Raises:
        NotFoundError: if there is no such account or meeting.
    """
    # Paper takes longer to import than everything else together.
    from journal.brief import document

    whole = reading.relationship(journal, account)
    return document.render(brief_for(journal, whole, _chosen(whole, meeting, journal)), paper)


def brief_for(journal: Journal, whole: Relationship, meeting: Meeting | None) -> Brief:
    """Return what the brief for a meeting says; for None, for one that has no date yet."""
    from journal.brief import content

    now = journal.now()
    changed = history.last_changed(journal.file.connection)
    return content.private_brief(
        digest(whole, meeting=meeting, now=now),
        printed_at=now,
        people_known=whole.people,
        data_as_of=None if changed is None else changed.astimezone(now.tzinfo),
    )


def write_brief(
    journal: Journal,
    account: AccountId,
    path: Path,
    *,
    meeting: Chosen = None,
    paper: Paper = Paper.A4,
) -> None:
    """Write the brief to a file, wholly or not at all.

    Raises:
        NotFoundError: if there is no such account or meeting.
        NotSavedError: if the disk does not take it; what was there is as it was.
    """
    write_pages(path, brief_pdf(journal, account, meeting=meeting, paper=paper))


def write_pages(path: Path, pdf: bytes) -> None:
    """Write pages that were made already to a file, wholly or not at all.

    Raises:
        NotSavedError: if the disk does not take it; what was there is as it was.
    """
    from journal.brief.pdf import put

    put(path, pdf)


def next_meeting(whole: Relationship, journal: Journal) -> Meeting | None:
    """Return the first planned meeting that is not over; None where none is planned."""
    now = journal.now()
    planned = (
        each
        for each in whole.meetings
        if each.status is Status.PLANNED and not each.is_unrecorded(now)
    )
    return next(planned, None)


def _chosen(whole: Relationship, wanted: Chosen, journal: Journal) -> Meeting | None:
    if wanted is None:
        return next_meeting(whole, journal)
    found = [
        each
        for each in whole.meetings
        if (each.when.day == wanted if isinstance(wanted, date) else each.id == wanted)
    ]
    if found:
        return found[0]
    if isinstance(wanted, date):
        raise NotFoundError(
            _("{account} has no meeting on {day}.").format(
                account=whole.account.name, day=wanted.isoformat()
            )
        )
    raise NotFoundError(_("This meeting is no longer in the journal."))
