"""What to do in the meeting: today's outcomes, what is owed, what to ask."""

from collections.abc import Iterable

from journal.analysis.promises import Owed
from journal.analysis.questions import Ask, AskFor
from journal.brief.parts import (
    Beside,
    Lines,
    Mark,
    Part,
    Ruled,
    Run,
    Section,
    Statement,
    Tone,
    Words,
    bullets,
)
from journal.brief.phrases import Voice, inside, quoted, reason, sentences, unbroken, without_end
from journal.brief.typed import cleaned, isolated
from journal.domain.meeting import Meeting
from journal.domain.metric import Metric
from journal.domain.person import StandingCommitment
from journal.domain.plan import Barrier, Criterion, Interest, Question, Vision
from journal.domain.promise import Promise, PromiseState
from journal.domain.record import Line, Side
from journal.wording import _, ngettext

_ASKS_THAT_FILL = 4  # below that a line is left to write on


def today(meeting: Meeting | None) -> Section:
    """Purpose, best and least acceptable outcome, opening; lines to write on where empty."""
    purpose = sentences(meeting.purpose) if meeting is not None else ()
    parts: list[Part | Beside] = [Statement(words=words) for words in purpose]
    if not purpose:
        parts.append(Ruled(count=1, label=_("What for")))
    best = meeting.best if meeting is not None else ""
    least = meeting.least if meeting is not None else ""
    parts.append(
        Beside(
            left=(_outcome(_("Best"), best, _("Best: what they will do, by when")),),
            right=(
                _outcome(
                    _("Least acceptable"), least, _("Least acceptable: what they will do, by when")
                ),
            ),
        )
    )
    opening = meeting.opening if meeting is not None else ""
    if opening.strip():
        words = (Run(_("Open with "), Tone.STRONG), Run(quoted(opening)))
        parts.append(Lines(items=(words,)))
    else:
        parts.append(Ruled(count=1, label=_("Open with")))
    return Section(title=_("Today"), parts=tuple(parts))


def _outcome(label: str, text: str, blank: str) -> Part:
    first, *rest = sentences(text) or [()]
    if not first:
        return Ruled(count=1, label=blank)
    return Lines(items=((Run(f"{label} ", Tone.STRONG), *inside(first)), *rest))


# --- promises -----------------------------------------------------------------------------------


def promises(owed: Owed, voice: Voice) -> Section | None:
    """What we owe, overdue first, beside what they owe; what was just kept; how often in time."""
    fresh = owed.just_kept
    ours = [_promise(each, voice) for each in owed.ours]
    ours += [_kept(each, voice) for each in fresh if each.side is Side.OURS]
    theirs = [_promise(each, voice) for each in owed.theirs]
    theirs += [_kept(each, voice) for each in fresh if each.side is Side.THEIRS]
    record = _record(owed)
    if record:
        theirs.append((Run(record, Tone.QUIET),))
    if not ours and not theirs:
        return None
    ours = ours or [(Run(_("You owe nothing now."), Tone.QUIET),)]
    theirs = theirs or [(Run(_("They owe nothing now."), Tone.QUIET),)]
    return Section(title=_("Promises"), parts=(Beside(left=bullets(ours), right=bullets(theirs)),))


def _promise(promise: Promise, voice: Voice) -> Words:
    who = voice.who(promise.side, promise.person_id)
    said = _("{who}: {what}").format(who=who, what=isolated(promise.text))
    if promise.due_on is None:
        return (Run(said),)
    if promise.state(voice.today) is PromiseState.LATE:
        days = (voice.today - promise.due_on).days
        late = ngettext("{count} day late", "{count} days late", days).format(count=days)
        due = _(", due {day}, {late}").format(day=voice.day(promise.due_on), late=unbroken(late))
        return (Run(said + due, Tone.ALARM),)
    return (Run(said + _(", due {day}").format(day=voice.weekday(promise.due_on))),)


def _kept(promise: Promise, voice: Voice) -> Words:
    who = voice.who(promise.side, promise.person_id)
    kept_on = promise.kept_on or voice.today
    said = _("{who}: {what}, kept {day}").format(
        who=who, what=isolated(promise.text), day=voice.day(kept_on)
    )
    return (Run(said),)


def _record(owed: Owed) -> str:
    """Say how often each side kept its word in time; empty where nothing was due yet."""
    sides = [
        text.format(kept=each.in_time, count=each.due)
        for text, each in (
            (_("you {kept} of {count}"), owed.ours_kept),
            (_("they {kept} of {count}"), owed.theirs_kept),
        )
        if each.due
    ]
    return _("Kept on time: {counts}").format(counts=", ".join(sides)) if sides else ""


def asks(found: Iterable[Ask], voice: Voice) -> Section:
    """What to ask, and room for more."""
    items = tuple(_ask(each, voice) for each in found)
    parts: list[Part] = [Lines(items=items, mark=Mark.NUMBER)] if items else []
    if len(items) < _ASKS_THAT_FILL:
        parts.append(Ruled(count=1 if items else 3))
    return Section(title=_("Ask"), parts=tuple(parts))


def _ask(ask: Ask, voice: Voice) -> Words:
    """Word one question of ours; what the user wrote stands as it was written."""
    name = isolated(ask.person.name) if ask.person is not None else ""
    match ask.subject:
        case Meeting() as meeting:
            return _why_lost(meeting, voice)
        case Question() as question if name:
            to_whom = _(" (ask {name})").format(name=name)
            return (Run(isolated(question.text)), Run(to_whom, Tone.QUIET))
        case Question() as question:
            return (Run(cleaned(question.text)),)
        case None if ask.reason is AskFor.METRIC:
            return (Run(_("How is {name} measured?").format(name=name)),)
        case None:
            return (Run(_("Where could this be in a year, in their own words?")),)
        case guess:
            return _is_it_so(guess, name)


def _why_lost(meeting: Meeting, voice: Voice) -> Words:
    asked = Run(_("Why was {when} lost?").format(when=voice.moment(meeting.when)))
    why = reason(meeting)
    return (asked, Run(" "), Run(quoted(why), Tone.QUOTE)) if why else (asked,)


def _is_it_so(guess: Line | StandingCommitment, name: str) -> Words:
    """Ask whether a guess holds; the guess itself stands as it was written."""
    text = guess.title if isinstance(guess, StandingCommitment) else guess.text
    match guess:
        case Metric() if name:
            asked = _("Is {name} measured by this: {guess}?")
        case Metric():
            asked = _("Are they measured by this: {guess}?")
        case Interest():
            asked = _("Is this what they want: {guess}?")
        case Criterion():
            asked = _("Would this be fair to them: {guess}?")
        case Vision():
            asked = _("Is this where they see us in a year: {guess}?")
        case Barrier():
            asked = _("Does this stand between us: {guess}?")
        case _:
            asked = _("Is this fixed in their calendar: {guess}?")
    said = asked.format(guess=without_end(text), name=name)
    return (Run(said), Run(_(" (so far only our guess)"), Tone.QUIET))
