"""Paper in the window: pages to look at, to save and to print.

What lives here: the pages of any document (`preview`), and of each what belongs beside them: what
a brief lacks, the days of a pack, the lines of the page to share and what they said to each.
The paper itself is made by `operations`; here its pages are only turned into pictures.
May import: PySide6, pypdfium2 (inside a function, in a thread), `operations`, and what all
features share. Never here: another feature, what a page says.
"""
