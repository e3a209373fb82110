"""What should be said once a journal is open."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto
from pathlib import Path

from journal.operations import checking
from journal.operations.journal import Journal
from journal.store.checking import Fault, Finding
from journal.store.surroundings import conflict_copies, syncing_program
from journal.wording import _, ngettext

COPIES_NAMED = 3


class Offer(StrEnum):
    """What can be done about a notice."""

    MOVE = auto()
    COMPARE = auto()
    LOOKED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One thing that the user should know of the journal.

    Attributes:
        details: The rest, for whoever asks; may be empty.
        is_named_once: Whether it need not be said again once the user has taken note.
        offer: What can be done about it; None for nothing.
    """

    sentence: str
    details: str = ""
    is_named_once: bool = False
    offer: Offer | None = None


def warnings(journal: Journal) -> Iterator[Notice]:
    """Say, one sentence each, what threatens this journal where it lies."""
    program = syncing_program(journal.path)
    if program is not None:
        sentence = _(
            "{name} lies in a folder that {program} copies elsewhere; a journal can be damaged "
            "by that. Better move it to a folder that stays on this computer."
        ).format(name=journal.path.name, program=program)
        yield Notice(sentence=sentence, is_named_once=True, offer=Offer.MOVE)
    copies = conflict_copies(journal.path)
    if copies:
        sentence = ngettext(
            "A second version of this journal lies beside it: {names}.",
            "{count} other versions of this journal lie beside it: {names}.",
            len(copies),
        ).format(count=len(copies), names=", ".join(each.name for each in copies[:COPIES_NAMED]))
        yield Notice(
            sentence=sentence,
            details="\n".join(map(str, copies)),
            is_named_once=True,
            offer=Offer.COMPARE,
        )


def other_versions(journal: Journal) -> tuple[Path, ...]:
    """Return what lies beside a journal and is named as a second version of it."""
    return conflict_copies(journal.path)


def look_through(journal: Journal, is_wanted: Callable[[], bool] = lambda: True) -> Notice | None:
    """Check all of it, and say what is wrong; None where all is well.

    Args:
        journal: A fellow of its own where somebody works meanwhile.
        is_wanted: Asked every few milliseconds; the check ends early where it says no.
    """
    found = checking.check(journal, is_wanted)
    if not found:
        return None
    return Notice(sentence=_gravest(found), details="\n".join(map(_line, found)))


def _gravest(found: Sequence[Finding]) -> str:
    faults = [each.fault for each in found]
    if Fault.PAGES in faults:
        return _(
            "A part of this journal's file is damaged. Copy the file to a safe place before you "
            "go on."
        )
    records = len(faults) - faults.count(Fault.SEARCH)
    if not records:
        return _("The search misses words of this journal; nothing that you wrote is lost.")
    return ngettext(
        "{count} record of this journal was altered by something else than this program.",
        "{count} records of this journal were altered by something else than this program.",
        records,
    ).format(count=records)


def _line(finding: Finding) -> str:
    parts = (finding.fault.value, finding.table, finding.record or "", finding.details)
    return " ".join(filter(None, parts))
