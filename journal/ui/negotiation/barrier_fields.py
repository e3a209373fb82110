"""Who named a barrier and when, when we owned up to it, when it was lifted, and how."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Slot
from typing_extensions import override

from journal.domain.plan import Barrier
from journal.domain.record import Side
from journal.operations import plans
from journal.operations.journal import Journal
from journal.ui.negotiation.choices import Around, Namer
from journal.ui.negotiation.fields import Fields
from journal.ui.saving import Saver
from journal.ui.shared.choice_field import ChoiceField
from journal.ui.shared.read_field import ReadField
from journal.ui.shared.readings import day_reader, day_text
from journal.ui.shared.saved_fields import SavedLine
from journal.wording import _


class BarrierFields(Fields[Barrier]):
    """From its naming to the day it was out of the way."""

    def __init__(self, journal: Journal, saver: Saver) -> None:
        super().__init__(journal, saver)
        read_day = day_reader(journal.now, journal.zone)
        us: Namer = (Side.OURS, None)
        self.namer = ChoiceField(_("Named by"), [(us, _("somebody of us"))])
        self.named = ReadField(_("Named on"), read_day)
        self.acknowledged = ReadField(_("Acknowledged to them on"), read_day)
        self.lifted = ReadField(_("Lifted on"), read_day)
        self.how = SavedLine(saver, _("How it was lifted"))
        self.named.line.setPlaceholderText(_("not known"))
        self.acknowledged.line.setPlaceholderText(_("not yet"))
        self.lifted.line.setPlaceholderText(_("still stands"))
        for words, field in (
            (_("Named by"), self.namer),
            (_("Named"), self.named),
            (_("Acknowledged"), self.acknowledged),
            (_("Lifted"), self.lifted),
            (_("How"), self.how),
        ):
            self.form.add(words, field)
        self._connect()

    @override
    def show_facts(self, line: Barrier, around: Around) -> None:
        self.namer.set_choices(around.namers())
        self.namer.show_value((line.named_by, line.named_by_id))
        self.named.show_value(line.named_on, day_text(line.named_on))
        self.acknowledged.show_value(line.acknowledged_on, day_text(line.acknowledged_on))
        self.lifted.show_value(line.lifted_on, day_text(line.lifted_on))
        self.how.bind(line, "lifted_how", _("Edit how it was lifted"))
        is_lifted = line.lifted_on is not None or bool(line.lifted_how)
        self.form.set_visible(self.how, visible=is_lifted)

    def _connect(self) -> None:
        self.namer.told.connect(self._namer_told)
        self.named.told.connect(self._named_told)
        self.acknowledged.told.connect(self._acknowledged_told)
        self.lifted.told.connect(self._lifted_told)

    @Slot(object)
    def _namer_told(self, namer: Namer) -> None:
        side, person = namer
        self.edit(
            _("Change who named the barrier"),
            lambda line: replace(line, named_by=side, named_by_id=person),
        )

    @Slot(object)
    def _named_told(self, day: date | None) -> None:
        self.do(lambda line: plans.name_barrier(self.journal, line, day))

    @Slot(object)
    def _acknowledged_told(self, day: date | None) -> None:
        self.do(lambda line: plans.acknowledge(self.journal, line, day))

    @Slot(object)
    def _lifted_told(self, day: date | None) -> None:
        self.do(lambda line: plans.lift(self.journal, line, day, line.lifted_how))
