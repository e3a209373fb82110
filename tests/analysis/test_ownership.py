"""Who of us looked after an account, and when."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from journal.analysis.ownership import owner_on, tenures
from journal.domain.person import Role
from journal.domain.record import PersonId, RecordId
from journal.domain.span import Span
from tests.analysis.made import DANA, ME, on, ours, person, relationship, theirs

OLSEN = PersonId(RecordId("olsen"))
HAAS = PersonId(RecordId("haas"))
OLSENS = ours(OLSEN, start=on("2024-01-08"), end=on("2024-12-31"))
HAASES = ours(HAAS, start=on("2025-01-01"), end=on("2026-02-28"))
MINE = ours(ME, start=on("2026-03-01"))
PEOPLE = (person(OLSEN), person(HAAS), person(ME, is_self=True), person(DANA))


def spans(*roles: Role) -> list[str]:
    """Tell tenures as owner, first and last day; None is open."""
    found = tenures(relationship(people=PEOPLE, roles=roles))
    return [f"{each.role.person_id} {each.span.start} {each.span.end}" for each in found]


def test_the_owner_is_whoever_of_us_has_a_role_that_day() -> None:
    """Both ends included; before and between nobody is."""
    roles = [MINE, OLSENS, theirs(DANA)]
    assert owner_on(roles, on("2024-01-08")) == OLSENS
    assert owner_on(roles, on("2024-12-31")) == OLSENS
    assert owner_on(roles, on("2024-01-07")) is None
    assert owner_on(roles, on("2025-06-01")) is None
    assert owner_on(roles, on("2030-01-01")) == MINE
    assert owner_on([], on("2030-01-01")) is None


def test_of_several_the_one_who_started_last_owns() -> None:
    """Who comes new takes over, though the other's end was not noted."""
    always = ours(OLSEN)
    assert owner_on([MINE, always], on("2026-03-01")) == MINE
    assert owner_on([MINE, always], on("2026-02-28")) == always
    twin = ours(HAAS, start=MINE.start)
    assert owner_on([MINE, twin], on("2026-03-01")) == twin
    assert owner_on([twin, MINE], on("2026-03-01")) == MINE


def test_tenures_follow_one_another() -> None:
    """Three account managers in three years: the bands of the timeline."""
    assert spans(MINE, OLSENS, HAASES) == [
        "olsen 2024-01-08 2024-12-31",
        "haas 2025-01-01 2026-02-28",
        "me 2026-03-01 None",
    ]


def test_a_tenure_is_cut_where_the_next_begins_and_comes_back_where_it_ends() -> None:
    """A stand-in for a summer leaves two tenures of the same role."""
    always = ours(ME)
    summer = ours(HAAS, start=on("2026-07-01"), end=on("2026-08-31"))
    assert spans(always, summer) == [
        "me None 2026-06-30",
        "haas 2026-07-01 2026-08-31",
        "me 2026-09-01 None",
    ]


def test_a_role_that_nobody_sees_cuts_nothing() -> None:
    """An older role that ends beside the owner's leaves one tenure, not two."""
    old = ours(OLSEN, start=on("2024-01-08"), end=on("2026-05-31"))
    assert spans(MINE, old) == [
        "olsen 2024-01-08 2026-02-28",
        "me 2026-03-01 None",
    ]


def test_a_gap_is_in_no_tenure() -> None:
    """Nobody owned the account in 2025."""
    assert spans(MINE, OLSENS) == [
        "olsen 2024-01-08 2024-12-31",
        "me 2026-03-01 None",
    ]


def test_who_is_in_the_trash_keeps_the_tenure_without_a_name() -> None:
    """The band stays, since the days were owned."""
    (only,) = tenures(relationship(people=(), roles=(OLSENS,)))
    assert only.person is None
    assert only.span == Span(start=on("2024-01-08"), end=on("2024-12-31"))


days = st.dates(on("2026-01-01"), on("2026-03-01"))


@st.composite
def our_roles(draw: st.DrawFn) -> Role:
    """Draw a role of ours with or without ends."""
    start, end = sorted((draw(days), draw(days)))
    is_open = draw(st.booleans()), draw(st.booleans())
    return ours(ME, start=None if is_open[0] else start, end=None if is_open[1] else end)


@given(st.lists(our_roles(), max_size=4), days)
def test_each_day_belongs_to_the_tenure_of_its_owner(held: list[Role], day: date) -> None:
    """Tenures and `owner_on` are one definition, and tenures never overlap."""
    found = tenures(relationship(people=PEOPLE, roles=tuple(held)))
    that_day = [each.role for each in found if day in each.span]
    owner = owner_on(held, day)
    assert that_day == ([] if owner is None else [owner])
