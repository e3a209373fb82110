"""The small widgets: labels, segments, a day and a time, progress."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from journal.domain.rating import Level
from journal.ui.shared.eliding import elided
from journal.ui.shared.entries import Entry, EntryList, EntryRow
from journal.ui.shared.labels import ElidedLabel, Kind, Label
from journal.ui.shared.marks import LevelMark
from journal.ui.shared.progress import ProgressPanel
from journal.ui.shared.segments import Choice, Segments
from journal.ui.theme import Theme

CHOICES = (Choice(text="Held"), Choice(text="Cancelled"), Choice(text="No-show"))


def made(qtbot: QtBot, *, may_be_none: bool = False) -> Segments:
    """Show three choices."""
    segments = Segments("What happened", CHOICES, may_be_none=may_be_none)
    qtbot.addWidget(segments)
    segments.show()
    return segments


def test_a_label_takes_no_markup(qtbot: QtBot) -> None:
    """Qt would open a local file that a name like this names."""
    label = Label("<b>Mercy</b>", Kind.TITLE)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_word_longer_than_the_window_is_broken(qtbot: QtBot) -> None:
    """It would make the page wider than the window, and what stands beside it is out of sight."""
    label = Label("due today · " + "A" * 180, wraps=True)
    qtbot.addWidget(label)
    label.resize(400, 20)
    assert label.minimumSizeHint().width() <= 400
    assert label.text().replace("\N{ZERO WIDTH SPACE}", "") == "due today · " + "A" * 180
    assert Label("Bed-day cost comparison", wraps=True).text() == "Bed-day cost comparison"


def test_a_name_that_does_not_fit_is_whole_in_its_tip(qtbot: QtBot) -> None:
    """A long name is cut on the screen, and can still be read."""
    label = ElidedLabel("Ministry of Health, Social Services and Integrated Care")
    qtbot.addWidget(label)
    label.show()
    label.resize(80, 20)
    assert label.toolTip() == label.text()
    label.resize(2000, 20)
    assert label.toolTip() == ""


def test_a_long_name_is_cut_before_what_must_be_read(qtbot: QtBot) -> None:
    """Of a meeting the name is known to whoever logs it; which one it was, says the date."""
    label = ElidedLabel("Ministry of Health, Social Services and Integrated Care, Tue 10:00")
    qtbot.addWidget(label)
    label.show()
    label.keep_whole(", Tue 10:00")
    label.resize(label.fontMetrics().horizontalAdvance("Ministry of…, Tue 10:00") + 4, 20)
    assert label._shown().startswith("Ministry of")
    assert label._shown().endswith("…, Tue 10:00")
    label.resize(2000, 20)
    assert label._shown() == label.text()
    label.resize(30, 20)
    assert label._shown().startswith("T")


def test_an_arabic_name_is_cut_at_its_own_end(qtbot: QtBot) -> None:
    """Its end is at the left; an ellipsis at the right would stand before its beginning."""
    metrics = QFontMetrics(QFont())
    name = "مستشفى الواحة التخصصي لخدمات الصيدلة"
    assert elided(metrics, name, 80).endswith("…\N{RIGHT-TO-LEFT MARK}")
    assert elided(metrics, name, 2000) == name
    assert elided(metrics, "Ministry of Health", 60).endswith("…")


def test_arrows_move_among_segments_and_the_choice_is_said(qtbot: QtBot) -> None:
    """The form is filled in by keyboard alone."""
    segments = made(qtbot)
    segments.choose(0)
    first = segments.findChildren(QRadioButton)[0]
    segments.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    with qtbot.waitSignal(segments.chosen) as heard:
        qtbot.keyClick(first, Qt.Key.Key_Right)
    assert heard.args == [1]
    assert segments.position == 1


def test_enter_chooses_what_the_arrows_came_to_and_goes_on(qtbot: QtBot) -> None:
    """Until something is chosen they only move; Enter on what is chosen only goes on."""
    segments = made(qtbot, may_be_none=True)
    first = segments.findChildren(QRadioButton)[0]
    segments.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    second = segments.findChildren(QRadioButton)[1]
    with qtbot.waitSignals([segments.chosen, segments.entered]):
        qtbot.keyClick(second, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert segments.position == 1
    with qtbot.waitSignal(segments.entered), qtbot.assertNotEmitted(segments.chosen):
        qtbot.keyClick(second, Qt.Key.Key_Return)


def test_a_first_letter_chooses(qtbot: QtBot) -> None:
    """One key for what happened."""
    segments = made(qtbot)
    with qtbot.waitSignal(segments.chosen) as heard:
        qtbot.keyClick(segments.findChildren(QRadioButton)[0], Qt.Key.Key_N)
    assert heard.args == [2]


def test_a_letter_that_begins_no_choice_does_nothing(qtbot: QtBot) -> None:
    """A slip of the finger must not change what was chosen."""
    segments = made(qtbot)
    segments.choose(1)
    with qtbot.assertNotEmitted(segments.chosen):
        qtbot.keyClick(segments.findChildren(QRadioButton)[1], Qt.Key.Key_Z)
    assert segments.position == 1


@pytest.mark.parametrize("may_be_none", [True, False])
def test_backspace_takes_a_choice_back_only_where_none_is_an_answer(
    qtbot: QtBot, *, may_be_none: bool
) -> None:
    """A rating may be left out; what happened may not."""
    segments = made(qtbot, may_be_none=may_be_none)
    segments.choose(1)
    qtbot.keyClick(segments.findChildren(QRadioButton)[1], Qt.Key.Key_Backspace)
    assert segments.position == (-1 if may_be_none else 1)


def test_a_second_click_takes_a_choice_back(qtbot: QtBot) -> None:
    """With the pointer there is no Backspace."""
    segments = made(qtbot, may_be_none=True)
    button = segments.findChildren(QRadioButton)[1]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert segments.position == 1
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert segments.position == -1


def test_filling_segments_says_nothing(qtbot: QtBot) -> None:
    """Only what the user does is said."""
    segments = made(qtbot)
    with qtbot.assertNotEmitted(segments.chosen):
        segments.choose(2)
        segments.choose(-1)
    assert segments.position == -1


def test_a_mark_is_read_as_its_word(qtbot: QtBot, theme: Theme) -> None:
    """A colour says nothing to who does not see it."""
    mark = LevelMark(theme)
    qtbot.addWidget(mark)
    pictures = set()
    for level in (None, *Level):
        mark.set_level(level)
        assert mark.accessibleName()
        image = mark.grab().toImage().convertToFormat(QImage.Format.Format_Mono)
        pictures.add(bytes(image.constBits()))
    assert len(pictures) == 6  # six shapes, told apart without any colour


def test_entries_are_read_row_by_row(qtbot: QtBot, theme: Theme) -> None:
    """Lead, text and note belong together for who only hears them."""
    entries = EntryList(theme, "Chosen")
    qtbot.addWidget(entries)
    entries.show_entries(
        [Entry(text="“Yes.”", is_quote=True), Entry(lead="Promise", text="call", note="today")]
    )
    assert entries.texts() == ("“Yes.”", "Promise call today")
    entries.show_entries(())
    assert entries.texts() == ()


@pytest.mark.parametrize("height", [100, 117, 140, 163])
def test_no_entry_is_cut_through(qtbot: QtBot, theme: Theme, height: int) -> None:
    """Half a row looks like a fault; that there is more is said by the scroll bar."""
    entries = EntryList(theme, "Chosen")
    qtbot.addWidget(entries)
    entries.resize(300, height)
    entries.show()
    entries.show_entries([Entry(text=f"Promise {number}") for number in range(12)])
    bar = entries.verticalScrollBar()
    qtbot.waitUntil(bar.isVisible)
    for value in (0, bar.maximum() // 2, bar.maximum()):
        bar.setValue(value)
        bottom = bar.value() + entries.viewport().height()
        rows = entries.findChildren(EntryRow)
        ends = [row.geometry().bottom() + 1 for row in rows]
        assert bottom in ends
        assert bottom == max(end for end in ends if end <= bar.value() + height)
    assert bottom == ends[-1]


def test_entries_that_fit_leave_no_bar(qtbot: QtBot, theme: Theme) -> None:
    """Nor does one that is higher than the list vanish."""
    entries = EntryList(theme, "Chosen")
    qtbot.addWidget(entries)
    entries.resize(300, 200)
    entries.show()
    entries.show_entries([Entry(text="Promise")])
    QApplication.processEvents()
    assert not entries.verticalScrollBar().isVisible()
    assert entries.viewport().height() == 200
    entries.show_entries([Entry(text="a long story " * 60)])
    QApplication.processEvents()
    assert entries.viewport().height() == 200


def test_progress_tells_how_far_it_is_and_takes_one_cancel(qtbot: QtBot) -> None:
    """A second press could stop the next piece of work."""
    panel = ProgressPanel("Starting")
    qtbot.addWidget(panel)
    panel.tell("Reading log.csv", 30, 120)
    assert (panel._bar.value(), panel._bar.maximum()) == (30, 120)
    assert panel._bar.accessibleName() == "Reading log.csv"
    with qtbot.waitSignal(panel.cancel_wanted):
        qtbot.mouseClick(panel._cancel, Qt.MouseButton.LeftButton)
    assert not panel._cancel.isEnabled()


def test_a_name_with_line_ends_stands_in_one_line(qapp: QApplication) -> None:
    """An import may bring one; in a row of one line its halves were cut off."""
    metrics = QFontMetrics(qapp.font())
    assert elided(metrics, "Mercy\nGeneral\u2028Hospital", 1_000) == "Mercy General Hospital"
