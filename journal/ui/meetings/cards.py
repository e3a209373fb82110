"""The two cards under the evidence: the chosen meeting, and what matters before the next."""

from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from journal.domain.meeting import Meeting
from journal.ui.meetings import chosen_words
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.entries import Entry, EntryList
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.marked_text import MarkedText, Run
from journal.ui.theme import Theme
from journal.wording import _

_MARGINS = (14, 12, 10, 8)


class ChosenCard(QFrame):
    """When it was, what became of it, with whom, and all that hangs on it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        content = column(self, margins=_MARGINS, gap=6)
        self._heading = MarkedText(theme)
        self._entries = EntryList(theme, _("The chosen meeting"))
        content.addWidget(self._heading)
        content.addWidget(self._entries, 1)
        self.meeting: Meeting | None = None

    def show_meeting(self, view: AccountView, meeting: Meeting) -> None:
        """Show another meeting."""
        self.meeting = meeting
        self._heading.set_runs(chosen_words.heading(view, meeting))
        self._entries.show_entries(chosen_words.entries(view, meeting))

    def show_words(self, words: str) -> None:
        """Show what is said of a record that came up in no meeting."""
        self.meeting = None
        self._heading.set_runs((Run(words),))
        self._entries.show_entries(())

    def show_none(self) -> None:
        """Say what would stand here."""
        self.show_words(_("No meeting yet. The first one that you log stands here."))

    def texts(self) -> tuple[str, ...]:
        """Return heading and rows as words."""
        return (self._heading.text(), *self._entries.texts())


class BeforeCard(QFrame):
    """What is in the way, owed, open, and to be asked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        content = column(self, margins=_MARGINS, gap=6)
        self._title = Label(kind=Kind.STRONG)
        self._entries = EntryList(theme, _("Before the next meeting"))
        content.addWidget(self._title)
        content.addWidget(self._entries, 1)

    def show_account(self, view: AccountView) -> None:
        """Show what matters now; what it rests on is imported here, after the first picture."""
        from journal.analysis.digest import digest
        from journal.ui.meetings import before_words

        found = digest(view.relationship, meeting=view.next_meeting, now=view.now)
        self._title.setText(before_words.title(found))
        entries = before_words.entries(view.relationship, found)
        nothing = Entry(text=_("Nothing is owed and nothing stands open."))
        self._entries.show_entries(entries or (nothing,))

    def texts(self) -> tuple[str, ...]:
        """Return title and rows as words."""
        return (self._title.text(), *self._entries.texts())
