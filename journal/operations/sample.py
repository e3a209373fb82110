"""The sample journal: made anew, so that its dates stand around today."""

from pathlib import Path

from journal import resources
from journal.domain.errors import NotSavedError
from journal.operations.importing import Options, import_files
from journal.operations.journal import Clock, Journal, system_clock
from journal.store import file, history
from journal.wording import _

# The account of the case that the program comes from.
REPAIRED = "Mercy General"
# That of the second case, which was good already.
RAISED = "Harbor Health"


def make_sample(path: Path, clock: Clock = system_clock) -> None:
    """Make a journal at `path` and fill it; an older sample gives way to it.

    Raises:
        NotSavedError: if there is a journal in which somebody has worked, or the folder
            refuses.
    """
    if path.exists() and not is_untouched(path):
        raise NotSavedError(
            _("{name} holds changes of yours; it was left as it is.").format(name=path.name)
        )
    fresh = path.with_name(f"new-{path.name}")
    file.remove(fresh)
    try:
        with Journal.create(fresh, clock) as journal:
            packs = sorted(resources.find("sample").glob("*.pack"))
            # Our own file needs no process of its own to be read in.
            import_files(journal, packs, Options(budget=None))
        fresh.replace(path)
        file.remove(fresh)
    except OSError as error:
        raise NotSavedError(
            _("The sample could not be written to {folder}.").format(folder=path.parent),
            str(error),
        ) from error


def is_untouched(path: Path) -> bool:
    """Say whether nothing was done in a journal since the sample was imported into it."""
    with Journal.open(path, read_only=True) as journal:
        return history.count(journal.file.connection) <= 1
