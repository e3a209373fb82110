"""What a restore would bring: shown beside the list, before anything is done."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from journal.operations.restoring import Comparison
from journal.ui.backups.words import kind_entries, last_change_words, restore_words
from journal.ui.shared.entries import EntryList
from journal.ui.shared.labels import ElidedLabel, Kind, Label, column
from journal.ui.theme import Theme
from journal.wording import _


class PreviewPanel(QWidget):
    """Empty until something was chosen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ElidedLabel(kind=Kind.STRONG)
        self._note = Label(kind=Kind.MUTE, wraps=True)
        self._answer = Label(wraps=True)
        self._alarm = Label(kind=Kind.ALARM, wraps=True)
        self.kinds = EntryList(theme, _("What would differ, by kind"))
        self.kinds.setMinimumHeight(64)
        content = column(self, margins=(0, 0, 0, 0), gap=8)
        for each in (self._name, self._note, self._alarm, self._answer):
            content.addWidget(each)
        content.addWidget(self.kinds, 1)
        content.addStretch(0)
        self.show_nothing("")

    def said(self) -> str:
        """Return all that is said, save the rows."""
        texts = (self._name, self._note, self._alarm, self._answer)
        return "\n".join(each.text() for each in texts if each.text())

    def show_nothing(self, words: str) -> None:
        """Show nothing but perhaps why."""
        self._tell(answer=words)

    def show_looking(self, name: str) -> None:
        """Say that a file is being looked into."""
        self._tell(name=name, answer=_("Looking into it…"))

    def show_refused(self, name: str, sentence: str) -> None:
        """Say why nothing can be restored from a file."""
        self._tell(name=name, alarm=sentence)

    def show_comparison(self, name: str, comparison: Comparison, now: datetime) -> None:
        """Show what restoring a file would bring."""
        is_same = comparison.preview.is_same_journal
        self._tell(
            name=name,
            note=last_change_words(comparison, now),
            alarm="" if is_same else _("This is a backup of another journal."),
            answer=restore_words(comparison),
        )
        entries = tuple(kind_entries(comparison))
        self.kinds.show_entries(entries)
        self.kinds.setVisible(len(entries) > 1)  # one is said in the sentence

    def _tell(self, *, name: str = "", note: str = "", alarm: str = "", answer: str = "") -> None:
        self.kinds.setVisible(False)
        for label, words in (
            (self._name, name),
            (self._note, note),
            (self._alarm, alarm),
            (self._answer, answer),
        ):
            label.setText(words)
            label.setVisible(bool(words))
