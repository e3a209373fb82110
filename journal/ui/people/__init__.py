"""The people of an account: who they are, how they are measured, when they are not free.

Also who of us looks after it. May import: PySide6, `analysis`, `domain`, `typed`, `operations`, and
what all features share. Never here: another feature, a query.
"""
