"""A number that is not known yet: whose it is, what it is called, how we know it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from journal.domain.record import Basis, PersonId, Side
from journal.terms import basis_words
from journal.ui.alignment.owners import people_of
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.buttons import button_row, other_button
from journal.ui.shared.choice_field import ChoiceField
from journal.ui.shared.form import Form
from journal.ui.shared.labels import Kind, Label, column
from journal.wording import _

Owner = tuple[Side, PersonId | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewNumber:
    """What somebody is measured by."""

    owner: Owner
    name: str
    basis: Basis


class NewNumberForm(QWidget):
    """Says `told` with a `NewNumber`; Enter in its name does so too."""

    told = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: AccountView | None = None
        self.whose = ChoiceField[Owner](_("Whose number it is"), [((Side.THEIRS, None), "")])
        self.name = QLineEdit()
        self.name.setAccessibleName(_("What it is called"))
        self.name.setPlaceholderText(_("such as drug spend per bed-day"))
        self.basis = ChoiceField(_("How we know it"), [(each, basis_words(each)) for each in Basis])
        self.add = other_button(_("Add number"))
        self._rows = Form()
        self._lay_out()
        self.add.clicked.connect(self._add_clicked)
        self.whose.told.connect(self._whose_told)

    def show_account(self, view: AccountView) -> None:
        """Offer the people of an account; what is typed stays where it is the same one."""
        before = self._view
        self._view = view
        account = view.relationship.account
        theirs, ours = people_of(view, Side.THEIRS), people_of(view, Side.OURS)
        chosen = self.whose.value
        self.whose.set_choices(
            [
                *(((Side.THEIRS, each.id), each.name) for each in theirs),
                ((Side.THEIRS, None), account.name),
                *(((Side.OURS, each.id), _whom(each.name, each.is_self)) for each in ours),
                ((Side.OURS, None), _("all of us")),
            ]
        )
        if before is None or before.relationship.account.id != account.id:
            self.name.clear()
            self.basis.show_value(Basis.GUESS)
        else:
            self.whose.show_value(chosen)
        self._show_basis()

    def begin(self, owner: Owner | None) -> None:
        """Begin with whoever is meant; None to leave that as it is."""
        if owner is not None:
            self.whose.show_value(owner)
        self._show_basis()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Take what is typed, before it is out of sight."""
        if self.name.text().strip():
            self._add_clicked()

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [self.whose, self.name, self.basis, self.add]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and self.name.hasFocus():
            self._add_clicked()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._rows.add(_("Whose"), self.whose)
        self._rows.add(_("Measured by"), self.name)
        self._rows.add(_("Known"), self.basis)
        inside = column(self, margins=(0, 0, 0, 0), gap=8)
        inside.addWidget(Label(_("A number"), Kind.STRONG))
        inside.addWidget(self._rows)
        inside.addLayout(button_row(left=(self.add,)))
        self.setFocusProxy(self.name)

    @Slot()
    def _add_clicked(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.name.clear()
        self.told.emit(NewNumber(owner=self.whose.value, name=name, basis=self.basis.value))

    @Slot(object)
    def _whose_told(self, _owner: Owner) -> None:
        self._show_basis()

    def _show_basis(self) -> None:
        """Of one's own numbers nobody asks how they are known."""
        self._rows.set_visible(self.basis, visible=self.whose.value[0] is Side.THEIRS)


def _whom(name: str, is_self: bool) -> str:  # noqa: FBT001
    return _("{name} (you)").format(name=name) if is_self else name
