"""Searching: the line at the top left and the list of what was found.

May import: PySide6, `domain`, and what all features share. Never here: another feature, the
search itself (that is `operations.searching`).
"""
