"""Handing an account over to a colleague from a day on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from journal.domain.record import PersonId
from journal.operations.people import Somebody
from journal.ui.shared.buttons import button_row, main_button, other_button
from journal.ui.shared.form import Form
from journal.ui.shared.known_field import Known, KnownField
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.read_field import Reader, ReadField
from journal.ui.shared.readings import day_text
from journal.wording import _

_WIDTH_PX = 520


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """Who is to look after an account from a day on, and what is left behind."""

    who: Somebody
    on: date
    left_behind: str


class HandOverDialog(QDialog):
    """Says `told` with a `Handover`; whoever wrote it down closes it."""

    told = Signal(object)

    def __init__(
        self,
        known: Sequence[Known],
        read_day: Reader,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        """Make it, from today on.

        Args:
            known: Colleagues.
            read_day: Reads from when on.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Hand over account"))
        self.setMinimumWidth(_WIDTH_PX)
        self.name = KnownField(_("To whom"))
        self.name.set_known(known)
        self.name.setPlaceholderText(_("a colleague's name"))
        self.on = ReadField(_("First day"), read_day)
        self.on.show_value(today, day_text(today))
        self.left_behind = QLineEdit()
        self.left_behind.setAccessibleName(_("What is left behind"))
        self.left_behind.setPlaceholderText(_("in one line, for who comes next"))
        self.hand_over = main_button(_("Hand over"))
        self.cancel = other_button(_("Cancel"))
        self._lay_out()
        self._connect()
        self._tell()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        form = Form()
        form.add(_("To whom"), self.name)
        form.add(_("First day"), self.on)
        form.add(_("Left behind"), self.left_behind)
        buttons = button_row(self.cancel, self.hand_over)
        whole = column(self, margins=(24, 20, 24, 16), gap=16)
        said = _("Whoever looks after it until then does so to the day before, and stays known.")
        whole.addWidget(Label(said, Kind.MUTE, wraps=True))
        whole.addWidget(form)
        whole.addStretch(1)
        whole.addLayout(buttons)

    def _connect(self) -> None:
        self.name.textChanged.connect(self._tell)
        self.hand_over.clicked.connect(self._hand_over_clicked)
        self.cancel.clicked.connect(self.reject)

    @Slot()
    def _tell(self) -> None:
        self.hand_over.setEnabled(bool(self.name.text().strip()))

    @Slot()
    def _hand_over_clicked(self) -> None:
        is_understood, known, on = self.on.finish(), self.name.known_id(), self.on.value
        if not is_understood or not isinstance(on, date):
            self.on.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        who = Somebody(
            known=None if known is None else PersonId(known), name=self.name.text().strip()
        )
        self.told.emit(Handover(who=who, on=on, left_behind=self.left_behind.text().strip()))
