"""What the alignment map says of numbers and of pairs."""

from collections.abc import Iterable, Iterator
from datetime import date

from journal.analysis.alignment import Pair
from journal.analysis.alignment_map import AlignmentMap, Answer, Group, Headline
from journal.analysis.people import MetricLine
from journal.analysis.wonders import About, Wonder
from journal.domain.meeting import Meeting
from journal.domain.metric import Alignment, Effect, Metric
from journal.domain.person import Person
from journal.domain.record import Basis, Side
from journal.domain.relationship import Relationship
from journal.terms import effect_words, quoted
from journal.timeline.lettering import reads_right_to_left
from journal.timeline.words import isolated
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.words import date_words
from journal.wording import _, ngettext

_NO_MARKS = dict.fromkeys(map(ord, isolated("")))


def headline_words(found: Headline, whole: Relationship, today: date) -> str:
    """Say in one sentence what the map answers."""
    pair = found.pair
    if pair is None or pair.alignment is None:
        return _nothing_yet(found.answer)
    both = {"theirs": named(pair.theirs), "ours": named(pair.ours)}
    alignment = pair.alignment
    if found.answer is Answer.TURNING_POINT:
        return _("{saw}; checked{day}, {effect}.").format(
            saw=_saw_clash(alignment, whole, both, ""),
            day=_on(alignment.checked_on, today),
            effect=_found(alignment.checked),
        )
    if found.answer is Answer.FEARED:
        seen = _saw_clash(alignment, whole, both, _on(alignment.perceived_on, today))
        return _("{saw}; nobody has checked it yet.").format(saw=seen)
    if found.answer is Answer.CLASH:
        said = _("{theirs} and {ours} do work against each other, as checked{day}.")
        return said.format(**both, day=_on(alignment.checked_on, today))
    if alignment.checked is not None:
        said = _("{theirs} and {ours}: {effect}, as checked{day}.")
        day = _on(alignment.checked_on, today)
        return said.format(**both, effect=effect_words(alignment.checked), day=day)
    said = _("{theirs} and {ours}: {effect}, as they see it; nobody has checked it yet.")
    return said.format(**both, effect=effect_words(alignment.perceived))


def tally_words(found: AlignmentMap, wonders: Iterable[Wonder]) -> str:
    """Count what is known: `3 of their numbers known, 1 of them a guess · 5 of 9 pairs …`."""
    known = ngettext(
        "{count} of their numbers known", "{count} of their numbers known", found.known
    ).format(count=found.known)
    if found.guessed:
        said = ngettext(
            "{known}, {count} of them a guess", "{known}, {count} of them guesses", found.guessed
        )
        known = said.format(known=known, count=found.guessed)
    parts = [known]
    if found.pairs:
        said = ngettext(
            "{count} of {all} pair looked at", "{count} of {all} pairs looked at", len(found.pairs)
        )
        parts.append(said.format(count=found.looked_at, all=len(found.pairs)))
    following = next(iter(wonders), None)
    if following is not None:
        parts.append(_("ask next: {what}").format(what=_subject(following)))
    return " · ".join(parts)


def head_words(group: Group, side: Side, account: str) -> str:
    """Say whose numbers stand under it."""
    person = group.person
    if person is not None and person.is_self:
        return _("How you are measured")
    if person is None and side is Side.OURS:
        return _("How we are measured")
    name = account if person is None else person.name
    return _("How {name} is measured").format(name=_shut_in(name))


def missing_words(side: Side) -> str:
    """Say that a side has no number yet."""
    if side is Side.THEIRS:
        return _("How they are measured: not known yet")
    return _("How we are measured: not noted yet")


def ground_words(line: MetricLine, today: date) -> str:
    """Say how a number is known, where it should go, and what it was last."""
    metric = line.metric
    parts: list[str] = []
    if metric.side is Side.THEIRS:
        day = "" if metric.noted_on is None else f", {date_words(metric.noted_on, today)}"
        parts.append(_basis(line) + day)
    if metric.target.strip():
        parts.append(_("target {target}").format(target=metric.target.strip()))
    if line.reading is not None:
        value = f"{line.reading.value:.12g} {metric.unit}".strip()
        day = date_words(line.reading.day, today)
        parts.append(_("{value} on {day}").format(value=value, day=day))
    return " · ".join(parts)


def perceived_words(alignment: Alignment, whole: Relationship, *, is_past: bool) -> str:
    """Say how they see a pair; past where it turned out otherwise."""
    person = whole.person(alignment.perceived_by_id)
    if person is None:
        said = _("as they saw it: {effect}") if is_past else _("as they see it: {effect}")
        return said.format(effect=effect_words(alignment.perceived))
    said = _("as {name} saw it: {effect}") if is_past else _("as {name} sees it: {effect}")
    return said.format(name=_shut_in(person.name), effect=effect_words(alignment.perceived))


def checked_words(alignment: Alignment, today: date) -> str:
    """Say what was found when a pair was looked at together."""
    said = _("checked{day}: {effect}")
    day = _on(alignment.checked_on, today, plain=True)
    return said.format(day=day, effect=effect_words(alignment.checked))


def pair_words(pair: Pair, view: AccountView) -> str:
    """Say all that is recorded of a pair, in lines."""
    return "\n".join(_pair_lines(pair, view))


def number_words(line: MetricLine, head: str, pairs: Iterable[Pair], today: date) -> str:
    """Say a number with whose it is, how it is known, and how many pairs of it are known."""
    own = [each for each in pairs if line.metric.id in {each.theirs.id, each.ours.id}]
    looked_at = sum(each.is_looked_at for each in own)
    lines = [line.metric.text, head, ground_words(line, today)]
    if own:
        said = ngettext(
            "{count} of {all} pair looked at", "{count} of {all} pairs looked at", len(own)
        )
        lines.append(said.format(count=looked_at, all=len(own)))
    return "\n".join(filter(None, lines))


def question_text(wonder: Wonder) -> str:
    """Ask as it is to be kept, without the marks that order it on the screen."""
    return wonder_words(wonder).translate(_NO_MARKS)


def wonder_words(wonder: Wonder) -> str:
    """Ask about what is not known, plainly."""
    if wonder.line is not None:
        said = _("Is {name} measured by {number}?")
        whole = _("Are they measured by {number}?")
        who = wonder.person
        number = named(wonder.line.metric)
        return (whole if who is None else said).format(
            name="" if who is None else _shut_in(who.name), number=number
        )
    if wonder.pair is None:
        return _("How is {name} measured?").format(name=_name(wonder.person))
    both = {"theirs": named(wonder.pair.theirs), "ours": named(wonder.pair.ours)}
    if wonder.about is About.FEAR:
        return _("Do {theirs} and {ours} work against each other? Check it together.").format(
            **both
        )
    return _("What does {ours} do to {theirs}?").format(**both)


def named(metric: Metric) -> str:
    """Put the name of a number between quotation marks; it turns nothing around that is beside."""
    return quoted(_shut_in(metric.text.strip()))


def turning_words() -> str:
    """Name a fear that was checked and is none."""
    return _("the turning point")


def meeting_words(meeting: Meeting, today: date) -> str:
    """Name a meeting by its day."""
    return _("meeting of {day}").format(day=date_words(meeting.when.day, today))


def chart_words(found: AlignmentMap) -> str:
    """Say what the map shows on the whole, to those who do not see it."""
    ours = sum(len(each.lines) for each in found.ours)
    return _("{theirs} numbers of theirs, {ours} of ours, {count} of {all} pairs looked at").format(
        theirs=found.known, ours=ours, count=found.looked_at, all=len(found.pairs)
    )


def _pair_lines(pair: Pair, view: AccountView) -> Iterator[str]:
    whole, today = view.relationship, view.today
    yield _("{theirs} and {ours}").format(theirs=named(pair.theirs), ours=named(pair.ours))
    alignment = pair.alignment
    if alignment is None or not pair.is_looked_at:
        yield effect_words(None)
        return
    if pair.is_turning_point:
        yield turning_words()
    if alignment.perceived is not None:
        day = _on(alignment.perceived_on, today)
        yield perceived_words(alignment, whole, is_past=pair.is_turning_point) + day
    if alignment.checked is None:
        yield _("not checked yet")
        return
    yield checked_words(alignment, today)
    if alignment.evidence.strip():
        yield alignment.evidence.strip()
    meeting = view.meeting(alignment.meeting_id)
    if meeting is not None:
        yield meeting_words(meeting, today)


def _nothing_yet(answer: Answer) -> str:
    return {
        Answer.UNTOLD: _(
            "Nobody has talked yet about what their numbers and ours do to each other."
        ),
        Answer.NOT_OURS: _("How they are measured is known; how we are is not noted yet."),
        Answer.NOT_THEIRS: _("How we are measured is noted; nobody knows how they are."),
    }.get(answer, _("Nobody knows yet how they are measured."))


def _saw_clash(alignment: Alignment, whole: Relationship, both: dict[str, str], day: str) -> str:
    person = whole.person(alignment.perceived_by_id)
    name = _("They") if person is None else _shut_in(person.name)
    said = _("{name} saw {theirs} and {ours} working against each other{day}")
    return said.format(name=name, **both, day=day)


def _found(effect: Effect | None) -> str:
    if effect is Effect.SUPPORTS:
        return _("they support each other")
    return _("there is no effect")


def _on(day: date | None, today: date, *, plain: bool = False) -> str:
    """Say a day after a word; empty where it is unknown."""
    if day is None:
        return ""
    said = _(" {day}") if plain else _(" on {day}")
    return said.format(day=date_words(day, today))


def _basis(line: MetricLine) -> str:
    if line.metric.basis is Basis.SAID:
        return _("said by them")
    if line.metric.basis is Basis.GUESS:
        return _("our guess")
    if line.reporter is None:
        return _("reported")
    return _("reported by {name}").format(name=_shut_in(line.reporter.name))


def _subject(wonder: Wonder) -> str:
    if wonder.line is not None:
        return _shut_in(wonder.line.metric.text)
    if wonder.pair is None:
        return _("how {name} is measured").format(name=_name(wonder.person))
    return _("{theirs} and {ours}").format(
        theirs=named(wonder.pair.theirs), ours=named(wonder.pair.ours)
    )


def _name(person: Person | None) -> str:
    return _("they") if person is None else _shut_in(person.name)


def _shut_in(text: str) -> str:
    """Let a name that is read from the right turn nothing around that stands beside it."""
    return isolated(text) if reads_right_to_left(text) else text
