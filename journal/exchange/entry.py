"""One meeting as a log tells it, before anybody has looked whether the journal knows it."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime, time

from journal.domain.meeting import Kind, Status
from journal.domain.record import Side

_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingEntry:
    """One meeting, from one row or from several.

    Attributes:
        lines: Where its rows begin, counted from 1.
        key: What names it in its source, the same in each export of it.
        organisations: As they are spelt, in order, without repetition; the first is the one
            the meeting is kept under. Empty where the log names none.
        day: On the wall of the log's time zone.
        time: None where only the day is known.
        instant: Aware; only where the log gives an offset from UTC, as then the wall time
            depends on the customer's zone.
        minutes: None where unknown.
        kind: None where the log does not say.
        status: None where the log does not say: then it is held if its day is past.
        people: Names on the customer's side.
        ours: Names on our side.
        cancelled_by: Only where the log says so.
        reason: What was said of the cancellation.
    """

    lines: tuple[int, ...]
    key: str
    organisations: tuple[str, ...]
    day: date
    time: time | None
    instant: datetime | None = None
    minutes: int | None = None
    kind: Kind | None = None
    status: Status | None = None
    place: str = ""
    people: tuple[str, ...] = ()
    ours: tuple[str, ...] = ()
    purpose: str = ""
    summary: str = ""
    notes: str = ""
    cancelled_by: Side | None = None
    reason: str = ""

    @property
    def digest(self) -> str:
        """SHA-256 of all it says, hexadecimal; where its rows stand is no part of that."""
        said = [
            self.organisations,
            self.day.isoformat(),
            None if self.time is None else self.time.isoformat("minutes"),
            None if self.instant is None else self.instant.isoformat(),
            self.minutes,
            self.kind,
            self.status,
            self.place,
            self.people,
            self.ours,
            self.purpose,
            self.summary,
            self.notes,
            self.cancelled_by,
            self.reason,
        ]
        text = _encoder.encode(said)
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
