"""What stands in no file of the project, whatever its kind."""

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from tests.houserules.source import Finding

# Written so that this file does not find itself.
MACHINE_PATHS = re.compile(r"/(?:w[o]rk|f[a]rm|tmp/b[a]sh_jobs|r[o]ot|h[o]me/\w+)/")
REGISTRIES = re.compile(r"https?://|index-url|find-links|trusted-host")
TextRule = Callable[[PurePosixPath, str], Iterator[Finding]]
HOST_FREE = "packaging/locks"


def machine_path(path: PurePosixPath, text: str) -> Iterator[Finding]:
    """A path that exists on one computer only."""
    for number, line in enumerate(text.splitlines(), 1):
        if MACHINE_PATHS.search(line):
            yield Finding(path=path, line=number, what="a path of one machine")


def registry_in_lock(path: PurePosixPath, text: str) -> Iterator[Finding]:
    """Whoever installs has a package index of their own."""
    if path.is_relative_to(HOST_FREE):
        for number, line in enumerate(text.splitlines(), 1):
            if REGISTRIES.search(line):
                yield Finding(path=path, line=number, what="the lock names a registry")
