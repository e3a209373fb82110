"""The journal without a window: everything that makes a file, for scripts and for terminals.

May import every room. Never here: PySide6, save where somebody asks for the window; and
nothing that the window could want as well, which belongs in `journal.operations`.

What a command says goes to standard output; why it could not, one sentence, to standard
error.
"""
