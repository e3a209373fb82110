"""Handing an account over to a colleague: from when on, which notes go along, into which file.

May import `shared` and what is below it. Never here: what belongs to an account and what is a
private note; that is `operations.belongings` and `operations.private_notes`.
"""
