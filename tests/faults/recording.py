"""Runs a program under the recorder, and vouches for the log."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.faults.replay import Call, Disk, Image, everything, read_log

_ROOT = Path(__file__).parents[2]
_FLAGS = ("-std=gnu11", "-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-pthread")


class NoRecorderError(Exception):
    """The recorder cannot be had here; the message says why."""


def find_compiler() -> list[str]:
    """The words that begin a call of the C compiler.

    Raises:
        NoRecorderError: This is not Linux, or there is no compiler.
    """
    if sys.platform != "linux":
        raise NoRecorderError("The power-cut recorder rests on LD_PRELOAD and /proc: Linux only.")
    for name in ("cc", "gcc", "clang"):
        path = shutil.which(name)
        if path is not None:
            return [path]
    if importlib.util.find_spec("ziglang") is not None:
        return [sys.executable, "-m", "ziglang", "cc"]
    raise NoRecorderError(
        "The power-cut recorder needs a C compiler: cc, gcc, clang or the package ziglang."
    )


def build(name: str, folder: Path, compiler: list[str]) -> Path:
    """Compile `recorder` or `failing` into this folder; a warning is an error."""
    library = folder / f"{name}.so"
    source = Path(__file__).with_name(f"{name}.c")
    _run([*compiler, *_FLAGS, str(source), "-o", str(library), "-ldl"], dict(os.environ))
    return library


def run_recorded(recorder: Path, folder: Path, arguments: list[str]) -> list[Call]:
    """Run Python with these arguments and return what it did to the files in `folder`/watched.

    That folder is made, and is the program's current one.
    """
    log = folder / "log"
    run_watched(recorder, folder, arguments, POWER_CUT_LOG=str(log))
    return read_log(log)


def run_watched(library: Path, folder: Path, arguments: list[str], **more: str) -> str:
    """Run Python with a library of ours loaded, in `folder`/watched, which is made.

    Returns:
        What it said.
    """
    watched = folder / "watched"
    watched.mkdir(parents=True)
    return run_in(
        watched, arguments, LD_PRELOAD=str(library), POWER_CUT_FOLDER=str(watched), **more
    )


def run_in(folder: Path, arguments: list[str], **more: str) -> str:
    """Run Python in a folder, with our own packages at hand; return what it said."""
    python_path = os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH")]))
    environment = os.environ | {"PYTHONPATH": python_path, **more}
    return _run([sys.executable, *arguments], environment, folder)


def record(recorder: Path, folder: Path, arguments: list[str]) -> list[Call]:
    """Run as `run_recorded` does, and make sure that the log accounts for every byte left.

    Raises:
        AssertionError: The program changed a file by a call that is not recorded.
    """
    calls = run_recorded(recorder, folder, arguments)
    if final_image(calls) != _files_in(folder / "watched"):
        raise AssertionError(f"the log does not account for what is left in {folder / 'watched'}")
    return calls


def final_image(calls: list[Call]) -> Image:
    """The files at the end of a log, had nothing gone wrong."""
    disk = Disk()
    for call in calls:
        disk.run(call)
    return disk.image(everything(disk))


def _files_in(folder: Path) -> Image:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        str(path.relative_to(folder)): bytearray(path.read_bytes())
        for path in files
        if not path.name.endswith("-shm")
    }


def _run(command: list[str], environment: dict[str, str], folder: Path | None = None) -> str:
    done = subprocess.run(
        command, env=environment, cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout
