"""Real meeting logs of two governments, and tables that were never meeting logs."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from journal.domain.errors import RefusedFileError
from journal.domain.meeting import Kind
from journal.exchange.names import organisation_form
from journal.exchange.spreadsheet import LogOptions, MeetingLog, read_log

OPTIONS = LogOptions(zone="UTC", today=date(2026, 11, 23))


@pytest.fixture(scope="module")
def diaries(shared_data: Path) -> MeetingLog:
    """Read the diaries once."""
    return read_log(shared_data / "meetings" / "nsw_ministers" / "diaries-tidied.csv.gz", OPTIONS)


def test_the_diaries_of_new_south_wales(diaries: MeetingLog) -> None:
    """26,562 rows; an entry is a number on a page of a file, with its organisations."""
    assert diaries.report.read == 26_562
    assert diaries.report.skipped == ()
    assert len(diaries.entries) == 15_076
    assert sum(len(entry.lines) for entry in diaries.entries) == 26_562
    spellings = {name for entry in diaries.entries for name in entry.organisations}
    assert len(spellings) == 12_595
    assert len({organisation_form(name) for name in spellings}) == 12_473
    assert len({name for entry in diaries.entries for name in entry.ours}) == 87


def test_the_four_dates_that_stand_apart_in_new_south_wales_are_pointed_out(
    diaries: MeetingLog,
) -> None:
    """The diaries are of July 2014 to December 2018."""
    apart = [(note.line, note.why[:10]) for note in diaries.report.notes if "apart" in note.why]
    assert apart == [
        (442, "2014-03-04"),
        (443, "2014-03-04"),
        (12_159, "2025-07-14"),
        (20_308, "2007-09-22"),
    ]
    assert {date(2014, 3, 4), date(2025, 7, 14), date(2007, 9, 22)} <= {
        entry.day for entry in diaries.entries
    }


def test_the_lobbying_register_of_slovenia(shared_data: Path) -> None:
    """7,375 rows of 2,209 contacts, with texts of many lines and many rows said twice."""
    log = read_log(shared_data / "meetings" / "si_lobbying" / "executive.csv", OPTIONS)

    assert log.report.read == 7_375
    assert log.report.skipped == ()
    assert len(log.entries) == 2_209
    kinds = Counter(entry.kind for entry in log.entries)
    assert set(kinds) == {Kind.VISIT, Kind.LETTER, Kind.CALL, None}
    assert [entry.key for entry in log.entries if not entry.organisations] == ["CJAJL83KFRU6H"]
    assert sum(len(entry.organisations) > 1 for entry in log.entries) == 291


@pytest.mark.parametrize("folder", ["csv", "vcf", "ics", "text"])
def test_whatever_is_no_log_is_refused_in_a_sentence(shared_data: Path, folder: str) -> None:
    """Address books, calendars, hostile texts: a result or a sentence, never a crash."""
    said = [_said_of(path) for path in sorted((shared_data / folder).rglob("*")) if path.is_file()]

    assert [each for each in said if each is not None]
    assert all(each is None or each.endswith((".", ")")) for each in said)


def _said_of(path: Path) -> str | None:
    """Return the sentence that refuses a file; None where it is read."""
    try:
        read_log(path, OPTIONS)
    except RefusedFileError as error:
        return error.sentence
    return None
