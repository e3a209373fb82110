"""Planning a meeting: the date as one types it, what stands in its way, and quiet times."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QWidget

from journal.domain.account import Account
from journal.domain.errors import JournalError
from journal.domain.record import AccountId
from journal.domain.span import When
from journal.operations import reading
from journal.operations.journal import Journal
from journal.operations.planning import MOST, Visits
from journal.ui.meetings.plan_fields import PlanFields
from journal.ui.meetings.plan_series import SeriesField, Visit
from journal.ui.meetings.plan_words import account_reader, obstacle_lines
from journal.ui.shared.buttons import other_button
from journal.ui.shared.fitting import fit
from journal.ui.shared.form import Form, Scrolled
from journal.ui.shared.labels import ElidedLabel, Kind, Label, column
from journal.ui.shared.name_completer import NameCompleter
from journal.ui.shared.read_field import ReadField
from journal.ui.shared.spoken import announce
from journal.ui.theme import Theme
from journal.wording import _, ngettext

_SIZE_PX = (760, 620)
_NAME_PX = 200


class PlanForm(QDialog):
    """Says `told` with the `Visits` when the user is done; whoever wrote them down closes it."""

    told = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        journal: Journal,
        theme: Theme,
        accounts: Sequence[Account],
        parent: QWidget | None,
        *,
        when: When | None = None,
    ) -> None:
        """Make it.

        Args:
            journal: To plan in.
            theme: For the keys on the buttons.
            accounts: One of them is chosen by typing; an only one is chosen already.
            parent: The window.
            when: Filled in as the time of the only account; None for none yet.
        """
        super().__init__(parent)
        self._when = when
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Plan meeting"))
        self._journal = journal
        self.fields = PlanFields(journal, theme, self)
        self._accounts = tuple(accounts)
        self._make_fields()
        self._lay_out()
        self._connect()
        fit(self, *_SIZE_PX)
        if len(self._accounts) == 1:
            self._open(self._accounts[0].id)
        else:
            self.fields.advise()

    def missing(self) -> str:
        """Return what is still to be said, as it stands above the button."""
        return self._missing.text()

    def _make_fields(self) -> None:
        self.account = ReadField(_("Account"), account_reader(self._accounts))
        self.account.line.setMinimumWidth(_NAME_PX)
        self._completer = NameCompleter(self.account.line)
        self._completer.set_names(each.name for each in self._accounts)
        self.series = SeriesField(self._journal.now, self.fields.zone)
        self.place = _line(_("Place"), _("theirs, unless you say otherwise"))
        self.purpose = _line(_("Purpose"), _("what it is for"))
        self.best = _line(_("Best outcome"), _("what they will do, by when"))
        self.least = _line(_("Least acceptable outcome"), _("what they will do, by when"))
        self.plan_button = other_button(_("Plan meeting"))
        self.plan_button.setProperty("kind", "main")
        self.plan_button.setToolTip(_("Ctrl+Enter"))
        self._cancel = other_button(_("Cancel"))
        self._missing = Label(kind=Kind.ALARM, wraps=True)

    def _lay_out(self) -> None:
        fields = self.fields
        self._form = Form()
        self._form.add(_("Account"), self.account)
        for words, field in (
            (_("When"), fields.time),
            (_("Takes"), fields.minutes),
            (_("Again"), self.series),
            (_("With"), fields.theirs),
            (_("Of us"), fields.ours),
            (_("How"), fields.kind),
            (_("Place"), self.place),
            (_("Way there"), fields.travel),
            (_("Purpose"), self.purpose),
            (_("Best outcome"), self.best),
            (_("Least outcome"), self.least),
        ):
            self._form.add(words, field)
        self._form.set_visible(self.account, visible=len(self._accounts) != 1)
        self._form.set_visible(fields.ours, visible=False)
        content = QWidget()
        inside = column(content, margins=(0, 0, 8, 0), gap=0)
        inside.addWidget(self._form)
        inside.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._missing, 1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.plan_button)
        whole = column(self, margins=(24, 20, 16, 16), gap=12)
        self._heading = ElidedLabel(_("Plan meeting"), Kind.STATEMENT)
        whole.addWidget(self._heading)
        whole.addWidget(Scrolled(_("Plan meeting"), content), 1)
        whole.addLayout(buttons)

    def _connect(self) -> None:
        self.fields.edited.connect(self._edited)
        self.fields.failed.connect(self.failed)
        self.series.edited.connect(self._edited)
        self.series.counted.connect(self._counted)
        self.account.told.connect(self._account_told)
        # Queued: the completer writes into the line once more after it has said so.
        self._completer.activated.connect(self.account.finish, Qt.ConnectionType.QueuedConnection)
        self.plan_button.clicked.connect(self._plan_clicked)
        self._cancel.clicked.connect(self.reject)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self._plan_clicked)

    @Slot(object)
    def _account_told(self, value: object) -> None:
        account = next((each for each in self._accounts if each.id == value), None)
        if account is not None:
            self._open(account.id)
            self.fields.when.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, account_id: AccountId) -> None:
        try:
            whole = reading.relationship(self._journal, account_id)
        except JournalError as error:
            self.failed.emit(error)
            return
        self._heading.setText(_("Plan a meeting with {name}").format(name=whole.account.name))
        self.fields.start(whole, self._when)
        self._form.set_visible(self.fields.ours, visible=self.fields.has_colleagues)
        self.fields.when.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _edited(self) -> None:
        """Follow what is typed: each of the visits, and what no longer is missing."""
        self._missing.setText("")
        is_visit = self.fields.is_visit()
        self._form.set_visible(self.fields.travel, visible=is_visit)
        self._form.set_visible(self.place, visible=is_visit)
        self._show_visits()

    @Slot(int)
    def _counted(self, count: int) -> None:
        """Say on the button what it does."""
        many = ngettext("Plan {count} meeting", "Plan {count} meetings", count).format(count=count)
        self.plan_button.setText(many if count > 1 else _("Plan meeting"))

    def _show_visits(self) -> None:
        understood, whole = self.fields.understood(), self.fields.relationship
        days = () if understood is None else self.series.days(understood.day)
        if understood is None or whole is None or not 1 < len(days) <= MOST:
            self.series.show_visits(())
            return
        times = [replace(understood.when, day=day) for day in days]
        zone = self.fields.zone()
        self.series.show_visits(
            [
                Visit(when=when, obstacles=obstacle_lines(found, whole, zone), quiet=quiet)
                for when, found, quiet in self.fields.look(times)
            ]
        )

    @Slot()
    def _plan_clicked(self) -> None:
        if self.fields.relationship is None and not self._is_account_said():
            return
        if not self.fields.finish() or not self.series.finish():
            self._say(_("Something is not understood; it says what."))
            return
        times = self._times()
        if not times:
            self._say(_("Say when.") if self.fields.understood() is None else _("None is left."))
            self.fields.when.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.told.emit(self._visits(times))

    def _is_account_said(self) -> bool:
        self.account.finish()
        if self.fields.relationship is not None:
            return True
        self._say(_("Say with whom."))
        self.account.line.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def _times(self) -> tuple[When, ...]:
        understood = self.fields.understood()
        if understood is None:
            return ()
        is_many = len(self.series.days(understood.day)) > 1
        return self.series.times() if is_many else (understood.when,)

    def _visits(self, times: tuple[When, ...]) -> Visits:
        fields, whole = self.fields, self.fields.relationship
        if whole is None:
            message = "nothing is told without an account"
            raise ValueError(message)
        is_visit = fields.is_visit()
        guests = (*fields.theirs.chosen(), *fields.ours.chosen())
        return Visits(
            account_id=whole.account.id,
            times=times,
            people=tuple(each.somebody for each in guests),
            kind=fields.kind_chosen(),
            minutes=fields.length(),
            place=self.place.text().strip() if is_visit else "",
            travel_min=fields.way() if is_visit else None,
            purpose=self.purpose.text().strip(),
            best=self.best.text().strip(),
            least=self.least.text().strip(),
        )

    def _say(self, words: str) -> None:
        self._missing.setText(words)
        announce(self._missing, words)


def _line(name: str, hint: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    return made
