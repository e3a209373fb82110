"""How an option or a question was answered, in their words, and when."""

from datetime import date

from PySide6.QtCore import QSignalBlocker, Slot
from typing_extensions import override

from journal.domain.plan import Option, Question
from journal.operations import plans
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.typed.findings import is_refusal
from journal.ui.negotiation.choices import Around
from journal.ui.negotiation.fields import Fields
from journal.ui.saving import Saver
from journal.ui.shared.read_field import ReadField, Reading
from journal.ui.shared.readings import day_reader, day_text
from journal.ui.shared.tick_box import TickBox
from journal.wording import _

Asked = Option | Question


class AnswerFields(Fields[Asked]):
    """An answer without a day is one of today, and one that sounds like a no is one."""

    def __init__(self, journal: Journal, saver: Saver) -> None:
        super().__init__(journal, saver)
        self.answer = ReadField(_("How it was answered"), _as_typed, beside=False)
        self.answer.line.setPlaceholderText(_("in their words"))
        self.day = ReadField(_("Answered on"), day_reader(journal.now, journal.zone))
        self.day.line.setPlaceholderText(_("not yet"))
        self.refused = TickBox(_("That was a no"))
        self.form.add(_("Answer"), self.answer)
        self.form.add(_("Answered"), self.day)
        self.form.add("", self.refused)
        self._connect()

    @override
    def show_facts(self, line: Asked, around: Around) -> None:
        self.answer.show_value(line.answer, line.answer)
        self.day.show_value(_day_of(line), day_text(_day_of(line)))
        self.form.set_visible(self.refused, visible=isinstance(line, Option))
        with QSignalBlocker(self.refused):
            self.refused.setChecked(_is_refused(line))
        self.refused.setEnabled(bool(line.answer.strip()))

    def _connect(self) -> None:
        self.answer.told.connect(self._answer_told)
        self.day.told.connect(self._day_told)
        self.refused.clicked.connect(self._refused_clicked)

    @Slot(object)
    def _answer_told(self, told: object) -> None:
        words = str(told or "")
        self.do(lambda line: self._answered(line, words))

    @Slot(object)
    def _day_told(self, day: date | None) -> None:
        self.do(lambda line: self._note(line, line.answer, day, refused=_is_refused(line)))

    @Slot()
    def _refused_clicked(self) -> None:
        refused = self.refused.isChecked()
        self.do(lambda line: self._note(line, line.answer, _day_of(line), refused=refused))

    def _answered(self, line: Asked, words: str) -> Change:
        day = (_day_of(line) or self.journal.today()) if words else None
        return self._note(line, words, day, refused=is_refusal(words))

    def _note(self, line: Asked, words: str, day: date | None, *, refused: bool) -> Change:
        if isinstance(line, Question):
            return plans.answer_question(self.journal, line, words, day)
        is_no = refused and bool(words.strip())  # without an answer there was none
        return plans.answer_option(self.journal, line, words, day, refused=is_no)


def _day_of(line: Asked) -> date | None:
    return line.answered_on if isinstance(line, Option) else line.asked_on


def _is_refused(line: Asked) -> bool:
    return isinstance(line, Option) and line.refused


def _as_typed(text: str) -> Reading:
    return Reading(value=text.strip() or None, text=text.strip())
