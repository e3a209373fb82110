"""The timeline of an account, into a file."""

from dataclasses import replace
from pathlib import Path

from journal.brief import pdf
from journal.domain.paper import Paper
from journal.domain.record import AccountId
from journal.operations import reading
from journal.operations.journal import Journal
from journal.timeline.index import prepare
from journal.timeline.layout import Look, lay_out
from journal.timeline.narrowing import ALL, Narrowing
from journal.timeline.palette import LIGHT
from journal.timeline.prepared import Timeline
from journal.timeline.scale import View
from journal.timeline.scene import Lane, Scene
from journal.timeline.svg import svg

ENDINGS = (".svg", ".png", ".pdf")
# Of a picture by itself: a page of text wide, and three to one; lower where there are no levels.
WIDTH_PX, HEIGHT_PX, LOW_PX = 1280.0, 420.0, 260.0


def write_timeline(
    journal: Journal, account: AccountId, path: Path, narrowing: Narrowing = ALL
) -> None:
    """Draw every entry; the file's ending says as what.

    The window opens at the last years, since the rest is a drag away. Paper cannot be dragged:
    what is not on it is not there. It ends as the window's whole history does, with the last
    entry where nothing happened for long since.

    Args:
        path: Ends in one of `ENDINGS`.
        narrowing: Less than everything, as the window may show it.

    Raises:
        NotFoundError: if there is no such account.
        NotSavedError: if the disk does not take it; what was there is as it was.
    """
    now = journal.now()
    whole = narrowing.of(reading.relationship(journal, account))
    timeline = prepare(whole, now=now, metric_id=narrowing.metric_id)
    look = Look(lanes=narrowing.lanes)
    ending = path.suffix.lower()
    if ending == ".svg":
        pdf.put(path, svg(_scene(timeline, WIDTH_PX, look), LIGHT).encode())
        return
    from journal.brief import scene_pdf

    look = replace(look, measure=scene_pdf.text_width)
    if ending == ".pdf":
        width_px = scene_pdf.scene_width_px(Paper.A4)
        scene = _scene(timeline, width_px, look)
        pdf.put(path, scene_pdf.timeline_pdf(scene, paper=Paper.A4, printed_at=now))
    else:
        scene = _scene(timeline, WIDTH_PX, look)
        pdf.put(path, scene_pdf.timeline_png(scene, printed_at=now))


def _scene(timeline: Timeline, width_px: float, look: Look) -> Scene:
    has_levels = Lane.RATINGS in timeline.lanes & look.lanes
    height_px = HEIGHT_PX if has_levels else LOW_PX
    surface = View(start=0.0, end=1.0, width_px=width_px, height_px=height_px)
    return lay_out(timeline, timeline.extent.whole(surface), look)
