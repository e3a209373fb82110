"""What was done: the past of a record, and the trash.

May import operations, terms and what every feature of the window may. Both are read from the
one history that undo is read from; nothing here keeps a list of its own.
"""
