"""The People tab in the real window, on the case with somebody of each kind."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from journal.domain.person import BuyingRole, Person, Role, Support
from journal.domain.record import PersonId, RecordId, Side
from journal.operations import records
from journal.operations.journal import Journal
from journal.ui.main_window import MainWindow
from journal.ui.people.tab import PeopleTab
from journal.ui.tabs import Tab
from tests.ui.case import DANA, HARBOR, LUIS, MERCY
from tests.ui.windows import Looked, desk_of

MARSH = PersonId(RecordId("marsh"))
REYES = PersonId(RecordId("reyes"))
LUIS_ROLE = RecordId("role-luis")
REYES_ROLE = RecordId("role-reyes")


def more_people() -> list[Person | Role]:
    """Return a boss, a buyer who is in another account too, and one who has left."""
    return [
        Person(id=MARSH, name="Helen Marsh"),
        Person(id=REYES, name="M. Reyes"),
        Role(
            id=RecordId("role-marsh"),
            account_id=MERCY,
            person_id=MARSH,
            side=Side.THEIRS,
            title="Chief Operating Officer",
            buying_role=BuyingRole.APPROVES,
            support=Support.FOR,
        ),
        Role(
            id=LUIS_ROLE,
            account_id=MERCY,
            person_id=LUIS,
            side=Side.THEIRS,
            title="Buyer",
            reports_to_id=MARSH,
        ),
        Role(
            id=RecordId("role-luis-harbor"),
            account_id=HARBOR,
            person_id=LUIS,
            side=Side.THEIRS,
            title="Adviser",
        ),
        Role(
            id=REYES_ROLE,
            account_id=MERCY,
            person_id=REYES,
            side=Side.THEIRS,
            title="Buyer",
            start=date(2020, 1, 1),
            end=date(2025, 6, 30),
        ),
    ]


@dataclass
class Seen(Looked):
    """The tab as well."""

    tab: PeopleTab

    def person(self, person: PersonId = DANA) -> Person:
        """Return somebody as the file has them."""
        found = self.whole.person(person)
        assert found is not None
        return found

    def role(self, person: PersonId = DANA) -> Role:
        """Return the last role of theirs that somebody has here."""
        return next(
            each
            for each in self.whole.roles
            if each.person_id == person and each.side is Side.THEIRS
        )

    def go_to(self, name: str) -> None:
        """Go to somebody in the list."""
        model = self.tab.chart.model()
        for row in range(model.rowCount()):
            if str(model.index(row, 0).data()).startswith(name):
                self.tab.chart.setCurrentIndex(model.index(row, 0))
                return
        message = f"{name} is not in the list"
        raise AssertionError(message)

    def names(self) -> list[str]:
        """Return all rows of the list."""
        model = self.tab.chart.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def spoken(self, name: str) -> str:
        """Return what a screen reader says of somebody in the list."""
        model = self.tab.chart.model()
        rows = [model.index(row, 0) for row in range(model.rowCount())]
        found = next(each for each in rows if str(each.data()).startswith(name))
        return str(found.data(Qt.ItemDataRole.AccessibleTextRole))

    def dialog(self) -> QDialog:
        """Return the dialog that is open."""
        (found,) = [each for each in self.window.findChildren(QDialog) if each.isVisible()]
        return found


def write(line: QLineEdit, text: str) -> None:
    """Type over what stands in a line, and press Enter."""
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


@pytest.fixture
def wide_case(journal: Journal) -> Journal:
    """Add to the case who makes the list a chart."""
    records.add(journal, "More people", *more_people())
    return journal


@pytest.fixture
def seen(qtbot: QtBot, wide_case: Journal, window: MainWindow) -> Seen:
    """Look at the people of the account to repair."""
    page = desk_of(window).page
    desk_of(window).open_account(MERCY)
    page.show_tab(Tab.PEOPLE)
    with qtbot.waitActive(window):
        window.show()
    tab = page.findChild(PeopleTab)
    assert tab is not None
    return Seen(tab=tab, window=window, journal=wide_case)


def stops(start: QWidget, until: Callable[[QWidget], bool]) -> list[QWidget]:
    """Return what Tab comes to in sight from a widget on."""
    found: list[QWidget] = []
    widget: QWidget | None = start
    while widget is not None and not until(widget) and widget not in found:
        found.append(widget)
        widget = widget.nextInFocusChain()
    return [
        each for each in found if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
