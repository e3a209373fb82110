"""Texts of any length and script: cut in the list, whole beside it, and never markup."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from journal.domain.plan import Barrier, Interest, Option
from journal.domain.record import InterestId, OptionId, RecordId, Side
from journal.operations import records
from journal.ui.negotiation.ticks import Ticks
from journal.ui.shared.wrapped import Wrapped
from tests.ui.case import MERCY
from tests.ui.negotiation.conftest import BUDGET, Seen, form

LONG = "A long story. " * 215
ARABIC = "الموافقات تمرّ بثلاث إدارات"
HOSTILE = "<b>Bold</b> <img src=file:///etc/hostname> & more"


def test_a_long_text_takes_a_few_lines_of_the_list(seen: Seen) -> None:
    """Three thousand characters stand beside it, whole."""
    barrier = Barrier(id=RecordId("long"), account_id=MERCY, text=LONG, share=Side.OURS)
    records.add(seen.journal, "Add barrier", barrier)
    row = seen.go_to("long")
    assert row.text == LONG
    assert len(row.tip) < 700
    outline = seen.tab.outline
    at = [each.key for each in outline.rows()].index("long")
    height = outline.visualRect(outline.model().index(at, 0)).height()
    assert height < 8 * outline.fontMetrics().height()
    assert form(seen, Barrier).head.text.toPlainText() == LONG
    assert len(seen.tab.answer()) < 200


def test_markup_and_scripts_are_shown_as_they_are(seen: Seen) -> None:
    """In the rows, in the ticks and in the tips."""
    mine = Interest(id=InterestId(RecordId("html")), account_id=MERCY, text=HOSTILE, side=Side.OURS)
    other = Option(id=OptionId(RecordId("ar")), account_id=MERCY, text=f"{ARABIC}\n{HOSTILE}")
    records.add(seen.journal, "Add", mine, other)
    assert seen.go_to("html").text == HOSTILE
    assert "<img" not in seen.go_to("html").tip
    seen.go_to("ar")
    links = form(seen, Option).links
    assert links is not None
    assert "html" in {each.key for each in links.serves.rows()}
    assert form(seen, Option).head.text.toPlainText() == other.text
    seen.tab.grab()


def test_what_is_gone_is_set_off_again_when_it_comes_back(seen: Seen) -> None:
    """Unless one went elsewhere in the meantime."""
    seen.go_to("tuesdays")
    seen.window.commands.delete.trigger()
    current = seen.tab.outline.current()
    assert current is not None
    assert current.key == "on-time"
    seen.undo()
    current = seen.tab.outline.current()
    assert current is not None
    assert current.key == "tuesdays"
    seen.window.commands.delete.trigger()
    seen.press(Qt.Key.Key_Down)
    seen.undo()
    current = seen.tab.outline.current()
    assert current is not None
    assert current.key == "norms ours"


def test_words_are_cut_after_a_few_lines_in_any_script() -> None:
    """A letter beyond the first plane is two of Qt's; none is cut in half."""
    font = QFont()
    one = Wrapped("short", font, 400, 3)
    for text in (
        LONG,
        "一年后缺货由我们两家一起提前发现" * 40,
        "🙂🙂🙂🙂🙂🙂🙂🙂" * 60,
        "line\n" * 20,
    ):
        assert Wrapped(text, font, 200, 2).height_px <= 3 * one.height_px


def test_a_tick_is_taken_by_its_words_too(qtbot: QtBot) -> None:
    """They are a larger mark than the box."""
    ticks = Ticks("Serves", "Nothing to serve.")
    qtbot.addWidget(ticks)
    ticks.show_ticks([], frozenset())
    ticks.show()
    ticks.show_ticks([("a", "On time"), ("b", "Cost")], frozenset({"b"}))
    first = ticks.rows()[0]
    with qtbot.waitSignal(ticks.ticked) as told:
        qtbot.mouseClick(first, Qt.MouseButton.LeftButton, pos=first.rect().center())
    assert told.args == ["a", True]
    first.box.setFocus()
    ticks.show_ticks([("c", "Access")], frozenset())
    assert [each.key for each in ticks.rows()] == ["c"]
    assert BUDGET not in {each.key for each in ticks.rows()}
