"""The details of one line, a form for each kind: every part of it saves itself."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal.domain.plan import Barrier, Option, Question, Vision
from journal.operations.journal import Journal
from journal.ui.negotiation import words
from journal.ui.negotiation.answer_fields import AnswerFields
from journal.ui.negotiation.barrier_fields import BarrierFields
from journal.ui.negotiation.choices import Around
from journal.ui.negotiation.fields import Fields
from journal.ui.negotiation.foot_fields import FootFields
from journal.ui.negotiation.groups import PlanLine, group_of
from journal.ui.negotiation.head_fields import HeadFields
from journal.ui.negotiation.link_fields import LinkFields
from journal.ui.negotiation.vision_fields import VisionFields
from journal.ui.saving import Saver
from journal.ui.shared.buttons import quiet_button
from journal.ui.shared.form import Scrolled
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.page import Page
from journal.ui.shared.read_field import ReadField
from journal.ui.shared.tab_order import lead_tab
from journal.wording import _


class LineForm(Page):
    """`trash_wanted` says that the line is to go."""

    trash_wanted = Signal()

    def __init__(self, kind: type[PlanLine], journal: Journal, saver: Saver) -> None:
        super().__init__()
        self._saver = saver
        self._shown: PlanLine | None = None
        self.setObjectName("facts")  # the stylesheet draws its fields as lines
        self._heading = Label(kind=Kind.STRONG, wraps=True)
        self.trash = quiet_button(_("Delete"))
        self.head = HeadFields(kind, journal, saver)
        self.foot = FootFields(kind, journal, saver)
        self.barrier = BarrierFields(journal, saver) if kind is Barrier else None
        self.answer = AnswerFields(journal, saver) if kind in {Option, Question} else None
        self.links = LinkFields(journal, saver) if kind is Option else None
        self.vision = VisionFields(journal, saver) if kind is Vision else None
        self._lay_out()
        self.trash.clicked.connect(self.trash_wanted)

    def show_line(self, line: PlanLine, around: Around) -> None:
        """Show a line, or the same as it is now."""
        if self._shown is not None and self._shown.id != line.id:
            self.leave()
        self._shown = line
        group = group_of(line)
        whose = words.lead(group)
        part = words.heading(group.part)
        self._heading.setText(f"{part} · {whose}" if whose else part)
        self.trash.setAccessibleName(_("Delete {text}").format(text=line.text))
        for each in self._parts():
            each.show_line(line, around)
        if self.answer is not None and self.links is not None:
            lead_tab(self.answer.refused, self.links.boxes())  # they are made as they are needed

    def leave(self) -> None:
        """Save what is typed, before another line is shown."""
        for each in self.findChildren(ReadField):
            each.leave()
        self._saver.flush()

    def _parts(self) -> list[Fields[Any]]:
        parts = (self.head, self.answer, self.barrier, self.vision, self.links, self.foot)
        return [each for each in parts if each is not None]

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self._heading, 1)
        above.addWidget(self.trash, 0, Qt.AlignmentFlag.AlignTop)
        content = QWidget()
        inside = column(content, margins=(16, 12, 12, 16), gap=8)
        inside.addLayout(above)
        for each in self._parts():
            each.failed.connect(self.failed)
            each.record_wanted.connect(self.record_wanted)
            inside.addWidget(each)
        inside.addStretch(1)
        column(self, margins=(0, 0, 0, 0), gap=0).addWidget(Scrolled(_("Details"), content))
        self.setFocusProxy(self.head.text)
