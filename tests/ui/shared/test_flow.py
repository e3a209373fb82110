"""Things beside each other, and below where a row is full."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journal.ui.shared.flow import Flow


def test_what_does_not_fit_beside_goes_below(qtbot: QtBot) -> None:
    """Three of 100 pixels in 220; what is wider than all of it gets all of it."""
    field = QWidget()
    qtbot.addWidget(field)
    flow = Flow(field, gap=10)
    things = [QWidget() for _each in range(3)]
    for thing in things:
        thing.setFixedSize(100, 20)
        flow.addWidget(thing)
    hidden = QWidget()
    flow.insert(0, hidden)
    field.resize(220, 100)
    field.show()
    hidden.hide()
    flow.activate()
    assert [(each.x(), each.y()) for each in things] == [(0, 0), (110, 0), (0, 30)]
    assert (flow.heightForWidth(220), flow.heightForWidth(330)) == (50, 20)
    things[1].setFixedSize(100, 10)
    flow.activate()
    assert things[1].y() == 5
    assert Flow().heightForWidth(100) == 0
    assert flow.count() == 4
    assert (flow.itemAt(9), flow.takeAt(9)) == (None, None)
    assert flow.minimumSize().width() == 100
