"""The tools of the test command fail when a fault is planted.

A tool that is set up wrongly passes everything, and looks just like a clean house.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.houserules.source import ROOT

PYPROJECT = str(ROOT / "pyproject.toml")


def run(*command: str, cwd: Path, text: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run a tool of this environment, as the test command does."""
    variables = os.environ | {"PYTHONPATH": str(cwd), "PYTHONIOENCODING": "utf-8", "COLUMNS": "200"}
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd,
        env=variables,
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        ("ANN001", "def told(x) -> None:\n    '''Tell.'''\n"),
        ("BLE001", "try:\n    x = 1\nexcept Exception:\n    x = 2\n"),
        ("C901", "def f(x: int) -> int:\n" + "    if x:\n        x += 1\n" * 9 + "    return x\n"),
        ("D103", "def told() -> None: ...\n"),
        ("DTZ005", "from datetime import datetime\nx = datetime.now()\n"),
        ("E501", f"x = '{'x' * 100}'\n"),
        ("F401", "import os\n"),
        ("N802", "def sizeHint() -> None: ...\n"),
        ("PLR0913", "def f(a: int, b: int, c: int, d: int, e: int, f: int, g: int) -> None: ...\n"),
        ("PTH123", "open('x')\n"),
        ("S608", "x = f'SELECT * FROM {y}'\n"),
        ("T201", "print('x')\n"),
        ("TID251", "from typing import TYPE_CHECKING\n"),
        ("TID252", "from . import theme\n"),
        ("TRY301", "try:\n    raise OSError\nexcept OSError:\n    x = 1\n"),
    ],
)
def test_ruff_finds(rule: str, fault: str) -> None:
    """One fault of each family that STYLE names."""
    name = str(ROOT / "journal" / "ui" / "planted.py")
    arguments = ["check", "--no-cache", "--output-format=concise", "--stdin-filename", name, "-"]
    done = run("ruff", *arguments, cwd=ROOT, text=fault)
    assert done.returncode == 1
    assert rule in done.stdout


def test_ruff_finds_a_line_that_the_formatter_would_write_otherwise() -> None:
    """A change is then never about white space."""
    done = run("ruff", "format", "--check", "--no-cache", "-", cwd=ROOT, text="x = ( 1 )\n")
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("no-untyped-def", "def f(x): return x\n"),
        ("type-arg", "x: list = []\n"),
        ("return-value", "def f() -> int:\n    return ''\n"),
    ],
)
def test_mypy_finds(code: str, fault: str, tmp_path: Path) -> None:
    """Strictly: an untyped function is a fault by itself."""
    (tmp_path / "planted.py").write_text(fault, encoding="utf-8")
    cache = f"--cache-dir={tmp_path / 'cache'}"
    done = run("mypy", "--config-file", PYPROJECT, cache, "planted.py", cwd=tmp_path)
    assert done.returncode == 1
    assert f"[{code}]" in done.stdout


@pytest.mark.parametrize(
    ("path", "fault", "contract"),
    [
        ("domain/planted.py", "import journal.store", "Imports point down"),
        ("store/planted.py", "import journal.brief", "Imports point down"),
        ("planted.py", "", "Imports point down"),
        ("ui/accounts/planted.py", "import journal.ui.meetings", "In the window"),
        ("ui/planted.py", "", "In the window"),
        ("ui/accounts/planted.py", "def f():\n    import journal.store", "The window asks"),
        ("operations/planted.py", "import PySide6.QtCore", "PySide6 only"),
        ("operations/planted.py", "import sqlite3", "sqlite only"),
        ("operations/planted.py", "import reportlab.lib", "reportlab only"),
        ("store/planted.py", "import appdirs", "appdirs only"),
        ("domain/planted.py", "import dateutil.rrule", "dateutil only"),
    ],
)
def test_import_linter_finds(path: str, fault: str, contract: str, tmp_path: Path) -> None:
    """One import against each direction, and a new module that has no layer."""
    leave_out = shutil.ignore_patterns("__pycache__", "planted.py")
    shutil.copytree(ROOT / "journal", tmp_path / "journal", ignore=leave_out)
    shutil.copy(PYPROJECT, tmp_path)
    (tmp_path / "journal" / path).write_text(fault, encoding="utf-8")
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    script = tmp_path / "lint.py"
    script.write_text(command, encoding="utf-8")
    done = run("lint", "--no-logo", "--no-cache", cwd=tmp_path)
    assert done.returncode == 1
    broken = [line for line in done.stdout.splitlines() if line.endswith("BROKEN")]
    assert [line for line in broken if line.startswith(contract)]
