"""Where Tab goes: as the eye does, also to what came later."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget


def lead_tab(before: QWidget, following: Iterable[QWidget]) -> None:
    """Let Tab go from a widget on to these; what is made late would else come after all else."""
    for each in following:
        QWidget.setTabOrder(before, each)
        before = each
