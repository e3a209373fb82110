"""Accounts: the list at the left, the head of the one that is open, and the dialogs about them.

A new account, its facts and goal, its files, and making one of two; an errand opens each. May
import: PySide6, `analysis`, `domain`, `typed`, `operations`, and what all features share. Never
here: another feature, a query. A dialog turns each answer into one operation by itself, because
it stands over whatever page is open.
"""
