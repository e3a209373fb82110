"""What a number that somebody is measured by was, and when."""

from datetime import date

from journal.domain.metric import MetricReading
from journal.ui.shared.words import full_day_words
from journal.wording import _


def reading_words(reading: MetricReading) -> str:
    """Say what a metric was on a day, as it can be typed: `12.5 on Wed 30 Sep 2026`."""
    return value_on_words(reading.value, reading.day)


def value_on_words(value: float, day: date) -> str:
    """Say a value and its day."""
    return _("{value} on {day}").format(value=f"{value:.12g}", day=full_day_words(day))
