"""The window: what the user sees and presses, a folder for each feature.

What lives here: `main_window` puts the features together; each feature's folder shows one thing
and says by a signal what the user did; `shared` and the modules beside it (theme, words, work in
the background, failures) serve them all.
What it may import: PySide6, `operations`, `timeline`, `analysis`, `domain`, `wording`,
`resources`. Features are strangers to each other: only the main window joins them.
What never belongs here: SQL, a rule about meetings or ratings (that is `analysis`), a change to
the journal that is not one call of an operation.
"""
