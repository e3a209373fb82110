"""The two commands of the README, once the Python is known to do."""

import os
import platform
import subprocess
import sys
from collections.abc import Callable

import checks
import environment
import libraries
import machine

DEMO = environment.ROOT / "account-journal-demo"
INTERRUPTED = 130  # what a shell reports of a program that Ctrl+C ended


def run(words: list[str]) -> int:
    """Show the sample journal: its papers, its picture and, on a screen, its window.

    Args:
        words: What else the program is to do, as after `account-journal`; empty for the sample.
    """

    def start() -> int:
        environment.make_ready("run")
        # Wayland's libraries come with the desktop; X11's are not all there.
        on_x11 = bool(os.environ.get("DISPLAY")) and not os.environ.get("WAYLAND_DISPLAY")
        qt = _qt_libraries(screen=on_x11)
        if qt.sentence:
            machine.say(f"{qt.sentence}\nThe window is left out; all else works without it.")
        command = [str(environment.script("account-journal")), *(words or ["demo", str(DEMO)])]
        return subprocess.run(command, check=False, env=os.environ | qt.variables).returncode

    return _saying_why(start)


def test() -> int:
    """Run every check; 0 where all of them passed."""

    def start() -> int:
        environment.make_ready("run", "test")
        if sys.platform == "linux" and not machine.has_compiler():
            environment.make_ready("compiler")
        qt = _qt_libraries(screen=False)
        if qt.sentence:
            raise machine.SetupError(qt.sentence)
        return checks.run_all(os.environ | qt.variables)

    return _saying_why(start)


def _saying_why(start: Callable[[], int]) -> int:
    try:
        machine.check(machine.describe())
        return start()
    except machine.SetupError as error:
        machine.say(str(error))
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED


def _qt_libraries(*, screen: bool) -> libraries.Outcome:
    if platform.system() != "Linux":
        return libraries.Outcome()
    return libraries.provide(screen=screen, private=environment.VENV / "system-libraries")
