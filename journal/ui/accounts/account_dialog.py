"""All that is known of an account itself and its goal; each answer is saved by itself."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from journal.analysis.standing import current_goal
from journal.domain.account import Account
from journal.domain.errors import JournalError, NotFoundError
from journal.domain.person import Person
from journal.domain.record import AccountId, PersonId, Side
from journal.domain.relationship import Relationship
from journal.operations import goals, reading, records
from journal.operations.change import Change
from journal.operations.goals import Wanted
from journal.operations.journal import Journal
from journal.ui.accounts.facts import Facts
from journal.ui.accounts.goal_fields import NewGoal, StandingGoal, past_words
from journal.ui.bridge import Bridge
from journal.ui.saving import Saver
from journal.ui.shared.buttons import button_row, other_button
from journal.ui.shared.fitting import fit
from journal.ui.shared.form import Scrolled
from journal.ui.shared.labels import ElidedLabel, Kind, Label, column, rule
from journal.ui.shared.undo_keys import UndoKeys
from journal.wording import _, ngettext

_SIZE_PX = (760, 660)

T = TypeVar("T")


class AccountDialog(QDialog):
    """Shows one account, and shows it again after each change, undo included.

    `files_wanted`, `merge_wanted` and `trash_wanted` are about the account shown; for the
    last two the dialog is closed before.
    """

    failed = Signal(object)
    files_wanted = Signal(str)
    merge_wanted = Signal(str)
    trash_wanted = Signal(str)

    def __init__(
        self, journal: Journal, saver: Saver, whole: Relationship, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._journal = journal
        self._saver = saver
        self._whole = whole
        self._name = ElidedLabel(kind=Kind.STATEMENT)
        self.facts = Facts(journal, saver)
        self.goal = StandingGoal(journal, saver)
        self.new_goal = NewGoal(journal)
        self.past_goals = Label(kind=Kind.MUTE, wraps=True)
        self.files = other_button("")
        self.merge = other_button(_("Same as another account…"))
        self.trash = other_button(_("Delete account"))
        self.trash.setToolTip(_("Into the trash, with all that is its own; people stay"))
        self.close_button = other_button(_("Close"))
        self._undo_keys = UndoKeys(journal, saver, self)
        self._bridge = Bridge(journal, self)
        self._lay_out()
        self._connect()
        self._show(whole)
        self.facts.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.facts.name.selectAll()

    @property
    def account_id(self) -> AccountId:
        """Which account it shows."""
        return self._whole.account.id

    @override
    def done(self, result: int) -> None:
        self._saver.flush()
        self._bridge.close()
        super().done(result)

    def _lay_out(self) -> None:
        content = QWidget()
        inside = column(content, margins=(0, 0, 12, 12), gap=12)
        inside.addWidget(self.facts)
        inside.addSpacing(4)
        inside.addWidget(rule())
        inside.addWidget(Label(_("Goal"), Kind.STRONG))
        inside.addWidget(self.goal)
        inside.addWidget(self.new_goal)
        inside.addWidget(self.past_goals)
        inside.addStretch(1)
        buttons = button_row(self.close_button, left=(self.files, self.merge, self.trash))
        whole = column(self, margins=(24, 20, 24, 16), gap=12)
        whole.addWidget(self._name)
        whole.addWidget(Scrolled(_("Account"), content), 1)
        whole.addLayout(buttons)
        fit(self, *_SIZE_PX)

    def _connect(self) -> None:
        self._bridge.changed.connect(self._changed)
        self._undo_keys.failed.connect(self.failed)
        self.facts.changed.connect(self._facts_changed)
        self.goal.changed.connect(self._goal_changed)
        self.goal.shared.connect(self._goal_shared)
        self.goal.ended.connect(self._goal_ended)
        self.new_goal.wanted.connect(self._goal_wanted)
        self.files.clicked.connect(self._files_clicked)
        self.merge.clicked.connect(self._merge_clicked)
        self.trash.clicked.connect(self._trash_clicked)
        self.close_button.clicked.connect(self.accept)

    def _show(self, whole: Relationship) -> None:
        account = whole.account
        self._whole = whole
        self.setWindowTitle(account.name)
        self._name.setText(account.name)
        self.facts.show_account(account)
        goal = current_goal(whole.goals, self._journal.today())
        self.goal.setVisible(goal is not None)
        self.new_goal.setVisible(goal is None)
        if goal is not None:
            self.goal.show_goal(goal, _their_people(whole, goal.shared_with_id))
        before = [each for each in whole.goals if each != goal]
        today = self._journal.today()
        self.past_goals.setText(
            "\n".join([_("Goals before:"), *(past_words(each, today) for each in reversed(before))])
        )
        self.past_goals.setVisible(bool(before))
        count = len(whole.attachments)
        self.files.setText(
            ngettext("{count} file…", "{count} files…", count).format(count=count)
            if count
            else _("Files…")
        )

    @Slot(Change)
    def _changed(self, _change: Change) -> None:
        """Show it again; it may be gone by an undo of its own making."""
        try:
            whole = reading.relationship(self._journal, self.account_id)
        except NotFoundError:
            self.reject()
        except JournalError as error:  # what is typed goes on standing here
            self.failed.emit(error)
        else:
            self._show(whole)

    @Slot(Account, str)
    def _facts_changed(self, account: Account, name: str) -> None:
        self._attempt(lambda: records.edit(self._journal, name, account))

    @Slot(Wanted)
    def _goal_wanted(self, wanted: Wanted) -> None:
        change = self._attempt(lambda: goals.set_goal(self._journal, self.account_id, wanted))
        if change is not None:
            self.new_goal.clear()
            self.goal.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(Wanted)
    def _goal_changed(self, wanted: Wanted) -> None:
        goal = current_goal(self._whole.goals, self._journal.today())
        if goal is not None:
            self._attempt(lambda: goals.change_goal(self._journal, goal, wanted))

    @Slot(object, object)
    def _goal_shared(self, day: date | None, person: PersonId | None) -> None:
        self._saver.flush()
        goal = current_goal(self._whole.goals, self._journal.today())
        if goal is None:
            return
        if day is None:
            self._attempt(lambda: goals.unshare_goal(self._journal, goal))
        else:
            self._attempt(lambda: goals.share_goal(self._journal, goal, day, person))

    @Slot()
    def _goal_ended(self) -> None:
        self._saver.flush()
        today = self._journal.today()
        goal = current_goal(self._whole.goals, today)
        if goal is None:
            return
        if self._attempt(lambda: goals.end_goal(self._journal, goal, today)) is not None:
            self.new_goal.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _files_clicked(self) -> None:
        self.files_wanted.emit(self.account_id)

    @Slot()
    def _merge_clicked(self) -> None:
        self.accept()
        self.merge_wanted.emit(self.account_id)

    @Slot()
    def _trash_clicked(self) -> None:
        self.accept()
        self.trash_wanted.emit(self.account_id)

    def _attempt(self, verb: Callable[[], T]) -> T | None:
        """Do something, and say where the world does not allow it; what is so is shown then."""
        try:
            return verb()
        except JournalError as error:
            self._show(self._whole)
            self.failed.emit(error)
            return None


def _their_people(whole: Relationship, also: PersonId | None) -> tuple[Person, ...]:
    """Return their people who may have been told, and whoever was."""
    theirs = {each.person_id for each in whole.roles if each.side is Side.THEIRS}
    return tuple(each for each in whole.people if each.id in theirs or each.id == also)
