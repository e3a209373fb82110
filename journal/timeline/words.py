"""What is drawn on the timeline, in words: names beside it, and counts of many."""

from collections.abc import Callable, Mapping

from journal.timeline.scene import Lane, Shape
from journal.wording import _, ngettext

_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"


def isolated(text: str) -> str:
    """Shut a user's text in, so that right-to-left letters do not turn the words about it."""
    return f"{_ISOLATE}{text}{_END_ISOLATE}"


def lane_names() -> Mapping[Lane, str]:
    """Name the lanes that have a name of their own at their left."""
    return {
        Lane.MEETINGS: _("Meetings"),
        Lane.BARRIERS: _("Barriers"),
        Lane.PROMISES: _("Promises"),
        Lane.VISIONS: _("Visions due"),
    }


def shape_words(shape: Shape) -> str:
    """Say what became of a meeting, a promise or a vision."""
    return {
        Shape.HELD: _("held"),
        Shape.LOST: _("lost"),
        Shape.LOST_AT_THE_DOOR: _("lost at the door"),
        Shape.CALLED_OFF: _("called off by us"),
        Shape.MOVED: _("moved in good time"),
        Shape.PLANNED: _("planned"),
        Shape.UNRECORDED: _("not recorded yet"),
        Shape.KEPT: _("kept"),
        Shape.KEPT_LATE: _("kept late"),
        Shape.OWED: _("open"),
        Shape.LATE: _("overdue"),
        Shape.DROPPED: _("dropped"),
        Shape.VISION: _("due"),
    }[shape]


def outcomes(counts: Mapping[Shape, int]) -> str:
    """Say what became of many; those lost at the door are among the lost."""
    at_door = counts.get(Shape.LOST_AT_THE_DOOR, 0)
    merged = dict(counts)
    if at_door:
        merged[Shape.LOST] = merged.get(Shape.LOST, 0) + at_door
        del merged[Shape.LOST_AT_THE_DOOR]
    told = [
        _("{count} {outcome}").format(count=count, outcome=shape_words(shape))
        for shape, count in merged.items()
        if count
    ]
    if at_door:
        told.append(_("{count} of these at the door").format(count=at_door))
    return ", ".join(told)


def counted(lane: Lane, count: int) -> str:
    """Say how many entries of a lane there are."""
    return _COUNTED[lane](count).format(count=count)


_COUNTED: Mapping[Lane, Callable[[int], str]] = {
    Lane.ACCOUNTS: lambda n: ngettext("{count} account", "{count} accounts", n),
    Lane.OWNERS: lambda n: ngettext("{count} owner", "{count} owners", n),
    Lane.QUOTES: lambda n: ngettext("{count} quote", "{count} quotes", n),
    Lane.RATINGS: lambda n: ngettext("{count} rating", "{count} ratings", n),
    Lane.GOALS: lambda n: ngettext("{count} goal", "{count} goals", n),
    Lane.TURNING_POINTS: lambda n: ngettext("{count} turning point", "{count} turning points", n),
    Lane.MEETINGS: lambda n: ngettext("{count} meeting", "{count} meetings", n),
    Lane.BARRIERS: lambda n: ngettext("{count} barrier", "{count} barriers", n),
    Lane.PROMISES: lambda n: ngettext("{count} promise", "{count} promises", n),
    Lane.VISIONS: lambda n: ngettext("{count} vision", "{count} visions", n),
    Lane.METRIC: lambda n: ngettext("{count} reading", "{count} readings", n),
}
