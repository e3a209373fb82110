"""How another time came about, asked once and in passing: moved by them, by us, or corrected."""

from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from journal.domain.span import When
from journal.ui.shared.buttons import other_button
from journal.ui.shared.flow import Flow
from journal.ui.shared.labels import Label, column
from journal.ui.shared.words import full_when_words
from journal.wording import _


class Cause(StrEnum):
    """How another time came about."""

    THEIRS = "theirs"
    OURS = "ours"
    WRONG = "wrong"
    NONE = "none"


class MovedQuestion(QWidget):
    """Says `answered` with a `Cause`; until then nothing is changed."""

    answered = Signal(Cause)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = Label(wraps=True)
        self.theirs = other_button(_("They moved it"))
        self.ours = other_button(_("We moved it"))
        self.wrong = other_button(_("It was entered wrongly"))
        self.none = other_button(_("Leave it as it was"))
        rows = column(self, margins=(0, 0, 0, 0), gap=4)
        flow = Flow(gap=8)
        rows.addWidget(self._asked)
        for button in (self.theirs, self.ours, self.wrong, self.none):
            flow.addWidget(button)
        rows.addLayout(flow)
        self.setFocusProxy(self.theirs)
        self._connect()

    def ask(self, was: When, to: When) -> None:
        """Ask how a meeting came from one time to another."""
        words = _("Not {was} any more, but {to}. How did that come about?")
        self._asked.setText(words.format(was=full_when_words(was), to=full_when_words(to)))
        self.setAccessibleName(self._asked.text())

    def words(self) -> str:
        """Return the question."""
        return self._asked.text()

    def _connect(self) -> None:
        self.theirs.clicked.connect(self._theirs_clicked)
        self.ours.clicked.connect(self._ours_clicked)
        self.wrong.clicked.connect(self._wrong_clicked)
        self.none.clicked.connect(self._none_clicked)

    @Slot()
    def _theirs_clicked(self) -> None:
        self.answered.emit(Cause.THEIRS)

    @Slot()
    def _ours_clicked(self) -> None:
        self.answered.emit(Cause.OURS)

    @Slot()
    def _wrong_clicked(self) -> None:
        self.answered.emit(Cause.WRONG)

    @Slot()
    def _none_clicked(self) -> None:
        self.answered.emit(Cause.NONE)
