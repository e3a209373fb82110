"""One meeting as a row that takes the focus, with the keys for what is done next."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from journal.ui.shared.key_button import deed_button
from journal.ui.shared.marked_text import Look, MarkedText, Run
from journal.ui.theme import Theme
from journal.ui.today.words import Row
from journal.wording import _

_Key = Qt.Key
_STEPS = {_Key.Key_Up: -1, _Key.Key_Down: 1, _Key.Key_Home: -9999, _Key.Key_End: 9999}
_OPENING = frozenset({_Key.Key_Return, _Key.Key_Enter})
_ISOLATE, _ISOLATED = "\u2068", "\u2069"
_TOP = Qt.AlignmentFlag.AlignTop


class DayRow(QFrame):
    """Says what the user wants with its meeting.

    `stepped` says by how many rows the focus is to go on.
    """

    opened = Signal(str, str)
    log_wanted = Signal(str, str)
    brief_wanted = Signal(str, str)
    plan_wanted = Signal(str)
    stepped = Signal(int)

    def __init__(self, theme: Theme, row: Row, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.row = row
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_spoken(row))
        self.setAccessibleDescription(_keys(row))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(10, 9, 10, 9)
        whole.setSpacing(12)
        self._lead = MarkedText(theme, _lead(row))
        self._note = MarkedText(theme, _note(row), right=True)
        body = QVBoxLayout()
        body.setSpacing(4)
        body.addWidget(MarkedText(theme, _head(row)))
        for remark in row.remarks:
            look = Look.ALARM if remark.is_alarm else Look.PLAIN
            body.addWidget(MarkedText(theme, (Run(remark.text, look),)))
        buttons = self._buttons()
        if buttons is not None:
            body.addLayout(buttons)
        whole.addWidget(self._lead, 0, _TOP)
        whole.addLayout(body, 1)
        whole.addWidget(self._note, 0, _TOP)
        self._measure()
        theme.changed.connect(self.update)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = _Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _OPENING:
            self.opened.emit(self.row.account_id, self.row.meeting_id)
        elif key == _Key.Key_L and self.row.may_log:
            self._log()
        elif key == _Key.Key_P and self.row.may_print:
            self._print()
        elif key == _Key.Key_N:
            self.plan_wanted.emit(self.row.account_id)
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self.row.account_id, self.row.meeting_id)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -1.5)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.hasFocus():
            painter.setBrush(colours.accent_soft)
            painter.setPen(QPen(colours.accent_text, 1))
            painter.drawRoundedRect(box, 4, 4)
        elif self.underMouse():
            painter.setBrush(colours.accent_soft)
            painter.drawRoundedRect(box, 4, 4)
        painter.end()

    def _buttons(self) -> QHBoxLayout | None:
        """Offer what is next: the brief before a visit, the log after it."""
        made = QHBoxLayout()
        made.setSpacing(8)
        made.setContentsMargins(0, 4, 0, 0)
        if self.row.asks_outcome:
            made.addWidget(deed_button(_("Log meeting"), "L", self._log, self._theme))
        if self.row.offers_brief:
            made.addWidget(deed_button(_("Print brief"), "P", self._print, self._theme))
        if not made.count():
            return None
        made.addStretch(1)
        return made

    def _measure(self) -> None:
        """Give the columns at both sides the room that the longest day and note take."""
        metrics = self.fontMetrics()
        self._lead.setFixedWidth(metrics.horizontalAdvance(_("Wed 30 Nov") + "00"))
        self._note.setFixedWidth(metrics.horizontalAdvance(_("leave by 00:00 am")))

    @Slot()
    def _log(self) -> None:
        self.log_wanted.emit(self.row.account_id, self.row.meeting_id)

    @Slot()
    def _print(self) -> None:
        self.brief_wanted.emit(self.row.account_id, self.row.meeting_id)


def _lead(row: Row) -> Iterator[Run]:
    yield Run(row.lead, Look.MUTE if row.is_over else Look.STRONG)
    if row.there:
        yield Run("\n" + row.there, Look.MUTE)


def _head(row: Row) -> Iterator[Run]:
    # Set apart, so that a name from right to left does not carry off what stands behind it.
    name, *about = (f"{_ISOLATE}{each}{_ISOLATED}" for each in (row.name, *row.about))
    yield Run(name, Look.MUTE if row.is_over else Look.STRONG)
    if about:
        yield Run("  " + " · ".join(about), Look.MUTE)


def _note(row: Row) -> Iterator[Run]:
    if row.note:
        look = Look.PLAIN if row.offers_brief else Look.MUTE
        yield Run(row.note, Look.ALARM if row.is_late else look)
    if row.subnote:
        yield Run("\n" + row.subnote if row.note else row.subnote, Look.MUTE)


def _spoken(row: Row) -> str:
    parts = (
        row.lead,
        row.there.replace("\n", ", "),
        row.name,
        *row.about,
        row.note,
        row.subnote,
        *(remark.text for remark in row.remarks),
    )
    return ", ".join(part for part in parts if part)


def _keys(row: Row) -> str:
    keys = [_("Enter opens it")]
    if row.may_log:
        keys.append(_("L logs it"))
    if row.may_print:
        keys.append(_("P prints its brief"))
    return ", ".join([*keys, _("N plans another")])
