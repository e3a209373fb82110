"""The timeline of an account, into a file."""

from pathlib import Path

from journal.brief import pdf
from journal.domain.document import Paper
from journal.domain.record import AccountId
from journal.operations import reading
from journal.operations.journal import Journal
from journal.timeline.index import prepare
from journal.timeline.layout import Look, lay_out
from journal.timeline.lettering import Measure
from journal.timeline.palette import LIGHT
from journal.timeline.prepared import Timeline
from journal.timeline.scale import View
from journal.timeline.scene import Scene
from journal.timeline.svg import svg

ENDINGS = (".svg", ".png", ".pdf")
# Of a picture by itself: a page of text wide, and three to one.
WIDTH_PX, HEIGHT_PX = 1280.0, 420.0


def write_timeline(journal: Journal, account: AccountId, path: Path) -> None:
    """Draw every entry; the file's ending says as what.

    The window opens at the last years, since the rest is a drag away. Paper cannot be dragged:
    what is not on it is not there. It ends as the window's whole history does, with the last
    entry where nothing happened for long since.

    Args:
        path: Ends in one of `ENDINGS`.

    Raises:
        NotFoundError: if there is no such account.
        NotSavedError: if the disk does not take it; what was there is as it was.
    """
    now = journal.now()
    timeline = prepare(reading.relationship(journal, account), now=now)
    ending = path.suffix.lower()
    if ending == ".svg":
        pdf.put(path, svg(_scene(timeline, WIDTH_PX), LIGHT).encode())
        return
    from journal.brief import scene_pdf

    if ending == ".pdf":
        width_px = scene_pdf.scene_width_px(Paper.A4)
        scene = _scene(timeline, width_px, scene_pdf.text_width)
        pdf.put(path, scene_pdf.timeline_pdf(scene, paper=Paper.A4, printed_at=now))
    else:
        scene = _scene(timeline, WIDTH_PX, scene_pdf.text_width)
        pdf.put(path, scene_pdf.timeline_png(scene, printed_at=now))


def _scene(timeline: Timeline, width_px: float, measure: Measure | None = None) -> Scene:
    surface = View(start=0.0, end=1.0, width_px=width_px, height_px=HEIGHT_PX)
    look = Look() if measure is None else Look(measure=measure)
    return lay_out(timeline, timeline.extent.whole(surface), look)
