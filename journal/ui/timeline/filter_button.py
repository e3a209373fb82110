"""The small button in the corner of the timeline: which kinds, about whom, and which metric."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from journal.domain.metric import Metric
from journal.domain.record import MetricId, PersonId
from journal.domain.relationship import Relationship
from journal.timeline.narrowing import Narrowing, kind_names, metrics_read, people_named
from journal.timeline.prepared import Timeline
from journal.timeline.scene import Lane
from journal.ui.shared.words import plain_button
from journal.ui.theme import LABEL_PX, sized
from journal.wording import _


class FilterButton(QToolButton):
    """Offers the kinds that there are, and those of theirs of whom something would be shown."""

    narrowed = Signal(Narrowing)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._narrowing = Narrowing()
        self._kinds = QActionGroup(self)
        self._kinds.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        self._people = QActionGroup(self)
        self._metrics = QActionGroup(self)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAutoRaise(True)
        self.setProperty("kind", "filter")
        self.setFont(sized(self.font(), LABEL_PX))
        self.setAccessibleName(_("Filter of the timeline"))
        self._kinds.triggered.connect(self._chosen)
        self._people.triggered.connect(self._chosen)
        self._metrics.triggered.connect(self._chosen)
        self._tell()

    @property
    def narrowing(self) -> Narrowing:
        """What is chosen."""
        return self._narrowing

    def offer(self, relationship: Relationship, timeline: Timeline) -> None:
        """Fill the menu for an account as it is now.

        Kinds stay chosen from account to account; a person and a metric are of this account,
        and everybody is shown where the person is none.

        Args:
            timeline: Of everybody.
        """
        people, metrics = people_named(relationship), metrics_read(relationship)
        before = self._narrowing
        person, metric = before.person_id, before.metric_id
        self._narrowing = Narrowing(
            kinds=before.kinds,
            person_id=person if person in {each.id for each in people} else None,
            metric_id=metric if metric in {each.id for each in metrics} else None,
        )
        self._menu.clear()
        for kind, name in kind_names().items():
            if kind in timeline.lanes:
                self._add(self._kinds, name, kind, checked=kind in self._narrowing.kinds)
        if people:
            self._menu.addSeparator()
            self._add(self._people, _("Everybody"), "", checked=not self._narrowing.person_id)
        for each in people:
            chosen = each.id == self._narrowing.person_id
            self._add(self._people, plain_button(each.name), each.id, checked=chosen)
        if len(metrics) > 1:
            self._offer_metrics(metrics, timeline)
        self._tell()

    def _offer_metrics(self, metrics: Sequence[Metric], timeline: Timeline) -> None:
        shown = timeline.metric.id if timeline.metric is not None else None
        self._menu.addSeparator()
        for each in metrics:
            chosen = each.id == (self._narrowing.metric_id or shown)
            text = _("Bars: {metric}").format(metric=each.text)
            self._add(self._metrics, plain_button(text), each.id, checked=chosen)

    def _add(self, group: QActionGroup, text: str, data: str, *, checked: bool) -> None:
        action = self._menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(checked)
        action.setData(data)
        group.addAction(action)

    @Slot(QAction)
    def _chosen(self, _action: QAction) -> None:
        offered = {Lane(each.data()): each.isChecked() for each in self._kinds.actions()}
        kinds = {each for each in Lane if offered.get(each, each in self._narrowing.kinds)}
        people = [each.data() for each in self._people.actions() if each.isChecked()]
        person = PersonId(people[0]) if people and people[0] else None
        metrics = [each.data() for each in self._metrics.actions() if each.isChecked()]
        self._narrowing = Narrowing(
            kinds=frozenset(kinds),
            person_id=person,
            metric_id=MetricId(metrics[0]) if metrics else None,
        )
        self._tell()
        self.narrowed.emit(self._narrowing)

    def _tell(self) -> None:
        """Say on the button that something is left out, and to a screen reader what."""
        said = [
            _("Only {name}").format(name=each.text())
            for each in self._people.actions()
            if each.isChecked() and each.data()
        ]
        left_out = [each.text() for each in self._kinds.actions() if not each.isChecked()]
        if left_out:
            said.append(_("without {kinds}").format(kinds=", ".join(left_out)))
        self.setText(_("Filtered") if said else _("Filter"))
        self.setAccessibleDescription(", ".join(said) or _("All is shown"))
