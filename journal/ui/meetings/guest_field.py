"""Who is to come: names that can be taken out again, and a line that finds or makes people."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from journal.domain.record import PersonId, Side
from journal.operations.people import Somebody
from journal.typed.people import Somebody as Named
from journal.typed.people import could_be, name_words, who
from journal.ui.meetings.chip import Chip
from journal.ui.shared.flow import Flow
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.name_completer import NameCompleter
from journal.wording import _

_LINE_PX = 150
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Somebody who may come.

    Attributes:
        person_id: None for somebody new.
        words: What tells two of a name apart, such as the title; may be empty.
    """

    name: str
    person_id: PersonId | None = None
    words: str = ""

    @property
    def somebody(self) -> Somebody:
        """The same for an operation."""
        return Somebody(known=self.person_id, name=self.name)


class GuestField(QWidget):
    """Says `added` and `removed` with a `Guest`; Backspace in the empty line takes out the last."""

    added = Signal(object)
    removed = Signal(object)

    def __init__(
        self, name: str, hint: str, *, takes_new: bool, parent: QWidget | None = None
    ) -> None:
        """Make it, with nobody chosen.

        Args:
            name: For a screen reader.
            hint: In the empty line.
            takes_new: Whether a name that nobody has makes a person.
        """
        super().__init__(parent)
        self._takes_new = takes_new
        self._known: tuple[Guest, ...] = ()
        self._elsewhere: tuple[Guest, ...] = ()
        self._chips: list[Chip[Guest]] = []
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(hint)
        self.line.setMinimumWidth(_LINE_PX)
        self._said = Label(kind=Kind.MUTE, wraps=True)
        self._said.hide()
        self._completer = NameCompleter(self.line)
        self.line.installEventFilter(self)
        rows = column(self, margins=(0, 0, 0, 0), gap=4)
        self._flow = Flow(gap=4)
        self._flow.addWidget(self.line)
        rows.addLayout(self._flow)
        rows.addWidget(self._said)
        self.setFocusProxy(self.line)
        self._connect()

    def set_known(self, known: Sequence[Guest], elsewhere: Sequence[Guest] = ()) -> None:
        """Offer these.

        Args:
            known: Any beginnings of their names find them.
            elsewhere: Only their whole names do.
        """
        self._known = tuple(known)
        self._elsewhere = tuple(elsewhere)
        self._completer.set_names(_words(each) for each in (*known, *elsewhere))

    def choose(self, guests: Iterable[Guest]) -> None:
        """Choose these and nobody else, without saying so."""
        guests = tuple(guests)
        if guests == self.chosen():
            return
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._chips = []
        for guest in guests:
            self._put_in(guest)

    def chosen(self) -> tuple[Guest, ...]:
        """Return who is chosen, in the order of choosing."""
        return tuple(chip.who for chip in self._chips)

    def words(self) -> str:
        """Return what stands below the line."""
        return self._said.text()

    @Slot()
    def finish(self) -> bool:
        """Take who is typed; False where that may be several, or nobody who is known."""
        typed = self.line.text().strip()
        if not typed:
            self._say("")
            return True
        found = self._meant(typed)
        if isinstance(found, str):
            self._say(found, is_refused=True)
            return False
        self.line.clear()
        self._say("")
        if found.person_id is None or found not in self.chosen():
            self._put_in(found)
            self.added.emit(found)
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_plain = not event.modifiers() or event.modifiers() == _KEYPAD
            if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self._chips:
                self._take_out(self._chips[-1])
                return True
            if event.key() in _ENTER and is_plain and self.line.text().strip():
                self.finish()
                return True
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.line.textEdited.connect(self._edited)
        self.line.editingFinished.connect(self.finish)
        # Queued: the completer writes into the line once more after it has said so.
        self._completer.activated.connect(self.finish, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _edited(self) -> None:
        typed = self.line.text().strip()
        found = self._meant(typed) if typed else ""
        if isinstance(found, str):
            self._say(found)
        elif found.person_id is None:
            self._say(_("Enter makes a new person of theirs: {name}").format(name=found.name))
        else:
            self._say(_("Enter adds {name}").format(name=_words(found)))

    def _meant(self, typed: str) -> Guest | str:
        """Return who is meant, or why that cannot be said."""
        everybody = (*self._known, *self._elsewhere)
        same = [each for each in everybody if typed.casefold() == _words(each).casefold()]
        if same:
            return same[0]
        by_id = {each.person_id: each for each in self._known if each.person_id is not None}
        named = [Named(id=key, name=one.name, side=Side.THEIRS) for key, one in by_id.items()]
        found = who(typed, named)
        if len(found) == 1:
            return by_id[found[0].id]
        if found or not self._takes_new:
            return could_be(typed, found)
        words = name_words(typed)
        namesakes = [each for each in self._elsewhere if name_words(each.name) == words]
        return namesakes[0] if len(namesakes) == 1 else Guest(name=typed)

    def _put_in(self, guest: Guest) -> None:
        chip = Chip(guest, guest.name, tip=_words(guest), is_new=guest.person_id is None)
        chip.taken_out.connect(self._taken_out)
        before: QWidget = self._chips[-1] if self._chips else self.line
        self._flow.insert(len(self._chips), chip)
        self._chips.append(chip)
        QWidget.setTabOrder(before, chip)  # else Tab would come to it after all else
        self.updateGeometry()

    @Slot(object)
    def _taken_out(self, guest: Guest) -> None:
        chip = next(each for each in self._chips if each.who is guest)
        self._take_out(chip)

    def _take_out(self, chip: Chip[Guest]) -> None:
        self._chips.remove(chip)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()
        self.removed.emit(chip.who)

    def _say(self, words: str, *, is_refused: bool = False) -> None:
        kind = Kind.ALARM if is_refused else Kind.MUTE
        if self._said.property("kind") != kind.value:
            self._said.setProperty("kind", kind.value)
            self._said.style().polish(self._said)
        self._said.setText(words)
        self._said.setVisible(bool(words))
        self.line.setAccessibleDescription(words)


def _words(guest: Guest) -> str:
    return (
        _("{name}, {words}").format(name=guest.name, words=guest.words)
        if guest.words
        else guest.name
    )
