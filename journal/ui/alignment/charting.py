"""The map as it is drawn and spoken: numbers and pairs in one order, each with its words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journal.analysis.alignment import Pair
from journal.analysis.alignment_map import AlignmentMap, Group
from journal.analysis.people import MetricLine
from journal.domain.metric import Alignment, Metric
from journal.domain.record import Basis, MetricId, Side
from journal.terms import effect_words
from journal.timeline.tied import Chart, Column, Ends, Number, Tie, Told
from journal.ui.alignment import words
from journal.ui.shared.account_view import AccountView
from journal.wording import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Charted:
    """What the widget walks: their numbers, then ours, then each pair.

    Attributes:
        theirs: From the top down; `ours` too.
        pairs: Each of theirs beside each of ours, theirs first in order.
        spoken: The words of each part, in this order.
    """

    chart: Chart
    theirs: tuple[Metric, ...]
    ours: tuple[Metric, ...]
    pairs: tuple[Pair, ...]
    spoken: tuple[str, ...]

    @property
    def numbers(self) -> tuple[Metric, ...]:
        """Both sides' numbers."""
        return (*self.theirs, *self.ours)

    def pair_at(self, part: int) -> Pair | None:
        """Return the pair that a part is; None where it is a number."""
        place = part - len(self.numbers)
        return self.pairs[place] if 0 <= place < len(self.pairs) else None

    def number_at(self, part: int) -> Metric | None:
        """Return the number that a part is; None where it is a pair."""
        return self.numbers[part] if part < len(self.numbers) else None

    def part_of(self, number: MetricId) -> int:
        """Return which part a number is; 0 where it is none."""
        ids = [each.id for each in self.numbers]
        return ids.index(number) if number in ids else 0

    def part_of_pair(self, ends: Ends) -> int:
        """Return which part a pair is; 0 where it is none."""
        for place, pair in enumerate(self.pairs, len(self.numbers)):
            if ends_of(pair) == ends:
                return place
        return 0

    def is_theirs(self, part: int) -> bool:
        """Say whether a part is a number of theirs."""
        return part < len(self.theirs)

    def neighbour(self, part: int, by: int) -> int:
        """Return the number above or below on the same side, or the same one at the end."""
        theirs = len(self.theirs)
        first, last = (0, theirs - 1) if part < theirs else (theirs, len(self.numbers) - 1)
        return min(max(part + by, first), last)

    def opposite(self, part: int) -> int | None:
        """Return the number across: the first that one is joined with, else that in its row."""
        number = self.numbers[part]
        for tie in self.chart.ties:
            if number.id in tie.ends:
                return self.part_of(tie.ends[1 - tie.ends.index(number.id)])
        across = self.ours if self.is_theirs(part) else self.theirs
        row = part if self.is_theirs(part) else part - len(self.theirs)
        return self.part_of(across[min(row, len(across) - 1)].id) if across else None

    def pair_with(self, one: int, other: int) -> int | None:
        """Return the pair of two numbers; None where they are of one side, or no numbers."""
        first, second = self.number_at(one), self.number_at(other)
        if first is None or second is None or self.is_theirs(one) is self.is_theirs(other):
            return None
        return self.part_of_pair(
            (first.id, second.id) if self.is_theirs(one) else (second.id, first.id)
        )

    def next_pair(self, part: int, by: int) -> int:
        """Return the pair after or before another, of those that were looked at."""
        looked_at = [self.part_of_pair(each.ends) for each in self.chart.ties]
        beyond = [each for each in looked_at if (each - part) * by > 0]
        return min(beyond, key=lambda each: abs(each - part), default=part)

    def looking_at(self, chosen: MetricId | None, joining: Ends | None) -> Chart:
        """Return what is drawn while a number is in hand, or a pair is being joined."""
        return replace(self.chart, chosen=chosen, joining=joining)


def ends_of(pair: Pair) -> Ends:
    """Return the two numbers of a pair."""
    return pair.theirs.id, pair.ours.id


def charted(found: AlignmentMap, view: AccountView) -> Charted:
    """Make ready what is drawn and spoken."""
    spoken = [
        words.number_words(line, head, found.pairs, view.today)
        for side, groups in ((Side.THEIRS, found.theirs), (Side.OURS, found.ours))
        for group in groups
        for head in (words.head_words(group, side, view.relationship.account.name),)
        for line in group.lines
    ]
    spoken += [words.pair_words(each, view) for each in found.pairs]
    return Charted(
        chart=Chart(
            title=_("How both sides are measured"),
            words=words.chart_words(found),
            theirs=_columns(found.theirs, Side.THEIRS, view),
            ours=_columns(found.ours, Side.OURS, view),
            ties=tuple(_ties(found.pairs, view)),
        ),
        theirs=_metrics(found.theirs),
        ours=_metrics(found.ours),
        pairs=found.pairs,
        spoken=tuple(spoken),
    )


def _metrics(groups: Sequence[Group]) -> tuple[Metric, ...]:
    return tuple(line.metric for group in groups for line in group.lines)


def _columns(groups: Sequence[Group], side: Side, view: AccountView) -> tuple[Column, ...]:
    """Return the numbers by whose they are; without any, a head that says so."""
    if not groups:
        return (Column(head=words.missing_words(side), numbers=()),)
    return tuple(
        Column(
            head=words.head_words(group, side, view.relationship.account.name),
            numbers=tuple(_number(each, view) for each in group.lines),
        )
        for group in groups
    )


def _number(line: MetricLine, view: AccountView) -> Number:
    return Number(
        id=line.metric.id,
        name=line.metric.text,
        ground=words.ground_words(line, view.today),
        is_guess=line.metric.side is Side.THEIRS and line.metric.basis is Basis.GUESS,
    )


def _ties(pairs: Sequence[Pair], view: AccountView) -> list[Tie]:
    return [
        Tie(
            ends=ends_of(each),
            perceived=_perceived(each, each.alignment, view),
            checked=_checked(each.alignment, view),
            turning=words.turning_words() if each.is_turning_point else "",
        )
        for each in pairs
        if each.alignment is not None and each.is_looked_at
    ]


def _perceived(pair: Pair, alignment: Alignment, view: AccountView) -> Told | None:
    if alignment.perceived is None:
        return None
    said = words.perceived_words(alignment, view.relationship, is_past=pair.is_turning_point)
    return Told(effect=alignment.perceived, words=said, brief=effect_words(alignment.perceived))


def _checked(alignment: Alignment, view: AccountView) -> Told | None:
    if alignment.checked is None:
        return None
    said = words.checked_words(alignment, view.today)
    return Told(effect=alignment.checked, words=said, brief=effect_words(alignment.checked))
