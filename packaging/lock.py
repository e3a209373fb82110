"""Write the lock files again: `python3 packaging/lock.py`, with `uv` on the PATH.

Each names every package with the digest of each of its files, for all systems. pip needs nothing
else to refuse a file that has changed. No registry is named in them: whoever installs has one.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "packaging" / "locks"
HEADER = "# Written by packaging/lock.py from pyproject.toml; do not edit.\n"

# What each lock adds to the packages of pyproject.toml; a later one keeps to the versions of run.
LOCK_ARGUMENTS = {
    "run": ["pyproject.toml", "--group", "pyproject.toml:build"],
    "test": ["--group", "pyproject.toml:test", "--constraint", "packaging/locks/run.txt"],
    "compiler": ["--group", "pyproject.toml:compiler"],
}


def main() -> int:
    """Write the three locks, newest versions that pyproject.toml allows."""
    uv = shutil.which("uv")
    if uv is None:
        print("The locks are written by uv, which is not on the PATH.", file=sys.stderr)
        return 1
    command = [uv, "pip", "compile", "--universal", "--python-version", "3.11", "--upgrade"]
    command += ["--generate-hashes", "--no-header", "--no-emit-index-url", "--no-emit-find-links"]
    for name, arguments in LOCK_ARGUMENTS.items():
        done = subprocess.run(
            [*command, *arguments],
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        )
        (LOCKS / f"{name}.txt").write_text(HEADER + done.stdout, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
