"""Finding whoever is known already under a like name."""

from dataclasses import replace
from datetime import date

import pytest

from journal.domain.account import Account, Origin
from journal.domain.person import Person, Role
from journal.domain.record import AccountId, PersonId, RecordId, Side
from journal.operations import known, records
from journal.operations.journal import Journal
from tests.operations.conftest import DANA, MERCY

HARBOR = Account(id=AccountId(RecordId("harbor")), name="Harbor Health")


def account(name: str) -> Account:
    """Make one."""
    return Account(id=AccountId(RecordId(name)), name=name)


@pytest.mark.parametrize(
    "typed",
    ["mercy general", "Mercy General Ltd", "Mercy", "Mercy Genral", "Dayton Mercy General"],
)
def test_an_account_is_met_again_under_a_like_name(journal: Journal, typed: str) -> None:
    """Case, a legal form, the beginning, a slip of the pen, one more word."""
    assert [each.id for each in known.similar_accounts(journal, typed)] == [MERCY.id]


@pytest.mark.parametrize("typed", ["", "  ", "General", "Harbor Health", "Мерси"])
def test_another_name_is_another_account(journal: Journal, typed: str) -> None:
    """One word in common is no reason to ask."""
    assert known.similar_accounts(journal, typed) == ()


def test_the_same_name_comes_first_and_the_asked_one_not_at_all(journal: Journal) -> None:
    """The account that is being named does not warn of itself."""
    journal.write("Add", add=[account("Mercy General East"), account("Mercy")])

    found = known.similar_accounts(journal, "MERCY GENERAL", but=AccountId(RecordId("Mercy")))
    assert [each.name for each in found] == ["Mercy General", "Mercy General East"]


def test_an_account_is_known_by_the_name_it_was_imported_under(journal: Journal) -> None:
    """It may have been renamed since."""
    origin = Origin(id=RecordId("o"), record=MERCY.id, source="name", key="old mill hospital")
    journal.write("Import", add=[origin])

    assert [each.id for each in known.similar_accounts(journal, "Old Mill Hospital")] == [MERCY.id]


@pytest.mark.parametrize(
    "typed", ["dana  whitfield", "Whitfield, Dana", "D. Whitfield", "Dana", "Dana Whitfeild"]
)
def test_a_person_is_met_again_under_a_like_name(journal: Journal, typed: str) -> None:
    """As the name stands on a card, in a list, in a hurry."""
    assert [each.id for each in known.similar_people(journal, typed)] == [DANA.id]


@pytest.mark.parametrize("typed", ["", "Karl Whitfield", "E. Whitfield", "Erin"])
def test_another_persons_name_is_let_be(journal: Journal, typed: str) -> None:
    """A family has several members."""
    assert known.similar_people(journal, typed) == ()


def test_a_person_does_not_warn_of_themselves(journal: Journal) -> None:
    """Nor does an accent make two of one."""
    jose = Person(id=PersonId(RecordId("jose")), name="José Núñez")
    journal.write("Add", add=[jose])

    assert known.similar_people(journal, "Jose Nunez", but=DANA.id) == (
        replace(jose, revision=known.similar_people(journal, "José Núñez")[0].revision),
    )
    assert known.similar_people(journal, "José Núñez", but=jose.id) == ()


def test_where_else_somebody_has_a_place(journal: Journal) -> None:
    """What lasts comes first; an account in the trash is nowhere."""
    gone = account("Gone")
    roles = [
        Role(
            id=RecordId("1"), account_id=HARBOR.id, person_id=DANA.id, side=Side.THEIRS, title="A"
        ),
        Role(
            id=RecordId("2"),
            account_id=HARBOR.id,
            person_id=DANA.id,
            side=Side.THEIRS,
            title="B",
            end=date(2025, 1, 1),
        ),
        Role(id=RecordId("3"), account_id=gone.id, person_id=DANA.id, side=Side.THEIRS, title="C"),
    ]
    journal.write("Add", add=[HARBOR, gone, *reversed(roles)])
    records.trash(journal, "Trash", gone)

    found = known.roles_elsewhere(journal, DANA.id, MERCY.id)
    assert [(each.account.name, each.role.title) for each in found] == [
        ("Harbor Health", "A"),
        ("Harbor Health", "B"),
    ]


def test_the_people_of_an_account_are_met_again_anywhere(journal: Journal) -> None:
    """Of two in the account each pair once; of two elsewhere nothing is asked."""
    twin = Person(id=PersonId(RecordId("twin")), name="D. Whitfield")
    far = Person(id=PersonId(RecordId("far")), name="Dana Whitfeld")
    others = [
        Person(id=PersonId(RecordId(each)), name=each) for each in ("Olga Nova", "Olga Novak")
    ]
    role = Role(
        id=RecordId("t"), account_id=MERCY.id, person_id=twin.id, side=Side.THEIRS, title="D"
    )
    journal.write("Add", add=[twin, far, *others, role])

    found = known.twins(journal, MERCY.id)
    assert [(one.id, two.id) for one, two in found] == [("dana", "twin"), ("dana", "far")]
    assert known.twins(journal, HARBOR.id) == ()


def test_one_name_in_two_spellings() -> None:
    """As an import takes them for one."""
    assert known.same_name("Mercy General Ltd.", "MERCY  GENERAL LIMITED")
    assert not known.same_name("Mercy General", "Mercy General East")
