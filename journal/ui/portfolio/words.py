"""The portfolio in words: the sentence that opens the page, its rows, and the whole of one."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from journal.analysis.portfolio import Flag, PortfolioRow
from journal.analysis.promises import Kept
from journal.domain.account import Account, Aim
from journal.domain.meeting import Meeting
from journal.domain.rating import Level, Rating
from journal.domain.record import AccountId
from journal.levels import aim_words, level_words
from journal.operations.portfolio import flag_words
from journal.ui.shared.matching import folded
from journal.ui.shared.numbers import number_words, sentence
from journal.ui.shared.words import date_words, full_day_words, short_day_words, when_words
from journal.wording import _, ngettext

NOTHING = "–"
_LATE = frozenset({Flag.OVERDUE, Flag.UNRECORDED})
_STILL = frozenset({Flag.STALL, Flag.SAME_AS_LAST_YEAR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One account in words.

    Attributes:
        words: One for each column.
        ours: None where never rated; `theirs` likewise.
        is_late: What asks for attention is said in the colour of what is late.
    """

    account_id: AccountId
    words: tuple[str, ...]
    ours: Level | None
    theirs: Level | None
    is_late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """Which accounts are shown.

    Attributes:
        aim: None for any.
        flags: With one of these; none for all, with a flag or without.
        words: Beginnings of words that all stand in the name, the unit or the place.
    """

    aim: Aim | None = None
    flags: frozenset[Flag] = frozenset()
    words: str = ""

    def of(self, rows: Iterable[PortfolioRow]) -> list[PortfolioRow]:
        """Return what it lets through."""
        wanted = [f" {word}" for word in folded(self.words).split()]
        return [
            row
            for row in rows
            if (self.aim is None or row.account.aim is self.aim)
            and (not self.flags or not self.flags.isdisjoint(row.flags))
            and (not wanted or _has(row.account, wanted))
        ]


def answer(rows: Collection[PortfolioRow]) -> str:
    """Say in one sentence which accounts slide, which were not seen, and which stand still."""
    if not rows:
        return sentence(_("there is no account yet"))
    slide = sum(Flag.SLIDES in each.flags for each in rows)
    unseen = sum(Flag.OUT_OF_TOUCH in each.flags for each in rows)
    still = sum(not _STILL.isdisjoint(each.flags) for each in rows)
    parts = [
        (slide, ngettext("{who} slides", "{who} slide", slide)),
        (
            unseen,
            ngettext(
                "{who} has not been seen in its interval",
                "{who} have not been seen in their interval",
                unseen,
            ),
        ),
        (still, ngettext("{who} stands still", "{who} stand still", still)),
    ]
    told = [(count, words) for count, words in parts if count]
    if not told:
        return sentence(_("no account slides, none stands still, none is past its interval"))
    first = ngettext("{number} account", "{number} accounts", told[0][0])
    who = [first.format(number=number_words(told[0][0])), *(number_words(n) for n, _w in told[1:])]
    clauses = [words.format(who=each) for each, (_n, words) in zip(who, told, strict=True)]
    return sentence(", ".join(clauses))


def row(told: PortfolioRow, today: date) -> Row:
    """Say one account, in the order of the columns."""
    return Row(
        account_id=told.account.id,
        words=(
            told.account.name,
            flags_words(told),
            aim_words(told.account.aim),
            _level(told.ours),
            _level(told.theirs),
            _gap(told.gap_steps),
            _trend(told),
            _day(told.last, today),
            _day(told.next, today),
            _of(told.last_ten.lost, told.last_ten.counted),
            _of(told.ours_kept.in_time, told.ours_kept.due),
            _of(told.theirs_kept.in_time, told.theirs_kept.due),
            str(told.guesses),
        ),
        ours=None if told.ours is None else told.ours.level,
        theirs=None if told.theirs is None else told.theirs.level,
        is_late=not _LATE.isdisjoint(told.flags),
    )


def flags_words(told: PortfolioRow) -> str:
    """Say what it asks attention for; nothing where it does not."""
    return " · ".join(flag_words(each) for each in told.flags)


def heading(told: PortfolioRow) -> str:
    """Say which account it is, and all that it asks attention for."""
    account = told.account
    named = ", ".join(filter(None, (account.name, account.unit, account.place)))
    flags = flags_words(told)
    return f"{named}: {flags}" if flags else named


def whole(told: PortfolioRow, today: date) -> str:
    """Say in full what its row says in short."""
    told_whole = " · ".join(
        filter(
            None,
            (
                _rated(told, today),
                _met(told, today),
                _lost(told),
                _kept(told),
                ngettext("{count} guess left", "{count} guesses left", told.guesses).format(
                    count=told.guesses
                ),
            ),
        )
    )
    return told_whole[:1].upper() + told_whole[1:]


def shown_words(shown: int, of: int) -> str:
    """Say how many accounts stand in the table."""
    if shown == of:
        return ngettext("{count} account", "{count} accounts", of).format(count=of)
    return _("{shown} of {count} accounts").format(shown=shown, count=of)


def _has(account: Account, wanted: Iterable[str]) -> bool:
    text = " " + folded(f"{account.name} {account.unit} {account.place}")
    return all(word in text for word in wanted)


def _level(rating: Rating | None) -> str:
    return NOTHING if rating is None else level_words(rating.level)


def _gap(steps: int | None) -> str:
    if steps is None:
        return NOTHING
    return _("none") if steps == 0 else f"{steps:+}".replace("-", "−")


def _trend(told: PortfolioRow) -> str:
    steps = told.trend_steps
    if not steps:
        return NOTHING
    return (_("up {steps}") if steps > 0 else _("down {steps}")).format(steps=abs(steps))


def _day(meeting: Meeting | None, today: date) -> str:
    return NOTHING if meeting is None else short_day_words(meeting.when.day, today)


def _of(count: int, of: int) -> str:
    return _("{count} of {of}").format(count=count, of=of) if of else NOTHING


def _rated(told: PortfolioRow, today: date) -> str:
    if told.ours is None and told.theirs is None:
        return _("not rated")
    said = [
        words.format(level=level_words(each.level), day=date_words(each.day, today))
        for words, each in (
            (_("we say {level} ({day})"), told.ours),
            (_("they say {level} ({day})"), told.theirs),
        )
        if each is not None
    ]
    return ", ".join(said)


def _met(told: PortfolioRow, today: date) -> str:
    last, following = told.last, told.next
    return ", ".join(
        (
            _("never met")
            if last is None
            else _("last held {day}").format(day=full_day_words(last.when.day)),
            _("nothing planned")
            if following is None
            else _("next {when}").format(when=when_words(following.when, today)),
        )
    )


def _lost(told: PortfolioRow) -> str:
    counts = told.last_ten
    if not counts.counted:
        return ""
    return _("lost {count} of the last {of}").format(count=counts.lost, of=counts.counted)


def _kept(told: PortfolioRow) -> str:
    return ", ".join(
        words.format(count=_of(each.in_time, each.due))
        for words, each in _promises(told)
        if each.due
    )


def _promises(told: PortfolioRow) -> tuple[tuple[str, Kept], ...]:
    return (
        (_("we kept {count} promises in time"), told.ours_kept),
        (_("they kept {count} promises in time"), told.theirs_kept),
    )
