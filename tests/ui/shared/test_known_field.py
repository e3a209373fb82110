"""A line for a name that offers those who are known."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QListView
from pytestqt.qtbot import QtBot

from journal.domain.record import RecordId
from journal.ui.shared.known_field import Known, KnownField

DANA = Known(id=RecordId("dana"), words="Dana Whitfield · Mercy General")
LUIS = Known(id=RecordId("luis"), words="Luis Ortega · Harbor Health")
OTHER_LUIS = Known(id=RecordId("other-luis"), words="luis ortega · Harbor Health")


@pytest.fixture
def field(qtbot: QtBot) -> KnownField:
    """Show a line that knows two people, one of them twice."""
    made = KnownField("Name")
    qtbot.addWidget(made)
    made.set_known([DANA, LUIS, OTHER_LUIS])
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    return made


def offered(field: KnownField) -> list[str]:
    """Return what the list under the line offers."""
    completer = field.completer()
    assert isinstance(completer, QCompleter)
    model = completer.completionModel()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_any_part_of_a_name_finds_it(qtbot: QtBot, field: KnownField) -> None:
    """One remembers a surname, or where somebody works."""
    qtbot.keyClicks(field, "harbor")
    assert offered(field) == [LUIS.words]


def test_a_known_one_is_picked_with_the_arrow_keys(qtbot: QtBot, field: KnownField) -> None:
    """Then the person is meant, and nobody is entered twice."""
    qtbot.keyClicks(field, "whit")
    popup = field.completer().popup()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert field.text() == DANA.words
    assert field.known_id() == "dana"


def test_a_name_typed_in_full_is_the_known_one(field: KnownField) -> None:
    """However it is spaced and whatever its case; of two alike the first is meant."""
    field.setText("  LUIS ORTEGA · harbor health ")
    assert field.known_id() == "luis"


def test_another_name_is_a_new_one(field: KnownField) -> None:
    """Part of a known name is not that person."""
    field.setText("Dana")
    assert field.known_id() is None


def test_thousands_are_offered_at_a_key_without_each_being_measured(
    qtbot: QtBot, field: KnownField
) -> None:
    """Twelve thousand held up each key for a fifth of a second."""
    popup = field.completer().popup()
    assert isinstance(popup, QListView)
    assert popup.uniformItemSizes()
