"""The Negotiation tab: what stands between us, what both sides want, and what could be done.

It may import operations, typed, analysis, domain, wording and, of the window, shared and saving.
No other feature: who plans, prints or changes the goal does it on a signal.
"""
