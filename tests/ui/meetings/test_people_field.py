"""Who was there: chips, and a line in which known names are offered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from journal.domain.person import Person
from journal.domain.record import PersonId, RecordId
from journal.ui.meetings.people_field import PeopleField, elsewhere_words, known_people
from journal.ui.shared.known_field import Known
from tests.ui.case import DANA, LUIS, ME

PEOPLE = (
    Person(id=DANA, name="Dana Whitfield"),
    Person(id=LUIS, name="Johnson & Ortega"),
    Person(id=ME, name="Ana Calder", is_self=True),
)
ELSEWHERE = (
    Known(id=RecordId("erin"), words=elsewhere_words("Erin Wolff", "Harbor Health")),
    Known(id=DANA, words=elsewhere_words("Dana Whitfield", "Mercy General")),
    Known(id=RecordId("sam"), words=elsewhere_words("Sam", "")),
)


@pytest.fixture
def field(qtbot: QtBot) -> PeopleField:
    """Show an empty one."""
    made = PeopleField()
    qtbot.addWidget(made)
    made.offer(known_people(PEOPLE, ELSEWHERE))
    made.show()
    return made


def test_nobody_is_offered_twice_nor_oneself() -> None:
    """Those of the account by their names, others with where they belong."""
    assert [each.words for each in known_people(PEOPLE, ELSEWHERE)] == [
        *("Dana Whitfield", "Johnson & Ortega"),
        *("Erin Wolff · Harbor Health", "Sam"),
    ]


@pytest.mark.parametrize(
    ("typed", "person", "said"),
    [
        ("orteg", "luis", "Enter: Johnson & Ortega"),
        ("erin wolff", "erin", "Enter: Erin Wolff · Harbor Health"),
        ("sam", "sam", "Enter: Sam"),
    ],
)
def test_enter_takes_the_one_that_fits(
    qtbot: QtBot, field: PeopleField, typed: str, person: str, said: str
) -> None:
    """It is said beforehand whom."""
    qtbot.keyClicks(field.line, typed)
    assert field.said() == said
    with qtbot.waitSignal(field.added) as added:
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert added.args == [person]
    assert (field.line.text(), field.said()) == ("", "")


def test_a_new_name_makes_a_person(qtbot: QtBot, field: PeopleField) -> None:
    """That is said beforehand too."""
    qtbot.keyClicks(field.line, " Tom  Reed ")
    assert field.said() == "Enter adds a new person"
    with qtbot.waitSignal(field.named) as named:
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert named.args == ["Tom Reed"]


def test_a_long_name_is_cut_and_whole_in_its_tip(field: PeopleField) -> None:
    """It made the form wider than its window, and cut off what stands at the right."""
    long = "Count Dana von und zu Hohenlohe-Langenburg-Schillingsfürst of Ward 4"
    field.show_people([Person(id=DANA, name=long), PEOPLE[1]])
    first, second = field.findChildren(QPushButton)
    assert first.text().endswith("… ×")
    assert (first.toolTip(), first.accessibleName()) == (long, f"Take out {long}")
    assert (second.text(), second.toolTip()) == ("Johnson && Ortega ×", "")


def test_a_name_that_fits_two_is_not_guessed(qtbot: QtBot, field: PeopleField) -> None:
    """The wrong person in a meeting is worse than none."""
    qtbot.keyClicks(field.line, "w")
    with qtbot.assertNotEmitted(field.added), qtbot.assertNotEmitted(field.named):
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert (field.line.text(), field.said()) == ("w", "2 fit, say which")


def test_a_name_from_the_list_is_taken(qtbot: QtBot, field: PeopleField) -> None:
    """What the list says is not to be typed."""
    with qtbot.waitSignal(field.added) as added:
        field._completed("Erin Wolff · Harbor Health")
    assert added.args == ["erin"]
    with qtbot.assertNotEmitted(field.added):
        field._completed("Somebody else")


def test_pressing_a_name_and_backspace_take_people_out(qtbot: QtBot, field: PeopleField) -> None:
    """Both hands; whoever writes it down shows it then."""
    field.show_people(PEOPLE[:2])
    chips = field.findChildren(QPushButton)
    assert [each.text() for each in chips] == ["Dana Whitfield ×", "Johnson && Ortega ×"]
    chips[0].setFocus()
    with qtbot.waitSignal(field.removed) as removed:
        qtbot.mouseClick(chips[0], Qt.MouseButton.LeftButton)
    assert removed.args == [DANA]
    with qtbot.waitSignal(field.removed) as removed:
        qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert removed.args == [LUIS]
    field.show_people(PEOPLE[:1])
    field.show_people((Person(id=PersonId(RecordId("x")), name="X"),))
    shown = [each for each in field.findChildren(QPushButton) if each.isVisible()]
    assert [each.text() for each in shown] == ["X ×"]
