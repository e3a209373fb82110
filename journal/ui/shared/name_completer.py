"""Offers names below a line in which one is typed."""

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView


class NameCompleter(QCompleter):
    """Any part of a name finds it, in whichever letter case."""

    def __init__(self, line: QLineEdit) -> None:
        self._names = QStringListModel()
        super().__init__(self._names, line)
        self._names.setParent(self)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = self.popup()
        if isinstance(popup, QListView):  # else each key measures all rows, of which few are seen
            popup.setUniformItemSizes(True)
        line.setCompleter(self)

    def set_names(self, names: Iterable[str]) -> None:
        """Offer these, in this order."""
        self._names.setStringList(list(names))
