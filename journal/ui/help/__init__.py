"""Help: every key of the window.

May import: PySide6 and what all features share. The list is read from the menu bar, so that it
is never out of date; only the keys that a menu does not show are written down here.
"""
