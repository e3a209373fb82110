"""The timeline in the window: it paints a Scene and turns keys and gestures into views of it.

What is drawn where, what is counted and what a spot says is decided in `journal.timeline`; this
feature only paints, zooms, moves and chooses.
May import: PySide6, `timeline`, `domain`, and what all features share. Never here: another
feature, geometry of its own, a change of the journal.
"""
