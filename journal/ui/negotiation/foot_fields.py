"""Where a line belongs, where it came up, and whether the customer may see it."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from typing_extensions import override

from journal.domain.plan import Alternative, Question
from journal.domain.record import NegotiationId, Visibility
from journal.operations.journal import Journal
from journal.ui.negotiation.choices import Around
from journal.ui.negotiation.fields import Fields
from journal.ui.negotiation.groups import PlanLine
from journal.ui.saving import Saver
from journal.ui.shared.buttons import other_button
from journal.ui.shared.choice_field import ChoiceField
from journal.ui.shared.tick_box import TickBox
from journal.ui.shared.words import full_day_words
from journal.wording import _


class FootFields(Fields[PlanLine]):
    """Private is the default, and what is done if nothing is agreed is never shared."""

    def __init__(self, kind: type[PlanLine], journal: Journal, saver: Saver) -> None:
        super().__init__(journal, saver)
        whole: NegotiationId | None = None
        self.belongs = ChoiceField(_("Belongs to"), [(whole, _("the account as a whole"))])
        self.sharing = TickBox(_("May be shared with them"))
        self.came_up = other_button(_("Its meeting"))
        self.came_up.setProperty("kind", "link")
        self.inside.addWidget(self.came_up, 0, Qt.AlignmentFlag.AlignLeft)
        self.form.add(_("Belongs to"), self.belongs)
        self.form.add("", self.sharing)
        self.form.set_visible(self.sharing, visible=kind not in {Alternative, Question})
        self._connect()

    @override
    def show_facts(self, line: PlanLine, around: Around) -> None:
        choices = around.belongings()
        self.belongs.set_choices(choices)
        self.belongs.show_value(line.negotiation_id)
        self.form.set_visible(self.belongs, visible=len(choices) > 1)
        with QSignalBlocker(self.sharing):
            self.sharing.setChecked(line.visibility is Visibility.SHAREABLE)
        meeting = next((each for each in around.whole.meetings if each.id == line.meeting_id), None)
        if meeting is not None:
            day = full_day_words(meeting.when.day)
            self.came_up.setText(_("Came up on {day}").format(day=day))
        self.came_up.setVisible(meeting is not None)

    def _connect(self) -> None:
        self.belongs.told.connect(self._belongs_told)
        self.sharing.clicked.connect(self._sharing_clicked)
        self.came_up.clicked.connect(self._came_up_clicked)

    @Slot(object)
    def _belongs_told(self, negotiation: NegotiationId | None) -> None:
        self.edit(
            _("Change where it belongs"), lambda line: replace(line, negotiation_id=negotiation)
        )

    @Slot()
    def _sharing_clicked(self) -> None:
        may_share = self.sharing.isChecked()
        name = _("Allow to share") if may_share else _("Keep private")
        wanted = Visibility.SHAREABLE if may_share else Visibility.PRIVATE
        self.edit(name, lambda line: replace(line, visibility=wanted))

    @Slot()
    def _came_up_clicked(self) -> None:
        if self.line is not None and self.line.meeting_id is not None:
            self.record_wanted.emit(self.line.account_id, self.line.meeting_id)
