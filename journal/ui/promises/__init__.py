"""Follow-ups: what both sides owe over all accounts, late first, each settled by one key.

May import: `ui.shared`, operations, analysis, typed, domain. Never here: another feature, SQL.
"""
