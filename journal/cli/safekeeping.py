"""The commands that keep a journal safe: backup, restore, check."""

from pathlib import Path

from journal import paths
from journal.cli import telling, telling_backups
from journal.cli.commands import clock, existing, make_folder, opened
from journal.cli.words import Words, named
from journal.domain.errors import DamagedJournalError
from journal.operations import backups, checking, restoring
from journal.operations.backups import Occasion
from journal.operations.journal import Journal
from journal.wording import _


def backup(words: Words) -> None:
    """Keep a checked copy; whoever asks for it has also looked at what was restored."""
    if words.second is not None or words.no_second:
        backups.choose_second_folder(words.second)
    with opened(words) as journal:
        backups.looked(journal)
        kept = backups.keep(journal, Occasion.ASKED)
    telling.say(*telling_backups.kept(kept))
    telling.warn(*kept.problems)


def restore(words: Words) -> None:
    """Bring back what a backup holds, or make a journal of it where there is none."""
    path = named(words) or paths.journal_file()
    if path.exists():
        _restore_over(path, words)
    else:
        _restore_anew(path, words)


def check(words: Words) -> None:
    """Look whether the journal is sound."""
    with Journal.open(existing(words), clock(words)) as journal:
        found = checking.check(journal) if words.deep else checking.check_quickly(journal)
        last = backups.last_good(journal)
    if found:
        telling.say(*telling_backups.findings(found))
        raise DamagedJournalError(telling_backups.damaged(journal.path, last))
    telling.say(telling_backups.sound(journal.path, is_deep=words.deep))


def _restore_over(path: Path, words: Words) -> None:
    try:
        with Journal.open(path, clock(words)) as journal:
            if words.dry_run:
                telling.say(*telling_backups.preview(restoring.preview(journal, words.file)))
                return
            done = restoring.restore(journal, words.file)
    except DamagedJournalError as error:
        raise DamagedJournalError(
            _(
                "{name} is damaged and stays as it is; with --journal NEW.journal a new one is "
                "made of the backup."
            ).format(name=path.name),
            error.details,
        ) from error
    telling.say(*telling_backups.preview(done.preview), *telling_backups.restored(done))
    telling.warn(*done.kept.problems)


def _restore_anew(path: Path, words: Words) -> None:
    if words.dry_run:
        telling.say(*telling_backups.preview(restoring.preview_anew(words.file)))
        return
    make_folder(path)
    told = restoring.restore_anew(path, words.file)
    telling.say(*telling_backups.preview(told), _("{path} is ready.").format(path=path))
