"""Accounts: the list at the left and the head of the account that is open.

May import: PySide6, `analysis`, `domain`, `operations.reading` for its values, and what all
features share. Never here: another feature, a query, a change of the journal.
"""
