"""The checkout's own environment, `.venv`: made once, filled from the locks, then left alone."""

import functools
import hashlib
import json
import os
import re
import subprocess
import sys
import tomllib
import venv
from collections.abc import Sequence
from pathlib import Path

import bootstrap
from machine import SetupError, say

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
_SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
_SUFFIX = ".exe" if os.name == "nt" else ""

PIP_WITH_PYTHON_OPTION = (22, 3)
SIZES = {"run": "about 100 MB", "test": "about 40 MB", "compiler": "about 90 MB"}
ACCEPTED = [f"3.{minor}" for minor in range(bootstrap.FIRST[1], bootstrap.BEYOND[1])]
NO_NETWORK = re.compile(
    "NewConnectionError|NameResolutionError|ConnectTimeoutError|name resolution|Max retries"
    "|ProxyError|Network is unreachable"
)
NOT_TRUSTED = "CERTIFICATE_VERIFY_FAILED"


def python() -> Path:
    """Name the environment's Python."""
    return script("python")


def script(name: str) -> Path:
    """Name a command of the environment."""
    return _SCRIPTS / f"{name}{_SUFFIX}"


def make_ready(*groups: str) -> None:
    """Install what these locks name, where it is not there yet.

    Args:
        groups: Of `run`, `test` and `compiler`. `run` brings the program itself.

    Raises:
        SetupError: No environment can be made, or pip cannot fill it.
    """
    _make_environment()
    stale = [group for group in groups if not _is_installed(group)]
    if not stale:
        return
    pip = _pip()
    for group in stale:
        say(f"Installing the {group} packages ({SIZES[group]}, once) ...")
        lock = _lock(group)
        # The lock is whole. Were pip to resolve it again, `coverage[toml]` would lead some
        # versions of pip from the locked coverage to the newest one, which has no digest here.
        how = ["--no-deps", "--require-hashes", "--only-binary=:all:"]
        _install(pip, [*how, "--requirement", str(lock)])
        if group == "run":
            own = ["--no-index", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
            _install(pip, own)
        _stamp(group).write_text(digest(group), encoding="utf-8")


def digest(group: str) -> str:
    """Tell one state of a group from another: its lock, the Python and, for `run`, the build.

    A change of pyproject.toml that only concerns the tools does not count.
    """
    state = [_lock(group).read_text(encoding="utf-8"), _version()]
    if group == "run":
        pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        build = [pyproject["project"], pyproject["build-system"], pyproject["tool"]["hatch"]]
        state.append(json.dumps([str(ROOT), build], sort_keys=True))
    return hashlib.sha256("\0".join(state).encode()).hexdigest()


def explain(errors: str) -> str:
    """Turn what pip said into a sentence, with its own last words where they help."""
    if NOT_TRUSTED in errors:
        return (
            "The certificate of the package index is not trusted here. Where a company's proxy "
            "opens secure connections, please name its certificates in PIP_CERT, then try again."
        )
    if NO_NETWORK.search(errors):
        return (
            "The package index cannot be reached. Installing needs a network once; "
            "afterwards Account Journal never uses one. Please connect, then try again."
        )
    return "pip could not install the packages. It said:\n" + errors.strip()[-2000:]


def _lock(group: str) -> Path:
    return ROOT / "packaging" / "locks" / f"{group}.txt"


def _stamp(group: str) -> Path:
    return VENV / f"account-journal-{group}.digest"


def _is_installed(group: str) -> bool:
    stamp = _stamp(group)
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == digest(group)


def _make_environment() -> None:
    if _version() in ACCEPTED:  # also one that somebody made by other means
        return
    try:
        # Without pip, because Debian keeps its copy of pip for new environments in a package
        # of its own; the pip beside this Python can fill another one.
        venv.create(VENV, clear=True, with_pip=False, symlinks=os.name != "nt")
    except OSError as error:
        message = f"No environment can be made in {VENV}: {error.strerror}."
        raise SetupError(message) from error
    _version.cache_clear()


def _pip() -> list[str]:
    if _pip_version([sys.executable, "-m", "pip"]) >= PIP_WITH_PYTHON_OPTION:
        return [sys.executable, "-m", "pip", "--python", str(python())]
    if _works([str(python()), "-m", "ensurepip"]):
        return [str(python()), "-m", "pip"]
    message = (
        "pip 22.3 or later is needed and this Python has none. "
        "On Debian and Ubuntu: sudo apt-get install python3-pip"
    )
    raise SetupError(message)


def _pip_version(pip: Sequence[str]) -> tuple[int, ...]:
    said = subprocess.run([*pip, "--version"], check=False, capture_output=True, text=True).stdout
    found = re.match(r"pip (\d+)\.(\d+)", said)
    return tuple(map(int, found.groups())) if found else ()


def _install(pip: Sequence[str], arguments: Sequence[str]) -> None:
    quiet = ["--quiet", "--no-input", "--disable-pip-version-check", "--root-user-action=ignore"]
    if not sys.stderr.isatty():
        quiet.append("--progress-bar=off")  # pip 23 draws its bars even when it is to be quiet
    done = subprocess.run(
        [*pip, "install", *quiet, *arguments],
        check=False,
        stdout=2,  # the program's own answer alone goes to stdout
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
    )
    if done.returncode:
        raise SetupError(explain(done.stderr))


@functools.cache
def _version() -> str:
    """Ask the environment's Python for its version, 3.11 say; empty where it does not run."""
    command = [str(python()), "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    try:
        return subprocess.run(command, check=False, capture_output=True, text=True).stdout.strip()
    except OSError:
        return ""


def _works(command: Sequence[str]) -> bool:
    try:
        return subprocess.run(command, check=False, capture_output=True).returncode == 0
    except OSError:
        return False
