"""Keeps what the user writes: tells at the foot what is saved, and makes the backups.

Backups are made as `journal.operations.backups` says they are due: after the first save of a
day, every half hour of work, and at the end. They run beside the user's work.
"""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from journal.domain.errors import JournalError, NotFoundError
from journal.operations import backups, editing
from journal.operations.backups import INTERVAL, Kept, Occasion
from journal.operations.editing import Typed
from journal.operations.journal import Journal
from journal.ui.background import Progress, Workbench
from journal.ui.main_window import MainWindow
from journal.ui.not_saved import NotSaved
from journal.ui.saving import Saver, State
from journal.ui.shared.words import clock_words, short_day_words
from journal.wording import _


class Keeper(QObject):
    """Has the window's one `Saver`. `failed` says a `JournalError` that one should hear of.

    `let_go` is said where the user left a text to what the journal holds.
    """

    failed = Signal(object)
    let_go = Signal()

    def __init__(self, window: MainWindow, journal: Journal) -> None:
        super().__init__(window)
        self.saver = Saver(journal, self)
        self._window = window
        self._journal = journal
        self._workbench = Workbench(journal, self)
        self._problems: tuple[str, ...] = ()
        self._is_begun = self._is_busy = self._is_asked = False
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.setInterval(int(INTERVAL.total_seconds() * 1000))
        self._due.timeout.connect(self._back_up)
        self.saver.told.connect(self._told)
        self.saver.overtaken.connect(self._overtaken)
        self._not_saved = NotSaved(window, self.saver)
        self._not_saved.failed.connect(self.failed)

    def begin(self) -> None:
        """Make backups from now on."""
        self._is_begun = True
        self._tell_last(self._last_good())

    def take_note(self) -> None:
        """Hear that the journal was changed: say so at the foot, and see to the backup."""
        self.saver.say_saved(self._journal.now())
        if self._is_begun and not self._due.isActive():
            self._back_up()

    @Slot()
    def back_up_now(self) -> None:
        """Make a backup because the user asks for one."""
        self.saver.flush()
        self._is_asked = self._is_busy  # what is under way may be without what came last
        self._start(Occasion.ASKED)

    def finish(self) -> None:
        """Save what is left, and make the last backup; the window is hidden by now."""
        self.saver.flush()
        self._due.stop()
        self._is_asked = False
        self._workbench.finish()
        if self._is_begun:
            self._is_begun = False
            backups.keep_if_possible(self._journal, Occasion.EXIT)

    @Slot()
    def _back_up(self) -> None:
        self._start(Occasion.SAVE)

    def _start(self, occasion: Occasion) -> None:
        if self._is_busy:
            return
        self._is_busy = True
        self._due.start()
        if occasion is Occasion.ASKED:
            self._window.sidebar.say_backed_up(_("backing up…"))
        task = self._workbench.task(_keep_as_asked if occasion is Occasion.ASKED else _keep)
        task.done.connect(self._kept)
        task.failed.connect(self._failed)
        task.finished.connect(self._ended)
        self._workbench.start(task)

    @Slot()
    def _ended(self) -> None:
        self._is_busy = False
        if self._is_asked:
            self._is_asked = False
            self._start(Occasion.ASKED)

    @Slot(object)
    def _kept(self, kept: Kept) -> None:
        self._tell_last(None if kept.backup is None else kept.backup.at)
        if kept.problems != self._problems:  # a folder that is away is told once
            self._problems = kept.problems
            if kept.problems:
                self.failed.emit(JournalError(" ".join(kept.problems)))

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._tell_last(self._last_good())
        self.failed.emit(error)

    def _last_good(self) -> datetime | None:
        try:
            last = backups.last_good(self._journal)
        except JournalError:
            return None  # said when the next one is made
        return None if last is None else last.at

    def _tell_last(self, at: datetime | None) -> None:
        if at is None:
            self._window.sidebar.say_backed_up("")
            return
        now = self._journal.now()
        local = at.astimezone(now.tzinfo)
        is_of_today = local.date() == now.date()
        when = (
            clock_words(local.time()) if is_of_today else short_day_words(local.date(), now.date())
        )
        self._window.sidebar.say_backed_up(_("backed up {when}").format(when=when))

    @Slot(State, str)
    def _told(self, _state: State, words: str) -> None:
        self._window.sidebar.say(words)

    @Slot(Typed)
    def _overtaken(self, typed: Typed) -> None:
        from journal.ui.history.overtaken_dialog import OvertakenDialog

        held: str | None
        try:
            held = editing.held_text(self._journal, typed)
        except NotFoundError:
            held = None
        dialog = OvertakenDialog(self.saver, typed, held, self._window)
        dialog.finished.connect(self.let_go)
        dialog.open()


def _keep(fellow: Journal, _progress: Progress) -> Kept:
    return backups.keep_if_possible(fellow, Occasion.SAVE)


def _keep_as_asked(fellow: Journal, _progress: Progress) -> Kept:
    return backups.keep(fellow, Occasion.ASKED)
