"""What reading a date needs to know, and what it answers."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum

from journal.domain.span import When
from journal.typed.tokens import Order


class Lean(StrEnum):
    """Where to look for a day that is not said in full."""

    FORWARD = "forward"  # plans and promises
    BACKWARD = "backward"  # what happened


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearings:
    """When and where something is typed, and how to read it.

    Attributes:
        now: The aware moment.
        zone: IANA name of the wall clock that is meant, mostly the customer's.
        order: What comes first in 3/4.
    """

    now: datetime
    zone: str
    lean: Lean = Lean.FORWARD
    order: Order = Order.DAY_MONTH

    @property
    def wall(self) -> When:
        """What the clock on that wall shows now."""
        return When.at(self.now, self.zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A day, mostly with a time.

    Attributes:
        zone: IANA name of the wall clock.
        time: None where none was typed.
        minutes: How long, where an end or a length was typed.
        names_day: Whether a day was typed, not only a time or a number.
        others: What else it could mean, likeliest first.
    """

    day: date
    zone: str
    time: time | None
    minutes: int | None = None
    names_day: bool = True
    others: tuple["Understood", ...] = ()

    @property
    def when(self) -> When:
        """The day and the time on that wall."""
        return When(day=self.day, time=self.time, zone=self.zone)

    def on_day(self, usual: date) -> "Understood":
        """Return it with the usual day where only a time was typed, else as it is."""
        if self.names_day or self.time is None:
            return self
        return replace(self, day=usual, others=())


@dataclass(frozen=True, slots=True, kw_only=True)
class NotUnderstood:
    """Why not, as a sentence.

    Attributes:
        part: Of the text, what could not be read; all of it where it contradicts itself.
    """

    why: str
    part: str
