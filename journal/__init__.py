"""Account Journal: the relationship with each customer, kept, drawn and printed on one laptop.

What lives here: the rooms of the program and its version. The core of X is `journal/X/`, its
window `journal/ui/X/`, its tests `tests/X/`.
What it may import: nothing, so that naming the package costs nothing at start.
What never belongs here: code, and names brought in from a room to be shorter to type; each name
has one home, and import-linter can only hold directions that it can see.
"""

__version__ = "0.1.0"
