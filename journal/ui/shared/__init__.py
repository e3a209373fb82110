"""What every feature of the window needs: colours, words, marks and small plain widgets.

May import: PySide6, `domain`, `wording`. Never here: a feature, the journal, an operation; a
widget here is told what to show and says what was done to it.
"""
