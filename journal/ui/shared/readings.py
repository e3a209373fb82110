"""Texts read as a day, as a length of time, or as the name of a time zone."""

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from zoneinfo import available_timezones

from journal.domain.span import When
from journal.terms import minutes_words
from journal.typed.dates import understand, understand_minutes
from journal.typed.understood import Bearings, Lean, NotUnderstood
from journal.ui.shared.matching import Names, folded
from journal.ui.shared.read_field import Reader, Reading
from journal.ui.shared.words import clock_words, full_day_words
from journal.wording import _

# Names that are no places, or that stand for the same place under an older name.
_NO_PLACES = frozenset({"Etc", "SystemV", "US", "posix", "right", "Mexico", "Brazil", "Chile"})


def day_text(day: date | None) -> str:
    """Write a day as a line shows it."""
    return "" if day is None else full_day_words(day)


def day_reader(now: Callable[[], datetime], zone: str, lean: Lean = Lean.BACKWARD) -> Reader:
    """Make a reader of days.

    Args:
        now: Tells the aware moment.
        zone: IANA name of the clock by which it is today.
        lean: Where a day lies that is not said in full.
    """

    def read(text: str) -> Reading:
        if not text.strip():
            return Reading()
        understood = understand(text, Bearings(now=now(), zone=zone, lean=lean))
        if isinstance(understood, NotUnderstood):
            return Reading(words=understood.why, is_refused=True)
        # 2024 could be an hour as well; in a line for a day it never is.
        meant = (each for each in (understood, *understood.others) if each.time is None)
        day = next(meant, None)
        if day is None:
            return Reading(words=_("That is a time; a day is asked for here."), is_refused=True)
        shown = full_day_words(day.day)
        return Reading(value=day.day, words=shown, text=shown)

    return read


def minutes_text(minutes: int | None) -> str:
    """Write a length as a line shows it."""
    return "" if minutes is None else minutes_words(minutes)


def read_minutes(text: str) -> Reading:
    """Read a length such as `2 h` or `120`."""
    if not text.strip():
        return Reading()
    minutes = understand_minutes(text)
    if isinstance(minutes, NotUnderstood):
        return Reading(words=minutes.why, is_refused=True)
    return Reading(value=minutes, words=minutes_words(minutes), text=minutes_words(minutes))


def zone_words(zone: str, now: datetime) -> str:
    """Say whose time a zone is, and what time it is there: `New York time, now 03:15`."""
    here = When.at(now, zone).time
    said = _("{city} time").format(city=_city(zone))
    return (
        said if here is None else _("{zone}, now {time}").format(zone=said, time=clock_words(here))
    )


def zone_text(zone: str) -> str:
    """Write a zone so that it is found by its city: `New York (America)`."""
    region = zone.rpartition("/")[0].replace("_", " ")
    if not region:
        return zone
    return _("{city} ({region})").format(city=_city(zone), region=region)


@cache
def zones() -> tuple[str, ...]:
    """Return the IANA names of all places that have a clock, by city."""
    names = (each for each in available_timezones() if "/" in each)
    return tuple(
        sorted((each for each in names if each.split("/")[0] not in _NO_PLACES), key=_city)
    )


def zone_reader(now: Callable[[], datetime]) -> Reader:
    """Make a reader of time zones; the value is an IANA name, empty for none."""

    def read(text: str) -> Reading:
        if not text.strip():
            return Reading(value="")
        found = _zone(text)
        if found is None:
            why = _("No city of that name; type the nearest large one.")
            return Reading(words=why, is_refused=True)
        return Reading(value=found, words=zone_words(found, now()), text=zone_text(found))

    return read


def _zone(text: str) -> str | None:
    wanted = folded(text).strip()
    for zone in zones():
        if wanted in {folded(zone), folded(zone_text(zone)), folded(_city(zone))}:
            return zone
    return next(_names().find(text.replace("(", " ").replace(")", " ")), None)


@cache
def _names() -> Names[str]:
    return Names((f"{_city(each)} {each.replace('/', ' ')}", each) for each in zones())


def _city(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")
