"""Saving without a button: what is typed reaches the file by itself.

A text is saved after half a second's rest, two seconds after the first key at the latest, and
at once when `flush` is called: on leaving a field or a page, before anything is printed, on
closing. "Saved" is said only after the file has taken it.
"""

from dataclasses import replace
from datetime import datetime
from enum import StrEnum, auto

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from journal.domain.errors import JournalError, NotFoundError, OvertakenError
from journal.domain.record import RecordId
from journal.operations import editing
from journal.operations.editing import Typed
from journal.operations.journal import Journal
from journal.wording import _

REST_MS = 500
LATEST_MS = 2_000
RETRY_MS = 2_000
# From then on, a copy in another place is offered.
PATIENCE_MS = 10_000

Field = tuple[RecordId, str]


class State(StrEnum):
    """What became of what was typed."""

    EDITING = auto()
    SAVING = auto()
    SAVED = auto()
    NOT_SAVED = auto()


class Saver(QObject):
    """Holds what was typed until the file has it; on an error for as long as it takes.

    `told` says what the foot of the window shows. `saved` is said for each text that the file
    has taken. `overtaken` is said where the field was changed by somebody else meanwhile, or
    its record is gone: the text waits until `keep_mine` or `let_go` is called. `copy_wanted`
    is said once where saving has failed for ten seconds.
    """

    told = Signal(State, str)
    saved = Signal(Typed)
    overtaken = Signal(Typed)
    copy_wanted = Signal()

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._waiting: dict[Field, Typed] = {}
        self._contested: dict[Field, Typed] = {}
        # Of what is being saved right now: who hears of it may go on typing.
        self._written: dict[Field, str] = {}
        self._failing = QElapsedTimer()
        self._is_offered = False
        self._rest = _timer(self, REST_MS)
        self._latest = _timer(self, LATEST_MS)
        self._retry = _timer(self, RETRY_MS)
        self._rest.timeout.connect(self.flush)
        self._latest.timeout.connect(self.flush)
        self._retry.timeout.connect(self._try_again)

    @property
    def unsaved(self) -> tuple[Typed, ...]:
        """What the file does not have yet, in the order in which it was begun."""
        return (*self._contested.values(), *self._waiting.values())

    def unsaved_text(self, record_id: RecordId, field: str) -> str | None:
        """Return what was typed into a field and is not in the file; None where nothing is."""
        typed = self._waiting.get((record_id, field)) or self._contested.get((record_id, field))
        return None if typed is None else typed.text

    def take(self, typed: Typed) -> None:
        """Hold what stands in a field now; saved soon."""
        field = _field(typed)
        earlier = self._waiting.get(field)
        before = self._written.get(field, typed.before) if earlier is None else earlier.before
        self._waiting[field] = replace(typed, before=before, text=_storable(typed.text))
        if self._retry.isActive():
            return  # it is tried again anyway, and until then the foot goes on saying why
        self.told.emit(State.EDITING, _("Editing"))
        self._rest.start()
        if not self._latest.isActive():
            self._latest.start()

    @Slot()
    def flush(self) -> bool:
        """Save all of it now; True where nothing is left that is not saved."""
        self._rest.stop()
        self._latest.stop()
        if not self._waiting:
            return not self._contested
        self.told.emit(State.SAVING, _("Saving"))
        for field in tuple(self._waiting):
            typed = self._waiting.pop(field, None)
            if typed is None:
                continue  # whoever heard of an earlier one left a field, and so saved this one
            self._written[field] = typed.text
            try:
                editing.save_typed(self._journal, typed)
            except (OvertakenError, NotFoundError):
                self._contested[field] = typed
                self.overtaken.emit(typed)
            except JournalError as error:
                self._waiting = {field: typed, **self._waiting}
                self._refused(error)
                return False
            else:
                self.saved.emit(typed)
            finally:
                self._written.pop(field, None)
        self._succeeded()
        return not self.unsaved

    def say_saved(self, at: datetime) -> None:
        """Tell the foot that something was saved at that moment, by whatever operation.

        Not while anything else is not.
        """
        if not self.unsaved:
            self.told.emit(State.SAVED, _("Saved {time}").format(time=f"{at:%H:%M:%S}"))

    def ask_again(self) -> bool:
        """Say `overtaken` once more for what waits for a word; False where nothing does."""
        for typed in tuple(self._contested.values()):
            self.overtaken.emit(typed)
        return bool(self._contested)

    def keep_mine(self, typed: Typed) -> None:
        """Save a text that was overtaken over what the journal holds now.

        Raises:
            NotFoundError: if the record is gone.
        """
        held = editing.held_text(self._journal, typed)
        self._contested.pop(_field(typed), None)
        self.take(replace(typed, before=held))
        self.flush()

    def let_go(self, typed: Typed) -> None:
        """Give a text up that was overtaken, or that can never be saved."""
        self._contested.pop(_field(typed), None)
        self._waiting.pop(_field(typed), None)

    def _succeeded(self) -> None:
        self._retry.stop()
        self._failing.invalidate()
        self._is_offered = False
        if self._waiting:
            self._rest.start()
        elif self._contested:
            self.told.emit(State.NOT_SAVED, _("Not saved: it was changed elsewhere"))
        else:
            self.say_saved(self._journal.now())

    def _refused(self, error: JournalError) -> None:
        self.told.emit(State.NOT_SAVED, _("Not saved: {why}").format(why=error.sentence))
        if not self._failing.isValid():
            self._failing.start()
        self._retry.start()
        if self._failing.hasExpired(PATIENCE_MS) and not self._is_offered:
            self._is_offered = True
            self.copy_wanted.emit()

    @Slot()
    def _try_again(self) -> None:
        """Save once more through a fresh connection; the file may be another one by now."""
        try:
            editing.reconnect(self._journal)
        except JournalError as error:
            self._refused(error)
        else:
            self.flush()


def _field(typed: Typed) -> Field:
    return typed.id, typed.field


def _storable(text: str) -> str:
    """Replace halves of characters, which a clipboard may hold and no file takes."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _timer(parent: QObject, ms: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(ms)
    return timer
