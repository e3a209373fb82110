"""The libraries of the system that Qt's wheels expect on Linux, and how to come by them.

A machine that has them is left alone. On Debian and its kin the rest is installed where that is
allowed (root); elsewhere it is unpacked into a private folder and used from there.
"""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from machine import say

# Shared object to Debian's package, for drawing without a screen ...
DRAWING = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
# ... and what a window on a screen and a printer need besides.
SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libcups.so.2": "libcups2",
}
# Drivers of the graphics card: large, and of no use to a program that draws in memory.
DRIVERS = ("libllvm", "libgl1-mesa-dri", "libglx-mesa", "libegl-mesa", "libdrm-")
FOR_A_SHELL = "environment.sh"

_TRY_EACH = """
import ctypes, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        print(name)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How it went.

    Attributes:
        variables: To be set for a program that uses Qt.
        sentence: Why there can be no window, and what would help; empty where there can.
    """

    variables: Mapping[str, str] = field(default_factory=dict)
    sentence: str = ""


def provide(*, screen: bool, private: Path) -> Outcome:
    """Make Qt loadable.

    Args:
        screen: Whether there is a screen of X11, so that its libraries are needed too.
        private: The folder for what may not be installed; its libraries are found once unpacked.
    """
    wanted = DRAWING | (SCREEN if screen else {})
    lacking = missing(wanted, private)
    if lacking and shutil.which("apt-get"):
        packages = sorted(wanted[name] for name in lacking)
        if os.geteuid() == 0:
            say(f"Installing with apt-get: {' '.join(packages)} ...")
            _install(packages)
        else:
            say(f"Fetching from Debian for Qt: {' '.join(packages)} ...")
            _unpack(packages, private)
        lacking = missing(wanted, private)
    found = variables(private)
    if not lacking:
        return Outcome(variables=found)
    if not DRAWING.keys() & lacking:
        found["QT_QPA_PLATFORM"] = "offscreen"  # or Qt would end the program at its start
    return Outcome(variables=found, sentence=advice(lacking, wanted))


def missing(names: Iterable[str], private: Path) -> list[str]:
    """Name the libraries that the loader does not find, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", _TRY_EACH, *names],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | variables(private),
    )
    return done.stdout.split()


def advice(lacking: Iterable[str], packages: Mapping[str, str]) -> str:
    """Say what is missing, and the line that brings it."""
    names = sorted(lacking)
    sentence = f"Qt cannot open a window, because this system lacks {', '.join(names)}."
    if shutil.which("apt-get"):
        line = " ".join(sorted(packages[name] for name in names))
        return f"{sentence} This line brings them: sudo apt-get install {line}"
    return f"{sentence} Please install them with the system's own packages."


def variables(private: Path) -> dict[str, str]:
    """Name the environment variables through which the unpacked libraries are found."""
    folders = sorted(str(folder) for folder in private.glob("**/lib/*-linux-gnu"))
    if not folders:
        return {}
    folders += filter(None, os.environ.get("LD_LIBRARY_PATH", "").split(":"))
    found = {"LD_LIBRARY_PATH": ":".join(folders)}  # an empty entry would be the working folder
    if not Path("/etc/fonts/fonts.conf").exists():
        found["FONTCONFIG_FILE"] = str(private / "fonts.conf")
    return found


def for_a_shell(variables: Mapping[str, str]) -> str:
    """Write what a shell reads with `.`, to start the environment's programs by hand."""
    return "".join(f"export {name}={shlex.quote(value)}\n" for name, value in variables.items())


def to_be_installed(simulation: str) -> list[str]:
    """Read the packages out of what `apt-get --simulate install` prints.

    An upgrade names the installed version in brackets; it is left out, because a private copy of
    what the system already runs (the C library, say) must not be mixed in.
    """
    lines = (line.split() for line in simulation.splitlines())
    new = [words[1] for words in lines if words[:1] == ["Inst"] and words[2].startswith("(")]
    return [name for name in new if not name.startswith(DRIVERS)]


def _install(packages: list[str]) -> None:
    command = ["apt-get", "install", "--yes", "--quiet=2", "--no-install-recommends", *packages]
    silent = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for before in ([], ["apt-get", "update", "--quiet=2"]):
        if before:
            subprocess.run(before, check=False, env=silent, capture_output=True)
        if not subprocess.run(command, check=False, env=silent, capture_output=True).returncode:
            return


def _unpack(packages: list[str], private: Path) -> None:
    debs = private / "debs"
    for folder in (debs, private / "state/lists/partial", private / "cache/archives/partial"):
        folder.mkdir(parents=True, exist_ok=True)
    apt = ["apt-get", "--quiet=2"]
    for option in (
        f"Dir::State={private / 'state'}",
        "Dir::State::status=/var/lib/dpkg/status",
        f"Dir::Cache={private / 'cache'}",
        "Debug::NoLocking=true",
    ):
        apt += ["--option", option]
    subprocess.run([*apt, "update"], check=False, capture_output=True)
    plan = [*apt, "--simulate", "--no-install-recommends", "install", *packages]
    names = to_be_installed(
        subprocess.run(plan, check=False, capture_output=True, text=True).stdout
    )
    subprocess.run([*apt, "download", *names], check=False, capture_output=True, cwd=debs)
    for deb in debs.glob("*.deb"):
        extract = ["dpkg-deb", "--extract", str(deb), str(private / "root")]
        subprocess.run(extract, check=True)
    for folder in (debs, private / "state", private / "cache"):
        shutil.rmtree(folder)
    (private / "fonts.conf").write_text(_fonts_conf(private), encoding="utf-8")
    (private / FOR_A_SHELL).write_text(for_a_shell(variables(private)), encoding="utf-8")


def _fonts_conf(private: Path) -> str:
    folders = (private / "root/usr/share/fonts", "/usr/share/fonts", "/usr/local/share/fonts")
    dirs = "".join(f"<dir>{folder}</dir>" for folder in folders)
    cache = f"<cachedir>{private / 'font-cache'}</cachedir>"
    return f"<fontconfig>{dirs}<dir prefix='xdg'>fonts</dir>{cache}</fontconfig>\n"
