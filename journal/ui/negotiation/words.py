"""How what is prepared is said: headings, whose a line is, and what is known about it."""

from collections.abc import Iterable, Iterator
from datetime import date

from journal.domain.plan import Barrier, Interest, Norm, Option, Question, Vision
from journal.domain.record import Basis, Side, Visibility
from journal.domain.relationship import Relationship
from journal.terms import basis_words, quoted, record_words, vision_outcome_words
from journal.timeline.lettering import reads_right_to_left
from journal.timeline.words import isolated
from journal.ui.negotiation.groups import Group, Part, PlanLine, side_of
from journal.ui.shared.words import date_words
from journal.wording import _


def heading(part: Part) -> str:
    """Name a part of the page."""
    return {
        Part.ABOUT: _("This negotiation"),
        Part.GOAL: _("What we both want"),
        Part.BARRIERS: _("What stands between us"),
        Part.INTERESTS: _("Interests"),
        Part.CRITERIA: _("Criteria"),
        Part.OPTIONS: _("Options"),
        Part.ALTERNATIVES: _("If nothing is agreed"),
        Part.VISIONS: _("A year from now"),
        Part.NORMS: _("Working well looks like"),
        Part.QUESTIONS: _("To ask next time"),
        Part.MEETING: _("The next meeting"),
    }[part]


def meaning(part: Part) -> str:
    """Say what a part is for, where a line of it is added."""
    return {
        Part.ABOUT: _(
            "What it is about, in a few words; what is added then belongs to it, until it closes."
        ),
        Part.GOAL: "",
        Part.BARRIERS: _("Our own part first: name it, own up to it, and lift it."),
        Part.INTERESTS: _("Why each side wants what it wants; what they said goes before a guess."),
        Part.CRITERIA: _("A fair yardstick that both could accept, and that neither made up."),
        Part.OPTIONS: _("A possible solution, what it serves, and how it was answered."),
        Part.ALTERNATIVES: _("What each side does if nothing is agreed; it is never shared."),
        Part.VISIONS: _("Where this could be in a year, in the words of who said it."),
        Part.NORMS: _("What each side will do, so that working together goes well."),
        Part.QUESTIONS: _("What you want to know, and from whom."),
        Part.MEETING: "",
    }[part]


def lead(group: Group) -> str:
    """Say whose the lines of a group are; empty for what belongs to no side."""
    if group.part is Part.NORMS:
        return _("We will") if group.side is Side.OURS else _("You will")
    if group.part is Part.ALTERNATIVES:
        return _("We") if group.side is Side.OURS else _("They")
    if group.side is None:
        return ""
    return whose(group.side)


def whose(side: Side) -> str:
    """Say whose a line is."""
    return {Side.OURS: _("Ours"), Side.THEIRS: _("Theirs"), Side.SHARED: _("Both")}[side]


def add_words(group: Group) -> str:
    """Invite to add a line."""
    return {
        (Part.BARRIERS, Side.OURS): _("add our own part"),
        (Part.BARRIERS, Side.THEIRS): _("add a part of theirs"),
        (Part.INTERESTS, Side.THEIRS): _("add why they want it"),
        (Part.INTERESTS, Side.OURS): _("add why we want it"),
        (Part.INTERESTS, Side.SHARED): _("add what we both want"),
        (Part.CRITERIA, Side.SHARED): _("add a yardstick that both could accept"),
        (Part.OPTIONS, None): _("add a possible solution"),
        (Part.ALTERNATIVES, Side.OURS): _("add what we do then"),
        (Part.ALTERNATIVES, Side.THEIRS): _("add what they do then"),
        (Part.VISIONS, Side.THEIRS): _("add what they said"),
        (Part.VISIONS, Side.OURS): _("add what we said"),
        (Part.NORMS, Side.OURS): _("add what we will do"),
        (Part.NORMS, Side.THEIRS): _("add what they will do"),
        (Part.QUESTIONS, None): _("add a question"),
    }[group.part, group.side]


def group_words(group: Group) -> str:
    """Name a group for who does not see it: `interest, theirs`."""
    kind = record_words(group.kind)
    return kind if group.side is None else f"{kind}, {lead(group)}"


def has_basis(line: PlanLine) -> bool:
    """Say whether it matters how a line is known; norms and questions are proposals of ours."""
    if isinstance(line, Norm | Question | Option):
        return False
    return side_of(line) is not Side.OURS


def notes(line: PlanLine, whole: Relationship, today: date) -> tuple[str, ...]:
    """Say what is known about a line, the most telling first."""
    said = [
        *_of_kind(line, whole, today),
        *_known(line, whole, today),
        _("may be shared") if line.visibility is Visibility.SHAREABLE else "",
    ]
    return tuple(each for each in said if each)


def is_settled(line: PlanLine, today: date) -> bool:
    """Say whether it is over: lifted, asked, or answered by its day."""
    if isinstance(line, Barrier):
        return line.lifted_on is not None and line.lifted_on <= today
    if isinstance(line, Vision):
        return line.outcome is not None
    return isinstance(line, Question) and line.asked_on is not None


def short(text: str, letters: int = 90) -> str:
    """Return a text, or its beginning where it is long, for a sentence."""
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= letters else f"{one_line[: letters - 1].rstrip()}…"


def apart(text: str) -> str:
    """Shut a text that is read from the right in, so that it does not turn what is around it."""
    return isolated(text) if reads_right_to_left(text) else text


def _of_kind(line: PlanLine, whole: Relationship, today: date) -> Iterator[str]:
    if isinstance(line, Barrier):
        yield from _barrier(line, whole, today)
    elif isinstance(line, Option):
        yield from _option(line, whole, today)
    elif isinstance(line, Question):
        yield from _question(line, whole, today)
    elif isinstance(line, Vision):
        if line.outcome is None:
            yield _("comes back {day}").format(day=date_words(line.due_on, today))
        else:
            yield _dated(vision_outcome_words(line.outcome), line.outcome_on, today)


def _barrier(line: Barrier, whole: Relationship, today: date) -> Iterator[str]:
    if line.lifted_on is not None:
        day = date_words(line.lifted_on, today)
        how = line.lifted_how
        said = _("lifted {day}: {how}") if how else _("lifted {day}")
        yield said.format(day=day, how=apart(how))
    if line.acknowledged_on is not None:
        yield _("acknowledged {day}").format(day=date_words(line.acknowledged_on, today))
    elif line.share is not Side.THEIRS and line.lifted_on is None:
        yield _("not acknowledged yet")
    person = whole.person(line.named_by_id)
    if person is not None:
        name = _("you") if person.is_self else apart(person.name)
        yield _dated(_("named by {name}").format(name=name), line.named_on, today)
    else:
        by = _("named by us") if line.named_by is Side.OURS else _("named by them")
        yield _dated(by, line.named_on, today)


def _option(line: Option, whole: Relationship, today: date) -> Iterator[str]:
    answer = line.answer.strip()
    if answer:
        said = _dated(apart(quoted(answer)), line.answered_on, today)
        yield _("{answer}, refused").format(answer=said) if line.refused else said
    else:
        yield _("not raised yet")
    links = [each for each in whole.option_links if each.option_id == line.id]
    serves = {each.interest_id for each in links}
    meets = {each.criterion_id for each in links}
    yield _listed(_("serves {what}"), [each.text for each in whole.interests if each.id in serves])
    yield _listed(_("meets {what}"), [each.text for each in whole.criteria if each.id in meets])


def _question(line: Question, whole: Relationship, today: date) -> Iterator[str]:
    person = whole.person(line.person_id)
    yield "" if person is None else _("for {name}").format(name=apart(person.name))
    if line.asked_on is not None:
        yield _("asked {day}").format(day=date_words(line.asked_on, today))
    if line.answer.strip():
        yield apart(quoted(line.answer))


def _known(line: PlanLine, whole: Relationship, today: date) -> Iterator[str]:
    """Yield how, by whom and when it is known."""
    who = whole.person(line.person_id) if isinstance(line, Interest | Vision) else None
    name = "" if who is None or who.is_self else apart(who.name)
    if not has_basis(line):
        yield name
        return
    reporter = whole.person(line.reported_by_id)
    basis = basis_words(line.basis, "" if reporter is None else apart(reporter.name))
    if line.basis is Basis.SAID and name:
        basis = _("said by {name}").format(name=name)
    elif name:
        basis = f"{name}, {basis}"
    yield _dated(basis, line.noted_on, today)


def _dated(words: str, day: date | None, today: date) -> str:
    return words if day is None else f"{words}, {date_words(day, today)}"


def _listed(words: str, found: Iterable[str]) -> str:
    listed = "; ".join(apart(short(each, 40)) for each in found)
    return words.format(what=listed) if listed else ""
