"""The Negotiation tab in the real window, on the case with all that can be prepared."""

from dataclasses import dataclass, replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from journal.domain.plan import (
    Alternative,
    Barrier,
    Criterion,
    Interest,
    Negotiation,
    Norm,
    Option,
    OptionLink,
)
from journal.domain.record import (
    Basis,
    CriterionId,
    InterestId,
    NegotiationId,
    OptionId,
    Record,
    RecordId,
    Side,
)
from journal.operations import records
from journal.operations.journal import Journal
from journal.ui.main_window import MainWindow
from journal.ui.negotiation.groups import PlanLine
from journal.ui.negotiation.line_form import LineForm
from journal.ui.negotiation.rows import Row
from journal.ui.negotiation.tab import NegotiationTab
from journal.ui.tabs import Tab
from tests.ui.case import DANA, MERCY
from tests.ui.windows import Looked, desk_of

CLOSED = NegotiationId(RecordId("closed"))
OPEN = NegotiationId(RecordId("open"))
BUDGET = InterestId(RecordId("budget"))
ACCESS = InterestId(RecordId("predictable"))
BENCHMARK = CriterionId(RecordId("benchmark"))
REVIEW = OptionId(RecordId("review"))
BUNDLE = OptionId(RecordId("bundle"))


def of_now() -> tuple[Barrier | Interest | Criterion | Option | Alternative | Norm, ...]:
    """Make what is prepared for the one that goes on."""
    return (
        Barrier(
            id=RecordId("waste"),
            text="We waste her time",
            share=Side.OURS,
            named_by=Side.THEIRS,
            named_by_id=DANA,
            named_on=date(2026, 9, 3),
            account_id=MERCY,
        ),
        Interest(
            id=BUDGET,
            text="No surprise in the budget",
            side=Side.THEIRS,
            person_id=DANA,
            basis=Basis.SAID,
            noted_on=date(2026, 9, 3),
            account_id=MERCY,
        ),
        Interest(
            id=ACCESS, text="Predictable access", side=Side.OURS, position=1, account_id=MERCY
        ),
        Criterion(id=BENCHMARK, text="The published benchmark", account_id=MERCY),
        Option(id=REVIEW, text="A review each quarter", position=1, account_id=MERCY),
        Alternative(
            id=RecordId("tender"), text="Wait for the tender", side=Side.THEIRS, account_id=MERCY
        ),
        Norm(id=RecordId("tuesdays"), text="come on Tuesdays", side=Side.OURS, account_id=MERCY),
        Norm(
            id=RecordId("on-time"), text="end on time", side=Side.OURS, position=1, account_id=MERCY
        ),
    )


def prepared() -> tuple[Record, ...]:
    """Make a negotiation that is over, and one that goes on."""
    return (
        Negotiation(
            id=CLOSED,
            account_id=MERCY,
            title="Renewal",
            opened_on=date(2025, 1, 7),
            closed_on=date(2025, 6, 30),
            result="Nothing could be done",
        ),
        Negotiation(id=OPEN, account_id=MERCY, title="How we work", opened_on=date(2026, 8, 24)),
        Option(
            id=BUNDLE,
            account_id=MERCY,
            negotiation_id=CLOSED,
            text="Bundle price",
            answer="Too dear",
            answered_on=date(2025, 6, 4),
        ),
        *(replace(each, negotiation_id=OPEN) for each in of_now()),
        OptionLink(id=RecordId("link"), option_id=REVIEW, interest_id=BUDGET),
    )


@dataclass
class Seen(Looked):
    """The tab as well."""

    tab: NegotiationTab

    def focus(self) -> QWidget:
        """Return where the keys go."""
        found = self.window.focusWidget()
        assert found is not None
        return found

    def press(
        self,
        *keys: Qt.Key | str,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press keys where the focus is."""
        for each in keys:
            if isinstance(each, str):
                for letter in each:  # the first may have led somewhere else
                    QTest.keyClicks(self.focus(), letter)
            else:
                QTest.keyClick(self.focus(), each, modifier)

    def go_to(self, key: str) -> Row:
        """Set a row off as its user would, and return it."""
        self.tab.outline.setFocus()
        self.tab.outline.choose(key)
        self.tab.outline.row_chosen.emit()
        row = self.tab.outline.current()
        assert row is not None
        return row

    def texts(self, part: str) -> list[str]:
        """Return what stands under a heading."""
        found: list[str] = []
        is_inside = False
        for each in self.tab.outline.rows():
            if each.is_heading:
                is_inside = each.text == part
            elif is_inside:
                found.append(each.text)
        return found


def write(line: QLineEdit, text: str) -> None:
    """Type into a line, and press Enter."""
    line.setFocus()
    line.setText("")
    QApplication.processEvents()
    line.setText(text)
    line.textEdited.emit(text)
    line.editingFinished.emit()


def form(seen: Seen, kind: type[PlanLine]) -> LineForm:
    """Return the form of a kind, which is shown."""
    found = seen.tab.details.form(kind)
    assert found.isVisible()
    return found


@pytest.fixture
def seen(qtbot: QtBot, journal: Journal, window: MainWindow) -> Seen:
    """Look at what is prepared for the account to repair."""
    records.add(journal, "Prepare", *prepared())
    page = desk_of(window).page
    page.enter_tab(Tab.NEGOTIATION)
    with qtbot.waitActive(window):
        window.show()
    tab = page.findChild(NegotiationTab)
    assert tab is not None
    tab.setFocus()
    return Seen(tab=tab, window=window, journal=journal)
