"""One person, as they stand in an account: all that is known, each part saved by itself."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journal.domain.metric import Metric, MetricReading
from journal.domain.person import Role, StandingCommitment
from journal.domain.record import CommitmentId, MetricId, Record, Side
from journal.operations import commitments, people, records
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.operations.people import Place, Somebody
from journal.typed.schedules import Recurring
from journal.ui.people.commitments_field import CommitmentsField
from journal.ui.people.elsewhere import ElsewhereField
from journal.ui.people.metrics_field import MetricsField
from journal.ui.people.portrait import Portrait
from journal.ui.people.role_fields import Dated, Reporting, RoleFields
from journal.ui.people.words import role_words
from journal.ui.saving import Saver
from journal.ui.shared.buttons import other_button
from journal.ui.shared.form import Form, Scrolled
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.metric_row import WasRead
from journal.ui.shared.page import Page
from journal.ui.shared.read_field import ReadField
from journal.ui.shared.readings import day_reader
from journal.ui.shared.readings_field import value_reader
from journal.ui.shared.saved_fields import SavedLine, SavedText
from journal.wording import _

_TEXT_LINES = 3


class PersonPanel(Page):
    """Texts save themselves; everything else is one operation as soon as it is told.

    `holding_wanted` asks for all that is held about a person, `erase_wanted` to erase them.
    """

    holding_wanted = Signal(str)
    erase_wanted = Signal(str)

    def __init__(self, journal: Journal, saver: Saver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._saver = saver
        self._portrait: Portrait | None = None
        self.setObjectName("facts")  # the stylesheet draws its fields as lines
        self.name = SavedLine(saver, _("Name"), needs_text=True)
        self.role = RoleFields(saver, day_reader(journal.now, journal.zone))
        self.give_role = other_button(_("Give a role here"))
        self.metrics = MetricsField(saver, value_reader(journal.now, journal.zone))
        self.commitments = CommitmentsField(saver, journal.now)
        self.remember = _text(saver, _("To remember"))
        self.avoid = _text(saver, _("To avoid"))
        self.email = SavedLine(saver, _("Email"))
        self.phone = SavedLine(saver, _("Phone"))
        self.note = _text(saver, _("Note"))
        self.trash_role = other_button(_("Remove this role"))
        self.trash = other_button(_("Trash this person"))
        self.trash.setToolTip(_("For a wrong entry; who leaves gets a day instead"))
        self.holding = other_button(_("What we hold…"))
        self.holding.setToolTip(_("All about this person, over all accounts, to save or to print"))
        self.erase = other_button(_("Erase for good…"))
        self.elsewhere = ElsewhereField(self.trash_role)
        self._earlier = Label(kind=Kind.MUTE, wraps=True)
        self._lay_out()
        self._connect()

    def show_portrait(self, portrait: Portrait) -> None:
        """Show somebody, or the same one as they are now."""
        self._portrait = portrait
        person, role = portrait.person, portrait.role
        self.name.bind(person, "name", _("Edit name"))
        self.email.bind(person, "email", _("Edit email"))
        self.phone.bind(person, "phone", _("Edit phone"))
        self.remember.bind(person, "remember", _("Edit what to remember"))
        self.avoid.bind(person, "avoid", _("Edit what to avoid"))
        self.note.bind(person, "note", _("Edit note"))
        self.role.setVisible(role is not None)
        self.give_role.setVisible(role is None)
        self.trash_role.setVisible(role is not None)
        self.trash.setVisible(not person.is_self)
        self.erase.setVisible(not person.is_self)
        if role is not None:
            self.role.show_role(role, portrait.theirs)
        self.metrics.show_metrics(portrait.metrics, portrait.readings, portrait.theirs)
        zone = portrait.zone or self._journal.zone
        self.commitments.show_commitments(portrait.commitments, portrait.today, zone)
        is_theirs = role is None or role.side is Side.THEIRS
        self._calendar.setVisible(is_theirs or bool(portrait.commitments))
        self.elsewhere.show_roles(portrait.elsewhere, portrait.today)
        self._other.setVisible(bool(portrait.elsewhere))
        roles = "; ".join(role_words(each, portrait.today) for each in portrait.earlier)
        self._earlier.setText(_("Earlier here: {roles}").format(roles=roles))
        self._earlier.setVisible(bool(portrait.earlier))

    def leave(self) -> None:
        """Save what is typed, before somebody else is shown or all is closed."""
        for each in self.findChildren(ReadField):
            each.leave()
        self._saver.flush()

    def _lay_out(self) -> None:
        who, treat = Form(), Form()
        who.add(_("Name"), self.name)
        for words, field in (
            (_("To remember"), self.remember),
            (_("To avoid"), self.avoid),
            (_("Email"), self.email),
            (_("Phone"), self.phone),
            (_("Note"), self.note),
        ):
            treat.add(words, field)
        content = QWidget()
        inside = column(content, margins=(16, 12, 12, 16), gap=20)
        top = QVBoxLayout()
        top.setSpacing(8)
        for each in (who, self.role, self._earlier, _beside(self.give_role)):
            top.addWidget(each)
        inside.addLayout(top)
        inside.addWidget(_part(_("How they are measured"), self.metrics))
        self._calendar = _part(_("What recurs in their calendar"), self.commitments)
        inside.addWidget(self._calendar)
        inside.addWidget(_part(_("How to treat and to reach them"), treat))
        self._other = _part(_("In other accounts"), self.elsewhere)
        inside.addWidget(self._other)
        inside.addWidget(_beside(self.trash_role, self.trash))
        inside.addWidget(_beside(self.holding, self.erase))
        inside.addStretch(1)
        column(self, margins=(0, 0, 0, 0), gap=0).addWidget(Scrolled(_("Person"), content))
        self.setFocusProxy(self.name)

    def _connect(self) -> None:
        self.role.changed.connect(self._role_changed)
        self.role.dated.connect(self._dated)
        self.role.reporting.connect(self._reporting)
        self.give_role.clicked.connect(self._role_wanted)
        self.metrics.added.connect(self._metric_added)
        self.metrics.was_read.connect(self._was_read)
        self.metrics.changed.connect(self._line_changed)
        self.metrics.trashed.connect(self._line_trashed)
        self.commitments.added.connect(self._commitment_added)
        self.commitments.changed.connect(self._line_changed)
        self.commitments.trashed.connect(self._line_trashed)
        self.elsewhere.account_wanted.connect(self._account_wanted)
        self.trash_role.clicked.connect(self._trash_role_clicked)
        self.trash.clicked.connect(self._trash_clicked)
        self.holding.clicked.connect(self._holding_clicked)
        self.erase.clicked.connect(self._erase_clicked)

    @Slot(object, str)
    def _role_changed(self, role: Role, name: str) -> None:
        self._do(lambda: records.edit(self._journal, name, role))

    @Slot(object)
    def _dated(self, dated: Dated) -> None:
        self._do(lambda: people.date_role(self._journal, dated.role, dated.start, dated.end))

    @Slot(object)
    def _reporting(self, reporting: Reporting) -> None:
        self._do(lambda: people.report_to(self._journal, reporting.role, reporting.boss))

    @Slot()
    def _role_wanted(self) -> None:
        shown = self._portrait
        if shown is not None:
            who, place = Somebody(known=shown.person.id), Place(account_id=shown.account_id)
            self._do(lambda: people.add_person(self._journal, who, place))

    @Slot(str)
    def _metric_added(self, text: str) -> None:
        shown = self._portrait
        if shown is not None:
            metric = Metric(
                id=MetricId(self._journal.new_id()),
                account_id=shown.account_id,
                text=text,
                side=Side.THEIRS if shown.role is None else shown.role.side,
                person_id=shown.person.id,
                noted_on=shown.today,
                position=max((each.position for each in shown.metrics), default=0) + 1,
            )
            self._do(lambda: records.add(self._journal, _("Add metric"), metric))

    @Slot(object)
    def _was_read(self, found: WasRead) -> None:
        reading = MetricReading(
            id=self._journal.new_id(),
            metric_id=found.metric.id,
            day=found.read.day,
            value=found.read.value,
        )
        self._do(lambda: records.add(self._journal, _("Add reading"), reading))

    @Slot(object)
    def _commitment_added(self, recurring: Recurring) -> None:
        shown = self._portrait
        if shown is not None:
            commitment = StandingCommitment(
                id=CommitmentId(self._journal.new_id()),
                person_id=shown.person.id,
                title=recurring.title,
                rule=recurring.schedule.rule,
                first_day=recurring.first_day,
                start=recurring.start,
                minutes=recurring.minutes,
                zone=shown.zone or self._journal.zone,
            )
            self._do(lambda: commitments.note_commitment(self._journal, commitment))

    @Slot(object)
    def _line_changed(self, record: Metric | MetricReading | StandingCommitment) -> None:
        if isinstance(record, StandingCommitment):
            self._do(lambda: commitments.change_commitment(self._journal, record))
        else:
            name = _("Change metric") if isinstance(record, Metric) else _("Change reading")
            self._do(lambda: records.edit(self._journal, name, record))

    @Slot(object)
    def _line_trashed(self, record: Record) -> None:
        if isinstance(record, Metric):
            self._do(lambda: people.trash_metric(self._journal, record))
        else:
            is_reading = isinstance(record, MetricReading)
            name = _("Trash reading") if is_reading else _("Trash standing commitment")
            self._do(lambda: records.trash(self._journal, name, record))

    @Slot(str)
    def _account_wanted(self, account_id: str) -> None:
        self.record_wanted.emit(account_id, "")

    @Slot()
    def _trash_role_clicked(self) -> None:
        role = None if self._portrait is None else self._portrait.role
        if role is not None:
            self._do(lambda: records.trash(self._journal, _("Trash role"), role))

    @Slot()
    def _trash_clicked(self) -> None:
        shown = self._portrait
        if shown is not None:
            self._do(lambda: people.trash_person(self._journal, shown.person.id))

    @Slot()
    def _holding_clicked(self) -> None:
        if self._portrait is not None:
            self.leave()
            self.holding_wanted.emit(self._portrait.person.id)

    @Slot()
    def _erase_clicked(self) -> None:
        if self._portrait is not None:
            self.leave()
            self.erase_wanted.emit(self._portrait.person.id)

    def _do(self, verb: Callable[[], Change]) -> None:
        """Do it; where the world does not allow it, show what is so."""
        if self.attempt(verb) is None and self._portrait is not None:
            self.show_portrait(self._portrait)


def _part(words: str, field: QWidget) -> QWidget:
    made = QWidget()
    inside = column(made, margins=(0, 0, 0, 0), gap=8)
    inside.addWidget(Label(words, Kind.STRONG, wraps=True))
    inside.addWidget(field)
    return made


def _beside(*buttons: QPushButton) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for each in buttons:
        row.addWidget(each)
    row.addStretch(1)
    return made


def _text(saver: Saver, name: str) -> SavedText:
    made = SavedText(saver, name)
    made.setFixedHeight(_TEXT_LINES * made.fontMetrics().lineSpacing() + 14)
    return made
