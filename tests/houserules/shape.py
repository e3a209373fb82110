"""How large things may be, and what they may be called."""

import ast
from collections.abc import Iterator

from tests.houserules.source import FUNCTIONS, Finding, Source, at, dotted

MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 50
MAX_PUBLIC_METHODS = 12
EMPTY_NAMES = {"utils", "util", "common", "helpers", "helper", "misc", "base", "manager"}


def long_file(source: Source) -> Iterator[Finding]:
    """A file is read in one sitting."""
    lines = source.text.count("\n")
    if lines > MAX_FILE_LINES:
        yield at(source, source.tree, f"{lines} lines, {MAX_FILE_LINES} at most")


def long_function(source: Source) -> Iterator[Finding]:
    """A function is seen at once."""
    for node in ast.walk(source.tree):
        if isinstance(node, FUNCTIONS):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > MAX_FUNCTION_LINES:
                yield at(source, node, f"{node.name}: {lines} lines, {MAX_FUNCTION_LINES} at most")


def large_class(source: Source) -> Iterator[Finding]:
    """What overrides a method of Qt is not counted: Qt decides how many those are."""
    if source.is_in("tests"):
        return
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.ClassDef):
            continue
        methods = [
            child.name
            for child in node.body
            if isinstance(child, FUNCTIONS)
            and not child.name.startswith("_")
            and "override" not in {dotted(one) for one in child.decorator_list}
        ]
        if len(methods) > MAX_PUBLIC_METHODS:
            what = f"{node.name}: {len(methods)} public methods, {MAX_PUBLIC_METHODS} at most"
            yield at(source, node, what)


def empty_name(source: Source) -> Iterator[Finding]:
    """A room or file is called after what is in it."""
    for part in (*source.path.parent.parts, source.path.stem):
        if part in EMPTY_NAMES:
            yield at(source, source.tree, f"{part!r} says nothing of what is inside")
