"""What is held about somebody: all of it, wherever it stands."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pypdfium2
import pytest

from journal.domain.account import Account, Origin
from journal.domain.errors import NotFoundError
from journal.domain.holding import Holding
from journal.domain.meeting import Cancellation, Meeting, Participation, Status
from journal.domain.metric import Metric, MetricReading
from journal.domain.person import BuyingRole, Person, Role, Support
from journal.domain.plan import Question, Vision
from journal.domain.promise import Quote
from journal.domain.record import (
    AccountId,
    Agreement,
    MeetingId,
    MetricId,
    PersonId,
    RecordId,
    Side,
    Visibility,
)
from journal.domain.span import When
from journal.operations import person_records, records
from journal.operations.journal import Journal
from tests.operations.canaries import DANA, DAY, MERCY, VISIT, WHO, everything, places, texts_of


def words(journal: Journal, person: PersonId = DANA) -> str:
    """Read all pages as one line."""
    with pypdfium2.PdfDocument(person_records.person_pdf(journal, person)) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).replace("\ufffe", "-").split())


def holding(journal: Journal) -> Holding:
    """Gather what is held about Dana."""
    return person_records.holding(journal, DANA)


def test_every_place_in_which_a_person_can_be_is_gathered(empty: Journal) -> None:
    """A field that is added to the domain later is in it, or this fails."""
    empty.write("Fill", add=[WHO, *everything(DANA)])
    found = {(type(each.record), each.field) for each in holding(empty).held}
    assert found == set(places())


def test_every_text_of_every_such_record_is_printed(empty: Journal) -> None:
    """Private notes included; nothing that was typed about somebody is left out."""
    filled = everything(DANA)
    empty.write("Fill", add=[WHO, *filled])
    printed = words(empty)
    wanted = [*texts_of(WHO), *(text for each in filled for text in texts_of(each))]
    assert len(wanted) > 60
    assert [each for each in wanted if each not in printed] == []
    assert "private note" in printed


def test_what_lies_in_the_trash_is_held_too(empty: Journal) -> None:
    """And says where it lies."""
    filled = everything(DANA)
    empty.write("Fill", add=[WHO, *filled])
    quote = next(each for each in filled if each.id == RecordId("Quote person_id"))
    records.trash(empty, "Trash", quote)
    (found,) = [each for each in holding(empty).held if each.record.id == quote.id]
    assert found.is_trashed
    assert "in the trash" in words(empty)


def test_a_name_in_a_text_about_something_else_is_held_too(empty: Journal) -> None:
    """As a whole word, whatever its case; in the name of another word it is nobody's."""
    visit = Meeting(
        id=MeetingId(RecordId("v")),
        account_id=MERCY,
        when=When.at(empty.now(), "Europe/Prague"),
        notes="Then DANA  WHITFIELD came in.",
    )
    notes = {"a": "danas", "b": "Ask Whitfield.", "c": "dana@mercy.example", "d": "Danae"}
    empty.write(
        "Fill",
        add=[
            WHO,
            Account(id=MERCY, name="Mercy General"),
            visit,
            *(
                Account(id=AccountId(RecordId(key)), name=f"Site {key}", note=note)
                for key, note in notes.items()
            ),
        ],
    )
    found = holding(empty).mentions
    assert [(each.record, each.field) for each in found] == [
        ("b", "note"),
        ("c", "note"),
        ("v", "notes"),
    ]
    assert "Then DANA WHITFIELD came in." in words(empty)


def test_where_it_came_from_and_what_was_changed_is_counted(empty: Journal) -> None:
    """The history keeps earlier versions, and the marks of imports know the person by a name."""
    metric = MetricId(RecordId("Metric person_id"))
    empty.write("Fill", add=[WHO, *everything(DANA)])
    empty.write(
        "Add",
        add=[
            Origin(id=RecordId("o1"), record=DANA, source="vcard", key="uid-of-dana"),
            Origin(id=RecordId("o2"), record=metric, source="pack", key="m1"),
            Origin(id=RecordId("o3"), record=MERCY, source="csv", key="not hers"),
            MetricReading(id=RecordId("r"), metric_id=metric, day=DAY, value=12.5, note="said so"),
        ],
    )
    empty.write("Edit", save=[replace(_person(empty), phone="1")])
    assert holding(empty).altered[Person] == 2
    printed = words(empty)
    for each in (
        "vcard uid-of-dana",
        "pack: 1 record",
        "12.5 on 3 Sep (said so)",
        "person 2 entries",
    ):
        assert each in printed
    assert "not hers" not in printed


def test_what_is_held_stands_in_the_order_of_time(empty: Journal) -> None:
    """As it happened, not as it was typed in; what is of no day comes last."""
    whose: Any = {"account_id": MERCY, "person_id": DANA}
    metric = MetricId(RecordId("m"))
    visits = [
        Meeting(id=MeetingId(RecordId(name)), account_id=MERCY, when=When.from_iso(day, "UTC"))
        for name, day in (("a", "2026-09-03T15:00"), ("b", "2025-01-07"), ("c", "2026-09-03T09:00"))
    ]
    empty.write(
        "Fill",
        add=[
            WHO,
            Account(id=MERCY, name="Mercy General"),
            *visits,
            *(
                Participation(id=RecordId(f"p{each.id}"), meeting_id=each.id, person_id=DANA)
                for each in visits
            ),
            Quote(id=RecordId("q1"), text="Undated", **whose),
            Quote(id=RecordId("q2"), text="Second", said_on=DAY, **whose),
            Quote(id=RecordId("q3"), text="First", said_on=date(2025, 9, 3), **whose),
            Metric(id=metric, text="Spend", side=Side.THEIRS, **whose),
            MetricReading(id=RecordId("r1"), metric_id=metric, day=DAY, value=7),
            MetricReading(id=RecordId("r2"), metric_id=metric, day=date(2026, 6, 30), value=8),
        ],
    )
    printed = words(empty)
    for said in (("Tue 7 Jan 2025", "Thu 3 Sep 09:00", "Thu 3 Sep 15:00"), ("First", "Second")):
        places = [printed.index(each) for each in said]
        assert places == sorted(places)
    assert printed.index("Second") < printed.index("Undated")
    assert "8 on 30 Jun; 7 on 3 Sep" in printed


def test_when_somebody_called_off_is_said_on_their_wall(empty: Journal) -> None:
    """The file keeps UTC; beside a meeting at ten, 14:15 would look like four hours later."""
    lost = Cancellation(
        by=Side.THEIRS, by_person_id=DANA, at=datetime(2026, 9, 3, 14, 15, tzinfo=UTC)
    )
    when = When.from_iso("2026-09-03T10:00", "America/New_York")
    empty.write(
        "Fill",
        add=[
            WHO,
            Account(id=MERCY, name="Mercy General"),
            Meeting(
                id=VISIT,
                account_id=MERCY,
                when=when,
                status=Status.CANCELLED,
                cancellation=lost,
            ),
        ],
    )
    assert "called off Thu 3 Sep 10:15" in words(empty)


def test_nothing_but_a_name_is_said_to_be_nothing(empty: Journal) -> None:
    """An empty page would look like a mistake."""
    empty.write("Fill", add=[Person(id=DANA, name="Dana")])
    assert "Nothing else is held about this person." in words(empty)


def test_somebody_who_is_not_there_has_no_page(empty: Journal) -> None:
    """Nor has somebody in the trash; an empty page would say that nothing is held."""
    empty.write("Fill", add=[WHO])
    assert person_records.person_pdf(empty, DANA).startswith(b"%PDF-")
    records.trash(empty, "Trash person", WHO)
    for gone in (DANA, PersonId(RecordId("gone"))):
        with pytest.raises(NotFoundError):
            person_records.person_pdf(empty, gone)


def test_what_was_chosen_is_said_in_words(empty: Journal) -> None:
    """How a line was agreed, what part somebody has, and whether they came."""
    line: Any = {"account_id": MERCY, "person_id": DANA}
    empty.write(
        "Fill",
        add=[
            WHO,
            Account(id=MERCY, name="Mercy General"),
            Meeting(id=VISIT, account_id=MERCY, when=When.from_iso("2026-09-03", "Europe/Prague")),
            Participation(id=RecordId("p"), meeting_id=VISIT, person_id=DANA, came=False),
            Role(
                id=RecordId("r"),
                account_id=MERCY,
                person_id=DANA,
                side=Side.OURS,
                end=DAY,
                buying_role=BuyingRole.DECIDES,
                support=Support.CHAMPION,
            ),
            Quote(id=RecordId("q"), text="One\nTwo", visibility=Visibility.SHAREABLE, **line),
            Vision(
                id=RecordId("v"),
                text="There",
                side=Side.THEIRS,
                due_on=DAY,
                agreement=Agreement.AGREED,
                **line,
            ),
            Question(id=RecordId("w"), text="Why", agreement=Agreement.DECLINED, **line),
        ],
    )
    printed = words(empty)
    for each in (
        "Thu 3 Sep · visit · not recorded · did not come",
        "without a title · on our side · until 3 Sep · decides · champion",
        "One Two (a guess) Mercy General · may be shared",
        "There (a guess) agreed 3 Sep · open Mercy General · private",
        "Why (a guess) declined Mercy General · private",
    ):
        assert each in printed


def _person(journal: Journal) -> Person:
    return person_records.holding(journal, DANA).person
