"""What every feature of the window needs: words, marks, fields, lists, buttons, and pages.

A widget here is told what to show and says what was done to it; only the saved fields write, by the
one `Saver`. May import: PySide6, `timeline`, `analysis`, `typed`, `domain`, and the modules beside
the features. Never here: a feature, or which operation follows from what was done.
"""
