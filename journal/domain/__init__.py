"""What a meeting, a rating, a promise *is*: the words of the product as frozen values.

May import the standard library only. Never here: input and output, the clock, chance, SQL,
Qt, and anything that can be derived (that is `journal.analysis`). Every value refuses the
impossible when it is made, so that no other room has to ask again.

Why dataclasses and not rows: three rooms draw these values and none of them should know
that there is a database.
"""
