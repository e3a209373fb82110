"""Files from outside, in the window: how far an import is, and its report row by row.

May import: PySide6, `operations.importing`, and what all features share. Never here: another
feature, a parser (that is `exchange`, which this feature does not know).
"""
