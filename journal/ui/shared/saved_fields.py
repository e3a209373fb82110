"""Fields whose text reaches the journal by itself; see `journal.ui.saving`."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from journal.domain.record import Record
from journal.operations.editing import Typed, text_of
from journal.ui.saving import Saver

# Who looks at another window or a menu goes on typing where the cursor was.
_COMES_BACK = frozenset(
    {
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)


class _Link(QObject):
    """Ties one widget to one field of one record at a time."""

    def __init__(self, saver: Saver, *, needs_text: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._saver = saver
        self._needs_text = needs_text
        self._typed: Typed | None = None
        self._is_over = False
        saver.saved.connect(self._saved)
        saver.destroyed.connect(self._end)

    def bind(self, record: Record, field: str, name: str) -> str:
        """Tie it to a field, and return what to show: what is not saved yet goes first."""
        held = text_of(record, field)
        self._typed = Typed(
            kind=type(record), id=record.id, field=field, before=held, text=held, name=name
        )
        unsaved = self._saver.unsaved_text(record.id, field)
        return held if unsaved is None else unsaved

    def unbind(self) -> None:
        """Tie it to nothing; what is typed then is nobody's yet."""
        self._typed = None

    def take(self, text: str) -> None:
        """Pass on what was typed; a field that needs a text keeps its last one."""
        if self._typed is None or (self._needs_text and not text.strip()):
            return
        self._saver.take(replace(self._typed, text=text))

    def leave(self) -> str | None:
        """Save now; return the text to show where the field was left without the one it needs."""
        if self._is_over:
            return None
        self._saver.flush()
        return None if self._typed is None or not self._needs_text else self._typed.before

    @Slot()
    def _end(self) -> None:
        """Hear that the window goes with all that is in it; the focus is taken even then."""
        self._is_over = True

    @Slot(Typed)
    def _saved(self, typed: Typed) -> None:
        mine = self._typed
        if mine is not None and (mine.id, mine.field) == (typed.id, typed.field):
            self._typed = replace(typed, before=typed.text)


class SavedLine(QLineEdit):
    """One line of text, saved by itself."""

    def __init__(
        self, saver: Saver, name: str, *, needs_text: bool = False, parent: QWidget | None = None
    ) -> None:
        """Make it.

        Args:
            name: For a screen reader.
            needs_text: Whether an empty text is never saved, like that of an account's name.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self._link = _Link(saver, needs_text=needs_text, parent=self)
        self.textEdited.connect(self._edited)

    def bind(self, record: Record, field: str, name: str) -> None:
        """Show a field of a record, and save what is typed as a change of that name."""
        is_other = _show(self, self._link.bind(record, field, name), self.text, self.setText)
        if is_other and not self.hasFocus():
            self.setCursorPosition(0)  # of a long text one reads the beginning

    def unbind(self) -> None:
        """Show nothing, and save nothing until it is bound again."""
        self._link.unbind()
        _show(self, "", self.text, self.setText)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        held = self._link.leave()
        if held is not None and not self.text().strip():
            self.setText(held)
        if event.reason() not in _COMES_BACK:
            self.setCursorPosition(0)

    @Slot(str)
    def _edited(self, text: str) -> None:
        self._link.take(text)


class SavedText(QPlainTextEdit):
    """A text of several lines, saved by itself; Tab leaves it."""

    def __init__(
        self, saver: Saver, name: str, *, needs_text: bool = False, parent: QWidget | None = None
    ) -> None:
        """Make it; the arguments are those of `SavedLine`."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._link = _Link(saver, needs_text=needs_text, parent=self)
        self.textChanged.connect(self._edited)

    def bind(self, record: Record, field: str, name: str) -> None:
        """Show a field of a record, and save what is typed as a change of that name."""
        _show(self, self._link.bind(record, field, name), self.toPlainText, self.setPlainText)

    def unbind(self) -> None:
        """Show nothing, and save nothing until it is bound again."""
        self._link.unbind()
        _show(self, "", self.toPlainText, self.setPlainText)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        held = self._link.leave()
        if held is not None and not self.toPlainText().strip():
            with QSignalBlocker(self):
                self.setPlainText(held)

    @Slot()
    def _edited(self) -> None:
        self._link.take(self.toPlainText())


def _show(
    field: QWidget, text: str, shown: Callable[[], str], set_text: Callable[[str], None]
) -> bool:
    """Set a text without saying so; False, and the cursor stays, where it is there already."""
    if shown() == text:
        return False
    with QSignalBlocker(field):
        set_text(text)
    return True
