"""Meetings: the table, the one that is chosen, what matters before the next, and logging one.

May import: PySide6, `analysis`, `domain`, `typed`, `operations`, and what all features share.
Never here: another feature, a rule about what counts as lost (that is `analysis`).
"""
