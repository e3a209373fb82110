"""What stood behind lost meetings, once it is found out: for one, and for those before it."""

from collections.abc import Iterable
from dataclasses import replace

from journal.analysis.losses import is_lost
from journal.domain.meeting import Meeting
from journal.domain.person import StandingCommitment
from journal.domain.record import CommitmentId, MeetingId
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.operations.meetings import explained
from journal.store import records
from journal.typed.schedules import Recurring
from journal.wording import _


def note_cause(journal: Journal, meeting_id: MeetingId, commitment: StandingCommitment) -> Change:
    """Note a standing commitment that nobody had noted, and that a meeting was lost to it.

    Raises:
        JournalError: if the meeting was neither called off nor a no-show.
    """
    meeting = records.get(journal.file.connection, Meeting, meeting_id)
    found = explained(meeting, _reason(meeting), commitment.id)
    return journal.write(_("Find reason"), add=[commitment], save=[found])


def reaching_back(recurring: Recurring, meeting: Meeting, all_of: Iterable[Meeting]) -> Recurring:
    """Return what recurs as it did when a meeting was lost to it.

    Unless its first day was typed, it recurs since the first meeting that was lost: of what
    recurs every second week or less often one knows only that it did on the day of this one.
    """
    if recurring.is_since:
        return recurring
    day = meeting.when.day
    if recurring.schedule.every == 1:
        day = min((each.when.day for each in all_of if is_lost(each)), default=day)
    first = recurring.schedule.first_from(min(day, meeting.when.day))
    return replace(recurring, first_day=first or meeting.when.day)


def find_causes(
    journal: Journal, meeting_ids: Iterable[MeetingId], commitment: CommitmentId
) -> Change:
    """Note that several meetings were lost to a standing commitment; each keeps its own words.

    Raises:
        JournalError: if one of them was neither called off nor a no-show.
    """
    connection = journal.file.connection
    lost = [records.get(connection, Meeting, each) for each in meeting_ids]
    found = [explained(each, _reason(each), commitment) for each in lost]
    return journal.write(_("Find reasons"), save=found)


def _reason(meeting: Meeting) -> str:
    return meeting.cancellation.found_reason if meeting.cancellation is not None else ""
