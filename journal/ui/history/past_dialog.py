"""What was done to one record: when, by which action, and from what to what."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from journal.operations.past import Past
from journal.ui.history.words import change_words, past_words, title_words
from journal.ui.shared.entries import Entry, EntryList
from journal.ui.shared.fitting import fit
from journal.ui.shared.labels import ElidedLabel, Kind, column
from journal.ui.shared.words import full_day_words
from journal.ui.theme import Theme
from journal.wording import _

_SIZE_PX = (640, 480)


class PastDialog(QDialog):
    """Shows the past of a record, latest first."""

    def __init__(
        self, theme: Theme, title: str, pasts: Sequence[Past], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("What changed"))
        fit(self, *_SIZE_PX)
        heading = title_words(pasts[0].of, title) if pasts else _("Nothing is known of its past.")
        self.entries = EntryList(theme, _("What changed"))
        self.entries.show_entries(_entries(pasts))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        content = column(self, margins=(24, 20, 24, 16), gap=12)
        content.addWidget(ElidedLabel(heading, Kind.STATEMENT))
        content.addWidget(self.entries, 1)
        content.addWidget(buttons)


def _entries(pasts: Sequence[Past]) -> Iterator[Entry]:
    for past in pasts:
        lines = [change_words(past, each) for each in past.changes]
        yield Entry(
            lead=past_words(past),
            text=" · ".join(lines),
            note=_moment_words(past.at.astimezone()),
        )


def _moment_words(moment: datetime) -> str:
    return f"{full_day_words(moment.date())}, {moment:%H:%M}"
