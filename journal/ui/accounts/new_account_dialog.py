"""A new account: a name and Enter; all else may be said too, or later, or never."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from journal.domain.account import Account
from journal.domain.errors import JournalError
from journal.domain.record import AccountId, PersonId
from journal.operations import accounts, known, reading
from journal.operations.journal import Journal
from journal.operations.people import Somebody
from journal.ui.accounts.elided_buttons import ElidedButton
from journal.ui.accounts.facts import AIMS, aim_segments
from journal.ui.accounts.known_words import account_words, people_known
from journal.ui.shared.buttons import button_row, main_button, other_button
from journal.ui.shared.fitting import fit
from journal.ui.shared.form import Form, Scrolled
from journal.ui.shared.known_field import KnownField
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.read_field import ReadField
from journal.ui.shared.readings import read_minutes, zone_reader, zone_text, zone_words
from journal.ui.shared.tab_order import lead_tab
from journal.wording import _

_SIZE_PX = (600, 440)
_MOST_KNOWN = 3


class NewAccountDialog(QDialog):
    """Adds the account and says `added` with it; or `known_wanted` with one that is there.

    Where an account of that very name is there already, it takes a second press to add another.
    """

    added = Signal(str)
    known_wanted = Signal(str)
    failed = Signal(object)

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("New account"))
        self._journal = journal
        self._names = known.AccountNames(journal)
        self._warned = ""
        self.name = QLineEdit()
        self.name.setAccessibleName(_("Name"))
        self.name.setPlaceholderText(_("the customer, or one of its sites"))
        self.known = _KnownAccounts()
        self.aim = aim_segments()
        self.aim.choose(len(AIMS) - 1)
        self.place = QLineEdit()
        self.place.setAccessibleName(_("Place"))
        self.zone = ReadField(_("Time zone"), zone_reader(journal.now))
        self.zone.line.setPlaceholderText(_("as this computer"))
        self.travel = ReadField(_("Travel time"), read_minutes)
        self.travel.line.setPlaceholderText(_("one way, such as 1h30"))
        self.person = KnownField(_("First person"))
        self.person.setPlaceholderText(_("may follow later"))
        self.own_name = QLineEdit()
        self.own_name.setAccessibleName(_("Your name"))
        self.own_name.setPlaceholderText(_("who looks after it and keeps this journal"))
        self.add_button = main_button(_("Add account"))
        self._cancel = other_button(_("Cancel"))
        self._show_usual()
        self._lay_out()
        self._connect()
        self._tell()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_usual(self) -> None:
        """Begin with the clock of this computer, which the customer's wall then keeps."""
        zone, now = self._journal.zone, self._journal.now()
        if "/" in zone:  # where the system says none, it is UTC, where nobody lives
            self.zone.show_value(zone, zone_text(zone), zone_words(zone, now))
        self.person.set_known(people_known(self._journal))

    def _lay_out(self) -> None:
        form = Form()
        for words, field in (
            (_("Name"), self.name),
            (_("Known already"), self.known),
            (_("Aim"), self.aim),
            (_("Place"), self.place),
            (_("Time zone"), self.zone),
            (_("Travel time"), self.travel),
            (_("First person"), self.person),
            (_("Your name"), self.own_name),
        ):
            form.add(words, field)
        form.set_visible(self.own_name, visible=reading.me(self._journal) is None)
        self._form = form
        content = QWidget()
        inside = column(content, margins=(0, 0, 12, 0), gap=12)
        inside.addWidget(form)
        inside.addStretch(1)
        buttons = button_row(self._cancel, self.add_button)
        whole = column(self, margins=(24, 20, 24, 16), gap=12)
        whole.addWidget(Label(_("New account"), Kind.STATEMENT))
        whole.addWidget(Scrolled(_("New account"), content), 1)
        whole.addLayout(buttons)
        fit(self, *_SIZE_PX)

    def _connect(self) -> None:
        self.name.textChanged.connect(self._tell)
        self.known.account_wanted.connect(self._known_wanted)
        self.add_button.clicked.connect(self._add_clicked)
        self._cancel.clicked.connect(self.reject)

    @Slot()
    def _tell(self) -> None:
        """Say who is known under a like name, before it is made twice."""
        name = self.name.text()
        self.add_button.setEnabled(bool(name.strip()))
        self.add_button.setText(_("Add account"))
        self._warned = ""
        found = self._names.like(name)[:_MOST_KNOWN]
        self.known.show_accounts(found)
        lead_tab(self.name, self.known.buttons)
        self._form.set_visible(self.known, visible=bool(found))

    @Slot(str)
    def _known_wanted(self, account_id: str) -> None:
        self.accept()
        self.known_wanted.emit(account_id)

    @Slot()
    def _add_clicked(self) -> None:
        name = self.name.text().strip()
        understood = [field.finish() for field in (self.zone, self.travel)]
        if not name or not all(understood):
            return
        if name != self._warned and self.known.warn_of(name):
            self._warned = name
            self.add_button.setText(_("Add another one"))
            return
        minutes, zone = self.travel.value, self.zone.value
        account = Account(
            id=AccountId(self._journal.new_id()),
            name=name,
            aim=AIMS[self.aim.position],
            place=self.place.text().strip(),
            time_zone=str(zone) if zone else "",
            travel_min=minutes if isinstance(minutes, int) else None,
        )
        try:
            own_name = self.own_name.text().strip()
            accounts.open_account(self._journal, account, self._first(), own_name)
        except JournalError as error:
            self.failed.emit(error)
            return
        self.accept()
        self.added.emit(account.id)

    def _first(self) -> Somebody | None:
        name, person = self.person.text().strip(), self.person.known_id()
        if person is not None:
            return Somebody(known=PersonId(person))
        return Somebody(name=name) if name else None


class _KnownAccounts(QWidget):
    """A button for each account that may be meant; pressing it opens that one."""

    account_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Account, ...] = ()
        self._said = Label(kind=Kind.ALARM, wraps=True)
        self._said.hide()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        inside = column(self, margins=(0, 0, 0, 0), gap=4)
        inside.addLayout(self._rows)
        inside.addWidget(self._said)
        self.setAccessibleName(_("Known already"))

    @property
    def buttons(self) -> tuple["_AccountButton", ...]:
        """One for each account, the likeliest first."""
        return tuple(self.findChildren(_AccountButton))

    def show_accounts(self, found: Sequence[Account]) -> None:
        """Show these and no others."""
        self._said.hide()
        if tuple(found) == self._shown:
            return
        self._shown = tuple(found)
        for old in self.buttons:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        for each in found:
            button = _AccountButton(each)
            button.account_wanted.connect(self.account_wanted)
            self._rows.addWidget(button)

    def warn_of(self, name: str) -> bool:
        """Say that an account of that very name is there; False where none is."""
        twin = next((each for each in self._shown if known.same_name(each.name, name)), None)
        if twin is not None:
            said = _("{name} is in the journal already. Press again to add another of that name.")
            self._said.setText(said.format(name=twin.name))
            self._said.show()
        return twin is not None


class _AccountButton(ElidedButton):
    """Opens an account that is there."""

    account_wanted = Signal(str)

    def __init__(self, account: Account) -> None:
        super().__init__(_("Open {account}").format(account=account_words(account)))
        self._account_id = account.id
        self.clicked.connect(self._clicked)

    @Slot()
    def _clicked(self) -> None:
        self.account_wanted.emit(self._account_id)
