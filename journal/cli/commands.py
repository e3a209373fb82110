"""What each command does: open the journal, call an operation, say what came of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from journal import paths
from journal.cli import telling
from journal.cli.words import Words, named
from journal.domain.errors import NotFoundError, NotSavedError
from journal.domain.finding import Wanted
from journal.operations import listing, reading, searching
from journal.operations.journal import Clock, Journal, system_clock
from journal.wording import _


def new(words: Words) -> None:
    """Make an empty journal."""
    Journal.create(words.file, clock(words)).close()
    telling.say(_("{path} is ready.").format(path=words.file))


def accounts(words: Words) -> None:
    """List every account."""
    with opened(words) as journal:
        found = listing.accounts(journal)
    telling.answer(telling.accounts(found), telling.accounts_json(found), as_json=words.json)


def meetings(words: Words) -> None:
    """List the meetings of one account."""
    with opened(words) as journal:
        account = reading.find_account(journal, words.account)
        whole, now = reading.relationship(journal, account.id), journal.now()
    telling.answer(telling.meetings(whole, now), telling.meetings_json(whole), as_json=words.json)


def take_in(words: Words) -> None:
    """Import files."""
    from journal.operations import backups
    from journal.operations.importing import Format, Options, import_files

    options = Options(
        format=None if words.format is None else Format(words.format),
        account=words.account,
        mapping=words.mapping,
        dry_run=words.dry_run,
    )
    with opened(words, make=not words.dry_run) as journal, telling.progress() as progress:
        report = import_files(journal, words.files, options, progress).report
        if not words.dry_run:
            told = {each.why for each in report.notes}
            kept = backups.keep_if_possible(journal, backups.Occasion.EXIT)
            telling.warn(*(each for each in kept.problems if each not in told))
    telling.answer(telling.imported(report), telling.import_json(report), as_json=words.json)


def brief(words: Words) -> None:
    """Print the brief of an account to a file."""
    from journal.operations import briefing

    _require_ending(words.output, ".pdf")
    with opened(words) as journal:
        account = reading.find_account(journal, words.account)
        briefing.write_brief(
            journal, account.id, words.output, meeting=words.meeting, paper=words.paper
        )
    telling.say(str(words.output))


def daypack(words: Words) -> None:
    """Print the briefs of a day to a file."""
    from journal.operations import day_packs

    _require_ending(words.output, ".pdf")
    with opened(words) as journal:
        day = words.day if isinstance(words.day, date) else journal.today() + words.day
        day_packs.write_daypack(journal, day, words.output, paper=words.paper)
    telling.say(str(words.output))


def framework(words: Words) -> None:
    """Print the page that may be shared to a file; it is a draft until it is issued."""
    from journal.operations import framework as shared

    _require_ending(words.output, ".pdf")
    with opened(words) as journal:
        account = reading.find_account(journal, words.account)
        shared.write_framework(journal, account.id, words.output, paper=words.paper)
        draft = shared.draft(journal, account.id)
    telling.warn(*telling.cautions(draft))
    telling.say(str(words.output))


def timeline(words: Words) -> None:
    """Draw the timeline of an account into a file."""
    from journal.operations import drawing

    _require_ending(words.output, *drawing.ENDINGS)
    with opened(words) as journal:
        account = reading.find_account(journal, words.account)
        drawing.write_timeline(journal, account.id, words.output)
    telling.say(str(words.output))


def access(words: Words) -> None:
    """Tell when meetings hold and when they are lost."""
    from journal.analysis.access import access as tell_access
    from journal.cli import telling_access

    with opened(words) as journal:
        account = reading.find_account(journal, words.account)
        whole = reading.relationship(journal, account.id)
        found = tell_access(whole, now=journal.now())
    telling.answer(
        telling_access.sentences(whole, found),
        telling_access.as_json(whole, found),
        as_json=words.json,
    )


def search(words: Words) -> None:
    """Find records by their words."""
    with opened(words) as journal:
        hits = searching.search(journal, Wanted(words=" ".join(words.words)))
    telling.answer(telling.hits(hits), telling.hits_json(hits), as_json=words.json)


def demo(words: Words) -> int | None:
    """Make the sample journal, its brief, its timeline and a picture of the window."""
    from journal.cli import demonstration

    return demonstration.demonstrate(words.folder, clock(words), getattr(words, "now", None))


@contextmanager
def opened(words: Words, *, make: bool = False) -> Iterator[Journal]:
    """Open the journal that was named, or the user's own, unless it is damaged.

    Args:
        words: What was typed.
        make: Whether to make the user's own where there is none yet.
    """
    with Journal.open(existing(words, make=make), clock(words)) as journal:
        journal.file.check()
        yield journal


def existing(words: Words, *, make: bool = False) -> Path:
    """Return where the journal lies that was named, or the user's own.

    Args:
        words: What was typed.
        make: Whether to make the user's own where there is none yet.

    Raises:
        NotFoundError: if the user has none yet, and none is made.
    """
    path = named(words) or paths.journal_file()
    if named(words) is not None or path.exists():
        return path
    if not make:
        raise NotFoundError(
            _(
                "You have no journal yet. “{program} new FILE” makes one; "
                "--journal FILE names another."
            ).format(program="account-journal")
        )
    make_folder(path)
    Journal.create(path).close()
    return path


def make_folder(path: Path) -> None:
    """Make the folder that a journal is to lie in.

    Raises:
        NotSavedError: if that cannot be.
    """
    try:
        paths.make_private(path.parent)
    except OSError as error:
        raise NotSavedError(
            _("No journal could be made in {folder}.").format(folder=path.parent), str(error)
        ) from error


def clock(words: Words) -> Clock:
    """Return the clock to go by: that of the system, or one that stands still."""
    now = getattr(words, "now", None)
    return system_clock if now is None else lambda: now


def _require_ending(path: Path, *endings: str) -> None:
    if path.suffix.lower() not in endings:
        raise NotSavedError(
            _("{name}: the file has to end in {endings}.").format(
                name=path.name, endings=_(" or ").join(endings)
            )
        )
