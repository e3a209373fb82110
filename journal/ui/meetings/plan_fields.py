"""The fields that a plan and a change of it have in common: when, how long, who, how."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from journal.analysis.contact import last_held, today_at, zone_of
from journal.analysis.obstacles import Draft, Obstacles, QuietTime, obstacles, quiet_times, shifts
from journal.analysis.people import guests, has_left, known, roles_on
from journal.analysis.proposals import Proposal, proposals, usual_minutes
from journal.domain.errors import JournalError
from journal.domain.meeting import Kind, Meeting
from journal.domain.record import PersonId, Side
from journal.domain.relationship import Relationship
from journal.domain.span import When
from journal.operations import planning, reading
from journal.operations.journal import Journal
from journal.terms import kind_words
from journal.typed.understood import Understood
from journal.ui.meetings.guest_field import Guest, GuestField
from journal.ui.meetings.plan_advice import Advice
from journal.ui.meetings.plan_words import obstacle_lines, when_reader, when_text
from journal.ui.shared.labels import column
from journal.ui.shared.read_field import ReadField
from journal.ui.shared.readings import minutes_text, read_minutes
from journal.ui.shared.segments import Choice, Segments
from journal.ui.theme import Theme
from journal.wording import _

KINDS = (Kind.VISIT, Kind.CALL, Kind.VIDEO)
_WHEN_PX = 210
_SHORT_PX = 90
# Some of them will be taken, or stand in somebody's way in that very week.
_SLOTS = 8
_OFFERED = 3
_AROUND = timedelta(weeks=5)


class PlanFields(QObject):
    """Makes them, and says `edited` where what stands in the way may be another.

    Whoever shows them lays them out. `failed` says a `JournalError`.

    Attributes:
        relationship: With whom; None while no account is chosen.
        has_colleagues: Whether anybody but oneself looks or looked after the account.
    """

    edited = Signal()
    failed = Signal(object)

    def __init__(self, journal: Journal, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._journal = journal
        self.relationship: Relationship | None = None
        self.has_colleagues = False
        self._guests: dict[PersonId, Guest] = {}
        self._slots: tuple[Proposal, ...] = ()
        self._changed: Meeting | None = None
        self._reader = when_reader(journal.now, self.zone, self._day)
        self.when = ReadField(_("When"), self._reader)
        self.when.line.setPlaceholderText(_("such as tue 10, in 2 weeks 14:30, 30 jun 9-10"))
        self.when.line.setMinimumWidth(_WHEN_PX)
        self.advice = Advice(theme, self.when.line)
        self.time = QWidget()
        rows = column(self.time, margins=(0, 0, 0, 0), gap=8)
        rows.addWidget(self.when)
        rows.addWidget(self.advice)
        self.time.setFocusProxy(self.when)
        self.minutes = ReadField(_("Takes"), read_minutes)
        self.minutes.line.setMinimumWidth(_SHORT_PX)
        self.kind = Segments(_("How"), [Choice(text=_capital(kind_words(each))) for each in KINDS])
        self.kind.choose(0)
        self.travel = ReadField(_("Way there"), read_minutes)
        self.travel.line.setMinimumWidth(_SHORT_PX)
        self.theirs = GuestField(_("Add a person of theirs"), _("add a person…"), takes_new=True)
        self.ours = GuestField(_("Add one of us"), _("add a colleague…"), takes_new=False)
        self._connect()

    def zone(self) -> str:
        """Return the IANA name of the customer's wall, else of the laptop's."""
        known_zone = None if self.relationship is None else zone_of(self.relationship)
        return known_zone or self._journal.zone

    def today(self) -> date:
        """Return the day on that wall."""
        return When.at(self._journal.now(), self.zone()).day

    def start(self, whole: Relationship, when: When | None = None) -> None:
        """Begin a new meeting with an account: with whom one met last, at another time.

        Args:
            whole: The account.
            when: Filled in as the time; None for none yet.
        """
        self._show_account(whole)
        told = guests(whole)  # of a call nobody may have said who was there
        last = last_held((m for m in whole.meetings if m.id in told), self._journal.now())
        usual = usual_minutes(whole.meetings)
        self.minutes.show_value(usual, minutes_text(usual))
        self._show_kind(Kind.VISIT)
        self._show_travel(whole.account.travel_min)
        self._choose(self._usual_guests(last), self._colleagues_at(last))
        self.advise()
        if when is not None:
            self._take(when)

    def show_meeting(self, whole: Relationship, meeting: Meeting) -> None:
        """Show one that is planned already."""
        self._show_account(whole)
        self._changed = meeting
        text = when_text(meeting.when, meeting.minutes if meeting.when.time else None, self.today())
        self.when.show_value(_as_understood(meeting), text)
        self.minutes.show_value(meeting.minutes, minutes_text(meeting.minutes))
        self._show_kind(meeting.kind)
        way_min = whole.account.travel_min if meeting.travel_min is None else meeting.travel_min
        self._show_travel(way_min)
        self._choose(guests(whole).get(meeting.id, ()), self._colleagues_at(meeting))
        self.advise()

    def understood(self) -> Understood | None:
        """Return what stands in the line of the time as it is typed; None where it says none."""
        reading = self._reader(self.when.line.text())
        return reading.value if isinstance(reading.value, Understood) else None

    def kind_chosen(self) -> Kind:
        """Return how one meets; by letter where none of the others is chosen."""
        return KINDS[self.kind.position] if self.kind.position >= 0 else Kind.LETTER

    def is_visit(self) -> bool:
        """Say whether somebody travels."""
        return self.kind_chosen() is Kind.VISIT

    def length(self) -> int | None:
        """Return the planned minutes; None where unknown."""
        minutes = self.minutes.value
        return minutes if isinstance(minutes, int) else None

    def way(self) -> int | None:
        """Return the way there in minutes, one way; None where unknown."""
        minutes = self.travel.value
        return minutes if isinstance(minutes, int) else None

    def finish(self) -> bool:
        """Take all that is typed; False where something is not understood, which says why."""
        fields = (self.when, self.minutes, self.travel, self.theirs, self.ours)
        understood = [field.finish() for field in fields]  # each says what is wrong with it
        return all(understood)

    @Slot()
    def advise(self) -> None:
        """Say what stands in the way of what is typed, and what is quiet around it."""
        whole, understood = self.relationship, self.understood()
        if whole is None:
            self.advice.show_advice((), (), self.today(), is_time=False)
            return
        today = self.today()
        near = today if understood is None else understood.day
        draft = self._draft(near - _AROUND, near + _AROUND)
        if draft is None:
            return
        lines: Sequence[str] = ()
        if understood is not None:
            (found,) = obstacles(draft, [understood.when])
            lines = obstacle_lines(found, whole, self.zone())
        quiet = quiet_times(draft, self._slots, near, zone=self.zone(), at_most=_OFFERED + 1)
        offered = [each for each in quiet if understood is None or each.when != understood.when]
        if not lines and self._is_as_planned(understood):
            offered = []  # nobody asked for another time
        is_time = understood is not None
        self.advice.show_advice(lines, offered[:_OFFERED], today, is_time=is_time)

    def look(self, times: Sequence[When]) -> tuple[tuple[When, Obstacles, QuietTime | None], ...]:
        """Return for each of several times what stands in its way and what its week offers."""
        draft = self._draft(min(each.day for each in times), max(each.day for each in times))
        if draft is None:
            return ()
        found = obstacles(draft, times)
        troubled = [when for when, each in zip(times, found, strict=True) if not each.is_clear]
        offered = dict(zip(troubled, shifts(draft, self._slots, troubled), strict=True))
        return tuple(
            (when, each, offered.get(when)) for when, each in zip(times, found, strict=True)
        )

    def _day(self) -> date | None:
        """Return the day of a meeting that is changed: another time alone leaves it there."""
        return None if self._changed is None else self._changed.when.day

    def _is_as_planned(self, understood: Understood | None) -> bool:
        changed = self._changed
        return changed is not None and understood is not None and understood.when == changed.when

    def _draft(self, first: date, last: date) -> Draft | None:
        """Return what is planned, among my own meetings of some days; None where it cannot be."""
        whole, understood = self.relationship, self.understood()
        if whole is None:
            return None
        try:
            own = planning.planned_around(self._journal, first, last)
        except JournalError as error:
            self.failed.emit(error)
            return None
        length = understood.minutes if understood is not None else None
        chosen = (*self.theirs.chosen(), *self.ours.chosen())
        return Draft(
            relationship=whole,
            own=own,
            now=self._journal.now(),
            people=tuple(each.person_id for each in chosen if each.person_id is not None),
            minutes=length or self.length(),
            kind=self.kind_chosen(),
            travel_min=self.way(),
            instead_of=None if self._changed is None else self._changed.id,
        )

    def _connect(self) -> None:
        self.when.line.textEdited.connect(self._edited)
        self.when.told.connect(self._when_told)
        self.advice.taken.connect(self._take)
        self.minutes.told.connect(self._edited)
        self.travel.told.connect(self._edited)
        self.kind.chosen.connect(self._edited)
        for field in (self.theirs, self.ours):
            field.added.connect(self._edited)
            field.removed.connect(self._edited)

    @Slot()
    def _edited(self) -> None:
        self.advise()
        self.edited.emit()

    @Slot(object)
    def _when_told(self, value: object) -> None:
        """Let a length that was typed with the time be how long it takes."""
        if isinstance(value, Understood) and value.minutes is not None:
            self.minutes.show_value(value.minutes, minutes_text(value.minutes))
        self._edited()

    @Slot(When)
    def _take(self, when: When) -> None:
        """Fill in a time as if it were typed."""
        self.when.line.setText(when_text(when, None, self.today()))
        self.when.finish()
        self.when.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_account(self, whole: Relationship) -> None:
        if whole == self.relationship:
            return
        self.relationship = whole
        now = self._journal.now()
        self._slots = proposals(whole, now=now, at_most=_SLOTS)
        today = today_at(whole.account, now)
        roles = roles_on(whole, today)
        titles = {person_id: role.title for person_id, role in roles.items()}
        self._guests = {
            each.id: Guest(name=each.name, person_id=each.id, words=titles.get(each.id, ""))
            for each in whole.people
        }
        self.theirs.set_known(self._named(_theirs(whole, today)), self._elsewhere(whole))
        ours = _ours(whole)
        self.ours.set_known(self._named(ours))
        self.has_colleagues = any(not each.is_self for each in known(whole, ours))

    def _elsewhere(self, whole: Relationship) -> list[Guest]:
        """Return the people of other accounts, so that nobody is entered twice."""
        try:
            found = reading.acquaintances(self._journal)
        except JournalError as error:
            self.failed.emit(error)
            return []
        here = {each.id for each in whole.people}
        return [
            Guest(name=each.name, person_id=each.person_id, words=each.account_name)
            for each in found
            if each.person_id not in here
        ]

    def _show_kind(self, kind: Kind) -> None:
        self.kind.choose(KINDS.index(kind) if kind in KINDS else -1)

    def _show_travel(self, minutes: int | None) -> None:
        self.travel.show_value(minutes, minutes_text(minutes))

    def _choose(self, theirs: Sequence[PersonId], ours: Sequence[PersonId]) -> None:
        self.theirs.choose(self._named(theirs))
        self.ours.choose(self._named(ours))

    def _named(self, ids: Sequence[PersonId]) -> list[Guest]:
        return [self._guests[each] for each in dict.fromkeys(ids) if each in self._guests]

    def _usual_guests(self, last: Meeting | None) -> tuple[PersonId, ...]:
        """Return who came last time and is still there; else the only one whom we know there."""
        whole = self.relationship
        if whole is None:
            return ()
        today = self.today()
        left = has_left(whole, today)
        came = () if last is None else guests(whole).get(last.id, ())
        still = tuple(each for each in came if each not in left)
        present = tuple(roles_on(whole, today))
        return still or (present if len(present) == 1 else ())

    def _colleagues_at(self, meeting: Meeting | None) -> tuple[PersonId, ...]:
        whole = self.relationship
        if whole is None or meeting is None:
            return ()
        ours = set(_ours(whole))
        parts = (each for each in whole.participations if each.meeting_id == meeting.id)
        return tuple(each.person_id for each in parts if each.person_id in ours)


def _ours(whole: Relationship) -> tuple[PersonId, ...]:
    """Return oneself and who looks or looked after the account."""
    oneself = [each.id for each in whole.people if each.is_self]
    customers = {each.person_id for each in whole.roles if each.side is Side.THEIRS}
    colleagues = [each.person_id for each in whole.roles if each.side is Side.OURS]
    return tuple(dict.fromkeys((*oneself, *(each for each in colleagues if each not in customers))))


def _theirs(whole: Relationship, today: date) -> tuple[PersonId, ...]:
    """Return their people, those with a role first; not who has left."""
    met = [person for people in guests(whole).values() for person in people]
    left = has_left(whole, today)
    return tuple(
        each for each in dict.fromkeys((*roles_on(whole, today), *met)) if each not in left
    )


def _as_understood(meeting: Meeting) -> Understood:
    when = meeting.when
    return Understood(day=when.day, zone=when.zone, time=when.time, minutes=meeting.minutes)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
