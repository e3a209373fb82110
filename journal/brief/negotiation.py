"""The sections of page 2: what was prepared for the negotiation, and what to fill in afterwards."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from journal.analysis.alignment import Pair
from journal.analysis.people import MetricLine
from journal.analysis.preparation import OptionLine, Preparation
from journal.brief.parts import (
    Beside,
    Blanks,
    Lines,
    Mark,
    Part,
    Ruled,
    Run,
    Section,
    Table,
    Tie,
    TiedPair,
    TieFigure,
    Tone,
    Words,
    bullets,
)
from journal.brief.phrases import Voice, ended, guessed, heard, quoted, unbroken
from journal.brief.typed import cleaned, isolated
from journal.domain.metric import Alignment
from journal.domain.plan import Interest, Norm, Vision
from journal.domain.rating import Level
from journal.domain.record import Basis, Line, MetricId, Side
from journal.levels import level_meaning, level_words
from journal.terms import effect_words, norm_words
from journal.wording import _, ngettext

_HALF = 0.5


def interests(prepared: Preparation, voice: Voice) -> Section | None:
    """Why each side wants it, theirs beside ours, and what both want."""
    found = prepared.interests
    if not found:
        return None
    rows = [
        (_cell(theirs, voice), _cell(ours, voice, is_ours=True))
        for theirs, ours in zip_longest(found.theirs, found.ours)
    ]
    parts: list[Part] = []
    if rows:
        parts.append(Table(head=(_("Theirs"), _("Ours")), rows=tuple(rows), shares=(_HALF, _HALF)))
    if found.shared:
        items = tuple(
            (Run(_("Shared "), Tone.STRONG), Run(isolated(each.text)), *heard(each))
            for each in found.shared
        )
        parts.append(Lines(items=items))
    return Section(title=_("Interests"), parts=tuple(parts))


def _cell(line: Interest | None, voice: Voice, *, is_ours: bool = False) -> tuple[Words, ...]:
    if line is None:
        return ()
    if is_ours:
        return ((Run(cleaned(line.text)), *heard(line)),)
    return (_about_them(line, voice),)


def _about_them(line: Line, voice: Voice) -> Words:
    """Return a line about the customer with how it is known; a guess looks like one."""
    tone = Tone.GUESS if line.basis is Basis.GUESS else Tone.PLAIN
    return (Run(isolated(line.text), tone), Run(" "), voice.known(line), *heard(line))


def criteria(prepared: Preparation, voice: Voice) -> Section | None:
    """The fair yardsticks: those that both could accept first."""
    found = prepared.criteria
    if not found:
        return None
    items: list[Words] = [(Run(cleaned(each.text)), *heard(each)) for each in found.shared]
    items += [(Run(_("Theirs: "), Tone.QUIET), *_about_them(each, voice)) for each in found.theirs]
    items += [
        (Run(_("Ours: "), Tone.QUIET), Run(isolated(each.text)), *heard(each))
        for each in found.ours
    ]
    title = _("Criteria")
    if not found.theirs and not found.ours:
        title = _("Criteria both could accept")
    return Section(title=title, parts=(Lines(items=tuple(items), mark=Mark.BULLET),))


def options(prepared: Preparation, voice: Voice) -> Section | None:
    """What could be done, what it serves, and how it was answered."""
    if not prepared.options:
        return None
    table = Table(
        head=(_("what could be done"), _("serves"), _("how it was answered")),
        rows=tuple(_option(each, voice) for each in prepared.options),
    )
    return Section(title=_("Options"), parts=(table,))


def _option(line: OptionLine, voice: Voice) -> tuple[tuple[Words, ...], ...]:
    serves = "; ".join(isolated(each.text) for each in line.serves)
    return (
        ((Run(cleaned(line.option.text)), *heard(line.option)),),
        ((Run(serves),),) if serves else (),
        (_answered(line, voice),),
    )


def _answered(line: OptionLine, voice: Voice) -> Words:
    option = line.option
    if not option.answer.strip():
        return (Run(_("not raised yet"), Tone.QUIET),)
    about = [voice.day(option.answered_on)] if option.answered_on is not None else []
    about += [_("refused")] if option.refused else []
    said = Run(quoted(option.answer))
    return (said, Run(f" ({', '.join(about)})", Tone.QUIET)) if about else (said,)


def alternatives(prepared: Preparation, voice: Voice) -> Section | None:
    """What each side does if nothing is agreed."""
    found = prepared.alternatives
    if not found:
        return None
    ours = _labelled(_("We: "), [(Run(isolated(each.text)),) for each in found.ours])
    theirs = _labelled(_("They: "), [_about_them(each, voice) for each in found.theirs])
    return Section(title=_("If nothing is agreed"), parts=(Beside(left=ours, right=theirs),))


def _labelled(label: str, items: Sequence[Words]) -> tuple[Lines, ...]:
    """Put a label before the first paragraph."""
    if not items:
        return ()
    first, *rest = items
    return (Lines(items=((Run(label, Tone.STRONG), *first), *rest)),)


# --- numbers side by side -----------------------------------------------------------------------


def metrics(prepared: Preparation, voice: Voice) -> Section | None:
    """How each of us is measured: what their numbers do to ours, as they see it, as checked."""
    found = prepared.metrics
    if not found:
        return None
    names = {
        line.metric.id: _number(line, named=not _one_measured(found.theirs))
        for line in found.theirs
    }
    figure = TieFigure(
        their_name=_their_name(found.theirs),
        our_name=_("You"),
        pairs=(*(_tied(each, names, voice) for each in prepared.pairs), *_alone(prepared, names)),
    )
    about = _looked_at(prepared)
    parts: tuple[Part, ...] = (figure, Lines(items=(about,))) if about else (figure,)
    return Section(title=_("How each of us is measured, side by side"), parts=parts)


def _one_measured(theirs: Sequence[MetricLine]) -> bool:
    """Say whether all of their numbers are one person's, so that the head can name them."""
    return len({each.metric.person_id for each in theirs}) == 1 and theirs[0].person is not None


def _their_name(theirs: Sequence[MetricLine]) -> str:
    person = theirs[0].person if _one_measured(theirs) else None
    return isolated(person.name) if person is not None else _("They")


def _number(line: MetricLine, *, named: bool) -> Words:
    """Name a number of theirs and who is measured by it; a guess looks like one."""
    guess = line.metric.basis is Basis.GUESS
    runs = [Run(isolated(line.metric.text), Tone.GUESS if guess else Tone.PLAIN)]
    if named and line.person is not None:
        runs.append(Run(f", {unbroken(isolated(line.person.name))}", Tone.QUIET))
    if guess:
        runs.append(Run(f" {guessed()}", Tone.GUESS))
    return tuple(runs)


def _tied(pair: Pair, names: Mapping[MetricId, Words], voice: Voice) -> TiedPair:
    alignment = pair.alignment
    theirs = names.get(pair.theirs.id, (Run(isolated(pair.theirs.text)),))
    ours: Words = (Run(isolated(pair.ours.text)),)
    if pair.is_turning_point:
        theirs, ours = _strong(theirs), (*_strong(ours), Run(_(", the turning point"), Tone.QUIET))
    return TiedPair(
        theirs=theirs,
        ours=ours,
        perceived=_perceived(alignment, voice) if alignment is not None else None,
        checked=_checked(alignment, voice) if alignment is not None else None,
        untold=_("not talked about yet"),
        is_turning_point=pair.is_turning_point,
    )


def _strong(words: Words) -> Words:
    return tuple(
        replace(each, tone=Tone.STRONG) if each.tone is Tone.PLAIN else each for each in words
    )


def _alone(prepared: Preparation, names: Mapping[MetricId, Words]) -> list[TiedPair]:
    """Return the numbers that were looked at together with no other, side by side."""
    together: set[MetricId] = set()
    for pair in prepared.pairs:
        together |= {pair.theirs.id, pair.ours.id}
    theirs = [
        names[each.metric.id] for each in prepared.metrics.theirs if each.metric.id not in together
    ]
    ours = [each for each in prepared.metrics.ours if each.metric.id not in together]
    return [
        TiedPair(
            theirs=left or (), ours=(Run(isolated(right.metric.text)),) if right is not None else ()
        )
        for left, right in zip_longest(theirs, ours)
    ]


def _looked_at(prepared: Preparation) -> Words:
    """Say what the checks rest on, and how many pairs were talked about."""
    runs: list[Run] = []
    for pair in prepared.pairs:
        if pair.alignment is not None and pair.alignment.evidence.strip():
            names = _("{theirs} and {ours}: ").format(
                theirs=isolated(pair.theirs.text), ours=isolated(pair.ours.text)
            )
            runs += [Run(names, Tone.QUIET), Run(f"{ended(pair.alignment.evidence)} ")]
    if prepared.pairs_in_all:
        told = ngettext(
            "{count} of {all} pair talked about.",
            "{count} of {all} pairs talked about.",
            prepared.pairs_in_all,
        ).format(count=len(prepared.pairs), all=prepared.pairs_in_all)
        runs.append(Run(told, Tone.QUIET))
    return tuple(runs)


def _perceived(alignment: Alignment, voice: Voice) -> Tie | None:
    if alignment.perceived is None:
        return None
    who = voice.name(alignment.perceived_by_id)
    said = _("{who} believed: {effect}") if who else _("as they see it: {effect}")
    words = said.format(who=who, effect=effect_words(alignment.perceived))
    return Tie(effect=alignment.perceived, words=words)


def _checked(alignment: Alignment, voice: Voice) -> Tie | None:
    if alignment.checked is None:
        return None
    day = f" {voice.day(alignment.checked_on)}" if alignment.checked_on is not None else ""
    words = _("checked{day}: {effect}").format(day=day, effect=effect_words(alignment.checked))
    return Tie(effect=alignment.checked, words=words)


# --- a year from now, working well, afterwards --------------------------------------------------


def visions(prepared: Preparation, voice: Voice) -> Section | None:
    """Where this could be in a year, in each side's own words."""
    found = prepared.visions
    if not found:
        return None
    return Section(
        title=_("A year from now"),
        parts=(
            Beside(
                left=_visions(found.theirs, _("Theirs"), voice),
                right=_visions(found.ours, _("Ours"), voice),
            ),
        ),
    )


def _visions(found: Iterable[Vision], label: str, voice: Voice) -> tuple[Lines, ...]:
    items = tuple(_vision(each, label, voice) for each in found)
    return (Lines(items=items),) if items else ()


def _vision(vision: Vision, label: str, voice: Voice) -> Words:
    said = [voice.name(vision.person_id)] if vision.side is Side.THEIRS else []
    if vision.noted_on is not None:
        said.append(voice.day(vision.noted_on))
    said.append(_("due {day}").format(day=voice.day(vision.due_on)))
    about = ", ".join(each for each in said if each)
    words = quoted(vision.text) if vision.basis is Basis.SAID else isolated(vision.text)
    runs = (Run(label, Tone.STRONG), Run(f", {about}: ", Tone.QUIET), Run(words), *heard(vision))
    is_guess = vision.side is Side.THEIRS and vision.basis is Basis.GUESS
    return (*runs, Run(f" {guessed()}", Tone.GUESS)) if is_guess else runs


def norms(prepared: Preparation) -> Section | None:
    """What working well looks like: what we will do, what they will do."""
    found = prepared.norms
    if not found:
        return None
    both = Beside(left=_will(_("We will"), found.ours), right=_will(_("They will"), found.theirs))
    return Section(title=_("Working well looks like"), parts=(both,))


def _will(lead: str, found: Sequence[Norm]) -> tuple[Lines, ...]:
    """Say the lead once, and below it each norm without its own."""
    if not found:
        return ()
    said = bullets((Run(cleaned(norm_words(each))), *heard(each)) for each in found)
    return (Lines(items=((Run(lead, Tone.QUIET),),)), *said)


def afterwards() -> Section:
    """Blanks to fill in by hand in the car, and what the ratings mean."""
    legend = " ".join(
        f"{level.value}\N{NO-BREAK SPACE}{level_words(level)}: {level_meaning(level)}."
        for level in Level
    )
    return Section(
        title=_("Afterwards"),
        parts=(
            Blanks(
                rows=(
                    (_("held · lost: why"), _("best · least · neither"), _("next date:")),
                    (_("rating ours 1 2 3 4 5"), _("theirs, as said 1 2 3 4 5"), _("we owe:")),
                    (_("what they said:"), "", _("they owe:")),
                )
            ),
            Ruled(count=3),
            Lines(items=((Run(legend, Tone.QUIET),),)),
        ),
    )
