"""Rating a relationship: from one side, in five levels with their meanings, on a day."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from journal.analysis.people import known, roles_on
from journal.domain.meeting import Status
from journal.domain.rating import Facet, Rating, Viewpoint
from journal.domain.record import MeetingId, PersonId
from journal.operations.ratings import Given
from journal.terms import facet_words
from journal.ui.relationship import words
from journal.ui.relationship.words import VIEWPOINTS
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.buttons import other_button, quiet_button
from journal.ui.shared.choice_field import ChoiceField
from journal.ui.shared.form import Form
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.level_field import LevelField
from journal.ui.shared.read_field import ReadField, Reading
from journal.ui.shared.readings import day_reader, day_text
from journal.ui.shared.segments import Choice, Segments
from journal.wording import _

_FACETS = tuple(Facet)
_LABEL_LETTERS = 8
# Guess first, then ask: only so does one learn how well one knows them.
_NEXT = {
    Viewpoint.THEIRS_GUESSED: Viewpoint.THEIRS_SAID,
    Viewpoint.THEIRS_SAID: Viewpoint.OURS,
    Viewpoint.OURS: Viewpoint.THEIRS_GUESSED,
}


class RateCard(QFrame):
    """Says `given` with a `Given`, and `corrected` with a `Rating` and what it is to be."""

    given = Signal(object)
    corrected = Signal(object, object)

    def __init__(
        self, now: Callable[[], datetime], zone: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._view: AccountView | None = None
        self._rating: Rating | None = None  # the one that is corrected
        self._read_day = day_reader(now, zone)
        self._heading = Label(_("Rate now"), Kind.STRONG)
        self.sides = Segments(
            _("Whose view"), [Choice(text=words.viewpoint_name(each)) for each in VIEWPOINTS]
        )
        self.prompt = Label(wraps=True)
        self.beside = Label(kind=Kind.MUTE, wraps=True)
        self.level = LevelField(_("Rating"))
        self.detail = quiet_button(_("Rate trust, satisfaction or commitment"))
        self.facets = Segments(
            _("What is rated"), [Choice(text=facet_words(each)) for each in _FACETS]
        )
        self.who: ChoiceField[PersonId | None] = ChoiceField(
            _("Who said it"), [(None, _("not noted"))]
        )
        self.day = ReadField(_("Day"), self._read, beside=False)
        self.day.line.setPlaceholderText(_("today"))
        self.note = QLineEdit()
        self.note.setAccessibleName(_("Note"))
        self.why = Label(kind=Kind.ALARM, wraps=True)
        self.rate = other_button(_("Keep rating"))
        self.cancel = other_button(_("Cancel"))
        self._fields = Form(label_letters=_LABEL_LETTERS)
        self._lay_out()
        self._connect()

    def show_account(self, view: AccountView) -> None:
        """Show another account, or the same as it is now; what is half said stays."""
        is_other = (
            self._view is None or self._view.relationship.account.id != view.relationship.account.id
        )
        self._view = view
        self._offer(None if is_other else self.who.value)
        if is_other:
            self._begin(_first(view))
        elif self._rating not in (None, *view.relationship.ratings):
            self._begin(_first(view))  # what was being corrected is another by now
        self._ask()

    def correct(self, rating: Rating) -> None:
        """Let a rating that was entered wrongly be put right."""
        self._begin(rating.viewpoint)
        self._rating = rating
        self.facets.choose(_FACETS.index(rating.facet))
        self.facets.setVisible(rating.facet is not Facet.OVERALL)
        self.level.show_level(rating.level)
        self._offer(rating.person_id)
        self.day.show_value(rating.day, day_text(rating.day))
        self.note.setText(rating.remark)
        self._ask()
        self.level.setFocus()

    def go_on(self, viewpoint: Viewpoint) -> None:
        """Ask for the next view, once this one is kept."""
        self.begin(_NEXT[viewpoint])

    def begin(self, viewpoint: Viewpoint) -> None:
        """Ask for one view, with the keys at its levels."""
        self._begin(viewpoint)
        self._ask()
        self.level.setFocus()

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [
            *(self.sides, self.facets, self.level, self.who, self.day.line),
            *(self.note, self.rate, self.cancel, self.detail),
        ]

    def _lay_out(self) -> None:
        self.setProperty("kind", "card")
        self._fields.add(_("Who"), self.who)
        self._fields.add(_("Day"), self.day)
        self._fields.add(_("Note"), self.note)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for each in (self.rate, self.cancel, self.detail):
            buttons.addWidget(each)
        buttons.addStretch(1)
        inside = column(self, margins=(16, 12, 16, 12), gap=8)
        for widget in (self._heading, self.sides, self.facets, self.prompt, self.level):
            inside.addWidget(widget)
        inside.addWidget(self.beside)
        inside.addWidget(self._fields)
        inside.addWidget(self.why)
        inside.addLayout(buttons)
        inside.addStretch(1)
        self.setFocusProxy(self.level)

    def _connect(self) -> None:
        self.sides.chosen.connect(self._ask)
        self.facets.chosen.connect(self._ask)
        self.detail.clicked.connect(self._unfold)
        self.level.told.connect(self._level_told)
        self.level.levels.entered.connect(self._keep)
        self.note.returnPressed.connect(self._keep)
        self.rate.clicked.connect(self._keep)
        self.cancel.clicked.connect(self._give_up)

    def _begin(self, viewpoint: Viewpoint) -> None:
        """Ask for a new rating of a side."""
        self._rating = None
        self.sides.choose(VIEWPOINTS.index(viewpoint))
        self.facets.choose(0)
        self.facets.hide()
        self.level.show_level(None)
        self.who.show_value(None)
        self.day.line.clear()
        self.day.show_value(None, "")
        self.note.clear()
        self._refuse("")

    def _offer(self, chosen: PersonId | None) -> None:
        """Offer who is there on their side, and who is chosen even where that person left."""
        if self._view is not None:
            whole = self._view.relationship
            also = () if chosen is None else (chosen,)
            people = known(whole, (*roles_on(whole, self._view.today), *also))
            nobody = (None, _("not noted"))
            self.who.set_choices([nobody, *((each.id, each.name) for each in people)])
            self.who.show_value(chosen)

    @Slot()
    def _ask(self) -> None:
        """Ask the question of the side that is chosen."""
        view = self._view
        if view is None:
            return
        viewpoint = VIEWPOINTS[self.sides.position]
        self.prompt.setText(words.prompt(view, viewpoint, _FACETS[self.facets.position]))
        ours = words.ours_words(view)
        self.beside.setText(_("{ours}.").format(ours=ours) if ours else "")
        self.beside.setVisible(bool(ours))
        self._fields.set_visible(self.who, visible=viewpoint is Viewpoint.THEIRS_SAID)
        is_old = self._rating is not None
        self._heading.setText(_("Correct a rating") if is_old else _("Rate now"))
        self.rate.setText(_("Correct rating") if is_old else _("Keep rating"))
        self.cancel.setVisible(is_old)
        self.detail.setVisible(self.facets.isHidden())

    @Slot()
    def _unfold(self) -> None:
        self.facets.show()
        self.facets.choose(1)
        self._ask()
        self.facets.setFocus()

    @Slot()
    def _level_told(self) -> None:
        self._refuse("")

    @Slot()
    def _give_up(self) -> None:
        if self._view is not None:
            self._begin(_first(self._view))
            self._ask()
            self.level.setFocus()

    @Slot()
    def _keep(self) -> None:
        level = self.level.level
        if level is None:
            self._refuse(_("Choose one of the five first."))
            self.level.setFocus()
        elif not self.day.finish():
            self.day.setFocus()
        elif self._view is not None:
            viewpoint = VIEWPOINTS[self.sides.position]
            is_said = viewpoint is Viewpoint.THEIRS_SAID
            typed = self.day.value
            day = typed if isinstance(typed, date) else self._view.today
            said = Given(
                level=level,
                viewpoint=viewpoint,
                facet=_FACETS[self.facets.position],
                day=day,
                meeting_id=_held_on(self._view, day),
                person_id=self.who.value if is_said else self._whose(viewpoint),
                remark=self.note.text().strip(),
            )
            self._say(said)

    def _say(self, said: Given) -> None:
        if self._rating is None:
            self.given.emit(said)
        else:
            self.corrected.emit(self._rating, said)

    def _whose(self, viewpoint: Viewpoint) -> PersonId | None:
        """Return whose view it stays when it is corrected; a new one of ours is one's own."""
        rating = self._rating
        if rating is not None and rating.viewpoint is viewpoint:
            return rating.person_id
        people = () if self._view is None else self._view.relationship.people
        return next((each.id for each in people if each.is_self), None)

    def _refuse(self, why: str) -> None:
        self.why.setText(why)
        self.why.setVisible(bool(why))

    def _read(self, text: str) -> Reading:
        reading = self._read_day(text)
        today = None if self._view is None else self._view.today
        if today and isinstance(reading.value, date) and reading.value > today:
            return Reading(words=_("That day has not come yet."), is_refused=True)
        return reading


def _held_on(view: AccountView, day: date) -> MeetingId | None:
    """Return the occasion: the last meeting that was held on a day; None without one."""
    held = (
        each.id
        for each in reversed(view.relationship.meetings)
        if each.when.day == day and each.status is Status.HELD
    )
    return next(held, None)


def _first(view: AccountView) -> Viewpoint:
    """Return whose view is asked for first: what they said only once we guessed it."""
    if view.standing.guessed is None:
        return Viewpoint.THEIRS_GUESSED
    return Viewpoint.THEIRS_SAID
