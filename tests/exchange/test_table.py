"""Which character separates cells, and where rows begin."""

import pytest

from journal.exchange.table import Rows, choose_delimiter


def cells(rows: Rows) -> list[tuple[int, tuple[str, ...]]]:
    """Return line and cells of each row."""
    return [(row.line, row.cells) for row in rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_separator_is_found_by_parsing(delimiter: str) -> None:
    """Commas within quotes are no separators, which counting characters would not see."""
    text = '"Date"#"Firm, of sorts"\n"3.9.2026"#"A, B, C"\n'.replace("#", delimiter)

    assert choose_delimiter(text) == delimiter


def test_most_rows_of_one_width_win() -> None:
    """Commas in the notes of some rows are outvoted by the separator of all."""
    text = "Datum;Firma;Notiz\n3.9.2026;A;eins, zwei, drei\n4.9.2026;B;vier\n"

    assert choose_delimiter(text) == ";"


def test_a_single_column_needs_no_separator() -> None:
    """A list of days is a table too."""
    assert choose_delimiter("Date\n2026-09-03\n") == ","


def test_a_cell_that_never_ends_does_not_spoil_the_choice() -> None:
    """A stray quotation mark can make the rest of the file one cell for one separator."""
    text = 'Date|Note\n2026-09-03|"' + "x" * 200_000

    assert choose_delimiter(text) == "|"


def test_the_line_with_which_spreadsheets_name_the_separator_is_honoured() -> None:
    """And lines are still counted as an editor counts them."""
    rows = Rows("sep=;\nDate;Note\n2026-09-03;a\n")

    assert cells(rows) == [(2, ("Date", "Note")), (3, ("2026-09-03", "a"))]


def test_a_row_of_several_lines_stands_in_its_first() -> None:
    """That is the line to which the user will go."""
    rows = Rows('Date,Note\r\n2026-09-03,"one\r\ntwo\rthree"\r\n\r\n2026-09-04,b\r\n')

    assert cells(rows) == [
        (1, ("Date", "Note")),
        (2, ("2026-09-03", "one\ntwo\nthree")),
        (6, ("2026-09-04", "b")),
    ]


def test_a_cell_without_end_costs_its_row_only() -> None:
    """The row is reported where it begins, and reading goes on after it."""
    rows = Rows("Date,Note\n2026-09-03," + "x" * 140_000 + "\n2026-09-04,b\n")

    assert cells(rows) == [(1, ("Date", "Note")), (3, ("2026-09-04", "b"))]
    assert [note.line for note in rows.skipped] == [2]
    assert "131,072 characters" in rows.skipped[0].why


def test_a_row_of_very_many_lines_is_pointed_out() -> None:
    """A quotation mark that was not closed swallows what comes after it."""
    rows = Rows('Date,Note\n2026-09-03,"' + "line\n" * 250 + '"\n2026-09-04,b\n')

    assert len(cells(rows)) == 3
    assert [note.line for note in rows.notes] == [2]


def test_the_users_separator_wins() -> None:
    """Even where another would fit better."""
    assert cells(Rows("a,b|c\n", "|")) == [(1, ("a,b", "c"))]
