"""Where the relationship stands, and what stands in its way."""

from collections.abc import Iterable

from journal.analysis.ownership import Tenure
from journal.analysis.standing import Standing, View
from journal.brief.parts import (
    Aim,
    Beside,
    Lines,
    Run,
    Section,
    Step,
    StepGraph,
    Tone,
    Words,
    bullets,
)
from journal.brief.phrases import Voice, age, ended, heard, quoted, sentences
from journal.brief.typed import isolated, plain
from journal.domain.plan import Barrier
from journal.domain.rating import Goal, Level, Rating
from journal.domain.record import Side
from journal.levels import level_words
from journal.wording import _


def standing(stand: Standing, voice: Voice) -> Section | None:
    """The step lines of both sides with the goal, and in words how old they are."""
    if not stand.ours and not stand.said and not stand.goal and not stand.owners_before:
        return None
    views = (Lines(items=(*_views(stand, voice), *_goal(stand, voice))),)
    before = _owners(stand.owners_before)
    if not stand.ours_series and not stand.said_series:
        return Section(title=_("Where we stand"), parts=(*views, *before))
    graph = StepGraph(
        level_names=tuple(level_words(level) for level in Level),
        ours=_steps(stand.ours_series),
        theirs=_steps(stand.said_series),
        until=voice.today,
        our_name=_("we"),
        their_name=_("they"),
        goal=_aim(stand),
        said=_graph_said(stand, voice),
    )
    return Section(title=_("Where we stand"), parts=(Beside(left=(graph,), right=views), *before))


def _steps(series: Iterable[Rating]) -> tuple[Step, ...]:
    return tuple(Step(day=each.day, level=each.level) for each in series)


def _graph_said(stand: Standing, voice: Voice) -> str:
    """Say both step lines and the goal in words."""
    sides = (
        (_("We say {levels}."), stand.ours_series),
        (_("They said {levels}."), stand.said_series),
    )
    said = [
        words.format(levels=", ".join(_level_since(each, voice) for each in series))
        for words, series in sides
        if series
    ]
    if stand.goal is not None:
        said.append(f"{_goal_said(stand.goal, voice)}.")
    return plain(" ".join(said))


def _level_since(rating: Rating, voice: Voice) -> str:
    return _("{level} from {day}").format(
        level=level_words(rating.level), day=voice.day(rating.day)
    )


def _aim(stand: Standing) -> Aim | None:
    if stand.goal is None:
        return None
    return Aim(day=stand.goal.by, level=stand.goal.level)


def _views(stand: Standing, voice: Voice) -> list[Words]:
    """Say both sides' latest ratings, how old they are, and the last change of ours."""
    ours, said = stand.ours, stand.said
    items: list[Words] = []
    if ours is None:
        items.append((Run(_("We have not rated it yet."), Tone.GUESS),))
    if ours is not None and said is not None and ours.rating.day == said.rating.day:
        both = _("{ours}, {theirs}").format(ours=_we_say(ours), theirs=_they_said(said))
        items.append((Run(both, Tone.STRONG), Run(_dated(ours, voice, both=True))))
    else:
        views = ((ours, _we_say), (said, _they_said))
        items += [
            (Run(words(view), Tone.STRONG), Run(_dated(view, voice)))
            for view, words in views
            if view is not None
        ]
    if stand.guessed is not None:
        guess = _("Our guess of theirs: {level}")
        level = level_words(stand.guessed.rating.level)
        items.append(
            (Run(guess.format(level=level), Tone.GUESS), Run(_dated(stand.guessed, voice)))
        )
    return [*items, *_change(stand, voice)]


def _we_say(view: View) -> str:
    return _("We say {level}").format(level=level_words(view.rating.level))


def _they_said(view: View) -> str:
    who = isolated(view.person.name) if view.person is not None else _("they")
    return _("{who} said {level}").format(who=who, level=level_words(view.rating.level))


def _change(stand: Standing, voice: Voice) -> list[Words]:
    if stand.trend is None or stand.trend.before is None:
        return []
    up, down = _("Up from {level} on {day}."), _("Down from {level} on {day}.")
    said = (up if stand.trend.steps > 0 else down).format(
        level=level_words(stand.trend.before), day=voice.day(stand.trend.since)
    )
    return [(Run(said),)]


def _dated(view: View, voice: Voice, *, both: bool = False) -> str:
    when = _("both {day}") if both else "{day}"
    text = _(" ({when}, {age}: ask again).") if view.is_stale else _(" ({when}, {age}).")
    day = when.format(day=voice.day(view.rating.day))
    return text.format(when=day, age=age(view.age_days))


def _goal(stand: Standing, voice: Voice) -> list[Words]:
    goal = stand.goal
    if goal is None:
        return []
    said = _goal_said(goal, voice)
    if goal.shared_on is None:
        told = _(", not told to them yet.")
    elif stand.shared_with is not None:
        told = _(", told to {name} on {day}.").format(
            name=isolated(stand.shared_with.name), day=voice.day(goal.shared_on)
        )
    else:
        told = _(", told to them on {day}.").format(day=voice.day(goal.shared_on))
    sentence = tuple(sentences(goal.sentence))
    return [(Run(said + told),), *sentence]


def _goal_said(goal: Goal, voice: Voice) -> str:
    return _("Goal: {level} by {day}").format(level=level_words(goal.level), day=voice.day(goal.by))


def _owners(tenures: Iterable[Tenure]) -> tuple[Lines, ...]:
    """Name who looked after the account before, when, and what each left behind."""
    runs: list[Run] = []
    for each in tenures:
        if each.person is None:
            continue
        begin = _("; ") if runs else _("Before you: ")
        runs.append(Run(f"{begin}{isolated(each.person.name)}{_years(each)}", Tone.QUIET))
        if each.role.note:
            runs += [Run(" ", Tone.QUIET), Run(quoted(each.role.note), Tone.GUESS)]
    return (Lines(items=(tuple(runs),)),) if runs else ()


def _years(tenure: Tenure) -> str:
    start, end = tenure.span.start, tenure.span.end
    years = [str(day.year) for day in (start, end) if day is not None]
    return f", {'–'.join(dict.fromkeys(years))}" if years else ""


def barriers(standing_ones: Iterable[Barrier], voice: Voice) -> Section | None:
    """What stands between us, our own part first."""
    items = [_barrier(each, voice) for each in standing_ones]
    if not items:
        return None
    return Section(title=_("What stands between us"), parts=bullets(items))


def _barrier(barrier: Barrier, voice: Voice) -> Words:
    label = {Side.OURS: _("Ours: "), Side.SHARED: _("Both: "), Side.THEIRS: _("Theirs: ")}
    words = [Run(label[barrier.share], Tone.STRONG), Run(ended(barrier.text)), *heard(barrier)]
    if barrier.named_on is not None:
        words.append(Run(_(" Since {day}.").format(day=voice.day(barrier.named_on))))
    words.append(Run(" "))
    if barrier.acknowledged_on is None:
        unsaid = _("Not owned up to yet.") if barrier.share is Side.OURS else _unnamed(barrier)
        return (*words, Run(unsaid, Tone.STRONG))
    said = _("Owned up to on {day}.") if barrier.share is Side.OURS else _("Told to them on {day}.")
    return (*words, Run(said.format(day=voice.day(barrier.acknowledged_on))))


def _unnamed(barrier: Barrier) -> str:
    """Say that they do not know of it from us; what they named themselves they know."""
    return _("Not told to them yet.") if barrier.named_by is Side.OURS else ""
