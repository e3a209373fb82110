"""Where else a person is: a row for each role in another account."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from journal.operations.known import Elsewhere
from journal.ui.people.words import span_words
from journal.ui.shared.buttons import quiet_button
from journal.ui.shared.labels import ElidedLabel, column
from journal.ui.shared.rows import Row, Rows
from journal.wording import _


class ElsewhereField(QWidget):
    """`account_wanted` names the account that the user wants to see."""

    account_wanted = Signal(str)

    def __init__(self, end: QWidget, parent: QWidget | None = None) -> None:
        """Make it, empty.

        Args:
            end: Where Tab goes from the last one.
        """
        super().__init__(parent)
        self._end = end
        self.rows = Rows(self._row, gap=4)
        column(self, margins=(0, 0, 0, 0), gap=0).addLayout(self.rows.layout)

    def show_roles(self, roles: Sequence[Elsewhere], today: date) -> None:
        """Show these."""
        rows = self.rows.keep([each.role.id for each in roles], (self._end,))
        for row, each in zip(rows, roles, strict=True):
            row.show_role(each, today)

    def _row(self) -> "ElsewhereRow":
        row = ElsewhereRow()
        row.account_wanted.connect(self.account_wanted)
        return row


class ElsewhereRow(Row):
    """One of them."""

    account_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._account_id = ""
        self.words = ElidedLabel()
        self.go = quiet_button(_("Go there"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.go)
        self.go.clicked.connect(self._go_clicked)

    @override
    def stops(self) -> tuple[QWidget, ...]:
        return (self.go,)

    def show_role(self, elsewhere: Elsewhere, today: date) -> None:
        """Show it."""
        role, account = elsewhere.role, elsewhere.account
        said = (account.name, role.title, span_words(role.span, today))
        self._account_id = account.id
        self.words.setText(" · ".join(each for each in said if each))
        self.go.setAccessibleName(_("Go to {account}").format(account=account.name))

    @Slot()
    def _go_clicked(self) -> None:
        self.account_wanted.emit(self._account_id)
