"""The words of a line, whose they are, and how they are known."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Slot
from typing_extensions import override

from journal.domain.plan import Interest, Question, Vision
from journal.domain.record import Basis, PersonId, Side
from journal.operations.journal import Journal
from journal.terms import basis_words, record_words
from journal.ui.negotiation import words
from journal.ui.negotiation.choices import Around, Source, sides_of, with_side
from journal.ui.negotiation.fields import Fields
from journal.ui.negotiation.groups import PlanLine, side_of
from journal.ui.saving import Saver
from journal.ui.shared.choice_field import ChoiceField
from journal.ui.shared.read_field import ReadField
from journal.ui.shared.readings import day_reader, day_text
from journal.ui.shared.saved_fields import SavedText
from journal.wording import _

_TEXT_LINES = 3


class HeadFields(Fields[PlanLine]):
    """A vision is left alone once its day is over: it is what was said then."""

    def __init__(self, kind: type[PlanLine], journal: Journal, saver: Saver) -> None:
        super().__init__(journal, saver)
        self._name = record_words(kind)
        said = _("Words of the {record}").format(record=self._name)
        self.text = SavedText(saver, said, needs_text=True)
        self.text.setFixedHeight(_TEXT_LINES * self.text.fontMetrics().lineSpacing() + 14)
        self.text.setProperty("kind", "strong")
        self.inside.insertWidget(0, self.text)
        self.whose = ChoiceField(_("Whose it is"), sides_of(kind) or [(Side.SHARED, "")])
        nobody: PersonId | None = None
        self.person = ChoiceField(_("Who"), [(nobody, "")])
        guess: Source = (Basis.GUESS, None)
        self.source = ChoiceField(_("How we know it"), [(guess, basis_words(Basis.GUESS))])
        self.noted = ReadField(_("Noted on"), day_reader(journal.now, journal.zone))
        self.noted.line.setPlaceholderText(_("not known"))
        who = _("To ask") if kind is Question else _("Who")
        for said, field, is_wanted in (
            (_("Whose"), self.whose, bool(sides_of(kind))),
            (who, self.person, kind in {Interest, Vision, Question}),
            (_("Known"), self.source, True),
            (_("Noted"), self.noted, True),
        ):
            self.form.add(said, field)
            self.form.set_visible(field, visible=is_wanted)
        self._connect()

    @override
    def show_facts(self, line: PlanLine, around: Around) -> None:
        self.text.bind(line, "text", _("Edit {record}").format(record=self._name))
        is_past = isinstance(line, Vision) and line.noted_on != self.journal.today()
        self.text.setReadOnly(is_past)
        side = side_of(line)
        self.whose.show_value(side)
        if isinstance(line, Interest | Vision | Question):
            nobody = _("anyone") if isinstance(line, Question) else _("nobody named")
            of_side = side if side in {Side.OURS, Side.THEIRS} else None
            self.person.set_choices(around.persons(of_side, nobody, line.person_id))
            self.person.show_value(line.person_id)
        self.source.set_choices(around.sources())
        self.source.show_value((line.basis, line.reported_by_id))
        self.form.set_visible(self.source, visible=words.has_basis(line))
        self.noted.show_value(line.noted_on, day_text(line.noted_on))

    def _connect(self) -> None:
        self.whose.told.connect(self._whose_told)
        self.person.told.connect(self._person_told)
        self.source.told.connect(self._source_told)
        self.noted.told.connect(self._noted_told)

    @Slot(object)
    def _whose_told(self, side: Side) -> None:
        self.edit(_("Change whose it is"), lambda line: with_side(line, side))

    @Slot(object)
    def _person_told(self, person: PersonId | None) -> None:
        def with_person(line: PlanLine) -> PlanLine:
            if isinstance(line, Interest | Vision | Question):
                return replace(line, person_id=person)
            return line

        self.edit(_("Change who it is"), with_person)

    @Slot(object)
    def _source_told(self, source: Source) -> None:
        basis, reporter = source
        self.edit(
            _("Change how it is known"),
            lambda line: replace(line, basis=basis, reported_by_id=reporter),
        )

    @Slot(object)
    def _noted_told(self, day: date | None) -> None:
        self.edit(_("Change day"), lambda line: replace(line, noted_on=day))
