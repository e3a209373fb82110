"""What stood behind lost meetings, once it is found out: for one, and for those before it."""

from collections.abc import Iterable

from journal.domain.meeting import Meeting
from journal.domain.person import StandingCommitment
from journal.domain.record import CommitmentId, MeetingId
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.operations.meetings import explained
from journal.store import records
from journal.wording import _


def note_cause(journal: Journal, meeting_id: MeetingId, commitment: StandingCommitment) -> Change:
    """Note a standing commitment that nobody had noted, and that a meeting was lost to it.

    Raises:
        JournalError: if the meeting was neither called off nor a no-show.
    """
    meeting = records.get(journal.file.connection, Meeting, meeting_id)
    found = explained(meeting, _reason(meeting), commitment.id)
    return journal.write(_("Find reason"), add=[commitment], save=[found])


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
