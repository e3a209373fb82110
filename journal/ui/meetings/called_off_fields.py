"""How a meeting was called off: by whom, where that reached us, when, and what they said."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QWidget

from journal.domain.meeting import Cancellation, Whereabouts
from journal.domain.person import Person
from journal.domain.record import Side
from journal.domain.span import When
from journal.terms import whereabouts_words
from journal.ui.shared.labels import Kind, Label
from journal.ui.shared.pickers import Picker
from journal.ui.shared.segments import Choice, Segments
from journal.ui.shared.when_edit import WhenEdit
from journal.wording import _

_WHEREABOUTS = tuple(Whereabouts)


class CalledOffFields:
    """Some rows of a form, shown and hidden together."""

    def __init__(self, form: QFormLayout, people: Sequence[Person], zone: str) -> None:
        """Add the rows.

        Args:
            people: Theirs, by any of whom it may have been called off.
            zone: IANA name of the wall on which the moment is told.
        """
        self._form = form
        self._people = tuple(people)
        self._by = Picker(_("By whom"))
        for person in self._people:
            self._by.addItem(person.name)
        self._by.addItem(_("Somebody of theirs"))
        self._by.addItem(_("Us"))
        self._where = Segments(
            _("It reached us"),
            [Choice(text=_capital(whereabouts_words(each))) for each in _WHEREABOUTS],
            may_be_none=True,
        )
        self._when = _MomentField(zone)
        self._reason = QLineEdit()
        self._reason.setAccessibleName(_("What they said"))
        self._reason.setPlaceholderText(_("in their words"))
        self._first_row = form.rowCount()
        form.addRow(Label(_("By whom"), Kind.MUTE), self._by)
        form.addRow(Label(_("It reached us"), Kind.MUTE), self._where)
        form.addRow(Label(_("When"), Kind.MUTE), self._when)
        form.addRow(Label(_("What they said"), Kind.MUTE), self._reason)

    def set_visible(self, visible: bool) -> None:  # noqa: FBT001  Qt's own form
        """Show or hide the rows."""
        for row in range(self._first_row, self._first_row + 4):
            self._form.setRowVisible(row, visible)

    def start_from(self, planned: When, now: datetime) -> None:
        """Offer a moment: now, or the planned start where that is past.

        Args:
            now: Aware.
        """
        self._when.offer(planned if planned.instant <= now else When.at(now, planned.zone))

    def cancellation(self) -> Cancellation:
        """Return what was told."""
        position = self._by.currentIndex()
        person = self._people[position] if position < len(self._people) else None
        where = self._where.position
        return Cancellation(
            by=Side.OURS if position > len(self._people) else Side.THEIRS,
            by_person_id=None if person is None else person.id,
            at=self._when.moment(),
            whereabouts=_WHEREABOUTS[where] if where >= 0 else None,
            stated_reason=self._reason.text().strip(),
        )


class _MomentField(QWidget):
    """When it reached us, where that is known."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._known = Segments(
            _("When"), [Choice(text=_("Not known")), Choice(text=_("At"))], may_be_none=False
        )
        self._known.choose(0)
        self._at = WhenEdit(_("Called off at"), zone)
        self._at.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._known)
        row.addWidget(self._at, 1)
        self.setFocusProxy(self._known)
        self._known.chosen.connect(self._chosen)

    def offer(self, when: When) -> None:
        """Show a moment that is likely."""
        self._at.set_when(when)

    def moment(self) -> datetime | None:
        """Return the aware moment; None where it is not known."""
        return self._at.when().start if self._known.position else None

    @Slot(int)
    def _chosen(self, position: int) -> None:
        self._at.setVisible(bool(position))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
