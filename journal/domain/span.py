"""Time as people mean it: a day or a wall time at a place, and spans of days."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

EARLIEST_YEAR = 1900
LATEST_YEAR = 2200


def zone_named(name: str) -> ZoneInfo:
    """Return the zone.

    Raises:
        ValueError: if the IANA database does not know the name.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError, ValueError) as error:
        message = f"no such time zone: {name!r}"
        raise ValueError(message) from error


def require_day(day: date) -> None:
    """Refuse a day at the ends of the calendar, where days cannot be counted on.

    Raises:
        ValueError: if the year is not one of 1900 to 2200.
    """
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        message = f"the year {day.year} is not between {EARLIEST_YEAR} and {LATEST_YEAR}"
        raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A day, mostly with a time, as the clocks on the customer's wall show it.

    Wall time and zone are what was agreed with the customer; the instant follows from
    them and may move when a government changes its clocks. A wall time that a clock
    change skips is read as if the clocks had not yet changed; of one that occurs twice,
    the first (PEP 495, fold 0).

    Attributes:
        day: The customer's day, years 1900 to 2200.
        time: To the minute; None where only the day is known.
        zone: IANA name.
    """

    day: date
    time: time | None
    zone: str

    def __post_init__(self) -> None:
        require_day(self.day)
        if self.time is not None and (self.time.second or self.time.microsecond):
            message = f"a wall time goes to the minute: {self.time}"
            raise ValueError(message)
        if self.time is not None and self.time.tzinfo is not None:
            message = "a wall time carries no offset; the zone stands beside it"
            raise ValueError(message)
        zone_named(self.zone)

    @property
    def start(self) -> datetime:
        """The aware moment; midnight where only the day is known."""
        wall = time(0) if self.time is None else self.time.replace(fold=0)
        return datetime.combine(self.day, wall, tzinfo=ZoneInfo(self.zone))

    @property
    def instant(self) -> datetime:
        """The same moment in UTC, for ordering and for differences."""
        return self.start.astimezone(UTC)

    @property
    def weekday(self) -> int:
        """Monday is 0, as the customer counts the days."""
        return self.day.weekday()

    @property
    def minute_of_day(self) -> int | None:
        """Minutes after midnight on the customer's wall, 0 to 1439; None without a time."""
        return None if self.time is None else self.time.hour * 60 + self.time.minute

    @property
    def iso(self) -> str:
        """`2026-09-03T14:00`, or `2026-09-03` where only the day is known."""
        if self.time is None:
            return self.day.isoformat()
        return f"{self.day.isoformat()}T{self.time.isoformat(timespec='minutes')}"

    @classmethod
    def from_iso(cls, text: str, zone: str) -> "When":
        """Read what `iso` writes.

        Raises:
            ValueError: if the text is neither a day nor a day and a time.
        """
        day, _, clock = text.partition("T")
        return cls(
            day=date.fromisoformat(day),
            time=time.fromisoformat(clock) if clock else None,
            zone=zone,
        )

    @classmethod
    def at(cls, moment: datetime, zone: str) -> "When":
        """Return what the clocks in `zone` show at an aware moment, cut to the minute."""
        local = moment.astimezone(zone_named(zone))
        return cls(day=local.date(), time=local.time().replace(second=0, microsecond=0), zone=zone)

    def after(self, minutes: int) -> datetime:
        """Return the aware moment so many real minutes later, in the same zone."""
        return (self.instant + timedelta(minutes=minutes)).astimezone(ZoneInfo(self.zone))


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Days from `start` to `end`, both included; None is open on that side."""

    start: date | None
    end: date | None

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end < self.start:
            message = f"a span cannot end ({self.end}) before it starts ({self.start})"
            raise ValueError(message)

    def __contains__(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)
