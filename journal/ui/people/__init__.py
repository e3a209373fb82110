"""The people of an account: who they are, how they are measured, when they are not free.

Also who of us looked after it, its files, and making one of two that are the same. May import:
what the window may, and `shared`; never another feature.
"""
