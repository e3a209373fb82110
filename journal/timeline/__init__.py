"""Where each thing of a relationship is *drawn*: geometry without Qt, for window and paper.

`index.prepare` sorts a relationship once into a `prepared.Timeline`; `layout.lay_out` turns
what is visible of it into a `scene.Scene` of boxes, lines, marks and labels, each frame. The
painter in the window, the figure in the brief and `svg` draw the same Scene, dumbly: what to
show where, what to count and which label to drop is decided here and nowhere else.

May import analysis, domain and wording. Never here: Qt, reportlab, files, the clock, chance,
and colours other than by role (`palette` holds the sets that paper and SVG use).
"""
