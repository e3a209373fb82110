"""What is earlier or later than what is in view, counted, so that nobody takes a part for all."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from journal.timeline.axis import baseline
from journal.timeline.barriers import are_spans
from journal.timeline.board import Stage
from journal.timeline.scene import Anchor, Lane, Role
from journal.wording import _

_BESIDE_TODAY_PX = 12.0
# Of the plot; the steps of time need the rest.
_MOST = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What there is on either side of the view, each counted and in words; empty for nothing."""

    earlier: str
    later: str

    def after(self, words: str) -> str:
        """Add it to what is said of the whole."""
        told = ", ".join(each for each in (self.earlier, self.later) if each)
        return _("{words} Out of view: {told}.").format(words=words, told=told) if told else words


def entries_outside(stage: Stage, lanes: frozenset[Lane]) -> Outside:
    """Count the entries of these lanes that are not in view; the owners are no events.

    Args:
        lanes: Those that are drawn. What is drawn as a span is in view until it ends.
    """
    timeline, view = stage.timeline, stage.view
    spans = timeline.barrier_rows if Lane.BARRIERS in lanes and are_spans(stage) else ()
    moments = lanes - {Lane.OWNERS} - ({Lane.BARRIERS} if spans else set())
    begun = [each.times for each in timeline.tracks if each.lane in moments]
    over = [*begun, *(each.ends for each in spans)]
    begun += [each.starts.times for each in spans]
    earlier = sum(bisect_left(each, view.start) for each in over)
    later = sum(len(each) - bisect_right(each, view.end) for each in begun)
    return Outside(
        earlier=_("{count} earlier").format(count=earlier) if earlier else "",
        later=_("{count} later").format(count=later) if later else "",
    )


def draw_outside(stage: Stage, outside: Outside) -> None:
    """Say it at the bottom, on its side; beside the name of today where that is there, too."""
    board, y = stage.board, baseline(stage)
    beside = board.width_of(_("today ›")) + _BESIDE_TODAY_PX
    for told, text, x, inwards, anchor in (
        (outside.earlier, _("‹ {told}"), board.plot.left, beside, Anchor.START),
        (outside.later, _("{told} ›"), board.plot.right, -beside, Anchor.END),
    ):
        said = text.format(told=told)
        if told and board.width_of(said) <= _MOST * board.plot.width:
            is_first = board.label(said, x, y, Role.MUTE, anchor)
            is_first or board.label(said, x + inwards, y, Role.MUTE, anchor)
