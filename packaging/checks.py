"""All checks of the test command, in order; a failed one does not hide the next."""

import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import environment

COVERAGE = environment.ROOT / ".coverage.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How one check went; `last_line` is the last thing that it printed."""

    name: str
    passed: bool
    seconds: float
    last_line: str


def run_all(variables: Mapping[str, str]) -> int:
    """Run every check and sum up; the last line printed is pytest's own.

    Args:
        variables: The whole environment of the checks.

    Returns:
        0 where all passed, else 1.
    """
    COVERAGE.unlink(missing_ok=True)  # so that the floors never look at an older run
    ruff = [str(environment.script("ruff"))]
    python = str(environment.python())
    results = [
        _check("ruff format", [*ruff, "format", "--check", "."], variables),
        _check("ruff check", [*ruff, "check", "."], variables),
        _check("mypy", [python, "-m", "mypy"], variables),
        _check("import-linter", [str(environment.script("lint-imports")), "--no-logo"], variables),
    ]
    coverage = [
        "--cov=journal",
        "--cov-branch",
        "--cov-report=term",
        f"--cov-report=json:{COVERAGE}",
    ]
    tests = _check("pytest", [python, "-m", "pytest", *coverage], variables)
    script = [python, str(environment.ROOT / "packaging" / "floors.py"), str(COVERAGE)]
    results += [tests, _check("coverage floors", script, variables)]
    print(summary(results), flush=True)
    print(tests.last_line, flush=True)
    return 0 if all(result.passed for result in results) else 1


def summary(results: Sequence[Result]) -> str:
    """Say how each check went, one a line."""
    lines = [
        f"{'passed' if result.passed else 'FAILED'}  {result.name} ({result.seconds:.0f} s)"
        for result in results
    ]
    return "\n".join(["", *lines])


def _check(name: str, command: Sequence[str], variables: Mapping[str, str]) -> Result:
    print(f"\n== {name}", flush=True)
    begun = time.monotonic()
    last_line = ""
    with subprocess.Popen(
        command,
        cwd=environment.ROOT,
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            last_line = line.strip() or last_line
    seconds = time.monotonic() - begun
    return Result(name=name, passed=process.returncode == 0, seconds=seconds, last_line=last_line)
