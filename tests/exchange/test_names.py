"""Which spellings are one organisation, and which are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.exchange.names import organisation_form, person_form


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thiess Pty Ltd", "Thiess Pty Limited"),
        ("Thiess Pty Ltd", "THIESS  Pty. Ltd."),
        ("Busways Group Pty Ltd", "BusWays Group Proprietary Limited"),
        ("Bradcorp Holdings P/L", "Bradcorp Holdings Pty Ltd"),
        ("Ernst & Young", "Ernst and Young"),
        ("Ernst&Young", "Ernst and Young"),
        ("KU Children’s Services", "KU Children's Services"),
        ("Macquarie Group Limited", "Macquarie Group Ltd:"),
        ("SŽ, d.o.o.", "SŽ d. o. o."),
        ("Roche Holding Ltd, Basel", "ROCHE HOLDING LTD, BASEL"),
        ("Ｎｏｒｃｏ Co–operative", "Norco Co-operative"),
        ("Acme, Inc.", "Acme Incorporated"),
    ],
)
def test_spellings_of_one_organisation_are_one(one: str, other: str) -> None:
    """Or each would be a customer of its own, with half of its meetings."""
    assert organisation_form(one) == organisation_form(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Müller GmbH", "Muller GmbH"),
        ("Thiess Pty Ltd", "Thiess"),
        ("Ward 1", "Ward 2"),
        ("Health Network (North)", "Health Network"),
        ("Lend Lease Asia", "Lend Lease Malaysia"),
        ("Smith, Jones", "Smith Jones"),
        ("Unlimited Care", "Unltd Care"),
    ],
)
def test_different_organisations_stay_apart(one: str, other: str) -> None:
    """Two customers mixed are worse than one customer twice."""
    assert organisation_form(one) != organisation_form(other)


@pytest.mark.parametrize("name", ["...", " - ", "Ltd", "&"])
def test_a_name_of_signs_alone_is_still_a_name(name: str) -> None:
    """It must not become the empty name that all others of its kind share."""
    assert organisation_form(name)


@given(st.text(min_size=1))
def test_a_form_is_its_own_form(name: str) -> None:
    """Forms are kept in the journal and compared with forms made later."""
    form = organisation_form(name)

    assert organisation_form(form) == form


def test_a_person_is_known_by_the_letters_of_the_name() -> None:
    """Case and spaces come and go between two exports; a full stop may be an initial."""
    assert person_form("  dana   WHITFIELD ") == "dana whitfield"
    assert person_form("M. Reyes") != person_form("M Reyes")
