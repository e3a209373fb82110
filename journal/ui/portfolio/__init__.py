"""Portfolio: all accounts in one table or as timelines; sorted, narrowed and exported.

May import: `ui.shared`, operations, timeline, analysis, domain. Never here: another feature, SQL.
"""
