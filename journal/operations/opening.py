"""What should be said once a journal is open."""

from collections.abc import Iterator

from journal.operations.journal import Journal
from journal.store.surroundings import conflict_copies, syncing_program
from journal.wording import _, ngettext

COPIES_NAMED = 3


def warnings(journal: Journal) -> Iterator[str]:
    """Say, one sentence each, what threatens this journal where it lies."""
    program = syncing_program(journal.path)
    if program is not None:
        yield _(
            "{name} lies in a folder that {program} copies elsewhere; a journal can be damaged "
            "by that. Better move it to a folder that stays on this computer."
        ).format(name=journal.path.name, program=program)
    copies = conflict_copies(journal.path)
    if copies:
        yield ngettext(
            "A second version of this journal lies beside it: {names}.",
            "{count} other versions of this journal lie beside it: {names}.",
            len(copies),
        ).format(count=len(copies), names=", ".join(each.name for each in copies[:COPIES_NAMED]))
