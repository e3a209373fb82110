"""A table for a spreadsheet: CSV in which no cell is taken for a formula.

A spreadsheet computes whatever begins with one of a few signs, and a formula can read other cells
and open addresses. So a text that begins with one of them gets an apostrophe in front, as does one
where the sign follows what may be a separator: which character parts the cells depends on the
country of whoever opens the file. Numbers stay numbers, negative ones as well.

Source: OWASP, "CSV Injection".
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date

SheetCell = str | int | date | None

# Some programs pass over white space, and take wide forms for the plain ones; a quotation mark
# opens a cell for who parts them elsewhere.
_STARTS = re.compile(r"(^|[;|\t\r\n])([\s\"]{0,40})(?=[=+\-@＝＋－＠])")


def sheet(header: Sequence[str], rows: Iterable[Sequence[SheetCell]]) -> bytes:
    """Return the bytes of the file, in UTF-8 with the mark by which spreadsheets know it.

    Args:
        header: The names of the columns.
        rows: Days become ISO text, None an empty cell.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow([_harmless(each) for each in header])
    writer.writerows([_cell(each) for each in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(cell: SheetCell) -> str | int:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    return cell if isinstance(cell, int) else _harmless(cell)


def _harmless(text: str) -> str:
    return _STARTS.sub(r"\1\2'", text)
