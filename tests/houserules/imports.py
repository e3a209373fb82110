"""What import-linter cannot see: how something is imported, and what must not look imported."""

import ast
from collections.abc import Iterator

from tests.houserules.source import Finding, Source, at, called, dotted


def relative_import(source: Source) -> Iterator[Finding]:
    """One name for one thing, wherever it is read."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            yield at(source, node, "a relative import")


def import_for_types_only(source: Source) -> Iterator[Finding]:
    """An import that hides from the program hides from the direction of imports too."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.If) and dotted(node.test).endswith("TYPE_CHECKING"):
            yield at(source, node, "an import under TYPE_CHECKING")


def package_with_code(source: Source) -> Iterator[Finding]:
    """The `__init__.py` of a room is its docstring; the program's own holds the version too."""
    if source.path.name != "__init__.py":
        return
    rest = source.tree.body
    if ast.get_docstring(source.tree) is None:
        yield at(source, source.tree, "a package that does not say what lives here")
    else:
        rest = rest[1:]
    for node in rest:
        is_version = (
            str(source.path) == "journal/__init__.py"
            and isinstance(node, ast.Assign)
            and dotted(node.targets[0]) == "__version__"
        )
        if not is_version:
            yield at(source, node, "a package is a docstring only")


def re_export(source: Source) -> Iterator[Finding]:
    """Each name has one home, and is imported from there."""
    for node in ast.walk(source.tree):
        targets = getattr(node, "targets", [getattr(node, "target", None)])
        if any(isinstance(one, ast.Name) and one.id == "__all__" for one in targets):
            yield at(source, node, "__all__")
        if isinstance(node, ast.ImportFrom):
            for name in node.names:
                if name.name in {"*", name.asname}:
                    yield at(source, node, f"a re-export of {name.name}")


def sql_outside_store(source: Source) -> Iterator[Finding]:
    """Only `store` speaks SQL, even over a connection that it handed out."""
    if not source.is_in("journal") or source.is_in("journal/store"):
        return
    for call, name in called(source):
        if name.rpartition(".")[2] in {"execute", "executemany", "executescript"}:
            yield at(source, call, f"{name} outside journal/store")
