"""Everything that can be opened in the window, opened as its user does."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from journal.domain.plan import Norm
from journal.domain.record import Agreement, RecordId, Side, Visibility
from journal.operations import framework, reading, records
from journal.operations.journal import Journal
from journal.ui import failures
from journal.ui.brief.brief_preview import BriefPreview
from journal.ui.brief.day_pack_preview import DayPackPreview
from journal.ui.brief.framework_dialog import FrameworkDialog
from journal.ui.exchange.import_dialog import ImportDialog
from journal.ui.main_window import MainWindow
from journal.ui.negotiation.tab import NegotiationTab
from journal.ui.place import Place
from journal.ui.portfolio.page import PortfolioPage
from journal.ui.tabs import Tab
from tests.ui.case import MERCY, NEXT, TURNING
from tests.ui.windows import desk_of


@dataclass(frozen=True)
class Walked:
    """The window that everything is opened from."""

    qtbot: QtBot
    window: MainWindow
    journal: Journal

    def dialog(self) -> QWidget:
        """Return the dialog that is open."""
        (found,) = [each for each in self.window.findChildren(QDialog) if each.isVisible()]
        return found


def account(walked: Walked) -> QWidget:
    """Show the page of an account."""
    return walked.window


def meetings(walked: Walked) -> QWidget:
    """Show its table."""
    desk_of(walked.window).page.show_tab(Tab.MEETINGS)
    return walked.window


def people(walked: Walked) -> QWidget:
    """Show who is there."""
    desk_of(walked.window).page.show_tab(Tab.PEOPLE)
    return walked.window


def alignment(walked: Walked) -> QWidget:
    """Show how both sides are measured."""
    desk_of(walked.window).page.show_tab(Tab.ALIGNMENT)
    return walked.window


def negotiation(walked: Walked) -> QWidget:
    """Show what is prepared, with the details of a barrier."""
    desk_of(walked.window).page.choose(RecordId("barrier-slot"))
    return walked.window


def option(walked: Walked) -> QWidget:
    """Show how one was answered, and what it serves."""
    desk_of(walked.window).page.choose(RecordId("option"))
    return walked.window


def outcome(walked: Walked) -> QWidget:
    """Show what the next meeting should come to."""
    desk_of(walked.window).page.choose(RecordId("option"))
    (tab,) = walked.window.findChildren(NegotiationTab)
    tab.outline.choose("best")
    tab.outline.row_chosen.emit()
    return walked.window


def access(walked: Walked) -> QWidget:
    """Show when meetings hold."""
    desk_of(walked.window).page.show_tab(Tab.ACCESS)
    return walked.window


def relationship(walked: Walked) -> QWidget:
    """Show how both sides see it."""
    desk_of(walked.window).page.show_tab(Tab.RELATIONSHIP)
    return walked.window


def today(walked: Walked) -> QWidget:
    """Go there."""
    walked.window.commands.places[Place.TODAY].trigger()
    return walked.window


def follow_ups(walked: Walked) -> QWidget:
    """Go there."""
    walked.window.commands.places[Place.FOLLOW_UPS].trigger()
    return walked.window


def portfolio(walked: Walked) -> QWidget:
    """Go there, and wait for all of it."""
    walked.window.commands.places[Place.PORTFOLIO].trigger()
    (page,) = walked.window.findChildren(PortfolioPage)
    walked.qtbot.waitUntil(lambda: not page.is_reading)
    return walked.window


def empty(walked: Walked) -> QWidget:
    """Show what stands there before anything is written."""
    walked.window.show_empty()
    return walked.window


def deleted(walked: Walked) -> QWidget:
    """Show the bar that offers to take back what was deleted."""
    view = desk_of(walked.window).page.view
    assert view is not None
    records.trash(walked.journal, "Trash promise", view.relationship.promises[0])
    return walked.window


def log(walked: Walked) -> QWidget:
    """Log a meeting."""
    walked.window.commands.log_meeting.trigger()
    return walked.dialog()


def plan(walked: Walked) -> QWidget:
    """Plan a meeting where something stands in its way."""
    walked.window.commands.plan_meeting.trigger()
    dialog = walked.dialog()
    line = dialog.focusWidget()
    assert line is not None
    walked.qtbot.keyClicks(line, "thu 3 dec 14:00")
    return dialog


def change(walked: Walked) -> QWidget:
    """Change a planned meeting."""
    desk_of(walked.window).page.choose(NEXT)
    walked.window.commands.change_meeting.trigger()
    return walked.dialog()


def edit(walked: Walked) -> QWidget:
    """Change what was told of a meeting."""
    desk_of(walked.window).page.choose(TURNING)
    walked.window.commands.change_meeting.trigger()
    return walked.dialog()


def capture(walked: Walked) -> QWidget:
    """Note a line."""
    walked.window.commands.capture.trigger()
    return walked.dialog()


def new_account(walked: Walked) -> QWidget:
    """Add an account."""
    walked.window.commands.new_account.trigger()
    return walked.dialog()


def facts(walked: Walked) -> QWidget:
    """Change what is known of an account."""
    walked.window.commands.edit_account.trigger()
    return walked.dialog()


def files(walked: Walked) -> QWidget:
    """Show its files."""
    walked.window.commands.files.trigger()
    return walked.dialog()


def hand_over(walked: Walked) -> QWidget:
    """Hand the account over."""
    walked.window.commands.hand_over.trigger()
    return walked.dialog()


def merge(walked: Walked) -> QWidget:
    """Make one of two accounts."""
    walked.window.commands.merge_accounts.trigger()
    return walked.dialog()


def backups(walked: Walked) -> QWidget:
    """Show the backups."""
    walked.window.commands.backups.trigger()
    return walked.dialog()


def move(walked: Walked) -> QWidget:
    """Move the journal."""
    walked.window.commands.move_journal.trigger()
    return walked.dialog()


def palette(walked: Walked) -> QWidget:
    """Search."""
    walked.window.commands.search.trigger()
    return walked.dialog()


def past(walked: Walked) -> QWidget:
    """Show what was done to a record."""
    walked.window.commands.what_changed.trigger()
    return walked.dialog()


def trash(walked: Walked) -> QWidget:
    """Show the trash, with something in it."""
    deleted(walked)
    walked.window.commands.trash.trigger()
    return walked.dialog()


def keys(walked: Walked) -> QWidget:
    """Show the keys."""
    walked.window.commands.keys.trigger()
    return walked.dialog()


def preview(walked: Walked) -> QWidget:
    """Show a brief."""
    walked.window.commands.print_brief.trigger()
    found = walked.window.findChildren(BriefPreview)[0]
    walked.qtbot.waitUntil(lambda: found.is_ready, timeout=30_000)
    return found


def day_pack(walked: Walked) -> QWidget:
    """Show the briefs of a day."""
    walked.window.commands.print_day.trigger()
    (found,) = walked.window.findChildren(DayPackPreview)
    walked.qtbot.waitUntil(lambda: found.is_ready, timeout=30_000)
    return found


def erasing(walked: Walked) -> QWidget:
    """Ask before somebody is erased whose name stands in a text."""
    whole = reading.relationship(walked.journal, MERCY)
    records.edit(walked.journal, "Edit", replace(whole.account, note="Dana Whitfield <b>"))
    people(walked)
    dana = next(each for each in whole.people if each.name == "Dana Whitfield")
    desk_of(walked.window).papers.ask_erase(dana.id)
    return walked.dialog()


def to_share(walked: Walked) -> QWidget:
    """Show the page to share, where nothing is on it yet."""
    walked.window.commands.share_page.trigger()
    found = walked.window.findChildren(FrameworkDialog)[0]
    walked.qtbot.waitUntil(found.refusal.isVisible, timeout=30_000)
    return found


def shared(walked: Walked) -> QWidget:
    """Show a version that was issued, with one line and what they said to it."""
    norm = Norm(id=RecordId("norm"), account_id=MERCY, text="call first", side=Side.OURS)
    records.add(walked.journal, "Add", replace(norm, visibility=Visibility.SHAREABLE))
    framework.issue(walked.journal, MERCY, recipients=("Dana Whitfield",))
    line = framework.versions(walked.journal, MERCY)[0].lines[0]
    framework.note_agreement(walked.journal, line, Agreement.CHANGED, "call the day before")
    walked.window.commands.share_page.trigger()
    found = walked.window.findChildren(FrameworkDialog)[0]
    found.which.setCurrentIndex(1)
    found.which.activated.emit(1)
    walked.qtbot.waitUntil(lambda: found.is_ready, timeout=30_000)
    return found


def importing(walked: Walked) -> QWidget:
    """Show an import that is done."""
    made = ImportDialog([], desk_of(walked.window).errands._workbench, walked.window)
    made.show()
    return made


def failure(walked: Walked) -> QWidget:
    """Say that something went wrong."""
    made = failures.box(walked.window, ValueError("impossible"))
    made.show()
    return made


OPENED = [
    *(account, meetings, people, alignment, negotiation, option, outcome, access, relationship),
    *(today, follow_ups, portfolio, empty, deleted, log, palette),
    *(plan, change, edit, capture, new_account, facts, files, hand_over, merge, backups, move),
    *(past, trash, keys, preview, day_pack, erasing, to_share, shared, importing, failure),
]
Opener = Callable[[Walked], QWidget]
