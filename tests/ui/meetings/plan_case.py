"""What the tests of planning have in common: the form for some accounts, and Ctrl+Enter."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journal.domain.span import When
from journal.operations import listing
from journal.operations.journal import Journal
from journal.operations.planning import Visits
from journal.ui.meetings.plan_form import PlanForm
from journal.ui.theme import Theme
from tests.ui.case import ZONE

Shown = Callable[..., PlanForm]


def opened(qtbot: QtBot, journal: Journal, theme: Theme) -> Shown:
    """Return what shows the form for one account, or for all."""

    def make(*among: str) -> PlanForm:
        known = [each.account for each in listing.accounts(journal)]
        offered = [each for each in known if not among or each.id in among]
        form = PlanForm(journal, theme, offered, None)
        qtbot.addWidget(form)
        form.show()
        form.activateWindow()  # else its keys are nobody's
        qtbot.waitUntil(form.isActiveWindow)
        return form

    return make


def planned(qtbot: QtBot, form: PlanForm) -> Visits:
    """Press Ctrl+Enter, and return what was told."""
    spy = QSignalSpy(form.told)
    press(qtbot, form)
    assert spy.count() == 1
    visits: Visits = spy.at(0)[0]
    return visits


def press(qtbot: QtBot, form: QWidget) -> None:
    """Press Ctrl+Enter."""
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def at(text: str) -> When:
    """Mean a time at Mercy."""
    return When.from_iso(text, ZONE)


def shift(form: PlanForm, position: int) -> None:
    """Press the button of a visit."""
    button = form.series._rows[position].shift
    assert button is not None
    button.click()
