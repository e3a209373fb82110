"""The Relationship tab of an account: rate it, compare both sides, look a year ahead.

May import ui.shared. Counts and steps only: no score belongs here, because ratings are ordinal
and the two sides see one relationship differently.
"""
