"""What every place of the window has in common."""

from collections.abc import Callable
from typing import ClassVar, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal.analysis.portfolio import PortfolioRow
from journal.domain.errors import JournalError
from journal.domain.record import Record
from journal.timeline.portfolio import Order
from journal.ui.shared.scene_view import SceneView

T = TypeVar("T")


class Page(QWidget):
    """One place. It reads what it shows, and does what its user asks, one operation each.

    `record_wanted` asks for an account, and in it for a record or for "", none in particular.
    `failed` says a `JournalError` that the user should hear of, `zoomed_changed` that `zoomed` is
    another one.

    Attributes:
        shows: The kinds of record that it shows; after a change of one it is read again.
    """

    record_wanted = Signal(str, str)
    failed = Signal(object)
    zoomed_changed = Signal()
    shows: ClassVar[frozenset[type[Record]]] = frozenset()

    @property
    def in_hand(self) -> tuple[str, str] | None:
        """The account that a command of the menus is about here, and the record in it.

        None where nothing is chosen; "" for no record in particular.
        """
        return None

    @property
    def timelines(self) -> tuple[tuple[PortfolioRow, ...], Order] | None:
        """The accounts whose timelines are shown, from the top down, and what they tell of.

        None where none are.
        """
        return None

    @property
    def zoomed(self) -> SceneView | None:
        """The timelines in sight, which the commands of the View menu zoom; None for none."""
        return None

    def find_here(self) -> bool:
        """Let the user narrow what is shown by typing; False where nothing can be narrowed."""
        return False

    def narrow_to(self, words: str, record_id: str) -> None:
        """Let only what fits some words through, and go to a record of it; "" for none."""

    def read(self) -> None:
        """Show what the journal has now; called before it is seen and after each change."""

    def attempt(self, verb: Callable[[], T]) -> T | None:
        """Do something, and say where the world does not allow it; None then."""
        try:
            return verb()
        except JournalError as error:
            self.failed.emit(error)
            return None
