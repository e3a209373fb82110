"""The window: what the user sees and presses, a folder for each feature.

What lives here: each feature's folder shows one thing and says by a signal what the user did.
`main_window` is what stands on the screen at once; `desk` joins the features with the journal, and
`places`, `deeds` and the errands what is opened from the menus. `shared` and the modules beside it
(theme, saving, work in the background, failures) serve them all.
What it may import: PySide6, `operations`, `timeline`, `analysis`, `typed`, `terms`, `domain`,
`wording`, `resources`. Features are strangers to each other.
What never belongs here: SQL, a rule about meetings or ratings (that is `analysis`), a change to
the journal that is not one call of an operation.
"""
