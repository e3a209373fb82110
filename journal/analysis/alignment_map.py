"""How both sides are measured, side by side, and the one sentence that comes of it.

Typed findings; whoever shows them finds the words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.analysis.alignment import Pair, pairs, unmeasured
from journal.analysis.people import MetricLine, metric_lines, roles_on
from journal.domain.metric import Effect
from journal.domain.person import Person
from journal.domain.record import Basis, PersonId, Side
from journal.domain.relationship import Relationship


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The numbers of one person.

    Attributes:
        person: None for the organisation as a whole, or for somebody in the trash.
        lines: At least one.
    """

    person: Person | None
    lines: tuple[MetricLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignmentMap:
    """Their numbers, ours, and each of theirs beside each of ours.

    Attributes:
        theirs: By person, without who has left; those of the organisation last.
        ours: The same of our side.
        pairs: In the order in which the numbers stand, theirs first.
        unmeasured: Who is there on their side and has no number.
    """

    theirs: tuple[Group, ...]
    ours: tuple[Group, ...]
    pairs: tuple[Pair, ...]
    unmeasured: tuple[Person, ...]

    @property
    def known(self) -> int:
        """How many numbers of theirs are known, guessed ones among them."""
        return sum(len(each.lines) for each in self.theirs)

    @property
    def guessed(self) -> int:
        """How many of those are a guess."""
        lines = (line for each in self.theirs for line in each.lines)
        return sum(line.metric.basis is Basis.GUESS for line in lines)

    @property
    def looked_at(self) -> int:
        """How many pairs were talked about or checked."""
        return sum(each.is_looked_at for each in self.pairs)


class Answer(StrEnum):
    """What the map says first, the most telling before the others.

    NO_NUMBERS, NOT_THEIRS and NOT_OURS say which sides have no number at all, UNTOLD that no
    pair was talked about. CLASH is one that was checked and is so; MEETS any other pair.
    """

    TURNING_POINT = "turning_point"
    FEARED = "feared"
    CLASH = "clash"
    MEETS = "meets"
    UNTOLD = "untold"
    NOT_OURS = "not_ours"
    NOT_THEIRS = "not_theirs"
    NO_NUMBERS = "no_numbers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """The answer of the map.

    Attributes:
        pair: The one it is about; None for the last four answers.
    """

    answer: Answer
    pair: Pair | None = None


def alignment_map(relationship: Relationship, today: date) -> AlignmentMap:
    """Put both sides' numbers side by side, as they are known on a day."""
    lines = metric_lines(relationship, today)
    order = tuple(roles_on(relationship, today))
    theirs = _groups((each for each in lines if each.metric.side is Side.THEIRS), order)
    ours = _groups((each for each in lines if each.metric.side is Side.OURS), ())
    standing = (line.metric for each in (*theirs, *ours) for line in each.lines)
    return AlignmentMap(
        theirs=theirs,
        ours=ours,
        pairs=pairs(standing, relationship.alignments),
        unmeasured=unmeasured(relationship, today),
    )


def headline(found: AlignmentMap) -> Headline:
    """Return what stands out: a refuted fear, one not checked, else what is known.

    Of several turning points, or checked pairs, it is the one checked last; of several fears
    the one that they told last.
    """
    for answer, chosen, day in (
        (Answer.TURNING_POINT, [each for each in found.pairs if each.is_turning_point], _checked),
        (Answer.FEARED, [each for each in found.pairs if each.is_feared], _perceived),
        (Answer.CLASH, [each for each in found.pairs if _is_clash(each)], _checked),
        (Answer.MEETS, [each for each in found.pairs if _is_checked(each)], _checked),
        (Answer.MEETS, [each for each in found.pairs if each.is_looked_at], _perceived),
    ):
        if chosen:
            return Headline(answer=answer, pair=max(chosen, key=day))
    if found.pairs:
        return Headline(answer=Answer.UNTOLD)
    if found.theirs:
        return Headline(answer=Answer.NOT_OURS)
    return Headline(answer=Answer.NOT_THEIRS if found.ours else Answer.NO_NUMBERS)


def _groups(lines: Iterable[MetricLine], order: Sequence[PersonId]) -> tuple[Group, ...]:
    """Gather the numbers of each person, those with a role first and in its order."""
    by_person: dict[PersonId | None, list[MetricLine]] = {each: [] for each in order}
    for line in lines:
        person_id = None if line.person is None else line.person.id
        by_person.setdefault(person_id, []).append(line)
    whole = by_person.pop(None, [])
    return tuple(
        Group(person=lines[0].person, lines=tuple(lines))
        for lines in (*by_person.values(), whole)
        if lines
    )


def _is_checked(pair: Pair) -> bool:
    return pair.alignment is not None and pair.alignment.checked is not None


def _is_clash(pair: Pair) -> bool:
    return pair.alignment is not None and pair.alignment.checked is Effect.AGAINST


def _checked(pair: Pair) -> date:
    day = None if pair.alignment is None else pair.alignment.checked_on
    return day or date.min


def _perceived(pair: Pair) -> date:
    day = None if pair.alignment is None else pair.alignment.perceived_on
    return day or date.min
