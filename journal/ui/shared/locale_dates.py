"""How a timeline in the window says days: with the names and the clock of the user's locale."""

from datetime import date, time

from PySide6.QtCore import QDate, QLocale

from journal.ui.shared.words import clock_words, full_day_words, month_words
from journal.wording import _


class LocaleDates:
    """Days as `journal.timeline` asks for them."""

    def __init__(self) -> None:
        locale = QLocale()
        # A frame names many months, and each costs a call of Qt.
        self._months = tuple(
            locale.standaloneMonthName(number, QLocale.FormatType.ShortFormat)
            for number in range(1, 13)
        )
        self._locale = locale

    @property
    def week_begins(self) -> int:
        """The weekday with which a week begins; 0 for Monday."""
        return self._locale.firstDayOfWeek().value - 1

    def day(self, day: date) -> str:
        """Say a day without its year, such as `30 Jun`."""
        return self._locale.toString(QDate(day.year, day.month, day.day), _("d MMM"))

    def full_day(self, day: date) -> str:
        """Say a day with weekday and year, such as `Thu 3 Sep 2026`."""
        return full_day_words(day)

    def month(self, day: date) -> str:
        """Say a month without its year, such as `Sep`."""
        return self._months[day.month - 1]

    def month_of_year(self, day: date) -> str:
        """Say a month, such as `Sep 2026`."""
        return month_words(day)

    def clock(self, clock: time) -> str:
        """Say a wall time, such as `14:00` or `2:00 PM`."""
        return clock_words(clock)
