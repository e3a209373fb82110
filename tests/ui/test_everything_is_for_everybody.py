"""Every window is walked: each control has a name and is reached, no text is cut or markup."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from journal.domain.record import AccountId
from journal.operations.journal import Journal
from journal.ui.main_window import MainWindow
from tests.ui.case import EASTSIDE, MERCY
from tests.ui.opened import OPENED, Opener, Walked
from tests.ui.walking import cut_off, nameless, unreached, walk
from tests.ui.windows import desk_of

# The last is 1920x1080 at 200 %.
SIZES = [(1280, 800), (1024, 700), (960, 540)]


@pytest.fixture
def walked(qtbot: QtBot, window: MainWindow, journal: Journal) -> Walked:
    """Start from the window on the case."""
    return Walked(qtbot=qtbot, window=window, journal=journal)


@pytest.mark.parametrize("opener", OPENED, ids=lambda opener: opener.__name__)
def test_every_control_has_a_name_and_a_role(walked: Walked, opener: Opener) -> None:
    """A screen reader says "button" of one without, and nobody knows which."""
    assert nameless(opener(walked)) == []


@pytest.mark.parametrize("opener", OPENED, ids=lambda opener: opener.__name__)
def test_tab_comes_to_every_control(walked: Walked, opener: Opener) -> None:
    """What it does not come to cannot be used without a pointer."""
    assert unreached(opener(walked)) == []


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("opener", OPENED, ids=lambda opener: opener.__name__)
def test_nothing_is_cut_off(walked: Walked, opener: Opener, size: tuple[int, int]) -> None:
    """On a small laptop, and at 200 %; a dialog is no larger than the screen."""
    walked.window.resize(*size)
    shown = opener(walked)
    if shown is not walked.window:
        least = shown.minimumSizeHint().expandedTo(shown.minimumSize())
        assert least.width() <= size[0]
        assert least.height() <= size[1]
        shown.resize(shown.size().boundedTo(walked.window.size()))

    def everything_is_in_sight() -> None:
        assert cut_off(shown) == []

    walked.qtbot.waitUntil(everything_is_in_sight, timeout=2_000)


@pytest.mark.parametrize("opener", OPENED, ids=lambda opener: opener.__name__)
def test_no_text_is_taken_for_markup(walked: Walked, opener: Opener) -> None:
    """Qt opens local files named in rich text, wherever that came from."""
    for widget in walk(opener(walked)):
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
