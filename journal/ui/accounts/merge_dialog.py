"""Making one of two that are the same: whom, what becomes of them, and one button."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from journal.domain.errors import JournalError
from journal.domain.record import RecordId
from journal.operations import merging
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.operations.merging import Pick
from journal.ui.accounts.elided_buttons import ElidedButton
from journal.ui.accounts.merge_preview import MergePreview
from journal.ui.accounts.merge_subjects import Accounts, Named, Pairs, People, merge
from journal.ui.background import Progress, Work, Workbench
from journal.ui.shared.buttons import button_row, main_button, other_button
from journal.ui.shared.fitting import fit
from journal.ui.shared.form import Form, Scrolled
from journal.ui.shared.known_field import KnownField
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.tab_order import lead_tab
from journal.ui.shared.working_dialog import WorkingDialog
from journal.wording import _

_SIZE_PX = (680, 600)
_MOST_LIKELY = 4


class MergeDialog(WorkingDialog):
    """Says `merged` with the account and the record in it to show then."""

    merged = Signal(str, str)
    failed = Signal(object)

    def __init__(
        self,
        subjects: Accounts | People,
        workbench: Workbench,
        journal: Journal,
        kept: RecordId | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make it.

        Args:
            kept: Which one stays; None to be chosen here too.
        """
        super().__init__(workbench, _("Keeping a backup, then making one of two…"), parent)
        self.setWindowTitle(subjects.heading)
        self._subjects = subjects
        self._journal = journal
        self._pair: tuple[Named, Named] | None = None
        self._pairs: dict[RecordId | None, Pairs] = {}
        known = subjects.everyone()
        self._words = {each.id: each.words for each in known}
        self.kept = KnownField(_("This one stays"))
        self.other = KnownField(_("The same as"))
        for field in (self.kept, self.other):
            field.set_known(known)
            field.setPlaceholderText(_("any part of the name"))
        self.likely = _Likely(self._words)
        self.preview = MergePreview()
        self._problem = Label(kind=Kind.MUTE, wraps=True)
        self.merge_button = main_button(_("Merge"))
        self.swap = other_button(_("Keep the other one"))
        self._cancel = other_button(_("Cancel"))
        self._lay_out()
        self._connect()
        if kept is not None:
            _fill(self.kept, self._words.get(kept, ""))
        self._tell()
        first = self.kept if kept is None else self.other
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def problem(self) -> str:
        """Return why there is nothing to merge yet; empty where there is."""
        return self._problem.text()

    def _lay_out(self) -> None:
        form = Form()
        form.add(_("This one stays"), self.kept)
        form.add(_("The same as"), self.other)
        content = QWidget()
        inside = column(content, margins=(0, 0, 12, 0), gap=12)
        for each in (self.likely, self._problem, self.preview):
            inside.addWidget(each)
        inside.addStretch(1)
        buttons = button_row(self._cancel, self.merge_button, left=(self.swap,))
        whole = column(self, margins=(24, 20, 24, 16), gap=12)
        whole.addWidget(Label(self._subjects.heading, Kind.STATEMENT))
        whole.addWidget(form)
        whole.addWidget(Scrolled(_("What becomes of them"), content), 1)
        whole.addWidget(self.progress)
        whole.addLayout(buttons)
        fit(self, *_SIZE_PX)

    def _connect(self) -> None:
        for field in (self.kept, self.other):
            field.textChanged.connect(self._tell)
        self.likely.chosen.connect(self._pair_chosen)
        self.swap.clicked.connect(self._swap_clicked)
        self.merge_button.clicked.connect(self._merge_clicked)
        self._cancel.clicked.connect(self.leave)

    @Slot()
    def _tell(self) -> None:
        """Say who is likely, or what becomes of the two that are chosen."""
        kept, other = self.kept.known_id(), self.other.known_id()
        self._pair, preview = None, None
        problem = ""
        try:
            if kept is not None and other is not None and kept != other:
                self._pair = self._subjects.one(kept), self._subjects.one(other)
                preview = merging.preview(self._journal, *self._pair)
            is_open = preview is None and (kept is not None or not self.kept.text().strip())
            likely = self._likely_to(kept) if is_open else ()
        except JournalError as error:
            problem, likely = error.sentence, ()
        if not problem and preview is None:
            problem = _why(kept, other, has_likely=bool(likely))
        self.likely.show_pairs(likely, is_kept=kept is not None)
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        names = ("", "") if self._pair is None else (self._pair[0].name, self._pair[1].name)
        self.preview.show_pair(preview, *names)
        lead_tab(self.other, (*self.likely.buttons, *self.preview.stops()))
        for button in (self.merge_button, self.swap):
            button.setEnabled(preview is not None)

    def _likely_to(self, kept: RecordId | None) -> Pairs:
        """Return who is likely; thousands are not compared anew at each key."""
        if kept not in self._pairs:
            self._pairs[kept] = self._subjects.likely(kept)[:_MOST_LIKELY]
        return self._pairs[kept]

    @Slot(str, str)
    def _pair_chosen(self, kept: str, other: str) -> None:
        _fill(self.kept, self._words[RecordId(kept)])
        _fill(self.other, self._words[RecordId(other)])
        self.merge_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _swap_clicked(self) -> None:
        kept, other = self.kept.text(), self.other.text()
        _fill(self.kept, other)
        _fill(self.other, kept)

    @Slot()
    def _merge_clicked(self) -> None:
        if self._pair is not None:
            self.start(_merging(*self._pair, self.preview.picks()), self._merged)

    def _merged(self, change: Change) -> None:
        kept = self.kept.known_id()
        self._journal.announce(change)
        self.accept()
        if kept is not None:
            self.merged.emit(*self._subjects.place_of(kept))

    @override
    def work_failed(self, error: Exception) -> None:
        self._tell()
        self.failed.emit(error)

    @override
    def work_stopped(self) -> None:
        self._tell()

    @override
    def show_working(self) -> None:
        for each in (self.kept, self.other, self.preview, self.swap, self.merge_button):
            each.setEnabled(not self.is_working)


class _Likely(QWidget):
    """A button for each pair that may be the same."""

    chosen = Signal(str, str)

    def __init__(self, words: Mapping[RecordId, str]) -> None:
        super().__init__()
        self._words = words
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)

    @property
    def buttons(self) -> tuple["_PairButton", ...]:
        """One for each pair, the likeliest first."""
        return tuple(self.findChildren(_PairButton))

    def show_pairs(self, pairs: Pairs, *, is_kept: bool) -> None:
        """Show these and no others.

        Args:
            is_kept: Whether the first of each pair is known already.
        """
        for old in self.buttons:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        for kept, other in pairs:
            first, second = self._words.get(kept, ""), self._words.get(other, "")
            words = _("Perhaps {name}") if is_kept else _("{first}  =  {name}")
            button = _PairButton(words.format(first=first, name=second), kept, other)
            button.chosen.connect(self.chosen)
            self._rows.addWidget(button)
        self.setVisible(bool(pairs))


class _PairButton(ElidedButton):
    """Chooses a pair."""

    chosen = Signal(str, str)

    def __init__(self, words: str, kept: RecordId, other: RecordId) -> None:
        super().__init__(words)
        self._pair = kept, other
        self.clicked.connect(self._clicked)

    @Slot()
    def _clicked(self) -> None:
        self.chosen.emit(*self._pair)


def _merging(kept: Named, other: Named, picks: Mapping[str, Pick]) -> Work:
    def work(fellow: Journal, progress: Progress) -> Change:
        progress(_("Keeping a backup, then making one of two…"), 0, 0)
        return merge(fellow, kept, other, picks)

    return work


def _why(kept: RecordId | None, other: RecordId | None, *, has_likely: bool) -> str:
    """Say what is missing for a merge."""
    if kept is not None and kept == other:
        return _("That is the same one; choose another.")
    if has_likely:
        return _("Or type the name of the other one above.")
    return _("Type a name above; what becomes of each will stand here before anything is done.")


def _fill(field: KnownField, words: str) -> None:
    """Set a name of which one sees the beginning."""
    field.setText(words)
    field.setCursorPosition(0)
