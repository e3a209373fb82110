"""The page of all accounts, on a real journal."""

import csv
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from journal.analysis.portfolio import Flag
from journal.domain.account import Account
from journal.domain.errors import JournalError
from journal.domain.rating import Level, Rating
from journal.domain.record import AccountId, RecordId
from journal.operations import portfolio, reading, records, undoing
from journal.operations.journal import Journal
from journal.ui.portfolio.columns import Column
from journal.ui.portfolio.page import PortfolioPage
from journal.ui.portfolio.reader import PortfolioReader
from journal.ui.portfolio.table_model import PortfolioTableModel
from journal.ui.theme import Theme
from tests.ui.case import HARBOR, MERCY, NOW, clock
from tests.ui.walking import cut_off, nameless, unreached

CONTROL = Qt.KeyboardModifier.ControlModifier
# In the case: a promise of ours to Mercy is late; a meeting with Northfield has no outcome; the
# ratings of Mercy (September) and Harbor (May) are old, Harbor's and Northfield's have no other.
USUAL = ["Mercy General", "Northfield Labs", "Harbor Health", "Eastside Pharmacy <b>& Sons</b>"]


@pytest.fixture
def page(qtbot: QtBot, journal: Journal, theme: Theme) -> Iterator[PortfolioPage]:
    """Show the page, and read it after each change as the window does."""
    made = PortfolioPage(journal, theme)
    qtbot.addWidget(made)
    leave = journal.subscribe(lambda change: made.read())
    made.resize(796, 560)
    made.read()
    made.show()
    qtbot.waitUntil(lambda: not made.is_reading)
    yield made
    leave()


def shown(page: PortfolioPage) -> list[str]:
    """Name the accounts from top to bottom."""
    return [each.account.name for each in page.table.shown()]


def rate(journal: Journal, account: AccountId, level: Level) -> None:
    """Rate an account today."""
    new = Rating(id=journal.new_id(), account_id=account, day=NOW.date(), level=level)
    records.add(journal, "Rate", new)


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, journal: Journal) -> None:
    """A model that breaks them crashes a view sooner or later."""
    model = PortfolioTableModel()
    model.show(portfolio.rows(journal, portfolio.all_accounts(journal)), NOW.date())
    qtmodeltester.check(model)
    index = model.index(0, Column.OURS.value)
    assert index.data() == "Strained"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Mercy General, Ours: Strained"
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None
    hostile = model.index(3, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert hostile.startswith("<p")
    assert "&lt;b&gt;" in hostile
    across = Qt.Orientation.Horizontal
    assert model.headerData(1, across) == "Asks for attention ↑"
    assert model.headerData(2, across) == "Aim"
    assert model.headerData(2, across, Qt.ItemDataRole.ToolTipRole) == "Repair, raise or maintain"
    assert model.headerData(2, Qt.Orientation.Vertical) is None


def test_what_asks_most_stands_first_and_is_chosen(page: PortfolioPage) -> None:
    """Over all accounts, with the whole of the first below."""
    assert shown(page) == USUAL
    assert page.answer() == "No account slides, none stands still, none is past its interval."
    assert page._heading.text() == ("Mercy General, Pharmacy department, Dayton: we are late")
    assert page._whole.text().startswith("We say Strained (3 Sep), they say Neutral (3 Sep)")
    assert page._count.text() == "4 accounts"


def test_a_click_on_a_title_sorts_and_another_turns_it_round(
    qtbot: QtBot, page: PortfolioPage
) -> None:
    """The arrow in the title says which way."""
    header = page.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(Column.ACCOUNT.value) + 10, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert shown(page) == sorted(USUAL)
    assert page.table.model().headerData(0, Qt.Orientation.Horizontal) == "Account ↑"
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert shown(page) == sorted(USUAL, reverse=True)
    assert page.table.model().headerData(0, Qt.Orientation.Horizontal) == "Account ↓"


@pytest.mark.parametrize("column", list(Column))
def test_each_column_is_sorted_by_from_the_keyboard(
    qtbot: QtBot, page: PortfolioPage, column: Column
) -> None:
    """Right goes to the column, and it scrolls into sight; S sorts by it."""
    for _ in range(column):
        qtbot.keyClick(page.table, Qt.Key.Key_Right)
    if column is not Column.FLAGS:
        qtbot.keyClick(page.table, Qt.Key.Key_S)
    title = page.table.model().headerData(column.value, Qt.Orientation.Horizontal)
    assert title[-1] == ("↓" if column in {Column.LOST, Column.GUESSES} else "↑")
    box = page.table.visualRect(page.table.currentIndex())
    assert page.table.viewport().rect().contains(box)
    qtbot.keyClick(page.table, Qt.Key.Key_S)
    turned = page.table.model().headerData(column.value, Qt.Orientation.Horizontal)
    assert turned[-1] != title[-1]


def test_reading_again_keeps_the_order_the_filter_and_the_choice(
    qtbot: QtBot, page: PortfolioPage, journal: Journal
) -> None:
    """A save elsewhere must not throw about what one looks at."""
    page.table.order(Column.ACCOUNT)
    page.aims.choose(1)
    page._narrow()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.table.chosen_told() is not None
    rate(journal, page.table.chosen_id() or MERCY, Level.DAMAGED)
    rate(journal, HARBOR, Level.DAMAGED)
    assert shown(page) == ["Mercy General", "Northfield Labs"]
    assert page._heading.text().startswith("Northfield Labs")
    assert page.answer() == "One account slides."


def test_a_change_reads_only_whom_it_concerns(
    page: PortfolioPage, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Undo concerns the same account; a new account is there, and one in the trash is not."""
    read: list[set[str]] = []
    rows = portfolio.rows

    def noted(journal: Journal, accounts: list[AccountId]) -> object:
        read.append(set(accounts))
        return rows(journal, accounts)

    monkeypatch.setattr(portfolio, "rows", noted)
    rate(journal, HARBOR, Level.STRAINED)
    undoing.undo(journal)
    new = Account(id=AccountId(RecordId("new")), name="Annex")
    records.add(journal, "Add account", new)
    assert read == [{HARBOR}, {HARBOR}, {"new"}]
    assert "Annex" in shown(page)
    records.trash(journal, "Remove", reading.find_account(journal, "Annex"))
    assert "Annex" not in shown(page)


def test_filters_narrow_together(qtbot: QtBot, page: PortfolioPage) -> None:
    """By aim, by what asks for attention, by a word of the name or place."""
    page.aims._group.button(1).click()
    assert shown(page) == ["Mercy General", "Northfield Labs"]
    page.filter.setText("day")
    assert shown(page) == ["Mercy General"]
    assert page._count.text() == "1 of 4 accounts"
    page.filter.clear()
    at = page.flags.findText("Outcome not told")
    page.flags.setCurrentIndex(at)
    page.flags.activated.emit(at)
    assert shown(page) == ["Northfield Labs"]
    assert page.flags.value == frozenset({Flag.UNRECORDED})


def test_where_nothing_fits_one_button_shows_all(qtbot: QtBot, page: PortfolioPage) -> None:
    """A page never stands empty without a word."""
    page.aims._group.button(2).click()
    page.filter.setText("nobody")
    assert not page.table.isVisible()
    assert page.show_all_button.isVisible()
    assert not page.add_button.isVisible()
    assert page._why_empty.text() == "No account fits all that is asked for above."
    page.show_all_button.click()
    assert shown(page) == USUAL
    assert (page.filter.text(), page.aims.position) == ("", 0)


@pytest.mark.parametrize("size", [(1052, 760), (796, 560), (732, 420)], ids=str)
def test_everything_has_its_room_and_its_name(
    qtbot: QtBot, page: PortfolioPage, size: tuple[int, int]
) -> None:
    """In the window at its three sizes, whole, narrowed to nothing, and with a long name."""
    page.resize(*size)
    QApplication.processEvents()
    assert cut_off(page) == []
    assert nameless(page) == []
    assert unreached(page) == []
    page.filter.setText("nobody")
    QApplication.processEvents()
    assert cut_off(page) == []
    assert unreached(page) == []


def test_what_is_in_hand_is_the_account_that_is_chosen(page: PortfolioPage) -> None:
    """A command of the menus is about it."""
    assert page.in_hand == (MERCY, "")
    page.filter.setText("nobody")
    assert page.in_hand is None


def test_enter_or_a_double_click_opens_the_account(qtbot: QtBot, page: PortfolioPage) -> None:
    """The account itself, no record in it."""
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    wanted = QSignalSpy(page.record_wanted)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    page.table.doubleClicked.emit(page.table.currentIndex())
    page._buttons[0].click()
    northfield = ["northfield", ""]
    assert [wanted.at(at) for at in range(wanted.count())] == [[MERCY, ""], *[northfield] * 3]
    page.setFocus()
    assert page.find_here()
    assert page.filter.hasFocus()
    qtbot.keyClick(page.filter, Qt.Key.Key_Escape)
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_E, CONTROL)  # no key of the table
    assert not page.findChildren(QFileDialog)


def test_what_is_shown_is_saved_for_a_spreadsheet(
    qtbot: QtBot, page: PortfolioPage, tmp_path: Path
) -> None:
    """In its order, narrowed as it is; the dialog names the day."""
    page.aims._group.button(1).click()
    page.table.order(Column.ACCOUNT)
    page.table.order(Column.ACCOUNT)
    qtbot.keyClick(page.table, Qt.Key.Key_E)
    (dialog,) = page.findChildren(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "portfolio-2026-11-23.csv"
    path = tmp_path / "mine.csv"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert [each[0] for each in csv.reader(file)] == [
            *("Account", "Northfield Labs", "Mercy General")
        ]
    assert page._count.text() == "2 accounts saved in mine.csv"


def test_a_folder_that_refuses_is_said(page: PortfolioPage, tmp_path: Path) -> None:
    """And nothing is said to be saved."""
    failed = QSignalSpy(page.failed)
    page._export(str(tmp_path / "nowhere" / "mine.csv"))
    assert isinstance(failed.at(0)[0], JournalError)
    assert page._count.text() == "4 accounts"


def test_an_empty_journal_says_what_will_stand_here(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    """And offers the one next step, by a key as well."""
    with Journal.create(tmp_path / "empty.journal", clock) as journal:
        page = PortfolioPage(journal, theme)
        qtbot.addWidget(page)
        page.read()
        page.show()
        wanted = QSignalSpy(page.add_wanted)
        assert page.answer() == "There is no account yet."
        assert not page.table.isVisible()
        assert not page._filters.isVisible()
        qtbot.keyClick(page, Qt.Key.Key_N)
        page.add_button.click()
        assert wanted.count() == 2
        records.add(journal, "Add", Account(id=AccountId(RecordId("a")), name="Annex"))
        page.read()
        assert shown(page) == ["Annex"]
        qtbot.keyClick(page, Qt.Key.Key_N)
        assert wanted.count() == 2


def test_a_long_list_is_read_between_two_events(
    qtbot: QtBot, theme: Theme, journal: Journal
) -> None:
    """The window says how far it is; who leaves the page stops it, and who comes back goes on."""
    many = [Account(id=AccountId(RecordId(f"n{n}")), name=f"Clinic {n}") for n in range(3_000)]
    journal.write("Import", add=many)
    page = PortfolioPage(journal, theme)
    qtbot.addWidget(page)
    page.resize(796, 560)
    page.show()
    page.read()
    assert page.is_reading
    assert page.answer().startswith("Reading: ")
    assert page.answer().endswith("of 3004 accounts")
    assert not page.table.isVisible()
    assert not page._empty.isVisible()
    page.hide()
    assert not page.is_reading
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.read()
    page.setFocus()
    qtbot.waitUntil(lambda: not page.is_reading, timeout=30_000)
    assert len(shown(page)) == 3_004
    assert page.table.hasFocus()
    page.filter.setText("clinic 2999")
    assert shown(page) == ["Clinic 2999"]


def test_all_is_read_again_after_an_hour(
    qtbot: QtBot, qapp: QApplication, journal: Journal
) -> None:
    """By then a meeting may be past; and at midnight a promise is late."""
    reader = PortfolioReader(journal, qapp)
    reader.read()
    qtbot.waitUntil(lambda: not reader.is_reading)
    now = NOW
    journal._clock = lambda: now
    with closing(sqlite3.connect(journal.path)) as other:
        other.execute("UPDATE accounts SET name = 'Mercy West' WHERE id = 'mercy'")
        other.commit()
    reader.read()
    assert "Mercy West" not in {each.account.name for each in reader.rows}
    now = NOW + timedelta(hours=1)
    reader.read()
    qtbot.waitUntil(lambda: not reader.is_reading)
    assert "Mercy West" in {each.account.name for each in reader.rows}


def test_what_cannot_be_read_is_said(
    qtbot: QtBot, page: PortfolioPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At once, or in the middle; what was shown stays."""
    failed = QSignalSpy(page.failed)

    def refuse(*_arguments: object) -> object:
        message = "The disk is gone."
        raise JournalError(message)

    monkeypatch.setattr(portfolio, "last_change", refuse)
    page.read()
    assert failed.count() == 1
    monkeypatch.setattr(portfolio, "rows", refuse)
    page._reader._pending = [MERCY]
    page._reader._go_on()
    assert failed.count() == 2
    assert shown(page) == USUAL


def test_no_text_is_markup_and_rows_are_painted(
    qtbot: QtBot, page: PortfolioPage, theme: Theme
) -> None:
    """A chosen row stands on the accent; what is late is said in its colour."""
    for label in page.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    picture = page.table.viewport().grab().toImage()
    assert picture.pixelColor(4, 4) == theme.colours.accent
    row_px = page.table.rowHeight(0)
    flags = page.table.columnViewportPosition(Column.FLAGS.value)
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(flags, flags + 100)
        for y in range(row_px, 2 * row_px)
    }
    assert theme.colours.alarm.name() in colours


def test_at_twice_the_size_of_letters_no_word_of_the_short_columns_is_cut(
    qtbot: QtBot, page: PortfolioPage
) -> None:
    """The columns follow the letters."""
    font = page.table.font()
    font.setPixelSize(26)
    page.table.setFont(font)
    QApplication.processEvents()
    metrics = page.table.fontMetrics()
    for column, words in (
        (Column.OURS, "Outstanding"),
        (Column.LOST, "10 of 10"),
        (Column.TREND, "down 4"),
        (Column.LAST, "Nov 2014"),
    ):
        assert page.table.columnWidth(column.value) > metrics.horizontalAdvance(words)
    assert page.table.rowHeight(0) > metrics.height()
