"""What is prepared, as it is read: the answer, the rows, closed negotiations, an empty account."""

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester

from journal.operations import records
from journal.ui.main_window import MainWindow
from journal.ui.negotiation.tab import NegotiationTab
from journal.ui.tabs import Tab
from tests.ui.case import EASTSIDE
from tests.ui.negotiation.conftest import ACCESS, BUDGET, BUNDLE, CLOSED, REVIEW, Seen
from tests.ui.windows import desk_of


def test_it_is_made_when_first_looked_at(window: MainWindow) -> None:
    """The first picture does not wait for it."""
    page = desk_of(window).page
    assert page.findChild(NegotiationTab) is None
    window.commands.show_negotiation.trigger()
    assert page.tabs.currentIndex() == Tab.NEGOTIATION
    assert page.findChild(NegotiationTab) is not None


def test_it_opens_with_what_stands_between_us_our_own_part_first(seen: Seen) -> None:
    """The case has one barrier of theirs that stands, too, and one that was lifted."""
    assert seen.tab.answer() == (
        "“We waste her time” stands between us: our own part, and not acknowledged yet. "
        "So does 1 more barrier."
    )
    assert seen.texts("What stands between us") == [
        "We waste her time",
        "add our own part",
        "No access to the P&T committee",
        "Staff meeting Thu 15:00 sits right behind our slot",
        "add a part of theirs",
    ]


def test_a_line_says_what_is_known_of_it(seen: Seen) -> None:
    """How it is known, and how an option was answered, what it serves and meets."""
    assert seen.go_to(BUDGET).notes == ("said by Dana Whitfield, 3 Sep",)
    assert seen.go_to(ACCESS).notes == ()
    assert seen.go_to(REVIEW).notes == ("not raised yet", "serves No surprise in the budget")
    assert seen.go_to("option").notes == ("“not a priority”, 3 Sep, refused",)
    assert seen.go_to("barrier-slot").notes == (
        "lifted 3 Sep: moved to Tue 10:00",
        "named by us, 3 Sep",
        "a guess",
    )
    assert seen.go_to("waste").spoken == (
        "barrier, Ours, We waste her time, not acknowledged yet, named by Dana Whitfield, 3 Sep"
    )


def test_a_closed_negotiation_stays_readable(seen: Seen) -> None:
    """It is said that it is over, and how; nothing can be added to it."""
    seen.tab.choose(CLOSED)
    assert seen.tab.answer() == "Closed on 30 Jun 2025: Nothing could be done"
    assert "closed" in seen.tab.grounds()
    assert [each.text for each in seen.tab.outline.rows()] == ["Options", "Bundle price"]
    assert seen.tab.details.reading.text.text() == "Bundle price"
    assert seen.tab.details.reading.notes.text() == "“Too dear”, 4 Jun 2025"


def test_a_line_is_gone_to_in_whichever_negotiation_it_stands(seen: Seen) -> None:
    """From the search, say; then back to what goes on."""
    page = desk_of(seen.window).page
    page.show_tab(Tab.TIMELINE)
    page.choose(BUNDLE)
    assert page.tabs.currentIndex() == Tab.NEGOTIATION
    chosen = seen.tab.outline.current()
    assert chosen is not None
    assert chosen.key == BUNDLE
    page.choose(REVIEW)
    assert seen.tab.answer().startswith("“We waste her time”")


def test_an_account_with_nothing_says_what_to_begin_with(seen: Seen) -> None:
    """Each part offers its first line."""
    desk_of(seen.window).open_account(EASTSIDE)
    assert seen.tab.answer() == (
        "Nothing is prepared yet. Begin with what stands between us, your own part first."
    )
    assert seen.texts("What stands between us") == ["add our own part", "add a part of theirs"]
    assert seen.texts("The next meeting") == ["No meeting is planned"]


def test_the_rows_are_a_true_model(seen: Seen) -> None:
    """Qt checks it, also while what is shown changes."""
    model = seen.tab.outline.model()
    assert isinstance(model, QAbstractItemModel)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    norms = seen.whole.norms
    records.trash(seen.journal, "Trash norm", norms[0])
    assert seen.texts("Working well looks like")[0] == "end on time"
    seen.undo()
    assert seen.texts("Working well looks like")[:2] == ["come on Tuesdays", "end on time"]
    seen.tab.choose(CLOSED)
