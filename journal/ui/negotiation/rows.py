"""The page as rows from the top down; every word of them is made before they are painted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from itertools import groupby

from journal.analysis.guesses import Guess, guesses
from journal.analysis.preparation import open_negotiation
from journal.domain.plan import Negotiation
from journal.levels import level_words
from journal.ui.negotiation import words
from journal.ui.negotiation.groups import GROUPS, Group, Part, PlanLine, group_of
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.words import date_words, plain_tip, when_words
from journal.wording import _, ngettext

_TIP_LETTERS = 600
ABOUT = "negotiation"


class Look(Enum):
    """What a row is."""

    HEADING = auto()
    LINE = auto()
    ADD = auto()
    FACT = auto()  # the goal, and what is kept with the next meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row.

    Attributes:
        key: What tells it from the others: of a line its id, of a group's end the group's.
        lead: Whose it is, before the text; stands once for several rows under each other.
        notes: What is known about it, under the text.
        aside: At the right of a heading.
        is_mute: It is over, or nothing stands there yet.
        spoken: What a screen reader says.
        line: Of a line.
        group: Of a line, and of where one is added.
    """

    look: Look
    part: Part
    key: str
    text: str
    lead: str = ""
    notes: tuple[str, ...] = ()
    aside: str = ""
    is_mute: bool = False
    spoken: str = ""
    line: PlanLine | None = None
    group: Group | None = None

    @property
    def tip(self) -> str:
        """All of it, where it is cut."""
        if self.look is not Look.LINE:
            return ""
        return plain_tip("\n".join((words.short(self.text, _TIP_LETTERS), *self.notes)))

    @property
    def is_heading(self) -> bool:
        """Whether nobody can go to it."""
        return self.look is Look.HEADING


def rows(view: AccountView, lines: Sequence[PlanLine], *, is_closed: bool) -> list[Row]:
    """Make the rows; of a closed negotiation only what is there."""
    found: list[Row] = []
    left = guesses(view.relationship, today=view.today)
    if not is_closed:
        opened = open_negotiation(view.relationship.negotiations, view.today)
        found += [_heading(Part.ABOUT), _about(opened, view.today)]
        found += [_heading(Part.GOAL), _goal(view)]
    for part, groups in groupby(GROUPS, key=lambda each: each.part):
        inside = [row for each in groups for row in _group(each, view, lines, is_closed=is_closed)]
        if inside:
            found += [_heading(part, _aside(part, lines, left)), *inside]
    if not is_closed:
        found += [_heading(Part.MEETING, _when(view)), *_meeting(view)]
    return found


def _group(
    group: Group, view: AccountView, lines: Sequence[PlanLine], *, is_closed: bool
) -> Iterator[Row]:
    lead = words.lead(group)
    mine = [each for each in lines if group_of(each) is group]
    for place, line in enumerate(sorted(mine, key=lambda each: _is_over(each, view))):
        known = words.notes(line, view.relationship, view.today)
        yield Row(
            look=Look.LINE,
            part=group.part,
            key=line.id,
            lead="" if place else lead,
            text=line.text,
            notes=known,
            is_mute=_is_over(line, view),
            spoken=", ".join((words.group_words(group), line.text, *known)),
            line=line,
            group=group,
        )
    if group.is_offered and not is_closed:
        yield Row(
            look=Look.ADD,
            part=group.part,
            key=group.key,
            lead="" if mine else lead,
            text=words.add_words(group),
            is_mute=True,
            spoken=f"{words.group_words(group)}, {words.add_words(group)}",
            group=group,
        )


def _is_over(line: PlanLine, view: AccountView) -> bool:
    return words.is_settled(line, view.today)


def _heading(part: Part, aside: str = "") -> Row:
    said = words.heading(part)
    return Row(
        look=Look.HEADING,
        part=part,
        key=f"heading {part.name}",
        text=said,
        aside=aside,
        spoken=said,
    )


def _aside(part: Part, lines: Sequence[PlanLine], left: Sequence[Guess]) -> str:
    """Say how much of a part is a guess about them, counted as above the page."""
    count = sum(group_of(each).part is part for each in lines if each in left)
    return ngettext("{count} guess", "{count} guesses", count).format(count=count) if count else ""


def _about(opened: Negotiation | None, today: date) -> Row:
    """Say what is negotiated, or let one begin."""
    if opened is None:
        said = _("open a negotiation")
        return Row(look=Look.ADD, part=Part.ABOUT, key=ABOUT, text=said, is_mute=True, spoken=said)
    since = _("open since {day}").format(day=date_words(opened.opened_on, today))
    return Row(
        look=Look.FACT,
        part=Part.ABOUT,
        key=ABOUT,
        text=opened.title,
        notes=(since,),
        spoken=f"{words.heading(Part.ABOUT)}, {opened.title}, {since}",
    )


def _goal(view: AccountView) -> Row:
    goal = view.standing.goal
    if goal is None:
        said, known = _("No goal yet"), ""
    else:
        known = _("{level} by {day}").format(
            level=level_words(goal.level), day=date_words(goal.by, view.today)
        )
        said = goal.sentence.strip() or known
        if goal.shared_on is None:
            shared = _("not shared yet")
        else:
            shared = _("shared {day}").format(day=date_words(goal.shared_on, view.today))
        known = shared if said == known else f"{known} · {shared}"
    return Row(
        look=Look.FACT,
        part=Part.GOAL,
        key="goal",
        lead=_("Goal"),
        text=said,
        notes=tuple(filter(None, [known])),
        is_mute=goal is None,
        spoken=f"{words.heading(Part.GOAL)}, {said}, {known}",
    )


def _when(view: AccountView) -> str:
    meeting = view.next_meeting
    return "" if meeting is None else when_words(meeting.when, view.today)


def _meeting(view: AccountView) -> Iterator[Row]:
    """Yield what the next meeting should come to, and how it opens."""
    meeting = view.next_meeting
    if meeting is None:
        yield _fact("meeting", "", "", _("No meeting is planned"))
        return
    missing = _("not noted yet")
    yield _fact("best", _("Best"), meeting.best, missing)
    yield _fact("least", _("Least"), meeting.least, missing)
    yield _fact("opening", _("Opening"), meeting.opening, missing)


def _fact(key: str, lead: str, text: str, missing: str) -> Row:
    said = text.strip() or missing
    return Row(
        look=Look.FACT,
        part=Part.MEETING,
        key=key,
        lead=lead,
        text=said,
        is_mute=not text.strip(),
        spoken=", ".join(filter(None, (words.heading(Part.MEETING), lead, said))),
    )
