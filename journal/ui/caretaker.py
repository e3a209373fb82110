"""Looks after the journal that is open, and says calmly what threatens it.

Where it lies is looked at once the window stands; then the full check runs beside the user's
work. What is found waits in a bar until the user has taken note of it.
"""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from journal.domain.errors import DamagedJournalError, JournalError
from journal.operations import backups
from journal.operations.journal import Journal
from journal.operations.opening import Notice, Offer, look_through, warnings
from journal.ui.background import Progress, Workbench
from journal.ui.settings import Settings
from journal.ui.shared.notice_bar import NoticeBar
from journal.ui.shared.words import clock_words, day_words
from journal.wording import _

# So many stand in the message itself; more are shown in it on request.
_LINES_SHOWN = 12


class Caretaker(QObject):
    """Keeps what there is to say in order, and lets the bar say one thing at a time.

    `move_wanted` and `compare_wanted` say that the user takes such an offer.
    """

    move_wanted = Signal()
    compare_wanted = Signal()

    def __init__(
        self, window: QWidget, *, journal: Journal, settings: Settings, bar: NoticeBar
    ) -> None:
        super().__init__(window)
        self._window = window
        self._journal = journal
        self._settings = settings
        self._bar = bar
        self._workbench = Workbench(journal, self)
        self._notices: list[Notice] = []
        bar.offer_taken.connect(self._take_offer)
        bar.details_wanted.connect(self._tell_details)
        bar.dismissed.connect(self._take_note)

    def look(self) -> None:
        """Look around the journal, and begin to look through it."""
        rest = self._rest()
        if rest is not None:
            self._add(rest)
        for notice in warnings(self._journal):
            if not self._settings.is_known(self._path, notice.sentence):
                self._add(notice)
        task = self._workbench.task(_look_through)
        task.done.connect(self._looked_through)
        task.failed.connect(self._failed)
        self._workbench.start(task)

    @Slot(str)
    def tell(self, sentence: str) -> None:
        """Let the bar say something that was done, until the user has read it."""
        self._add(Notice(sentence=sentence))

    def finish(self) -> None:
        """Give up the check; it ends within milliseconds."""
        self._workbench.finish()

    @property
    def _path(self) -> Path:
        return self._journal.path.absolute()

    def _add(self, notice: Notice) -> None:
        self._notices.append(notice)
        if len(self._notices) == 1:
            self._say_first()

    def _say_first(self) -> None:
        if self._notices:
            first = self._notices[0]
            self._bar.say(
                first.sentence,
                has_details=bool(first.details),
                offer=_offer_words(first.offer),
                may_go=first.offer is not Offer.LOOKED,
            )
        else:
            self._bar.say("")

    @Slot(object)
    def _looked_through(self, notice: Notice | None) -> None:
        if notice is not None:
            self._add(notice)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        # Anything else says nothing of the journal; the log has it.
        if isinstance(error, DamagedJournalError):
            self._add(Notice(sentence=error.sentence, details=error.details))

    def _rest(self) -> Notice | None:
        """Say that the journal was restored, for as long as automatic backups rest."""
        try:
            rest = backups.rest(self._journal)
        except JournalError:
            return None  # whoever makes the next backup says that the folder is away
        if rest is None:
            return None
        now = self._journal.now()
        source = rest.restored_from.name
        if rest.made_at is not None:
            at = rest.made_at.astimezone(now.tzinfo)
            source = f"{day_words(at.date(), now.date())} {clock_words(at.time())}"
        return Notice(
            sentence=_(
                "Restored from {source}; automatic backups rest until you have looked."
            ).format(source=source),
            offer=Offer.LOOKED,
        )

    @Slot()
    def _take_offer(self) -> None:
        match self._notices[0].offer:
            case Offer.MOVE:
                self.move_wanted.emit()
            case Offer.COMPARE:
                self.compare_wanted.emit()
            case _:
                self._end_rest()

    def _end_rest(self) -> None:
        try:
            backups.looked(self._journal)
        except JournalError as error:
            self._tell(error)
        else:
            self._take_note()

    @Slot()
    def _tell_details(self) -> None:
        first = self._notices[0]
        if first.details.count("\n") < _LINES_SHOWN:
            self._tell(JournalError(f"{first.sentence}\n\n{first.details}"))
        else:
            self._tell(JournalError(first.sentence, first.details))

    def _tell(self, error: JournalError) -> None:
        from journal.ui import failures

        failures.show(self._window, error)

    @Slot()
    def _take_note(self) -> None:
        notice = self._notices.pop(0)
        if notice.is_named_once:
            self._settings.know(self._path, notice.sentence)
        self._say_first()


def _offer_words(offer: Offer | None) -> str:
    if offer is None:
        return ""
    return {
        Offer.MOVE: _("Move to another folder…"),
        Offer.COMPARE: _("Compare…"),
        Offer.LOOKED: _("I have looked"),
    }[offer]


def _look_through(fellow: Journal, progress: Progress) -> Notice | None:
    return look_through(fellow, progress.is_wanted)
