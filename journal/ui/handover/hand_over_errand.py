"""What opens the dialog in which an account is handed over."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMainWindow

from journal.domain.errors import JournalError
from journal.domain.record import AccountId, RecordId
from journal.operations import reading
from journal.operations.journal import Journal
from journal.ui.background import Workbench
from journal.ui.saving import Saver
from journal.ui.shared.known_field import Known
from journal.wording import _


class HandOverErrand(QObject):
    """Opens it over the window; it is imported when it is asked for."""

    failed = Signal(object)

    def __init__(
        self, window: QMainWindow, *, journal: Journal, saver: Saver, workbench: Workbench
    ) -> None:
        super().__init__(window)
        self._window = window
        self._journal = journal
        self._saver = saver
        self._workbench = workbench

    @Slot(str)
    def hand_over(self, account_id: str) -> None:
        """Ask to whom an account goes, from when on, and with which notes."""
        from journal.operations.handing_over import preview
        from journal.ui.handover.dialog import HandOverDialog

        self._saver.flush()
        try:
            leaving = preview(self._journal, AccountId(RecordId(account_id)))
            known = tuple(self._colleagues())
        except JournalError as error:
            self.failed.emit(error)
            return
        dialog = HandOverDialog(self._journal, leaving, known, self._workbench, self._window)
        dialog.failed.connect(self.failed)
        dialog.open()

    def _colleagues(self) -> Iterator[Known]:
        """Yield who is nobody of a customer's."""
        theirs = {each.person_id for each in reading.acquaintances(self._journal)}
        for each in reading.everybody(self._journal):
            if each.id not in theirs:
                words = _("{name} (you)").format(name=each.name) if each.is_self else each.name
                yield Known(id=each.id, words=words)
