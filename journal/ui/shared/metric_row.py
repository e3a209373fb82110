"""One number that somebody is measured by: where it should go, how we know it, what it was."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from journal.domain.metric import Metric, MetricReading
from journal.domain.person import Person
from journal.domain.record import Basis, PersonId, Side
from journal.terms import basis_words
from journal.ui.saving import Saver
from journal.ui.shared.buttons import quiet_button
from journal.ui.shared.choice_field import ChoiceField
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.read_field import Reader
from journal.ui.shared.readings_field import Read, ReadingsField
from journal.ui.shared.rows import Row
from journal.ui.shared.saved_fields import SavedLine
from journal.wording import _


@dataclass(frozen=True, slots=True, kw_only=True)
class WasRead:
    """That a metric was found to be something."""

    metric: Metric
    read: Read


class MetricRow(Row):
    """Texts save themselves; `changed` says the metric as it is to be, or a reading of it."""

    changed = Signal(object)
    trashed = Signal(object)
    was_read = Signal(object)

    def __init__(self, saver: Saver, reader: Reader) -> None:
        super().__init__()
        self._saver = saver
        self._metric: Metric | None = None
        self.text = SavedLine(saver, _("Measured by"), needs_text=True)
        self.text.setProperty("kind", "strong")
        self.target = SavedLine(saver, _("Where it should go"))
        self.target.setPlaceholderText(_("not known"))
        self.unit = SavedLine(saver, _("Counted in"))
        self.unit.setPlaceholderText(_("unit"))
        self.basis = ChoiceField(_("How we know it"), [(each, basis_words(each)) for each in Basis])
        self.reporter = ChoiceField[PersonId | None](_("Reported by"), [(None, _("by somebody"))])
        self.trash = quiet_button(_("Remove"))
        self.readings = ReadingsField(reader)
        self._lay_out()
        self._connect()

    @override
    def stops(self) -> tuple[QWidget, ...]:
        own = (self.text, self.trash, self.target, self.unit, self.basis, self.reporter)
        return (*own, *self.readings.stops())

    def show_metric(
        self, metric: Metric, readings: Sequence[MetricReading], reporters: Sequence[Person]
    ) -> None:
        """Show it, with what it was."""
        self._metric = metric
        self.text.bind(metric, "text", _("Edit metric"))
        self.target.bind(metric, "target", _("Edit target"))
        self.unit.bind(metric, "unit", _("Edit unit"))
        self.trash.setAccessibleName(_("Remove {what}").format(what=metric.text))
        is_theirs = metric.side is Side.THEIRS
        self.basis.setVisible(is_theirs)
        self.basis.show_value(metric.basis)
        self.reporter.set_choices(
            [(None, _("by somebody")), *((each.id, each.name) for each in reporters)]
        )
        self.reporter.show_value(metric.reported_by_id)
        self.reporter.setVisible(is_theirs and metric.basis is Basis.REPORTED)
        self.readings.show_readings(readings)

    def _lay_out(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        for row in (above, below):
            row.setSpacing(8)
        above.addWidget(self.text, 1)
        above.addWidget(self.trash)
        below.addWidget(Label(_("target"), Kind.MUTE))
        below.addWidget(self.target, 3)
        below.addWidget(self.unit, 2)
        below.addWidget(self.basis, 2)
        below.addWidget(self.reporter, 3)
        inside = column(self, margins=(0, 0, 0, 0), gap=4)
        inside.addLayout(above)
        inside.addLayout(below)
        inside.addWidget(self.readings)

    def _connect(self) -> None:
        self.basis.told.connect(self._basis_told)
        self.reporter.told.connect(self._reporter_told)
        self.trash.clicked.connect(self._trash_clicked)
        self.readings.added.connect(self._was_read)
        self.readings.changed.connect(self.changed)
        self.readings.trashed.connect(self.trashed)

    @Slot(object)
    def _basis_told(self, basis: Basis) -> None:
        metric = self._as_saved()
        if metric is not None:
            self.changed.emit(replace(metric, basis=basis, reported_by_id=None))

    @Slot(object)
    def _reporter_told(self, person: PersonId | None) -> None:
        metric = self._as_saved()
        if metric is not None:
            self.changed.emit(replace(metric, reported_by_id=person))

    @Slot()
    def _trash_clicked(self) -> None:
        metric = self._as_saved()
        if metric is not None:
            self.trashed.emit(metric)

    @Slot(object)
    def _was_read(self, read: Read) -> None:
        if self._metric is not None:
            self.was_read.emit(WasRead(metric=self._metric, read=read))

    def _as_saved(self) -> Metric | None:
        """Return the metric as the file has it once what was typed is in it."""
        self._saver.flush()
        return self._metric
