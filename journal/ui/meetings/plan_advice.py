"""What stands in the way of a time, and quiet times to take instead with one key."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from journal.analysis.obstacles import QuietTime
from journal.domain.span import When
from journal.ui.meetings.plan_words import quiet_words
from journal.ui.shared.flow import Flow
from journal.ui.shared.key_button import KeyButton
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.spoken import announce
from journal.ui.shared.words import plain_button
from journal.ui.theme import Theme
from journal.wording import _


class Advice(QWidget):
    """Says `taken` with the quiet time that the user chose; Alt and its number does."""

    taken = Signal(When)

    def __init__(self, theme: Theme, after: QWidget, parent: QWidget | None = None) -> None:
        """Make it, with nothing to say.

        Args:
            theme: For the keys on the buttons.
            after: The field of the time, from which Tab leads here.
            parent: Where it stands.
        """
        super().__init__(parent)
        self._theme = theme
        self._after = after
        self._shown: tuple[QuietTime, ...] = ()
        self._offers: list[_Offer] = []
        self._lines = Label(kind=Kind.ALARM, wraps=True)
        self._heading = Label(kind=Kind.MUTE, wraps=True)
        self._flow = Flow(gap=8)
        rows = column(self, margins=(0, 0, 0, 0), gap=4)
        rows.addWidget(self._lines)
        rows.addWidget(self._heading)
        rows.addLayout(self._flow)
        self._lines.hide()
        self._heading.hide()

    def show_advice(
        self, lines: Sequence[str], quiet: Sequence[QuietTime], today: date, *, is_time: bool
    ) -> None:
        """Say what stands in the way, and offer quiet times.

        Args:
            lines: A sentence each; none where nothing does.
            quiet: The best first.
            today: On the customer's wall.
            is_time: Whether there is a time that something could stand in the way of.
        """
        words = "\n".join(lines)
        if words != self._lines.text():
            self._lines.setText(words)
            announce(self, words)
        self._lines.setVisible(bool(lines))
        heading = _heading(bool(lines), bool(quiet), is_time=is_time)
        self._heading.setText(heading)
        self._heading.setVisible(bool(heading))
        if tuple(quiet) != self._shown:
            self._shown = tuple(quiet)
            self._offer(today)

    def lines(self) -> tuple[str, ...]:
        """Return what is said to stand in the way."""
        return tuple(self._lines.text().splitlines())

    def quiet(self) -> tuple[str, ...]:
        """Return what is offered, in words."""
        return tuple(offer.action.iconText() for offer in self._offers)

    def heading(self) -> str:
        """Return what stands above what is offered."""
        return self._heading.text()

    def _offer(self, today: date) -> None:
        for offer in self._offers:
            self._flow.removeWidget(offer.button)
            offer.leave()
        self._offers = []
        before = self._after
        for number, each in enumerate(self._shown, start=1):
            offer = _Offer(each, number, quiet_words(each, today), self, self._theme)
            offer.chosen.connect(self.taken)
            self._flow.addWidget(offer.button)
            self._offers.append(offer)
            QWidget.setTabOrder(before, offer.button)
            before = offer.button
        self.updateGeometry()


class _Offer(QObject):
    """One quiet time with its key and its button."""

    chosen = Signal(When)

    def __init__(
        self, quiet: QuietTime, number: int, words: str, parent: QWidget, theme: Theme
    ) -> None:
        super().__init__(parent)
        self._quiet = quiet
        self.action = QAction(plain_button(words), parent)
        self.action.setIconText(words)
        self.action.setShortcut(f"Alt+{number}")
        parent.addAction(self.action)
        self.button = KeyButton(self.action, theme, parent=parent)
        self.action.triggered.connect(self._triggered)

    def leave(self) -> None:
        """Give key and button free."""
        self.action.setEnabled(False)
        self.action.deleteLater()
        self.button.hide()
        self.button.deleteLater()
        self.deleteLater()

    @Slot()
    def _triggered(self) -> None:
        self.chosen.emit(self._quiet.when)


def _heading(has_obstacles: bool, has_quiet: bool, *, is_time: bool) -> str:  # noqa: FBT001
    if has_obstacles:
        return _("Quiet times to take instead") if has_quiet else _("No quiet time is near.")
    if is_time:
        return (
            _("Nothing stands in the way. Quiet too")
            if has_quiet
            else _("Nothing stands in the way.")
        )
    return _("Quiet times") if has_quiet else ""
