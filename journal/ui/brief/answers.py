"""What they said to one line of a version: agreed, changed to what, or declined."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from journal.domain.document import IssuedLine
from journal.domain.record import Agreement
from journal.ui.saving import Saver
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.saved_fields import SavedLine
from journal.ui.shared.segments import Choice, Segments
from journal.wording import _

_ORDER = (Agreement.AGREED, Agreement.CHANGED, Agreement.DECLINED, Agreement.NOT_RAISED)


class Answers(QWidget):
    """Says `answered` with the line, the `Agreement` and their wording, each time it is told."""

    answered = Signal(object, object, str)

    def __init__(self, saver: Saver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: IssuedLine | None = None
        self._heading = Label(_("What they said to it"), Kind.STRONG)
        self.choice = Segments(
            _("What they said to it"),
            [
                Choice(text=_("Agreed"), tip=_("A in the list")),
                Choice(text=_("Changed"), tip=_("C in the list")),
                Choice(text=_("Declined"), tip=_("D in the list")),
                Choice(text=_("Not raised"), tip=_("N in the list")),
            ],
        )
        self.wording = SavedLine(saver, _("In their words"))
        self.wording.setPlaceholderText(_("what it is to say, in their words"))
        inside = column(self, margins=(0, 0, 0, 0), gap=8)
        inside.addWidget(self._heading)
        inside.addWidget(self.choice)
        inside.addWidget(self.wording)
        self.choice.chosen.connect(self._chosen)
        self.wording.editingFinished.connect(self._worded)

    def show_line(self, line: IssuedLine | None) -> None:
        """Show another line, or the same as it is now; None for none."""
        self._line = line
        self.setEnabled(line is not None)
        if line is None:
            self.choice.choose(-1)
            self.wording.unbind()
            return
        self.choice.choose(_ORDER.index(line.agreement))
        is_changed = line.agreement is Agreement.CHANGED
        self.wording.setVisible(is_changed)
        if is_changed:
            self.wording.bind(line, "agreed_wording", _("Edit their wording"))
        else:
            self.wording.unbind()

    def leave(self) -> None:
        """Take what is typed for said."""
        self._worded()

    @Slot(int)
    def _chosen(self, position: int) -> None:
        if self._line is not None:
            self.answered.emit(self._line, _ORDER[position], "")

    @Slot()
    def _worded(self) -> None:
        line = self._line
        if line is not None and line.agreement is Agreement.CHANGED:
            self.answered.emit(line, Agreement.CHANGED, self.wording.text())
