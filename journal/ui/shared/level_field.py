"""A rating to choose, with what each of the five means."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from journal.domain.rating import Level
from journal.levels import level_meaning, level_words
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.segments import Choice, Segments
from journal.ui.shared.words import plain_tip

_LEVELS = tuple(Level)


class LevelField(QWidget):
    """Says `told` with the rating that the user chose."""

    told = Signal(Level)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make it, with nothing chosen."""
        super().__init__(parent)
        self.levels = Segments(
            name,
            [
                Choice(
                    text=level_words(each),
                    tip=plain_tip(level_meaning(each)),
                    look=each.name.lower(),
                )
                for each in _LEVELS
            ],
        )
        meanings = QGridLayout()
        meanings.setHorizontalSpacing(12)
        meanings.setVerticalSpacing(0)
        meanings.setColumnStretch(1, 1)
        for row, each in enumerate(_LEVELS):
            named = Label(level_words(each), Kind.LABEL)
            meanings.addWidget(named, row, 0, Qt.AlignmentFlag.AlignTop)
            meanings.addWidget(Label(level_meaning(each), Kind.LABEL, wraps=True), row, 1)
        inside = column(self, margins=(0, 0, 0, 0), gap=8)
        inside.addWidget(self.levels)
        inside.addLayout(meanings)
        self.setFocusProxy(self.levels)
        self.levels.chosen.connect(self._chosen)

    @property
    def level(self) -> Level | None:
        """What is chosen; None while nothing is."""
        position = self.levels.position
        return None if position < 0 else _LEVELS[position]

    def show_level(self, level: Level | None) -> None:
        """Show what is so, without saying so."""
        self.levels.choose(-1 if level is None else _LEVELS.index(level))

    @Slot(int)
    def _chosen(self, position: int) -> None:
        self.told.emit(_LEVELS[position])
