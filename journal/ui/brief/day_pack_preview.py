"""The briefs of a day before they are paper: of today, or of a day that comes."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from journal.domain.paper import Paper
from journal.operations.day_packs import daypack_pdf
from journal.operations.journal import Journal
from journal.ui.background import Workbench
from journal.ui.brief.preview import Document, DocumentPreview
from journal.ui.shared.pickers import Picker
from journal.ui.shared.words import day_words, full_day_words
from journal.ui.theme import Theme
from journal.wording import _


class DayPackPreview(DocumentPreview):
    """Begins with the first day; any other is a choice away."""

    def __init__(
        self,
        days: Sequence[date],
        today: date,
        workbench: Workbench,
        theme: Theme,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        """Begin at once.

        Args:
            days: At least one, each with a meeting.
            today: The laptop's.
            folder: See `DocumentPreview`.
        """
        super().__init__(_document(days[0]), workbench, theme, folder, parent)
        self._days = tuple(days)
        self.day = Picker(_("Day"))
        for each in self._days:
            self.day.addItem(_("Today") if each == today else day_words(each, today))
        self.day.setVisible(len(self._days) > 1)
        self.top.insertWidget(0, self.day)
        self.day.activated.connect(self._day_chosen)

    @Slot(int)
    def _day_chosen(self, position: int) -> None:
        self.show_document(_document(self._days[position]))


def _document(day: date) -> Document:
    return Document(
        title=_("Day pack: {day}").format(day=full_day_words(day)),
        file_name=_("day {day}.pdf").format(day=day.isoformat()),
        pdf=partial(_pdf, day),
        note=_("private"),
    )


def _pdf(day: date, journal: Journal, paper: Paper) -> bytes:
    return daypack_pdf(journal, day, paper=paper)
