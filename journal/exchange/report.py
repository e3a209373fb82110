"""What an import did, row by row: read, new, changed, known, skipped and pointed out."""

from collections.abc import Callable
from dataclasses import dataclass

WHOLE_FILE = 0

Progress = Callable[[int, int], None]
"""Told again and again how many steps are done, of how many; raises what it likes to cancel."""


def no_progress(done: int, total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineNote:
    """Something about one line of a file.

    Attributes:
        line: Counted from 1 as an editor counts, the first line of a row that has several;
            `WHOLE_FILE` where the note is about all of it.
        why: One sentence.
        file: The name of the file, without its folder.
    """

    line: int
    why: str
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What became of the rows, events, cards or records of the files of one import.

    Attributes:
        read: Rows that hold anything, the header not counted.
        new: Records made.
        changed: Records that the file knows better now.
        known: Records recognised, with nothing new about them.
        skipped: Rows that could not be taken, and why.
        notes: What was taken and should be looked at, or was altered on the way in.
    """

    read: int = 0
    new: int = 0
    changed: int = 0
    known: int = 0
    skipped: tuple[LineNote, ...] = ()
    notes: tuple[LineNote, ...] = ()

    def __add__(self, other: "ImportReport") -> "ImportReport":
        return ImportReport(
            read=self.read + other.read,
            new=self.new + other.new,
            changed=self.changed + other.changed,
            known=self.known + other.known,
            skipped=self.skipped + other.skipped,
            notes=self.notes + other.notes,
        )
