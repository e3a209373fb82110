"""One timeline as several libraries paint it: ours, and pyqtgraph and matplotlib where they are.

Each side is made ready once and then paints one view after the other into a picture of the same
size, as a window would. What the others draw is less than ours: a dot for each meeting in the
colour of how it ended, and the step line of our ratings; no lanes, no labels, nothing to point at.
"""

import importlib.util
import os
from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from journal.domain.rating import Viewpoint
from journal.timeline.layout import Look, lay_out
from journal.timeline.palette import LIGHT
from journal.timeline.prepared import Timeline
from journal.timeline.scale import View
from journal.timeline.scene import Role
from journal.ui.colours import LIGHT as COLOURS
from journal.ui.shared.scene_painter import Lettering, ScenePainter

OURS = "ours"
SIZE_PX = (1004, 292)
Paint = Callable[[View], object]


def timeline_sides() -> dict[str, Callable[[Timeline], Paint]]:
    """Return the sides that are there, ours first."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")
    if QApplication.instance() is None:
        _KEPT.append(QApplication([]))
    others = {"pyqtgraph": _pyqtgraph, "matplotlib": _matplotlib}
    there = {name: side for name, side in others.items() if importlib.util.find_spec(name)}
    return {OURS: _ours, **there}


_KEPT: list[QApplication] = []


def _ours(timeline: Timeline) -> Paint:
    lettering = Lettering(QFont())
    painter = ScenePainter(COLOURS, lettering)
    look = Look(measure=lettering.measure)
    canvas = QImage(*SIZE_PX, QImage.Format.Format_RGB32)

    def paint(view: View) -> None:
        canvas.fill(COLOURS.card)
        onto = QPainter(canvas)
        painter.paint(onto, lay_out(timeline, view, look))
        onto.end()

    return paint


def _points(timeline: Timeline) -> tuple[list[float], list[float], list[str]]:
    """Where each meeting stands, and in which colour."""
    times = list(timeline.meetings.times)
    colours = [
        LIGHT[Role.HELD] if kind == 0 else LIGHT[Role.LOST] for kind in timeline.meetings.kinds
    ]
    return times, [0.0] * len(times), colours


def _steps(timeline: Timeline) -> tuple[list[float], list[float]]:
    track = timeline.steps[Viewpoint.OURS]
    return list(track.times), [float(each) for each in track.kinds]


def _pyqtgraph(timeline: Timeline) -> Paint:
    import pyqtgraph

    made: Any = pyqtgraph.PlotWidget(background=LIGHT[Role.CARD])
    made.resize(*SIZE_PX)
    times, heights, colours = _points(timeline)
    brushes = {each: pyqtgraph.mkBrush(each) for each in set(colours)}
    dots = pyqtgraph.ScatterPlotItem(
        x=times, y=heights, size=8, pen=None, brush=[brushes[each] for each in colours]
    )
    made.addItem(dots)
    when, levels = _steps(timeline)
    line = pyqtgraph.PlotDataItem(
        [*when, timeline.now], levels, stepMode="center", pen=LIGHT[Role.ACCENT]
    )
    made.addItem(line)
    made.setYRange(-1, 6, padding=0)
    made.show()

    def paint(view: View) -> None:
        made.setXRange(view.start, view.end, padding=0)
        made.grab()

    return paint


def _matplotlib(timeline: Timeline) -> Paint:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    dots_an_inch = 100
    figure: Any = Figure(
        figsize=(SIZE_PX[0] / dots_an_inch, SIZE_PX[1] / dots_an_inch), dpi=dots_an_inch
    )
    canvas: Any = FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    times, heights, colours = _points(timeline)
    axes.scatter(times, heights, s=36, c=colours)
    axes.step(*_steps(timeline), where="post", color=LIGHT[Role.ACCENT])
    axes.set_ylim(-1, 6)

    def paint(view: View) -> None:
        axes.set_xlim(view.start, view.end)
        canvas.draw()

    return paint
