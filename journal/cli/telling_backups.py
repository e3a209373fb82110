"""Backups, restores and checks in words."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from journal.cli.telling import GAP, table
from journal.operations.backups import Kept
from journal.operations.restoring import Restored
from journal.store.checking import Fault, Finding
from journal.store.restoring import Preview
from journal.store.retention import Backup
from journal.terms import record_words
from journal.wording import _


def kept(done: Kept) -> Iterator[str]:
    """Say where the backup lies."""
    if done.backup is None:
        yield _("Nothing was written into this journal yet, so there is nothing to keep.")
    elif done.is_new:
        yield _("Kept and checked: {path}").format(path=done.backup.path)
    else:
        yield _("Nothing changed since {moment}; checked again: {path}").format(
            moment=_moment(done.backup.at), path=done.backup.path
        )


def preview(told: Preview) -> Iterator[str]:
    """Say what a restore brings, kind by kind."""
    if told.last_changed is not None:
        yield _("The backup was last changed {moment}.").format(moment=_moment(told.last_changed))
    if not told.is_same_journal:
        yield _("It is a backup of another journal.")
    rows = [
        (
            record_words(each.kind),
            str(each.in_backup),
            str(each.now),
            str(each.only_in_backup),
            str(each.only_now),
            str(each.changed),
        )
        for each in told.differences
        if each.only_in_backup or each.only_now or each.changed
    ]
    if not rows:
        yield _("It holds the same as the journal.")
        return
    yield from table(
        [
            (
                "",
                _("in the backup"),
                _("now"),
                _("only in the backup"),
                _("only now"),
                _("changed"),
            ),
            *rows,
        ]
    )


def restored(done: Restored) -> Iterator[str]:
    """Say that it is done, and where the way back is."""
    yield _("Restored.")
    if done.kept.backup is not None:
        yield _("What was there before is kept: {path}").format(path=done.kept.backup.path)
    yield _("Automatic backups rest until you have looked; the command “backup” wakes them.")


def findings(found: Sequence[Finding]) -> Iterator[str]:
    """Say what is wrong, a line each."""
    names = {
        Fault.PAGES: _("pages"),
        Fault.REFERENCE: _("reference"),
        Fault.CONTENT: _("altered text"),
        Fault.SEARCH: _("search"),
    }
    for each in found:
        where = " ".join(filter(None, [each.table, each.record, each.details]))
        yield GAP.join(filter(None, [names[each.fault], " ".join(where.split())]))


def damaged(path: Path, last: Backup | None) -> str:
    """Say that it is, and what there is to go back to."""
    if last is None:
        return _("{name} is damaged; it was left as it is, and there is no backup of it.").format(
            name=path.name
        )
    return _(
        "{name} is damaged; it was left as it is. The last good backup is of {moment}: {path}"
    ).format(name=path.name, moment=_moment(last.at), path=last.path)


def sound(path: Path, *, is_deep: bool) -> str:
    """Say that nothing was found, and how deep was looked."""
    if is_deep:
        return _("{name} is sound: pages, references, every text and the search.").format(
            name=path.name
        )
    return _("{name} is sound: pages and references. With --deep every text is read.").format(
        name=path.name
    )


def _moment(at: datetime) -> str:
    return f"{at.astimezone():%Y-%m-%d %H:%M}"
