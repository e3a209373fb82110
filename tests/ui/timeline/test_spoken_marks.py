"""The timeline as a screen reader finds it, asked through Qt's own interface for that."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journal.domain.record import RecordId
from journal.timeline.scene import Spot
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.spoken_marks import Mark
from journal.ui.theme import Theme
from journal.ui.timeline.canvas import Canvas
from journal.ui.timeline.filter_button import FilterButton
from tests.ui.case import TURNING

NAME = QAccessible.Text.Name


@pytest.fixture
def canvas(qtbot: QtBot, theme: Theme, mercy: AccountView) -> Canvas:
    """Show the account to repair."""
    made = Canvas(theme)
    qtbot.addWidget(made)
    made.resize(1000, 300)
    made.show()
    made.show_account(mercy)
    return made


@pytest.fixture
def _is_listened_to() -> Iterator[None]:
    """Have a screen reader, as far as Qt can tell."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect what a screen reader is told of, by the name it goes to or the words it says."""
    heard: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if event.type() == QAccessible.Event.Focus:
            heard.append(event.accessibleInterface().text(NAME))
        elif isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return heard


def spoken(canvas: QWidget) -> QAccessibleInterface:
    """Ask Qt who speaks of the canvas."""
    return QAccessible.queryAccessibleInterface(canvas)


def children(canvas: QWidget) -> list[QAccessibleInterface]:
    """Return all that it has."""
    whole = spoken(canvas)
    return [whole.child(number) for number in range(whole.childCount())]


def marks(canvas: QWidget) -> list[QAccessibleInterface]:
    """Return those that are marks."""
    return [each for each in children(canvas) if each.role() == QAccessible.Role.ListItem]


def spots(canvas: Canvas) -> tuple[Spot, ...]:
    """Return what is drawn."""
    assert canvas.scene is not None
    return canvas.scene.spots


def test_each_mark_is_a_child_with_its_words(canvas: Canvas) -> None:
    """From left to right, all of them, and nothing that is not drawn."""
    assert spoken(canvas).role() == QAccessible.Role.List
    assert spoken(canvas).text(NAME) == "Timeline of Mercy General"
    assert [each.text(NAME) for each in marks(canvas)] == [each.words for each in spots(canvas)]
    assert len(spots(canvas)) > 20


def test_the_widgets_in_the_canvas_stay_children_of_it(canvas: Canvas) -> None:
    """The filter can still be found, and the canvas is where its parent says it is."""
    (button,) = canvas.findChildren(FilterButton)
    names = [each.text(NAME) for each in children(canvas)]
    assert button.accessibleName() in names
    whole = spoken(canvas)
    assert [whole.indexOfChild(each) for each in children(canvas)] == list(range(len(names)))
    assert whole.child(len(names)) is None


def test_a_mark_knows_its_place_on_the_screen(canvas: Canvas) -> None:
    """A screen reader that follows the pointer finds it there, and the other way round."""
    whole = spoken(canvas)
    for mark, spot in zip(marks(canvas), spots(canvas), strict=True):
        place = mark.rect()
        left_top = canvas.mapToGlobal(QPoint(round(spot.rect.left), round(spot.rect.top)))
        assert place.topLeft() == left_top
        assert place.width() >= 1
        assert place.height() >= 1
    turning = next(each for each in spots(canvas) if TURNING in each.records)
    x, y = (
        (turning.rect.left + turning.rect.right) / 2,
        (turning.rect.top + turning.rect.bottom) / 2,
    )
    at = canvas.mapToGlobal(QPoint(round(x), round(y)))
    assert whole.childAt(at.x(), at.y()).text(NAME) == turning.words
    empty = canvas.mapToGlobal(QPoint(20, 240))
    assert whole.childAt(empty.x(), empty.y()) is None
    (button,) = canvas.findChildren(FilterButton)
    corner = button.mapToGlobal(QPoint(2, 2))
    assert whole.childAt(corner.x(), corner.y()).object() is button


def test_a_mark_is_a_leaf_of_the_timeline(canvas: Canvas) -> None:
    """Its parent is the canvas, and there is nothing in it."""
    mark = marks(canvas)[0]
    assert mark.parent() is spoken(canvas)
    assert mark.childCount() == 0
    assert mark.child(0) is None
    assert mark.indexOfChild(mark) == -1
    assert mark.isValid()
    assert mark.text(QAccessible.Text.Description) == ""


def test_what_is_chosen_is_selected_and_has_the_focus(canvas: Canvas) -> None:
    """Of all marks exactly the one; the focus only while the keys go to the timeline."""
    canvas.choose(TURNING)
    canvas.activateWindow()
    canvas.setFocus()
    chosen = [each for each in marks(canvas) if each.state().selected]
    assert [each.text(NAME) for each in chosen] == [canvas.words_of(TURNING)]
    assert [each.state().focused for each in chosen] == [True]
    assert all(each.state().selectable for each in marks(canvas))
    canvas.choose(None)
    assert not any(each.state().selected for each in marks(canvas))


@pytest.mark.usefixtures("_is_listened_to")
def test_each_step_takes_the_screen_reader_along(
    qtbot: QtBot, canvas: Canvas, told: list[str]
) -> None:
    """It hears the words of the mark that the arrow key went to, once."""
    chosen: list[str] = []
    canvas.record_chosen.connect(chosen.append)
    for _ in range(3):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert len(chosen) == 3
    assert told == [canvas.words_of(RecordId(each)) for each in chosen]


@pytest.mark.usefixtures("_is_listened_to")
def test_what_is_not_drawn_is_said_all_the_same(
    qtbot: QtBot, canvas: Canvas, told: list[str]
) -> None:
    """On a canvas too low for any lane but that of the ratings, meetings have no mark."""
    canvas.resize(1000, 110)
    chosen: list[str] = []
    canvas.record_chosen.connect(chosen.append)
    while not any(each.startswith("meeting") for each in chosen):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert not any(chosen[-1] in each.records for each in spots(canvas))
    assert told[-1] == canvas.words_of(RecordId(chosen[-1])) != ""


def test_without_a_screen_reader_nothing_is_made(
    qtbot: QtBot, canvas: Canvas, told: list[str]
) -> None:
    """Most users have none, and pay nothing for it."""
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert told == []
    assert canvas.findChildren(Mark) == []


def test_a_mark_that_is_drawn_no_more_goes(canvas: Canvas) -> None:
    """Marks do not pile up while one pans and zooms; those that stay are the same."""
    before = {each.text(NAME): each.object() for each in marks(canvas)}
    for _ in range(5):
        canvas.zoom_in()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    after = {each.text(NAME): each.object() for each in marks(canvas)}
    stayed = before.keys() & after.keys()
    assert stayed
    assert all(after[each] is before[each] for each in stayed)
    assert len(canvas.findChildren(Mark)) == len(spots(canvas))


def test_words_that_changed_are_told_anew(canvas: Canvas, mercy: AccountView) -> None:
    """A meeting that was recorded is not "planned" for the rest of the day."""
    before = marks(canvas)[0].object()
    canvas.show_account(mercy)
    assert marks(canvas)[0].object() is not before


def test_an_empty_canvas_has_no_marks(qtbot: QtBot, theme: Theme) -> None:
    """Before an account is shown it can be asked already."""
    made = Canvas(theme)
    qtbot.addWidget(made)
    assert marks(made) == []
    assert spoken(made).childAt(1, 1) is None
