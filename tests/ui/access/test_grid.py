"""The painted week: room for its words, colours that can be read, and the pointer."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFont,
    QHelpEvent,
    QImage,
    QMouseEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from journal.analysis.access import access
from journal.analysis.slots import Slot
from journal.domain.rating import Level
from journal.ui.access import words
from journal.ui.access.cell_painter import CellPainter
from journal.ui.access.grid import WeekGrid
from journal.ui.access.week import Cell, week_of
from journal.ui.colours import DARK, LIGHT, Colours
from journal.ui.theme import Scheme, Theme
from tests.analysis.case import THURSDAYS, case
from tests.analysis.made import NOW, commitment, meeting, relationship

TUE_10, THU_14 = Slot(weekday=1, minute=600), Slot(weekday=3, minute=840)


@pytest.fixture
def grid(qtbot: QtBot, theme: Theme) -> WeekGrid:
    """Paint the week of the case."""
    made = WeekGrid(theme)
    qtbot.addWidget(made)
    found = access(case(), now=NOW)
    week = week_of(found, case().meetings)
    made.show_week(week, [words.cell_words(each, case()) for each in week.cells], THU_14)
    made.resize(600, 400)
    made.show()
    return made


def pixels(grid: WeekGrid, slot: Slot) -> QImage:
    """Return what is painted in a cell."""
    assert grid.week is not None
    return grid.grab(grid.rect_of(grid.week.place_of(slot))).toImage()


def ground(grid: WeekGrid, slot: Slot) -> QColor:
    """Return the colour behind the words of a cell."""
    return pixels(grid, slot).pixelColor(5, 8)


def grey(colour: QColor) -> float:
    """Return how light a colour is on grey paper, 0 to 1."""
    return 0.299 * colour.redF() + 0.587 * colour.greenF() + 0.114 * colour.blueF()


def luminance(colour: QColor) -> float:
    """Return the relative luminance of WCAG 2."""
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of WCAG 2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("scheme", "colours"), [(Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)])
def test_the_words_can_be_read_on_their_ground(
    grid: WeekGrid, theme: Theme, scheme: Scheme, colours: Colours
) -> None:
    """At WCAG AA, in both sets of colours, where it held and where it is lost."""
    theme.choose(scheme)
    for slot in (TUE_10, THU_14):
        painted = ground(grid, slot)
        assert painted != colours.card
        assert contrast(colours.ink, painted) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_every_word_of_a_cell_can_be_read_on_its_tint(colours: Colours) -> None:
    """Also what recurs in a slot in which meetings were held or lost."""
    board = commitment("FREQ=WEEKLY;BYDAY=TH", "14:00", title="Board")
    meetings = (*THURSDAYS, *(meeting(f"2026-10-{day}T10:00") for day in ("06", "13", "20")))
    found = access(relationship(meetings=meetings, commitments=(board,)), now=NOW)
    week = week_of(found, meetings)
    painter = CellPainter(colours, QFont())
    for cell in week.cells:
        drawn = painter.made_ready(week, cell, QRectF(0, 0, 200, 80))
        behind = over(drawn.fill, colours.card)
        for words_, ink in drawn.lines:
            assert contrast(ink, behind) >= 4.5, words_
    both = painter.made_ready(week, week.cells[week.place_of(THU_14)], QRectF(0, 0, 200, 80))
    assert [each for each, _ink in both.lines] == ["4 of 11 held", "Board"]


def over(tint: QColor | None, card: QColor) -> QColor:
    """Return what is seen of a tint on a card."""
    if tint is None:
        return card
    share = tint.alphaF()
    return QColor.fromRgbF(
        share * tint.redF() + (1 - share) * card.redF(),
        share * tint.greenF() + (1 - share) * card.greenF(),
        share * tint.blueF() + (1 - share) * card.blueF(),
    )


def test_what_is_lost_shows_on_grey_paper(grid: WeekGrid) -> None:
    """By a dark bar at the foot, as long as the share that was lost; 7 of 11, and none of 3."""
    edge = grey(LIGHT.levels[Level.DAMAGED].edge)

    def dark(slot: Slot) -> int:
        image = pixels(grid, slot)
        foot = image.height() - 2
        row = [grey(image.pixelColor(x, foot)) for x in range(image.width())]
        return sum(abs(each - edge) < 0.05 for each in row)

    wide = pixels(grid, THU_14).width()
    assert dark(THU_14) == pytest.approx(wide * 7 / 11, abs=4)
    assert dark(TUE_10) < 4


def test_the_week_asks_for_room_for_every_row(grid: WeekGrid) -> None:
    """What it cannot have is scrolled; the columns take all width there is."""
    least, liked = grid.minimumSizeHint(), grid.sizeHint()
    assert least.height() < liked.height()
    assert grid.week is not None
    assert least.height() >= 22 * len(grid.week.times)


def test_the_pointer_says_and_shows_what_can_be_done(grid: WeekGrid) -> None:
    """Over a cell with meetings it is a hand, and its words are the tool tip."""
    assert grid.week is not None
    place = grid.rect_of(grid.week.place_of(THU_14)).center()
    QTest.mouseMove(grid, place)
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        grid.mapToGlobal(QPointF(place)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(grid, move)
    assert grid.cursor().shape() is Qt.CursorShape.PointingHandCursor
    asked = QHelpEvent(QEvent.Type.ToolTip, place, grid.mapToGlobal(place))
    QApplication.sendEvent(grid, asked)
    assert QToolTip.text() == "Thursday 14:00: 4 of 11 held"
    QToolTip.hideText()


def test_a_click_beside_the_cells_does_nothing(qtbot: QtBot, grid: WeekGrid) -> None:
    """On the names of the days."""
    with qtbot.assertNotEmitted(grid.meetings_wanted), qtbot.assertNotEmitted(grid.plan_wanted):
        QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=QPoint(300, 3))
    assert grid.number_at(QPoint(300, 3)) is None


def test_a_click_on_what_was_lost_asks_for_its_meetings(qtbot: QtBot, grid: WeekGrid) -> None:
    """And the keys go on from there."""
    assert grid.week is not None
    place = grid.rect_of(grid.week.place_of(THU_14)).center()
    with qtbot.waitSignal(grid.meetings_wanted) as asked:
        QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=place)
    assert asked.args is not None
    (cell,) = asked.args
    assert isinstance(cell, Cell)
    assert (cell.slot, len(cell.meetings)) == (THU_14, 11)


def test_before_there_is_anything_it_does_nothing(qtbot: QtBot, theme: Theme) -> None:
    """It may be painted, focused and clicked before an account is shown."""
    made = WeekGrid(theme)
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    made.grab()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_A):
        QTest.keyClick(made, key)
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)
    made.go_to(THU_14)
    assert made.cell is None
    assert made.words() == ()


def test_a_screen_reader_goes_along_with_the_keys(
    grid: WeekGrid, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told of the cell that one comes to, and hears its words."""
    heard: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if event.type() == QAccessible.Event.Focus:
            heard.append(event.accessibleInterface().text(QAccessible.Text.Name))

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    QAccessible.setActive(True)
    try:
        QTest.keyClick(grid, Qt.Key.Key_Down)
    finally:
        QAccessible.setActive(False)
    assert heard == [
        "Thursday 15:00: not tried yet; Dana: Management staff meeting, every Thu 15:00–16:00"
    ]
