"""What the rows of a log become."""

from dataclasses import replace
from datetime import date, time

import pytest

from journal.domain.account import Account, Origin
from journal.domain.errors import NotFoundError
from journal.domain.meeting import Kind, Meeting, Participation, Status
from journal.domain.record import AccountId, RecordId, Side
from journal.domain.span import When
from journal.operations import reading
from journal.operations.journal import Journal
from journal.store.records import select
from tests.operations.conftest import MERCY
from tests.operations.imports import (
    HERE,
    LOG,
    Write,
    accounts,
    meetings,
    numbers,
    only_meeting,
    taken,
)


def test_a_log_becomes_accounts_people_and_meetings(journal: Journal, write: Write) -> None:
    """Whom the journal knows already is not made again."""
    imported = taken(journal, write(LOG))

    assert numbers(imported) == (3, 2, 0, 0)
    assert list(accounts(journal)) == ["Mercy General", "Lima Clinic"]
    held, planned = meetings(journal)
    assert held == Meeting(
        id=held.id,
        revision=held.revision,
        account_id=MERCY.id,
        when=When(day=date(2026, 9, 3), time=time(14), zone="Europe/Prague"),
        status=Status.HELD,
        kind=Kind.CALL,
        minutes=50,
        held_minutes=50,
        purpose="Why",
        summary="What",
        notes="More\nOn our side: Nora",
    )
    assert (planned.status, planned.held_minutes) == (Status.PLANNED, None)
    whole = reading.relationship(journal, MERCY.id)
    parts = [
        (each.meeting_id == held.id, each.account_id, each.person_id, each.came)
        for each in whole.participations
    ]
    (new_face,) = (each for each in whole.people if each.name == "New Face")
    assert parts == [
        (True, accounts(journal)["Lima Clinic"].id, None, True),
        (True, None, RecordId("dana"), True),
        (False, None, RecordId("dana"), None),
        (False, None, new_face.id, None),
    ]
    assert [each.side for each in whole.roles if each.person_id == new_face.id] == [Side.THEIRS]


def test_alike_spellings_are_one_account_and_said(journal: Journal, write: Write) -> None:
    """So that the user can see that it is right."""
    imported = taken(
        journal,
        write("date,customer\n2026-09-03,Thiess Pty Ltd\n2026-09-04,THIESS PTY. LIMITED\n"),
    )

    assert list(accounts(journal)) == ["Mercy General", "Thiess Pty Ltd"]
    said = [(note.line, note.why) for note in imported.report.notes]
    assert said == [
        (0, "2 meetings with 1 organisations in 2 spellings."),
        (3, "“THIESS PTY. LIMITED” is taken for “Thiess Pty Ltd”."),
    ]


def test_what_lies_ahead_is_planned(journal: Journal, write: Write) -> None:
    """It is Monday, 23 November, a quarter past nine in Prague."""
    taken(
        journal,
        write(
            "id,date,time,customer\n1,2026-11-22,,A\n2,2026-11-23,09:00,A\n"
            "3,2026-11-23,,A\n4,2026-11-23,10:00,A\n5,2026-11-24,,A\n"
        ),
    )

    by_key = {
        each.key: each.record for each in select(journal.file.connection, Origin, "source = 'csv'")
    }
    statuses = {each.id: each.status for each in meetings(journal)}
    assert [statuses[RecordId(by_key[key])] for key in "12345"] == [  # type: ignore[index]
        Status.HELD,
        Status.HELD,
        Status.PLANNED,
        Status.PLANNED,
        Status.PLANNED,
    ]


CALLED_OFF = (
    "id,date,customer,status,cancelled by,cancellation reason\n"
    "1,2026-09-01,A,cancelled,,Budget week\n"
    "2,2026-09-02,A,postponed,us,\n"
    "3,2026-09-03,A,no show,,\n"
    "4,2026-09-04,A,no show,,Nobody knew of me\n"
    "5,2026-09-05,A,held,,It was short\n"
)


def test_who_called_off_is_taken_from_the_log(journal: Journal, write: Write) -> None:
    """And where it does not say, it counts as theirs, which is said."""
    imported = taken(journal, write(CALLED_OFF))

    told = [
        (each.status, each.cancellation and (each.cancellation.by, each.cancellation.stated_reason))
        for each in meetings(journal)
    ]
    assert told == [
        (Status.CANCELLED, (Side.THEIRS, "Budget week")),
        (Status.MOVED, (Side.OURS, "")),
        (Status.NO_SHOW, None),
        (Status.NO_SHOW, (Side.THEIRS, "Nobody knew of me")),
        (Status.HELD, None),
    ]
    assert meetings(journal)[4].notes == "It was short"
    assert imported.report.notes[1].why == (
        "2 meetings were called off, and the log does not say by whom;"
        " they count as called off by the customer."
    )


def test_the_mapping_says_who_called_off(journal: Journal, write: Write) -> None:
    """Where the user knows it of the whole log."""
    mapping = write('cancelled_by = "ours"\n', "mapping.toml")

    taken(journal, write(CALLED_OFF), replace(HERE, mapping=mapping))

    lost = meetings(journal)[0].cancellation
    assert lost is not None
    assert lost.by is Side.OURS


@pytest.mark.parametrize("words", ["mercy GENERAL", "Mercy"])
def test_the_account_can_be_given(journal: Journal, write: Write, words: str) -> None:
    """By its name, or a part of it that no other has."""
    taken(journal, write("date,notes\n2026-09-03,Talk\n"), replace(HERE, account=words))

    assert only_meeting(journal).account_id == MERCY.id


def test_a_given_account_that_is_not_there_is_made(empty: Journal, write: Write) -> None:
    """The first log of a new customer."""
    taken(empty, write("date,notes\n2026-09-03,Talk\n"), replace(HERE, account=" Lima Clinic "))

    assert list(accounts(empty)) == ["Lima Clinic"]


def test_a_given_account_that_may_be_two_is_asked_for(journal: Journal, write: Write) -> None:
    """Nothing is imported into the wrong one."""
    journal.write("Add", add=[Account(id=AccountId(RecordId("m2")), name="Mercy West")])

    for words in ("Mercy", " "):
        with pytest.raises(NotFoundError):
            taken(journal, write("date,notes\n2026-09-03,Talk\n"), replace(HERE, account=words))


def test_beside_a_given_account_others_are_guests(journal: Journal, write: Write) -> None:
    """A partner came along."""
    text = "date,company\n2026-09-03,Lima Clinic\n"

    taken(journal, write(text), replace(HERE, account="Mercy General"))

    assert only_meeting(journal).account_id == MERCY.id
    (part,) = select(journal.file.connection, Participation, "1")
    assert part.account_id == accounts(journal)["Lima Clinic"].id


def test_a_row_without_an_organisation_is_put_aside_and_said(
    journal: Journal, write: Write
) -> None:
    """It is a meeting all the same."""
    imported = taken(journal, write("date,customer\n2026-09-03,\n2026-09-04,Lima\n"))

    assert list(accounts(journal)) == ["Mercy General", "Organisation not named", "Lima"]
    assert imported.report.notes[1].why == (
        "The log names no organisation; it was put under “Organisation not named”."
    )


def test_times_are_those_on_the_customers_wall(journal: Journal, write: Write) -> None:
    """An instant is converted to the account's zone; a wall time is taken for it."""
    tokyo = Account(id=AccountId(RecordId("t")), name="Tokyo", time_zone="Asia/Tokyo")
    journal.write("Add", add=[tokyo])

    taken(
        journal,
        write("date,customer\n2026-09-03T18:00:00Z,Tokyo\n2026-09-04 10:00,Tokyo\n"),
        replace(HERE, zone="America/New_York"),
    )

    assert [(each.when.iso, each.when.zone) for each in meetings(journal)] == [
        ("2026-09-04T03:00", "Asia/Tokyo"),
        ("2026-09-04T10:00", "Asia/Tokyo"),
    ]


def test_new_accounts_get_the_zone_that_the_mapping_names(empty: Journal, write: Write) -> None:
    """The user said where those clocks hang."""
    mapping = write('time_zone = "Asia/Tokyo"\n', "mapping.toml")

    taken(empty, write("date,customer\n2026-09-03,A\n"), replace(HERE, mapping=mapping))

    assert accounts(empty)["A"].time_zone == "Asia/Tokyo"
