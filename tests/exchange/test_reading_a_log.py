"""Reading a log from a file: its name, its progress, and any text that CSV can hold."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.exchange.decoding import Decoded
from journal.exchange.mapping import Mapping
from journal.exchange.spreadsheet import LogOptions, parse_log, read_log

TODAY = date(2026, 11, 23)
DAY = date(2026, 9, 3)


def test_notes_carry_the_name_of_the_file(tmp_path: Path) -> None:
    """Several files may be imported at once."""
    path = tmp_path / "log.csv"
    path.write_bytes("Date;Société\nsoon;Mercy\n".encode("cp1252"))

    log = read_log(path, LogOptions(zone="UTC", today=TODAY))

    assert {note.file for note in (*log.report.notes, *log.report.skipped)} == {"log.csv"}
    assert log.report.notes[0].why.startswith("Not UTF-8")


def test_progress_is_told_and_can_cancel() -> None:
    """A window wants to show it, and to stop it."""
    told: list[tuple[int, int]] = []
    text = "Date,Customer\n" + "".join(f"2026-09-03,C{n}\n" for n in range(2500))
    options = LogOptions(zone="UTC", today=TODAY)

    parse_log(Decoded(text=text), options, lambda done, total: told.append((done, total)))

    assert told == [(0, 2500), (1000, 2500), (2000, 2500), (2500, 2500)]

    def cancel(done: int, total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        parse_log(Decoded(text=text), options, cancel)


@given(
    st.lists(
        st.tuples(
            st.dates(date(1900, 1, 1), date(2200, 12, 31)),
            st.text("abcdefgh &,;'\"\n", min_size=1).filter(str.strip),
            st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Co"])),
        ),
        min_size=1,
    )
)
def test_whatever_the_csv_module_writes_is_read_row_by_row(
    rows: list[tuple[date, str, str]],
) -> None:
    """Quotes, separators and new lines in any text; no row is lost and none is made up."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["id", "date", "organisation", "notes"])
    for number, (day, name, note) in enumerate(rows):
        writer.writerow([number, day.isoformat(), name, note])

    mapping = Mapping(delimiter=",", separator="")
    options = LogOptions(zone="UTC", today=TODAY, mapping=mapping)
    log = parse_log(Decoded(text=out.getvalue()), options)

    assert log.report.read == len(rows)
    assert [entry.day for entry in log.entries] == [day for day, _, _ in rows]
    assert [entry.organisations for entry in log.entries] == [
        (" ".join(name.split()),) for _, name, _ in rows
    ]
