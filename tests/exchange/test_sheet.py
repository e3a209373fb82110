"""A table for a spreadsheet, which must not take what a stranger wrote for a formula."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.exchange.sheet import SheetCell, sheet
from journal.exchange.table import choose_delimiter

SIGNS = "=+-@＝＋－＠"


def read(made: bytes, delimiter: str = ",") -> list[list[str]]:
    """Read it as a spreadsheet of some country does."""
    text = made.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def test_each_kind_of_cell() -> None:
    """Days as any country reads them; nothing known is nothing written."""
    made = sheet(
        ["Account", "Last", "Gap"], [["Klinik Müller", date(2026, 9, 3), -1], ["", None, 0]]
    )
    assert made.startswith("\ufeff".encode())
    assert made.endswith(b"\r\n")
    assert read(made) == [
        ["Account", "Last", "Gap"],
        ["Klinik Müller", "2026-09-03", "-1"],
        ["", "", "0"],
    ]
    assert choose_delimiter(made.decode("utf-8-sig")) == ","


@pytest.mark.parametrize(
    ("text", "harmless"),
    [
        ("=HYPERLINK(A1)", "'=HYPERLINK(A1)"),
        ("+1 555 0100", "'+1 555 0100"),
        ("-", "'-"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1+1", "  '=1+1"),
        ("\t=1", "\t'=1"),
        ("＝1", "'＝1"),
        ("Ward A;=1", "Ward A;'=1"),
        ("one\n=2", "one\n'=2"),
        ("a=b, c-d; e", "a=b, c-d; e"),
    ],
)
def test_no_text_is_a_formula(text: str, harmless: str) -> None:
    """A name comes from whoever wrote the calendar or the card."""
    assert read(sheet([text], [[text]])) == [[harmless], [harmless]]


@given(text=st.text(alphabet=f"{SIGNS} ;,\t\n\r|'\"ab", max_size=12))
def test_in_no_country_is_a_cell_a_formula(text: str) -> None:
    """The same file, opened where other characters part the cells."""
    cells: list[list[SheetCell]] = [["a", text, "b"]]
    for delimiter in ",;\t|":
        for row in read(sheet(["x", "y", "z"], cells), delimiter):
            assert not any(cell.lstrip().startswith(tuple(SIGNS)) for cell in row), row
