"""A day and a time, on the customer's wall."""

from datetime import date, time

from PySide6.QtCore import QDate, QSignalBlocker, QTime, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QTimeEdit, QWidget

from journal.domain.span import EARLIEST_YEAR, LATEST_YEAR, When
from journal.ui.shared.pickers import DayEdit
from journal.wording import _

_TIME_PX = 76
_INSET_PX = 8


class WhenEdit(QWidget):
    """Says `edited` when the user has changed it."""

    edited = Signal()

    def __init__(self, name: str, zone: str, parent: QWidget | None = None) -> None:
        """Make it.

        Args:
            zone: IANA name of the wall's clock.
        """
        super().__init__(parent)
        self._zone = zone
        self.setAccessibleName(name)
        self._day = DayEdit(_("{name}: day").format(name=name), _("ddd d MMM yyyy"))
        self._day.setDateRange(QDate(EARLIEST_YEAR, 1, 1), QDate(LATEST_YEAR, 12, 31))
        self._time = QTimeEdit()
        self._time.setAccessibleName(_("{name}: time").format(name=name))
        self._time.setDisplayFormat("HH:mm")
        # Without its own margin the stylesheet sets the hour against the frame.
        self._time.lineEdit().setTextMargins(_INSET_PX, 0, _INSET_PX, 0)
        self._time.setMinimumWidth(_TIME_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._day)
        row.addWidget(self._time)
        row.addStretch(1)
        self.setFocusProxy(self._day)
        self._connect()

    def set_when(self, when: When) -> None:
        """Show another moment, without saying so; no time is shown as nine."""
        clock = when.time or time(9)
        with QSignalBlocker(self._day), QSignalBlocker(self._time):
            self._day.setDate(QDate(when.day.year, when.day.month, when.day.day))
            self._time.setTime(QTime(clock.hour, clock.minute))

    def when(self) -> When:
        """Return what is shown."""
        day, clock = self._day.date(), self._time.time()
        return When(
            day=date(day.year(), day.month(), day.day()),
            time=time(clock.hour(), clock.minute()),
            zone=self._zone,
        )

    def _connect(self) -> None:
        self._day.dateChanged.connect(self._edited)
        self._time.timeChanged.connect(self._edited)

    @Slot()
    def _edited(self) -> None:
        self.edited.emit()
