"""Who was there: the names as chips, and a line in which known names are offered."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from journal.domain.person import Person
from journal.domain.record import PersonId
from journal.ui.meetings.chip import Chip
from journal.ui.shared.flow import Flow
from journal.ui.shared.known_field import Known
from journal.ui.shared.labels import Kind, Label
from journal.ui.shared.name_completer import NameCompleter
from journal.wording import _

_LINE_LETTERS = 22


class PeopleField(QWidget):
    """Says who was put in or taken out; whoever writes it down shows it then.

    Backspace in the empty line takes the last one out; so does pressing a name.
    """

    added = Signal(str)
    named = Signal(str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: dict[str, PersonId] = {}
        self._chips: list[Chip[PersonId]] = []
        self._flow = Flow(self)
        self.line = QLineEdit()
        self.line.setAccessibleName(_("Add a person"))
        self.line.setPlaceholderText(_("add a person…"))
        self.line.setMinimumWidth(_LINE_LETTERS * self.fontMetrics().averageCharWidth())
        self._said = Label(kind=Kind.MUTE)
        self._said.hide()
        self._completer = NameCompleter(self.line)
        self.line.installEventFilter(self)
        self._flow.addWidget(self.line)
        self._flow.addWidget(self._said)
        self.setFocusProxy(self.line)
        self._connect()

    def offer(self, known: Iterable[Known]) -> None:
        """Offer these while a name is typed; of two that read the same, the first."""
        self._known = {}
        for each in known:
            self._known.setdefault(each.words, PersonId(each.id))
        self._completer.set_names(self._known)

    def show_people(self, people: Sequence[Person]) -> None:
        """Show who was there."""
        wanted = [(each.id, each.name) for each in people]
        if wanted == [(each.who, each.name) for each in self._chips]:
            return
        had_focus = any(each.hasFocus() for each in self._chips)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [Chip(each.id, each.name) for each in people]
        before: QWidget = self.line
        for position, chip in enumerate(self._chips):
            chip.setMinimumHeight(self.line.sizeHint().height())
            chip.taken_out.connect(self._taken_out)
            self._flow.insert(position, chip)
            chip.show()
            QWidget.setTabOrder(before, chip)  # else Tab would come to it after all else
            before = chip
        if had_focus:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()

    def said(self) -> str:
        """Return what stands beside the line."""
        return self._said.text()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self._chips:
                self._taken_out(self._chips[-1].who)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
                return self.finish()
        return super().eventFilter(watched, event)

    def finish(self) -> bool:
        """Take whom the line names, known or new; say whether there was a name."""
        typed = " ".join(self.line.text().split())
        if not typed:
            return False
        fitting = self._fitting(typed)
        if len(fitting) == 1:
            self._clear()
            self.added.emit(self._known[fitting[0]])
        elif not fitting:
            self._clear()
            self.named.emit(typed)
        return True

    def _connect(self) -> None:
        self._completer.activated.connect(self._completed, Qt.ConnectionType.QueuedConnection)
        self.line.textChanged.connect(self._tell)

    @Slot(object)
    def _taken_out(self, who: object) -> None:
        self.removed.emit(who)

    def _fitting(self, typed: str) -> list[str]:
        """Return whom a name may mean: a whole name means nobody else."""
        folded = typed.casefold()
        whole = [each for each in self._known if _name(each) == folded]
        return whole[:1] or [each for each in self._known if folded in each.casefold()]

    def _clear(self) -> None:
        self.line.clear()
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()

    @Slot(str)
    def _completed(self, words: str) -> None:
        person_id = self._known.get(words)
        if person_id is not None:
            self.line.clear()
            self.added.emit(person_id)

    @Slot()
    def _tell(self) -> None:
        """Say what Enter would do."""
        typed = self.line.text().strip()
        fitting = self._fitting(typed) if typed else []
        words = ""
        if typed and not fitting:
            words = _("Enter adds a new person")
        elif typed and len(fitting) == 1:
            words = _("Enter: {name}").format(name=fitting[0])
        elif typed:
            words = _("{count} fit, say which").format(count=len(fitting))
        self._said.setText(words)
        self._said.setVisible(bool(words))
        self.line.setAccessibleDescription(words)


def known_people(here: Sequence[Person], elsewhere: Iterable[Known]) -> tuple[Known, ...]:
    """Return whom a line offers: those of the account by their names, then all others."""
    own = [Known(id=each.id, words=each.name) for each in here if not each.is_self]
    ids = {each.id for each in here}
    return (*own, *(each for each in elsewhere if each.id not in ids))


def elsewhere_words(name: str, account: str) -> str:
    """Name somebody of another account: `Luis Ortega · Harbor Health`."""
    return f"{name}{_BESIDE}{account}" if account else name


def _name(words: str) -> str:
    return words.partition(_BESIDE)[0].casefold()


_BESIDE = " · "
