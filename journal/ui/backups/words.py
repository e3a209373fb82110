"""Backups in words: when they were made, and how what they hold differs from the journal."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from PySide6.QtCore import QLocale

from journal.domain.record import Record
from journal.operations.restoring import Comparison
from journal.terms import counted_words, record_words
from journal.ui.shared.entries import Entry
from journal.ui.shared.numbers import sentence
from journal.ui.shared.words import (
    clock_words,
    date_words,
    day_words,
    distance_words,
    full_day_words,
)
from journal.wording import _, ngettext

# So many kinds of record are named in a sentence; the rest is counted together.
_NAMED = 3
# They belong to others, and are named after them.
_MINOR = frozenset({"IssuedLine", "MetricReading", "OptionLink", "Origin", "Participation"})
_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)
_MEGABYTE = 1024 * 1024


def made_words(at: datetime, now: datetime) -> str:
    """Say by the laptop's wall when a backup was made: `Mon 23 Nov, 09:15`."""
    local = at.astimezone(now.tzinfo)
    return _("{day}, {time}").format(
        day=day_words(local.date(), now.date()), time=clock_words(local.time())
    )


def full_made_words(at: datetime, now: datetime) -> str:
    """Say it with the year: `Mon 23 Nov 2026, 09:15`."""
    local = at.astimezone(now.tzinfo)
    return _("{day}, {time}").format(
        day=full_day_words(local.date()), time=clock_words(local.time())
    )


def age_words(at: datetime, now: datetime) -> str:
    """Say how old a backup is: `just now`, `5 min ago`, `3 h ago`, `yesterday`, `8 days ago`."""
    local, age = at.astimezone(now.tzinfo), now - at
    if local.date() != now.date() or age < timedelta(0):
        return distance_words(local.date(), now.date())
    if age < _MINUTE:
        return _("just now")
    if age < _HOUR:
        return _("{count} min ago").format(count=age // _MINUTE)
    return _("{count} h ago").format(count=age // _HOUR)


def size_words(size_bytes: int) -> str:
    """Say how large a file is, in the way of the locale: `776 kB`, `1.2 MB`."""
    traditional = QLocale.DataSizeFormat.DataSizeTraditionalFormat
    digits = int(size_bytes >= _MEGABYTE)
    return QLocale().formattedDataSize(size_bytes, digits, traditional)


def last_words(last: datetime | None, now: datetime) -> str:
    """Say when the last good backup was made; None where there is none."""
    if last is None:
        return _("There is no backup of this journal yet.")
    return _("The last good backup is of {when}, {age}.").format(
        when=made_words(last, now), age=age_words(last, now)
    )


def restore_words(comparison: Comparison) -> str:
    """Say in one sentence what a restore would bring."""
    differences = comparison.preview.differences
    lost = _things((each.kind, each.only_now) for each in differences)
    found = _things((each.kind, each.only_in_backup) for each in differences)
    changed = _things((each.kind, each.changed) for each in differences)
    parts = (
        _("{things} would go").format(things=lost) if lost else "",
        _("{things} would come back").format(things=found) if found else "",
        _("{things} would be as before").format(things=changed) if changed else "",
    )
    told = ", ".join(filter(None, parts))
    if not told:
        return _("It holds the same as the journal now, the trash aside.")
    return sentence(told)


def version_words(comparison: Comparison) -> str:
    """Say in one sentence how another version of the journal differs."""
    differences = comparison.preview.differences
    there = _things((each.kind, each.only_in_backup) for each in differences)
    here = _things((each.kind, each.only_now) for each in differences)
    unlike = _things((each.kind, each.changed) for each in differences)
    parts = (
        _("Only there: {things}.").format(things=there) if there else "",
        _("Only here: {things}.").format(things=here) if here else "",
        _("Not alike: {things}.").format(things=unlike) if unlike else "",
    )
    told = " ".join(filter(None, parts))
    return told or _("Both hold the same, the trash aside.")


def last_change_words(comparison: Comparison, now: datetime) -> str:
    """Say when what a file holds was changed last."""
    at = comparison.preview.last_changed
    if at is None:
        return _("Nothing was ever written into it.")
    return _("Last change in it: {when}.").format(when=full_made_words(at, now))


def kind_entries(comparison: Comparison) -> Iterator[Entry]:
    """Yield a row for each kind of record in which a backup differs."""
    for each in comparison.preview.differences:
        notes = (
            _counted(each.only_now, _("{count} would go")),
            _counted(each.only_in_backup, _("{count} would come back")),
            _counted(each.changed, _("{count} as before")),
        )
        note = ", ".join(filter(None, notes))
        if note:
            there = counted_words(each.kind, each.in_backup)
            text = _("{there} in it, {count} now").format(there=there, count=_number(each.now))
            yield Entry(text=text, note=note)


def record_entries(comparison: Comparison, now: datetime) -> Iterator[Entry]:
    """Yield a row for each record that differs, and one for how many more there are."""
    places = {
        "other": _("only there"),
        "here": _("only here"),
        "both": _("not alike"),
    }
    for each in comparison.records:
        day = "" if each.day is None else date_words(each.day, now.date())
        account = each.account if each.account != each.title else ""
        name = record_words(each.kind)
        yield Entry(
            lead=name[:1].upper() + name[1:],
            text=" · ".join(filter(None, (each.title, account, day))),
            note=places[each.where.value],
        )
    if comparison.more:
        yield Entry(
            text=ngettext("and {count} more", "and {count} more", comparison.more).format(
                count=_number(comparison.more)
            )
        )


def _counted(count: int, words: str) -> str:
    return words.format(count=_number(count)) if count else ""


def _things(counts: Iterable[tuple[type[Record], int]]) -> str:
    """Name what there is, the telling kinds first: `3 meetings and 1 promise`; empty for none."""
    present = sorted(((kind, count) for kind, count in counts if count), key=_is_minor)
    told = [counted_words(kind, count) for kind, count in present[:_NAMED]]
    rest = sum(count for _kind, count in present[_NAMED:])
    if rest:
        words = ngettext("{count} other record", "{count} other records", rest)
        told.append(words.format(count=_number(rest)))
    if len(told) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(told)
    return _("{things} and {last}").format(things=", ".join(told[:-1]), last=told[-1])


def _is_minor(counted: tuple[type[Record], int]) -> bool:
    return counted[0].__name__ in _MINOR


def _number(count: int) -> str:
    return QLocale().toString(count)
