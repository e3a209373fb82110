"""Buttons of a dialog: the one that Enter presses, and those that it leaves alone."""

from PySide6.QtWidgets import QPushButton


def main_button(words: str) -> QPushButton:
    """Make the one that does what the dialog is for; Enter presses it from any field."""
    made = QPushButton(words)
    made.setProperty("kind", "main")
    made.setDefault(True)
    return made


def other_button(words: str) -> QPushButton:
    """Make one that is pressed only by whoever stands on it."""
    made = QPushButton(words)
    made.setAutoDefault(False)
    return made


def quiet_button(words: str) -> QPushButton:
    """Make one without a frame, for what is seldom done."""
    made = other_button(words)
    made.setProperty("kind", "quiet")
    return made
