"""The program's own format."""

import gzip
import json
import string
import uuid
from dataclasses import fields, replace
from datetime import UTC, date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.account import Account
from journal.domain.errors import RefusedFileError
from journal.domain.meeting import Cancellation, Meeting, Participation, Status
from journal.domain.person import Person
from journal.domain.promise import Promise
from journal.domain.record import AccountId, MeetingId, PersonId, Record, RecordId, Side
from journal.domain.span import When
from journal.exchange import pack
from journal.exchange.decoding import clean
from journal.exchange.pack import Head, is_pack, parse_pack, read_pack, write_pack

TODAY = date(2026, 11, 23)
HEAD = Head(name="test", as_of=TODAY)
FIRST_LINE = '{"pack": 1, "name": "test", "as_of": "2026-11-23"}'
MERCY = '{"account": {"id": "mercy", "name": "Mercy General"}}'


def refused(*lines: str) -> str:
    """Return what is said of a bad pack."""
    with pytest.raises(RefusedFileError) as caught:
        parse_pack("\n".join(lines), TODAY)
    return caught.value.sentence


ids = st.uuids().map(str)
texts = st.text().filter(lambda text: clean(text) == (text, ""))
names = texts.filter(str.strip)
days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
accounts = st.builds(Account, id=ids, name=names, note=texts, time_zone=st.just("Asia/Kolkata"))
people = st.builds(Person, id=ids, name=names, is_self=st.booleans(), remember=texts)
whens = st.builds(
    When,
    day=days,
    time=st.none() | st.times().map(lambda each: each.replace(second=0, microsecond=0, fold=0)),
    zone=st.sampled_from(["America/St_Johns", "Australia/Lord_Howe", "UTC"]),
)
cancellations = st.builds(
    Cancellation,
    by=st.sampled_from([Side.OURS, Side.THEIRS]),
    at=st.none() | st.datetimes(timezones=st.just(UTC)),
    stated_reason=texts,
)


@st.composite
def small_worlds(draw: st.DrawFn) -> list[Record]:
    """Draw an account with people, meetings and promises that refer to each other."""
    account = draw(accounts)
    known = draw(st.lists(people, min_size=1, max_size=3, unique_by=lambda each: each.id))
    lost = draw(st.lists(cancellations, max_size=3))
    meetings = [
        Meeting(
            id=MeetingId(RecordId(draw(ids))),
            account_id=account.id,
            when=draw(whens),
            status=Status.CANCELLED,
            summary=draw(texts),
            cancellation=replace(each, by_person_id=known[0].id),
        )
        for each in lost
    ]
    promise = Promise(
        id=RecordId(draw(ids)),
        account_id=account.id,
        text=draw(names),
        side=Side.OURS,
        person_id=known[-1].id,
        due_on=draw(st.none() | days),
    )
    records: list[Record] = [account, *known, *meetings, promise]
    return records if len({each.id for each in records}) == len(records) else [account]


@settings(max_examples=60)
@given(small_worlds())
def test_what_is_written_is_what_is_read(records: list[Record]) -> None:
    """Whatever was typed: a handover must not alter a letter."""
    text = write_pack(HEAD, records)

    read = parse_pack(text, TODAY)

    assert sorted(read.records, key=lambda each: each.id) == sorted(
        records, key=lambda each: each.id
    )
    assert read.head == HEAD
    assert write_pack(HEAD, read.records) == text
    assert read.notes == ()


def test_kinds_are_written_in_their_order() -> None:
    """Two packs of the same content are the same text, so they can be compared."""
    account = Account(id=AccountId(RecordId(str(uuid.UUID(int=1)))), name="Mercy")
    person = Person(id=PersonId(RecordId(str(uuid.UUID(int=2)))), name="Dana")

    assert write_pack(HEAD, [person, account]) == write_pack(HEAD, [account, person])


def test_blank_lines_and_remarks_are_for_the_reader() -> None:
    """A pack is also written by hand."""
    read = parse_pack(f"{FIRST_LINE}\n\n  # Mercy\n{MERCY}", TODAY)

    assert [type(each) for each in read.records] == [Account]
    assert read.lines == (4,)


def test_hand_written_ids_become_the_same_uuid_each_time() -> None:
    """Within one pack; the same word in another pack is somebody else."""
    one, again = (parse_pack(f"{FIRST_LINE}\n{MERCY}", TODAY).records[0].id for _ in range(2))
    other = parse_pack(f"{FIRST_LINE.replace('test', 'other')}\n{MERCY}", TODAY).records[0].id

    assert one == again != other
    assert uuid.UUID(one).version == 8
    assert uuid.UUID(one).variant == uuid.RFC_4122


def test_numbered_ids_sort_by_their_numbers() -> None:
    """Who was invited first stands first, as with ids that the journal makes."""
    lines = [f'{{"account": {{"id": "guest-{n}", "name": "G{n}"}}}}' for n in (1, 2, 10, 11)]

    made = [each.id for each in parse_pack("\n".join([FIRST_LINE, *lines]), TODAY).records]

    assert made == sorted(made)


def test_uuids_are_kept() -> None:
    """They are the same on every laptop."""
    known = str(uuid.UUID(int=7))

    read = parse_pack(f'{FIRST_LINE}\n{{"person": {{"id": "{known}", "name": "D"}}}}', TODAY)

    assert read.records[0].id == known


def test_dates_move_only_where_the_head_says_so() -> None:
    """A handover tells what was."""
    promise = (
        '{"promise": {"id": "p", "account_id": "mercy", "text": "By {month 2026-12-01}",'
        ' "side": "ours", "due_on": "2026-11-27"}}'
    )
    still = parse_pack(f"{FIRST_LINE}\n{MERCY}\n{promise}", date(2026, 12, 24)).records[1]
    head = FIRST_LINE.replace("}", ', "moves": true}')
    moving = parse_pack(f"{head}\n{MERCY}\n{promise}", date(2026, 12, 24)).records[1]

    assert isinstance(still, Promise)
    assert isinstance(moving, Promise)
    assert (still.due_on, still.text) == (date(2026, 11, 27), "By {month 2026-12-01}")
    assert (moving.due_on, moving.text) == (date(2026, 12, 25), "By December")


def test_unwanted_characters_are_taken_out_and_said() -> None:
    """JSON can write what no text should hold."""
    read = parse_pack(
        FIRST_LINE + '\n{"account": {"id": "mercy", "name": "Mer\\u0000cy\\ud800"}}', TODAY
    )

    (account,) = read.records
    assert isinstance(account, Account)
    assert account.name == "Mercy�"
    assert [note.line for note in read.notes] == [2]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 3: Expecting"),
        ("[]", "line 3: a line is an object"),
        ("{}", "line 3: a line is one record under the word of its kind"),
        ('{"customer": {}}', "line 3: 'customer' is no kind of record"),
        ('{"account": {"id": "x", "id": "y"}}', "line 3: a field occurs twice"),
        ('{"account": {"id": "x", "name": "X", "mood": 1}}', "line 3: unknown field 'mood'"),
        (MERCY, "line 3: its id occurs twice"),
        (
            '{"metric_reading": {"id": "r", "metric_id": "m", "day": "2026-01-01", "value": NaN}}',
            "line 3: NaN is not a number",
        ),
        (
            '{"participation": {"id": "x", "meeting_id": "mercy", "account_id": "mercy"}}',
            "line 3: 'meeting_id' leads to no meeting in the pack",
        ),
        ('{"account": ' * 100_000, "line 3: maximum recursion depth"),
    ],
)
def test_one_bad_line_refuses_the_pack_and_is_named(line: str, said: str) -> None:
    """Half of a relationship would look like all of it."""
    assert said in refused(FIRST_LINE, MERCY, line)


def test_of_many_bad_lines_five_are_told_and_all_are_kept() -> None:
    """The rest is one click away."""
    with pytest.raises(RefusedFileError, match="and 2 more") as caught:
        parse_pack("\n".join([FIRST_LINE, *["[]"] * 7]), TODAY)
    assert len(caught.value.details.splitlines()) == 7


@pytest.mark.parametrize(
    ("first", "said"),
    [
        ("", "This is no pack"),
        ("[1]", "This is no pack"),
        ('{"name": "x"}', "This is no pack"),
        ('{"pack": "1", "name": "x", "as_of": "2026-11-23"}', "This is no pack"),
        ('{"pack": 1, "name": " ", "as_of": "2026-11-23"}', "a pack needs a name"),
        ('{"pack": 1, "name": "x"}', "'as_of' is missing"),
        ('{"pack": 2, "shape": "unknown"}', "later version"),
    ],
)
def test_a_first_line_that_is_no_head_refuses_the_file(first: str, said: str) -> None:
    """Whether it is another file or a later version is told apart."""
    assert said in refused(first, MERCY)


def test_a_pack_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Long before the memory is full."""
    monkeypatch.setattr(pack, "_RECORD_LIMIT", 3)

    assert "more than 3 records" in refused(FIRST_LINE, *[MERCY] * 3)


def test_a_pack_is_read_from_a_file_packed_or_not(tmp_path: Path) -> None:
    """With the name of the file in what is said about it."""
    text = FIRST_LINE + '\n{"account": {"id": "m", "name": "M\\u0001"}}\n'
    path = tmp_path / "one.pack"
    path.write_bytes(gzip.compress(text.encode()))

    read = read_pack(path, TODAY)

    assert len(read.records) == 1
    assert [note.file for note in read.notes] == ["one.pack"]


def test_a_pack_is_known_by_its_first_word() -> None:
    """Whatever the file is called."""
    assert is_pack("  " + FIRST_LINE)
    assert not is_pack("Date,Organisation")


def test_progress_is_told() -> None:
    """A handover of a large account takes its time."""
    told: list[tuple[int, int]] = []

    parse_pack(f"{FIRST_LINE}\n{MERCY}", TODAY, lambda done, total: told.append((done, total)))

    assert told == [(0, 2), (2, 2)]


def test_all_fields_of_a_participation_come_back() -> None:
    """None, true and false are three answers to whether somebody came."""
    account = Account(id=AccountId(RecordId(str(uuid.UUID(int=1)))), name=string.ascii_letters)
    meeting = Meeting(
        id=MeetingId(RecordId(str(uuid.UUID(int=2)))),
        account_id=account.id,
        when=When(day=TODAY, time=None, zone="UTC"),
    )
    parts = [
        Participation(
            id=RecordId(str(uuid.UUID(int=number))),
            meeting_id=meeting.id,
            account_id=account.id,
            came=came,
        )
        for number, came in enumerate((None, True, False), start=3)
    ]

    text = write_pack(HEAD, [account, meeting, *parts])

    assert parse_pack(text, TODAY).records[2:] == tuple(parts)
    assert "came" not in json.loads(text.splitlines()[3])["participation"]
    assert {each.name for each in fields(Participation)} >= {"came"}
