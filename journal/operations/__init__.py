"""What a user *does*: one verb a function, each one transaction, each returns one Change.

May import every room below: store, exchange, brief, timeline, analysis, typed, domain. Never here:
Qt, SQL beyond a condition for `store.records`, and words that only a screen needs. The window and
the command line call the same verbs, so neither can do what the other cannot.
"""
