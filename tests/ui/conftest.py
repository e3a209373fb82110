"""The real window on a real journal file, for the tests of the window."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from journal.operations import reading
from journal.operations.journal import Journal
from journal.ui.desk import Desk
from journal.ui.main_window import HEIGHT_PX, WIDTH_PX, MainWindow
from journal.ui.settings import Settings
from journal.ui.shared.account_view import AccountView, account_view
from journal.ui.theme import Scheme, Theme
from tests.ui.case import MERCY, clock, write_case


@pytest.fixture(scope="session")
def _theme(qapp: QApplication) -> Theme:
    return Theme(qapp, Scheme.LIGHT)


@pytest.fixture
def theme(_theme: Theme) -> Iterator[Theme]:
    """Bring the application's one theme back to light after the test."""
    yield _theme
    if _theme.scheme is not Scheme.LIGHT:
        _theme.choose(Scheme.LIGHT)


@pytest.fixture(scope="session")
def _written_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_case(tmp_path_factory.mktemp("case") / "case.journal")


@pytest.fixture
def case_path(_written_case: Path, tmp_path: Path) -> Path:
    """Give the test a copy of the case that nobody has open."""
    return Path(shutil.copy(_written_case, tmp_path / "case.journal"))


@pytest.fixture
def journal(case_path: Path) -> Iterator[Journal]:
    """Open the case."""
    with Journal.open(case_path, clock) as opened:
        yield opened


@pytest.fixture
def mercy(journal: Journal) -> AccountView:
    """Read the account to repair."""
    return account_view(reading.relationship(journal, MERCY), journal.now())


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Remember nothing yet."""
    return Settings(tmp_path / "window.ini")


@pytest.fixture
def window(
    qtbot: QtBot, journal: Journal, theme: Theme, settings: Settings
) -> Iterator[MainWindow]:
    """Show the window on the case, at 1280x800, with the account to repair."""
    made = MainWindow(journal, theme, settings)
    made.resize(WIDTH_PX, HEIGHT_PX)  # the screen of the tests is smaller
    with qtbot.waitSignal(made.first_painted):
        made.show()
    Desk(made, journal=journal, theme=theme, settings=settings).open_account(MERCY)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def ground(qtbot: QtBot) -> Iterator[QMainWindow]:
    """Show an empty window, over which an errand opens its dialogs."""
    made = QMainWindow()
    made.resize(1280, 800)
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.close()
    made.deleteLater()
