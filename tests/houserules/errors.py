"""Three kinds of error, one place each; nothing is swallowed, nothing is left for later."""

import ast
from collections.abc import Iterator

from tests.houserules.source import Finding, Source, at, called, dotted

CATCH_ALL_PLACES = ("journal/app.py", "journal/ui/failures.py", "journal/ui/background.py")
CATCH_ALLS = {"Exception", "BaseException"}


def catch_all(source: Source) -> Iterator[Finding]:
    """Our own bugs are caught where they are reported, and nowhere else."""
    if source.is_in(*CATCH_ALL_PLACES):
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ExceptHandler) and _catches_all(node.type) and not _passes_on(node):
            yield at(source, node, "catches every error")
    for call, name in called(source):
        if name.endswith("suppress") and any(_catches_all(one) for one in call.args):
            yield at(source, call, "catches every error")


def swallowed_error(source: Source) -> Iterator[Finding]:
    """What is caught is answered; what may be left out is said with `contextlib.suppress`."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ExceptHandler) and all(
            isinstance(one, ast.Pass)
            or (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant))
            for one in node.body
        ):
            yield at(source, node, "an error swallowed")


def unfinished(source: Source) -> Iterator[Finding]:
    """What is not built yet has no name yet."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Raise) and "NotImplementedError" in dotted(node.exc or node):
            yield at(source, node, "unfinished")


def _passes_on(handler: ast.ExceptHandler) -> bool:
    """Whether it only cleans up, whatever happened, and lets the error go on."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def _catches_all(node: ast.expr | None) -> bool:
    if isinstance(node, ast.Tuple):
        return any(_catches_all(one) for one in node.elts)
    return node is None or dotted(node) in CATCH_ALLS
