"""What somebody is in an account, and from when to when."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal.domain.person import BuyingRole, Person, Role, Support
from journal.domain.record import PersonId, Side
from journal.terms import buying_role_words, support_words
from journal.ui.saving import Saver
from journal.ui.shared.choice_field import ChoiceField
from journal.ui.shared.form import Form
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.read_field import Reader, ReadField
from journal.ui.shared.readings import day_text
from journal.ui.shared.saved_fields import SavedLine
from journal.wording import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A role, and from when to when it is to be."""

    role: Role
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting:
    """A role, and to whom its person is to report."""

    role: Role
    boss: PersonId | None


class RoleFields(QWidget):
    """Texts save themselves; `changed` says the role as it is to be, and the name of the change.

    `dated` and `reporting` say what can be refused: days in disorder, a ring of bosses.
    """

    changed = Signal(object, str)
    dated = Signal(object)
    reporting = Signal(object)

    def __init__(self, saver: Saver, read_day: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saver = saver
        self._role: Role | None = None
        self.title = SavedLine(saver, _("Title"))
        self.buying = ChoiceField[BuyingRole | None](
            _("Buying role"),
            [(None, _("not known")), *((each, buying_role_words(each)) for each in BuyingRole)],
        )
        self.support = ChoiceField[Support | None](
            _("Support"),
            [(None, _("not known")), *((each, support_words(each)) for each in Support)],
        )
        self.boss = ChoiceField[PersonId | None](_("Reports to"), [(None, _("not known"))])
        self.since = ReadField(_("Since"), read_day, beside=False)
        self.since.line.setPlaceholderText(_("not known"))
        self.until = ReadField(_("Until"), read_day, beside=False)
        self.note = SavedLine(saver, _("What they left behind"))
        self._form = Form()
        self._weight = _pair(self.buying, _("support"), self.support)
        for words, field in (
            (_("Title"), self.title),
            (_("Buying role"), self._weight),
            (_("Reports to"), self.boss),
            (_("Since"), _pair(self.since, _("until"), self.until)),
            (_("Left behind"), self.note),
        ):
            self._form.add(words, field)
        column(self, margins=(0, 0, 0, 0), gap=0).addWidget(self._form)
        self._connect()

    def show_role(self, role: Role, bosses: Sequence[Person]) -> None:
        """Show it.

        Args:
            role: Of theirs or of ours.
            bosses: To whom the person may report.
        """
        self._role = role
        is_theirs = role.side is Side.THEIRS
        self.title.bind(role, "title", _("Edit title"))
        self.note.bind(role, "note", _("Edit what they left behind"))
        self.buying.show_value(role.buying_role)
        self.support.show_value(role.support)
        self.boss.set_choices([(None, _("not known")), *((each.id, each.name) for each in bosses)])
        self.boss.show_value(role.reports_to_id)
        self.since.show_value(role.start, day_text(role.start))
        self.until.show_value(role.end, day_text(role.end))
        self.until.line.setPlaceholderText(_("still here") if is_theirs else _("goes on"))
        for field in (self._weight, self.boss):
            self._form.set_visible(field, visible=is_theirs)
        self._form.set_visible(self.note, visible=not is_theirs or bool(role.note or role.end))

    def _connect(self) -> None:
        self.buying.told.connect(self._buying_told)
        self.support.told.connect(self._support_told)
        self.boss.told.connect(self._boss_told)
        self.since.told.connect(self._since_told)
        self.until.told.connect(self._until_told)

    def _as_saved(self) -> Role | None:
        """Return the role as the file has it once what was typed is in it."""
        self._saver.flush()
        return self._role

    @Slot(object)
    def _buying_told(self, buying: BuyingRole | None) -> None:
        role = self._as_saved()
        if role is not None:
            self.changed.emit(replace(role, buying_role=buying), _("Change buying role"))

    @Slot(object)
    def _support_told(self, support: Support | None) -> None:
        role = self._as_saved()
        if role is not None:
            self.changed.emit(replace(role, support=support), _("Change support"))

    @Slot(object)
    def _boss_told(self, boss: PersonId | None) -> None:
        role = self._as_saved()
        if role is not None:
            self.reporting.emit(Reporting(role=role, boss=boss))

    @Slot(object)
    def _since_told(self, day: date | None) -> None:
        role = self._as_saved()
        if role is not None:
            self.dated.emit(Dated(role=role, start=day, end=role.end))

    @Slot(object)
    def _until_told(self, day: date | None) -> None:
        role = self._as_saved()
        if role is not None:
            self.dated.emit(Dated(role=role, start=role.start, end=day))


def _pair(one: QWidget, words: str, other: QWidget) -> QWidget:
    """Put two fields side by side, the words before the second one."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    label = Label(words, Kind.MUTE)
    label.setContentsMargins(0, 5, 0, 0)
    for field, share in ((one, 1), (label, 0), (other, 1)):
        row.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
    made.setFocusProxy(one)
    return made
