"""The brief before a meeting: for which meeting, its pages, and what it lacks."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from journal.analysis.missing import Missing, missing
from journal.domain.meeting import Meeting, Status
from journal.domain.paper import Paper
from journal.domain.record import AccountId, MeetingId
from journal.operations.briefing import brief_pdf
from journal.operations.journal import Journal
from journal.ui.background import Workbench
from journal.ui.brief.missing_words import gap_lines
from journal.ui.brief.preview import Document, DocumentPreview
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.fitting import fit
from journal.ui.shared.form import Scrolled
from journal.ui.shared.labels import column
from journal.ui.shared.link_rows import Section
from journal.ui.shared.pickers import Picker
from journal.ui.shared.words import when_words
from journal.ui.theme import Theme
from journal.wording import _

_WIDTH_PX, _HEIGHT_PX = 1120, 760
_ASIDE_PX = 240


class BriefPreview(DocumentPreview):
    """Begins with one meeting; any other that is planned is a choice away.

    `gap_chosen` says a `Missing` that the user wants to fill; the window has closed then.
    """

    gap_chosen = Signal(object)

    def __init__(
        self,
        view: AccountView,
        meeting: Meeting | None,
        workbench: Workbench,
        theme: Theme,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with a meeting; None for the account without one in view."""
        self._view = view
        self._meetings = _choices(view, meeting)
        super().__init__(_document(view, meeting), workbench, theme, folder, parent)
        fit(self, _WIDTH_PX, _HEIGHT_PX)
        self.meeting = Picker(_("Meeting"))
        for each in self._meetings:
            self.meeting.addItem(when_words(each.when, view.today))
        if meeting is not None:
            self.meeting.setCurrentIndex(self._meetings.index(meeting))
        self.meeting.setVisible(len(self._meetings) > 1)
        self.top.insertWidget(0, self.meeting)
        self._gaps: tuple[Missing, ...] = ()
        self.missing = Section(theme, _("Not known yet"))
        content = QWidget()
        inside = column(content, margins=(0, 0, 8, 0), gap=0)
        inside.addWidget(self.missing)
        inside.addStretch(1)
        self._aside = Scrolled(_("Not known yet"), content)
        self._aside.setFixedWidth(_ASIDE_PX)
        self.middle.addWidget(self._aside)
        self._tell_missing(meeting)
        self.meeting.activated.connect(self._meeting_chosen)
        self.missing.taken.connect(self._gap_taken)

    @Slot(int)
    def _meeting_chosen(self, position: int) -> None:
        meeting = self._meetings[position]
        self._tell_missing(meeting)
        self.show_document(_document(self._view, meeting))

    @Slot(str)
    def _gap_taken(self, key: str) -> None:
        gap = self._gaps[int(key)]
        self.accept()
        self.gap_chosen.emit(gap)

    def _tell_missing(self, meeting: Meeting | None) -> None:
        view = self._view
        self._gaps = missing(view.relationship, meeting=meeting, today=view.today)
        self.missing.show_lines(tuple(gap_lines(self._gaps, view)))
        self._aside.setVisible(bool(self._gaps))


def _choices(view: AccountView, meeting: Meeting | None) -> tuple[Meeting, ...]:
    """Return the one that is asked for and all that are still ahead, in order of time."""
    return tuple(
        each
        for each in view.relationship.meetings
        if each == meeting or (each.status is Status.PLANNED and not each.is_unrecorded(view.now))
    )


def _document(view: AccountView, meeting: Meeting | None) -> Document:
    account = view.relationship.account
    return Document(
        title=_("Brief: {account}").format(account=account.name),
        file_name="brief.pdf",
        pdf=partial(_pdf, account.id, None if meeting is None else meeting.id),
        note=_("private"),
    )


def _pdf(account: AccountId, meeting: MeetingId | None, journal: Journal, paper: Paper) -> bytes:
    return brief_pdf(journal, account, meeting=meeting, paper=paper)
