"""The rows in which a meeting is logged; each answer is written the moment it is given."""

from collections.abc import Sequence
from datetime import time

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from journal.domain.meeting import Status
from journal.levels import level_meaning, level_words
from journal.operations.journal import Journal
from journal.typed.finding import Finding, FindingKind
from journal.typed.findings import Ears
from journal.typed.understood import Bearings, Lean
from journal.ui.meetings import facts
from journal.ui.meetings.answers import LEVELS, STATUSES, OutcomeAnswers, PeopleAnswers
from journal.ui.meetings.appointment_fields import AppointmentFields
from journal.ui.meetings.called_off_fields import CalledOffFields
from journal.ui.meetings.findings_field import FindingsField
from journal.ui.meetings.line_answers import CauseAnswers, LineAnswers
from journal.ui.meetings.line_choices import Around
from journal.ui.meetings.next_field import NextField
from journal.ui.meetings.people_field import PeopleField, known_people
from journal.ui.meetings.reason_fields import ReasonFields
from journal.ui.meetings.subject import Subject
from journal.ui.meetings.when_reader import WhenField, when_reader, when_text
from journal.ui.meetings.writer import Writer
from journal.ui.saving import Saver
from journal.ui.shared.form import Form
from journal.ui.shared.known_field import Known
from journal.ui.shared.labels import column
from journal.ui.shared.saved_fields import SavedLine, SavedText
from journal.ui.shared.segments import Choice, Segments
from journal.ui.shared.words import plain_tip
from journal.wording import _

_PRESENT = frozenset({Status.PLANNED, Status.HELD})
_NOTES_ROWS = 5
_LABEL_LETTERS = 17


class LogFields(QWidget):
    """Which rows there are follows from what happened, and from whether it was told long ago.

    `left` is said when the keys that lead from field to field are through.
    """

    left = Signal()

    def __init__(
        self, journal: Journal, saver: Saver, subject: Subject, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._subject = subject
        self._elsewhere: Sequence[Known] = ()
        self._is_bound = False
        self._was_refused = False
        self.shows_appointment = False
        self.shows_reason = False
        self.writer = Writer(journal, saver, subject, self)
        self._outcomes = OutcomeAnswers(self.writer)
        self._people = PeopleAnswers(self.writer)
        self._lines = LineAnswers(self.writer)
        self._causes = CauseAnswers(self.writer)
        self._make_fields(saver)
        self._connect()

    def offer_people(self, elsewhere: Sequence[Known]) -> None:
        """Offer people of other accounts too, where a name is typed."""
        self._elsewhere = elsewhere

    @property
    def is_text_only_here(self) -> bool:
        """Whether there is a text that the journal refused, and that nothing else holds."""
        texts = [self.findings.adding.line.text()]
        if self._subject.meeting is None:  # else the saver holds them until they are saved
            texts += [self.summary.text(), self.notes.toPlainText()]
        return any(each.strip() for each in texts)

    def keep_rest(self) -> None:
        """Note what stands in the line and is no finding, so that it is not lost."""
        rest = self.findings.adding.line.text().strip()
        if rest:
            self._lines.keep(Finding(kind=FindingKind.NOTE, text=rest))

    def finish(self) -> bool:
        """Take what is typed as it stands; False, and go there, where it is not understood."""
        self._was_refused = False
        self._begin_for(self.summary.text() or self.notes.toPlainText())
        self.who.finish()
        self.findings.adding.finish()
        understood: tuple[tuple[QWidget, bool], ...] = (
            (self.appointment.when, self.appointment.finish()),
            (self.called_off.at, self.called_off.finish()),
            (self.moved_to, not self.moved_to.isVisible() or self.moved_to.finish()),
            (self.reason.new, self.reason.finish()),
            (self.who, not (self.who.isVisible() and self.who.line.text().strip())),
            (self.findings.adding, not self.findings.adding.line.text().strip()),
            (self.summary, not self.is_text_only_here),
            (self.next, not self.next.isVisible() or self.next.finish()),
        )
        doubtful = [field for field, is_understood in understood if not is_understood]
        if doubtful:
            doubtful[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return not doubtful

    @Slot()
    def _outcome_entered(self) -> None:
        """Go to what is mostly told next."""
        following: QWidget = self.summary
        if self._subject.status is Status.CANCELLED:
            following = self.called_off.by
        elif self._subject.status is Status.MOVED:
            following = self.moved_to.line
        following.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def show_subject(self) -> None:
        """Show the meeting as it was read last."""
        subject = self._subject
        meeting, status = subject.meeting, subject.status
        self.happened.choose(STATUSES.index(status) if status in STATUSES else -1)
        self.appointment.show_meeting(meeting, subject.when, visible=self.shows_appointment)
        self.called_off.show_meeting(meeting, facts.theirs(subject))
        self.reason.show_subject(subject, visible=self.shows_reason)
        self._show_people()
        level = facts.level(subject)
        self.level.choose(-1 if level is None else LEVELS.index(level))
        self._bind()
        self.findings.show_lines(
            self._lines.records(), Around(whole=subject.whole, bearings=self._ahead)
        )
        self._show_next()

    def _make_fields(self, saver: Saver) -> None:
        self.form = Form(label_letters=_LABEL_LETTERS)
        self.happened = Segments(
            _("What happened"),
            [Choice(text=each) for each in (_("Held"), _("Cancelled"), _("No-show"), _("Moved"))],
            may_be_none=True,
        )
        self.who = PeopleField()
        self.level = Segments(
            _("Relationship now"),
            [
                Choice(
                    text=level_words(each),
                    tip=plain_tip(level_meaning(each)),
                    look=each.name.lower(),
                )
                for each in LEVELS
            ],
            may_be_none=True,
        )
        self.moved_to = WhenField(_("Moved to"), when_reader(self._ahead, self._usual))
        self.moved_to.line.setPlaceholderText(_("tue 10, in 2 weeks"))
        self.summary = SavedLine(saver, _("In one line"))
        self.summary.setPlaceholderText(_("what came of it"))
        self.notes = SavedText(saver, _("Notes"))
        self.notes.setFixedHeight(_NOTES_ROWS * self.fontMetrics().lineSpacing() + 16)
        self.findings = FindingsField(saver, self._ears, self.notes)
        self.next = NextField(self._ahead)
        self._lay_out(saver)

    def _lay_out(self, saver: Saver) -> None:
        self.form.add(_("What happened"), self.happened)
        self.appointment = AppointmentFields(self.form, saver, self._back)
        self.called_off = CalledOffFields(self.form, saver, self._back)
        self.form.add(_("Moved to"), self.moved_to)
        self.reason = ReasonFields(self.form, saver, self._ears)
        self.form.add(_("Who"), self.who)
        self.form.add(_("Relationship now"), self.level)
        self.form.add(_("In one line"), self.summary)
        self.form.add(_("Notes"), self.notes)
        self.form.add(_("Keep"), self.findings)
        self.form.add(_("Next visit"), self.next)
        upright = column(self, margins=(0, 0, 8, 0), gap=0)
        upright.addWidget(self.form)
        upright.addStretch(1)
        self.setFocusProxy(self.happened)

    def _connect(self) -> None:
        self.writer.written.connect(self.show_subject)
        self.happened.chosen.connect(self._outcomes.tell_outcome)
        self.happened.entered.connect(self._outcome_entered)
        self.appointment.when_told.connect(self._outcomes.tell_when)
        self.appointment.minutes_told.connect(self._outcomes.tell_minutes)
        self.called_off.told.connect(self._outcomes.tell_cancellation)
        self.moved_to.told.connect(self._outcomes.move_to)
        self.who.added.connect(self._people.add)
        self.who.named.connect(self._people.name)
        self.who.removed.connect(self._people.remove)
        self.level.chosen.connect(self._outcomes.rate)
        self.level.entered.connect(self._level_entered)
        self.next.told.connect(self._outcomes.plan_next)
        self.reason.chosen.connect(self._causes.find)
        self.reason.noted.connect(self._causes.note)
        self.reason.fitting.connect(self._causes.find_all)
        self.findings.changed.connect(self._lines.change)
        self.findings.removed.connect(self._lines.remove)
        self.findings.adding.entered.connect(self._lines.keep)
        self._lines.kept.connect(self.findings.adding.clear)
        self._lines.refused.connect(self.findings.adding.say)
        self.summary.textEdited.connect(self._summary_typed)
        self.summary.returnPressed.connect(self._summary_left)
        self.notes.textChanged.connect(self._notes_typed)
        self.findings.adding.left.connect(self._findings_left)
        self.next.field.line.returnPressed.connect(self.left)
        self.moved_to.line.returnPressed.connect(self.left)

    def _show_people(self) -> None:
        status = self._subject.status
        self.form.set_visible(self.who, visible=status in _PRESENT)
        self.who.offer(known_people(self._subject.whole.people, self._elsewhere))
        self.who.show_people(facts.who(self._subject))

    def _show_next(self) -> None:
        subject = self._subject
        is_moved = subject.status is Status.MOVED
        self.form.set_visible(self.next, visible=not is_moved)
        self.form.set_visible(self.moved_to, visible=is_moved)
        agreed, planned = facts.next_visit(subject), facts.planned_next(subject)
        self.next.show_next(
            subject.when,
            None if agreed is None else agreed.when,
            None if planned is None else planned.when,
        )
        successor = facts.successor(subject)
        self.moved_to.show_value(
            None if successor is None else successor.when,
            "" if successor is None else when_text(successor.when),
        )

    def _bind(self) -> None:
        """Tie the texts to the meeting; what was typed before there was one goes along."""
        meeting, was_bound = self._subject.meeting, self._is_bound
        self._is_bound = meeting is not None
        if meeting is None:
            if was_bound:
                self.summary.unbind()
                self.notes.unbind()
            return
        typed = ("", "") if was_bound else (self.summary.text(), self.notes.toPlainText())
        self.summary.bind(meeting, "summary", _("Edit summary"))
        self.notes.bind(meeting, "notes", _("Edit notes"))
        if typed[0]:
            self.summary.insert(typed[0])
        if typed[1]:
            self.notes.insertPlainText(typed[1])

    @Slot(str)
    def _summary_typed(self, text: str) -> None:
        self._begin_for(text)

    @Slot()
    def _notes_typed(self) -> None:
        self._begin_for(self.notes.toPlainText())

    def _begin_for(self, text: str) -> None:
        """Plan the meeting for the first letters that are typed; refused once is enough."""
        if self._subject.meeting is None and text and not self._was_refused:
            self._was_refused = self.writer.begin() is None

    @Slot()
    def _level_entered(self) -> None:
        self.summary.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _summary_left(self) -> None:
        self.findings.adding.line.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _findings_left(self) -> None:
        following = self.moved_to if self._subject.status is Status.MOVED else self.next
        following.setFocus(Qt.FocusReason.TabFocusReason)

    def _ears(self) -> Ears:
        return facts.ears(self._subject)

    def _ahead(self) -> Bearings:
        return facts.bearings(self._subject, Lean.FORWARD)

    def _usual(self) -> time | None:
        return self._subject.when.time

    def _back(self) -> Bearings:
        return facts.bearings(self._subject, Lean.BACKWARD)
