"""The way in hands over to the command line, in the user's language."""

import sys
from pathlib import Path

import pytest

from journal import __main__


def test_the_program_does_what_the_command_line_asks(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """`account-journal` and `python -m journal` are this one function."""
    file = tmp_path / "mine.journal"
    monkeypatch.setattr(sys, "argv", ["account-journal", "new", str(file)])
    assert __main__.main() == 0
    assert file.is_file()
