"""The timeline in the window: zoomed about the pointer, dragged, stepped through by keys."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.domain.record import RecordId
from journal.timeline.dates import Wall
from journal.timeline.scene import Lane, Role, Scene, Spot
from journal.ui.shared.account_view import AccountView, account_view
from journal.ui.shared.scene_painter import role_colours
from journal.ui.theme import Scheme, Theme
from journal.ui.timeline.canvas import Canvas
from tests.ui.case import NOW, TURNING

DAYS = ("2026-01-01", "2026-07-01", "2026-10-01", "2027-01-01")
Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def canvas(qtbot: QtBot, theme: Theme, mercy: AccountView) -> Canvas:
    """Show the account to repair."""
    made = Canvas(theme)
    qtbot.addWidget(made)
    made.resize(1000, 300)
    made.show()
    made.show_account(mercy)
    return made


def scene_of(canvas: Canvas) -> Scene:
    """Return what is painted."""
    assert canvas.scene is not None
    return canvas.scene


def spot_of(canvas: Canvas, record_id: RecordId) -> Spot:
    """Return where a record stands."""
    return next(spot for spot in scene_of(canvas).spots if record_id in spot.records)


def place_of(canvas: Canvas, record_id: RecordId) -> QPoint:
    """Return the middle of a record."""
    rect = spot_of(canvas, record_id).rect
    return QPoint(round((rect.left + rect.right) / 2), round((rect.top + rect.bottom) / 2))


def turn_wheel(
    canvas: Canvas, x: float, turned: QPoint, modifiers: Qt.KeyboardModifier = NONE
) -> None:
    """Turn the wheel at a place."""
    QApplication.sendEvent(
        canvas,
        QWheelEvent(
            QPointF(x, 100),
            QPointF(x, 100),
            QPoint(),
            turned,
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


def test_before_an_account_is_shown_nothing_moves(qtbot: QtBot, theme: Theme) -> None:
    """The keys of an empty canvas do nothing, and nothing fails."""
    canvas = Canvas(theme)
    qtbot.addWidget(canvas)
    canvas.resize(600, 200)
    before = canvas.view
    for key in (
        Key.Key_Right,
        Key.Key_Plus,
        Key.Key_0,
        Key.Key_PageUp,
        Key.Key_Y,
        Key.Key_Q,
        Key.Key_T,
    ):
        qtbot.keyClick(canvas, key)
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    canvas.choose(TURNING)
    assert not canvas.grab().isNull()
    assert (canvas.view.start, canvas.view.end) == (before.start, before.end)
    assert canvas.words_of(TURNING) == ""


def test_an_account_opens_with_its_whole_history(canvas: Canvas) -> None:
    """Three years in one look, from the first meeting to the goal."""
    assert any(spot.lane is Lane.GOALS for spot in scene_of(canvas).spots)
    assert canvas.words_of(RecordId("meeting-2024-01-11"))
    assert canvas.accessibleName() == "Timeline of Mercy General"
    assert canvas.accessibleDescription()


def test_the_wheel_zooms_about_the_pointer(canvas: Canvas) -> None:
    """What is looked at stays where it is."""
    x = float(place_of(canvas, TURNING).x())
    moment, before = canvas.view.moment_at(x), canvas.view.seconds
    turn_wheel(canvas, x, QPoint(0, 240))
    assert canvas.view.seconds == pytest.approx(before * 0.85**2)
    assert canvas.view.x_of(moment) == pytest.approx(x, abs=0.01)
    turn_wheel(canvas, x, QPoint(0, -240))
    assert canvas.view.seconds == pytest.approx(before)


@pytest.mark.parametrize(
    ("turned", "modifiers"), [(QPoint(-120, 0), NONE), (QPoint(0, -120), SHIFT)]
)
def test_a_wheel_turned_sideways_pans(
    canvas: Canvas, turned: QPoint, modifiers: Qt.KeyboardModifier
) -> None:
    """Two fingers on a trackpad go along in time."""
    canvas.zoom_in()
    canvas.zoom_in()
    canvas.fit()
    turn_wheel(canvas, 300, QPoint(0, 600))
    before = canvas.view
    turn_wheel(canvas, 500, turned, modifiers)
    assert canvas.view.seconds == pytest.approx(before.seconds)
    assert canvas.view.start > before.start


def test_a_pinch_zooms(canvas: Canvas) -> None:
    """On a trackpad of macOS, two fingers apart show less time."""
    before = canvas.view.seconds
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        QPointF(500, 100),
        QPointF(500, 100),
        QPointF(500, 100),
        0.25,
        QPointF(),
    )
    QApplication.sendEvent(canvas, event)
    assert canvas.view.seconds == pytest.approx(before / 1.25)


def test_zooming_out_ends_at_the_whole(canvas: Canvas) -> None:
    """Nobody gets lost in empty centuries."""
    for _ in range(30):
        canvas.zoom_out()
    widest = canvas.view
    canvas.zoom_out()
    assert canvas.view == widest


def test_dragging_pans_and_chooses_nothing(qtbot: QtBot, canvas: Canvas) -> None:
    """A hand that slips while it drags must not select."""
    turn_wheel(canvas, 500, QPoint(0, 600))
    before = canvas.view
    with qtbot.assertNotEmitted(canvas.record_chosen):
        qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(500, 100))
        qtbot.mouseMove(canvas, QPoint(520, 100))
        qtbot.mouseMove(canvas, QPoint(540, 101))
        qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(540, 101))
    assert canvas.view.start == pytest.approx(before.start - 40 * before.seconds_per_px)


def test_a_click_chooses_what_is_there(qtbot: QtBot, canvas: Canvas) -> None:
    """From a mark to its record."""
    with qtbot.waitSignal(canvas.record_chosen) as chosen:
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place_of(canvas, TURNING))
    assert chosen.args == [TURNING]
    assert canvas.accessibleDescription() == canvas.words_of(TURNING)


def test_a_double_click_asks_for_the_record(qtbot: QtBot, canvas: Canvas) -> None:
    """From a mark to where it is changed; on empty paper there is none."""
    with qtbot.waitSignal(canvas.record_wanted) as wanted:
        qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=place_of(canvas, TURNING))
    assert wanted.args == [TURNING]
    with qtbot.assertNotEmitted(canvas.record_wanted):
        qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(20, 296))
        qtbot.mouseDClick(canvas, Qt.MouseButton.RightButton, pos=place_of(canvas, TURNING))


def test_a_click_beside_everything_chooses_nothing(qtbot: QtBot, canvas: Canvas) -> None:
    """Empty paper is empty."""
    with qtbot.assertNotEmitted(canvas.record_chosen):
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(20, 296))
        qtbot.mouseClick(canvas, Qt.MouseButton.RightButton, pos=place_of(canvas, TURNING))


def test_a_click_on_a_count_looks_closer(qtbot: QtBot, canvas: Canvas) -> None:
    """What is only counted is not one record; closer up it will be."""
    counted = [spot for spot in scene_of(canvas).spots if len(spot.records) > 1]
    if not counted:
        canvas.resize(330, 300)
        counted = [spot for spot in scene_of(canvas).spots if len(spot.records) > 1]
    rect = counted[0].rect
    before = canvas.view.seconds
    with qtbot.assertNotEmitted(canvas.record_chosen):
        place = QPoint(round((rect.left + rect.right) / 2), round((rect.top + rect.bottom) / 2))
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place)
    assert canvas.view.seconds < before


def test_arrows_step_from_event_to_event_and_back(qtbot: QtBot, canvas: Canvas) -> None:
    """The whole history can be read without a pointer."""
    canvas.setFocus()
    chosen: list[str] = []
    canvas.record_chosen.connect(chosen.append)
    for _ in range(3):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    for _ in range(2):
        qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert len(set(chosen[:3])) == 3
    assert chosen[3:] == [chosen[1], chosen[0]]


def test_stepping_brings_what_is_out_of_view(qtbot: QtBot, canvas: Canvas) -> None:
    """A chosen event that cannot be seen would be no answer."""
    canvas.choose(RecordId("meeting-2024-01-11"))
    for _ in range(12):
        canvas.zoom_in()
    for _ in range(6):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas._chosen is not None
    assert canvas.words_of(canvas._chosen)


def test_at_the_last_event_the_arrow_stays(qtbot: QtBot, canvas: Canvas) -> None:
    """It does not begin again from the left."""
    for _ in range(100):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    last = canvas._chosen
    with qtbot.assertNotEmitted(canvas.record_chosen):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas._chosen == last


def test_keys_zoom_pan_and_fit(qtbot: QtBot, canvas: Canvas) -> None:
    """All that the pointer can do has its key."""
    whole = canvas.view
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    near = canvas.view
    assert near.seconds < whole.seconds
    qtbot.keyClick(canvas, Qt.Key.Key_Right, SHIFT)
    assert canvas.view.start > near.start
    qtbot.keyClick(canvas, Qt.Key.Key_PageUp)
    assert canvas.view.start < near.start
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.view.seconds > near.seconds
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.view == whole


def test_a_year_a_quarter_and_today_have_their_keys(qtbot: QtBot, canvas: Canvas) -> None:
    """The turning point of 3 September is chosen: its year, its quarter; then the present."""
    canvas.choose(TURNING)
    wall = Wall(zone=ZoneInfo("America/New_York"))
    days = {name: wall.start_of(date.fromisoformat(name)) for name in DAYS}
    qtbot.keyClick(canvas, Qt.Key.Key_Y)
    assert (canvas.view.start, canvas.view.end) == (days["2026-01-01"], days["2027-01-01"])
    qtbot.keyClick(canvas, Qt.Key.Key_Q)
    assert (canvas.view.start, canvas.view.end) == (days["2026-07-01"], days["2026-10-01"])
    qtbot.keyClick(canvas, Qt.Key.Key_T)
    assert canvas.view.seconds == pytest.approx(days["2026-10-01"] - days["2026-07-01"])
    assert canvas.view.x_of(NOW.timestamp()) == pytest.approx(96 + canvas.view.plot_px / 2)


def test_a_year_without_a_choice_is_that_of_the_middle(qtbot: QtBot, canvas: Canvas) -> None:
    """What one looks at stays in view."""
    canvas.choose(None)
    middle = (canvas.view.start + canvas.view.end) / 2
    qtbot.keyClick(canvas, Qt.Key.Key_Y)
    assert canvas.view.start <= middle < canvas.view.end
    assert 365 <= canvas.view.seconds / 86_400 <= 366


def test_what_there_is_no_room_to_draw_is_zoomed_about_all_the_same(
    qtbot: QtBot, canvas: Canvas
) -> None:
    """In a low window the meeting of 3 September is chosen, and only ratings are drawn."""
    canvas.resize(1000, 110)
    canvas.choose(TURNING)
    assert {each.lane for each in scene_of(canvas).strips} == {Lane.RATINGS}
    wall = Wall(zone=ZoneInfo("America/New_York"))
    qtbot.keyClick(canvas, Qt.Key.Key_Q)
    assert canvas.view.start == wall.start_of(date.fromisoformat("2026-07-01"))
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.view.start < wall.noon_of(date.fromisoformat("2026-09-03")) < canvas.view.end
    qtbot.keyClick(canvas, Qt.Key.Key_T)
    before = canvas.view.moment_at(96 + canvas.view.plot_px / 2)
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.view.moment_at(96 + canvas.view.plot_px / 2) == pytest.approx(before)


def test_other_keys_are_left_to_the_window(qtbot: QtBot, canvas: Canvas) -> None:
    """Tab, Escape and the menu's keys go on."""
    before = canvas.view
    qtbot.keyClick(canvas, Qt.Key.Key_A)
    qtbot.keyClick(canvas, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert canvas.view == before


def test_hovering_shows_a_card_with_words_inside_the_canvas(qtbot: QtBot, canvas: Canvas) -> None:
    """What a mark means is said where the pointer is, also at the right edge."""
    for record in (TURNING, RecordId("meeting-2026-12-01")):
        qtbot.mouseMove(canvas, place_of(canvas, record))
        card = canvas._card
        assert card.isVisible()
        assert card._words.text() == canvas.words_of(record)
        assert canvas.rect().contains(card.geometry())
    qtbot.mouseMove(canvas, QPoint(20, 240))
    assert not canvas._card.isVisible()
    qtbot.mouseMove(canvas, place_of(canvas, TURNING))
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert not canvas._card.isVisible()


def test_a_name_that_is_out_of_view_still_has_its_words(canvas: Canvas) -> None:
    """The card below the timeline says what is chosen, wherever one has panned to."""
    words = canvas.words_of(TURNING)
    assert words
    for _ in range(12):
        canvas.zoom_in()
    canvas.show_today()
    assert TURNING not in {each for spot in scene_of(canvas).spots for each in spot.records}
    assert canvas.words_of(TURNING) == words


def test_focus_can_be_seen(canvas: Canvas, theme: Theme) -> None:
    """Who works by keys must see where the keys go."""
    canvas.clearFocus()
    QApplication.sendEvent(canvas, QFocusEvent(QEvent.Type.FocusOut))
    canvas.activateWindow()
    without = canvas.grab().toImage()
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    with_focus = canvas.grab().toImage()
    middle = canvas.height() // 2
    assert with_focus.pixelColor(0, middle) != without.pixelColor(0, middle)


def test_reading_the_account_again_leaves_the_view(canvas: Canvas, mercy: AccountView) -> None:
    """A saved note must not throw the timeline back to its beginning."""
    canvas.zoom_in()
    before = canvas.view
    canvas.show_account(account_view(mercy.relationship, NOW))
    assert canvas.view == before


def test_resizing_keeps_the_time_in_view(canvas: Canvas) -> None:
    """A wider window shows the same, larger."""
    before = canvas.view
    canvas.resize(1200, 340)
    assert (canvas.view.start, canvas.view.end) == (before.start, before.end)
    assert canvas.view.width_px == 1200


def test_the_picture_follows_the_colours(canvas: Canvas, theme: Theme) -> None:
    """Dark is dark at once."""
    light = canvas.grab().toImage()
    theme.choose(Scheme.DARK)
    dark = canvas.grab().toImage()
    assert light.pixelColor(40, 290) != dark.pixelColor(40, 290)


def test_every_role_of_a_scene_has_its_colour(theme: Theme) -> None:
    """A role without one would stop the painter in the middle of a frame."""
    assert set(role_colours(theme.colours)) == set(Role)


def test_it_paints_at_every_size(canvas: Canvas) -> None:
    """From a strip to a poster, it paints."""
    for size in ((320, 180), (800, 200), (2400, 900)):
        canvas.resize(*size)
        assert canvas.grab().toImage().width() == size[0]
