"""The next date: in so many weeks at the same hour, or on a day."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.domain.span import When
from journal.ui.shared.segments import Choice, Segments
from journal.ui.shared.when_edit import WhenEdit
from journal.wording import _

_WEEKS = (0, 1, 2, 4)
_NOT_YET = 0


class NextField(QWidget):
    """Whether there is a next meeting, and when; what is shown beside it is what is meant."""

    changed = Signal()

    def __init__(self, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base: When | None = None
        self._today = date.min
        self._choices = Segments(
            _("Next meeting"),
            (
                Choice(text=_("Not yet")),
                Choice(text=_("In a week")),
                Choice(text=_("In 2 weeks")),
                Choice(text=_("In 4 weeks")),
                Choice(text=_("On a day")),
            ),
        )
        self._when = WhenEdit(_("Next meeting"), zone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._choices)
        column.addWidget(self._when)
        self.setFocusProxy(self._choices)
        self._choices.choose(_NOT_YET)
        self._when.hide()
        self._choices.chosen.connect(self._chosen)
        self._when.edited.connect(self._edited)

    def count_from(self, base: When, today: date) -> None:
        """Count weeks from a meeting's day, and never to a day that is past."""
        self._base, self._today = base, today
        self._chosen(self._choices.position)

    def when(self) -> When | None:
        """Return the next date; None for not yet."""
        return None if self._choices.position == _NOT_YET else self._when.when()

    @Slot(int)
    def _chosen(self, position: int) -> None:
        self._when.setVisible(position != _NOT_YET)
        if 0 < position < len(_WEEKS) and self._base is not None:
            self._when.set_when(_after_weeks(self._base, _WEEKS[position], self._today))
        self.changed.emit()

    @Slot()
    def _edited(self) -> None:
        self._choices.choose(len(_WEEKS))
        self.changed.emit()


def _after_weeks(base: When, weeks: int, today: date) -> When:
    """Return the same weekday and hour so many weeks later, or the first such after today."""
    day = base.day + timedelta(weeks=weeks)
    while day <= today:
        day += timedelta(weeks=1)
    return replace(base, day=day)
