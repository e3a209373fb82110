"""From text to numbered rows of cells: which character separates them, and where rows begin."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from journal.exchange.report import LineNote

DELIMITERS = (",", ";", "\t", "|")
ROW_LIMIT = 500_000
_LOOK_ROWS = 30
_LOOK_CHARACTERS = 256 * 1024
_OPEN_QUOTE_LINES = 200
_CELL_LIMIT = 131_072  # the csv module's own


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The cells of one row, stripped, and the line it begins on, counted from 1."""

    line: int
    cells: tuple[str, ...]


class _Lenient(csv.excel):
    """As spreadsheets write it, and as people type it: a space after the separator is none."""

    skipinitialspace = True


class Rows:
    """The rows of a table that hold anything, in their order, read once.

    Attributes:
        skipped: Rows that could not be parsed, filled while iterating.
        notes: Rows to look at, likewise.
    """

    def __init__(self, text: str, delimiter: str | None = None) -> None:
        text, named = _without_separator_line(text)
        self._text = text
        self._lines_before = 1 if named else 0
        self.delimiter = delimiter or named or choose_delimiter(text)
        self.skipped: list[LineNote] = []
        self.notes: list[LineNote] = []

    def __iter__(self) -> Iterator[Row]:
        reader = csv.reader(_lines(self._text), _Lenient, delimiter=self.delimiter)
        while True:
            start = reader.line_num + 1 + self._lines_before
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error:
                self.skipped.append(LineNote(line=start, why=_TOO_LONG))
                continue
            if reader.line_num + self._lines_before - start >= _OPEN_QUOTE_LINES:
                self.notes.append(LineNote(line=start, why=_MANY_LINES))
            stripped = tuple(_plain(cell) for cell in cells)
            if any(stripped):
                yield Row(line=start, cells=stripped)


def _plain(cell: str) -> str:
    if "\r" in cell:
        cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    return cell.strip()


_TOO_LONG = (
    f"A cell has more than {_CELL_LIMIT:,} characters; is a quotation mark opened and not closed?"
)
_MANY_LINES = (
    f"The row goes on for more than {_OPEN_QUOTE_LINES} lines;"
    " is a quotation mark opened and not closed?"
)


def _without_separator_line(text: str) -> tuple[str, str | None]:
    """Take off the first line `sep=;` that spreadsheets write for each other."""
    first, _, rest = text.partition("\n")
    first = first.strip().strip('"').casefold()
    if first.startswith("sep=") and first[len("sep=") :] in DELIMITERS:
        return rest, first[len("sep=") :]
    return text, None


def choose_delimiter(text: str) -> str:
    """Choose by parsing the first rows with each: most rows of one width, then the width.

    A text in which none of them occurs has one column, and the comma will do.
    """
    head = text[:_LOOK_CHARACTERS]
    return max(DELIMITERS, key=lambda delimiter: _fitness(head, delimiter))


def _fitness(head: str, delimiter: str) -> tuple[int, int]:
    widths: Counter[int] = Counter()
    with suppress(csv.Error):  # a cell without end: the rows before it have to do
        for row in islice(csv.reader(_lines(head), _Lenient, delimiter=delimiter), _LOOK_ROWS):
            if len(row) > 1:
                widths[len(row)] += 1
    return max(((count, width) for width, count in widths.items()), default=(0, 0))


def _lines(text: str) -> io.StringIO:
    return io.StringIO(text, newline="")
