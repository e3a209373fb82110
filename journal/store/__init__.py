"""The journal *file*: the only room that knows SQL.

May import `journal.domain`. Never here: Qt, other people's formats, paper, and anything that
is derived from records rather than read from the file.

Why one door: `writing` is the only place that changes rows. It writes the row, the history
entry and the search document in one transaction, so undo, redo, "what changed" and the
search can never disagree with the records. There are no triggers and no views in the file;
so its whole schema can be compared with what this version writes, and a file from a stranger
cannot carry code.
"""
