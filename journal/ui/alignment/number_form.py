"""One number: what it is called, whose it is, where it should go, how we know it, what it was."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from journal.domain.metric import Metric
from journal.domain.record import PersonId, Side, Visibility
from journal.ui.alignment.owners import people_of
from journal.ui.saving import Saver
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.choice_field import ChoiceField
from journal.ui.shared.form import Form
from journal.ui.shared.labels import column
from journal.ui.shared.metric_row import MetricRow
from journal.ui.shared.read_field import ReadField
from journal.ui.shared.readings import day_reader, day_text
from journal.ui.shared.readings_field import value_reader
from journal.ui.shared.tick_box import TickBox
from journal.wording import _


class NumberForm(QWidget):
    """Texts save themselves; the signals are those of `MetricRow`."""

    changed = Signal(object)
    trashed = Signal(object)
    was_read = Signal(object)

    def __init__(
        self,
        saver: Saver,
        now: Callable[[], datetime],
        zone: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._saver = saver
        self._metric: Metric | None = None
        self.setObjectName("facts")  # the stylesheet draws its fields as lines
        self.row = MetricRow(saver, value_reader(now, zone))
        self.whose = ChoiceField[PersonId | None](_("Whose number it is"), [(None, "")])
        self.noted_on = ReadField(_("Noted on"), day_reader(now, zone))
        self.sharing = TickBox(_("May be shared with them"))
        self._rows = Form()
        self._lay_out()
        self._connect()

    def show_number(self, metric: Metric, view: AccountView) -> None:
        """Show a number, with what it was."""
        if self._metric is None or self._metric.id != metric.id:
            self.leave()
        self._metric = metric
        whole = view.relationship
        readings = [each for each in whole.readings if each.metric_id == metric.id]
        theirs = [each for each in people_of(view, Side.THEIRS) if each.id != metric.person_id]
        self.row.show_metric(metric, readings, theirs)
        self.whose.set_choices(_owners(view, metric))
        self.whose.show_value(metric.person_id)
        self.noted_on.show_value(metric.noted_on, day_text(metric.noted_on))
        self.sharing.setChecked(metric.visibility is Visibility.SHAREABLE)

    def leave(self) -> None:
        """Take what is typed, or give it up where it is not understood."""
        for each in self.findChildren(ReadField):
            each.leave()

    def stops(self) -> Sequence[QWidget]:
        """Return where Tab stops, in order."""
        return (*self.row.stops(), self.whose, self.noted_on.line, self.sharing)

    def _lay_out(self) -> None:
        self._rows.add(_("Whose"), self.whose)
        self._rows.add(_("Noted on"), self.noted_on)
        inside = column(self, margins=(0, 0, 0, 0), gap=8)
        inside.addWidget(self.row)
        inside.addWidget(self._rows)
        inside.addWidget(self.sharing)
        self.setFocusProxy(self.row.text)

    def _connect(self) -> None:
        self.row.changed.connect(self.changed)
        self.row.trashed.connect(self.trashed)
        self.row.was_read.connect(self.was_read)
        self.whose.told.connect(self._whose_told)
        self.noted_on.told.connect(self._noted_on_told)
        self.sharing.clicked.connect(self._sharing_clicked)

    @Slot(object)
    def _whose_told(self, person: PersonId | None) -> None:
        metric = self._as_saved()
        if metric is not None:
            self.changed.emit(replace(metric, person_id=person))

    @Slot(object)
    def _noted_on_told(self, day: date | None) -> None:
        metric = self._as_saved()
        if metric is not None:
            self.changed.emit(replace(metric, noted_on=day))

    @Slot(bool)
    def _sharing_clicked(self, may_share: bool) -> None:  # noqa: FBT001
        metric = self._as_saved()
        if metric is not None:
            visibility = Visibility.SHAREABLE if may_share else Visibility.PRIVATE
            self.changed.emit(replace(metric, visibility=visibility))

    def _as_saved(self) -> Metric | None:
        """Return the metric as the file has it once what was typed is in it."""
        self._saver.flush()
        return self._metric


def _owners(view: AccountView, metric: Metric) -> list[tuple[PersonId | None, str]]:
    """Return whose it may be: somebody's on its side, or that of the side as a whole."""
    whole = view.relationship
    name = whole.account.name if metric.side is Side.THEIRS else _("all of us")
    found = {each.id: each.name for each in people_of(view, metric.side)}
    named = whole.person(metric.person_id)
    if named is not None:
        found.setdefault(named.id, named.name)
    return [(None, name), *found.items()]
