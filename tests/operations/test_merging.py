"""One account, or one person, that stood in the journal twice."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

import pytest

from journal.domain.account import Account, Aim, Origin
from journal.domain.document import DocumentKind, IssuedDocument
from journal.domain.errors import JournalError, OvertakenError
from journal.domain.meeting import Cancellation, Meeting, Participation, Status
from journal.domain.person import Person, Role, StandingCommitment
from journal.domain.plan import Negotiation
from journal.domain.promise import Promise
from journal.domain.rating import Goal, Level
from journal.domain.record import (
    AccountId,
    DocumentId,
    MeetingId,
    NegotiationId,
    PersonId,
    Record,
    RecordId,
    Side,
)
from journal.domain.relationship import Relationship
from journal.domain.span import When
from journal.operations import backups, merging, reading, records, undoing
from journal.operations.change import Change
from journal.operations.directory import Directory
from journal.operations.journal import Journal
from journal.operations.merging import Difference, Pick
from journal.store import records as stored
from tests.operations.conftest import ANA, DANA, DANAS_ROLE, LUIS, MERCY
from tests.store.contents import contents, require_sound

TWIN = Account(
    id=AccountId(RecordId("twin")),
    name="Mercy Gen. Hospital",
    aim=Aim.REPAIR,
    place="Dayton",
    travel_min=110,
    note="Twin note",
)
A_RECORD = TypeVar("A_RECORD", bound=Record)


def now_of(journal: Journal, record: A_RECORD) -> A_RECORD:
    """Return a record as it stands."""
    return stored.get(journal.file.connection, type(record), record.id)


def mercy(journal: Journal) -> Relationship:
    """Read the account that is kept."""
    return reading.relationship(journal, MERCY.id)


def meeting(name: str, account: AccountId) -> Meeting:
    """Make a held one."""
    return Meeting(
        id=MeetingId(RecordId(name)),
        account_id=account,
        when=When.from_iso("2026-10-01T10:00", "America/New_York"),
        status=Status.HELD,
    )


def goal(name: str, account: AccountId) -> Goal:
    """Make one that stands."""
    return Goal(
        id=RecordId(name),
        account_id=account,
        level=Level.POSITIVE,
        by=date(2027, 6, 30),
        set_on=date(2026, 1, 1),
    )


def negotiation(name: str, account: AccountId, opened: date) -> Negotiation:
    """Make one that is open."""
    return Negotiation(
        id=NegotiationId(RecordId(name)), account_id=account, title=name, opened_on=opened
    )


def document(name: str, account: AccountId, version: int) -> IssuedDocument:
    """Make a framework as it was handed out."""
    return IssuedDocument(
        id=DocumentId(RecordId(name)),
        account_id=account,
        kind=DocumentKind.FRAMEWORK,
        version=version,
        issued_on=date(2026, 9, 3),
    )


def merge(journal: Journal, picks: dict[str, Pick] | None = None) -> None:
    """Make one account of the two."""
    kept, other = now_of(journal, MERCY), now_of(journal, TWIN)
    merging.merge_accounts(journal, kept, other, picks or {})


def test_the_preview_says_what_differs_and_what_moves(journal: Journal) -> None:
    """Name, aim and the drive differ; the place is taken over, and nothing is written."""
    promise = Promise(id=RecordId("p"), account_id=TWIN.id, text="A name", side=Side.THEIRS)
    journal.write("Add", add=[TWIN, meeting("m", TWIN.id), promise, goal("g", TWIN.id)])
    before = contents(journal.file.connection)

    seen = merging.preview(journal, now_of(journal, MERCY), now_of(journal, TWIN))

    assert seen.differences == (
        Difference(
            field="name", kept="Mercy General", other="Mercy Gen. Hospital", may_be_both=False
        ),
        Difference(field="aim", kept=Aim.MAINTAIN, other=Aim.REPAIR, may_be_both=False),
        Difference(field="travel_min", kept=120, other=110, may_be_both=False),
    )
    assert seen.filled == ("place", "note")
    assert seen.moving == {Meeting: 1, Promise: 1, Goal: 1}
    assert seen.ends == ()
    assert contents(journal.file.connection) == before


def test_everything_of_the_other_goes_over_and_comes_back(journal: Journal) -> None:
    """Also what lies in the trash; a backup is kept first."""
    gone = replace(
        meeting("lost", TWIN.id),
        status=Status.CANCELLED,
        cancellation=Cancellation(by=Side.THEIRS, by_person_id=DANA.id),
    )
    promise = Promise(id=RecordId("p"), account_id=TWIN.id, text="A name", side=Side.THEIRS)
    journal.write("Add", add=[TWIN, meeting("m", TWIN.id), gone, promise])
    records.trash(journal, "Trash", promise)
    before = contents(journal.file.connection)

    merge(journal, {"aim": Pick.OTHER})

    kept = mercy(journal)
    assert (kept.account.name, kept.account.aim) == ("Mercy General", Aim.REPAIR)
    assert (kept.account.place, kept.account.note) == ("Dayton", "Twin note")
    assert {each.id for each in kept.meetings} == {"m", "lost"}
    assert backups.last_good(journal) is not None
    after = contents(journal.file.connection)

    undoing.undo(journal)
    assert contents(journal.file.connection) == before
    undoing.redo(journal)
    assert contents(journal.file.connection) == after
    require_sound(journal.file.connection)

    trashed = next(each for each in records.in_trash(journal) if each.kind is Promise)
    records.restore(journal, trashed)
    assert [each.text for each in mercy(journal).promises] == ["A name"]


def test_both_notes_can_be_kept(journal: Journal) -> None:
    """A name cannot be two; there the one that is kept stays."""
    journal.write("Add", add=[TWIN])
    records.edit(journal, "Edit note", replace(now_of(journal, MERCY), note="First note"))

    merge(journal, {"note": Pick.BOTH, "name": Pick.BOTH})

    account = mercy(journal).account
    assert (account.note, account.name) == ("First note\nTwin note", "Mercy General")


def test_what_stands_once_in_an_account_ends_in_the_other(journal: Journal) -> None:
    """One goal, one open negotiation; versions count on behind those that are kept."""
    journal.write(
        "Add",
        add=[
            *(TWIN, goal("g1", MERCY.id), goal("g2", TWIN.id)),
            negotiation("n1", MERCY.id, date(2026, 9, 1)),
            negotiation("n2", TWIN.id, date(2026, 12, 1)),
            *(document("d1", MERCY.id, 1), document("d2", MERCY.id, 2)),
            *(document("e1", TWIN.id, 1), document("e2", TWIN.id, 2)),
        ],
    )
    seen = merging.preview(journal, now_of(journal, MERCY), now_of(journal, TWIN))
    assert [each.id for each in seen.ends] == ["g2", "n2"]

    merge(journal)

    kept = mercy(journal)
    assert {each.id: each.ended_on for each in kept.goals} == {
        "g1": None,
        "g2": date(2026, 11, 23),
    }
    # It was opened, by a slip, in the future, and cannot end before that.
    assert {each.id: each.closed_on for each in kept.negotiations} == {
        "n1": None,
        "n2": date(2026, 12, 1),
    }
    assert {each.id: each.version for each in kept.documents} == {
        "d1": 1,
        "d2": 2,
        "e1": 3,
        "e2": 4,
    }


def test_what_says_the_same_twice_stays_once(journal: Journal) -> None:
    """Dana's role in both; another title of hers is something of its own."""
    same = replace(DANAS_ROLE, id=RecordId("same"), account_id=TWIN.id)
    less = replace(same, id=RecordId("zless"), title="")
    more = replace(same, id=RecordId("zmore"), title="Chair of the committee")
    left = replace(same, id=RecordId("zleft"), end=date(2025, 1, 1))
    journal.write("Add", add=[TWIN, same, less, more, left])
    heard: list[Change] = []
    journal.subscribe(heard.append)

    merge(journal)

    assert heard[0].trashed == (TWIN.id, "same", "zless")  # what was meant comes first
    assert {each.id for each in mercy(journal).roles} == {"role", "zmore", "zleft"}


def test_who_was_a_guest_is_at_home(journal: Journal) -> None:
    """Their own account invited them to what is now the same account's meeting."""
    at_ours = meeting("m", MERCY.id)
    elsewhere = meeting("x", AccountId(RecordId("other")))
    third = Account(id=AccountId(RecordId("other")), name="Third")
    parts = [
        Participation(id=RecordId("1"), meeting_id=at_ours.id, account_id=TWIN.id),
        Participation(
            id=RecordId("2"), meeting_id=at_ours.id, account_id=TWIN.id, person_id=DANA.id
        ),
        Participation(id=RecordId("3"), meeting_id=elsewhere.id, account_id=TWIN.id),
    ]
    journal.write("Add", add=[TWIN, third, at_ours, elsewhere, *parts])

    merge(journal)

    guests = {each.id: each.account_id for each in mercy(journal).participations}
    assert guests == {"2": None, "3": MERCY.id}


def test_the_next_import_knows_both_names(journal: Journal) -> None:
    """Under the one that was kept and under the one that was given up."""
    origin = Origin(id=RecordId("o"), record=TWIN.id, source="csv", key="row 7")
    journal.write("Add", add=[TWIN, origin])
    merge(journal)

    assert now_of(journal, origin).record == MERCY.id
    assert Directory(journal).account("MERCY GEN. HOSPITAL").id == MERCY.id


def test_a_name_that_is_known_already_is_not_noted_twice(journal: Journal) -> None:
    """It was imported under it."""
    origin = Origin(id=RecordId("o"), record=TWIN.id, source="name", key="mercy gen. hospital")
    journal.write("Add", add=[TWIN, origin])
    merge(journal)
    assert Directory(journal).account("Mercy Gen. Hospital").id == MERCY.id


def test_two_of_one_name_need_no_note(journal: Journal) -> None:
    """The name that is kept is enough."""
    journal.write("Add", add=[replace(TWIN, name="MERCY GENERAL")])
    merge(journal)
    assert stored.select(journal.file.connection, Origin, "1") == ()


def test_two_people_become_one(journal: Journal) -> None:
    """With commitments, cancellations and invitations, each of these once."""
    twin = Person(id=PersonId(RecordId("zdana")), name="D. Whitfield", phone="555 0101")
    visit = meeting("m", MERCY.id)
    lost = replace(
        meeting("lost", MERCY.id),
        status=Status.CANCELLED,
        cancellation=Cancellation(by=Side.THEIRS, by_person_id=twin.id),
    )
    journal.write(
        "Add",
        add=[
            *(twin, visit, lost),
            replace(DANAS_ROLE, id=RecordId("zrole"), person_id=twin.id),
            Participation(id=RecordId("1"), meeting_id=visit.id, person_id=DANA.id),
            Participation(id=RecordId("2"), meeting_id=visit.id, person_id=twin.id, came=True),
            Participation(id=RecordId("3"), meeting_id=lost.id, person_id=DANA.id, came=False),
            Participation(id=RecordId("4"), meeting_id=lost.id, person_id=twin.id, came=True),
        ],
    )
    before = contents(journal.file.connection)
    seen = merging.preview(journal, now_of(journal, DANA), twin)
    assert seen.moving == {Role: 1, Participation: 2, Meeting: 1}
    assert seen.filled == ("phone",)

    merging.merge_people(journal, now_of(journal, DANA), now_of(journal, twin), {})

    whole = mercy(journal)
    assert [each.id for each in whole.roles] == ["role"]
    assert {each.id: each.came for each in whole.participations} == {"1": True, "3": False}
    cancelled = next(each for each in whole.meetings if each.id == "lost")
    assert cancelled.cancellation is not None
    assert cancelled.cancellation.by_person_id == DANA.id
    assert now_of(journal, DANA).phone == "555 0101"
    undoing.undo(journal)
    assert contents(journal.file.connection) == before


def test_nobody_reports_to_themselves_afterwards(journal: Journal) -> None:
    """Luis reported to Dana, until it turned out that he is she."""
    role = Role(
        id=RecordId("luis"),
        account_id=MERCY.id,
        person_id=LUIS.id,
        side=Side.THEIRS,
        title="Buyer",
        reports_to_id=DANA.id,
    )
    journal.write("Add", add=[role])
    merging.merge_people(journal, now_of(journal, DANA), now_of(journal, LUIS), {})

    assert {each.reports_to_id for each in mercy(journal).roles} == {None}


def test_nobody_in_the_trash_reports_to_themselves_afterwards(journal: Journal) -> None:
    """A role that was entered by mistake may come back from there."""
    role = Role(
        id=RecordId("mistake"),
        account_id=MERCY.id,
        person_id=LUIS.id,
        side=Side.THEIRS,
        reports_to_id=DANA.id,
    )
    journal.write("Add", add=[role])
    records.trash(journal, "Trash", role)
    merging.merge_people(journal, now_of(journal, DANA), now_of(journal, LUIS), {})
    undoing.undo(journal)
    undoing.undo(journal)
    held = next(each for each in mercy(journal).roles if each.id == role.id)
    assert held.reports_to_id == DANA.id


@pytest.mark.parametrize(("kept", "other"), [(LUIS, ANA), (ANA, LUIS)])
def test_who_is_oneself_stays_so(journal: Journal, kept: Person, other: Person) -> None:
    """One had noted oneself as a colleague once; what is given up may come out of the trash."""
    before = contents(journal.file.connection)
    merging.merge_people(journal, now_of(journal, kept), now_of(journal, other), {})

    me = reading.me(journal)
    assert me is not None
    assert me.id == kept.id
    undoing.undo(journal)
    assert contents(journal.file.connection) == before
    undoing.redo(journal)
    records.restore(journal, *records.in_trash(journal))
    assert sum(each.is_self for each in reading.everybody(journal)) == 1


def test_what_was_changed_since_is_shown_again_first(journal: Journal) -> None:
    """Both were chosen by what they said."""
    journal.write("Add", add=[TWIN])
    kept, other = now_of(journal, MERCY), now_of(journal, TWIN)
    records.edit(journal, "Edit", replace(other, note="Other"))
    with pytest.raises(OvertakenError, match="look again"):
        merging.merge_accounts(journal, kept, other, {})
    records.edit(journal, "Edit", replace(kept, note="Other"))
    with pytest.raises(OvertakenError):
        merging.merge_accounts(journal, kept, now_of(journal, other), {})


def test_nothing_is_merged_with_itself(journal: Journal) -> None:
    """It would end in the trash."""
    account, person = now_of(journal, MERCY), now_of(journal, DANA)
    with pytest.raises(JournalError, match="the same one"):
        merging.merge_accounts(journal, account, account, {})
    with pytest.raises(JournalError, match="the same one"):
        merging.merge_people(journal, person, person, {})


def test_a_commitment_goes_with_its_person(journal: Journal) -> None:
    """It explains what was lost, whoever of the two it was noted with."""
    from datetime import time

    from journal.domain.record import CommitmentId

    fixed = StandingCommitment(
        id=CommitmentId(RecordId("fixed")),
        person_id=LUIS.id,
        title="Staff meeting",
        rule="FREQ=WEEKLY;BYDAY=TH",
        first_day=date(2026, 1, 1),
        start=time(15),
        minutes=60,
        zone="America/New_York",
    )
    journal.write("Add", add=[fixed])
    merging.merge_people(journal, now_of(journal, DANA), now_of(journal, LUIS), {})
    assert [each.person_id for each in mercy(journal).commitments] == [DANA.id]
