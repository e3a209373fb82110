"""Tables to read, one row a thing."""

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

INSET_PX = 8  # of the words in a cell


def only_read(table: QTableView, name: str) -> None:
    """Let a table be read and gone through by rows; Tab leaves it.

    Args:
        name: What a screen reader calls it.
    """
    table.setAccessibleName(name)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setCornerButtonEnabled(False)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.horizontalHeader().setHighlightSections(False)
