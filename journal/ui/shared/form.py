"""Rows of a label and a field, which stand under each other where there is no room beside."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from journal.ui.shared.labels import Kind, Label

# Letters of the window's font that a row of a label and a field beside each other needs; more,
# where its fields do.
_BESIDE_LETTERS = 64
_LABEL_LETTERS = 14
_GAP_PX = 12


class Form(QWidget):
    """Rows of one part of a form."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        label_letters: int = _LABEL_LETTERS,
        beside_letters: int = _BESIDE_LETTERS,
    ) -> None:
        """Make it, empty.

        Args:
            label_letters: How many letters of the window's font a label beside its field has.
            beside_letters: How many of them both need together; else the label stands above.
        """
        super().__init__(parent)
        self._beside_letters = beside_letters
        self._label_letters = label_letters
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(_GAP_PX)
        self._rows.setVerticalSpacing(8)
        self._rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._labels: list[Label] = []
        self._fields: list[QWidget] = []

    def add(self, words: str, field: QWidget) -> None:
        """Add a row."""
        label = Label(words, Kind.MUTE, wraps=True)
        label.setBuddy(field)
        self._labels.append(label)
        self._fields.append(field)
        self._rows.addRow(label, field)

    def set_visible(self, field: QWidget, *, visible: bool) -> None:
        """Show or hide the row of a field."""
        self._rows.setRowVisible(field, visible)
        self._arrange(self.width())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._widest_px(), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width_px: int) -> None:
        letter = self.fontMetrics().averageCharWidth()
        beside_px = self._label_letters * letter + _GAP_PX + self._widest_px()
        is_wide = width_px >= max(self._beside_letters * letter, beside_px)
        policy = QFormLayout.RowWrapPolicy
        wanted = policy.DontWrapRows if is_wide else policy.WrapAllRows
        if self._rows.rowWrapPolicy() is not wanted:
            self._rows.setRowWrapPolicy(wanted)
        # Beside its field a label ends where the field begins; above it, both begin together.
        side = Qt.AlignmentFlag.AlignRight if is_wide else Qt.AlignmentFlag.AlignLeft
        for label in self._labels:
            label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            width = self._label_letters * letter
            label.setMinimumWidth(width if is_wide else 0)
            label.setMaximumWidth(width if is_wide else self.maximumWidth())
        self._rows.invalidate()  # it keeps heights that it measured for another width

    def _widest_px(self) -> int:
        """Return what the widest field in sight cannot do without."""
        shown = (each for each in self._fields if not each.isHidden())
        least = (max(each.minimumSizeHint().width(), each.minimumWidth()) for each in shown)
        return max(least, default=0)


class Scrolled(QScrollArea):
    """A form that scrolls up and down, and never sideways."""

    def __init__(self, name: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        content.setObjectName("scrolled")
        self.setWidget(content)

    def show_content(self, content: QWidget) -> None:
        """Show other content; what was shown goes once its own buttons are through with it."""
        content.setObjectName("scrolled")
        gone = self.takeWidget()
        self.setWidget(content)
        if gone is not None:
            gone.deleteLater()

    @override
    def sizeHint(self) -> QSize:
        return QSize(480, 360)
