"""Moments read as they are typed, with what was understood beside."""

from collections.abc import Callable
from datetime import date, time

from PySide6.QtWidgets import QWidget

from journal.domain.span import When, require_day
from journal.typed.dates import understand
from journal.typed.day_names import full_day_words, understood_words
from journal.typed.understood import Bearings, NotUnderstood
from journal.ui.shared.read_field import Reader, ReadField, Reading
from journal.wording import _

_LETTERS = 26


def when_text(when: When) -> str:
    """Write a moment as a line shows it, and as it can be typed: `Tue 1 Dec 2026, 10:00`."""
    if when.time is None:
        return full_day_words(when.day)
    return _("{day}, {time}").format(day=full_day_words(when.day), time=f"{when.time:%H:%M}")


class WhenField(ReadField):
    """A line for a moment, wide enough to show one whole beside what was understood."""

    def __init__(self, name: str, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(name, reader, parent=parent)
        self.line.setMinimumWidth(_LETTERS * self.fontMetrics().averageCharWidth())


def when_reader(
    bearings: Callable[[], Bearings],
    usual: Callable[[], time | None] | None = None,
    day: Callable[[], date] | None = None,
) -> Reader:
    """Make a reader of moments; "not yet", like nothing, is none.

    Args:
        bearings: When and where it is typed.
        usual: The time that is meant where only a day is typed; without it, a time is asked
            for.
        day: The day that is meant where only a time is typed; without it, the nearest one.
    """

    def read(text: str) -> Reading:
        if text.strip().casefold() in _none_words():
            return Reading()
        understood = understand(text, bearings())
        if isinstance(understood, NotUnderstood):
            return Reading(words=understood.why, is_refused=True)
        if day is not None:
            understood = understood.on_day(day())
        try:
            require_day(understood.day)
        except ValueError:
            return Reading(words=_("No day that a journal reaches to."), is_refused=True)
        clock = understood.time
        if clock is None and usual is None:
            why = _("Say the time as well, such as yesterday 17:00.")
            return Reading(words=why, is_refused=True)
        if clock is None and usual is not None:
            clock = usual()
        when = When(day=understood.day, time=clock, zone=understood.zone)
        words = understood_words(understood, bearings().wall.day)
        said = words if understood.time == clock else when_text(when)
        return Reading(value=when, words=said, text=when_text(when))

    return read


def _none_words() -> frozenset[str]:
    return frozenset({"", *_("not yet, none, no, -").split(", ")})
