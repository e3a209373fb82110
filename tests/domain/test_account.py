"""An account, and how it is recognised when it comes again."""

import pytest

from journal.domain.account import Account, Aim, Origin
from journal.domain.record import AccountId, RecordId

ID = AccountId(RecordId("a"))


def test_an_account_is_maintained_until_it_has_an_aim() -> None:
    """Every account has one of the three aims."""
    assert Account(id=ID, name="Mercy General").aim is Aim.MAINTAIN


def test_an_account_needs_a_name() -> None:
    """It could not be found again."""
    with pytest.raises(ValueError, match="empty"):
        Account(id=ID, name=" ")


def test_an_account_in_an_unknown_zone_is_refused() -> None:
    """Its weekdays and hours could not be told."""
    assert Account(id=ID, name="M", time_zone="America/New_York").time_zone
    with pytest.raises(ValueError, match="no such time zone"):
        Account(id=ID, name="M", time_zone="Dayton")


def test_a_journey_takes_no_negative_time() -> None:
    """Nought is next door; less is a slip."""
    assert Account(id=ID, name="M", travel_min=0).travel_min == 0
    with pytest.raises(ValueError, match="journey"):
        Account(id=ID, name="M", travel_min=-1)


def test_an_interval_of_contact_is_a_day_or_more() -> None:
    """Nought days would be overdue at once and for ever."""
    assert Account(id=ID, name="M", contact_interval_days=1).contact_interval_days == 1
    with pytest.raises(ValueError, match="no interval"):
        Account(id=ID, name="M", contact_interval_days=0)


@pytest.mark.parametrize(("source", "key"), [("", "k"), ("csv", " ")])
def test_an_origin_names_its_source_and_its_key(source: str, key: str) -> None:
    """A second import could not recognise anything without both."""
    origin = Origin(id=RecordId("o"), record=RecordId("m"), source="csv", key="row 7")
    assert origin.key == "row 7"
    with pytest.raises(ValueError, match="empty"):
        Origin(id=RecordId("o"), record=RecordId("m"), source=source, key=key)
