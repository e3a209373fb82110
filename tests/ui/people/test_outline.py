"""Who stands where in the list of an account's people."""

from dataclasses import replace
from datetime import date

import pytest

from journal.domain.account import Account
from journal.domain.meeting import Meeting, Participation
from journal.domain.person import Person, Role
from journal.domain.record import AccountId, MeetingId, PersonId, RecordId, Side
from journal.domain.relationship import Relationship
from journal.domain.span import When
from journal.ui.people.outline import Entry, Group, outline
from journal.ui.people.words import answer, owner_words

ACCOUNT = AccountId(RecordId("account"))
TODAY = date(2026, 11, 23)


def person(name: str) -> Person:
    """Make somebody whose id is the name."""
    return Person(id=PersonId(RecordId(name)), name=name, is_self=name == "Me")


def role(
    name: str,
    boss: str = "",
    side: Side = Side.THEIRS,
    start: date | None = None,
    end: date | None = None,
) -> Role:
    """Make a role whose id begins with the name."""
    return Role(
        id=RecordId(f"{name} {start or ''}"),
        account_id=ACCOUNT,
        person_id=PersonId(RecordId(name)),
        side=side,
        reports_to_id=PersonId(RecordId(boss)) if boss else None,
        start=start,
        end=end,
    )


def account_of(*roles: Role, more: tuple[Person, ...] = ()) -> Relationship:
    """Make an account of these roles."""
    names = dict.fromkeys(str(each.person_id) for each in roles)
    return Relationship(
        account=Account(id=ACCOUNT, name="Mercy"),
        people=(*(person(each) for each in names), *more),
        roles=roles,
    )


def said(entries: tuple[Entry, ...]) -> list[str]:
    """Write each entry as a line, a dot for each boss above."""
    return [
        f"{each.group} {'.' * each.depth}{each.person.name if each.person else '?'}"
        for each in entries
    ]


def test_reports_stand_under_their_boss_by_name() -> None:
    """Zoe is the boss of two, and Bea of one."""
    whole = account_of(
        role("Zoe"), role("Bea", "Zoe"), role("Ann", "Zoe"), role("Cid", "Bea"), role("Dan")
    )
    entries = outline(whole, TODAY)
    assert said(entries) == [
        "theirs Dan", "theirs Zoe", "theirs .Ann", "theirs .Bea", "theirs ..Cid",
    ]  # fmt: skip
    assert [each.has_reports for each in entries] == [False, True, False, True, False]
    # Ann's line goes on to Bea; after Bea nothing follows at that depth.
    assert [each.lines for each in entries] == [(), (), (True,), (False,), (False, False)]


def test_a_ring_of_bosses_is_shown_once_round() -> None:
    """An import may say it; nobody is lost, and nothing goes round for ever."""
    whole = account_of(role("Ann", "Bea"), role("Bea", "Ann"))
    assert said(outline(whole, TODAY)) == ["theirs Ann", "theirs .Bea"]


def test_who_has_left_is_kept_the_latest_first() -> None:
    """With the last role of each; and whose boss has left has none above."""
    whole = account_of(
        role("Ann", "Old"),
        role("Old", end=date(2025, 5, 1)),
        role("Older", start=date(2020, 1, 1), end=date(2021, 1, 1)),
        role("Older", start=date(2022, 1, 1), end=date(2023, 1, 1)),
    )
    entries = outline(whole, TODAY)
    assert said(entries) == ["theirs Ann", "left Old", "left Older"]
    assert entries[2].role is whole.roles[3]
    assert [each.is_past for each in entries] == [False, True, True]


def test_who_was_announced_belongs_to_the_present() -> None:
    """Also where the same person was here before."""
    whole = account_of(role("New", start=date(2027, 1, 1)), role("New", end=date(2020, 1, 1)))
    assert said(outline(whole, TODAY)) == ["theirs New"]


def test_our_roles_are_the_history_of_owners() -> None:
    """Newest first; the one of today is not past, nor is one who begins later."""
    whole = account_of(
        role("Olsen", side=Side.OURS, end=date(2024, 12, 31)),
        role("Me", side=Side.OURS, start=date(2025, 1, 1)),
        role("Next", side=Side.OURS, start=date(2027, 1, 1)),
    )
    entries = outline(whole, TODAY)
    assert said(entries) == ["ours Next", "ours Me", "ours Olsen"]
    assert [each.is_past for each in entries] == [False, False, True]


def test_who_came_to_a_meeting_stands_there_without_a_role() -> None:
    """One may give a role later; until then nobody is forgotten."""
    meeting = Meeting(
        id=MeetingId(RecordId("meeting")),
        account_id=ACCOUNT,
        when=When(day=date(2026, 11, 1), time=None, zone="UTC"),
    )
    guest = Participation(
        id=RecordId("part"), meeting_id=meeting.id, person_id=PersonId(RecordId("Guest"))
    )
    whole = replace(
        account_of(more=(person("Guest"),)), meetings=(meeting,), participations=(guest,)
    )
    (entry,) = outline(whole, TODAY)
    assert (entry.group, entry.key) == (Group.MET, "Guest")


def test_a_role_whose_person_is_in_the_trash_is_named_as_that() -> None:
    """The owner of last year may be in the trash; the history has no hole."""
    whole = replace(account_of(role("Olsen", side=Side.OURS)), people=())
    (entry,) = outline(whole, TODAY)
    assert entry.person is None
    assert entry.key == "Olsen "


@pytest.mark.parametrize(
    ("names", "measured", "sentence"),
    [
        ("", "", "Nobody of theirs is known yet."),
        ("Ann", "", "1 person of theirs; nobody knows how they are measured."),
        ("Ann", "Ann", "1 person of theirs; how they are measured is known."),
        ("Ann Bea", "", "2 people of theirs; nobody knows how any of them is measured."),
        ("Ann Bea", "Ann Bea", "2 people of theirs; how each of them is measured is known."),
        ("Ann Bea", "Bea", "2 people of theirs; nobody knows how 1 of them is measured."),
        ("Ann Bea Cid", "Bea", "3 people of theirs; nobody knows how 2 of them are measured."),
    ],
)
def test_the_tab_opens_with_its_answer(names: str, measured: str, sentence: str) -> None:
    """Counts, and what is worth asking."""
    entries = outline(account_of(*(role(each) for each in names.split())), TODAY)
    assert answer(entries, frozenset(measured.split())) == sentence


def test_without_people_the_answer_says_who_was_there() -> None:
    """A leaver or a guest is somebody one knows."""
    left = outline(account_of(role("Old", end=date(2025, 5, 1))), TODAY)
    assert answer(left, frozenset()) == "Nobody of theirs is left whom we know."
    met = (Entry(group=Group.MET, person=person("Guest"), role=None),)
    assert answer(met, frozenset()) == (
        "Nobody of theirs has a role here yet; 1 came to a meeting."
    )


def test_who_looks_after_it_is_said_with_those_before() -> None:
    """Two names at most; the list has them all."""
    olsen = role("Olsen", side=Side.OURS, start=date(2024, 1, 1), end=date(2024, 12, 31))
    mine = role("Me", side=Side.OURS, start=date(2025, 1, 1))
    both = outline(account_of(olsen, mine), TODAY)
    assert owner_words(both, TODAY) == "Yours since Jan 2025, after Olsen"
    assert owner_words(outline(account_of(olsen), TODAY), TODAY) == (
        "Looked after by nobody now, after Olsen"
    )
    haas = outline(account_of(role("Haas", side=Side.OURS)), TODAY)
    assert owner_words(haas, TODAY) == "Looked after by Haas"
    assert owner_words((), TODAY) == ""
