"""Backups as the user meets them: which there are, what a restore would bring, and the restore.

Also moving a journal out of a folder that another program copies elsewhere, and looking at the
other versions that such a program leaves. May import operations, terms and what every feature
of the window may; what takes time is done in the background, on a connection of its own.
"""
