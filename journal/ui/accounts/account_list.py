"""The list of accounts at the left: mark, name, next date."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from journal.domain.glance import Glance
from journal.domain.record import AccountId
from journal.ui.accounts.list_model import AccountListModel, Row
from journal.ui.shared.marks import MARK_PX, paint_level
from journal.ui.shared.row_painting import LOW, is_chosen, paint_note, paint_rounded, paint_words
from journal.ui.shared.side_list import INSET_PX, Index, SideList
from journal.ui.theme import LABEL_PX, Theme, sized
from journal.wording import _

ROW_PX = 32
_NAME_PX = INSET_PX + MARK_PX + 10


class AccountList(SideList):
    """Says which account the user went to."""

    account_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Accounts"), parent)
        self._model = AccountListModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_AccountDelegate(theme, self._model, self))
        self.setUniformItemSizes(True)
        self.selectionModel().currentChanged.connect(self._current_changed)

    def show_accounts(self, glances: Sequence[Glance], today: date) -> None:
        """Show these, and leave the same account chosen."""
        chosen = self.chosen_id()
        with QSignalBlocker(self):
            self._model.show(glances, today)
        if chosen is not None:
            self.choose(chosen)

    def show_change(self, glances: Mapping[AccountId, Glance | None], today: date) -> None:
        """Show some accounts as they are now, and leave the same account chosen."""
        chosen = self.chosen_id()
        with QSignalBlocker(self):
            self._model.show_change(glances, today)
        if chosen is not None:
            self.choose(chosen)

    def choose(self, account_id: AccountId) -> None:
        """Set an account off without saying so."""
        position = self._model.position_of(account_id)
        with QSignalBlocker(self):
            if position is None:
                self.clearSelection()
            else:
                self.setCurrentIndex(self._model.index(position))

    def choose_none(self) -> None:
        """Set no account off."""
        self.selectionModel().clear()

    def chosen_id(self) -> AccountId | None:
        """Return the account that is set off; None for none."""
        index = self.currentIndex()
        return self._model.row(index.row()).account_id if index.isValid() else None

    def neighbour_of(self, account_id: AccountId | None, step: int) -> AccountId | None:
        """Return the account so many places further down; None beyond an end."""
        ids = self._model.account_ids()
        if not ids:
            return None
        if account_id not in ids:
            return ids[0]
        position = ids.index(account_id) + step
        return ids[position] if 0 <= position < len(ids) else None

    @override
    def sizeHint(self) -> QSize:
        return QSize(228, 400)

    @Slot()
    def _current_changed(self) -> None:
        chosen = self.chosen_id()
        if chosen is not None:
            self.account_chosen.emit(chosen)


class _AccountDelegate(QStyledItemDelegate):
    """Paints a row; every word of it was made before."""

    def __init__(self, theme: Theme, model: AccountListModel, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._name_font = parent.font()
        self._note_font = sized(parent.font(), LABEL_PX)
        self._heading_font = sized(parent.font(), LABEL_PX, strong=True)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW_PX)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row(index.row())
        box = QRectF(option.rect)
        painter.save()
        if row.account_id is None:
            painter.setFont(self._heading_font)
            painter.setPen(self._theme.colours.side_mute)
            painter.drawText(box.adjusted(INSET_PX, 0, 0, -7), LOW, row.text)
        else:
            self._paint_account(painter, option, box.adjusted(0, 1, 0, -1), row)
        painter.restore()

    def _paint_account(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, row: Row
    ) -> None:
        colours = self._theme.colours
        chosen = is_chosen(option)
        paint_rounded(painter, option, box, colours)
        mark = QRectF(box.left() + INSET_PX, box.center().y() - MARK_PX / 2, MARK_PX, MARK_PX)
        paint_level(painter, mark, row.level, colours, chosen=chosen)
        painter.setFont(self._note_font)
        painter.setPen(colours.accent_ink if chosen else colours.side_mute)
        words = paint_note(painter, box.adjusted(_NAME_PX, 0, -INSET_PX, 0), row.note)
        painter.setFont(self._name_font)
        painter.setPen(colours.accent_ink if chosen else colours.ink)
        paint_words(painter, words, row.text)
