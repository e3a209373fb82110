"""A line for a name, which offers those that are known: so nobody is entered twice."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from journal.domain.record import RecordId
from journal.ui.shared.name_completer import NameCompleter


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Somebody or something that may be meant.

    Attributes:
        words: The name, with what tells it from others of that name.
    """

    id: RecordId
    words: str


class KnownField(QLineEdit):
    """Any part of a name finds it; what stands in the line may also be new."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._by_words: dict[str, RecordId] = {}
        self._offered = NameCompleter(self)

    def set_known(self, known: Iterable[Known]) -> None:
        """Offer these; of two that read the same, the first."""
        self._by_words = {}
        shown = []
        for each in known:
            if each.words.casefold() not in self._by_words:
                self._by_words[each.words.casefold()] = each.id
                shown.append(each.words)
        self._offered.set_names(shown)

    def known_id(self) -> RecordId | None:
        """Return which known one stands in the line; None for a new name."""
        return self._by_words.get(self.text().strip().casefold())
