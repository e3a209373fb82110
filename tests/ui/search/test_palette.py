"""The palette over a real journal."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journal.operations import listing, reading
from journal.operations.journal import Journal
from journal.ui.search.palette import Palette
from journal.ui.search.rows import Directory
from journal.ui.theme import Theme
from tests.ui.case import MERCY, TURNING

Opened = Callable[[], Palette]


@pytest.fixture
def opened(qtbot: QtBot, journal: Journal, theme: Theme) -> Opened:
    """Open it with one command, from the account to repair."""
    command = QAction("&Log meeting…")

    def open_it() -> Palette:
        directory = Directory(
            listing.accounts(journal), reading.acquaintances(journal), [("Account", command)]
        )
        palette = Palette(journal, theme, directory, account=MERCY)
        qtbot.addWidget(palette)
        palette.open()
        return palette

    return open_it


def found(qtbot: QtBot, palette: Palette, words: str, least: int = 1) -> list[str]:
    """Type, and wait until the words of the journal are there."""
    with qtbot.waitSignal(palette._seeker.found, timeout=5_000):
        palette.field.setText(words)
    qtbot.waitUntil(lambda: len(palette.list.rows()) >= least)
    return [f"{row.text}: {row.excerpt}" for row in palette.list.rows()]


def test_a_person_is_found_with_where_they_are(opened: Opened) -> None:
    """At once, before any word of the journal was looked for; accents and case aside."""
    palette = opened()
    palette.field.setText("WHIT")
    row = palette.list.current()
    assert row is not None
    assert row.text == "Dana Whitfield"
    assert row.excerpt.startswith("person · ")
    assert row.excerpt.endswith("Mercy General")
    palette.reject()


def test_the_words_of_the_journal_stand_in_their_context(qtbot: QtBot, opened: Opened) -> None:
    """With the word marked, behind what kind of record it is."""
    palette = opened()
    found(qtbot, palette, "measured")
    row = next(each for each in palette.list.rows() if each.excerpt.startswith("quote"))
    ((start, end), *_more) = row.marks
    assert row.excerpt[start:end] == "measured"
    assert row.text == "Mercy General"
    palette.reject()


def test_enter_goes_to_the_row_that_is_set_off(qtbot: QtBot, opened: Opened) -> None:
    """Down sets off the next; the field keeps the keys."""
    palette = opened()
    found(qtbot, palette, "the", least=2)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    wanted = palette.list.rows()[1]
    with qtbot.waitSignal(palette.record_wanted) as asked:
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert asked.args == [wanted.account_id, wanted.record]
    assert not palette.isVisible()


def test_filters_narrow_what_is_found(qtbot: QtBot, opened: Opened) -> None:
    """By kind, by account and by time; names are left out then."""
    palette = opened()
    everything = found(qtbot, palette, "the", least=2)
    with qtbot.waitSignal(palette._seeker.found, timeout=5_000):
        palette.what.setCurrentIndex(3)
    qtbot.waitUntil(lambda: len(palette.list.rows()) == 1)
    (quote,) = palette.list.rows()
    assert quote.excerpt.startswith("quote · ")
    assert len(everything) > 1

    with qtbot.waitSignal(palette._seeker.found, timeout=5_000):
        palette.when.setCurrentIndex(1)  # the quote is of 3 September, today is 23 November
    qtbot.waitUntil(lambda: palette.list.rows() == ())
    assert palette.foot() == "0 found"
    palette.reject()


def test_a_command_is_done_when_the_palette_has_gone(qtbot: QtBot, opened: Opened) -> None:
    """It may open a window of its own."""
    palette = opened()
    palette.field.setText("log")
    row = palette.list.current()
    assert row is not None
    assert row.command is not None
    with qtbot.waitSignal(row.command.triggered):
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()


def test_typing_on_stops_the_search_of_before(qtbot: QtBot, opened: Opened) -> None:
    """Only the last words are told."""
    palette = opened()
    told: list[str] = []
    palette._seeker.found.connect(lambda wanted, _hits: told.append(wanted.words))
    with qtbot.waitSignal(
        palette._seeker.found, check_params_cb=lambda wanted, _hits: wanted.words == "measured"
    ):
        for end in range(1, len("measured") + 1):
            palette.field.setText("measured"[:end])
    assert told[-1] == "measured"
    assert any(row.record == TURNING or row.account_id == MERCY for row in palette.list.rows())
    palette.reject()
