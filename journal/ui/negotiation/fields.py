"""What the groups of fields of a line have in common."""

from collections.abc import Callable
from typing import Generic, TypeVar

from journal.operations import records
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.ui.negotiation.choices import Around
from journal.ui.negotiation.groups import PlanLine
from journal.ui.saving import Saver
from journal.ui.shared.form import Form
from journal.ui.shared.labels import column
from journal.ui.shared.page import Page

L = TypeVar("L", bound=PlanLine)

_BESIDE_LETTERS = 44


class Fields(Page, Generic[L]):
    """Some fields of a line; what is told of one is one operation."""

    def __init__(self, journal: Journal, saver: Saver) -> None:
        super().__init__()
        self.journal = journal
        self.saver = saver
        self.line: L | None = None
        self.around: Around | None = None
        self.form = Form(beside_letters=_BESIDE_LETTERS)
        self.inside = column(self, margins=(0, 0, 0, 0), gap=8)
        self.inside.addWidget(self.form)

    def show_line(self, line: L, around: Around) -> None:
        """Show a line as it is."""
        self.line, self.around = line, around
        self.show_facts(line, around)

    def show_facts(self, line: L, around: Around) -> None:
        """Fill the fields."""

    def do(self, verb: Callable[[L], Change]) -> None:
        """Do it to the line as the file has it; where that is refused, show what is so."""
        self.saver.flush()
        line, around = self.line, self.around
        if line is None or around is None:
            return
        if self.attempt(lambda: verb(line)) is None:
            self.show_facts(line, around)

    def edit(self, name: str, changed: Callable[[L], L]) -> None:
        """Keep the line with something changed."""
        self.do(lambda line: records.edit(self.journal, name, changed(line)))
