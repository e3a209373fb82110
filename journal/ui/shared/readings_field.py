"""What a number was on which day, each in one line, the latest first."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from journal.domain.metric import MetricReading
from journal.domain.record import RecordId
from journal.ui.shared.buttons import quiet_button
from journal.ui.shared.labels import column
from journal.ui.shared.metric_words import reading_words, value_on_words
from journal.ui.shared.read_field import Reader, ReadField, Reading
from journal.ui.shared.readings import day_reader
from journal.ui.shared.rows import Row, Rows
from journal.wording import _, ngettext

_SHOWN = 2
# A number, with a point or a comma before its fraction, or with its thousands set apart.
_VALUE = re.compile(
    r"\s*([+\-−]?)(\d{1,3}(?:[, ']\d{3})+(?![\d,'])(?:\.\d+)?|\d+(?:[.,]\d+)?)\s*(.*)$", re.DOTALL
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A value and the day for which it was read."""

    value: float
    day: date


def value_reader(now: Callable[[], datetime], zone: str) -> Reader:
    """Make a reader of a value with its day, `12.5 on 30 sep`; without a day it is today's.

    Args:
        now: Tells the aware moment.
        zone: IANA name of the clock by which it is today.
    """
    read_day = day_reader(now, zone)

    def read(text: str) -> Reading:
        if not text.strip():
            return Reading()
        found = _VALUE.match(text)
        if found is None:
            return Reading(words=_("Say a number, such as 12.5 on 30 sep."), is_refused=True)
        day = read_day(found[3].strip().lstrip("%,").strip() or _("today"))
        if not isinstance(day.value, date):
            return day
        value = _number(found[1], found[2])
        words = value_on_words(value, day.value)
        return Reading(value=Read(value=value, day=day.value), words=words, text=words)

    return read


class ReadingsField(QWidget):
    """Says which is `added` (a `Read`), and which record is to be `changed` or `trashed`."""

    added = Signal(object)
    changed = Signal(object)
    trashed = Signal(object)

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._readings: tuple[MetricReading, ...] = ()
        self._shows_all = False
        self.rows = Rows(self._row, gap=4)
        self.more = quiet_button("")
        self.add = ReadField(_("Add what it was"), reader)
        self.add.line.setPlaceholderText(_("what it was, such as 12.5 on 30 sep"))
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.add, 1)
        below.addWidget(self.more)
        inside = column(self, margins=(0, 0, 0, 0), gap=4)
        inside.addLayout(self.rows.layout)
        inside.addLayout(below)
        self.add.told.connect(self._told)
        self.more.clicked.connect(self._more_clicked)

    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab stops, in order."""
        rows = (stop for row in self.rows.all() for stop in row.stops())
        return (*rows, self.add.line, self.more)

    def show_readings(self, readings: Sequence[MetricReading]) -> None:
        """Show these, which are of one metric."""
        self._readings = tuple(sorted(readings, key=_newest_first, reverse=True))
        shown = self._readings if self._shows_all else self._readings[:_SHOWN]
        rows = self.rows.keep([each.id for each in shown], (self.add.line, self.more))
        for row, reading in zip(rows, shown, strict=True):
            row.show_reading(reading)
        hidden = len(self._readings) - len(shown)
        self.more.setText(ngettext("{count} more", "{count} more", hidden).format(count=hidden))
        self.more.setAccessibleName(_("Show all that it was"))
        self.more.setVisible(bool(hidden))

    def _row(self) -> "ReadingRow":
        row = ReadingRow(self._reader)
        row.changed.connect(self.changed)
        row.trashed.connect(self.trashed)
        return row

    @Slot(object)
    def _told(self, read: Read | None) -> None:
        self.add.show_value(None, "")
        if read is not None:
            self.added.emit(read)

    @Slot()
    def _more_clicked(self) -> None:
        self._shows_all = True
        self.show_readings(self._readings)
        self.add.setFocus()


class ReadingRow(Row):
    """One of them; an emptied line leaves it as it was."""

    changed = Signal(object)
    trashed = Signal(object)

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reading: MetricReading | None = None
        self.line = ReadField(_("What it was"), reader)
        self.trash = quiet_button(_("Remove"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.trash)
        self.line.told.connect(self._told)
        self.trash.clicked.connect(self._trash_clicked)

    @override
    def stops(self) -> tuple[QWidget, ...]:
        return self.line.line, self.trash

    def show_reading(self, reading: MetricReading) -> None:
        """Show it."""
        self._reading = reading
        words = reading_words(reading)
        self.line.show_value(Read(value=reading.value, day=reading.day), words, reading.note)
        self.trash.setAccessibleName(_("Remove {what}").format(what=words))

    @Slot(object)
    def _told(self, read: Read | None) -> None:
        if self._reading is None:
            return
        if read is None:
            self.show_reading(self._reading)
        else:
            self.changed.emit(replace(self._reading, value=read.value, day=read.day))

    @Slot()
    def _trash_clicked(self) -> None:
        if self._reading is not None:
            self.trashed.emit(self._reading)


def _number(sign: str, digits: str) -> float:
    is_apart = re.search(r"[, ']\d{3}(?!\d)", digits) is not None
    plain = re.sub(r"[, ']", "", digits) if is_apart else digits.replace(",", ".")
    return -float(plain) if sign in {"-", "−"} else float(plain)


def _newest_first(reading: MetricReading) -> tuple[date, RecordId]:
    return reading.day, reading.id
