"""What the next meeting should come to: best, least, and the sentence that opens it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from journal.domain.person import Person
from journal.ui.negotiation.words import apart
from journal.ui.saving import Saver
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.buttons import other_button
from journal.ui.shared.form import Form, Scrolled
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.saved_fields import SavedText
from journal.ui.shared.words import full_when_words
from journal.wording import _

_TEXT_LINES = 3
_BESIDE_LETTERS = 44


class MeetingPanel(QWidget):
    """`plan_wanted` says that none is planned, and one should be."""

    plan_wanted = Signal()

    def __init__(self, saver: Saver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("facts")
        self._when = Label(kind=Kind.STRONG, wraps=True)
        self._who = Label(kind=Kind.MUTE, wraps=True)
        self.best = _text(saver, _("Best outcome: what they will do, by when"))
        self.least = _text(saver, _("Least acceptable outcome: what they will do, by when"))
        self.opening = _text(saver, _("Opening sentence"))
        self.plan = other_button(_("Plan meeting…"))
        self._form = Form(beside_letters=_BESIDE_LETTERS)
        self._form.add(_("Best outcome"), self.best)
        self._form.add(_("Least acceptable"), self.least)
        self._form.add(_("Opening"), self.opening)
        self._hint = Label(
            _("Best and least are what they will do, by when; a price is ours, and no outcome."),
            Kind.MUTE,
            wraps=True,
        )
        content = QWidget()
        inside = column(content, margins=(16, 12, 12, 16), gap=8)
        for each in (self._when, self._who, self._form, self._hint):
            inside.addWidget(each)
        inside.addWidget(self.plan, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        column(self, margins=(0, 0, 0, 0), gap=0).addWidget(Scrolled(_("Next meeting"), content))
        self.plan.clicked.connect(self._plan_clicked)

    def show_account(self, view: AccountView, key: str) -> None:
        """Show the next meeting.

        Args:
            view: Of the account.
            key: Which of the three texts the keys go to: best, least or opening.
        """
        meeting = view.next_meeting
        self._form.setVisible(meeting is not None)
        self._hint.setVisible(meeting is not None)
        self._who.setVisible(meeting is not None)
        self.plan.setVisible(meeting is None)
        if meeting is None:
            self._when.setText(_("No meeting is planned."))
            self.setFocusProxy(self.plan)
            return
        fields = {"best": self.best, "least": self.least, "opening": self.opening}
        self.setFocusProxy(fields.get(key, self.best))
        self._when.setText(full_when_words(meeting.when))
        self._who.setText(_names(view.people_at(meeting)))
        self._who.setVisible(bool(self._who.text()))
        self.best.bind(meeting, "best", _("Edit best outcome"))
        self.least.bind(meeting, "least", _("Edit least acceptable outcome"))
        self.opening.bind(meeting, "opening", _("Edit opening"))

    @Slot()
    def _plan_clicked(self) -> None:
        self.plan_wanted.emit()


def _names(people: Iterable[Person]) -> str:
    return ", ".join(apart(each.name) for each in people)


def _text(saver: Saver, name: str) -> SavedText:
    made = SavedText(saver, name)
    made.setFixedHeight(_TEXT_LINES * made.fontMetrics().lineSpacing() + 14)
    return made
