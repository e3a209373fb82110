"""Whole logs, from their text to meetings and a report."""

from datetime import UTC, date, datetime, time

import pytest

from journal.domain.errors import RefusedFileError
from journal.domain.meeting import Kind, Status
from journal.domain.record import Side
from journal.exchange import spreadsheet
from journal.exchange.decoding import Decoded
from journal.exchange.entry import MeetingEntry
from journal.exchange.mapping import Field, Mapping
from journal.exchange.report import LineNote
from journal.exchange.spreadsheet import LogOptions, MeetingLog, parse_log

TODAY = date(2026, 11, 23)
DAY = date(2026, 9, 3)


def parsed(
    text: str, mapping: Mapping | None = None, *, account: bool = False, zone: str = "Europe/Prague"
) -> MeetingLog:
    """Parse a log."""
    options = LogOptions(
        zone=zone, today=TODAY, mapping=mapping or Mapping(), account_given=account
    )
    return parse_log(Decoded(text=text), options)


def only(text: str, mapping: Mapping | None = None) -> MeetingEntry:
    """Parse a log that has one meeting."""
    (entry,) = parsed(text, mapping).entries
    return entry


def whys(notes: tuple[LineNote, ...]) -> list[tuple[int, str]]:
    """Return lines and sentences."""
    return [(note.line, note.why) for note in notes]


def test_a_row_with_everything_is_one_meeting() -> None:
    """Every field that a column can have arrives in its place."""
    entry = only(
        "ID,Date,Time,Minutes,Organisation,Contact,Host,Type,Location,Purpose,Summary,Notes,"
        "Next steps,Status,Cancelled by,Cancellation reason\n"
        "7,2026-09-03,14:00,50,Mercy General,Dana Whitfield; Luis Ortega,Nora,Video,Dayton,Why,"
        "What,More,Call her,Cancelled,customer,Budget week\n"
    )

    assert entry == MeetingEntry(
        lines=(2,),
        key="7",
        organisations=("Mercy General",),
        day=DAY,
        time=time(14),
        minutes=50,
        kind=Kind.VIDEO,
        status=Status.CANCELLED,
        place="Dayton",
        people=("Dana Whitfield", "Luis Ortega"),
        ours=("Nora",),
        purpose="Why",
        summary="What",
        notes="More\nNext steps: Call her",
        cancelled_by=Side.THEIRS,
        reason="Budget week",
    )


def test_rows_of_one_number_are_one_meeting() -> None:
    """Registers write a row for each organisation and each person who came."""
    log = parsed(
        "id,date,org_name,person,purpose,notes\n"
        "A,2026-09-03,Mercy,Dana,Talk,one\n"
        "B,2026-09-03,Harbor,Ruth,Talk,two\n"
        "A,2026-09-03,Lima,Luis,Listen,one\n"
        "A,2026-09-03,MERCY,dana,Talk,three\n"
    )

    first, second = log.entries
    assert first.lines == (2, 4, 5)
    assert first.organisations == ("Mercy", "Lima")
    assert first.people == ("Dana", "Luis")
    assert (first.purpose, first.notes) == ("Talk; Listen", "one\nthree")
    assert second.organisations == ("Harbor",)
    assert log.report.read == 4


def test_numbers_that_stand_on_several_days_name_something_else() -> None:
    """A customer's number is no meeting's: else all visits to one would become one."""
    log = parsed("ID,Date,Customer\n7,2026-09-03,Mercy\n7,2026-09-10,Mercy\n8,2026-09-03,Lima\n")

    assert [entry.key for entry in log.entries] == ["7/2026-09-03", "7/2026-09-10", "8/2026-09-03"]
    assert whys(log.report.notes)[0][0] == 0
    assert "do not name meetings" in log.report.notes[0].why


def test_one_number_with_another_day_among_many_is_pointed_out() -> None:
    """It is a slip in one row; which of the two days is right only the user can tell."""
    rows = "".join(f"{n},2026-09-0{n},Mercy\n{n},2026-09-0{n},Lima\n" for n in (1, 2, 3))
    log = parsed("ID,Date,Customer\n" + rows + "1,2026-10-01,Harbor\n")

    assert [entry.day for entry in log.entries] == [date(2026, 9, n) for n in (1, 2, 3)]
    assert whys(log.report.notes) == [
        (8, "Line 2 dates the same meeting 2026-09-01, this one 2026-10-01; the first is taken.")
    ]


def test_a_counting_number_names_a_meeting_within_its_file_page_and_day() -> None:
    """The first row of the second page has the number of the first row of the first."""
    log = parsed(
        "date,name,reason,filename,key,page\n"
        "2026-09-03,Mercy,Talk,a.pdf,1,1\n"
        "2026-09-03,Lima,Talk,a.pdf,1,1\n"
        "2026-09-03,Harbor,Talk,a.pdf,1,2\n"
        "2026-09-03,Lakeview,Talk,NA,NA,NA\n"
    )

    assert [entry.organisations for entry in log.entries] == [
        ("Mercy", "Lima"),
        ("Harbor",),
        ("Lakeview",),
    ]
    assert log.entries[0].key == "a.pdf/1/1/2026-09-03"
    assert log.entries[2].key.startswith("~")


def test_without_a_number_the_same_organisation_day_and_purpose_are_one() -> None:
    """A row for each person who came; two customers on a day are two meetings."""
    log = parsed(
        "Date,Customer,Contact,Purpose\n"
        "2026-09-03,Mercy,Dana,Review\n"
        "2026-09-03,Mercy,Luis,Review\n"
        "2026-09-03,Lima,Ruth,Review\n"
    )

    assert [entry.people for entry in log.entries] == [("Dana", "Luis"), ("Ruth",)]


def test_without_a_number_one_time_and_purpose_are_one_meeting_of_several() -> None:
    """Nobody holds two reviews at two o'clock."""
    log = parsed(
        "Date,Time,Customer,Purpose\n"
        "2026-09-03,14:00,Mercy,Review\n"
        "2026-09-03,14:00,Lima,Review\n"
        "2026-09-03,14:00,Harbor,\n"
    )

    assert [entry.organisations for entry in log.entries] == [("Mercy", "Lima"), ("Harbor",)]


def test_a_corrected_note_is_the_same_meeting_told_anew() -> None:
    """The key holds, so it is recognised; the digest does not, so the change is seen."""
    before = only("Date,Customer,Notes\n2026-09-03,Mercy,one\n")
    after = only("Date,Customer,Notes\n2026-09-03,Mercy,two\n")

    assert before.key == after.key
    assert before.digest != after.digest


def test_where_a_row_stands_is_no_part_of_what_it_says() -> None:
    """An export with newer rows on top is still the same log."""
    before = only("Date,Customer\n2026-09-03,Mercy\n")
    after = only("Date,Customer\n\n\n2026-09-03,Mercy\n")

    assert before.lines != after.lines
    assert before.digest == after.digest


def test_several_organisations_may_stand_in_one_cell() -> None:
    """Split at semicolons and new lines; commas and "&" belong to names."""
    entry = only('Date,Customer\n2026-09-03,"Smith, Jones & Co; Mercy\nLima;; Mercy"\n')

    assert entry.organisations == ("Smith, Jones & Co", "Mercy", "Lima")


def test_a_sign_that_is_rare_in_the_column_belongs_to_the_name() -> None:
    """One semicolon in a thousand rows is part of an address, and is pointed out."""
    rows = [f"2026-09-03,Customer {n}" for n in range(201)]
    log = parsed("\n".join(["Date,Customer", *rows, "2026-09-03,Mercy; Dayton"]))

    assert log.entries[-1].organisations == ("Mercy; Dayton",)
    assert (203, "'Mercy; Dayton' is taken for one organisation.") in whys(log.report.notes)


def test_the_users_separator_is_the_only_one() -> None:
    """An empty one says that each cell is one organisation."""
    text = "Date,Customer\n2026-09-03,Mercy / Lima; Dayton\n"

    assert only(text, Mapping(separator=" / ")).organisations == ("Mercy", "Lima; Dayton")
    assert only(text, Mapping(separator="")).organisations == ("Mercy / Lima; Dayton",)


def test_times_come_in_columns_of_their_own() -> None:
    """Start and end, one span, or an end that is a whole date."""
    start_end = only("Start Date,Start Time,End Time,Customer\n2026-09-03,14:00,14:50,Mercy\n")
    span = only("Date,Time,Customer\n2026-09-03,14:00 - 14:50,Mercy\n")
    whole = only("Start,End,Customer\n2026-09-03 14:00,2026-09-03 14:50,Mercy\n")

    for entry in (start_end, span, whole):
        assert (entry.day, entry.time, entry.minutes) == (DAY, time(14), 50)


def test_an_end_that_says_nothing_leaves_the_length_open() -> None:
    """An end on another day, before the start, or in words."""
    for end in ("13:00", "later", "2026-09-03"):
        assert only(f"Date,Time,End,Customer\n2026-09-03,14:00,{end},M\n").minutes is None


def test_an_unreadable_time_leaves_the_day() -> None:
    """The meeting was on that day, whenever it was."""
    log = parsed("Date,Time,Customer\n2026-09-03,after lunch,Mercy\n")

    assert (log.entries[0].day, log.entries[0].time) == (DAY, None)
    assert whys(log.report.notes) == [(2, "'after lunch' is no time that can be read; day only.")]


def test_an_instant_is_shown_on_the_wall_of_the_logs_zone() -> None:
    """18:00 in Greenwich is 14:00 in Dayton, and kept as an instant for customers elsewhere."""
    log = parsed("Date,Customer\n2026-09-03T18:00:00Z,Mercy\n", zone="America/New_York")

    assert log.zone == "America/New_York"
    assert log.entries[0].time == time(14)
    assert log.entries[0].instant == datetime(2026, 9, 3, 18, tzinfo=UTC)


def test_the_mapping_names_the_zone() -> None:
    """The log may come from a colleague abroad."""
    mapping = Mapping(time_zone="Asia/Tokyo")

    log = parsed("Date,Customer\n2026-09-03T18:00:00Z,Mercy\n", mapping)

    assert (log.zone, log.entries[0].day) == ("Asia/Tokyo", date(2026, 9, 4))


def test_a_row_without_a_readable_date_is_skipped_with_its_line() -> None:
    """Nothing else of it would make sense; the others are taken."""
    log = parsed("Date,Customer\nsoon,Mercy\n,Lima\n2026-09-03,Harbor\n")

    assert whys(log.report.skipped) == [
        (2, "'soon' is no date that can be read."),
        (3, "It has no date."),
    ]
    assert log.report.read == 3
    assert len(log.entries) == 1


def test_unknown_words_are_kept_and_counted() -> None:
    """How we met and what became of it have few words here, and many elsewhere."""
    log = parsed(
        "Date,Customer,Type,Status\n2026-09-03,Mercy,Drugo,Osebno\n2026-09-04,Lima,Drugo,done\n"
    )

    assert [entry.kind for entry in log.entries] == [None, None]
    assert [entry.status for entry in log.entries] == [None, Status.HELD]
    assert log.entries[0].notes == "Type: Drugo\nStatus: Osebno"
    assert whys(log.report.notes) == [
        (0, "'Drugo' in 'Type' is no known word (2 times); kept in the notes."),
        (0, "'Osebno' in 'Status' is no known word (1 times); kept in the notes."),
    ]


def test_the_mapping_explains_words() -> None:
    """In any case."""
    mapping = Mapping(kinds={"drugo": Kind.CALL}, statuses={"fertig": Status.HELD})

    entry = only("Date,Customer,Type,Status\n2026-09-03,Mercy,Drugo,FERTIG\n", mapping)

    assert (entry.kind, entry.status) == (Kind.CALL, Status.HELD)


def test_columns_that_are_not_read_are_named() -> None:
    """So that the user can say in a mapping file what they hold."""
    log = parsed("Date,Customer,Week,Mood\n2026-09-03,Mercy,36,fine\n")

    assert whys(log.report.notes) == [(0, "Columns not read: Week, Mood.")]


def test_cells_beyond_the_header_are_pointed_out() -> None:
    """A comma that was not quoted has cut a text in two."""
    log = parsed("Date,Customer,Notes\n2026-09-03,Mercy,one, two\n")

    assert whys(log.report.notes) == [
        (2, "It has more cells than the header; the rest was left out.")
    ]


def test_titles_above_the_header_are_passed_over() -> None:
    """Reports begin with their name and the day they were made."""
    log = parsed("Visits of the year\n\nmade on,23 Nov\nDate,Customer\n2026-09-03,Mercy\n")

    assert [entry.lines for entry in log.entries] == [(5,)]
    assert log.report.read == 1


@pytest.mark.parametrize("text", ["", "Wer,Was\nMercy,Talk\n"])
def test_a_log_without_a_header_is_refused(text: str) -> None:
    """With what was found and what is needed."""
    with pytest.raises(RefusedFileError, match="columns cannot be made out"):
        parsed(text)


def test_a_log_of_one_account_needs_no_organisation() -> None:
    """The user says whose it is."""
    (entry,) = parsed("Date,Notes\n2026-09-03,Talk\n", account=True).entries

    assert entry.organisations == ()


def test_a_mapped_column_needs_no_known_name() -> None:
    """The way out for every log."""
    mapping = Mapping(columns={"Wann": Field.DATE, "Mit": Field.ORGANISATION})

    assert only("Wann,Mit\n2026-09-03,Mercy\n", mapping).organisations == ("Mercy",)


def test_dates_far_from_the_rest_are_pointed_out_and_taken() -> None:
    """They are slips, most likely; but the meetings were held."""
    days = [f"2026-09-{n:02},C{n}" for n in range(1, 29)]
    log = parsed("\n".join(["Date,Customer", "2006-09-01,Mercy", *days]))

    assert len(log.entries) == 29
    assert whys(log.report.notes) == [
        (2, "2006-09-01 stands apart: the rest of the log is from 2026-09-01 to 2026-09-28.")
    ]


def test_a_day_more_than_a_year_ahead_is_pointed_out() -> None:
    """Plans are made for next year, hardly for the year after."""
    log = parsed("Date,Customer\n2027-11-24,Mercy\n2027-11-25,Mercy\n")

    assert whys(log.report.notes) == [(3, "2027-11-25 is more than a year ahead.")]


def test_a_file_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a million rows are no log of one person."""
    monkeypatch.setattr(spreadsheet, "ROW_LIMIT", 20)
    header = "Date,Customer\n"

    assert len(parsed(header + "2026-09-03,Mercy\n" * 28).entries) == 1
    with pytest.raises(RefusedFileError, match="more than 20 rows"):
        parsed(header + "2026-09-03,Mercy\n" * 29)
