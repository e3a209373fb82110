"""Every window is walked: each control has a name, and no text can become markup."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from journal.domain.record import AccountId
from journal.ui import failures
from journal.ui.brief.preview import BriefPreview
from journal.ui.exchange.import_dialog import ImportDialog
from journal.ui.main_window import MainWindow
from journal.ui.meetings.log_form import LogForm
from journal.ui.shared.account_view import AccountView
from tests.ui.case import EASTSIDE, MERCY
from tests.ui.windows import desk_of

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
)


def walk(widget: QWidget) -> Iterator[QWidget]:
    """Yield a widget of ours and all in it; not the insides of Qt's own controls."""
    yield widget
    if isinstance(widget, QAbstractSpinBox | QComboBox | QHeaderView | QTabBar):
        return
    for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if not child.objectName().startswith("qt_"):
            yield from walk(child)


@pytest.fixture(params=["window", "log", "preview", "import", "failure"])
def shown(
    request: pytest.FixtureRequest, qtbot: QtBot, window: MainWindow, mercy: AccountView
) -> QWidget:
    """Show each window in turn."""
    match request.param:
        case "window":
            return window
        case "log":
            made: QWidget = LogForm(mercy, "Europe/Prague", window)
        case "preview":
            window.commands.print_brief.trigger()
            preview = window.findChildren(BriefPreview)[0]
            qtbot.waitUntil(lambda: preview.is_ready, timeout=30_000)
            made = preview
        case "import":
            made = ImportDialog([], desk_of(window).errands._workbench, window)
        case _:
            made = failures.box(window, ValueError("impossible"))
    made.show()
    return made


def test_every_control_has_a_name(shown: QWidget) -> None:
    """A screen reader says "button" of one without, and nobody knows which."""
    nameless = []
    for widget in walk(shown):
        if isinstance(widget, CONTROLS) and not isinstance(widget, QHeaderView):
            found = QAccessible.queryAccessibleInterface(widget)
            if not found.text(QAccessible.Text.Name):
                nameless.append(repr(widget))
    assert not nameless


def test_no_text_is_taken_for_markup(shown: QWidget) -> None:
    """Qt opens local files named in rich text, wherever that came from."""
    for widget in walk(shown):
        if isinstance(widget, QLabel) and widget.text():
            assert widget.textFormat() is Qt.TextFormat.PlainText, widget.text()
        assert "<b>" not in widget.toolTip()
        # Qt's own message box shows its details in one, read-only and set as plain text.
        assert not isinstance(widget, QTextEdit) or widget.isReadOnly()


def test_a_hostile_name_is_shown_as_it_is(window: MainWindow) -> None:
    """The case has an account whose name is markup."""
    desk_of(window).open_account(EASTSIDE)
    assert desk_of(window).page.head._name.text() == "Eastside Pharmacy <b>& Sons</b>"
    model = window.sidebar.accounts.model()
    tips = [
        model.data(model.index(row, 0), Qt.ItemDataRole.ToolTipRole)
        for row in range(model.rowCount())
    ]
    assert any("&lt;b&gt;" in tip for tip in tips)
    assert not any("<b>" in tip for tip in tips)


def test_tab_goes_round_all_of_the_window(window: MainWindow) -> None:
    """What Tab does not reach cannot be used without a pointer; here in logical order."""
    desk_of(window).open_account(AccountId(MERCY))
    order: list[QWidget] = []
    widget: QWidget | None = window.sidebar.search
    while widget is not None and widget not in order:
        order.append(widget)
        widget = widget.nextInFocusChain()
    reached = [
        each for each in order if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()
    ]
    page = desk_of(window).page
    wanted = [
        window.sidebar.search,
        window.sidebar.accounts,
        page.head.log_button,
        page.head.brief_button,
        page.tabs,
        page.canvas,
    ]
    places = [reached.index(each) for each in wanted]
    assert places == sorted(places)
