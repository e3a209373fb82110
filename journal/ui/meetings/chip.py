"""Somebody in a line of names."""

from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Signal, Slot
from typing_extensions import override

from journal.ui.shared.buttons import Button
from journal.ui.shared.eliding import elided
from journal.ui.shared.words import plain_button, plain_tip
from journal.wording import _

_MOST_PX = 240
_LEAST_PX = 48


Who = TypeVar("Who")


class Chip(Button, Generic[Who]):
    """Pressing it says `taken_out` with whom it stands for; a long name is cut.

    Attributes:
        who: Whom it stands for.
    """

    taken_out = Signal(object)

    def __init__(self, who: Who, name: str, *, tip: str = "", is_new: bool = False) -> None:
        """Make it.

        Args:
            tip: What tells two of a name apart; empty where the name does.
            is_new: Whether nobody knew them before.
        """
        super().__init__()
        self.who = who
        self.name = name
        shown = elided(self.fontMetrics(), name, _MOST_PX)
        words = _("{name} (new) ×") if is_new else _("{name} ×")
        self.setText(words.format(name=plain_button(shown)))
        self.setProperty("kind", "chip")
        self.setToolTip(plain_tip(tip or ("" if shown == name else name)))
        self.setAccessibleName(_("Take out {name}").format(name=name))
        self.clicked.connect(self._clicked)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_PX, super().minimumSizeHint().height())

    @Slot()
    def _clicked(self) -> None:
        self.taken_out.emit(self.who)
