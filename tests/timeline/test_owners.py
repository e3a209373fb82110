"""Who of us looked after it: bands with names."""

from dataclasses import replace
from datetime import date, timedelta

from journal.domain.person import Person, Role
from journal.domain.record import PersonId, RecordId, Side
from journal.domain.relationship import Relationship
from journal.timeline import scene as sc
from journal.timeline.scene import Lane
from tests.timeline.drawing import drawn, spots, texts
from tests.timeline.histories import ACCOUNT, account, case, meeting, of
from tests.timeline.rarer_histories import handed_on


def owned(*starts: date, days: int = 100) -> Relationship:
    """Make owners one after the other."""
    people = [Person(id=PersonId(RecordId(f"p{n}")), name=f"Owner {n}") for n in range(len(starts))]
    roles = [
        Role(
            id=RecordId(f"r{n}"),
            account_id=ACCOUNT,
            person_id=people[n].id,
            side=Side.OURS,
            start=start,
            end=start + timedelta(days=days - 1),
        )
        for n, start in enumerate(starts)
    ]
    return Relationship(account=account(), people=tuple(people), roles=tuple(roles))


def test_each_owner_is_a_band_and_oneself_has_a_colour_of_its_own() -> None:
    """The second one has none, so that the eye sees where one ends."""
    scene = drawn(case())
    bands = [each.fill for each in scene.boxes if each.fill in {sc.Role.BAND, sc.Role.BAND_SELF}]
    assert bands == [sc.Role.BAND, sc.Role.BAND_SELF]
    assert len(spots(scene, Lane.OWNERS)) == 3


def test_oneself_is_called_you() -> None:
    """One knows one's own name."""
    assert "You" in texts(drawn(case()))


def test_a_title_is_said_where_there_is_room() -> None:
    """In the case there is, on the panel of the drafts."""
    assert "P. Olsen, account manager" in texts(drawn(case()))


def test_a_name_ends_before_todays_line() -> None:
    """A line through the last letters of a name is hard to read."""
    relationship = handed_on()
    scene = drawn(relationship)
    (name,) = (each for each in scene.labels if each.text.startswith("Ada") and each.x > 700)
    (today,) = (each for each in scene.lines if each.role is sc.Role.ACCENT)
    assert name.rect.right < today.x1
    assert name.text == "Ada"


def test_what_an_owner_left_behind_is_told_to_who_asks() -> None:
    """Three years of account managers wrote that nothing could be done."""
    assert "nothing could be done" in spots(drawn(case()), Lane.OWNERS)[0].words


def test_owners_too_short_for_a_name_are_counted() -> None:
    """Ten owners of two days each, four years ago, are one stretch with a number."""
    starts = [date(2022, 11, 1) + timedelta(days=2 * n) for n in range(10)]
    relationship = owned(*starts, days=2)
    crowd = replace(relationship, meetings=of([meeting(1, "2022-11-01")]).meetings)
    found = spots(drawn(crowd), Lane.OWNERS)
    assert sum(len(each.records) for each in found) == 10
    assert any(each.words.endswith("owners") for each in found)


def test_a_colleague_whose_record_is_gone_still_has_a_band() -> None:
    """The time was somebody's."""
    relationship = owned(date(2026, 1, 1), days=400)
    scene = drawn(replace(relationship, people=()))
    assert "Somebody" in texts(scene)


def test_a_stretch_that_begins_with_several_owners_says_how_many() -> None:
    """Three in one week, and the last of them stayed for a year."""
    first = date(2025, 3, 3)
    relationship = owned(first, first + timedelta(days=2), first + timedelta(days=4), days=2)
    *others, last = relationship.roles
    stayed = replace(relationship, roles=(*others, replace(last, end=date(2026, 6, 1))))
    scene = drawn(
        replace(stayed, meetings=of([meeting(1, "2022-11-01"), meeting(2, "2026-09-01")]).meetings)
    )
    assert "3 owners" in texts(scene)
