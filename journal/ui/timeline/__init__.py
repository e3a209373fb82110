"""The timeline of an account: its canvas, which turns keys and gestures into views of a Scene.

What is drawn where, what is counted and what a spot says is decided in `journal.timeline`; the
painting and the gestures that all timelines share are in `ui.shared`.
May import: PySide6, `timeline`, `domain`, and what all features share. Never here: another
feature, geometry of its own, a change of the journal.
"""
