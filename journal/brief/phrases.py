"""Days, durations, names and levels, as the printed page says them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time

from journal import terms
from journal.brief.direction import POP_ISOLATE
from journal.brief.parts import Run, Tone, Words
from journal.brief.typed import cleaned, isolated, lines_of
from journal.domain.meeting import Meeting
from journal.domain.person import Person
from journal.domain.record import Agreement, Basis, Line, PersonId, Side
from journal.domain.span import When
from journal.timeline.dates import PlainDates, plain_dates
from journal.wording import _, ngettext

_HOUR_MIN = 60
_DAYS_A_WEEK = 7
_DAYS_IN_WEEKS = 14  # from here an age is said in weeks
_DAYS_IN_MONTHS = 183  # and from here in months
_DAYS_A_MONTH = 30.44


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How one page speaks: from a day, of people by their names.

    Attributes:
        today: Days of its year are said without the year.
        people: Everybody who may be named.
    """

    today: date
    people: Iterable[Person] = ()
    dates: PlainDates = field(default_factory=plain_dates)

    def day(self, day: date) -> str:
        """Say a day: `12 Nov`, in another year `12 Nov 2025`."""
        said = self.dates.day(day)
        return unbroken(said if day.year == self.today.year else f"{said} {day.year}")

    def weekday(self, day: date) -> str:
        """Say a day with its weekday: `Thu 12 Nov`, in another year with that."""
        if day.year != self.today.year:
            return unbroken(self.dates.full_day(day))
        said = _("{weekday} {day}").format(
            weekday=self.dates.weekdays[day.weekday()], day=self.dates.day(day)
        )
        return unbroken(said)

    def slot(self, weekday: int, minute: int) -> str:
        """Say a half hour of the week: `Thu 14:00`."""
        clock = self.dates.clock(time(*divmod(minute, _HOUR_MIN)))
        return unbroken(f"{self.dates.weekdays[weekday]} {clock}")

    def moment(self, when: When) -> str:
        """Say the day of a meeting, and its time where it has one."""
        if when.time is None:
            return self.weekday(when.day)
        return f"{self.weekday(when.day)} {self.dates.clock(when.time)}"

    def stamp(self, moment: datetime) -> str:
        """Say when something was printed: `Mon 23 Nov 2026 21:40`."""
        return f"{self.dates.full_day(moment.date())} {self.dates.clock(moment.time())}"

    def name(self, person_id: PersonId | None) -> str:
        """Return a name that may stand inside a sentence; empty where nobody is known."""
        found = next((each for each in self.people if each.id == person_id), None)
        return isolated(found.name) if found is not None else ""

    def who(self, side: Side, person_id: PersonId | None) -> str:
        """Name somebody at the beginning of a line; without a name, by the side."""
        found = next((each for each in self.people if each.id == person_id), None)
        if found is not None and not found.is_self:
            return isolated(found.name)
        return _("You") if side is Side.OURS else _("They")

    def known(self, line: Line) -> Run:
        """Say how a line about the customer is known, in a few quiet words."""
        if line.basis is Basis.GUESS:
            return Run(guessed(), Tone.GUESS)
        day = f", {self.day(line.noted_on)}" if line.noted_on is not None else ""
        if line.basis is Basis.SAID:
            return Run(unbroken(_("(said{day})").format(day=day)), Tone.QUIET)
        reporter = self.name(line.reported_by_id)
        said = _("(reported by {name}{day})") if reporter else _("(reported{day})")
        return Run(said.format(name=reporter, day=day), Tone.QUIET)


def duration(minutes: int) -> str:
    """Say a length: `50 min`, `2 h`, `1 h 30 min`."""
    return unbroken(terms.minutes_words(minutes))


def guessed() -> str:
    """Say behind a line that it is only our guess."""
    return unbroken(_("(a guess)"))


def unbroken(said: str) -> str:
    """Keep a date, a length or a name on one line."""
    return said.replace(" ", "\N{NO-BREAK SPACE}")


def age(days: int) -> str:
    """Say how long ago: `today`, `9 days ago`, `12 weeks ago`, `8 months ago`."""
    if days <= 0:
        return _("today")
    if days < _DAYS_IN_WEEKS:
        return ngettext("{count} day ago", "{count} days ago", days).format(count=days)
    if days < _DAYS_IN_MONTHS:
        weeks = days // _DAYS_A_WEEK
        return ngettext("{count} week ago", "{count} weeks ago", weeks).format(count=weeks)
    months = round(days / _DAYS_A_MONTH)
    return ngettext("{count} month ago", "{count} months ago", months).format(count=months)


def heard(line: Line) -> Words:
    """Say what they said to a line that was shared, after its text; nothing while they did not."""
    if line.agreement is Agreement.CHANGED and line.agreed_wording.strip():
        words = _(" (as they put it: {wording})").format(wording=quoted(line.agreed_wording))
        return (Run(words, Tone.QUIET),)
    if line.agreement is Agreement.NOT_RAISED:
        return ()
    return (Run(f" ({terms.agreement_words(line.agreement)})", Tone.QUIET),)


def quoted(text: str) -> str:
    """Put what was said in quotation marks, unless it stands in some already."""
    return terms.quoted(isolated(cleaned(text).strip()))


def sentences(text: str, tone: Tone = Tone.PLAIN) -> tuple[Words, ...]:
    """Return what was typed as paragraphs, one for each line that says something."""
    lines = (cleaned(line).strip() for line in lines_of(text))
    return tuple((Run(line, tone),) for line in lines if line)


def ended(text: str) -> str:
    """Return a sentence that somebody typed with a full stop, unless it ends with some already."""
    text = isolated(text).strip()
    return text if text.rstrip(POP_ISOLATE)[-1:] in ".!?…。！？؟۔" else f"{text}."


def without_end(text: str) -> str:
    """Return what somebody typed without the full stop or question mark at its end."""
    return isolated(text.strip().rstrip(" .?。？؟۔…"))


def inside(words: Words) -> Words:
    """Return what was typed, made fit to stand behind a label of ours."""
    return tuple(Run(isolated(run.text), run.tone) for run in words)


def reason(meeting: Meeting) -> str:
    """Return why a meeting was lost: what was found out, else what was said; may be empty."""
    called_off = meeting.cancellation
    return (called_off.found_reason or called_off.stated_reason) if called_off is not None else ""
