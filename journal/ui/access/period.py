"""Which meetings are looked at: all, those of the last twelve months, those since a day."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from journal.ui.shared.flow import Flow
from journal.ui.shared.read_field import ReadField
from journal.ui.shared.readings import day_reader
from journal.ui.shared.segments import Choice, Segments
from journal.wording import _

_ALL, _YEAR, _SINCE = range(3)


class Period(QWidget):
    """Says `changed` when the user chose another."""

    changed = Signal()

    def __init__(
        self, now: Callable[[], datetime], zone: str, parent: QWidget | None = None
    ) -> None:
        """Make it, with all chosen.

        Args:
            now: Tells the aware moment.
            zone: IANA name of the clock by which it is today.
        """
        super().__init__(parent)
        self.choice = Segments(
            _("Period"),
            [Choice(text=_("All")), Choice(text=_("Last 12 months")), Choice(text=_("Since…"))],
        )
        self.choice.choose(_ALL)
        self.since = ReadField(_("Since"), day_reader(now, zone))
        self.since.line.setPlaceholderText(_("such as 1 mar"))
        self.since.hide()
        row = Flow(self, gap=8)
        row.addWidget(self.choice)
        row.addWidget(self.since)
        self.choice.chosen.connect(self._chosen)
        self.since.told.connect(self.changed)

    def first_day(self, today: date) -> date | None:
        """Return the first day to look at; None for all.

        Args:
            today: On the customer's wall.
        """
        if self.choice.position == _YEAR:
            return _year_before(today)
        typed = self.since.value
        return typed if self.choice.position == _SINCE and isinstance(typed, date) else None

    @Slot(int)
    def _chosen(self, position: int) -> None:
        self.since.setVisible(position == _SINCE)
        if position == _SINCE:
            self.since.line.setFocus()
        self.changed.emit()


def _year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # the 29th of February
        return day.replace(year=day.year - 1, day=28)
