"""What STYLE asks of signals, slots and text in Qt."""

import ast
import enum
import functools
import re
from collections.abc import Iterator

from PySide6 import QtCore, QtGui, QtWidgets

from tests.houserules.source import FUNCTIONS, Finding, Source, at, called, dotted

RICH = {"RichText", "AutoText", "MarkdownText"}
MARKUP_CALLS = {"setHtml", "insertHtml", "appendHtml", "toHtml", "setMarkdown", "fromHtml"}
APPLICATIONS = ("QApplication", "QGuiApplication", "QCoreApplication")


def unfreed_connection(source: Source) -> Iterator[Finding]:
    """A lambda, a partial or an inner function over `self` keeps its widget for ever.

    A test may: its window is thrown away with it, and `tests/conftest.py` looks whether it is.
    """
    if not source.is_in("journal"):
        return
    inner = _inner_functions(source.tree)
    for call, name in called(source):
        if not name.endswith(".connect") or not call.args:
            continue
        target = call.args[0]
        if isinstance(target, ast.Lambda):
            yield at(source, call, "connects a lambda")
        elif isinstance(target, ast.Call) and dotted(target.func).endswith("partial"):
            yield at(source, call, "connects a partial")
        elif isinstance(target, ast.Name) and target.id in inner:
            yield at(source, call, f"connects the inner function {target.id}")


def unmarked_slot(source: Source) -> Iterator[Finding]:
    """A method of ours that is connected is a `@Slot`."""
    for owner in ast.walk(source.tree):
        if not isinstance(owner, ast.ClassDef):
            continue
        methods = {one.name: one for one in owner.body if isinstance(one, FUNCTIONS)}
        for node in ast.walk(owner):
            target = _connected_method(node)
            method = methods.get(target)
            if method and not any(_is_slot(one) for one in method.decorator_list):
                yield at(source, node, f"connects {target}, which is no @Slot")


def asks_for_sender(source: Source) -> Iterator[Finding]:
    """A signal says what happened in its payload."""
    for call, name in called(source):
        if name.endswith(".sender"):
            yield at(source, call, "asks for the sender")


def climbs_parents(source: Source) -> Iterator[Finding]:
    """A widget is given what it needs; it does not look for it in the house."""
    for call, name in called(source):
        if re.search(r"\.parent(Widget)?\(\)\.parent(Widget)?$", name):
            yield at(source, call, "climbs from parent to parent")


def global_application(source: Source) -> Iterator[Finding]:
    """Only app.py knows the application; a widget's constructor takes what it needs."""
    if not source.is_in("journal") or source.is_in("journal/app.py"):
        return
    for node in ast.walk(source.tree):
        name = dotted(node)
        if name == "qApp" or any(name.endswith(f"{one}.instance") for one in APPLICATIONS):
            yield at(source, node, f"{name} in a widget")


def short_enum(source: Source) -> Iterator[Finding]:
    """`Qt.DisplayRole` is looked up by hand each time: a frame takes 1.8 times as long."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute):
            owner = dotted(node.value).rpartition(".")[2]
            if owner.startswith("Q") and _is_member(owner, node.attr):
                yield at(source, node, f"{owner}.{node.attr} without the name of its enum")


def rich_text(source: Source) -> Iterator[Finding]:
    """Qt opens local files that rich text names, so text is plain text everywhere."""
    if not source.is_in("journal"):
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute) and node.attr in RICH | MARKUP_CALLS:
            yield at(source, node, f"{node.attr}: text is plain text")


def _inner_functions(tree: ast.Module) -> set[str]:
    outer = [node for node in ast.walk(tree) if isinstance(node, FUNCTIONS)]
    return {
        node.name
        for function in outer
        for node in ast.walk(function)
        if node is not function and isinstance(node, FUNCTIONS)
    }


def _connected_method(node: ast.AST) -> str:
    match node:
        case ast.Call(
            func=ast.Attribute(attr="connect"),
            args=[ast.Attribute(value=ast.Name(id="self"), attr=name), *_],
        ):
            return name
        case _:
            return ""


def _is_slot(decorator: ast.expr) -> bool:
    return dotted(decorator).removesuffix("()").rpartition(".")[2] == "Slot"


@functools.cache
def _is_member(owner: str, name: str) -> bool:
    """Ask Qt itself: a class of its own, through which a member of one of its enums is found."""
    classes = (getattr(module, owner, None) for module in (QtCore, QtGui, QtWidgets))
    found = next((one for one in classes if one is not None), None)
    is_enum = isinstance(found, type) and issubclass(found, enum.Enum)
    return not is_enum and isinstance(getattr(found, name, None), enum.Enum)
