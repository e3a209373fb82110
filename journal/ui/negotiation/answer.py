"""The sentence that the page opens with: what is refused, what stands between us, what is next."""

from collections.abc import Iterator, Sequence
from datetime import date

from journal.analysis.digest import open_barriers
from journal.analysis.guesses import guesses
from journal.analysis.standstill import Stall, is_same_as_last_year, stall
from journal.domain.plan import Barrier, Interest, Negotiation, Option
from journal.domain.record import Side
from journal.terms import quoted
from journal.ui.negotiation.groups import PlanLine
from journal.ui.negotiation.words import apart, short
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.words import date_words, when_words
from journal.wording import _, ngettext

_WORDS = 60


def answer(view: AccountView, lines: Sequence[PlanLine]) -> str:
    """Say the most important thing about the negotiation that goes on."""
    whole = view.relationship
    found = stall(whole.options)
    if found is not None:
        return stall_words(found)
    standing = open_barriers(whole.barriers, view.today)
    if standing:
        return _between(standing, view.today)
    if not lines:
        return _("Nothing is prepared yet. Begin with what stands between us, your own part first.")
    left = guesses(whole, today=view.today)
    here = [each for each in lines if each in left]
    if here:
        said = ngettext(
            "1 line about them is a guess: ask whether {line} is so.",
            "{count} lines about them are guesses: ask first whether {line} is so.",
            len(here),
        )
        return said.format(count=len(here), line=_short(here[0].text))
    return _next_step(view, lines)


def closed_answer(negotiation: Negotiation, today: date) -> str:
    """Say how a negotiation ended."""
    day = date_words(negotiation.closed_on or today, today)
    result = short(negotiation.result, 2 * _WORDS)
    if not result:
        return _("Closed on {day}, without a word on what came of it.").format(day=day)
    return _("Closed on {day}: {result}").format(day=day, result=apart(result))


def grounds(view: AccountView, lines: Sequence[PlanLine]) -> str:
    """Say what else counts: the guesses left, what was not raised, a year without anything new."""
    return " · ".join(filter(None, _grounds(view, lines)))


def closed_grounds(negotiation: Negotiation, options: Sequence[Option]) -> str:
    """Say that a negotiation is over, and what had been refused in a row by then."""
    over = _("It is closed: it can be read, and is not changed any more.")
    until = negotiation.closed_on
    by_then = [each for each in options if until and each.answered_on and each.answered_on <= until]
    found = stall(by_then)
    mine = [] if found is None else [each.negotiation_id for each in found.options]
    if found is None or negotiation.id not in mine:
        return over
    said = _("{answer} {count} times in a row by then.")
    return f"{said.format(answer=_short(found.answer), count=len(found.options))} {over}"


def stall_words(found: Stall) -> str:
    """Say what was refused in the same words, and what follows from it."""
    said = _("{answer} {count} times in a row: the options are not what is refused; ask what is.")
    return said.format(answer=_short(found.answer), count=len(found.options))


def _between(standing: Sequence[Barrier], today: date) -> str:
    first = standing[0]
    text = _short(first.text)
    if first.share is Side.THEIRS:
        said = _("{barrier} stands between us.").format(barrier=text)
    elif first.acknowledged_on is None:
        said = _("{barrier} stands between us: our own part, and not acknowledged yet.")
        said = said.format(barrier=text)
    else:
        said = _("{barrier} stands between us: our own part, acknowledged {day}, not lifted yet.")
        said = said.format(barrier=text, day=date_words(first.acknowledged_on, today))
    more = len(standing) - 1
    if not more:
        return said
    others = ngettext("So does {count} more barrier.", "So do {count} more barriers.", more)
    return f"{said} {others.format(count=more)}"


def _next_step(view: AccountView, lines: Sequence[PlanLine]) -> str:
    options = [each for each in lines if isinstance(each, Option)]
    if not any(isinstance(each, Interest) and each.side is not Side.OURS for each in lines):
        return _("Why they want what they want is not noted yet.")
    if not options:
        return _("No option is noted yet: what would serve both sides?")
    meeting = view.next_meeting
    if meeting is None:
        return _("All is prepared, and no meeting is planned.")
    when = when_words(meeting.when, view.today)
    if not meeting.opening.strip():
        return _("All is prepared for {when} but the opening sentence.").format(when=when)
    return _("All is prepared for {when}.").format(when=when)


def _grounds(view: AccountView, lines: Sequence[PlanLine]) -> Iterator[str]:
    if is_same_as_last_year(view.relationship, view.today):
        yield _("same as last year: no new option or vision for 12 months")
    left = guesses(view.relationship, today=view.today)
    here = sum(each in left for each in lines)
    if not left:
        yield _("no guess left about them") if lines else ""
    elif not here:
        said = ngettext(
            "{count} guess left about them, not here",
            "{count} guesses left about them, none of them here",
            len(left),
        )
        yield said.format(count=len(left))
    elif here == len(left):
        said = ngettext("{count} guess left about them", "{count} guesses left about them", here)
        yield said.format(count=here)
    else:
        said = ngettext(
            "{count} guess left about them, {here} of it here",
            "{count} guesses left about them, {here} of them here",
            len(left),
        )
        yield said.format(count=len(left), here=here)
    options = [each for each in lines if isinstance(each, Option)]
    waiting = sum(not each.answer.strip() for each in options)
    if waiting:
        yield _("{count} of {all} options not raised yet").format(count=waiting, all=len(options))


def _short(text: str) -> str:
    return apart(quoted(short(text, _WORDS).rstrip(".。")))
