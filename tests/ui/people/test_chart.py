"""The list of people as a chart: by the arrow keys, in words, and painted."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest

from journal.domain.record import RecordId
from journal.operations import records
from journal.ui.people.chart import Chart, step_px
from journal.ui.theme import Scheme, Theme
from tests.ui.case import OLSEN
from tests.ui.people.conftest import Seen


def here(seen: Seen) -> str:
    """Return whom the list is at."""
    return str(seen.tab.chart.currentIndex().data())


def press(seen: Seen, *keys: Qt.Key) -> None:
    """Press keys in the list."""
    seen.tab.chart.setFocus()
    for key in keys:
        QTest.keyClick(seen.tab.chart, key)


def test_all_stand_in_the_list_by_group(seen: Seen) -> None:
    """Theirs with reports under their boss, who has left, and who of us was responsible."""
    assert seen.names() == [
        "Their people", "Dana Whitfield", "Helen Marsh", "Luis Ortega",
        "Have left", "M. Reyes",
        "Looked after by", "Ana Calder (you)", "R. Haas", "P. Olsen",
    ]  # fmt: skip


def test_up_and_down_go_to_everybody_and_over_headings(seen: Seen) -> None:
    """The panel beside follows at once."""
    press(seen, Qt.Key.Key_Home)
    assert here(seen) == "Dana Whitfield"
    press(seen, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert here(seen) == "M. Reyes"
    assert seen.tab.panel.name.text() == "M. Reyes"
    press(seen, Qt.Key.Key_Up)
    assert here(seen) == "Luis Ortega"


def test_left_goes_to_the_boss_and_right_to_a_report(seen: Seen) -> None:
    """As in any tree; where there is none, one stays."""
    seen.go_to("Luis")
    press(seen, Qt.Key.Key_Left)
    assert here(seen) == "Helen Marsh"
    press(seen, Qt.Key.Key_Left)
    assert here(seen) == "Helen Marsh"
    press(seen, Qt.Key.Key_Right)
    assert here(seen) == "Luis Ortega"
    press(seen, Qt.Key.Key_Right)
    assert here(seen) == "Luis Ortega"


def test_enter_goes_to_the_fields_and_esc_comes_back(seen: Seen) -> None:
    """One does not count how often Tab is pressed."""
    seen.go_to("Luis")
    press(seen, Qt.Key.Key_Return)
    assert seen.tab.panel.name.hasFocus()
    QTest.keyClick(seen.tab.panel.name, Qt.Key.Key_Escape)
    assert seen.tab.chart.hasFocus()


def test_a_screen_reader_hears_all_of_a_row(seen: Seen) -> None:
    """The lines of the chart are said as words."""
    assert seen.spoken("Luis") == "Luis Ortega, Buyer, reports to Helen Marsh"
    assert seen.spoken("Helen") == "Helen Marsh, Chief Operating Officer · approves, for us"
    assert seen.spoken("M. Reyes") == "M. Reyes, Buyer · left Jun 2025"
    assert seen.spoken("Ana") == "Ana Calder (you), since Nov 2025"
    interface = QAccessible.queryAccessibleInterface(seen.tab.chart)
    assert interface.text(QAccessible.Text.Name) == "People"
    assert interface.role() is QAccessible.Role.List


def test_a_name_that_is_markup_is_shown_as_it_is(seen: Seen) -> None:
    """A tool tip would open a file that such a name names."""
    dana = seen.person()
    records.edit(seen.journal, "x", replace(dana, name="<b>Dana</b>"))
    model = seen.tab.chart.model()
    tips = [
        str(model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole))
        for row in range(model.rowCount())
    ]
    assert any("&lt;b&gt;Dana" in tip for tip in tips)


def test_who_lies_in_the_trash_leaves_no_hole(seen: Seen) -> None:
    """Olsen looked after it once; that stays, and says why nothing is known."""
    olsen = seen.person(OLSEN)
    records.trash(seen.journal, "x", olsen)
    seen.go_to("Somebody in the trash")
    assert not seen.tab.panel.isVisible()
    assert seen.undo() == "x"
    seen.go_to("P. Olsen")
    assert seen.tab.panel.isVisible()


def test_the_model_keeps_qts_rules(seen: Seen) -> None:
    """A list that breaks them crashes a screen reader."""
    tester = QAbstractItemModelTester(
        seen.tab.chart.model(), QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    seen.go_to("Luis")
    seen.tab.panel.trash.click()
    seen.undo()
    assert tester.model() is seen.tab.chart.model()


def test_the_lines_are_drawn_on_light_and_on_dark(seen: Seen, theme: Theme) -> None:
    """The line from Helen down to Luis is there, in the colour of lines."""
    chart = seen.tab.chart
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        theme.choose(scheme)
        picture = chart.viewport().grab().toImage()
        box = chart.visualRect(chart.model().index(3, 0))
        edge = theme.colours.edge.name()
        # 10 px of inset, 8 px to the line of the one who stands above.
        column = [picture.pixelColor(18, y).name() for y in range(box.top(), box.center().y())]
        assert edge in column


@pytest.mark.parametrize(("deepest", "step"), [(0, 18), (2, 18), (10, 12), (30, 4)])
def test_many_levels_leave_room_for_the_names(deepest: int, step: int) -> None:
    """Of 300 px, 120 at most are before a name: ten levels of 12 px, thirty of 4."""
    assert step_px(300, deepest) == step


def test_nobody_is_set_off_in_an_empty_list(theme: Theme, seen: Seen) -> None:
    """Then the list says that it has nobody, and no key does anything."""
    chart = Chart(theme, seen.tab)
    chart.show_entries((), seen.journal.today())
    assert chart.chosen() == ""
    chart.choose(RecordId("nobody"))
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(chart, key)
    assert chart.chosen() == ""
