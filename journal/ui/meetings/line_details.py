"""The choices of one line, below its row; each is written when it is made."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from journal.domain.metric import Metric
from journal.domain.person import Person, StandingCommitment
from journal.domain.plan import Barrier, Option, Question, Vision
from journal.domain.promise import Promise, Quote
from journal.domain.record import PersonId, Record, Side, Visibility
from journal.typed.schedules import Recurring, recurs_words
from journal.typed.understood import Bearings, Lean
from journal.ui.meetings import line_choices as choices
from journal.ui.meetings.line_choices import Around, Owned, Shareable, Sourced, Spoken
from journal.ui.meetings.line_words import role_of
from journal.ui.saving import Saver
from journal.ui.shared.buttons import quiet_button
from journal.ui.shared.choice_field import ChoiceField
from journal.ui.shared.form import Form
from journal.ui.shared.labels import column
from journal.ui.shared.read_field import ReadField
from journal.ui.shared.readings import day_reader, day_text
from journal.ui.shared.saved_fields import SavedLine
from journal.ui.shared.tick_box import TickBox
from journal.wording import _

_LABEL_LETTERS = 17


class LineDetails(QWidget):
    """Says `changed` with the record as it is to be, `removed` where it is to go."""

    changed = Signal(object)
    removed = Signal()

    def __init__(
        self, saver: Saver, record: Record, around: Around, parent: QWidget | None = None
    ) -> None:
        """Make what can be chosen of that kind of record."""
        super().__init__(parent)
        self._record = record
        self._around = around
        self._shown: list[Callable[[], None]] = []
        self._stops: list[QWidget] = []
        self.form = Form(label_letters=_LABEL_LETTERS)
        self._make_owner()
        self._make_when()
        self._make_words(saver)
        self._make_source()
        self.remove_button = quiet_button(_("Remove this line"))
        self.remove_button.setToolTip(_("Ctrl+Delete in its text"))
        self.remove_button.clicked.connect(self.removed)
        upright = column(self, margins=(0, 4, 0, 8), gap=8)
        upright.addWidget(self.form)
        upright.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_record(record, around)

    def show_record(self, record: Record, around: Around) -> None:
        """Show the record as it is now."""
        self._record, self._around = record, around
        for show in self._shown:
            show()

    def follow(self, before: QWidget) -> None:
        """Let Tab come here from a widget, and then from choice to choice."""
        for stop in (*self._stops, self.remove_button):
            QWidget.setTabOrder(before, stop)
            before = stop

    def _make_owner(self) -> None:
        if isinstance(self._record, Owned):
            self.owner: ChoiceField[choices.Owner] = ChoiceField(
                _("Whose"), choices.owner_choices(self._around)
            )
            self.owner.told.connect(self._owner_told)
            self._add(_("Whose"), self.owner, self._show_owner)
        if isinstance(self._record, Barrier):
            self.share = ChoiceField(_("Whose part it is"), choices.share_choices())
            self.share.told.connect(self._share_told)
            self._add(_("Whose part"), self.share, self._show_share)
        if isinstance(self._record, Spoken):
            self.person: ChoiceField[PersonId | None] = ChoiceField(
                _person_words(self._record), choices.person_choices(self._around, self._record)
            )
            self.person.told.connect(self._person_told)
            self._add(_person_words(self._record), self.person, self._show_person)

    def _make_when(self) -> None:
        if isinstance(self._record, Promise | Vision):
            words = _("By") if isinstance(self._record, Promise) else _("Comes back")
            bearings = self._around.bearings
            self.day = ReadField(words, day_reader(_now(bearings), bearings().zone, Lean.FORWARD))
            self.day.line.setPlaceholderText(_("fri, in 2 weeks, 30 jun"))
            self.day.told.connect(self._day_told)
            self._add(words, self.day, self._show_day)
        if isinstance(self._record, StandingCommitment):
            reader = choices.recurrence_reader(self._record.title, self._around.bearings)
            self.often = ReadField(_("How often"), reader)
            self.often.told.connect(self._often_told)
            self._add(_("How often"), self.often, self._show_often)

    def _make_words(self, saver: Saver) -> None:
        if isinstance(self._record, Metric):
            self.unit = SavedLine(saver, _("Unit"))
            self.target = SavedLine(saver, _("Target"))
            self._add(_("Unit"), self.unit, self._show_unit)
            self._add(_("Target"), self.target, self._show_unit)
        if isinstance(self._record, Person):
            self.title = SavedLine(saver, _("Title"))
            self._add(_("Title"), self.title, self._show_title)
        if isinstance(self._record, Option):
            self.answer = ReadField(_("How it was answered"), choices.read_words)
            self.answer.line.setPlaceholderText(_("in their words"))
            self.answer.told.connect(self._answer_told)
            self.refused = TickBox(_("That was a no"))
            self.refused.clicked.connect(self._refused_clicked)
            self._add(_("Answer"), self.answer, self._show_answer)
            self._add("", self.refused, self._show_answer)

    def _make_source(self) -> None:
        if isinstance(self._record, Sourced):
            self.source: ChoiceField[choices.Source] = ChoiceField(
                _("How we know it"), choices.source_choices(self._around, self._record)
            )
            self.source.told.connect(self._source_told)
            self._add(_("How we know it"), self.source, self._show_source)
        if isinstance(self._record, Shareable):
            self.sharing = TickBox(_("May be shared with them"))
            self.sharing.clicked.connect(self._sharing_clicked)
            self._add(_("Visibility"), self.sharing, self._show_sharing)

    def _add(self, words: str, field: QWidget, show: Callable[[], None]) -> None:
        self.form.add(words, field)
        self._shown.append(show)
        self._stops.append(field.focusProxy() or field)

    def _show_owner(self) -> None:
        if isinstance(self._record, Owned):
            self.owner.set_choices(choices.owner_choices(self._around))
            self.owner.show_value((self._record.side, self._record.person_id))

    def _show_share(self) -> None:
        if isinstance(self._record, Barrier):
            self.share.show_value(self._record.share)

    def _show_person(self) -> None:
        if isinstance(self._record, Spoken):
            self.person.set_choices(choices.person_choices(self._around, self._record))
            self.person.show_value(choices.person_of(self._record))

    def _show_day(self) -> None:
        if isinstance(self._record, Promise | Vision):
            self.day.show_value(self._record.due_on, day_text(self._record.due_on))

    def _show_often(self) -> None:
        if isinstance(self._record, StandingCommitment):
            self.often.show_value(self._record.rule, recurs_words(self._record))

    def _show_unit(self) -> None:
        if isinstance(self._record, Metric):
            self.unit.bind(self._record, "unit", _("Edit unit"))
            self.target.bind(self._record, "target", _("Edit target"))

    def _show_title(self) -> None:
        if isinstance(self._record, Person):
            role = role_of(self._record, self._around.whole)
            if role is not None:
                self.title.bind(role, "title", _("Edit title"))

    def _show_answer(self) -> None:
        if isinstance(self._record, Option):
            self.answer.show_value(self._record.answer, self._record.answer)
            with QSignalBlocker(self.refused):
                self.refused.setChecked(self._record.refused)
            self.refused.setEnabled(bool(self._record.answer))

    def _show_source(self) -> None:
        if isinstance(self._record, Sourced):
            self.source.set_choices(choices.source_choices(self._around, self._record))
            self.source.show_value(choices.source_of(self._record))

    def _show_sharing(self) -> None:
        if isinstance(self._record, Shareable):
            with QSignalBlocker(self.sharing):
                self.sharing.setChecked(self._record.visibility is Visibility.SHAREABLE)

    @Slot(object)
    def _owner_told(self, owner: choices.Owner) -> None:
        if isinstance(self._record, Owned):
            self.changed.emit(choices.with_owner(self._record, owner))

    @Slot(object)
    def _share_told(self, share: Side) -> None:
        if isinstance(self._record, Barrier):
            self.changed.emit(choices.with_share(self._record, share))

    @Slot(object)
    def _person_told(self, person: PersonId | None) -> None:
        if isinstance(self._record, Spoken):
            self.changed.emit(choices.with_person(self._record, person, self._around))

    @Slot(object)
    def _day_told(self, day: date | None) -> None:
        if isinstance(self._record, Promise | Vision):
            self.changed.emit(choices.with_day(self._record, day))

    @Slot(object)
    def _often_told(self, recurring: Recurring | None) -> None:
        if isinstance(self._record, StandingCommitment) and recurring is not None:
            self.changed.emit(choices.with_recurrence(self._record, recurring))

    @Slot(object)
    def _answer_told(self, answer: object) -> None:
        if isinstance(self._record, Option):
            words, today = str(answer or ""), self._around.today
            self.changed.emit(choices.with_answer(self._record, words, today))

    @Slot(bool)
    def _refused_clicked(self, refused: bool) -> None:  # noqa: FBT001  Qt's own signal
        if isinstance(self._record, Option):
            self.changed.emit(choices.with_refusal(self._record, refused=refused))

    @Slot(object)
    def _source_told(self, source: choices.Source) -> None:
        if isinstance(self._record, Sourced):
            self.changed.emit(choices.with_source(self._record, source))

    @Slot(bool)
    def _sharing_clicked(self, may_share: bool) -> None:  # noqa: FBT001  Qt's own signal
        if isinstance(self._record, Shareable):
            self.changed.emit(choices.with_sharing(self._record, may_share=may_share))


def _now(bearings: Callable[[], Bearings]) -> Callable[[], datetime]:
    def now() -> datetime:
        return bearings().now

    return now


def _person_words(record: Spoken) -> str:
    return {
        Quote: _("Said by"),
        Question: _("To ask"),
        StandingCommitment: _("In the calendar of"),
        Barrier: _("Named by"),
    }[type(record)]
