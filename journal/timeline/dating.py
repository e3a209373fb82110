"""When a record happened: its own day, or the meeting that it came up in."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Protocol, TypeVar

from journal.domain.meeting import Meeting
from journal.domain.record import MeetingId, RecordId
from journal.domain.span import zone_named
from journal.timeline.dates import Wall
from journal.timeline.tracks import Entry


class Line(Entry, Protocol):
    """What may have come up in a meeting."""

    @property
    def meeting_id(self) -> MeetingId | None:
        """The meeting; None where none is noted."""


L = TypeVar("L", bound=Line)


class Dating:
    """Finds the moment of each record of a relationship.

    Attributes:
        wall: Of the account, for what is dated to a day.
        undated: Records that have neither a day nor a meeting.
    """

    def __init__(self, wall: Wall, meetings: Iterable[Meeting]) -> None:
        self.wall = wall
        self.undated: list[RecordId] = []
        self._meetings = {each.id: each for each in meetings}

    def at(self, day: date, meeting_id: MeetingId | None = None) -> float:
        """Place a day at the meeting that it came from, so that both stand in one line."""
        met = self._meetings.get(meeting_id) if meeting_id else None
        return moment_of(met) if met is not None and met.when.day == day else self.wall.noon_of(day)

    def dated(
        self, lines: Iterable[L], day_of: Callable[[L], date | None]
    ) -> list[tuple[float, L]]:
        """Date lines by their own day, else by their meeting; note those that have neither."""
        found: list[tuple[float, L]] = []
        for each in lines:
            day = day_of(each)
            met = self._meetings.get(each.meeting_id) if each.meeting_id else None
            if day is not None:
                found.append((self.at(day, each.meeting_id), each))
            elif met is not None:
                found.append((moment_of(met), each))
            else:
                self.undated.append(each.id)
        return found


def moment_of(meeting: Meeting) -> float:
    """Return the start of a meeting, in UTC seconds; noon where only its day is known."""
    if meeting.when.time is None:
        return Wall(zone=zone_named(meeting.when.zone)).noon_of(meeting.when.day)
    return meeting.when.start.timestamp()
