"""What a start imports and makes until its first picture is on the screen."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.ui.case import write_case

HEAVY = (
    "sqlite_utils",
    "click",
    "pluggy",
    "dateutil",
    "reportlab",
    "PIL",
    "numpy",
    "icalendar",
    "importlib.metadata",
    "pypdfium2",
    "PySide6.QtPrintSupport",
    "PySide6.QtNetwork",
)
# Follows when the first picture is there.
LATER = (
    *("journal.analysis.", "journal.timeline.", "journal.brief.", "journal.ui.desk"),
    *("journal.domain.plan", "journal.domain.person", "journal.domain.relationship"),
    *("journal.terms", "journal.store.tables", "journal.operations.reading"),
    *("journal.ui.interior", "journal.ui.sidebar", "journal.ui.shared.labels"),
)

START = """
import json, sys
from datetime import UTC, datetime
from pathlib import Path
from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QTimer
from journal import app
from journal.ui.main_window import MainWindow

class Watched(MainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        if not hasattr(self, "told"):
            self.told = True
            print(json.dumps(sorted(sys.modules)), flush=True)
            print(json.dumps([*vars(QtCore), *vars(QtWidgets)]), flush=True)
            QTimer.singleShot(0, self.close)

app.MainWindow = Watched
app.show(Path(sys.argv[1]), datetime(2026, 11, 23, 8, 15, tzinfo=UTC))
"""


def test_the_first_picture_waits_for_no_heavy_library(tmp_path: Path) -> None:
    """Each of them would cost a third of the start; this holds on any machine, busy or not."""
    path = write_case(tmp_path / "case.journal")
    done = subprocess.run(
        [sys.executable, "-c", START, str(path)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=60,
    )
    loaded, made = (set(json.loads(line)) for line in done.stdout.splitlines())
    assert "journal.ui.first_look" in loaded
    assert loaded.isdisjoint(HEAVY)
    assert not {each for each in loaded if each.startswith(LATER)}
    # PySide makes a class when it is first asked for, with all enumerations in it: these have
    # more than a hundred of them, the price of a tenth of the start.
    assert "QMainWindow" in made
    assert made.isdisjoint({"Qt", "QStyle"})
