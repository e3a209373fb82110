"""Who was there: the names as chips, and a line that completes those who are known."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from journal.domain.person import Person
from journal.domain.record import PersonId, RecordId
from journal.ui.shared.labels import column
from journal.ui.shared.words import plain_button
from journal.wording import _


class PeopleField(QWidget):
    """Backspace in the empty line takes the last one out; so does pressing a name."""

    def __init__(self, people: Sequence[Person], parent: QWidget | None = None) -> None:
        """Make it, with nobody chosen.

        Args:
            people: Who may be chosen.
        """
        super().__init__(parent)
        self._known = {person.name: person for person in people}
        self._chosen: dict[PersonId, _Chip] = {}
        self._rows = column(self, margins=(0, 0, 0, 0), gap=4)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(4)
        self._chips.addStretch(1)
        self._rows.addLayout(self._chips)
        self._line = QLineEdit()
        self._line.setAccessibleName(_("Add a person"))
        self._line.setPlaceholderText(_("add a person…"))
        self._completer = QCompleter(sorted(self._known), self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._line.setCompleter(self._completer)
        self._line.installEventFilter(self)
        self._rows.addWidget(self._line)
        self.setFocusProxy(self._line)
        self._connect()

    def choose(self, people: Sequence[Person]) -> None:
        """Choose these and nobody else."""
        for person_id in tuple(self._chosen):
            self._take_out(person_id)
        for person in people:
            self._put_in(person)

    def chosen(self) -> tuple[PersonId, ...]:
        """Return who is chosen, in the order of choosing."""
        return tuple(self._chosen)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Backspace and not self._line.text() and self._chosen:
                self._take_out(list(self._chosen)[-1])
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
                return self._entered()
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self._completer.activated.connect(self._completed, Qt.ConnectionType.QueuedConnection)

    @Slot(str)
    def _completed(self, name: str) -> None:
        person = self._known.get(name)
        if person is not None:
            self._put_in(person)
            self._line.clear()

    @Slot(str)
    def _removed(self, person_id: str) -> None:
        self._take_out(PersonId(RecordId(person_id)))
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _entered(self) -> bool:
        """Take the one known name that fits what was typed; say whether there was text."""
        typed = self._line.text().strip().casefold()
        if not typed:
            return False
        fitting = [name for name in self._known if typed in name.casefold()]
        if len(fitting) == 1:
            self._completed(fitting[0])
        return True

    def _put_in(self, person: Person) -> None:
        if person.id in self._chosen:
            return
        chip = _Chip(person)
        chip.removed.connect(self._removed)
        self._chosen[person.id] = chip
        self._chips.insertWidget(self._chips.count() - 1, chip)
        QWidget.setTabOrder(self._line, chip)  # else Tab would come to it after all else
        self.updateGeometry()

    def _take_out(self, person_id: PersonId) -> None:
        chip = self._chosen.pop(person_id)
        self._chips.removeWidget(chip)
        chip.deleteLater()


class _Chip(QPushButton):
    """One name; pressing it takes it out."""

    removed = Signal(str)

    def __init__(self, person: Person) -> None:
        super().__init__(_("{name} ×").format(name=plain_button(person.name)))
        self._person_id = person.id
        self.setProperty("kind", "chip")
        self.setAccessibleName(_("Take out {name}").format(name=person.name))
        self.setAutoDefault(False)
        self.clicked.connect(self._clicked)

    @Slot()
    def _clicked(self) -> None:
        self.removed.emit(self._person_id)
