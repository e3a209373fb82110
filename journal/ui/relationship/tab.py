"""The Relationship tab of an account: both sides' view of it, now, before and in a year."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from journal.analysis.missing import Gap, Missing
from journal.analysis.promises import kept, overdue
from journal.domain.plan import Vision, VisionOutcome
from journal.domain.rating import Rating, Viewpoint
from journal.domain.record import RecordId, Side
from journal.operations import findings, plans, ratings, records
from journal.operations.journal import Journal
from journal.operations.ratings import Given
from journal.typed.finding import Finding
from journal.ui.relationship import words
from journal.ui.relationship.history import History
from journal.ui.relationship.rate_card import RateCard
from journal.ui.relationship.visions import Visions
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.evidence import Evidence
from journal.ui.shared.form import Scrolled
from journal.ui.shared.key_button import deed_button
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.link_rows import Line, Section, chain
from journal.ui.shared.sides import Sides
from journal.ui.shared.words import distance_words
from journal.ui.theme import Theme
from journal.wording import _

_LATE_SHOWN = 5
_ALL = "all"


class RelationshipTab(Evidence):
    """Choosing a level and Enter rates; in the history E corrects and Delete deletes.

    `follow_ups_wanted` says the name of the account whose promises are wanted, and one
    of them or "".
    """

    follow_ups_wanted = Signal(str, str)

    def __init__(self, *, journal: Journal, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._view: AccountView | None = None
        self._answer = Label(kind=Kind.STATEMENT, wraps=True)
        self.rate = RateCard(journal.now, journal.zone)
        self.history = History(theme)
        self.open_button = deed_button(_("Its meeting"), "Return", self._open, theme)
        self.correct_button = deed_button(_("Correct"), "E", self._correct, theme)
        self.delete_button = deed_button(_("Delete"), "Del", self._delete, theme)
        self._ground = Label(kind=Kind.MUTE, wraps=True)
        self._tally = Label(kind=Kind.MUTE, wraps=True)
        self._empty = Label(kind=Kind.MUTE, wraps=True)
        self._known = QWidget()
        self.visions = Visions(journal.now, journal.zone)
        self.promises = Section(theme, _("Promises kept"))
        self._lay_out()
        self._connect()

    def answer(self) -> str:
        """Return the sentence that the tab opens with."""
        return self._answer.text()

    def tally(self) -> str:
        """Return how guesses turned out over all accounts; empty without any."""
        return self._tally.text()

    def ground(self) -> str:
        """Return who rated on what occasion, of the rating that is chosen."""
        return self._ground.text()

    @override
    def show_account(self, view: AccountView) -> None:
        if self._view is not None and (
            self._view.relationship.account.id != view.relationship.account.id
        ):
            self.visions.leave()
        self._view = view
        self._answer.setText(words.answer(view))
        self.rate.show_account(view)
        self.history.show_rows(words.rows(view))
        self._known.setVisible(bool(view.relationship.ratings))
        self._empty.setHidden(bool(view.relationship.ratings))
        tally = self.attempt(lambda: ratings.over_all_accounts(self._journal))
        said = "" if tally is None else words.tally_words(tally)
        self._tally.setText(said)
        self._tally.setVisible(bool(said))
        self.visions.show_account(view)
        self.promises.show_lines(tuple(_promises(view)))
        chain(
            [
                *(*self.rate.stops(), self.history),
                *(self.open_button, self.correct_button, self.delete_button),
                *(*self.visions.stops(), *self.promises.stops()),
            ]
        )

    @override
    def choose(self, record_id: RecordId) -> None:
        there: QWidget | None = self.visions.cards.get(record_id)
        if there is None and self.history.choose(record_id):
            there = self.history
        if there is not None:
            there.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(there)

    @override
    def fill(self, missing: Missing) -> None:
        is_ours = missing.gap in {Gap.OUR_RATING, Gap.OUR_RATING_AGED}
        self.rate.begin(Viewpoint.OURS if is_ours else Viewpoint.THEIRS_SAID)
        self._area.ensureWidgetVisible(self.rate.level.levels)

    @override
    def leave(self) -> None:
        self.visions.leave()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.rate.level.levels.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._empty.setText(
            _(
                "How both sides saw it from day to day, and how well you guessed, will stand here. "
                "Begin with your guess: what would they say?"
            )
        )
        before, after = QWidget(), QWidget()
        left = column(before, margins=(0, 0, 0, 0), gap=12)
        left.addWidget(self.rate)
        left.addWidget(_card(self.promises))
        left.addStretch(1)
        right = column(after, margins=(0, 0, 0, 0), gap=12)
        right.addWidget(self._history_card())
        right.addWidget(self.visions)
        right.addStretch(1)
        content = QWidget()
        inside = column(content, margins=(0, 0, 0, 0), gap=12)
        inside.addWidget(self._answer)
        inside.addWidget(Sides(before, after))
        inside.addStretch(1)
        self._area = Scrolled(_("Relationship"), content)
        column(self, margins=(0, 0, 0, 0), gap=0).addWidget(self._area)
        self.setFocusProxy(self.rate)

    def _history_card(self) -> QFrame:
        deeds = QHBoxLayout()
        deeds.setSpacing(8)
        for each in (self.open_button, self.correct_button, self.delete_button):
            deeds.addWidget(each)
        deeds.addStretch(1)
        known = column(self._known, margins=(0, 0, 0, 0), gap=8)
        known.addWidget(self.history)
        known.addWidget(self._ground)
        known.addLayout(deeds)
        made = QFrame()
        made.setProperty("kind", "card")
        inside = column(made, margins=(16, 12, 16, 12), gap=8)
        inside.addWidget(Label(_("How both sides saw it"), Kind.STRONG))
        inside.addWidget(self._empty)
        inside.addWidget(self._known)
        inside.addWidget(self._tally)
        return made

    def _connect(self) -> None:
        self.rate.given.connect(self._given)
        self.rate.corrected.connect(self._corrected)
        self.history.chosen.connect(self._history_chosen)
        self.history.open_wanted.connect(self._open)
        self.history.correct_wanted.connect(self._correct)
        self.history.delete_wanted.connect(self._delete)
        self.visions.settled.connect(self._settled)
        self.visions.moved.connect(self._moved)
        self.visions.noted.connect(self._noted)
        self.promises.taken.connect(self._promise_taken)

    @Slot(object)
    def _given(self, given: Given) -> None:
        view = self._view
        if view is not None:
            account = view.relationship.account.id
            if self.attempt(lambda: ratings.rate(self._journal, account, given)) is not None:
                self.rate.go_on(given.viewpoint)

    @Slot(object, object)
    def _corrected(self, rating: Rating, given: Given) -> None:
        if self.attempt(lambda: ratings.correct(self._journal, rating, given)) is not None:
            self.rate.go_on(given.viewpoint)

    @Slot()
    def _history_chosen(self) -> None:
        rating = self.history.rating()
        self.open_button.setEnabled(rating is not None and rating.meeting_id is not None)
        ground = self.history.ground()
        self._ground.setText(ground)
        self._ground.setVisible(bool(ground))

    @Slot()
    def _open(self) -> None:
        rating = self.history.rating()
        if rating is not None and rating.meeting_id is not None:
            self.record_wanted.emit(rating.account_id, rating.meeting_id)

    @Slot()
    def _correct(self) -> None:
        rating = self.history.rating()
        if rating is not None:
            self.rate.correct(rating)
            self._area.ensureWidgetVisible(self.rate.level.levels)

    @Slot()
    def _delete(self) -> None:
        rating = self.history.rating()
        if rating is not None:
            self.attempt(lambda: ratings.delete(self._journal, rating))

    @Slot(object, object)
    def _settled(self, vision: Vision, outcome: VisionOutcome) -> None:
        if self._view is not None and vision.outcome is not outcome:
            today = self._view.today
            self.attempt(lambda: plans.settle_vision(self._journal, vision, outcome, today))

    @Slot(object, object)
    def _moved(self, vision: Vision, day: date) -> None:
        moved = replace(vision, due_on=day)
        self.attempt(lambda: records.edit(self._journal, _("Change day of vision"), moved))

    @Slot(object)
    def _noted(self, finding: Finding) -> None:
        spot = self.visions.spot()
        if spot is not None:
            self.attempt(lambda: findings.keep_finding(self._journal, finding, spot))

    @Slot(str)
    def _promise_taken(self, key: str) -> None:
        if self._view is not None:
            name = self._view.relationship.account.name
            self.follow_ups_wanted.emit(name, "" if key == _ALL else key)


def _card(content: QWidget) -> QFrame:
    made = QFrame()
    made.setProperty("kind", "card")
    column(made, margins=(16, 12, 16, 12), gap=0).addWidget(content)
    return made


def _promises(view: AccountView) -> Iterator[Line]:
    """Yield how each side kept its word, and below it what it still owes after its day."""
    for side in (Side.OURS, Side.THEIRS):
        found = kept(view.relationship.promises, side, today=view.today)
        yield Line(
            text=words.kept_words(found, side), key=_ALL, tip=_("Show them in the follow-ups")
        )
        for each in overdue(view.relationship.promises, side, today=view.today)[:_LATE_SHOWN]:
            day = each.due_on or view.today
            yield Line(
                text=each.text,
                note=_("due {distance}").format(distance=distance_words(day, view.today)),
                key=each.id,
                tip=_("Show it in the follow-ups"),
            )
