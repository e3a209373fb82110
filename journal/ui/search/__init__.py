"""Searching: the palette over accounts, people, commands and the journal's own words.

May import: PySide6, `domain`, `operations`, and what all features share. Never here: another
feature, the search itself (that is `operations.searching`).
"""
