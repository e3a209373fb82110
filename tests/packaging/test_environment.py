"""The environment is filled from the locks, and only when one has changed."""

import ast
import functools
import importlib.metadata
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence

import pytest
from packaging.requirements import Requirement

import environment
from lock import LOCK_ARGUMENTS
from tests.houserules.source import Source, project_sources


def normal(name: str) -> str:
    """Write the name of a distribution as the locks do."""
    return re.sub(r"[-_.]+", "-", name).lower()


def imported_names(source: Source) -> Iterator[str]:
    """Name every module that a source imports, also inside functions."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def pins(group: str) -> dict[str, str]:
    """Read the name and version of each package of a lock."""
    text = (environment.ROOT / "packaging" / "locks" / f"{group}.txt").read_text("utf-8")
    heads = [line for line in text.splitlines() if line[:1].isalnum()]
    return dict(line.split(" ")[0].split("==") for line in heads)


@pytest.mark.parametrize("group", LOCK_ARGUMENTS)
def test_every_package_of_a_lock_is_pinned_by_digest(group: str) -> None:
    """A file that was changed on its way is refused by pip."""
    text = (environment.ROOT / "packaging" / "locks" / f"{group}.txt").read_text("utf-8")
    blocks = text.split("\n")
    heads = [number for number, line in enumerate(blocks) if line[:1].isalnum()]
    assert heads
    assert all("==" in blocks[number] for number in heads)
    assert all(blocks[number + 1].startswith("    --hash=sha256:") for number in heads)


def test_the_locks_name_what_the_project_asks_for() -> None:
    """A dependency that is added to pyproject.toml and not locked would not be installed."""
    table = tomllib.loads((environment.ROOT / "pyproject.toml").read_text("utf-8"))
    groups = table["dependency-groups"]
    asked = {
        "run": table["project"]["dependencies"] + groups["build"],
        "test": groups["test"],
        "compiler": groups["compiler"],
    }
    for group, wishes in asked.items():
        assert asked_for(wishes) <= pins(group).keys()


_HALF_OF_PYSIDE = frozenset({"shiboken6"})  # by the version of the other half


def imported_packages(*folders: str) -> set[str]:
    """Name the distributions that the sources in these folders import from."""
    modules = {
        name.partition(".")[0]
        for source in project_sources()
        if source.is_in(*folders)
        for name in imported_names(source)
    }
    homes = _homes()
    strangers = {name for name in modules - sys.stdlib_module_names if name in homes}
    return {normal(home) for name in strangers - {"journal"} for home in homes[name]}


@functools.cache
def _homes() -> Mapping[str, list[str]]:
    return importlib.metadata.packages_distributions()


def asked_for(table: Sequence[str]) -> set[str]:
    """Name the distributions in a list of requirements."""
    return {normal(re.split("[><=]", wish)[0]) for wish in table}


def test_the_program_asks_for_what_it_imports_and_for_nothing_else() -> None:
    """A package that is there by chance, through another one, may be gone tomorrow."""
    table = tomllib.loads((environment.ROOT / "pyproject.toml").read_text("utf-8"))
    imported = imported_packages("journal") - _HALF_OF_PYSIDE
    assert imported == asked_for(table["project"]["dependencies"]) - {"tzdata"}  # zoneinfo's


def test_the_tests_ask_for_what_they_import() -> None:
    """A bare machine has nothing by chance."""
    table = tomllib.loads((environment.ROOT / "pyproject.toml").read_text("utf-8"))
    wishes = [*table["project"]["dependencies"], *table["dependency-groups"]["test"]]
    imported = imported_packages("tests", "packaging") - _HALF_OF_PYSIDE
    # What only a benchmark compares with is left out where it is missing.
    assert imported <= asked_for([*wishes, *table["dependency-groups"]["benchmarks"]])


def test_the_locks_agree_with_each_other() -> None:
    """Installing the tests must not change what the program runs on."""
    both = pins("run").keys() & pins("test").keys()
    assert {name: pins("run")[name] for name in both} == {name: pins("test")[name] for name in both}


def test_the_locks_are_whole() -> None:
    """They are installed as they stand, so nobody else looks for what a package needs itself."""
    for distribution in importlib.metadata.distributions():
        for wish in map(Requirement, distribution.requires or ()):
            if wish.marker is None or wish.marker.evaluate({"extra": ""}):
                assert importlib.metadata.version(wish.name) in wish.specifier


def test_no_network_is_said_as_such() -> None:
    """Pip's own words for it are two screens long."""
    said = "WARNING: Retrying ... NewConnectionError(...): Temporary failure in name resolution"
    assert environment.explain(said).startswith("The package index cannot be reached.")


def test_a_certificate_that_is_not_trusted_is_said_as_such() -> None:
    """Connecting again would not help; pip only says that there is no such package."""
    said = "WARNING: Retrying ... SSLError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] ...') Max retries"
    assert environment.explain(said).startswith("The certificate of the package index")


def test_another_failure_of_pip_is_passed_on() -> None:
    """A digest that does not match, a full disk: pip says it best."""
    said = "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE."
    assert said in environment.explain(said)
