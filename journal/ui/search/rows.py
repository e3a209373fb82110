"""What the palette lists: accounts, people, commands, and the journal's own words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from PySide6.QtGui import QAction, QKeySequence

from journal.domain.finding import Hit, Hits
from journal.domain.glance import Glance
from journal.domain.record import AccountId, RecordId
from journal.domain.relationship import Acquaintance
from journal.levels import aim_words
from journal.terms import record_words
from journal.ui.shared.matching import Names
from journal.ui.shared.words import day_words, plain_tip
from journal.wording import _

_OF_EACH = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing to go to.

    Attributes:
        account_id: To open; None for a command.
        record: In it; empty for the account itself.
        command: To do; None for what is opened.
        note: At the right: a day or a key.
        marks: Start and end, in `excerpt`, of each word that was found.
    """

    text: str
    excerpt: str
    note: str = ""
    account_id: AccountId | None = None
    record: str = ""
    command: QAction | None = None
    marks: tuple[tuple[int, int], ...] = ()

    @property
    def tip(self) -> str:
        """All of it, where it is cut."""
        return plain_tip(f"{self.text}\n{self.excerpt}")

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return f"{self.text}, {self.excerpt}, {self.note}"

    @property
    def is_heading(self) -> bool:
        """Never: each can be gone to."""
        return False


class Directory:
    """Everything that has a name, ready to be found at each key press."""

    def __init__(
        self,
        glances: Sequence[Glance],
        people: Sequence[Acquaintance],
        commands: Sequence[tuple[str, QAction]],
    ) -> None:
        self.names: Mapping[AccountId, str] = {
            each.account.id: each.account.name for each in glances
        }
        self._accounts = Names((each.account.name, _account(each)) for each in glances)
        self._people = Names((each.name, _person(each)) for each in people)
        self._commands = Names(
            (f"{action.text()} {menu}".replace("&", ""), _command(menu, action))
            for menu, action in commands
        )
        self._homes: dict[RecordId, AccountId] = {
            RecordId(each.person_id): each.account_id for each in reversed(people)
        }

    def find(self, words: str) -> Iterator[Row]:
        """Return what bears the words in its name, at most a few of each sort."""
        for sort in (self._accounts, self._people, self._commands):
            yield from islice(sort.find(words), _OF_EACH)

    def rows(self, hits: Hits, today: date) -> Iterator[Row]:
        """Make rows of the journal's own words; what belongs to no account here is left out."""
        for hit in hits.hits:
            home = hit.account_id or self._homes.get(hit.record)
            if home is not None and home in self.names:
                yield self._hit(hit, home, today)

    def _hit(self, hit: Hit, home: AccountId, today: date) -> Row:
        kind = f"{record_words(hit.kind)} · "
        return Row(
            text=self.names[home],
            excerpt=kind + hit.excerpt,
            note=day_words(hit.happened_at.date(), today),
            account_id=home,
            record=hit.record,
            marks=tuple((start + len(kind), end + len(kind)) for start, end in hit.marks),
        )


def _account(glance: Glance) -> Row:
    account = glance.account
    told = (_("account"), aim_words(account.aim), account.place)
    return Row(text=account.name, excerpt=" · ".join(filter(None, told)), account_id=account.id)


def _person(known: Acquaintance) -> Row:
    told = (_("person"), known.title, known.account_name)
    return Row(
        text=known.name,
        excerpt=" · ".join(filter(None, told)),
        account_id=known.account_id,
        record=known.person_id,
    )


def _command(menu: str, action: QAction) -> Row:
    return Row(
        text=action.text().replace("&", "").rstrip("…"),
        excerpt=f"{_('command')} · {menu}",
        note=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
        command=action,
    )
