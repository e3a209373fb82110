"""What the journal's values *tell*: pure functions of domain values, and `now` as an argument.

May import `journal.domain`, and python-dateutil inside the one function that expands a
recurrence rule. Never here: input and output, the clock, chance, SQL, Qt, and sentences for
the user. A finding is a typed value with its counts; the window, the command line and the
brief word it, each for its own place, so that no number has two definitions and no sentence
is put into anyone's mouth.

Nothing found here is stored: a correction of the past corrects every number at once.
"""
