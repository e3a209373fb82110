"""What was typed, and the one command that needs nothing else: the window."""

import argparse
import gc
import os
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

from journal.domain.paper import Paper

VARIABLE = "ACCOUNT_JOURNAL"


class Words(argparse.Namespace):
    """What was typed, as far as some command asks for it."""

    journal: Path
    now: datetime
    json: bool
    account: str
    file: Path
    files: list[Path]
    folder: Path
    format: str | None
    mapping: Path | None
    dry_run: bool
    meeting: date | None
    day: date | timedelta
    paper: Paper
    output: Path
    to: str | None
    on: date | None
    private: str
    words: list[str]
    second: Path | None
    no_second: bool
    deep: bool
    run: "Command"


Command = Callable[[Words], int | None]


def window(words: Words) -> int:
    """Open the window."""
    # Of what is imported and made until it stands nothing is garbage, and looking for it would
    # take a seventh of the start; the window begins with it.
    gc.disable()
    try:
        from journal.ui import importing

        importing.bring_qt()
        from journal import app

        return app.show(named(words), getattr(words, "now", None))
    finally:
        gc.enable()


def named(words: Words) -> Path | None:
    """Return the journal that was named; None for the user's own."""
    typed = getattr(words, "journal", None)
    variable = os.environ.get(VARIABLE)
    return typed or (Path(variable) if variable else None)
