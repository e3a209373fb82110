"""What Qt needs of a Linux system is looked for, and asked for by name."""

import subprocess
import sys
from pathlib import Path

import pytest

import libraries

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the loader of Linux")

SIMULATION = """\
Reading package lists...
Inst libglvnd0 (1.6.0-1 Debian:12.5/stable [amd64])
Inst libc6 [2.36-9] (2.36-10 Debian:12.5/stable [amd64])
Inst libllvm15 (1:15.0.6-4+b1 Debian:12.5/stable [amd64])
Inst libgl1-mesa-dri (22.3.6-1 Debian:12.5/stable [amd64])
Inst libegl1 (1.6.0-1 Debian:12.5/stable [amd64])
Conf libglvnd0 (1.6.0-1 Debian:12.5/stable [amd64])
"""


@linux_only
def test_a_library_that_is_not_there_is_found_missing(tmp_path: Path) -> None:
    """The loader itself is asked; a package database does not know what was built by hand."""
    assert libraries.missing(["libc.so.6", "libnowhere.so.9"], tmp_path) == ["libnowhere.so.9"]


@linux_only
def test_a_machine_that_has_them_is_left_alone(tmp_path: Path) -> None:
    """The tests run with Qt, so everything for drawing is here."""
    assert libraries.provide(screen=False, private=tmp_path) == libraries.Outcome()
    assert list(tmp_path.iterdir()) == []


@linux_only
def test_a_screen_without_its_libraries_still_leaves_the_drawing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Qt ends the whole program where it cannot open a window that was asked for."""
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setattr(libraries, "SCREEN", {"libnowhere.so.9": "libnowhere9"})
    found = libraries.provide(screen=True, private=tmp_path)
    assert found.variables == {"QT_QPA_PLATFORM": "offscreen"}
    assert "lacks libnowhere.so.9" in found.sentence


def test_only_new_packages_are_fetched_and_no_drivers() -> None:
    """A second C library beside the running one would crash; drivers are 100 MB for nothing."""
    assert libraries.to_be_installed(SIMULATION) == ["libglvnd0", "libegl1"]


def test_the_advice_names_the_line_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever may not install has it done by somebody who may, in one line."""
    monkeypatch.setattr("shutil.which", lambda _: "apt-get")
    found = libraries.advice(["libGL.so.1", "libEGL.so.1"], libraries.DRAWING)
    assert "lacks libEGL.so.1, libGL.so.1." in found
    assert found.endswith("sudo apt-get install libegl1 libgl1")


def test_the_advice_elsewhere_names_the_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fedora and Arch call their packages otherwise; the files are called the same."""
    monkeypatch.setattr("shutil.which", lambda _: None)
    found = libraries.advice(["libGL.so.1"], libraries.DRAWING)
    assert "libGL.so.1" in found
    assert "apt-get" not in found


@pytest.mark.parametrize(
    ("before", "kept"),
    [("", []), ("/opt/lib", ["/opt/lib"]), ("/opt/lib::/usr/lib:", ["/opt/lib", "/usr/lib"])],
)
def test_unpacked_libraries_are_found_through_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, before: str, kept: list[str]
) -> None:
    """Both places in which Debian's packages put them, before what the user had named.

    Nothing empty stays between: the loader would take a library out of the working folder.
    """
    monkeypatch.setenv("LD_LIBRARY_PATH", before)
    for folder in ("root/usr/lib/x86_64-linux-gnu", "root/lib/x86_64-linux-gnu"):
        (tmp_path / folder).mkdir(parents=True)
    assert libraries.variables(tmp_path)["LD_LIBRARY_PATH"].split(":") == [
        str(tmp_path / "root/lib/x86_64-linux-gnu"),
        str(tmp_path / "root/usr/lib/x86_64-linux-gnu"),
        *kept,
    ]


@linux_only
def test_a_shell_can_set_what_the_commands_set() -> None:
    """Whoever starts pytest or the program by hand needs the same libraries."""
    path = "/home/o'neil and sons/.venv/lib"
    script = libraries.for_a_shell({"LD_LIBRARY_PATH": path, "FONTCONFIG_FILE": "/x y"})
    script += 'exec env printf "%s|%s" "$LD_LIBRARY_PATH" "$FONTCONFIG_FILE"'
    done = subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == f"{path}|/x y"


@linux_only
@pytest.mark.parametrize(("user", "said"), [(0, "Installing with apt-get"), (1000, "Fetching")])
def test_what_is_being_fetched_is_not_said_on_stdout(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    user: int,
    said: str,
) -> None:
    """The answer of `run accounts --json` goes to another program, also the first time."""
    (tmp_path / "apt-get").write_text("#!/bin/sh\necho No network.\nexit 100\n", "utf-8")
    (tmp_path / "apt-get").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("os.geteuid", lambda: user)
    monkeypatch.setattr(libraries, "DRAWING", {"libnowhere.so.9": "libnowhere9"})
    found = libraries.provide(screen=False, private=tmp_path / "private")
    assert "sudo apt-get install libnowhere9" in found.sentence
    heard = capfd.readouterr()
    assert heard.out == ""
    assert heard.err.startswith(said)
    assert "libnowhere9" in heard.err
