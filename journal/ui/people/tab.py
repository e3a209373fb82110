"""The People tab of an account: who is there on both sides, and all that is known of each."""

from collections.abc import Iterator
from itertools import chain

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from journal.domain.person import Person
from journal.domain.record import PersonId, RecordId
from journal.operations import known, people, reading
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.operations.people import Place
from journal.ui.people.add_person_dialog import AddPersonDialog, Newcomer
from journal.ui.people.chart import Chart
from journal.ui.people.chart_model import NOBODY
from journal.ui.people.outline import Entry, Group, outline
from journal.ui.people.person_panel import PersonPanel
from journal.ui.people.portrait import portrait
from journal.ui.people.words import answer, owner_words
from journal.ui.saving import Saver
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.buttons import Button
from journal.ui.shared.evidence import Evidence
from journal.ui.shared.known_field import Known
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.readings import day_reader
from journal.ui.theme import Theme
from journal.wording import _

_LIST_SHARE, _PANEL_SHARE = 4, 9
_TEXT_LETTERS = 70


class PeopleTab(Evidence):
    """The arrow keys go from person to person, Enter to what is known of one, Esc back.

    `hand_over_wanted` asks for the dialog in which the account is given to a colleague. The others
    ask for what is held about a person, and to erase them.
    """

    hand_over_wanted = Signal()
    holding_wanted = Signal(str)
    erase_wanted = Signal(str)

    def __init__(
        self, *, journal: Journal, saver: Saver, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._view: AccountView | None = None
        self._entries: tuple[Entry, ...] = ()
        self._shown = NOBODY
        self._person: PersonId | None = None
        self._dialog: QDialog | None = None
        self._answer = Label(kind=Kind.STATEMENT, wraps=True)
        self._owner = Label(kind=Kind.MUTE, wraps=True)
        self.hand_over = Button(_("Hand over…"))
        self.add = Button(_("Add person…"))
        self.chart = Chart(theme)
        self.panel = PersonPanel(journal, saver)
        self._beside = QStackedWidget()
        self._card = QFrame()
        self._empty = Label(kind=Kind.MUTE, wraps=True)
        self._lay_out()
        self._connect()

    def answer(self) -> str:
        """Return the sentence that the tab opens with."""
        return self._answer.text()

    @property
    @override
    def person(self) -> PersonId | None:
        return self._person

    @override
    def show_account(self, view: AccountView) -> None:
        if self._view is None or self._view.relationship.account.id != view.relationship.account.id:
            self.panel.leave()
            self._shown, self._person = NOBODY, None
        self._view = view
        self._entries = outline(view.relationship, view.today)
        measured = {each.person_id for each in view.relationship.metrics}
        self._answer.setText(answer(self._entries, frozenset(filter(None, measured))))
        self._owner.setText(owner_words(self._entries, view.today))
        self._owner.setVisible(bool(self._owner.text()))
        self.chart.show_entries(self._entries, view.today)
        self._card.setVisible(bool(self._entries))
        self._empty.setVisible(not self._entries)
        self._show(self._still())

    @override
    def choose(self, record_id: RecordId) -> None:
        """Show somebody, by the role or by the person."""
        role = (each for each in self._entries if each.key == record_id)
        person = (each for each in self._entries if _id_of(each) == record_id)
        self._show(next(chain(role, person), None))

    @override
    def leave(self) -> None:
        self.panel.leave()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.chart.hasFocus():
            self.chart.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(4)
        said.addWidget(self._answer)
        said.addWidget(self._owner)
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addLayout(said, 1)
        above.addWidget(self.hand_over, 0, Qt.AlignmentFlag.AlignTop)
        above.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        gone = Label(
            _("This person is in the trash. What was noted of their time here stays."),
            Kind.MUTE,
            wraps=True,
        )
        gone.setMargin(16)
        gone.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._beside.addWidget(self.panel)
        self._beside.addWidget(gone)
        line = QFrame()
        line.setProperty("kind", "rule")
        line.setFixedWidth(1)
        self._card.setProperty("kind", "card")
        row = QHBoxLayout(self._card)
        row.setContentsMargins(0, 0, 1, 0)
        row.setSpacing(0)
        row.addSpacing(6)
        row.addWidget(self.chart, _LIST_SHARE)
        row.addWidget(line)
        row.addWidget(self._beside, _PANEL_SHARE)
        self._empty.setText(
            _(
                "Who decides, who is measured by what, who reports to whom, and who of us looked "
                "after them will stand here. Begin with the one whom you meet."
            )
        )
        self.setFocusProxy(self.chart)
        self._empty.setMaximumWidth(_TEXT_LETTERS * self.fontMetrics().averageCharWidth())
        whole = column(self, margins=(0, 0, 0, 0), gap=12)
        whole.addLayout(above)
        whole.addWidget(self._empty)
        whole.addWidget(self._card, 1)
        whole.addStretch(0)

    def _connect(self) -> None:
        self.add.clicked.connect(self._add_clicked)
        self.hand_over.clicked.connect(self.hand_over_wanted)
        self.chart.entry_chosen.connect(self._entry_chosen)
        self.chart.entered.connect(self.panel.setFocus)
        self.panel.failed.connect(self.failed)
        self.panel.record_wanted.connect(self.record_wanted)
        self.panel.holding_wanted.connect(self.holding_wanted)
        self.panel.erase_wanted.connect(self.erase_wanted)

    def _still(self) -> Entry | None:
        """Return the entry that was shown, or else that of the same person, or else the first."""
        same = (each for each in self._entries if each.key == self._shown)
        known_one = self._person is not None
        person = (each for each in self._entries if known_one and _id_of(each) == self._person)
        return next(chain(same, person, self._entries), None)

    def _show(self, entry: Entry | None) -> None:
        if entry is None or self._view is None:
            return
        if entry.key != self._shown:
            self.panel.leave()
        self._shown = entry.key
        self._person = _id_of(entry)
        self.chart.choose(entry.key)
        self._beside.setCurrentIndex(0 if entry.person is not None else 1)
        if entry.person is None:
            return
        whole, person = self._view.relationship, entry.person
        elsewhere = self.attempt(
            lambda: known.roles_elsewhere(self._journal, person.id, whole.account.id)
        )
        self.panel.show_portrait(portrait(whole, entry, person, elsewhere or (), self._view.today))

    @Slot(str)
    def _entry_chosen(self, key: str) -> None:
        self.choose(RecordId(key))

    @Slot()
    def _add_clicked(self) -> None:
        found = self.attempt(lambda: tuple(self._acquaintances()))
        if found is None:
            return
        read_day = day_reader(self._journal.now, self._journal.zone)
        dialog = AddPersonDialog(found, self._alike, read_day, self.window())
        dialog.told.connect(self._newcomer_told)
        self._dialog = dialog
        dialog.open()

    @Slot(object)
    def _newcomer_told(self, newcomer: Newcomer) -> None:
        if self._view is not None:
            place = Place(
                account_id=self._view.relationship.account.id,
                title=newcomer.title,
                start=newcomer.start,
            )
            self._did(self.attempt(lambda: people.add_person(self._journal, newcomer.who, place)))

    def _did(self, change: Change | None) -> None:
        """Close the dialog and show whom it was about; where it was refused it stays open."""
        if change is None or self._dialog is None:
            return
        self._dialog.accept()
        self._dialog = None
        self._show(next((each for each in self._entries if each.key in change.ids), None))
        self.chart.setFocus(Qt.FocusReason.OtherFocusReason)

    def _alike(self, name: str) -> tuple[Person, ...]:
        return self.attempt(lambda: known.similar_people(self._journal, name)) or ()

    def _acquaintances(self) -> Iterator[Known]:
        """Yield whom one may mean, with where they are; nobody who is here already."""
        here = {
            each.person.id
            for each in self._entries
            if each.group is Group.THEIRS and each.person is not None
        }
        for each in reading.acquaintances(self._journal):
            if each.person_id not in here:
                words = _("{name} · {account}").format(name=each.name, account=each.account_name)
                yield Known(id=each.person_id, words=words)


def _id_of(entry: Entry) -> PersonId | None:
    return None if entry.person is None else entry.person.id
