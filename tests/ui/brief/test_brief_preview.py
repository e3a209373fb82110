"""The brief in the window: for which meeting it is, and what it lacks."""

from collections.abc import Callable
from datetime import date, time

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journal.domain.rating import Viewpoint
from journal.domain.record import MeetingId, Side
from journal.domain.span import When
from journal.operations.journal import Journal
from journal.operations.planning import Visits, plan_visits
from journal.operations.reading import meeting
from journal.ui.account_page import AccountPage
from journal.ui.alignment.new_number import NewNumberForm
from journal.ui.brief.brief_preview import BriefPreview
from journal.ui.main_window import MainWindow
from journal.ui.meetings.plan_change import ChangeForm
from journal.ui.negotiation.outline import Outline
from journal.ui.relationship.rate_card import RateCard
from journal.ui.relationship.words import VIEWPOINTS
from journal.ui.tabs import Tab
from tests.ui.case import EASTSIDE, MERCY, NEXT, ZONE

Fill = Callable[[str], QWidget]

LONG_MS = 30_000


def previewed(qtbot: QtBot, window: MainWindow) -> BriefPreview:
    """Ask for the brief by its key, and wait for its pages."""
    window.commands.print_brief.trigger()
    made = window.findChildren(BriefPreview)[-1]
    qtbot.waitUntil(lambda: made.is_ready, timeout=LONG_MS)
    return made


def text_of(preview: BriefPreview) -> str:
    """Read the first page back."""
    assert preview._set is not None
    page = pypdfium2.PdfDocument(preview._set.pdf)[0]
    return str(page.get_textpage().get_text_range())


def row_of(preview: BriefPreview, words: str) -> QWidget:
    """Find what is missing by its words."""
    numbers = [each.text for each in preview.missing.lines()]
    return preview.missing.stops()[numbers.index(words)]


def page_of(window: MainWindow) -> AccountPage:
    """Return the account's page."""
    return window.findChildren(AccountPage)[0]


def plan_another(journal: Journal) -> MeetingId:
    """Plan a second visit a week after the next one."""
    when = When(day=date(2026, 12, 8), time=time(15, 30), zone=ZONE)
    change = plan_visits(journal, Visits(account_id=MERCY, times=(when,)))
    return MeetingId(next(each for each in change.ids if each != NEXT))


def test_it_is_for_the_next_meeting_unless_another_is_set_off(
    qtbot: QtBot, window: MainWindow, journal: Journal
) -> None:
    """The last held visit is set off at first; a brief for it would help nobody."""
    another = plan_another(journal)
    preview = previewed(qtbot, window)
    assert "Tue 1 Dec 2026" in text_of(preview)
    preview.reject()
    page_of(window).choose(another)
    assert "Tue 8 Dec 2026" in text_of(previewed(qtbot, window))


def test_another_planned_meeting_is_a_choice_away(
    qtbot: QtBot, window: MainWindow, journal: Journal
) -> None:
    """Both that are ahead can be chosen, in order of time, and none that was held."""
    plan_another(journal)
    preview = previewed(qtbot, window)
    picker = preview.meeting
    assert [picker.itemText(each) for each in range(picker.count())] == [
        "Tue 1 Dec, 10:00",
        "Tue 8 Dec, 15:30",
    ]
    picker.setFocus()
    qtbot.keyClick(picker, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: preview.is_ready, timeout=LONG_MS)
    assert "Tue 8 Dec 2026" in text_of(preview)


def test_nothing_is_chosen_where_one_meeting_is_planned(qtbot: QtBot, window: MainWindow) -> None:
    """A choice of one is none."""
    assert previewed(qtbot, window).meeting.isHidden()


def test_what_is_missing_leads_to_its_field(
    qtbot: QtBot, window: MainWindow, journal: Journal
) -> None:
    """The second visit of Mercy has no opening sentence: Enter on it, and one types."""
    another = plan_another(journal)
    preview = previewed(qtbot, window)
    preview.meeting.setCurrentIndex(1)
    preview.meeting.activated.emit(1)
    row = row_of(preview, "How you begin")
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    form = window.findChildren(ChangeForm)[0]
    assert form.focusWidget() is form.opening
    qtbot.keyClicks(form.opening, "We wasted your time.")
    form.accept()
    assert meeting(journal, another).opening == "We wasted your time."


def test_what_is_missing_of_an_account_leads_to_its_tab(qtbot: QtBot, window: MainWindow) -> None:
    """Eastside was never rated by its people."""
    window.sidebar.account_chosen.emit(EASTSIDE)
    preview = previewed(qtbot, window)
    row = row_of(preview, "How they rate the relationship")
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert page_of(window).tabs.currentIndex() == Tab.RELATIONSHIP
    assert not preview.isVisible()


@pytest.fixture
def fill(qtbot: QtBot, window: MainWindow) -> Fill:
    """Take a line of what the brief of Eastside lacks, which has nothing yet."""
    with qtbot.waitActive(window):
        window.show()
    window.sidebar.account_chosen.emit(EASTSIDE)

    def take(words: str) -> QWidget:
        preview = previewed(qtbot, window)
        qtbot.mouseClick(row_of(preview, words), Qt.MouseButton.LeftButton)
        found = window.focusWidget()
        assert found is not None
        return found

    return take


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Why they want what they want", "interests theirs"),
        ("Why you want what you want", "interests ours"),
        ("A fair yardstick", "criteria shared"),
        ("An idea to solve it", "options"),
        ("What they do if nothing is agreed", "alternatives theirs"),
        ("Where you see this in a year", "visions ours"),
        ("What you will do to work well together", "norms ours"),
    ],
)
def test_what_is_to_be_prepared_is_typed_at_once(fill: Fill, words: str, key: str) -> None:
    """The row of that kind is set off, and a letter begins a line in it."""
    there = fill(words)
    assert isinstance(there, Outline)
    row = there.current()
    assert row is not None
    assert row.key == key


def test_a_rating_that_is_missing_is_asked_of_the_side_that_did_not_give_it(
    fill: Fill, window: MainWindow
) -> None:
    """What they say is not our guess of it, which the tab asks for first."""
    there = fill("How they rate the relationship")
    card = window.findChildren(RateCard)[0]
    assert card.level.levels.isAncestorOf(there)
    assert VIEWPOINTS[card.sides.position] is Viewpoint.THEIRS_SAID


def test_how_we_are_measured_is_typed_at_once(fill: Fill, window: MainWindow) -> None:
    """The form of a new number stands ready for one of ours."""
    there = fill("How you are measured")
    new = window.findChildren(NewNumberForm)[0]
    assert there is new.name
    assert new.whose.value[0] is Side.OURS
