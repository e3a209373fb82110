"""What is known of an account itself: who it is, where it is, how often we want to be there."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from journal.domain.account import Account, Aim
from journal.levels import aim_words
from journal.operations.journal import Journal
from journal.ui.accounts.interval import interval_text, read_interval
from journal.ui.saving import Saver
from journal.ui.shared.form import Form
from journal.ui.shared.labels import column
from journal.ui.shared.read_field import ReadField
from journal.ui.shared.readings import (
    minutes_text,
    read_minutes,
    zone_reader,
    zone_text,
    zone_words,
)
from journal.ui.shared.saved_fields import SavedLine, SavedText
from journal.ui.shared.segments import Choice, Segments
from journal.wording import _

AIMS = tuple(Aim)


class Facts(QWidget):
    """Texts save themselves; `changed` says the account as it is to be, and the change's name."""

    changed = Signal(Account, str)

    def __init__(self, journal: Journal, saver: Saver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._saver = saver
        self._account: Account | None = None
        self.name = SavedLine(saver, _("Name"), needs_text=True)
        self.unit = SavedLine(saver, _("Unit"))
        self.unit.setPlaceholderText(_("the part of it that you deal with"))
        self.aim = aim_segments()
        self.place = SavedLine(saver, _("Place"))
        self.address = _text(saver, _("Address"), lines=2)
        self.zone = ReadField(_("Time zone"), zone_reader(journal.now))
        self.zone.line.setPlaceholderText(_("as this computer"))
        self.travel = ReadField(_("Travel time"), read_minutes)
        self.travel.line.setPlaceholderText(_("one way, such as 1h30"))
        self.interval = ReadField(_("Meet at least every"), read_interval)
        self.interval.line.setPlaceholderText(_("no limit"))
        self.note = _text(saver, _("To remember and to avoid"), lines=4)
        form = Form()
        for words, field in (
            (_("Name"), self.name),
            (_("Unit"), self.unit),
            (_("Aim"), self.aim),
            (_("Place"), self.place),
            (_("Address"), self.address),
            (_("Time zone"), self.zone),
            (_("Travel time"), self.travel),
            (_("Meet every"), self.interval),
            (_("To remember and to avoid"), self.note),
        ):
            form.add(words, field)
        column(self, margins=(0, 0, 0, 0), gap=0).addWidget(form)
        self.setFocusProxy(self.name)
        self._connect()

    def show_account(self, account: Account) -> None:
        """Show an account, or the same one as it is now."""
        self._account = account
        self.name.bind(account, "name", _("Edit name"))
        self.unit.bind(account, "unit", _("Edit unit"))
        self.place.bind(account, "place", _("Edit place"))
        self.address.bind(account, "address", _("Edit address"))
        self.note.bind(account, "note", _("Edit note"))
        self.aim.choose(AIMS.index(account.aim))
        zone = account.time_zone
        said = zone_words(zone or self._journal.zone, self._journal.now())
        self.zone.show_value(zone, zone and zone_text(zone), said)
        self.travel.show_value(account.travel_min, minutes_text(account.travel_min))
        days = account.contact_interval_days
        self.interval.show_value(days, interval_text(days))

    def _connect(self) -> None:
        self.aim.chosen.connect(self._aim_chosen)
        self.zone.told.connect(self._zone_told)
        self.travel.told.connect(self._travel_told)
        self.interval.told.connect(self._interval_told)

    @Slot(int)
    def _aim_chosen(self, position: int) -> None:
        account = self._as_saved()
        if account is not None and account.aim is not AIMS[position]:
            self.changed.emit(replace(account, aim=AIMS[position]), _("Change aim"))

    @Slot(object)
    def _zone_told(self, zone: str) -> None:
        account = self._as_saved()
        if account is not None:
            self.changed.emit(replace(account, time_zone=zone), _("Change time zone"))

    @Slot(object)
    def _travel_told(self, minutes: int | None) -> None:
        account = self._as_saved()
        if account is not None:
            self.changed.emit(replace(account, travel_min=minutes), _("Change travel time"))

    @Slot(object)
    def _interval_told(self, days: int | None) -> None:
        account = self._as_saved()
        if account is not None:
            changed = replace(account, contact_interval_days=days)
            self.changed.emit(changed, _("Change meeting interval"))

    def _as_saved(self) -> Account | None:
        """Return the account as the file has it once what was typed is in it."""
        self._saver.flush()
        return self._account


def aim_segments() -> Segments:
    """Make a choice of the three aims."""
    return Segments(_("Aim"), [Choice(text=aim_words(each)) for each in AIMS])


def _text(saver: Saver, name: str, *, lines: int) -> SavedText:
    made = SavedText(saver, name)
    made.setFixedHeight(lines * made.fontMetrics().lineSpacing() + 14)
    return made
