"""Our own source as the rules see it, and what they find in it."""

import ast
import functools
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[2]

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One Python file; `path` is relative to the top of the project."""

    path: PurePosixPath
    text: str
    tree: ast.Module

    def is_in(self, *folders: str) -> bool:
        """Whether the file lies in, or is, one of these, named from the top of the project."""
        return any(self.path.is_relative_to(folder) for folder in folders)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A place that breaks a rule."""

    path: PurePosixPath
    line: int
    what: str

    def __str__(self) -> str:
        """Say it as an editor understands it."""
        return f"{self.path}:{self.line}: {self.what}"


Rule = Callable[[Source], Iterator[Finding]]


def parse(path: str, text: str) -> Source:
    """Read one file that need not exist."""
    return Source(path=PurePosixPath(path), text=text, tree=ast.parse(text))


def project_files() -> list[PurePosixPath]:
    """Name every file of the project, new ones too, from its top."""
    listed = _git_files() or _found_files()
    return sorted(path for path in listed if (ROOT / path).is_file())


@functools.cache
def project_sources() -> list[Source]:
    """Read every Python file of the project."""
    return [
        parse(str(path), (ROOT / path).read_text(encoding="utf-8"))
        for path in project_files()
        if path.suffix == ".py"
    ]


def at(source: Source, node: ast.AST, what: str) -> Finding:
    """Point at a node."""
    return Finding(path=source.path, line=getattr(node, "lineno", 1), what=what)


def dotted(node: ast.AST) -> str:
    """Write a chain of names as in the source, `a.b.c`; a call inside it as `()`."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=name):
            return f"{dotted(value)}.{name}"
        case ast.Call(func=function):
            return f"{dotted(function)}()"
        case _:
            return ""


def called(source: Source) -> Iterator[tuple[ast.Call, str]]:
    """Walk all calls, each with the name that is called."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call):
            yield node, dotted(node.func)


def _git_files() -> list[PurePosixPath]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    except OSError:  # a bare machine has no git
        return []
    return [PurePosixPath(name) for name in done.stdout.split("\0") if name]


def _found_files() -> list[PurePosixPath]:
    ours = ("journal", "packaging", "resources", "tests")
    found = [path for folder in ours for path in (ROOT / folder).rglob("*")]
    found += [path for path in ROOT.iterdir() if path.suffix in {".md", ".toml"}]
    return [
        PurePosixPath(path.relative_to(ROOT).as_posix())
        for path in found
        if "__pycache__" not in path.parts
    ]
