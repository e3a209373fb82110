"""What came up in a meeting: a row for each line, and one line that takes every kind."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journal.domain.record import Record, RecordId
from journal.typed.finding import Finding
from journal.typed.finding_words import finding_words
from journal.typed.findings import Ears, understand_finding
from journal.ui.meetings.finding_row import LEAD_LETTERS, FindingRow
from journal.ui.meetings.line_choices import Around
from journal.ui.saving import Saver
from journal.ui.shared.labels import Kind, Label, column
from journal.wording import _


class FindingLine(QWidget):
    """One line for every kind of finding, by its first character; Enter says `entered`.

    Enter in the empty line says `left`.
    """

    entered = Signal(Finding)
    left = Signal()

    def __init__(self, ears: Callable[[], Ears], parent: QWidget | None = None) -> None:
        """Make it.

        Args:
            ears: What is needed to understand a line, as it is when one is typed.
        """
        super().__init__(parent)
        self._ears = ears
        self.line = QLineEdit()
        self.line.setAccessibleName(_("Add what came up"))
        self._said = Label(kind=Kind.MUTE, wraps=True)
        upright = column(self, margins=(0, 0, 0, 0), gap=4)
        upright.addWidget(self.line)
        upright.addWidget(self._said)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self.tell)
        self.line.returnPressed.connect(self._entered)
        self.tell()

    def said(self) -> str:
        """Return what stands below: what was understood, else what can be typed."""
        return self._said.text()

    def say(self, words: str) -> None:
        """Say below why a line was not kept."""
        self._show(words, Kind.ALARM)

    def finish(self) -> None:
        """Enter what is typed."""
        if self.line.text().strip():
            self._entered()

    def clear(self) -> None:
        """Make room for the next one."""
        self.line.clear()

    @Slot()
    def tell(self) -> None:
        """Say what is understood of what is typed."""
        text = self.line.text()
        if not text.strip():
            self._show(
                _(
                    "type “ for a quote, ! a barrier, > a promise, # a number they are measured "
                    "by, @ a person, ~ when they are busy, * an idea, ? to ask next time, "
                    "^ a year from now; else it is a note"
                )
            )
            return
        ears = self._ears()
        finding = understand_finding(text, ears)
        words = finding_words(finding, ears.bearings.wall.day)
        said = " ".join(filter(None, (words, finding.why)))
        self._show(said, Kind.ALARM if finding.why else Kind.MUTE)

    @Slot()
    def _entered(self) -> None:
        text = self.line.text()
        if text.strip():
            self.entered.emit(understand_finding(text, self._ears()))
        else:
            self.left.emit()

    def _show(self, words: str, kind: Kind = Kind.MUTE) -> None:
        if self._said.property("kind") != kind.value:
            self._said.setProperty("kind", kind.value)
            self._said.style().polish(self._said)
        self._said.setText(words)
        self.line.setAccessibleDescription(words)


class FindingsField(QWidget):
    """Rows that keep their place and what is typed in them when all is read again.

    `changed` says a record with another choice, `removed` one that is to go.
    """

    changed = Signal(object)
    removed = Signal(object)

    def __init__(
        self,
        saver: Saver,
        ears: Callable[[], Ears],
        before: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        """Make it, without any row.

        Args:
            before: From where Tab comes to the first row.
        """
        super().__init__(parent)
        self._saver = saver
        self._before = before
        self._rows: dict[RecordId, FindingRow] = {}
        self.adding = FindingLine(ears)
        lead = Label(_("Add…"), Kind.LEAD)
        lead.setContentsMargins(0, 6, 0, 0)
        lead.setFixedWidth(LEAD_LETTERS * self.fontMetrics().averageCharWidth())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(lead, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.adding, 1)
        whole = column(self, margins=(0, 0, 0, 0), gap=6)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        whole.addLayout(self._list)
        whole.addLayout(row)
        self.setFocusProxy(self.adding)

    @property
    def rows(self) -> tuple[FindingRow, ...]:
        """The rows, from above."""
        return tuple(self._rows.values())

    def show_lines(self, records: Sequence[Record], around: Around) -> None:
        """Show these and no others."""
        ids = {each.id for each in records}
        for gone in [each for each in self._rows if each not in ids]:
            self._take_out(gone)
        for record in records:
            if record.id in self._rows:
                self._rows[record.id].show_record(record, around)
            else:
                self._put_in(record, around)

    def _put_in(self, record: Record, around: Around) -> None:
        row = FindingRow(self._saver, record, around)
        row.changed.connect(self.changed)
        row.removed.connect(self.removed)
        row.left.connect(self._go_on)
        before = self.rows[-1].last_stop if self._rows else self._before
        self._rows[record.id] = row
        self._list.addWidget(row)
        row.show()
        QWidget.setTabOrder(before, row.text)
        QWidget.setTabOrder(row.text, row.choice)

    def _take_out(self, record_id: RecordId) -> None:
        row = self._rows.pop(record_id)
        if any(each.hasFocus() for each in row.findChildren(QWidget)):
            self._go_on()
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    @Slot()
    def _go_on(self) -> None:
        self.adding.line.setFocus(Qt.FocusReason.OtherFocusReason)
