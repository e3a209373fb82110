"""When and where a meeting was, and how long it took: what is mostly known from the plan."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot

from journal.domain.meeting import Meeting
from journal.domain.span import When
from journal.typed.understood import Bearings
from journal.ui.meetings.when_reader import WhenField, when_reader, when_text
from journal.ui.saving import Saver
from journal.ui.shared.form import Form
from journal.ui.shared.read_field import ReadField
from journal.ui.shared.readings import minutes_text, read_minutes
from journal.ui.shared.saved_fields import SavedLine
from journal.wording import _


class AppointmentFields(QObject):
    """Some rows of a form; `when_told` and `minutes_told` say what was typed."""

    when_told = Signal(When)
    minutes_told = Signal(object)

    def __init__(self, form: Form, saver: Saver, bearings: Callable[[], Bearings]) -> None:
        """Add the rows.

        Args:
            bearings: When and where a moment is typed; it looks back.
        """
        super().__init__(form)
        self._form = form
        self._day = date.min
        self.when = WhenField(_("When it was"), when_reader(bearings, day=self._own_day))
        self.minutes = ReadField(_("How long it was to take"), read_minutes)
        self.place = SavedLine(saver, _("Where it was"))
        self.place.setPlaceholderText(_("the account's own address"))
        form.add(_("When"), self.when)
        form.add(_("Takes"), self.minutes)
        form.add(_("Where"), self.place)
        self.when.told.connect(self._when_told)
        self.minutes.told.connect(self.minutes_told)

    def show_meeting(self, meeting: Meeting | None, when: When, *, visible: bool) -> None:
        """Show a meeting's, or only when one was that is not in the journal."""
        self._day = when.day
        self._form.set_visible(self.when, visible=visible or meeting is None)
        for field in (self.minutes, self.place):
            self._form.set_visible(field, visible=visible and meeting is not None)
        self.when.show_value(when, when_text(when))
        if meeting is None:
            self.place.unbind()
        else:
            self.minutes.show_value(meeting.minutes, minutes_text(meeting.minutes))
            self.place.bind(meeting, "place", _("Edit place"))

    def finish(self) -> bool:
        """Take what is typed as it stands; False where it is not understood."""
        fields = (self.when, self.minutes)
        understood = [each.finish() for each in fields if each.isVisible()]
        return all(understood)

    def _own_day(self) -> date:
        return self._day

    @Slot(object)
    def _when_told(self, when: When | None) -> None:
        if when is not None:
            self.when_told.emit(when)
