"""How a person is measured: each number, where it should go, how we know it, what it was."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from journal.domain.metric import Metric, MetricReading
from journal.domain.person import Person
from journal.domain.record import RecordId
from journal.ui.saving import Saver
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.metric_row import MetricRow
from journal.ui.shared.read_field import Reader, ReadField, Reading
from journal.ui.shared.rows import Rows
from journal.wording import _


class MetricsField(QWidget):
    """Texts save themselves; `added` says the text of a new metric.

    `changed` says a metric or a reading as it is to be, `trashed` one that is to go, and
    `was_read` what a metric was.
    """

    added = Signal(str)
    changed = Signal(object)
    trashed = Signal(object)
    was_read = Signal(object)

    def __init__(self, saver: Saver, reader: Reader, parent: QWidget | None = None) -> None:
        """Make it, empty.

        Args:
            reader: Of a value with its day.
        """
        super().__init__(parent)
        self._saver = saver
        self._reader = reader
        self.rows = Rows(self._row, gap=12)
        self._empty = Label(kind=Kind.MUTE, wraps=True)
        self.add = ReadField(_("Add a number they are measured by"), _as_typed)
        self.add.line.setPlaceholderText(_("add a number, such as drug spend per bed-day"))
        inside = column(self, margins=(0, 0, 0, 0), gap=8)
        inside.addWidget(self._empty)
        inside.addLayout(self.rows.layout)
        inside.addWidget(self.add)
        self.add.told.connect(self._told)

    def show_metrics(
        self,
        metrics: Sequence[Metric],
        readings: Mapping[RecordId, Sequence[MetricReading]],
        reporters: Sequence[Person],
    ) -> None:
        """Show these; the fields that stay keep their cursor.

        Args:
            metrics: Of one person.
            readings: By metric.
            reporters: Who may have reported one.
        """
        rows = self.rows.keep([each.id for each in metrics], (self.add.line,))
        for row, metric in zip(rows, metrics, strict=True):
            row.show_metric(metric, readings.get(metric.id, ()), reporters)
        self._empty.setVisible(not metrics)
        self._empty.setText(_("Not known yet; it is worth asking."))

    def _row(self) -> "MetricRow":
        row = MetricRow(self._saver, self._reader)
        row.changed.connect(self.changed)
        row.trashed.connect(self.trashed)
        row.was_read.connect(self.was_read)
        return row

    @Slot(object)
    def _told(self, text: str | None) -> None:
        self.add.show_value(None, "")
        if text:
            self.added.emit(text)


def _as_typed(text: str) -> Reading:
    return Reading(value=text.strip() or None, text=text.strip())
