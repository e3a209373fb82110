"""The next visit: as one types it, or in so many weeks at the same hour."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from journal.domain.span import When
from journal.typed.understood import Bearings
from journal.ui.meetings.when_reader import WhenField, when_reader, when_text
from journal.ui.shared.buttons import Button
from journal.ui.shared.flow import Flow
from journal.ui.shared.labels import column
from journal.wording import _


class NextField(QWidget):
    """Says `told` with the moment, or None for not yet."""

    told = Signal(object)

    def __init__(self, bearings: Callable[[], Bearings], parent: QWidget | None = None) -> None:
        """Make it, empty.

        Args:
            bearings: When and where it is typed; it looks ahead.
        """
        super().__init__(parent)
        self._bearings = bearings
        self._base: When | None = None
        self.field = WhenField(_("Next visit"), when_reader(bearings, self._usual))
        self.field.line.setPlaceholderText(_("not yet"))
        self.weeks = (Button(_("in a week")), Button(_("in 2 weeks")))
        chips = QWidget()
        flow = Flow(chips)
        for each in self.weeks:
            each.setProperty("kind", "chip")
            flow.addWidget(each)
        upright = column(self, margins=(0, 0, 0, 0), gap=4)
        upright.addWidget(self.field)
        upright.addWidget(chips)
        self.setFocusProxy(self.field.line)
        self.field.told.connect(self.told)
        self.weeks[0].clicked.connect(self._in_a_week)
        self.weeks[1].clicked.connect(self._in_two_weeks)

    def show_next(self, base: When, agreed: When | None, planned: When | None) -> None:
        """Show what is so.

        Args:
            base: The meeting from which weeks are counted, and whose hour is usual.
            agreed: What was agreed on at it.
            planned: What is planned next anyway.
        """
        self._base = base
        hint = _("not yet")
        if planned is not None and agreed is None:
            hint = _("planned already: {when}").format(when=when_text(planned))
        self.field.line.setPlaceholderText(hint)
        self.field.show_value(agreed, "" if agreed is None else when_text(agreed))

    def finish(self) -> bool:
        """Take what is typed as it stands; False where it is not understood."""
        return self.field.finish()

    @Slot()
    def _in_a_week(self) -> None:
        self._take(1)

    @Slot()
    def _in_two_weeks(self) -> None:
        self._take(2)

    def _take(self, weeks: int) -> None:
        if self._base is not None:
            today = self._bearings().wall.day
            when = after_weeks(self._base, weeks, today)
            self.field.show_value(when, when_text(when))
            self.told.emit(when)

    def _usual(self) -> time | None:
        return None if self._base is None else self._base.time


def after_weeks(base: When, weeks: int, today: date) -> When:
    """Return the same weekday and hour so many weeks later, or the first such after today."""
    day = base.day + timedelta(weeks=weeks)
    while day <= today:
        day += timedelta(weeks=1)
    return replace(base, day=day)
