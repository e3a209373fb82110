"""Words to hits."""

import sqlite3
from dataclasses import replace
from datetime import date

import pytest

from journal.domain.account import Account
from journal.domain.errors import StoppedError
from journal.domain.finding import Wanted
from journal.domain.meeting import Meeting, Participation
from journal.domain.person import Person
from journal.domain.promise import Quote
from journal.domain.record import AccountId, MeetingId, PersonId, Record, RecordId
from journal.domain.span import When
from journal.store import documents, search
from journal.store.writing import Act, writing
from tests.store.contents import require_sound

MERCY = Account(id=AccountId(RecordId("mercy")), name="Mercy General", place="Dayton")
HARBOR = Account(id=AccountId(RecordId("harbor")), name="Harbor Health")


def visit(name: str, day: str, summary: str, notes: str = "") -> Meeting:
    """Make a visit to Mercy."""
    return Meeting(
        id=MeetingId(RecordId(name)),
        account_id=MERCY.id,
        when=When.from_iso(f"{day}T14:00", "America/New_York"),
        summary=summary,
        notes=notes,
    )


@pytest.fixture(autouse=True)
def _filled(connection: sqlite3.Connection, act: Act) -> None:
    talk = visit(
        "talk", "2026-09-03", summary="Naïve café talk", notes="She is measured by spend per bed."
    )
    with writing(connection, act) as door:
        door.add(
            MERCY,
            HARBOR,
            Person(id=PersonId(RecordId("dana")), name="Dana Whitfield", remember="hates slides"),
            talk,
            visit("earlier", "2025-09-04", summary="A talk about nothing"),
            Participation(id=RecordId("guest"), meeting_id=talk.id, account_id=HARBOR.id),
            Quote(
                id=RecordId("quote"),
                account_id=HARBOR.id,
                text="No one has ever spent the time to understand how I'm measured.",
            ),
        )


def found(connection: sqlite3.Connection, words: str, account: AccountId | None = None) -> set[str]:
    """Return the ids of the hits."""
    return {
        each.record for each in search.search(connection, Wanted(words=words, account=account)).hits
    }


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("cafe", {"talk"}),
        ("NAIVE CAF", {"talk"}),
        ("talk", {"talk", "earlier"}),
        ("talk nothing", {"earlier"}),
        ('"spend per"', {"talk"}),
        ('"per spend"', set()),
        ('"spen"', set()),
        ("measured", {"talk", "quote"}),
        ("dana", {"dana"}),
        ("dayton", {"mercy"}),
        ("zebra", set()),
    ],
)
def test_words_are_found_by_their_beginnings(
    connection: sqlite3.Connection, words: str, ids: set[str]
) -> None:
    """All of them, in any order, accents and capitals aside; in quotation marks as they stand."""
    assert found(connection, words) == ids


@pytest.mark.parametrize(
    "words", ["", "   ", '"', "***", "a AND", "NEAR(", "title:", "- + ^", '""', "(", "x OR OR y"]
)
def test_nothing_that_is_typed_is_an_error(connection: sqlite3.Connection, words: str) -> None:
    """The query language of the index is not the user's."""
    assert isinstance(search.search(connection, Wanted(words=words)).hits, tuple)


def test_an_account_finds_its_own_and_where_it_was_a_guest(
    connection: sqlite3.Connection,
) -> None:
    """Harbor's people sat in the meeting with Mercy."""
    assert found(connection, "measured", HARBOR.id) == {"talk", "quote"}
    assert found(connection, "measured", MERCY.id) == {"talk"}
    assert found(connection, "harbor", MERCY.id) == set()


def test_a_guest_who_is_taken_off_finds_it_no_longer(
    connection: sqlite3.Connection, act: Act
) -> None:
    """The meeting's document follows its participations."""
    with writing(connection, act) as door:
        door.trash(Participation, RecordId("guest"))

    assert found(connection, "measured", HARBOR.id) == {"quote"}
    require_sound(connection)


def test_what_is_in_the_trash_is_not_found(connection: sqlite3.Connection, act: Act) -> None:
    """And is again when it comes back."""
    with writing(connection, act) as door:
        door.trash(Person, RecordId("dana"))
    assert found(connection, "dana") == set()

    with writing(connection, act) as door:
        door.restore(Person, RecordId("dana"))
    assert found(connection, "dana") == {"dana"}


def test_a_hit_shows_where_its_words_stand(connection: sqlite3.Connection) -> None:
    """Marked in the text as it was written, accents and all."""
    (hit,) = search.search(connection, Wanted(words="cafe")).hits
    assert hit.kind is Meeting
    assert [hit.excerpt[start:end] for start, end in hit.marks] == ["café"]
    assert hit.happened_at.isoformat() == "2026-09-03T18:00:00+00:00"

    (quote,) = search.search(connection, Wanted(words="measured time", account=HARBOR.id)).hits
    assert [quote.excerpt[start:end] for start, end in quote.marks] == ["time", "measured"]


def test_only_beginnings_of_words_are_marked(connection: sqlite3.Connection, act: Act) -> None:
    """What the index did not find is not shown as if it had."""
    with writing(connection, act) as door:
        door.add(visit("inside", "2026-10-01", "Seabed and bed"))

    (hit,) = search.search(connection, Wanted(words="bed seabed")).hits

    assert [hit.excerpt[start:end] for start, end in hit.marks] == ["Seabed", "bed"]


def test_a_long_text_is_cut_around_the_first_word(connection: sqlite3.Connection, act: Act) -> None:
    """One line of context, not the whole note."""
    long = visit("long", "2026-10-01", "Long", "word " * 200 + "turning point " + "rest " * 200)
    with writing(connection, act) as door:
        door.add(long)

    (hit,) = search.search(connection, Wanted(words="turning")).hits

    assert hit.excerpt.startswith("…")
    assert hit.excerpt.endswith("…")
    assert "turning point" in hit.excerpt
    assert len(hit.excerpt) < 170


def test_a_word_in_the_title_weighs_more(connection: sqlite3.Connection, act: Act) -> None:
    """What is named so comes before what mentions it."""
    with writing(connection, act) as door:
        door.add(visit("mention", "2026-11-01", summary="Other", notes="about the dashboard"))
        door.add(visit("titled", "2026-01-01", summary="Dashboard", notes="and other things"))

    assert [each.record for each in search.search(connection, Wanted(words="dashboard")).hits] == [
        "titled",
        "mention",
    ]


def test_of_equal_places_the_one_that_says_it_more_for_its_length_comes_first(
    connection: sqlite3.Connection, act: Act
) -> None:
    """And of two that say it alike, the newer."""
    with writing(connection, act) as door:
        door.add(visit("old", "2026-01-01", summary="One", notes="the dashboard"))
        door.add(visit("new", "2026-05-01", summary="Two", notes="the dashboard"))
        door.add(visit("twice", "2025-01-01", summary="Six", notes="dashboard, dashboard"))
        door.add(visit("long", "2026-11-01", summary="Ten", notes="dashboard" + " and on" * 50))

    assert [each.record for each in search.search(connection, Wanted(words="dashboard")).hits] == [
        *("twice", "new", "old", "long")
    ]


def test_of_very_many_the_newest_are_looked_at(connection: sqlite3.Connection, act: Act) -> None:
    """And it is said that there are more."""
    many: list[Record] = [
        visit(f"m{number}", f"{1950 + number % 100}-01-02", summary="routine")
        for number in range(600)
    ]
    with writing(connection, act) as door:
        door.add(*many)

    hits = search.search(connection, Wanted(words="routine"), limit=1000)

    assert hits.capped
    assert len(hits.hits) == 500
    assert min(each.happened_at.year for each in hits.hits) >= 1950 + 16
    assert not search.search(connection, Wanted(words="talk")).capped


def test_two_documents_that_draw_one_key_both_stand(
    connection: sqlite3.Connection, act: Act, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Chance may meet itself; then the next free key is taken."""
    monkeypatch.setattr(documents, "CHANCE_BITS", 0)
    with writing(connection, act) as door:
        door.add(visit("a", "2026-12-01", summary="twin"), visit("b", "2026-12-01", summary="twin"))

    assert found(connection, "twin") == {"a", "b"}
    require_sound(connection)


def test_an_edit_is_found_and_what_it_replaced_is_not(
    connection: sqlite3.Connection, act: Act
) -> None:
    """The index must forget."""
    from journal.store import records

    held = records.get(connection, Meeting, MeetingId(RecordId("earlier")))
    with writing(connection, act) as door:
        door.save(replace(held, summary="A walk about everything"))

    assert found(connection, "walk") == {"earlier"}
    assert found(connection, "nothing") == set()


def test_only_what_is_wanted_is_found(connection: sqlite3.Connection) -> None:
    """By kind and by time, before the newest are counted off."""
    words = "talk"
    both = search.search(connection, Wanted(words=words)).hits
    assert {each.record for each in both} == {"talk", "earlier"}

    since = Wanted(words=words, since=date(2026, 9, 3))
    assert [each.record for each in search.search(connection, since).hits] == ["talk"]
    late = Wanted(words=words, since=date(2026, 9, 4))
    assert search.search(connection, late).hits == ()
    quotes = Wanted(words="spent", kinds=frozenset({Quote}))
    assert [each.record for each in search.search(connection, quotes).hits] == ["quote"]
    meetings = Wanted(words="spent", kinds=frozenset({Meeting}))
    assert search.search(connection, meetings).hits == ()


def test_a_kind_is_looked_for_beyond_the_newest_of_another(
    connection: sqlite3.Connection, act: Act
) -> None:
    """A promise of last year is found though a thousand later meetings hold the word."""
    later = [visit(f"visit{each}", "2026-10-01", summary="dashboard") for each in range(600)]
    old = Quote(id=RecordId("old"), account_id=MERCY.id, text="dashboard", said_on=date(2025, 1, 7))
    with writing(connection, act) as door:
        door.add(*later, old)
    wanted = Wanted(words="dashboard", kinds=frozenset({Quote}))
    assert [each.record for each in search.search(connection, wanted).hits] == ["old"]


def test_a_search_that_is_stopped_says_so(connection: sqlite3.Connection) -> None:
    """Whoever types on does not wait for the words of before."""
    connection.set_progress_handler(lambda: 1, 1)
    with pytest.raises(StoppedError):
        search.search(connection, Wanted(words="talk"))
    connection.set_progress_handler(None, 0)
