"""Who of us looked after the account: bands behind everything, with the name at the top."""

from journal.timeline.board import Stage
from journal.timeline.scene import Lane, Rect, Role
from journal.timeline.signs import spot_of_spans
from journal.timeline.spans import Stretch, stretches
from journal.timeline.words import counted

_PADDING_PX = 8.0
_LEAST_NAME_PX = 24.0
_LEAST_BEFORE_TODAY_PX = 80.0


def draw_owners(stage: Stage) -> None:
    """Draw the bands behind all lanes but the metric, every second one tinted, ours by itself."""
    board, owners = stage.board, stage.timeline.owners
    strip = stage.frame.strips[Lane.OWNERS]
    for stretch in stretches(owners, stage.view):
        fill = _fill(stage, stretch)
        if fill is not None:
            board.box(Rect(stretch.left, strip.top, stretch.right, stage.frame.foot), fill)
        room = _room(stage, stretch) - 2 * _PADDING_PX
        if room >= _LEAST_NAME_PX:
            name = board.elided(_name(stage, stretch, room), room)
            baseline = strip.top + (strip.bottom - strip.top) / 2 + board.text_px * 0.35
            board.label(name, stretch.left + _PADDING_PX, baseline, Role.MUTE)
        head = Rect(stretch.left, strip.top, stretch.right, strip.bottom)
        board.spot(spot_of_spans(owners, stretch, head))


def _room(stage: Stage, stretch: Stretch) -> float:
    """Return the width for a name: up to today's line, where the band goes on beyond it."""
    before = stage.view.x_of(stage.timeline.now) - stretch.left
    whole = stretch.right - stretch.left
    return before if _LEAST_BEFORE_TODAY_PX <= before < whole else whole


def _fill(stage: Stage, stretch: Stretch) -> Role | None:
    if stretch.count > 1:
        return Role.BAND
    if stage.timeline.owners.starts.entries[stretch.first].is_self:
        return Role.BAND_SELF
    return None if stretch.first % 2 else Role.BAND


def _name(stage: Stage, stretch: Stretch, room: float) -> str:
    if stretch.count > 1:
        return counted(Lane.OWNERS, stretch.count)
    owner = stage.timeline.owners.starts.entries[stretch.first]
    full = f"{owner.name}, {owner.title}"
    return full if owner.title and stage.board.width_of(full) <= room else owner.name
