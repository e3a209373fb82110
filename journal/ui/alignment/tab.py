"""The Alignment tab of an account: how both sides are measured, and where that meets."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from journal.analysis.alignment_map import alignment_map, headline
from journal.analysis.wonders import wonders
from journal.domain.record import RecordId
from journal.operations.journal import Journal
from journal.ui.alignment import words
from journal.ui.alignment.charting import charted, ends_of
from journal.ui.alignment.tie_map import TieMap
from journal.ui.saving import Saver
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.evidence import Evidence
from journal.ui.shared.form import Scrolled
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.theme import Theme
from journal.wording import _


class AlignmentTab(Evidence):
    """In the map the arrow keys choose, Enter joins, N adds, E edits, Delete deletes."""

    def __init__(
        self, *, journal: Journal, saver: Saver, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._saver = saver
        self._view: AccountView | None = None
        self._answer = Label(kind=Kind.STATEMENT, wraps=True)
        self._tally = Label(kind=Kind.MUTE, wraps=True)
        self._legend = Label(kind=Kind.MUTE, wraps=True)
        self._empty = Label(kind=Kind.MUTE, wraps=True)
        self.map = TieMap(theme)
        self._card = QFrame()
        self._lay_out()

    def answer(self) -> str:
        """Return the sentence that the tab opens with."""
        return self._answer.text()

    def tally(self) -> str:
        """Return what is counted below it."""
        return self._tally.text()

    @override
    def show_account(self, view: AccountView) -> None:
        self._view = view
        whole = view.relationship
        found = alignment_map(whole, view.today)
        self._answer.setText(words.headline_words(headline(found), whole, view.today))
        has_numbers = bool(found.theirs or found.ours)
        self._tally.setText(words.tally_words(found, wonders(found)))
        self._tally.setVisible(has_numbers)
        self._card.setVisible(has_numbers)
        self._empty.setHidden(has_numbers)
        self.map.show_chart(charted(found, view), self.map.current)

    @override
    def choose(self, record_id: RecordId) -> None:
        """Come to a number or a pair."""
        shown = self.map.charted
        if shown is None:
            return
        for part, metric in enumerate(shown.numbers):
            if metric.id == record_id:
                self.map.go_to(part)
        for each in shown.pairs:
            if each.alignment is not None and each.alignment.id == record_id:
                self.map.go_to(shown.part_of_pair(ends_of(each)))

    def _lay_out(self) -> None:
        self._legend.setText(
            _(
                "Solid: checked together. Dashed: as they see it. Dotted: not talked about yet. "
                "Enter joins two numbers, N adds one."
            )
        )
        self._empty.setText(
            _(
                "What each side is measured by, and whether one number works against another, "
                "will stand here. Begin with a number of theirs: how is the one whom you meet "
                "measured?"
            )
        )
        self._card.setProperty("kind", "card")
        inside = column(self._card, margins=(0, 0, 0, 12), gap=0)
        inside.addWidget(self.map)
        legend = QHBoxLayout()
        legend.setContentsMargins(16, 4, 16, 0)
        legend.addWidget(self._legend)
        inside.addLayout(legend)
        content = QWidget()
        whole = column(content, margins=(0, 0, 0, 0), gap=4)
        whole.addWidget(self._answer)
        whole.addWidget(self._tally)
        whole.addWidget(self._empty)
        whole.addSpacing(4)
        whole.addWidget(self._card)
        whole.addStretch(1)
        self._area = Scrolled(_("Alignment"), content)
        column(self, margins=(0, 0, 0, 0), gap=0).addWidget(self._area)
        self.setFocusProxy(self.map)
