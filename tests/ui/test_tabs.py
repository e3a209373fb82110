"""In which tab a record stands: whoever chooses it anywhere is led there."""

from dataclasses import replace
from datetime import date

import pytest

from journal.domain.person import Role
from journal.domain.record import RecordId, Side
from journal.ui.shared.account_view import AccountView, account_view
from journal.ui.tabs import Tab, where_stands
from tests.ui.case import DANA, MERCY


@pytest.mark.parametrize(
    ("record", "tab", "there"),
    [
        ("dana", Tab.PEOPLE, "dana"),
        ("staff-meeting", Tab.PEOPLE, "dana"),
        ("spend", Tab.ALIGNMENT, "spend"),
        ("rating-2024-01-11", Tab.RELATIONSHIP, "rating-2024-01-11"),
        ("barrier-slot", Tab.NEGOTIATION, "barrier-slot"),
        ("option", Tab.NEGOTIATION, "option"),
        ("question", Tab.NEGOTIATION, "question"),
    ],
)
def test_a_record_stands_among_its_like(
    mercy: AccountView, record: str, tab: Tab, there: str
) -> None:
    """What recurs in somebody's calendar stands with them, and has no place of its own."""
    assert where_stands(mercy, RecordId(record)) == (tab, there)


def test_a_reading_stands_with_its_number_and_a_vision_with_the_ratings(mercy: AccountView) -> None:
    """One looks for a reading on the map, and for a year ahead beside how it is seen now."""
    whole = mercy.relationship
    (vision,) = whole.visions
    assert where_stands(mercy, whole.readings[0].id) == (Tab.ALIGNMENT, "units")
    assert where_stands(mercy, whole.alignments[0].id) == (Tab.ALIGNMENT, whole.alignments[0].id)
    assert where_stands(mercy, vision.id) == (Tab.RELATIONSHIP, vision.id)


@pytest.mark.parametrize("record", ["meeting-2026-12-01", "promise-ours", "quote", "of-no-account"])
def test_what_has_a_moment_stands_on_the_timeline(mercy: AccountView, record: str) -> None:
    """No tab is gone to for it; nor for what is not of this account."""
    assert where_stands(mercy, RecordId(record)) is None


def test_the_number_of_who_left_stands_with_them(mercy: AccountView) -> None:
    """The map shows who is there now, so that one would look for it in vain."""
    left = Role(
        id=RecordId("left"),
        account_id=MERCY,
        person_id=DANA,
        side=Side.THEIRS,
        start=date(2024, 1, 1),
        end=date(2026, 9, 30),
    )
    others = tuple(each for each in mercy.relationship.roles if each.person_id != DANA)
    whole = replace(mercy.relationship, roles=(*others, left))
    assert where_stands(account_view(whole, mercy.now), RecordId("spend")) == (Tab.PEOPLE, "dana")
