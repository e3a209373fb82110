"""The brief in the window: its pages to look at, to save and to print.

The paper itself is made by `operations.briefing`; here its pages are only turned into pictures.
May import: PySide6, pypdfium2 (inside a function, in a thread), `operations`, and what all
features share. Never here: another feature, what a brief says.
"""
