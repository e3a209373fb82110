"""The map by the keyboard, by hand and by ear."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from journal.domain.metric import Effect, Metric
from journal.domain.record import Basis, MetricId, RecordId, Side
from journal.operations import records
from journal.ui.alignment.detail import Shown
from journal.ui.shared.hover_card import HoverCard
from journal.ui.theme import Scheme, Theme
from tests.ui.alignment.conftest import Seen
from tests.ui.case import DANA, ME, MERCY

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def many(seen: Seen) -> Seen:
    """Know two more numbers of Dana's and two more of ours: three by three."""
    for place, (side, person, name) in enumerate(
        [
            (Side.THEIRS, DANA, "Stock-outs"),
            (Side.THEIRS, DANA, "Overtime"),
            (Side.OURS, ME, "Service level"),
            (Side.OURS, ME, "Hours on the road"),
        ],
        1,
    ):
        metric = Metric(
            id=MetricId(RecordId(f"metric-{place}")),
            account_id=MERCY,
            text=name,
            side=side,
            person_id=person,
            basis=Basis.SAID,
            position=place,
        )
        records.add(seen.journal, "Add metric", metric)
    assert [each.text for each in seen.charted.numbers] == [
        *("Drug spend per bed-day", "Stock-outs", "Overtime"),
        *("Units sold", "Service level", "Hours on the road"),
    ]
    return seen


def name_in_hand(seen: Seen) -> str:
    """Return the name of the number, or of both, that the arrow keys have come to."""
    return seen.in_hand.splitlines()[0]


def test_the_arrow_keys_go_up_down_and_across(many: Seen) -> None:
    """From number to number on a side; across to the one that it is joined with."""
    names = [name_in_hand(many)]
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Right, Key.Key_Up, Key.Key_Up):
        many.press(key)
        names.append(name_in_hand(many))
    assert names == [
        *("Drug spend per bed-day", "Stock-outs", "Overtime", "Overtime"),
        *("Hours on the road", "Service level", "Units sold"),
    ]
    many.press(Key.Key_Right)
    assert name_in_hand(many) == "Units sold"
    many.press(Key.Key_Left)
    assert name_in_hand(many) == "Drug spend per bed-day"


def test_enter_joins_two_numbers_and_opens_their_form(many: Seen) -> None:
    """The arrows choose the other end; with the joined pair in hand one says how they see it."""
    many.press(Key.Key_Down, Key.Key_Space)
    assert many.map.is_joining
    assert name_in_hand(many) == "“Stock-outs” and “Service level”"
    many.press(Key.Key_Down, Key.Key_Down, Key.Key_Up)
    assert name_in_hand(many) == "“Stock-outs” and “Service level”"
    many.press(Key.Key_Return)
    assert not many.map.is_joining
    assert many.tab.detail.shown is Shown.PAIR
    assert many.tab.detail.pair.seen.isAncestorOf(many.window.focusWidget())
    many.press("s")
    (new,) = [each for each in many.whole.alignments if each.perceived is Effect.SUPPORTS]
    assert (new.their_metric_id, new.our_metric_id) == ("metric-1", "metric-3")
    assert new.perceived_by_id == DANA
    many.press(Key.Key_Escape)
    assert many.map.hasFocus()
    assert many.undo() == "Note how they see it"


def test_joining_is_given_up_by_escape(many: Seen) -> None:
    """The number is in hand again, and nothing is written."""
    many.press(Key.Key_Right, Key.Key_Return)
    assert name_in_hand(many) == "“Drug spend per bed-day” and “Units sold”"
    many.press(Key.Key_Down, Key.Key_Left)
    assert name_in_hand(many) == "“Stock-outs” and “Units sold”"
    many.press(Key.Key_Escape)
    assert name_in_hand(many) == "Units sold"
    assert len(many.whole.alignments) == 1


def test_pairs_that_were_looked_at_are_walked_too(many: Seen) -> None:
    """Up and down from line to line, sideways to the numbers that it joins."""
    many.press(Key.Key_Return, Key.Key_Return)
    many.tab.detail.pair.seen.choose(3)
    many.press(Key.Key_Escape, Key.Key_Down, Key.Key_Up)
    assert name_in_hand(many) == "“Drug spend per bed-day” and “Units sold”"
    many.press(Key.Key_Right)
    assert name_in_hand(many) == "Units sold"


def test_delete_deletes_what_is_in_hand(many: Seen) -> None:
    """A pair alone; a number with its pairs. One undo each, and a bar offers it."""
    many.press(Key.Key_Return, Key.Key_Return, Key.Key_Escape, Key.Key_Delete)
    assert many.whole.alignments == ()
    assert len(many.whole.metrics) == 6
    assert many.undo() == "Trash alignment"
    many.press(Key.Key_Left, Key.Key_Delete)
    assert len(many.whole.metrics) == 5
    assert many.whole.alignments == ()
    assert many.undo() == "Trash metric"
    assert len(many.whole.alignments) == 1


def test_delete_on_an_untold_pair_deletes_nothing(many: Seen) -> None:
    """There is nothing of it in the journal."""
    many.press(Key.Key_Down, Key.Key_Return, Key.Key_Return, Key.Key_Escape, Key.Key_Delete)
    assert len(many.whole.metrics) == 6
    assert len(many.whole.alignments) == 1


def test_a_click_takes_in_hand_and_two_open(many: Seen) -> None:
    """A box, and the words on a line."""
    QTest.mouseClick(many.map, LEFT, pos=many.middle(4))
    assert name_in_hand(many) == "Service level"
    pair = many.charted.part_of_pair((MetricId(RecordId("spend")), MetricId(RecordId("units"))))
    QTest.mouseClick(many.map, LEFT, pos=many.middle(pair))
    assert many.tab.detail.shown is Shown.PAIR
    QTest.mouseDClick(many.map, LEFT, pos=many.middle(pair))
    assert many.tab.detail.pair.seen.isAncestorOf(many.window.focusWidget())
    QTest.mouseDClick(many.map, LEFT, pos=many.middle(1))
    assert many.tab.detail.number.row.text.hasFocus()
    assert many.tab.detail.number.row.text.text() == "Stock-outs"


def drag(seen: Seen, start: QPoint, end: QPoint) -> None:
    """Drag from one place of the map to another."""
    QTest.mousePress(seen.map, LEFT, pos=start)
    for place in (start + QPoint(20, 2), (start + end) / 2, end):
        QTest.mouseMove(seen.map, place)
        seen.map.grab()
    QTest.mouseRelease(seen.map, LEFT, pos=end)


def test_dragging_from_box_to_box_joins_them(many: Seen) -> None:
    """The form of the pair opens; elsewhere nothing happens."""
    drag(many, many.middle(2), many.middle(4))
    assert name_in_hand(many) == "“Overtime” and “Service level”"
    assert many.tab.detail.pair.seen.isAncestorOf(many.window.focusWidget())
    drag(many, many.middle(5), many.middle(3))
    assert name_in_hand(many) == "Hours on the road"
    drag(many, many.middle(5), many.middle(1))
    assert name_in_hand(many) == "“Stock-outs” and “Hours on the road”"


def test_what_is_under_the_pointer_is_said(many: Seen) -> None:
    """All of a number or a pair; nothing beside them."""
    card = many.map.findChild(HoverCard)
    assert card is not None
    QTest.mouseMove(many.map, many.middle(0))
    assert card.isVisible()
    QTest.mouseMove(many.map, QPoint(many.map.width() // 2, many.map.height() - 4))
    assert not card.isVisible()


def test_only_what_is_in_hand_is_dotted(many: Seen) -> None:
    """Of nine pairs one was looked at; of the chosen number the other two are drawn."""
    assert many.map.drawn is not None
    assert len(many.map.drawn.lines) == 3
    many.press(Key.Key_Down)
    assert len(many.map.drawn.lines) == 4


def test_a_screen_reader_hears_each_number_and_each_pair(many: Seen) -> None:
    """Six numbers and nine pairs, with their words and which is in hand."""
    interface = QAccessible.queryAccessibleInterface(many.map)
    assert interface.childCount() == 15
    words = [interface.child(n).text(QAccessible.Text.Name) for n in range(15)]
    assert words[0].startswith("Drug spend per bed-day\nHow Dana Whitfield is measured")
    assert "the turning point" in words[6]
    assert words[-1].endswith("not talked about")
    assert interface.child(0).state().selected
    assert not interface.child(1).state().selected
    many.press(Key.Key_Down)
    assert interface.child(1).state().focused
    assert many.map.accessibleDescription() == words[1]
    assert interface.child(14).rect().isEmpty()  # it is not drawn


def test_it_is_drawn_in_both_schemes(many: Seen, theme: Theme) -> None:
    """The colours of the boxes follow."""
    light = many.map.grab().toImage().pixelColor(many.middle(0))
    theme.choose(Scheme.DARK)
    dark = many.map.grab().toImage().pixelColor(many.middle(0))
    assert dark.lightness() < light.lightness()


def test_it_is_as_high_as_what_it_draws(many: Seen) -> None:
    """The page scrolls, not the map."""
    assert many.map.drawn is not None
    assert many.map.height() == round(many.map.drawn.scene.height_px)
    many.window.resize(960, 540)
    assert isinstance(many.map, QWidget)
    assert many.map.height() == round(many.map.drawn.scene.height_px)
