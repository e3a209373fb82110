"""Giving somebody a place in an account: a new person, or one who is known already."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from journal.domain.person import Person
from journal.domain.record import PersonId
from journal.operations.people import Somebody
from journal.ui.shared.buttons import button_row, main_button, other_button
from journal.ui.shared.form import Form
from journal.ui.shared.known_field import Known, KnownField
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.read_field import Reader, ReadField
from journal.wording import _

_WIDTH_PX = 520


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """Who is to have a place, as whom, since when."""

    who: Somebody
    title: str
    start: date | None


class AddPersonDialog(QDialog):
    """Says `told` with a `Newcomer`; whoever wrote it down closes it."""

    told = Signal(object)

    def __init__(
        self,
        known: Sequence[Known],
        alike: Callable[[str], Sequence[Person]],
        read_day: Reader,
        parent: QWidget | None = None,
    ) -> None:
        """Make it, with nobody named.

        Args:
            known: People of any account.
            alike: Finds those whose name is like another.
            read_day: Reads since when.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Add person"))
        self.setMinimumWidth(_WIDTH_PX)
        self._alike = alike
        self.name = KnownField(_("Name"))
        self.name.set_known(known)
        self.name.setPlaceholderText(_("a new name, or part of a known one"))
        self.title = QLineEdit()
        self.title.setAccessibleName(_("Title"))
        self.title.setPlaceholderText(_("what they are here, if known"))
        self.since = ReadField(_("Since"), read_day)
        self.since.line.setPlaceholderText(_("not known"))
        self._said = Label(kind=Kind.MUTE, wraps=True)
        self.add = main_button(_("Add person"))
        self.cancel = other_button(_("Cancel"))
        self._lay_out()
        self._connect()
        self._tell()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def said(self) -> str:
        """Return what is said of the name."""
        return self._said.text()

    def _lay_out(self) -> None:
        form = Form()
        form.add(_("Name"), self.name)
        form.add("", self._said)
        form.add(_("Title"), self.title)
        form.add(_("Since"), self.since)
        buttons = button_row(self.cancel, self.add)
        whole = column(self, margins=(24, 20, 24, 16), gap=16)
        whole.addWidget(form)
        whole.addStretch(1)
        whole.addLayout(buttons)

    def _connect(self) -> None:
        self.name.textChanged.connect(self._tell)
        self.add.clicked.connect(self._add_clicked)
        self.cancel.clicked.connect(self.reject)

    @Slot()
    def _tell(self) -> None:
        """Say whether the name is a new one."""
        name = self.name.text().strip()
        self.add.setEnabled(bool(name))
        self._said.setText(self._words(name))
        self.name.setAccessibleDescription(self._said.text())

    def _words(self, name: str) -> str:
        if not name:
            return _("Whoever is known from another account is offered as you type.")
        if self.name.known_id() is not None:
            return _("Known already; gets a place here as well.")
        alike = [each.name for each in self._alike(name)[:2]]
        if not alike:
            return _("Somebody new.")
        names = _(" and ").join(alike)
        return _("Somebody new. Known already: {names}; pick from the list who is meant.").format(
            names=names
        )

    @Slot()
    def _add_clicked(self) -> None:
        if not self.since.finish():
            self.since.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        known, day = self.name.known_id(), self.since.value
        who = Somebody(
            known=None if known is None else PersonId(known), name=self.name.text().strip()
        )
        start = day if isinstance(day, date) else None
        self.told.emit(Newcomer(who=who, title=self.title.text().strip(), start=start))
