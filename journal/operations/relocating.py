"""Moving a journal to another folder, such as out of one that another program copies elsewhere.

First a checked copy is made there. Whoever shows the journal then opens that one, and only
when it is open the old one is put aside: it keeps all it holds, under another name.
"""

from itertools import count
from pathlib import Path

from journal import paths
from journal.operations.journal import Journal
from journal.operations.restoring import Progress, no_progress
from journal.store import relocating
from journal.store.surroundings import syncing_program
from journal.wording import _


def suggested_folder(journal: Journal) -> Path:
    """Return a folder of this user's own that stays on this computer and has no such journal."""
    folders = (paths.data_folder() / _named(number) for number in count(1))
    return next(each for each in folders if not (each / journal.path.name).exists())


def copied_elsewhere_by(folder: Path) -> str | None:
    """Name the program that copies a folder elsewhere; None where none does."""
    return syncing_program(folder / "journal")


def is_free(journal: Journal, folder: Path) -> bool:
    """Whether nothing of the journal's name lies in a folder."""
    return not (folder / journal.path.name).exists()


def name_aside(journal: Journal) -> str:
    """Return the name that the file gets in the old folder once it was moved."""
    return relocating.aside_name(journal.path).name


def copy_to(journal: Journal, folder: Path, progress: Progress = no_progress) -> Path:
    """Make a checked copy of a journal, with the files beside it, and return where it lies.

    Args:
        journal: A fellow of its own where the window goes on meanwhile; nothing of it changes.
        folder: Where it is to lie; made where it is missing.
        progress: Told before each step; if it raises, nothing is left behind.

    Raises:
        NotSavedError: if the folder has such a journal already, or does not take it.
        DamagedJournalError: if the journal is not sound.
    """

    def copying_files(done: int, total: int) -> None:
        progress(_("Copying the files"), done, total)

    progress(_("Copying the journal"), 0, 0)
    target = folder / journal.path.name
    relocating.copy_to(journal.file, target, copying_files)
    return target


def set_aside(old: Path, moved: Journal) -> Path:
    """Give the old journal a name that says that it was moved, and return it.

    Args:
        old: Closed by everybody.
        moved: The copy, open.

    Raises:
        OvertakenError: if somebody wrote into the old one meanwhile; then both stay.
        JournalError: if it cannot be read or renamed; then it stays as it is.
    """
    return relocating.set_aside(old, moved.file)


def _named(number: int) -> str:
    return "journals" if number == 1 else f"journals {number}"
