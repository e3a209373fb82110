"""The two commands of the README say clearly what they cannot do."""

import ast
import subprocess
import sys

import pytest

import bootstrap
from environment import ROOT

SCRIPT = ROOT / "packaging" / "bootstrap.py"


def test_it_can_be_read_by_a_python_that_is_too_old() -> None:
    """Otherwise the user of Python 3.8 sees a syntax error in place of the sentence."""
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 6))
    top = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    assert [ast.unparse(node) for node in top] == ["import sys"]


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 14)])
def test_the_pythons_that_qt_is_made_for_will_do(version: tuple[int, int]) -> None:
    """The range of `requires-python`."""
    assert bootstrap.refusal(version) == ""


@pytest.mark.parametrize("version", [(3, 6), (3, 10), (3, 15)])
def test_any_other_python_gets_a_sentence(version: tuple[int, int]) -> None:
    """It names the version found and the ones that would do."""
    found = bootstrap.refusal(version)
    assert f"this is Python {version[0]}.{version[1]}" in found
    assert "3.11 to 3.14" in found


def test_the_range_is_that_of_the_project() -> None:
    """Two places that say the same must not drift apart."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    first, beyond = (".".join(map(str, one)) for one in (bootstrap.FIRST, bootstrap.BEYOND))
    assert f'requires-python = ">={first},<{beyond}"' in text


@pytest.mark.parametrize("words", [[], ["tset"], ["test", "quickly"]])
def test_a_word_that_it_does_not_know_is_wrong_usage(words: list[str]) -> None:
    """Nothing is installed for a slip of the keyboard."""
    done = subprocess.run(
        [sys.executable, str(SCRIPT), *words], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.startswith("usage: python3 packaging/bootstrap.py run")
