"""The Alignment tab of an account: how both sides are measured, and where that meets."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from journal.analysis.alignment_map import AlignmentMap, alignment_map, headline
from journal.analysis.missing import Gap, Missing
from journal.analysis.wonders import Wonder, wonders
from journal.domain.plan import Question
from journal.domain.record import PersonId, RecordId, Side
from journal.operations import records
from journal.operations.journal import Journal
from journal.ui.alignment import words
from journal.ui.alignment.charting import Charted, charted, ends_of
from journal.ui.alignment.detail import Detail
from journal.ui.alignment.new_number import Owner
from journal.ui.alignment.owners import people_of
from journal.ui.alignment.tie_map import TieMap
from journal.ui.saving import Saver
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.evidence import Evidence
from journal.ui.shared.form import Scrolled
from journal.ui.shared.key_button import deed_button
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.link_rows import Line, Section, chain
from journal.ui.theme import Theme
from journal.wording import _, ngettext

_ASKED_AT_MOST = 6
_TEXT_LETTERS = 70


class AlignmentTab(Evidence):
    """In the map the arrow keys choose, Enter joins, N adds, E edits, Delete deletes."""

    def __init__(
        self, *, journal: Journal, saver: Saver, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._view: AccountView | None = None
        self._wonders: tuple[Wonder, ...] = ()
        self._is_adding = False
        self._answer = Label(kind=Kind.STATEMENT, wraps=True)
        self._tally = Label(kind=Kind.MUTE, wraps=True)
        self._legend = Label(kind=Kind.MUTE, wraps=True)
        self._empty = Label(kind=Kind.MUTE, wraps=True)
        self.map = TieMap(theme)
        self.join_button = deed_button(_("Join"), "Space", self._join, theme)
        self.edit_button = deed_button(_("Edit"), "E", self._edit, theme)
        self.add_button = deed_button(_("Add number"), "N", self._add, theme)
        self.delete_button = deed_button(_("Delete"), "Del", self._delete, theme)
        self._deeds = (self.join_button, self.edit_button, self.add_button, self.delete_button)
        self.detail = Detail(journal, saver)
        self.questions = Section(theme, _("To ask"))
        self._content = QWidget()
        self._map_card = QFrame()
        self._questions_card = _card(self.questions)
        self._lay_out()
        self._connect()

    def answer(self) -> str:
        """Return the sentence that the tab opens with."""
        return self._answer.text()

    def tally(self) -> str:
        """Return what is counted below it."""
        return self._tally.text()

    @override
    def show_account(self, view: AccountView) -> None:
        before = self.map.charted
        is_other = self._view is None or (
            self._view.relationship.account.id != view.relationship.account.id
        )
        if is_other:
            self.detail.leave()
            self._is_adding = False
        self._view = view
        whole = view.relationship
        found = alignment_map(whole, view.today)
        self._wonders = _unasked(wonders(found), whole.questions)
        has_numbers = bool(found.theirs or found.ours)
        self._answer.setText(words.headline_words(headline(found), whole, view.today))
        self._tally.setText(words.tally_words(found, self._wonders))
        self._tally.setVisible(has_numbers)
        had_keys = self.map.hasFocus()
        self._map_card.setVisible(has_numbers)
        self._empty.setHidden(has_numbers)
        self.setFocusProxy(self.map if has_numbers else self.detail.new.name)
        self.detail.show_account(view)
        after = charted(found, view)
        self.map.show_chart(after, 0 if is_other else _same_part(before, after, self.map.current))
        self._show_in_hand()
        if had_keys and not has_numbers:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_questions(found)
        chain(
            [
                *(self.map, *self._deeds, *self.detail.stops()),
                *self.questions.stops(),
            ]
        )

    @override
    def choose(self, record_id: RecordId) -> None:
        """Come to a number or a pair."""
        shown = self.map.charted
        if shown is None:
            return
        for part, metric in enumerate(shown.numbers):
            if metric.id == record_id:
                self.map.go_to(part)
        for each in shown.pairs:
            if each.alignment is not None and each.alignment.id == record_id:
                self.map.go_to(shown.part_of_pair(ends_of(each)))

    @override
    def fill(self, missing: Missing) -> None:
        view = self._view
        if view is not None and missing.gap is Gap.CHECK and missing.record is not None:
            self.choose(missing.record)
            self._show_in_hand()
            self._area.ensureWidgetVisible(self.detail)
            self.detail.pair.found.setFocus(Qt.FocusReason.OtherFocusReason)
        elif view is not None:
            self._begin(_owner(missing, view))

    @override
    def leave(self) -> None:
        self.detail.leave()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.map.hasFocus():
            self.map.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._legend.setText(
            _(
                "Solid: checked together. Dashed: as they see it. Dotted: not talked about yet. "
                "Enter joins two numbers, N adds one."
            )
        )
        self._empty.setText(
            _(
                "What each side is measured by, and whether one number works against another, "
                "will stand here. Begin with a number of theirs: how is the one whom you meet "
                "measured?"
            )
        )
        self._empty.setMaximumWidth(_TEXT_LETTERS * self.fontMetrics().averageCharWidth())
        self._map_card.setProperty("kind", "card")
        inside = column(self._map_card, margins=(0, 0, 0, 12), gap=8)
        inside.addWidget(self.map)
        inside.addLayout(_inset(self._legend))
        deeds = _inset(*self._deeds)
        deeds.addStretch(1)
        inside.addLayout(deeds)
        whole = column(self._content, margins=(0, 0, 0, 0), gap=4)
        for each in (self._answer, self._tally, self._empty):
            whole.addWidget(each)
        whole.addSpacing(4)
        for card in (self._map_card, _card(self.detail), self._questions_card):
            whole.addWidget(card)
            whole.addSpacing(8)
        whole.addStretch(1)
        self._area = Scrolled(_("Alignment"), self._content)
        column(self, margins=(0, 0, 0, 0), gap=0).addWidget(self._area)

    def _connect(self) -> None:
        self.map.come_to.connect(self._come_to)
        self.map.opened.connect(self._opened)
        self.map.edit_wanted.connect(self._opened)
        self.map.add_wanted.connect(self._add)
        self.map.delete_wanted.connect(self._delete)
        self.detail.failed.connect(self.failed)
        self.questions.taken.connect(self._question_taken)

    @Slot(int)
    def _come_to(self, part: int) -> None:
        self._is_adding = False
        self._show_in_hand()
        place = self.map.rect_of(part)
        if not place.isEmpty() and self.map.hasFocus():
            self._bring_in_sight(place)

    @Slot(int)
    def _opened(self, part: int) -> None:
        self.map.go_to(part)
        self._enter()

    @Slot()
    def _edit(self) -> None:
        self._opened(self.map.current)

    def _enter(self) -> None:
        self._area.ensureWidgetVisible(self.detail)
        self.detail.enter()

    @Slot()
    def _join(self) -> None:
        self.map.setFocus(Qt.FocusReason.OtherFocusReason)
        self.map.join()

    @Slot()
    def _add(self) -> None:
        """Ask for a number of whoever is in hand."""
        shown = self.map.charted
        metric = None if shown is None else shown.number_at(self.map.current)
        self._begin(None if metric is None else (metric.side, metric.person_id))

    def _begin(self, owner: Owner | None) -> None:
        self._is_adding = True
        self.detail.begin(owner)
        self._area.ensureWidgetVisible(self.detail)

    @Slot()
    def _delete(self) -> None:
        shown = self.map.charted
        if shown is None or not shown.spoken:
            return
        metric, pair = shown.number_at(self.map.current), shown.pair_at(self.map.current)
        if metric is not None:
            self.detail.trash(metric)
        elif pair is not None and pair.alignment is not None:
            self.detail.trash(pair.alignment)

    @Slot(str)
    def _question_taken(self, key: str) -> None:
        view, wonder = self._view, self._wonders[int(key)]
        if view is None:
            return
        question = Question(
            id=self._journal.new_id(),
            account_id=view.relationship.account.id,
            text=words.question_text(wonder),
            person_id=None if wonder.person is None else wonder.person.id,
            noted_on=view.today,
            position=max((each.position for each in view.relationship.questions), default=0) + 1,
        )
        self.attempt(lambda: records.add(self._journal, _("Add question"), question))

    def _show_in_hand(self) -> None:
        """Show the form of what is in hand; without any number, that of a new one."""
        shown = self.map.charted
        if shown is None or not shown.spoken or self._is_adding:
            self.detail.show_new()
            return
        metric, pair = shown.number_at(self.map.current), shown.pair_at(self.map.current)
        if metric is not None:
            self.detail.show_number(metric)
        elif pair is not None:
            self.detail.show_pair(pair)

    def _show_questions(self, found: AlignmentMap) -> None:
        listed = self._wonders[:_ASKED_AT_MOST]
        self.questions.show_lines(
            [
                Line(
                    text=words.wonder_words(each),
                    note="" if each.person is None else each.person.name,
                    key=str(place),
                    tip=_("Ask it next time"),
                )
                for place, each in enumerate(listed)
            ]
        )
        more = len(self._wonders) - len(listed)
        said = ngettext("and {count} more", "and {count} more", more).format(count=more)
        self.questions.say_aside(said if more else _("Enter takes one to the next meeting"))
        has_numbers = bool(found.theirs or found.ours)
        self._questions_card.setVisible(bool(listed) and has_numbers)

    def _bring_in_sight(self, place: QRect) -> None:
        middle = self.map.mapTo(self._content, place.center())
        self._area.ensureVisible(middle.x(), middle.y(), 0, place.height())


def _inset(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(16, 0, 16, 0)
    row.setSpacing(8)
    for each in widgets:
        row.addWidget(each)
    return row


def _card(content: QWidget) -> QFrame:
    made = QFrame()
    made.setProperty("kind", "card")
    column(made, margins=(16, 12, 16, 12), gap=0).addWidget(content)
    return made


def _owner(missing: Missing, view: AccountView) -> Owner:
    """Return whose number a brief lacks; the side's where that person has no role today."""
    side = Side.OURS if missing.gap is Gap.OUR_METRIC else Side.THEIRS
    people = people_of(view, side)
    if side is Side.OURS and people:
        return side, people[0].id
    is_there = any(each.id == missing.record for each in people)
    return side, PersonId(missing.record) if is_there and missing.record is not None else None


def _same_part(before: Charted | None, after: Charted, current: int) -> int:
    """Return which part is now the one that was in hand; near it where it is gone."""
    if before is None:
        return 0
    metric, pair = before.number_at(current), before.pair_at(current)
    if metric is not None:
        ids = [each.id for each in after.numbers]
        return after.part_of(metric.id) if metric.id in ids else min(current, max(len(ids) - 1, 0))
    return 0 if pair is None else after.part_of_pair(ends_of(pair))


def _unasked(found: Sequence[Wonder], questions: Sequence[Question]) -> tuple[Wonder, ...]:
    """Leave out what is asked already, or was."""
    asked = {each.text.strip().casefold() for each in questions}
    return tuple(each for each in found if words.question_text(each).casefold() not in asked)
