"""How a test of ours is written."""

import ast
from collections.abc import Iterator

from tests.houserules.source import FUNCTIONS, Finding, Source, at, called, dotted

CHECKING_WORDS = ("assert", "check", "raises", "warns", "waitSignal", "waitUntil", "fail")


def silent_test(source: Source) -> Iterator[Finding]:
    """A test says what it expects, in a way that can fail."""
    for test in _tests(source):
        if not any(_checks(node) for node in ast.walk(test)):
            yield at(source, test, f"{test.name} expects nothing")
        for node in ast.walk(test):
            if isinstance(node, ast.Assert) and isinstance(node.test, ast.Constant):
                yield at(source, node, "an assertion that cannot fail")


def unexplained_test(source: Source) -> Iterator[Finding]:
    """The name says what holds, the docstring why that matters."""
    for test in _tests(source):
        if not ast.get_docstring(test):
            yield at(source, test, f"{test.name} does not say why")


def fixed_wait(source: Source) -> Iterator[Finding]:
    """A test waits for what happens, never for a time."""
    if not source.is_in("tests"):
        return
    for call, name in called(source):
        if name in {"qtbot.wait", "QTest.qWait", "QTest.qSleep"} or name.endswith("time.sleep"):
            yield at(source, call, f"{name} waits for a time")


def mocked_house(source: Source) -> Iterator[Finding]:
    """Our own code is tested as it is."""
    if not source.is_in("tests"):
        return
    for node in ast.walk(source.tree):
        names = [name.name for name in getattr(node, "names", []) if hasattr(name, "name")]
        module = getattr(node, "module", None) or ""
        if isinstance(node, ast.Import | ast.ImportFrom) and (
            "unittest.mock" in names or module == "unittest.mock" or "mock" in names
        ):
            yield at(source, node, "a mock")


def _tests(source: Source) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    if not source.is_in("tests") or not source.path.name.startswith("test_"):
        return
    for node in ast.walk(source.tree):
        if isinstance(node, FUNCTIONS) and node.name.startswith("test_"):
            yield node


def _checks(node: ast.AST) -> bool:
    if isinstance(node, ast.Assert):
        return True
    if not isinstance(node, ast.Call):
        return False
    last = dotted(node.func).rpartition(".")[2].lstrip("_")
    return last.startswith(CHECKING_WORDS)
