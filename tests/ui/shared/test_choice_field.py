"""One of a few words, each standing for a value."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.domain.person import Support
from journal.ui.shared.choice_field import ChoiceField
from journal.ui.theme import Scheme, Theme

CHOICES = ((None, "not known"), (Support.AGAINST, "against us"), (Support.FOR, "for us"))


@pytest.fixture
def field(qtbot: QtBot) -> ChoiceField[Support | None]:
    """Show three choices."""
    made = ChoiceField[Support | None]("Stands to us", CHOICES)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    return made


def test_a_key_chooses_and_the_value_is_told(
    qtbot: QtBot, field: ChoiceField[Support | None]
) -> None:
    """The page gets the value itself, never a position or a word."""
    with qtbot.waitSignal(field.told) as heard:
        qtbot.keyClick(field, Qt.Key.Key_F)
    assert heard.args == [Support.FOR]
    assert field.value is Support.FOR


def test_to_take_a_choice_back_tells_none(qtbot: QtBot, field: ChoiceField[Support | None]) -> None:
    """None is a value like the others: "not known"."""
    field.show_value(Support.AGAINST)
    with qtbot.waitSignal(field.told) as heard:
        qtbot.keyClick(field, Qt.Key.Key_Up)
    assert heard.args == [None]


def test_to_show_a_value_tells_nothing(qtbot: QtBot, field: ChoiceField[Support | None]) -> None:
    """Else a page that is read again would write what it has just read."""
    with qtbot.assertNotEmitted(field.told):
        field.show_value(Support.FOR)
        field.set_choices(CHOICES[:2])
    assert field.value is None


def test_the_same_choices_again_keep_what_is_chosen(field: ChoiceField[Support | None]) -> None:
    """A page is read again while its list may be open."""
    field.show_value(Support.FOR)
    field.set_choices(CHOICES)
    assert field.value is Support.FOR
    field.set_choices([*CHOICES[:2], (Support.FOR, "with us")])
    assert field.value is None


def test_a_value_that_is_not_offered_shows_the_first(field: ChoiceField[Support | None]) -> None:
    """A boss who has left is offered no more; the page says "not known" then."""
    field.show_value(Support.FOR)
    field.show_value(Support.CHAMPION)
    assert field.currentText() == "not known"


def test_scrolling_past_chooses_nothing(field: ChoiceField[Support | None]) -> None:
    """A form that scrolls would change whatever comes under the pointer."""
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, wheel)
    assert field.value is None
    assert not wheel.isAccepted()


def test_no_row_of_its_list_is_cut(theme: Theme, field: ChoiceField[Support | None]) -> None:
    """In the stylesheet's list, Qt left half of the last row to an arrow that scrolls to it."""
    assert theme.scheme is Scheme.LIGHT
    field.showPopup()
    QApplication.processEvents()
    shown = field.view()
    last = shown.visualRect(shown.model().index(field.count() - 1, 0))
    assert last.height() > 0
    assert shown.viewport().rect().contains(last)
    field.hidePopup()
