"""Days between the calendar and the scale, and in words.

A thing that is dated to the day stands at its noon, so that it lies in the middle of its day
when one can see days, and next to what happened on it when one cannot.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from typing import Protocol

from journal.wording import _

_NOON = time(12)
_MIDNIGHT = time(0)
FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2200, 12, 31)
_FIRST_S = datetime(1900, 1, 2, tzinfo=UTC).timestamp()
_LAST_S = datetime(2200, 12, 30, tzinfo=UTC).timestamp()


class Dates(Protocol):
    """How days are said; the window passes one that knows the user's locale."""

    @property
    def week_begins(self) -> int:
        """The weekday with which a week begins; 0 for Monday."""

    def day(self, day: date) -> str:
        """Say a day without its year, such as `30 Jun`."""

    def full_day(self, day: date) -> str:
        """Say a day with weekday and year, such as `Thu 3 Sep 2026`."""

    def month(self, day: date) -> str:
        """Say a month without its year, such as `Sep`."""

    def month_of_year(self, day: date) -> str:
        """Say a month, such as `Sep 2026`."""

    def clock(self, clock: time) -> str:
        """Say a wall time, such as `14:00`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainDates:
    """Days in the chosen language, where no locale is asked.

    Attributes:
        months: January first, abbreviated.
        weekdays: Monday first, abbreviated.
        week_begins: 0 for Monday.
    """

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    week_begins: int = 0

    def day(self, day: date) -> str:
        """Say a day without its year."""
        return _("{day} {month}").format(day=day.day, month=self.month(day))

    def full_day(self, day: date) -> str:
        """Say a day with weekday and year."""
        return _("{weekday} {day} {month} {year}").format(
            weekday=self.weekdays[day.weekday()],
            day=day.day,
            month=self.month(day),
            year=day.year,
        )

    def month(self, day: date) -> str:
        """Say a month without its year."""
        return self.months[day.month - 1]

    def month_of_year(self, day: date) -> str:
        """Say a month."""
        return _("{month} {year}").format(month=self.month(day), year=day.year)

    def clock(self, clock: time) -> str:
        """Say a wall time."""
        return f"{clock:%H:%M}"


def plain_dates() -> PlainDates:
    """Make the dates of the language that is chosen now."""
    months = _("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()
    return PlainDates(
        months=tuple(months), weekdays=tuple(_("Mon Tue Wed Thu Fri Sat Sun").split())
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """The customer's wall: which moment a day or a time there is, and back.

    Attributes:
        zone: Where a day begins.
    """

    zone: tzinfo

    def start_of(self, day: date) -> float:
        """Return the first moment of a day, in UTC seconds."""
        return datetime.combine(day, _MIDNIGHT, self.zone).timestamp()

    def end_of(self, day: date) -> float:
        """Return the moment at which a day is over."""
        return self.start_of(date.fromordinal(day.toordinal() + 1))

    def noon_of(self, day: date) -> float:
        """Return where a thing stands that is dated to the day."""
        return datetime.combine(day, _NOON, self.zone).timestamp()

    def year_about(self, moment: float) -> tuple[float, float]:
        """Return the first moment of the calendar year that a moment is in, and of the next."""
        return self._months_about(moment, 12)

    def quarter_about(self, moment: float) -> tuple[float, float]:
        """Return the first moment of the quarter that a moment is in, and of the next."""
        return self._months_about(moment, 3)

    def _months_about(self, moment: float, months: int) -> tuple[float, float]:
        day = self.day_at(moment)
        first = date(day.year, (day.month - 1) // months * months + 1, 1)
        years, month = divmod(first.month - 1 + months, 12)
        return self.start_of(first), self.start_of(date(first.year + years, month + 1, 1))

    def day_at(self, moment: float) -> date:
        """Return the day at a moment; beyond what the journal knows, its first or last."""
        bounded = min(max(moment, _FIRST_S), _LAST_S)
        return datetime.fromtimestamp(bounded, self.zone).date()
