"""Portfolio: all accounts in one table, what asks most first; sorted, narrowed and exported.

May import: `ui.shared`, operations, analysis, domain. Never here: another feature, SQL.
"""
