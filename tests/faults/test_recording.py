"""Where the recorder comes from, and what is said where it cannot be had."""

import importlib.util
import shutil
import sys
from pathlib import Path

import pytest

from tests.faults.recording import NoRecorderError, build, find_compiler, record


def test_a_compiler_of_the_system_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is what the system's own libc was made for."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", {"gcc": "/bin/gcc", "clang": "/bin/clang"}.get)
    assert find_compiler() == ["/bin/gcc"]


def test_a_compiler_from_a_package_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without a compiler gets ziglang with the test tools."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name)
    assert find_compiler() == [sys.executable, "-m", "ziglang", "cc"]


def test_no_compiler_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the reason that the tests give for being skipped."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(NoRecorderError, match="needs a C compiler: cc, gcc, clang"):
        find_compiler()


def test_another_system_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """There the model of the disk is still tested, by its hand-worked images."""
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(NoRecorderError, match="Linux only"):
        find_compiler()


def test_a_compiler_that_fails_is_not_passed_over(tmp_path: Path) -> None:
    """A recorder that no longer compiles must not look like a machine without a compiler."""
    with pytest.raises(AssertionError, match="no such C"):
        build("recorder", tmp_path, [sys.executable, "-c", "raise SystemExit('no such C')"])


def test_a_program_that_fails_is_not_passed_over(recorder: Path, tmp_path: Path) -> None:
    """Half a workload would be half a proof."""
    with pytest.raises(AssertionError, match="gave up"):
        record(recorder, tmp_path, ["-c", "open('a', 'w').close(); raise SystemExit('gave up')"])
