"""The outline of an account's people as rows whose words are made once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject

from journal.domain.person import Role, Support
from journal.domain.record import RecordId
from journal.terms import buying_role_words, support_words
from journal.ui.people.outline import Entry, Group
from journal.ui.people.words import group_words, name_words, span_words
from journal.ui.shared.side_list import SideModel
from journal.ui.shared.words import month_words, plain_tip
from journal.wording import _

NOBODY = RecordId("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A heading, or somebody.

    Attributes:
        key: Of the entry; `NOBODY` for a heading.
        under: The second line.
        note: At the right: how the person stands to us.
        depth: See `Entry`, as for `lines` and `has_reports`.
    """

    text: str
    key: RecordId = NOBODY
    under: str = ""
    note: str = ""
    depth: int = 0
    lines: tuple[bool, ...] = ()
    has_reports: bool = False
    is_past: bool = False
    spoken: str = ""

    @property
    def tip(self) -> str:
        """All of it, where it is cut."""
        return plain_tip("\n".join(each for each in (self.text, self.under) if each))

    @property
    def is_heading(self) -> bool:
        """Whether it only names what stands below."""
        return not self.key


class ChartModel(SideModel[Row]):
    """Headings and people; each group that has somebody has a heading.

    Attributes:
        deepest: How many bosses stand above each other, at most.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.deepest = 0

    def show(self, entries: Sequence[Entry], today: date) -> None:
        """Show these."""
        rows = list(_rows(entries, today))
        if rows == self._rows:
            return
        self.deepest = max((each.depth for each in rows), default=0)
        self.show_rows(rows)

    def position_of(self, key: RecordId) -> int | None:
        """Return where an entry stands; None where it does not."""
        found = (at for at, each in enumerate(self._rows) if key and each.key == key)
        return next(found, None)

    def boss_of(self, position: int) -> int | None:
        """Return where the person stands whom this one reports to; None for nobody."""
        depth = self._rows[position].depth
        if not depth:
            return None
        above = range(position - 1, -1, -1)
        return next(at for at in above if self._rows[at].depth == depth - 1)

    def report_of(self, position: int) -> int | None:
        """Return where the first of those stands who report to this one; None for nobody."""
        return position + 1 if self._rows[position].has_reports else None


def _rows(entries: Sequence[Entry], today: date) -> Iterator[Row]:
    for group in Group:
        together = [each for each in entries if each.group is group]
        if together:
            yield Row(text=group_words(group), spoken=group_words(group))
        yield from (_row(each, entries, today) for each in together)


def _row(entry: Entry, entries: Sequence[Entry], today: date) -> Row:
    name, under = name_words(entry.person), _under(entry, today)
    support = None if entry.role is None else entry.role.support
    note = "" if support is None or entry.is_past else support_words(support)
    boss = _boss(entry, entries)
    reports = _("reports to {name}").format(name=boss) if boss else ""
    return Row(
        text=name,
        key=entry.key,
        under=under,
        note="" if support is Support.NEUTRAL else note,
        depth=entry.depth,
        lines=entry.lines,
        has_reports=entry.has_reports,
        is_past=entry.is_past,
        spoken=", ".join(each for each in (name, under, note, reports) if each),
    )


def _boss(entry: Entry, entries: Sequence[Entry]) -> str:
    boss = None if entry.role is None or not entry.depth else entry.role.reports_to_id
    found = (each.person for each in entries if each.person is not None and each.person.id == boss)
    person = next(found, None)
    return "" if person is None else person.name


def _under(entry: Entry, today: date) -> str:
    role = entry.role
    if role is None:
        return _("came to a meeting")
    if entry.group is Group.OURS:
        return " · ".join(each for each in (span_words(role.span, today), role.title) if each)
    if entry.group is Group.LEFT and role.end is not None:
        left = _("left {month}").format(month=month_words(role.end))
        return " · ".join(each for each in (role.title, left) if each)
    return " · ".join(_present(role, today))


def _present(role: Role, today: date) -> Iterator[str]:
    if role.title:
        yield role.title
    if role.buying_role is not None:
        yield buying_role_words(role.buying_role)
    if role.start is not None and role.start > today:
        yield _("from {month}").format(month=month_words(role.start))
