"""What the tabs of an account's page have in common that are made once they are looked at."""

from PySide6.QtGui import QHideEvent
from typing_extensions import override

from journal.analysis.missing import Missing
from journal.domain.record import PersonId, RecordId
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.page import Page


class Evidence(Page):
    """One kind of evidence; see `Page` for its signals."""

    @property
    def person(self) -> PersonId | None:
        """Who is shown; None where it is not about one person."""
        return None

    def show_account(self, view: AccountView) -> None:
        """Show another account, or the same as it is now."""

    def choose(self, record_id: RecordId) -> None:
        """Set something off that is shown here."""

    def fill(self, missing: Missing) -> None:
        """Go to where something is filled in that a brief lacks."""

    def leave(self) -> None:
        """Save what is typed, before it is out of sight."""

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # not where only the window was made small
            self.leave()
