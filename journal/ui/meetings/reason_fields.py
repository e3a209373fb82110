"""What a meeting was really lost to, once that is found out, and the earlier ones that fit."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from journal.analysis.clashes import Clash, Closeness
from journal.analysis.explanations import explained_by
from journal.analysis.losses import is_lost
from journal.domain.meeting import Meeting
from journal.domain.person import StandingCommitment
from journal.domain.record import CommitmentId, MeetingId
from journal.domain.relationship import Relationship
from journal.terms import minutes_words
from journal.typed.finding import Finding, FindingKind
from journal.typed.finding_words import finding_words
from journal.typed.findings import Ears, understand_finding
from journal.typed.schedules import recurs_words
from journal.ui.meetings import facts
from journal.ui.meetings.subject import Subject
from journal.ui.meetings.when_reader import when_text
from journal.ui.saving import Saver
from journal.ui.shared.buttons import other_button
from journal.ui.shared.choice_field import ChoiceField
from journal.ui.shared.form import Form
from journal.ui.shared.labels import Kind, Label, column
from journal.ui.shared.read_field import ReadField, Reading
from journal.ui.shared.saved_fields import SavedLine
from journal.ui.shared.tick_box import TickBox
from journal.wording import _, ngettext


class ReasonFields(QObject):
    """Some rows of a form, shown for a lost meeting.

    `chosen` says the standing commitment it was lost to, None for none; `noted` one that is
    not in the journal yet; `fitting` the earlier meetings that were lost to the same.
    """

    chosen = Signal(object)
    noted = Signal(Finding)
    fitting = Signal(list)

    def __init__(self, form: Form, saver: Saver, ears: Callable[[], Ears]) -> None:
        """Add the rows."""
        super().__init__(form)
        self._form = form
        self._ears = ears
        self.reason = SavedLine(saver, _("What it turned out to be"))
        self.reason.setPlaceholderText(_("what it turned out to be, once you know"))
        self.commitment: ChoiceField[CommitmentId | None] = ChoiceField(
            _("The standing commitment it was"), _nothing()
        )
        self.new = ReadField(_("Note a standing commitment"), self._read)
        self.new.line.setPlaceholderText(_("Dana: thu 15:00 staff meeting"))
        self.earlier = EarlierField()
        form.add(_("Really because"), self.reason)
        form.add(_("Lost to"), self.commitment)
        form.add(_("Or note one"), self.new)
        form.add(_("Others like it"), self.earlier)
        self.commitment.told.connect(self.chosen)
        self.new.told.connect(self._new_told)
        self.earlier.marked.connect(self.fitting)

    def show_subject(self, subject: Subject, *, visible: bool) -> None:
        """Show what is known of why a meeting was lost."""
        meeting = subject.meeting
        is_shown = visible and meeting is not None and is_lost(meeting)
        fields: tuple[QWidget, ...] = (self.reason, self.commitment, self.new, self.earlier)
        for field in fields:
            self._form.set_visible(field, visible=is_shown)
        if meeting is None or not is_shown:
            self.reason.unbind()
            return
        called_off = meeting.cancellation
        behind = None if called_off is None else called_off.found_commitment_id
        self.reason.bind(meeting, "cancellation.found_reason", _("Edit found reason"))
        self.commitment.set_choices(commitment_choices(subject))
        self.commitment.show_value(behind)
        self.new.show_value(None, "")
        self._form.set_visible(self.new, visible=behind is None)
        fitting = () if behind is None else explained_by(subject.whole, behind)
        self.earlier.show_meetings(fitting)
        self._form.set_visible(self.earlier, visible=bool(fitting))

    def finish(self) -> bool:
        """Take what is typed as it stands; False where it is not understood."""
        return not self.new.isVisible() or self.new.finish()

    def _read(self, text: str) -> Reading:
        if not text.strip():
            return Reading()
        ears = self._ears()
        finding = understand_finding(f"~ {text}", ears)
        if finding.kind is not FindingKind.COMMITMENT or finding.why:
            return Reading(words=finding.why, is_refused=True)
        words = finding_words(finding, ears.bearings.wall.day)
        return Reading(value=finding, words=words, text=text)

    @Slot(object)
    def _new_told(self, finding: Finding | None) -> None:
        if finding is not None:
            self.noted.emit(finding)


class EarlierField(QWidget):
    """Lost meetings with ticks; the button says `marked` with those that are ticked."""

    marked = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meetings: tuple[Meeting, ...] = ()
        self._boxes: list[QCheckBox] = []
        self._said = Label(kind=Kind.MUTE, wraps=True)
        self.button = other_button(_("Mark them"))
        self._upright = column(self, margins=(0, 4, 0, 0), gap=4)
        self._upright.addWidget(self._said)
        self._upright.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.clicked.connect(self._clicked)

    @property
    def boxes(self) -> tuple[QCheckBox, ...]:
        """The ticks, in the order of the meetings."""
        return tuple(self._boxes)

    def show_meetings(self, meetings: Sequence[Meeting]) -> None:
        """Offer these, all ticked; the same ones again keep their ticks."""
        if tuple(each.id for each in meetings) == tuple(each.id for each in self._meetings):
            return
        for box in self._boxes:
            self._upright.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._meetings = tuple(meetings)
        self._boxes = [TickBox(when_text(each.when)) for each in meetings]
        for position, box in enumerate(self._boxes, 1):
            box.setChecked(True)
            box.clicked.connect(self._tell)
            self._upright.insertWidget(position, box)
            box.show()
        self._said.setText(
            ngettext(
                "{count} other lost meeting clashed with the same, and nobody found out why.",
                "{count} other lost meetings clashed with the same, and nobody found out why.",
                len(meetings),
            ).format(count=len(meetings))
        )
        self._tell()

    @Slot()
    def _tell(self) -> None:
        count = sum(box.isChecked() for box in self._boxes)
        self.button.setEnabled(bool(count))
        self.button.setText(
            ngettext("Mark {count} as lost to it", "Mark {count} as lost to it", count).format(
                count=count
            )
        )

    @Slot()
    def _clicked(self) -> None:
        pairs = zip(self._meetings, self._boxes, strict=True)
        ids: list[MeetingId] = [each.id for each, box in pairs if box.isChecked()]
        if ids:
            self.marked.emit(ids)


def commitment_choices(subject: Subject) -> list[tuple[CommitmentId | None, str]]:
    """Return what a meeting may have been lost to: what stood in its way first."""
    clashes = {each.occurrence.commitment.id: each for each in reversed(facts.clashes(subject))}
    commitments = sorted(subject.whole.commitments, key=lambda each: each.id not in clashes)
    return [
        *_nothing(),
        *(
            (each.id, commitment_words(each, clashes.get(each.id), subject.whole))
            for each in commitments
        ),
    ]


def commitment_words(
    commitment: StandingCommitment, clash: Clash | None, whole: Relationship
) -> str:
    """Name a standing commitment, and say how it stood to the meeting."""
    person = whole.person(commitment.person_id)
    said = [commitment.title, recurs_words(commitment)]
    if person is not None:
        said.insert(0, person.name)
    if clash is not None:
        said.append(_closeness_words(clash))
    return ", ".join(said)


def _closeness_words(clash: Clash) -> str:
    if clash.closeness is Closeness.OVERLAPS:
        return _("at the same time")
    gap = minutes_words(clash.gap_min) if clash.gap_min else _("right")
    if clash.closeness is Closeness.STARTS_AFTER:
        return _("{gap} after it").format(gap=gap)
    return _("{gap} before it").format(gap=gap)


def _nothing() -> list[tuple[CommitmentId | None, str]]:
    return [(None, _("nothing that is noted"))]
