"""What can be said of what is in hand: of a pair, of a number, or of one that is to be added."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from journal.analysis.alignment import Pair
from journal.domain.metric import Metric, MetricReading
from journal.domain.record import MetricId, Record, RecordId
from journal.operations import alignments, people, records
from journal.operations.alignments import Check, Seen
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.ui.alignment.new_number import NewNumber, NewNumberForm, Owner
from journal.ui.alignment.number_form import NumberForm
from journal.ui.alignment.pair_form import PairForm
from journal.ui.saving import Saver
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.labels import column
from journal.ui.shared.metric_row import WasRead
from journal.ui.shared.page import Page
from journal.wording import _


class Shown(IntEnum):
    """Which form."""

    NEW = 0
    NUMBER = 1
    PAIR = 2


class Detail(Page):
    """Each answer is one operation as soon as it is told; texts save themselves."""

    def __init__(self, journal: Journal, saver: Saver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._saver = saver
        self._view: AccountView | None = None
        self._pair: Pair | None = None
        self._metric: Metric | None = None
        self.shown = Shown.NEW
        self.new = NewNumberForm()
        self.number = NumberForm(saver, journal.now, journal.zone)
        self.pair = PairForm(saver, journal.now, journal.zone)
        self._forms = (self.new, self.number, self.pair)
        inside = column(self, margins=(0, 0, 0, 0), gap=0)
        for each in self._forms:
            inside.addWidget(each)
        self._connect()
        self._show(Shown.NEW)

    def show_account(self, view: AccountView) -> None:
        """Know of whose numbers there may be."""
        self._view = view
        self.new.show_account(view)

    def show_number(self, metric: Metric) -> None:
        """Show a number of the account."""
        if self._view is not None:
            self._metric = metric
            self.number.show_number(metric, self._view)
            self._show(Shown.NUMBER)

    def show_pair(self, pair: Pair) -> None:
        """Show a pair of its numbers."""
        if self._view is not None:
            self._pair = pair
            self.pair.show_pair(pair, self._view)
            self._show(Shown.PAIR)

    def show_new(self) -> None:
        """Ask for a number that is not known yet."""
        self._show(Shown.NEW)

    def begin(self, owner: Owner | None) -> None:
        """Ask for one, with the cursor in its name."""
        self._show(Shown.NEW)
        self.new.begin(owner)

    def enter(self) -> None:
        """Go to the first field of what is shown."""
        self._forms[self.shown].setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Save what is typed, a number that is not added yet, too."""
        self.new.leave()
        self._save()

    def _save(self) -> None:
        self.number.leave()
        self.pair.leave()
        self._saver.flush()

    @Slot(object)
    def trash(self, record: Record) -> None:
        """Put a number with its pairs, a pair, or what a number was, into the trash."""
        self._saver.flush()
        if isinstance(record, Metric):
            self._do(lambda: people.trash_metric(self._journal, record))
        else:
            is_reading = isinstance(record, MetricReading)
            name = _("Trash reading") if is_reading else _("Trash alignment")
            self._do(lambda: records.trash(self._journal, name, record))

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [*self.new.stops(), *self.number.stops(), *self.pair.stops()]

    def _show(self, shown: Shown) -> None:
        if shown is not self.shown:
            self._save()
        self.shown = shown
        for place, each in enumerate(self._forms):
            each.setVisible(place == shown)

    def _connect(self) -> None:
        self.new.told.connect(self._number_told)
        self.number.changed.connect(self._changed)
        self.number.trashed.connect(self.trash)
        self.number.was_read.connect(self._was_read)
        self.pair.perceived.connect(self._perceived)
        self.pair.checked.connect(self._checked)
        self.pair.shared.connect(self._shared)

    @Slot(object)
    def _number_told(self, told: NewNumber) -> None:
        view = self._view
        if view is None:
            return
        side, person_id = told.owner
        metric = Metric(
            id=MetricId(self._journal.new_id()),
            account_id=view.relationship.account.id,
            text=told.name,
            side=side,
            person_id=person_id,
            noted_on=view.today,
            basis=told.basis,
            position=max((each.position for each in view.relationship.metrics), default=0) + 1,
        )
        self._do(lambda: records.add(self._journal, _("Add metric"), metric))

    @Slot(object)
    def _changed(self, record: Metric | MetricReading) -> None:
        name = _("Change metric") if isinstance(record, Metric) else _("Change reading")
        self._do(lambda: records.edit(self._journal, name, record))

    @Slot(object)
    def _was_read(self, found: WasRead) -> None:
        reading = MetricReading(
            id=RecordId(self._journal.new_id()),
            metric_id=found.metric.id,
            day=found.read.day,
            value=found.read.value,
        )
        self._do(lambda: records.add(self._journal, _("Add reading"), reading))

    @Slot(object)
    def _perceived(self, seen: Seen | None) -> None:
        pair = self._pair
        if pair is not None:
            self._do(lambda: alignments.perceive(self._journal, pair.theirs, pair.ours, seen))

    @Slot(object)
    def _checked(self, found: Check | None) -> None:
        pair = self._pair
        if pair is not None:
            self._do(lambda: alignments.check(self._journal, pair.theirs, pair.ours, found))

    @Slot(bool)
    def _shared(self, may_share: bool) -> None:  # noqa: FBT001
        pair = self._pair
        if pair is not None:
            self._do(
                lambda: alignments.share(self._journal, pair.theirs, pair.ours, may_share=may_share)
            )

    def _do(self, verb: Callable[[], Change]) -> None:
        """Do it; where the world does not allow it, show what is so."""
        self._saver.flush()
        view = self._view
        if self.attempt(verb) is not None or view is None:
            return
        if self.shown is Shown.PAIR and self._pair is not None:
            self.pair.show_pair(self._pair, view)
        elif self.shown is Shown.NUMBER and self._metric is not None:
            self.number.show_number(self._metric, view)
