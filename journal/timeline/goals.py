"""Where it should be: a ring on the level to reach, and a broken line to it from today."""

from journal.domain.rating import Goal
from journal.levels import level_words
from journal.timeline.board import Stage
from journal.timeline.ratings import level_at
from journal.timeline.scene import Anchor, Dash, Role, Shape
from journal.timeline.signs import Sign, draw_signs
from journal.timeline.tracks import Track
from journal.wording import _

# Nearer than this a day is said without its year.
_SURE_DAYS = 300
_MOST_WAYS = 6
_LINE_PX = 1.5
_ABOVE_PX = 8.0
_BESIDE_PX = 4.0


def draw_goals(stage: Stage) -> None:
    """Draw every goal; the next few that stand with a line from today and with words."""
    timeline, view = stage.timeline, stage.view
    for track in timeline.goals.values():
        _draw_rings(stage, track)
    for goal, by in timeline.standing_goals[:_MOST_WAYS]:
        if by > timeline.now:
            _draw_way(stage, goal, by)
    for goal, by in timeline.standing_goals[:_MOST_WAYS]:
        if view.start <= by <= view.end:
            _draw_words(stage, goal, by)


def _draw_rings(stage: Stage, track: Track[Goal]) -> None:
    radius = stage.board.text_px * 0.48

    def sign_of(place: int) -> Sign:
        goal = track.entries[place]
        role = Role.MUTE if goal.ended_on else Role.ACCENT
        return Sign(Shape.GOAL, role, radius, stage.frame.level_y(goal.level))

    draw_signs(stage, track, sign_of)


def _draw_way(stage: Stage, goal: Goal, by: float) -> None:
    now, level_y = stage.timeline.now, stage.frame.level_y
    start = level_at(stage, now) or goal.level
    here, there = stage.view.x_of(now), stage.view.x_of(by)
    end = (there, level_y(goal.level))
    stage.board.line((here, level_y(start)), end, Role.ACCENT, _LINE_PX, Dash.DASHED)


def _draw_words(stage: Stage, goal: Goal, by: float) -> None:
    """Write the goal above its ring, below it where that is taken."""
    board = stage.board
    text = _words(stage, goal)
    half = board.width_of(text) / 2
    left, now = board.plot.left, stage.view.x_of(stage.timeline.now)
    if left < now < stage.view.x_of(by):
        left = now + _BESIDE_PX
    x = min(max(stage.view.x_of(by), left + half), board.plot.right - half)
    y = stage.frame.level_y(goal.level)
    above, below = y - _ABOVE_PX - 2, y + _ABOVE_PX + board.text_px
    if not board.label(text, x, above, Role.ACCENT, Anchor.MIDDLE):
        board.label(text, x, below, Role.ACCENT, Anchor.MIDDLE)


def _words(stage: Stage, goal: Goal) -> str:
    dates, today = stage.timeline.dates, stage.timeline.wall.day_at(stage.timeline.now)
    near = abs((goal.by - today).days) < _SURE_DAYS
    day = dates.day(goal.by) if near else f"{dates.day(goal.by)} {goal.by.year}"
    return _("goal: {level}, {day}").format(level=level_words(goal.level).lower(), day=day)
