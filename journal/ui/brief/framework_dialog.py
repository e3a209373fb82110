"""The page to share: what is on it, what stays home, and what they said to it afterwards."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from journal.domain.document import IssuedDocument, IssuedLine
from journal.domain.errors import JournalError, NoRoomError, OvertakenError
from journal.domain.framework import Framework
from journal.domain.paper import Paper
from journal.domain.record import AccountId, Agreement
from journal.operations import framework
from journal.operations.change import Change
from journal.operations.framework import Version
from journal.operations.journal import Journal
from journal.ui.background import Progress, Work, Workbench
from journal.ui.bridge import Bridge
from journal.ui.brief.answers import Answers
from journal.ui.brief.framework_rows import Row, draft_rows, version_rows, version_words
from journal.ui.brief.line_list import LineList
from journal.ui.brief.preview import Document, DocumentPreview, Set
from journal.ui.saving import Saver
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.buttons import other_button
from journal.ui.shared.fitting import fit
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.pickers import Picker
from journal.ui.shared.undo_keys import UndoKeys
from journal.ui.theme import Theme
from journal.wording import _, ngettext

_SIZE_PX = (1180, 760)
_BESIDE_PX = 400
_LINES_PX = 120  # at least


class FrameworkDialog(DocumentPreview):
    """The draft with its lines to tick, or a version that was issued with their answers."""

    failed = Signal(object)

    def __init__(
        self,
        view: AccountView,
        *,
        saver: Saver,
        workbench: Workbench,
        theme: Theme,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with the draft.

        Args:
            folder: Only the user's, and gone with the window: for the system's viewer.
        """
        self._view = view
        self._account = view.relationship.account
        self._journal = journal = workbench.journal
        self._draft = framework.draft(journal, self._account.id)
        self._versions: tuple[Version, ...] = ()
        self._names = self._draft.framework.recipients or _invited(view)
        super().__init__(self._document_of(None), workbench, theme, folder, parent)
        self.which = Picker(_("Version"))
        self.recipients = QLineEdit(", ".join(self._names))
        self.issue_button = other_button(_("Issue"))
        self.lines = LineList(theme, _("Lines that may be shared"))
        self.answers = Answers(saver)
        self._hint = Label(kind=Kind.MUTE, wraps=True)
        self._saver = saver
        self._undo_keys = UndoKeys(journal, saver, self)
        self._bridge = Bridge(journal, self)
        self._lay_out_lines()
        self._connect_lines()
        self._list_versions()
        self.lines.choose(0)
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def version(self) -> Version | None:
        """The version that is shown; None for the draft."""
        position = self.which.currentIndex() - 1
        return self._versions[position] if position >= 0 else None

    @override
    def done(self, result: int) -> None:
        self.answers.leave()
        self._saver.flush()
        self._bridge.close()
        super().done(result)

    @override
    def show_set(self, made: Set) -> None:
        if self.version is None:
            self._show_draft(made.refusal)
        self.issue_button.setEnabled(made.refusal is None)

    @override
    def refusal_words(self, refusal: JournalError) -> str:
        if not isinstance(refusal, NoRoomError):
            return super().refusal_words(refusal)
        count = len(refusal.records)
        return ngettext(
            "The page does not hold all of it at 9 points: keep the line at home that is marked "
            "“does not fit any more”, or shorten others.",
            "The page does not hold all of it at 9 points: keep the {count} lines at home that "
            "are marked “does not fit any more”, or shorten others.",
            count,
        ).format(count=count)

    def _lay_out_lines(self) -> None:
        fit(self, *_SIZE_PX)
        self.recipients.setAccessibleName(_("For discussion with"))
        self.recipients.setPlaceholderText(_("names, with commas between"))
        self.recipients.setToolTip(_("Who gets the page; their names stand on it"))
        self.issue_button.setToolTip(
            _("Keeps this version with its day, its recipients and its file")
        )
        self._print.setDefault(False)  # Enter in the list is no word for it
        self.top.addWidget(self.issue_button)
        beside = QWidget()
        beside.setFixedWidth(_BESIDE_PX)
        self.lines.setMinimumHeight(_LINES_PX)
        inside = column(beside, margins=(0, 0, 0, 0), gap=8)
        self._for = Label(_("For discussion with"), Kind.LABEL)
        inside.addWidget(self.which)
        inside.addWidget(self._for)
        inside.addWidget(self.recipients)
        inside.addWidget(self._hint)
        inside.addWidget(self.lines, 1)
        inside.addWidget(self.answers)
        self.middle.insertWidget(0, beside)

    def _connect_lines(self) -> None:
        self._bridge.changed.connect(self._changed)
        self._undo_keys.failed.connect(self.failed)
        self.which.activated.connect(self._version_chosen)
        self.recipients.editingFinished.connect(self._renamed)
        self.issue_button.clicked.connect(self._issue_clicked)
        self.lines.lines.ticked.connect(self._ticked)
        self.lines.chosen.connect(self._line_chosen)
        self.lines.answered.connect(self._answered_by_key)
        self.answers.answered.connect(self._answered)

    def _read(self) -> None:
        """Read all of it again; what is shown stays."""
        self._draft = framework.draft(self._journal, self._account.id)
        self._list_versions()

    def _list_versions(self) -> None:
        shown = self.version
        self._versions = framework.versions(self._journal, self._account.id)
        today = self._journal.today()
        with QSignalBlocker(self.which):
            self.which.clear()
            self.which.addItem(_("Draft {version}").format(version=self._draft.framework.version))
            self.which.addItems([version_words(each, today) for each in self._versions])
            ids = [each.document.id for each in self._versions]
            found = shown is not None and shown.document.id in ids
            self.which.setCurrentIndex(ids.index(shown.document.id) + 1 if found and shown else 0)
        self.which.setVisible(bool(self._versions))
        self._show()

    def _show(self) -> None:
        version = self.version
        is_draft = version is None
        for each in (self._for, self.recipients, self.issue_button):
            each.setVisible(is_draft)
        self.answers.setVisible(not is_draft)
        if version is None:
            self._show_draft()
        else:
            self._hint.setText(_("A agreed, C changed, D declined, N not raised."))
            self.lines.show_rows(version_rows(version))
            self._line_chosen(self.lines.chosen_row)

    def _show_draft(self, refusal: JournalError | None = None) -> None:
        self._hint.setText(_("Space puts a line on the page, or keeps it at home."))
        to_cut = refusal.records if isinstance(refusal, NoRoomError) else ()
        self.lines.show_rows(draft_rows(self._draft, to_cut=to_cut))

    def _document_of(self, version: Version | None) -> Document:
        name = self._account.name
        if version is None:
            return Document(
                title=_("The page to share: {account}").format(account=name),
                file_name="framework.pdf",
                pdf=partial(_draft_pdf, self._account.id, self._names),
                note=_("draft, as the customer will see it"),
            )
        number = version.document.version
        return Document(
            title=_("The page that was shared: {account}").format(account=name),
            file_name=f"framework-{number}.pdf",
            pdf=partial(_issued_pdf, version.document),
            note=_("version {number}, as it was issued").format(number=number),
        )

    @Slot(int)
    def _version_chosen(self, _position: int) -> None:
        self._show()
        self.lines.choose(0)
        self.show_document(self._document_of(self.version))

    @Slot(Change)
    def _changed(self, _change: Change) -> None:
        self._attempt(self._read)
        if self.version is None:
            self.show_document(self._document_of(None))

    @Slot()
    def _renamed(self) -> None:
        names = tuple(filter(None, (each.strip() for each in self.recipients.text().split(","))))
        if names != self._names:
            self._names = names
            self.show_document(self._document_of(None))

    @Slot(object, bool)
    def _ticked(self, row: Row, shareable: bool) -> None:  # noqa: FBT001  a slot's payload
        self._attempt(lambda: self._share(row, shareable=shareable))

    def _share(self, row: Row, *, shareable: bool) -> None:
        if row.kind is not None and row.record is not None:
            record = framework.shared_record(self._journal, row.kind, row.record)
            self.lines.pass_on()  # so that many are ticked one after the other
            framework.share(self._journal, record, shareable=shareable)

    @Slot(object)
    def _line_chosen(self, row: object) -> None:
        self.answers.show_line(self._issued(row))

    def _issued(self, row: object) -> IssuedLine | None:
        version = self.version
        if version is None or not isinstance(row, Row):
            return None
        return next((each for each in version.lines if each.id == row.record), None)

    @Slot(object, object)
    def _answered_by_key(self, row: Row, agreement: Agreement) -> None:
        line = self._issued(row)
        if line is not None:
            self._answered(line, agreement, "")

    @Slot(object, object, str)
    def _answered(self, line: IssuedLine, agreement: Agreement, wording: str) -> None:
        self._saver.flush()
        now = self._issued(self.lines.chosen_row)
        if now is None or now.id != line.id:
            return
        self._attempt(lambda: framework.note_agreement(self._journal, now, agreement, wording))
        if agreement is Agreement.CHANGED and not wording:
            self.answers.wording.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _issue_clicked(self) -> None:
        self._renamed()  # where a click does not leave the field
        self.issue_button.setEnabled(False)
        seen = self._draft.framework
        work = _issuing(self._account.id, self._names, self._chosen_paper(), seen)
        self._start(work, self._issued_now)

    @Slot(object)
    @override
    def _failed(self, error: Exception) -> None:
        super()._failed(error)
        if isinstance(error, OvertakenError):  # show what it is now
            self._attempt(self._read)
            self.show_document(self._document_of(self.version))
        elif self._set is not None:
            self.issue_button.setEnabled(self._set.refusal is None)

    @Slot(object)
    def _issued_now(self, change: Change) -> None:
        self._journal.announce(change)
        self.which.setCurrentIndex(1)
        self._version_chosen(1)

    def _attempt(self, verb: Callable[[], object]) -> None:
        try:
            verb()
        except JournalError as error:
            self.failed.emit(error)


def _invited(view: AccountView) -> tuple[str, ...]:
    if view.next_meeting is None:
        return ()
    return tuple(each.name for each in view.people_at(view.next_meeting))


def _draft_pdf(
    account: AccountId, recipients: Sequence[str], journal: Journal, paper: Paper
) -> bytes:
    return framework.framework_pdf(journal, account, paper=paper, recipients=recipients)


def _issued_pdf(document: IssuedDocument, journal: Journal, _paper: Paper) -> bytes:
    return framework.issued_pdf(journal, document)


def _issuing(account: AccountId, recipients: Sequence[str], paper: Paper, seen: Framework) -> Work:
    def work(fellow: Journal, progress: Progress) -> Change:
        progress(_("Issuing the page…"), 0, 0)
        return framework.issue(fellow, account, recipients=recipients, paper=paper, seen=seen)

    return work
