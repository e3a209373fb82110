"""The accounts, grouped by aim, as rows whose words are made once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject

from journal.domain.glance import Glance
from journal.domain.rating import Level
from journal.domain.record import AccountId
from journal.levels import aim_words, level_words
from journal.ui.accounts.grouping import by_aim
from journal.ui.shared.side_list import SideModel
from journal.ui.shared.words import day_words, plain_tip, short_day_words
from journal.wording import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A heading, or an account.

    Attributes:
        account_id: None for a heading.
        level: Ours, the latest; None where never rated.
        note: What stands at the right: the day of the next meeting.
    """

    text: str
    account_id: AccountId | None = None
    level: Level | None = None
    note: str = ""
    tip: str = ""
    spoken: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether it only names what stands below."""
        return self.account_id is None


class AccountListModel(SideModel[Row]):
    """Headings and accounts; each aim that has accounts has a heading."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._glances: dict[AccountId, Glance] = {}
        self._where: dict[AccountId, int] = {}

    def show(self, glances: Sequence[Glance], today: date) -> None:
        """Show these, sorted by name within their aim."""
        self._glances = {each.account.id: each for each in glances}
        self.show_rows(_rows(glances, today))
        self._where = {
            row.account_id: position
            for position, row in enumerate(self._rows)
            if row.account_id is not None
        }

    def show_change(self, glances: Mapping[AccountId, Glance | None], today: date) -> None:
        """Show some accounts as they are now; None where one is gone.

        A list of thousands is not made anew because one date in it changed.
        """
        known = self._glances
        stays = {key: each for key, each in glances.items() if _keeps_place(each, known.get(key))}
        if len(stays) < len(glances):
            kept = {key: each for key, each in known.items() if key not in glances}
            self.show([*kept.values(), *(each for each in glances.values() if each)], today)
            return
        for key, each in stays.items():
            if each is not None:
                known[key] = each
                position = self._where[key]
                self._rows[position] = _row(each, today)
                self.dataChanged.emit(self.index(position), self.index(position))

    def position_of(self, account_id: AccountId) -> int | None:
        """Return where an account stands; None where it does not."""
        return self._where.get(account_id)

    def account_ids(self) -> tuple[AccountId, ...]:
        """Return all accounts in the order in which they stand."""
        return tuple(self._where)


def _keeps_place(glance: Glance | None, before: Glance | None) -> bool:
    if glance is None or before is None:
        return glance is before
    now, then = glance.account, before.account
    return (now.aim, now.name) == (then.aim, then.name)


def _rows(glances: Sequence[Glance], today: date) -> Iterator[Row]:
    for aim, group in by_aim(glances):
        yield Row(text=aim_words(aim), spoken=aim_words(aim))
        yield from (_row(each, today) for each in group)


def _row(glance: Glance, today: date) -> Row:
    level, following = level_words(glance.level), glance.next_meeting
    if following is None:
        note, ahead = "–", _("no meeting planned")
    else:
        note = short_day_words(following.day, today)
        ahead = _("next meeting {day}").format(day=day_words(following.day, today))
    name = glance.account.name
    return Row(
        text=name,
        account_id=glance.account.id,
        level=glance.level,
        note=note,
        tip=plain_tip(f"{name}\n{level} · {ahead}"),
        spoken=f"{name}, {level}, {ahead}",
    )
