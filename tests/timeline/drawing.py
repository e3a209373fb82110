"""A scene as a few lines of text, and the scenes that more than one test looks at."""

import os
from collections.abc import Iterable
from pathlib import Path

from journal.domain.relationship import Relationship
from journal.timeline.index import prepare
from journal.timeline.layout import PLAIN, Look, lay_out
from journal.timeline.prepared import Timeline
from journal.timeline.scale import View, fitted
from journal.timeline.scene import Box, Label, Lane, Rect, Role, Scene, Spot
from tests.timeline.histories import NOW

WIDTH_PX, HEIGHT_PX = 1004.0, 292.0


def whole_view(
    timeline: Timeline, width_px: float = WIDTH_PX, height_px: float = HEIGHT_PX
) -> View:
    """Show all of a timeline on a panel of the size in the drafts."""
    return timeline.extent.whole(View(start=0, end=1, width_px=width_px, height_px=height_px))


def drawn(relationship: Relationship, look: Look = PLAIN) -> Scene:
    """Draw all of a relationship."""
    timeline = prepare(relationship, now=NOW)
    return lay_out(timeline, whole_view(timeline), look)


def between(timeline: Timeline, start: str, end: str, look: Look = PLAIN) -> Scene:
    """Draw what lies between two days, the second one left out."""
    from datetime import date

    wall = timeline.wall
    days = [wall.start_of(date.fromisoformat(each)) for each in (start, end)]
    return lay_out(timeline, fitted(whole_view(timeline), *days), look)


def spots(scene: Scene, lane: Lane) -> tuple[Spot, ...]:
    """Return the spots of one lane, from the left."""
    return tuple(each for each in scene.spots if each.lane is lane)


def texts(scene: Scene) -> list[str]:
    """Return all labels, in the order in which they were placed."""
    return [each.text for each in scene.labels]


def grounds(scene: Scene) -> set[tuple[Role, Role]]:
    """Return each colour of text with each one that it stands on, in whole or in part."""
    return {(label.role, ground) for label in scene.labels for ground in _under(scene, label)}


def _under(scene: Scene, label: Label) -> Iterable[Role]:
    on_card = [each for each in scene.cards if each.fill and label.rect.within(each.rect)]
    if on_card:
        return [each.fill for each in on_card if each.fill]
    below = [each for each in scene.boxes if each.fill and each.rect.meets(label.rect)]
    covered = any(label.rect.within(each.rect) for each in below)
    return {*(each.fill for each in below if each.fill), *(() if covered else (Role.CARD,))}


def dump(scene: Scene) -> str:
    """Write a scene as text, to whole pixels."""
    made = [
        f"{scene.title}, {scene.width_px:.0f} x {scene.height_px:.0f}, plot {_rect(scene.plot)}",
        scene.words,
        *(f"strip {each.lane} {each.top:.0f} to {each.bottom:.0f}" for each in scene.strips),
        *_boxes("box", scene.boxes),
        *(
            f"line {each.x1:.0f},{each.y1:.0f} to {each.x2:.0f},{each.y2:.0f}"
            f" {each.role} {each.width_px:g} {each.dash}"
            for each in scene.lines
        ),
        *(
            f"mark {each.shape} at {each.x:.0f},{each.y:.0f} radius {each.radius_px:.1f}"
            f" {each.role}"
            for each in scene.marks
        ),
        *_boxes("card", scene.cards),
        *(
            f"label {each.x:.0f},{each.y:.0f} {each.anchor} {each.role}"
            f"{' right to left' if each.right_to_left else ''}: {each.text}"
            for each in scene.labels
        ),
        *(
            f"spot {each.lane} {_rect(each.rect)} of {len(each.records)}: {each.words}"
            for each in scene.spots
        ),
    ]
    return "\n".join(made) + "\n"


def _boxes(name: str, boxes: Iterable[Box]) -> Iterable[str]:
    return (f"{name} {_rect(each.rect)} {each.fill} {each.edge}" for each in boxes)


def _rect(rect: Rect) -> str:
    return f"{rect.left:.0f},{rect.top:.0f} to {rect.right:.0f},{rect.bottom:.0f}"


def check_golden(name: str, text: str) -> None:
    """Compare with the stored text; where it is meant to change, GOLDEN=write stores the new one.

    Whoever stores one reads the difference before it is committed.
    """
    path = Path(__file__).parents[1] / "golden" / "timeline" / name
    if os.environ.get("GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
