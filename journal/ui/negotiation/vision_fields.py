"""When a vision comes back, and what became of it on its day."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Slot
from typing_extensions import override

from journal.domain.plan import Vision, VisionOutcome
from journal.operations import plans
from journal.operations.journal import Journal
from journal.terms import vision_outcome_words
from journal.typed.understood import Lean
from journal.ui.negotiation.choices import Around
from journal.ui.negotiation.fields import Fields
from journal.ui.saving import Saver
from journal.ui.shared.choice_field import ChoiceField
from journal.ui.shared.read_field import ReadField
from journal.ui.shared.readings import day_reader, day_text
from journal.wording import _


class VisionFields(Fields[Vision]):
    """Its words are left alone."""

    def __init__(self, journal: Journal, saver: Saver) -> None:
        super().__init__(journal, saver)
        read_day = day_reader(journal.now, journal.zone, Lean.FORWARD)
        self.due = ReadField(_("Comes back on"), read_day)
        outcomes: list[VisionOutcome | None] = [None, *VisionOutcome]
        self.outcome = ChoiceField(
            _("What became of it"), [(each, vision_outcome_words(each)) for each in outcomes]
        )
        self.form.add(_("Comes back"), self.due)
        self.form.add(_("Became of it"), self.outcome)
        self.due.told.connect(self._due_told)
        self.outcome.told.connect(self._outcome_told)

    @override
    def show_facts(self, line: Vision, around: Around) -> None:
        self.due.show_value(line.due_on, day_text(line.due_on))
        self.outcome.show_value(line.outcome)

    @Slot(object)
    def _due_told(self, day: date | None) -> None:
        if day is not None:
            self.edit(_("Change day of vision"), lambda line: replace(line, due_on=day))
        elif self.line is not None and self.around is not None:
            self.show_facts(self.line, self.around)  # it has to have one

    @Slot(object)
    def _outcome_told(self, outcome: VisionOutcome | None) -> None:
        today = self.journal.today()
        if outcome is not None:
            self.do(lambda line: plans.settle_vision(self.journal, line, outcome, today))
            return
        self.edit(
            _("Take back what became of a vision"),
            lambda line: replace(line, outcome=None, outcome_on=None),
        )
