"""Erasing somebody: not a word of theirs is left in the file, and the meetings stay."""

from dataclasses import replace
from datetime import date, time, timedelta
from random import Random

import pytest

from journal.domain.account import Account, Origin
from journal.domain.document import DocumentKind, IssuedDocument
from journal.domain.errors import JournalError, NotFoundError
from journal.domain.meeting import Cancellation, Meeting, Participation, Status
from journal.domain.metric import Alignment, Metric, MetricReading
from journal.domain.person import Person, Role, StandingCommitment
from journal.domain.plan import Interest, OptionLink, Question, Vision
from journal.domain.promise import Promise, Quote
from journal.domain.record import (
    CommitmentId,
    DocumentId,
    InterestId,
    MetricId,
    OptionId,
    PersonId,
    Record,
    RecordId,
    Side,
    Visibility,
)
from journal.domain.span import When
from journal.operations import checking, erasing, framework, past, reading, records, undoing
from journal.operations.journal import Journal
from journal.store import erasing as store
from journal.store.holding import among
from journal.store.records import select
from journal.store.rows import AnyRecord
from journal.store.tables import TABLES
from tests.operations.canaries import DANA, DAY, MERCY, OTHER, VISIT, WHO, everything, texts_of
from tests.operations.desk import a_desk
from tests.operations.verbs import VERBS
from tests.store.contents import require_sound

PRIVATE = (
    *("Dana Whitfield", "Whitfield", "dana@mercy.example", "+1 555 0100"),
    *("canary0remember", "canary0avoid", "canary0note"),
)
OWN = (Quote, StandingCommitment, Metric, Interest, Vision, Question)


def fill(journal: Journal) -> list[Record]:
    """Put Dana into every place, with what stands on what is hers."""
    filled = everything(DANA)
    journal.write("Fill", add=[WHO, *filled])
    metric = MetricId(RecordId("Metric person_id"))
    interest = InterestId(RecordId("Interest person_id"))
    more: list[Record] = [
        MetricReading(
            id=RecordId("her reading"), metric_id=metric, day=DAY, value=7, note="hersinreading"
        ),
        Alignment(
            id=RecordId("her tie"),
            account_id=MERCY,
            their_metric_id=metric,
            our_metric_id=MetricId(RecordId("our metric")),
            evidence="hersintie",
        ),
        OptionLink(id=RecordId("l"), option_id=OptionId(RecordId("option")), interest_id=interest),
        Origin(id=RecordId("o"), record=DANA, source="vcard", key="hersinfile"),
        Participation(id=RecordId("came"), meeting_id=VISIT, person_id=DANA, came=True),
    ]
    journal.write("More", add=more)
    return [*filled, *more]


def closed(journal: Journal) -> bytes:
    """Close the journal and read its bytes: never while it is open."""
    path = journal.path
    journal.close()
    return path.read_bytes()


def theirs(filled: list[Record]) -> list[str]:
    """Return the words of what is hers alone."""
    names = [
        *(each for each in filled if isinstance(each, OWN) and each.person_id == DANA),
        *(each for each in filled if isinstance(each, Role) and each.person_id == DANA),
    ]
    return [text for each in names for text in texts_of(each)] + [
        "hersinreading",
        "hersintie",
        "hersinfile",
    ]


def missing(words: list[str], file: bytes) -> list[str]:
    """Return which words are not in a file; the search keeps its words in small letters."""
    lower = file.lower()
    return [each for each in words if each.lower().encode() not in lower]


def test_not_a_word_of_theirs_is_left_in_the_file(empty: Journal) -> None:
    """Neither in rows, nor in the history, the search or a page that SQLite has freed."""
    filled = fill(empty)
    records.edit(empty, "Edit", replace(_dana(empty), note="hersbefore"))
    wanted = [*PRIVATE, *theirs(filled), "hersbefore"]
    assert len(wanted) > 25
    copy = empty.path.with_name("before.bytes")
    empty.file.connection.execute("VACUUM INTO ?", (str(copy),))
    assert missing(wanted, copy.read_bytes()) == []

    erasing.erase(empty, DANA)

    assert missing(wanted, closed(empty)) == wanted


def test_what_is_between_two_houses_stays_without_the_name(empty: Journal) -> None:
    """Meetings, who came, levels and promises; the file is sound, digests and search included."""
    filled = fill(empty)
    counted = _counts(empty)
    erasing.erase(empty, DANA)
    assert checking.check(empty) == ()
    staying: dict[type[Record], int] = {
        **{kind: counted[kind] for kind in (Meeting, Participation, Promise, Role, Person)},
        **dict.fromkeys((MetricReading, StandingCommitment, Origin), 0),
    }
    assert {kind: _counts(empty)[kind] for kind in staying} == staying
    printed = {text for each in filled if isinstance(each, Promise) for text in texts_of(each)}
    assert printed <= {text for each in _all(empty, Promise) for text in texts_of(each)}
    assert _dana(empty) == Person(id=DANA, name="(erased)", revision=_dana(empty).revision)
    (role,) = [each for each in _all(empty, Role) if each.person_id == DANA]
    assert (role.title, role.note, role.support, role.reports_to_id) == ("", "", None, None)
    assert (role.start, role.end) == (DAY, DAY)
    assert {each.person_id for each in _all(empty, Participation)} == {DANA}


def test_whoever_is_still_there_has_left_by_the_day(empty: Journal) -> None:
    """Also somebody who was to come later; nobody leaves before coming."""
    later = date(2030, 1, 1)
    places = {"now": (DAY, None), "later": (later, None), "always": (None, None)}
    empty.write(
        "Fill",
        add=[
            WHO,
            Account(id=MERCY, name="Mercy General"),
            *(
                Role(
                    id=RecordId(key),
                    account_id=MERCY,
                    person_id=DANA,
                    side=Side.THEIRS,
                    start=start,
                    end=end,
                )
                for key, (start, end) in places.items()
            ),
        ],
    )
    erasing.erase(empty, DANA)
    left = empty.today() - timedelta(days=1)
    ends = {each.id: each.end for each in _all(empty, Role)}
    assert ends == {"now": left, "later": later, "always": left}


def test_it_and_what_was_before_cannot_be_undone(empty: Journal) -> None:
    """There is nothing to undo any more, so that no step brings the person back."""
    fill(empty)
    records.edit(empty, "Edit", replace(_dana(empty), note="again"))
    undoing.undo(empty)
    change = erasing.erase(empty, DANA)
    assert change.name == "Erase person"
    assert (undoing.undo_name(empty), undoing.redo_name(empty)) == (None, None)
    assert (undoing.undo(empty), undoing.redo(empty)) == (None, None)
    assert _dana(empty).name == "(erased)"
    assert [(each.name, each.changes, each.is_new) for each in past.past_of(empty, DANA)] == [
        ("Erase person", (), False)
    ]


def test_what_is_done_afterwards_is_undone_as_ever(empty: Journal) -> None:
    """The history begins anew there."""
    fill(empty)
    erasing.erase(empty, DANA)
    records.edit(empty, "Edit", replace(_dana(empty), note="new"))
    undoing.undo(empty)
    assert _dana(empty).note == ""
    assert checking.check(empty) == ()


def test_names_are_taken_out_of_the_texts_that_were_chosen(empty: Journal) -> None:
    """Out of earlier versions of them, too; what was handed out, and other names, stay."""
    visit = Meeting(
        id=VISIT,
        account_id=MERCY,
        when=When.from_iso("2026-09-03T10:00", "Europe/Prague"),
        status=Status.CANCELLED,
        notes="dana whitfield said so. Dana, too.",
        cancellation=Cancellation(by=Side.THEIRS, stated_reason="Dana Whitfield is ill."),
    )
    issued = IssuedDocument(
        id=DocumentId(RecordId("d")),
        account_id=MERCY,
        kind=DocumentKind.FRAMEWORK,
        version=1,
        issued_on=DAY,
        recipients="Dana Whitfield",
    )
    site = Account(id=MERCY, name="Dana Whitfield Clinic", note="Ask Dana Whitfield.")
    empty.write("Fill", add=[WHO, site, visit, issued])
    held = reading.meeting(empty, VISIT)
    records.edit(empty, "Edit", replace(held, notes="She said so. Dana, too."))
    records.trash(empty, "Trash", held)

    told = erasing.preview(empty, DANA)
    assert [(each.name, each.is_certain, len(each.mentions)) for each in told.names] == [
        ("Dana Whitfield", True, 2),
        ("Dana", False, 3),
        ("Whitfield", False, 2),
    ]
    assert told.issued == 1
    erasing.erase(empty, DANA, ["Dana Whitfield"])

    (found,) = _trashed(empty, Meeting)
    assert found.notes == "She said so. Dana, too."
    assert found.cancellation is not None
    assert found.cancellation.stated_reason == "(erased) is ill."
    (account,) = _all(empty, Account)
    assert (account.name, account.note) == ("Dana Whitfield Clinic", "Ask (erased).")
    assert _all(empty, IssuedDocument)[0].recipients == "Dana Whitfield"
    assert checking.check(empty) == ()
    assert past.discarded(empty)[0].first.record == VISIT
    rows = empty.file.connection.execute('SELECT "before", "after" FROM history').fetchall()
    assert not any("hitfield" in (text or "") for row in rows for text in row)


def test_an_earlier_text_is_read_as_it_was_typed(empty: Journal) -> None:
    """Among signs that the history writes in another way, the name is still a word."""
    mercy = Account(id=MERCY, name="Mercy", note="\tWhitfield and Dana\tWhitfield")
    empty.write("Fill", add=[WHO, mercy])
    records.edit(empty, "Edit", replace(_all(empty, Account)[0], note="nothing"))
    erasing.erase(empty, DANA, ["Dana Whitfield", "Whitfield"])
    assert b"hitfield" not in closed(empty)


def test_a_page_that_names_them_as_who_owes_a_step_is_told(empty: Journal) -> None:
    """Their name stands beside the step on the page, and in no text of the journal."""
    step = Promise(
        id=RecordId("step"),
        account_id=MERCY,
        text="Figures of the quarter",
        side=Side.THEIRS,
        person_id=DANA,
        visibility=Visibility.SHAREABLE,
    )
    other = replace(step, id=RecordId("other"), text="Meet again", person_id=None)
    empty.write("Fill", add=[WHO, Account(id=MERCY, name="Mercy"), step, other])
    framework.issue(empty, MERCY, recipients=["The board"])

    assert erasing.preview(empty, DANA).issued == 1


def test_who_was_made_one_with_them_goes_too(empty: Journal) -> None:
    """The other half lies in the trash, with the same name or address."""
    halves = {"same name": "dana whitfield", "same address": "D. W.", "another": "Dana W."}
    empty.write(
        "Fill",
        add=[
            WHO,
            *(
                Person(
                    id=PersonId(RecordId(key)),
                    name=name,
                    email=WHO.email.upper() if key == "same address" else "",
                )
                for key, name in halves.items()
            ),
        ],
    )
    records.trash(empty, "Trash", *(each for each in reading.everybody(empty) if each.id != DANA))
    erasing.erase(empty, DANA)
    assert {each.id: each.name for each in _trashed(empty, Person)} == {
        "same name": "(erased)",
        "same address": "(erased)",
        "another": "Dana W.",
    }


def test_the_preview_says_what_goes_and_what_stays(empty: Journal) -> None:
    """By count, and changes nothing; where backups lie and until when is said with it."""
    filled = fill(empty)
    told = erasing.preview(empty, DANA)
    assert told.person.name == "Dana Whitfield"
    assert told.removed == {
        **dict.fromkeys(OWN, 1),
        MetricReading: 1,
        Alignment: 1,
        OptionLink: 1,
        Origin: 1,
    }
    assert told.roles == 1
    assert told.nameless[Participation] == 2
    assert told.nameless[Promise] == 3  # owed, owed to, reported
    assert set(told.nameless) & set(OWN) == {Quote, Metric, Interest, Vision, Question}
    assert told.until.year == 2027
    assert [each.held for each in told.shelves] == [()]
    assert _dana(empty).name == "Dana Whitfield"
    assert len(filled) > 20


def test_oneself_and_who_is_gone_cannot_be_erased(empty: Journal) -> None:
    """The journal has one who keeps it."""
    me = replace(WHO, is_self=True)
    empty.write("Fill", add=[me])
    for verb in (erasing.preview, erasing.erase):
        with pytest.raises(JournalError, match="You yourself stay"):
            verb(empty, DANA)
        with pytest.raises(NotFoundError):
            verb(empty, OTHER)


def test_whatever_would_stand_on_what_goes_is_thought_of(empty: Journal) -> None:
    """A reference that is added to the schema later is decided upon, or this fails."""
    going = {TABLES[kind] for kind in store.REMOVED}
    found = {
        (table, row[3], row[2])
        for table in TABLES.values()
        for row in empty.file.connection.execute(f"PRAGMA foreign_key_list({table})")
        if row[2] in going
    }
    decided = {(TABLES[kind], column, TABLES[parent]) for kind, column, parent in store.ON_THEM}
    assert found == decided | {("meetings", "found_commitment_id", "standing_commitments")}


def test_a_reason_that_was_found_in_their_calendar_stays(empty: Journal) -> None:
    """The words do; the entry of the calendar goes."""
    commitment = StandingCommitment(
        id=CommitmentId(RecordId("staff")),
        person_id=DANA,
        title="Staff meeting",
        rule="FREQ=WEEKLY",
        first_day=DAY,
        start=time(15),
        minutes=60,
        zone="UTC",
    )
    lost = Cancellation(
        by=Side.THEIRS, found_reason="staff meeting behind", found_commitment_id=commitment.id
    )
    visit = Meeting(
        id=VISIT,
        account_id=MERCY,
        when=When.from_iso("2026-09-03T10:00", "UTC"),
        status=Status.CANCELLED,
        cancellation=lost,
    )
    empty.write("Fill", add=[WHO, Account(id=MERCY, name="Mercy General"), commitment, visit])
    erasing.erase(empty, DANA)
    assert reading.meeting(empty, VISIT).cancellation == replace(lost, found_commitment_id=None)


@pytest.mark.parametrize("seed", range(8))
def test_whatever_was_done_before_the_file_is_sound(seed: int) -> None:
    """After anything that the window can do, to whomever it happens."""
    chance = Random(seed)
    with a_desk(chance) as desk:
        for _ in range(40):
            chance.choice(VERBS)(desk)
        somebody = desk.pick(Person, "is_self = 0")
        if somebody is None:
            somebody = replace(WHO, id=PersonId(RecordId("somebody")))
            records.add(desk.journal, "Add", somebody)
        erasing.erase(desk.journal, somebody.id, [somebody.name])
        require_sound(desk.journal.file.connection)
        assert checking.check(desk.journal) == ()
        assert undoing.undo(desk.journal) is None


def _dana(journal: Journal) -> Person:
    return next(each for each in _all(journal, Person) if each.id == DANA)


def _all(journal: Journal, kind: type[AnyRecord]) -> tuple[AnyRecord, ...]:
    return select(journal.file.connection, kind, "1")


def _trashed(journal: Journal, kind: type[AnyRecord]) -> tuple[AnyRecord, ...]:
    rows = journal.file.connection.execute(
        f"SELECT id FROM {TABLES[kind]} WHERE deleted_at IS NOT NULL"
    )
    return among(journal.file.connection, kind, "id", [row[0] for row in rows])


def _counts(journal: Journal) -> dict[type[Record], int]:
    return {kind: len(_all(journal, kind)) for kind in TABLES}
