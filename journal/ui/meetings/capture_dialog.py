"""Quick capture: one line about any account, from anywhere in the program."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget
from typing_extensions import override

from journal.analysis.contact import zone_of
from journal.domain.errors import JournalError
from journal.domain.record import AccountId
from journal.operations import findings, reading
from journal.operations.findings import Spot, somebodies
from journal.operations.journal import Journal
from journal.typed.finding import Finding
from journal.typed.findings import Ears
from journal.typed.understood import Bearings
from journal.ui.meetings.findings_field import FindingLine
from journal.ui.saving import Saver
from journal.ui.shared.buttons import Button
from journal.ui.shared.form import Form
from journal.ui.shared.known_field import Known, KnownField
from journal.ui.shared.labels import Kind, Label, column
from journal.wording import _

_WIDTH_PX = 560


class CaptureDialog(QDialog):
    """Enter keeps the line and makes room for the next; Ctrl+Enter and Esc keep it and close."""

    failed = Signal(object)

    def __init__(
        self,
        journal: Journal,
        saver: Saver,
        accounts: Sequence[tuple[AccountId, str]],
        parent: QWidget | None = None,
    ) -> None:
        """Make it.

        Args:
            accounts: All of them, with their names.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Quick capture"))
        self._journal = journal
        self._saver = saver
        self._names = dict(accounts)
        self._ears_of: tuple[AccountId, Ears] | None = None
        self._given_up = ""
        self.account = KnownField(_("Account"))
        self.account.set_known(Known(id=each, words=name) for each, name in accounts)
        self.line = FindingLine(self._ears)
        self._kept = Label(kind=Kind.MUTE, wraps=True)
        self.done_button = Button(_("Done"))
        self.done_button.setToolTip(_("Ctrl+Enter"))
        self._lay_out()
        self._connect()

    def choose(self, account: AccountId | None) -> None:
        """Take an account for the one that is meant; None leaves it to be typed."""
        if account is None or account not in self._names:
            self.account.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.account.setText(self._names[account])
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def said(self) -> str:
        """Return what was kept last."""
        return self._kept.text()

    @override
    def reject(self) -> None:
        """Keep what is typed; where that cannot be, say why, and close with the next Esc."""
        text = self.line.line.text()
        if text != self._given_up:
            self.line.finish()
            if self.line.line.text().strip():
                self._given_up = text
                return
        super().reject()

    def _lay_out(self) -> None:
        form = Form()
        form.add(_("Account"), self.account)
        form.add(_("What came up"), self.line)
        foot = QHBoxLayout()
        foot.addWidget(self._kept, 1)
        foot.addWidget(self.done_button)
        whole = column(self, margins=(24, 20, 24, 16), gap=12)
        whole.addWidget(form, 1)
        whole.addLayout(foot)
        self.resize(_WIDTH_PX, self.sizeHint().height())

    def _connect(self) -> None:
        self.account.textChanged.connect(self.line.tell)
        self.account.returnPressed.connect(self._account_entered)
        self.line.entered.connect(self._keep)
        self.done_button.clicked.connect(self._done_clicked)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self._done_clicked)

    @Slot()
    def _account_entered(self) -> None:
        """Take the only account that fits what was typed, and go on to the line."""
        account = self._account()
        if account is not None:
            self.account.setText(self._names[account])
            self.line.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(Finding)
    def _keep(self, finding: Finding) -> None:
        account = self._account()
        if account is None:
            self.line.say(_("Say first which account it is about."))
            self.account.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        bearings = self._ears().bearings
        spot = Spot(account_id=account, day=bearings.wall.day, zone=bearings.zone)
        self._saver.flush()
        try:
            change = findings.keep_finding(self._journal, finding, spot)
        except JournalError as error:
            self.line.say(error.sentence)
            return
        self._ears_of = None
        self.line.clear()
        self._kept.setText(_("{change}: {text}").format(change=change.name, text=finding.text))
        self.account.setText(self._names[account])

    @Slot()
    def _done_clicked(self) -> None:
        self.line.finish()
        if not self.line.line.text().strip():
            self.accept()

    def _account(self) -> AccountId | None:
        """Return the account of that name, else the only one whose name holds the words."""
        known = self.account.known_id()
        typed = self.account.text().strip().casefold()
        if known is not None or not typed:
            return None if known is None else AccountId(known)
        fitting = [each for each, name in self._names.items() if typed in name.casefold()]
        return fitting[0] if len(fitting) == 1 else None

    def _ears(self) -> Ears:
        """Return whom a line may name, and where it is typed: at the account, if one is said."""
        account = self._account()
        if account is None:
            zone = self._journal.zone
            return Ears(bearings=Bearings(now=self._journal.now(), zone=zone))
        if self._ears_of is None or self._ears_of[0] != account:
            try:
                whole = reading.relationship(self._journal, account)
            except JournalError as error:
                self.failed.emit(error)
                return Ears(bearings=Bearings(now=self._journal.now(), zone=self._journal.zone))
            bearings = Bearings(now=self._journal.now(), zone=zone_of(whole) or self._journal.zone)
            people = somebodies(whole.roles, whole.people)
            self._ears_of = account, Ears(bearings=bearings, people=people)
        return self._ears_of[1]
