"""Where this could be in a year, as cards: in whose words, and what became of it on its day."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from journal.analysis.contact import zone_of
from journal.domain.plan import Vision, VisionOutcome
from journal.operations.findings import Spot, somebodies
from journal.terms import quoted
from journal.typed.finding import FindingKind
from journal.typed.finding_words import finding_words
from journal.typed.findings import Ears, understand_finding
from journal.typed.understood import Bearings, Lean
from journal.ui.relationship import words
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.buttons import other_button
from journal.ui.shared.labels import Kind, Label, column, rule
from journal.ui.shared.read_field import ReadField, Reading
from journal.ui.shared.readings import day_reader, day_text
from journal.wording import _

_MARK = "^"


class Visions(QFrame):
    """Says `settled` with a `Vision` and what became of it, `moved` with its new day.

    `noted` says the `Finding` that was typed.
    """

    settled = Signal(object, object)
    moved = Signal(object, object)
    noted = Signal(object)

    def __init__(
        self, now: Callable[[], datetime], zone: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._zone = zone
        self._view: AccountView | None = None
        self.cards: dict[str, VisionCard] = {}
        self.add = ReadField(_("Add where this could be in a year"), self._read, beside=False)
        self.add.line.setPlaceholderText(
            _("add one in their words, “us: …” for ours, “by 30 jun” for its day")
        )
        self.setProperty("kind", "card")
        self._inside = column(self, margins=(16, 12, 16, 12), gap=8)
        self._inside.addWidget(Label(_("A year from now"), Kind.STRONG))
        self._inside.addWidget(self.add)
        self.add.told.connect(self._told)

    def show_account(self, view: AccountView) -> None:
        """Show another account, or the same as it is now: what waits first, by its day."""
        self._view = view
        found = sorted(
            view.relationship.visions, key=lambda each: (each.outcome is not None, each.due_on)
        )
        for gone in self.cards.keys() - {each.id for each in found}:
            card = self.cards.pop(gone)
            self._inside.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, each in enumerate(found, 1):
            if each.id not in self.cards:
                made = VisionCard(self._now, self._zone)
                made.settled.connect(self.settled)
                made.moved.connect(self.moved)
                self.cards[each.id] = made
            self._inside.insertWidget(place, self.cards[each.id])
            self.cards[each.id].show_vision(each, view)

    def spot(self) -> Spot | None:
        """Return where a line that is typed is noted; None before the first account."""
        if self._view is None:
            return None
        whole = self._view.relationship
        return Spot(
            account_id=whole.account.id,
            day=self._view.today,
            zone=zone_of(whole) or self._zone,
        )

    def leave(self) -> None:
        """Take what is typed, or give it up where it is not understood."""
        for each in self.cards.values():
            each.day.leave()
        self.add.leave()

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        places = sorted(self.cards.values(), key=self._inside.indexOf)
        return [*(stop for each in places for stop in each.stops()), self.add.line]

    def _read(self, text: str) -> Reading:
        if not text.strip() or self._view is None:
            return Reading()
        whole = self._view.relationship
        bearings = Bearings(now=self._now(), zone=zone_of(whole) or self._zone)
        ears = Ears(bearings=bearings, people=somebodies(whole.roles, whole.people))
        line = text.strip().removeprefix(_MARK).strip()
        finding = understand_finding(f"{_MARK} {line}", ears)
        if finding.kind is not FindingKind.VISION or finding.why:
            return Reading(words=finding.why, is_refused=True)
        return Reading(value=finding, words=finding_words(finding, self._view.today), text=text)

    @Slot(object)
    def _told(self, finding: object) -> None:
        self.add.line.clear()
        self.add.show_value(None, "")
        if finding is not None:
            self.noted.emit(finding)


class VisionCard(QWidget):
    """One of them; its words are left alone."""

    settled = Signal(object, object)
    moved = Signal(object, object)

    def __init__(
        self, now: Callable[[], datetime], zone: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._vision: Vision | None = None
        self.text = Label(wraps=True)
        self.ground = Label(kind=Kind.MUTE, wraps=True)
        self.state = Label(kind=Kind.MUTE, wraps=True)
        self.day = ReadField(_("Comes back"), day_reader(now, zone, Lean.FORWARD))
        self.reached = other_button(_("Reached"))
        self.partly = other_button(_("Partly"))
        self.missed = other_button(_("Not reached"))
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for each in (self.reached, self.partly, self.missed):
            row.addWidget(each)
        row.addStretch(1)
        back = QHBoxLayout()
        back.setSpacing(8)
        back.addWidget(Label(_("Comes back"), Kind.MUTE))
        back.addWidget(self.day, 1)
        self.setProperty("kind", "vision")  # its frame tells where one was led to
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = column(self, margins=(0, 0, 0, 4), gap=4)
        inside.addWidget(rule())
        for label in (self.text, self.ground, self.state):
            inside.addWidget(label)
        inside.addLayout(back)
        inside.addWidget(self._buttons)
        self._connect()

    def show_vision(self, vision: Vision, view: AccountView) -> None:
        """Show one, with three buttons once its day has come, also to think again."""
        self._vision = vision
        said = quoted(vision.text)
        self.setAccessibleName(said)
        self.text.setText(said)
        self.ground.setText(words.vision_ground(vision, view.relationship))
        self.state.setText(words.vision_state(vision, view.today))
        self.day.show_value(vision.due_on, day_text(vision.due_on))
        self.day.line.setAccessibleName(_("Comes back: {vision}").format(vision=vision.text))
        self._buttons.setVisible(vision.due_on <= view.today or vision.outcome is not None)
        for each in (self.reached, self.partly, self.missed):
            each.setAccessibleName(f"{each.text()}: {vision.text}")

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [self.day.line, self.reached, self.partly, self.missed]

    def _connect(self) -> None:
        self.day.told.connect(self._day_told)
        self.reached.clicked.connect(self._reached)
        self.partly.clicked.connect(self._partly)
        self.missed.clicked.connect(self._missed)

    @Slot(object)
    def _day_told(self, day: object) -> None:
        vision = self._vision
        if vision is None:
            return
        if isinstance(day, date):
            self.moved.emit(vision, day)
        else:  # it has to have one
            self.day.show_value(vision.due_on, day_text(vision.due_on))

    @Slot()
    def _reached(self) -> None:
        self.settled.emit(self._vision, VisionOutcome.REACHED)

    @Slot()
    def _partly(self) -> None:
        self.settled.emit(self._vision, VisionOutcome.PARTLY)

    @Slot()
    def _missed(self) -> None:
        self.settled.emit(self._vision, VisionOutcome.NOT_REACHED)
