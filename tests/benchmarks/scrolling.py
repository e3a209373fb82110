"""How long a frame of the table of meetings takes to paint while one scrolls.

    python -m tests.benchmarks.scrolling [--cache DIR]

The other side is the same table on QStandardItemModel: the same words in the same columns, painted
by Qt's own delegate. Both paint the same rows in turn.
"""

import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView

from journal.operations import reading
from journal.ui.meetings.table import MeetingTable
from journal.ui.meetings.table_model import MeetingTableModel
from journal.ui.shared.account_view import account_view
from tests.benchmarks.measuring import Verdict, milliseconds, on_the_crowd
from tests.benchmarks.stage import stage

FRAMES, WARM_UP = 101, 5
SIZE_PX = (1000, 600)
TARGET, FAILS_AT = 1.5, 2.2


def measure(crowd: Path) -> Iterator[Verdict]:
    """Scroll both by a third of a page a frame."""
    taken: dict[str, list[float]] = {"ours": [], "other": []}
    with stage(crowd) as standing:
        whole = reading.relationship(standing.journal, standing.largest())
        ours = MeetingTable(standing.theme)
        ours.show_account(account_view(whole, standing.journal.now()))
        tables = {"ours": ours, "other": _standard(ours)}
        for table in tables.values():
            table.resize(*SIZE_PX)
            table.show()
        standing.app.processEvents()
        last = min(table.verticalScrollBar().maximum() for table in tables.values())
        for frame in range(FRAMES + WARM_UP):
            for side, table in tables.items():
                table.verticalScrollBar().setValue(frame * 7 % last)
                frame_ms = milliseconds(table.viewport().repaint)
                if frame >= WARM_UP:
                    taken[side].append(frame_ms)
        for table in tables.values():
            table.close()
    median = {side: statistics.median(each) for side, each in taken.items()}
    yield Verdict(
        metric="table frame while scrolling",
        told=f"ours {median['ours']:.2f} ms, QStandardItemModel {median['other']:.2f} ms",
        value=median["ours"] / median["other"],
        target=TARGET,
        fails_at=FAILS_AT,
    )


def _standard(table: MeetingTable) -> QTableView:
    """Make the same table of Qt's own parts."""
    model = table.model()
    assert isinstance(model, MeetingTableModel)
    made = QTableView()
    standard = QStandardItemModel(model.rowCount(), model.columnCount(), made)
    for row in range(model.rowCount()):
        for column, words in enumerate(model.row(row).words):
            standard.setItem(row, column, QStandardItem(words))
    made.setModel(standard)
    made.setShowGrid(False)
    made.setWordWrap(False)
    made.verticalHeader().hide()
    made.verticalHeader().setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
    made.horizontalHeader().setStretchLastSection(True)
    for column in range(model.columnCount() - 1):
        made.setColumnWidth(column, table.columnWidth(column))
    return made


if __name__ == "__main__":
    sys.exit(on_the_crowd(measure))
