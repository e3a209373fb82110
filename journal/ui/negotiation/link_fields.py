"""Which interests an option serves, and which criteria it meets."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox
from typing_extensions import override

from journal.domain.plan import Criterion, Interest, Option
from journal.operations import plans
from journal.operations.journal import Journal
from journal.terms import side_words
from journal.ui.negotiation.choices import Around
from journal.ui.negotiation.fields import Fields
from journal.ui.negotiation.ticks import Ticks
from journal.ui.saving import Saver
from journal.wording import _


class LinkFields(Fields[Option]):
    """A tick is an operation."""

    def __init__(self, journal: Journal, saver: Saver) -> None:
        super().__init__(journal, saver)
        self.serves = Ticks(_("Serves"), _("No interest is noted yet."))
        self.meets = Ticks(_("Meets"), _("No criterion is noted yet."))
        self.form.add(_("Serves"), self.serves)
        self.form.add(_("Meets"), self.meets)
        self.serves.ticked.connect(self._ticked)
        self.meets.ticked.connect(self._ticked)

    @override
    def show_facts(self, line: Option, around: Around) -> None:
        links = [each for each in around.whole.option_links if each.option_id == line.id]
        ticked = frozenset(str(each.interest_id or each.criterion_id) for each in links)
        interests = [
            (each.id, _("{text} ({whose})").format(text=each.text, whose=side_words(each.side)))
            for each in around.whole.interests
            if each in around.lines or each.id in ticked
        ]
        criteria = [
            (each.id, each.text)
            for each in around.whole.criteria
            if each in around.lines or each.id in ticked
        ]
        self.serves.show_ticks(interests, ticked)
        self.meets.show_ticks(criteria, ticked)

    def boxes(self) -> list[QCheckBox]:
        """Return the ticks, from the top down."""
        return [each.box for each in (*self.serves.rows(), *self.meets.rows())]

    @Slot(str, bool)
    def _ticked(self, key: str, is_ticked: bool) -> None:  # noqa: FBT001  as Qt's own signals
        around = self.around
        if around is None:
            return
        found: list[Interest | Criterion] = [*around.whole.interests, *around.whole.criteria]
        to = next((each for each in found if each.id == key), None)
        if to is not None:
            self.do(lambda line: plans.link_option(self.journal, line, to, linked=is_ticked))
