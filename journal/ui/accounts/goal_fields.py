"""The goal of an account: the rating to reach by a day, and whether they know of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from journal.domain.person import Person
from journal.domain.rating import Goal, Level
from journal.domain.record import PersonId
from journal.levels import level_words
from journal.operations.goals import Wanted
from journal.operations.journal import Journal
from journal.typed.understood import Lean
from journal.ui.saving import Saver
from journal.ui.shared.buttons import other_button
from journal.ui.shared.choice_field import ChoiceField
from journal.ui.shared.form import Form
from journal.ui.shared.labels import column
from journal.ui.shared.level_field import LevelField
from journal.ui.shared.read_field import Reader, ReadField, Reading
from journal.ui.shared.readings import day_reader, day_text
from journal.ui.shared.saved_fields import SavedLine
from journal.ui.shared.words import date_words
from journal.wording import _


class NewGoal(QWidget):
    """Says `wanted` with what is to be reached once a rating and a day are given."""

    wanted = Signal(Wanted)

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.level = LevelField(_("Rating to reach"))
        self.by = ReadField(_("To be reached by"), _ahead(journal, journal.today))
        self.by.line.setPlaceholderText(_("30 jun 2027"))
        self.sentence = QLineEdit()
        self.sentence.setAccessibleName(_("The goal in a sentence"))
        self.sentence.setPlaceholderText(_("in one sentence, as you would say it to them"))
        self.set_button = other_button(_("Set goal"))
        form = Form()
        form.add(_("To reach"), self.level)
        form.add(_("By"), self.by)
        form.add(_("In a sentence"), self.sentence)
        inside = column(self, margins=(0, 0, 0, 0), gap=8)
        inside.addWidget(form)
        inside.addLayout(_beside(self.set_button))
        self.setFocusProxy(self.level)
        self._connect()
        self._tell()

    def clear(self) -> None:
        """Begin afresh."""
        self.level.show_level(None)
        self.by.show_value(None, "")
        self.sentence.clear()
        self._tell()

    def _connect(self) -> None:
        self.level.told.connect(self._tell)
        self.by.told.connect(self._tell)
        self.by.line.textEdited.connect(self._tell)
        self.sentence.returnPressed.connect(self._set_clicked)
        self.set_button.clicked.connect(self._set_clicked)

    @Slot()
    def _tell(self) -> None:
        has_day = bool(self.by.line.text().strip())
        self.set_button.setEnabled(self.level.level is not None and has_day)

    @Slot()
    def _set_clicked(self) -> None:
        is_understood = self.by.finish()
        level, by = self.level.level, self.by.value
        if is_understood and level is not None and isinstance(by, date):
            self.wanted.emit(Wanted(level=level, by=by, sentence=self.sentence.text()))


class StandingGoal(QWidget):
    """The goal that stands; its sentence saves itself, each other answer is told at once.

    `shared` says since when they know of it and who was told, or None and None.
    """

    changed = Signal(Wanted)
    shared = Signal(object, object)
    ended = Signal()

    def __init__(self, journal: Journal, saver: Saver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saver = saver
        self._goal: Goal | None = None
        self.level = LevelField(_("Rating to reach"))
        self.by = ReadField(_("To be reached by"), _ahead(journal, self._set_on))
        self.sentence = SavedLine(saver, _("The goal in a sentence"))
        self.shared_on = ReadField(_("Shared with them on"), day_reader(journal.now, journal.zone))
        self.shared_on.line.setPlaceholderText(_("not shared yet"))
        self.shared_with = ChoiceField[PersonId | None](_("Shared with"), [(None, _nobody())])
        self.end_button = other_button(_("End goal"))
        self.end_button.setToolTip(_("Reached or given up; it stays readable below"))
        self._form = Form()
        self._form.add(_("To reach"), self.level)
        self._form.add(_("By"), self.by)
        self._form.add(_("In a sentence"), self.sentence)
        self._form.add(_("Shared on"), self.shared_on)
        self._form.add(_("Shared with"), self.shared_with)
        inside = column(self, margins=(0, 0, 0, 0), gap=8)
        inside.addWidget(self._form)
        inside.addLayout(_beside(self.end_button))
        self.setFocusProxy(self.level)
        self._connect()

    def show_goal(self, goal: Goal, people: Sequence[Person]) -> None:
        """Show it.

        Args:
            goal: One that stands.
            people: With whom it may have been shared.
        """
        self._goal = goal
        self.level.show_level(goal.level)
        self.by.show_value(goal.by, day_text(goal.by))
        self.sentence.bind(goal, "sentence", _("Edit goal"))
        self.shared_on.show_value(goal.shared_on, day_text(goal.shared_on))
        choices = [(None, _nobody()), *((each.id, each.name) for each in people)]
        self.shared_with.set_choices(choices)
        self.shared_with.show_value(goal.shared_with_id)
        self._form.set_visible(self.shared_with, visible=goal.shared_on is not None)

    def _connect(self) -> None:
        self.level.told.connect(self._level_told)
        self.by.told.connect(self._day_told)
        self.shared_on.told.connect(self._shared_told)
        self.shared_with.told.connect(self._person_told)
        self.end_button.clicked.connect(self._end_clicked)

    def _set_on(self) -> date:
        return date.min if self._goal is None else self._goal.set_on

    def _wanted(self) -> Wanted | None:
        """Return what stands once what was typed is in the file."""
        self._saver.flush()
        goal = self._goal
        if goal is None:
            return None
        return Wanted(level=goal.level, by=goal.by, sentence=goal.sentence)

    @Slot(Level)
    def _level_told(self, level: Level) -> None:
        wanted = self._wanted()
        if wanted is not None and wanted.level is not level:
            self.changed.emit(replace(wanted, level=level))

    @Slot(object)
    def _day_told(self, by: date | None) -> None:
        wanted = self._wanted()
        if wanted is None:
            return
        if by is None:  # a goal has a day
            self.by.show_value(wanted.by, day_text(wanted.by))
        elif by != wanted.by:
            self.changed.emit(replace(wanted, by=by))

    @Slot(object)
    def _shared_told(self, day: date | None) -> None:
        person = None if self._goal is None or day is None else self._goal.shared_with_id
        self.shared.emit(day, person)

    @Slot(object)
    def _person_told(self, person: PersonId | None) -> None:
        self.shared.emit(None if self._goal is None else self._goal.shared_on, person)

    @Slot()
    def _end_clicked(self) -> None:
        self.ended.emit()


def past_words(goal: Goal, today: date) -> str:
    """Say what was once aimed at: `Positive by 30 Jun 2026 · set 1 Sep 2025, ended 3 Mar`."""
    aim = _("{level} by {day}").format(
        level=level_words(goal.level), day=date_words(goal.by, today)
    )
    when = _("set {day}").format(day=date_words(goal.set_on, today))
    if goal.ended_on is not None:
        when = _("{set}, ended {day}").format(set=when, day=date_words(goal.ended_on, today))
    return " · ".join(each for each in (aim, when, goal.sentence) if each)


def _ahead(journal: Journal, earliest: Callable[[], date]) -> Reader:
    """Make a reader of the days on which a goal can be due."""
    read_day = day_reader(journal.now, journal.zone, Lean.FORWARD)

    def read(text: str) -> Reading:
        reading = read_day(text)
        if isinstance(reading.value, date) and reading.value < earliest():
            said = _("{day} is past; a goal lies ahead.").format(day=reading.words)
            return Reading(words=said, is_refused=True)
        return reading

    return read


def _nobody() -> str:
    return _("nobody in particular")


def _beside(button: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch(1)
    return row
