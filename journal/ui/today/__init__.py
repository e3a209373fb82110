"""Today: the visits in order, when to leave, what waits for its outcome, and the next days.

May import: `ui.shared`, operations, analysis, domain. Never here: another feature, a dialog, SQL.
"""
