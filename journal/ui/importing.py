"""Qt, brought in so that all later imports go as Python does them.

PySide puts a function of its own before every import that follows its first. It reads the source
of each module, to see whether it asks for the feature `snake_case`; none of ours does. That took a
twentieth of the start, and kept a copy of every source in memory for as long as the window stood.
"""

import builtins


def bring_qt() -> None:
    """Import Qt's modules, and put Python's own import back."""
    import PySide6.QtWidgets  # noqa: F401

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
