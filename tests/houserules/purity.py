"""The rooms that only think: no clock, no chance, no files."""

import ast
import re
from collections.abc import Iterator

from tests.houserules.source import Finding, Source, at, called

PURE_ROOMS = ("journal/domain", "journal/analysis", "journal/timeline", "journal/typed")
WORLD = {
    "asyncio", "glob", "io", "locale", "logging", "multiprocessing", "os", "pathlib", "platform",
    "random", "secrets", "shutil", "socket", "sqlite3", "subprocess", "sys", "tempfile",
    "threading", "time", "urllib", "uuid",
}  # fmt: skip


def world_in_pure_room(source: Source) -> Iterator[Finding]:
    """What reaches out of the program is not even imported."""
    if not source.is_in(*PURE_ROOMS):
        return
    for node in ast.walk(source.tree):
        for name in _imported(node):
            if name.partition(".")[0] in WORLD:
                yield at(source, node, f"{name} in a room that only thinks")


def clock_in_pure_room(source: Source) -> Iterator[Finding]:
    """The same values give the same answer on any day; `now` is an argument."""
    if not source.is_in(*PURE_ROOMS):
        return
    for call, name in called(source):
        is_clock = bool(re.search(r"\b(datetime|date)\.(now|utcnow|today)$", name))
        if is_clock or name in {"open", "input", "print"}:
            yield at(source, call, f"{name}() in a room that only thinks")


def loose_mapping(source: Source) -> Iterator[Finding]:
    """Past the rooms that meet the outside, a value has a type with names in it."""
    if not source.is_in("journal") or source.is_in("journal/exchange"):
        return
    if source.path.stem == "settings" or str(source.path).startswith("journal/store/rows"):
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Subscript) and ast.unparse(node) in {
            "dict[str, Any]", "Mapping[str, Any]", "MutableMapping[str, Any]",
        }:  # fmt: skip
            yield at(source, node, ast.unparse(node))


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [name.name for name in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []
