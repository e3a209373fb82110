"""The demo: the main job from end to end, into one folder."""

import os
import sys
from datetime import datetime
from pathlib import Path

from journal.cli.telling import say
from journal.domain.errors import JournalError, NotSavedError
from journal.operations import briefing, drawing, framework, reading, sample
from journal.operations.journal import Clock, Journal
from journal.wording import _

JOURNAL, BRIEF, FRAMEWORK = "sample.journal", "brief.pdf", "framework.pdf"
TIMELINE, WINDOW = "timeline.svg", "window.png"
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")


def demonstrate(folder: Path, clock: Clock, now: datetime | None) -> int:
    """Write the demo's files into a folder, then open the window if there is a screen.

    Returns:
        The exit status: 0, also where Qt cannot draw here and the picture is left out.
    """
    path = folder / JOURNAL
    _make_journal(path, clock)
    with Journal.open(path, clock) as journal:
        account = reading.find_account(journal, sample.REPAIRED).id
        briefing.write_brief(journal, account, folder / BRIEF)
        drawing.write_timeline(journal, account, folder / TIMELINE)
        say(*(str(folder / name) for name in (JOURNAL, BRIEF, TIMELINE)))
        _share(journal, folder / FRAMEWORK)
    try:
        from journal import app
    except ImportError as error:
        say(_("No picture of the window: Qt cannot be loaded here ({error}).").format(error=error))
        return 0
    picture = folder / WINDOW
    app.picture(path, picture, account=account, now=now)
    say(str(picture))
    return app.show(path, now) if _has_screen() else 0


def _make_journal(path: Path, clock: Clock) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotSavedError(
            _("{folder} cannot be made.").format(folder=path.parent), str(error)
        ) from error
    if path.exists() and not sample.is_untouched(path):
        say(_("{path} holds changes of yours, and stays as it is.").format(path=path))
    else:
        sample.make_sample(path, clock)


def _share(journal: Journal, path: Path) -> None:
    """Write the page to share, unless somebody keeps every line of the sample at home."""
    try:
        account = reading.find_account(journal, sample.RAISED).id
        framework.write_framework(journal, account, path)
    except JournalError as error:
        say(error.sentence)
    else:
        say(str(path))


def _has_screen() -> bool:
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return False
    return sys.platform in {"darwin", "win32"} or any(map(os.environ.get, DISPLAYS))
