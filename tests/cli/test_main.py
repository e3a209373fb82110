"""Words, journals and exit statuses."""

import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from journal import paths
from journal.cli.main import COMMANDS, main
from journal.cli.telling import progress
from journal.cli.words import Words
from tests.cli.conftest import NOW, Run

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "words",
    [
        ("--journal", "PATH", "accounts", "--now", NOW),
        ("accounts", "--journal", "PATH", "--now", NOW),
        ("--now", NOW, "--journal=PATH", "--json", "accounts"),
    ],
)
def test_options_stand_before_or_after_the_command(
    run: Run, path: Path, words: tuple[str, ...]
) -> None:
    """Whoever types does not have to remember."""
    status, out, _err = run(*(word.replace("PATH", str(path)) for word in words))

    assert status == 0
    assert "Mercy General" in out


def test_a_value_may_have_the_name_of_a_command(run: Run, path: Path, tmp_path: Path) -> None:
    """An account may be called new."""
    log = tmp_path / "log.csv"
    log.write_text("date,subject\n2026-01-05,Plan\n", encoding="utf-8")

    assert run("--account", "new", "import", log, "--journal", path)[0] == 0
    assert "new" in run("accounts", "--journal", path)[1]


@pytest.mark.parametrize(
    "words",
    [
        ("fly",),
        ("accounts", "--nonsense"),
        ("brief", "mercy"),
        ("brief", "mercy", "-o", "x.pdf", "--paper", "a3"),
        ("meetings",),
        ("accounts", "--now", "yesterday"),
        ("brief", "mercy", "-o", "x.pdf", "--meeting", "someday"),
    ],
)
def test_wrong_usage_is_two(run: Run, words: tuple[str, ...]) -> None:
    """A script can tell it from a file that could not be read."""
    status, out, err = run(*words)

    assert (status, out) == (2, "")
    assert "usage:" in err


def test_the_journal_may_be_named_by_a_variable(
    run: Run, path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What was typed wins over it."""
    monkeypatch.setenv("ACCOUNT_JOURNAL", str(path))
    assert "Mercy General" in run("accounts")[1]

    run("new", tmp_path / "other.journal")
    assert "no account" in run("accounts", "--journal", tmp_path / "other.journal")[1]


def test_ones_own_journal_is_made_by_the_first_import(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not by looking: then a sentence says how to make one."""
    monkeypatch.setattr(paths, "journal_file", lambda: tmp_path / "data" / "my.journal")
    status, _out, err = run("accounts")
    assert status == 1
    assert "no journal yet" in err

    log = tmp_path / "log.csv"
    log.write_text("date,organisation\n2026-01-05,Harbor\n", encoding="utf-8")
    assert run("import", log)[0] == 0
    assert "Harbor" in run("accounts")[1]


def test_a_data_folder_that_cannot_be_made_is_a_sentence(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file may stand where the folder should."""
    (tmp_path / "data").write_text("in the way", encoding="utf-8")
    monkeypatch.setattr(paths, "journal_file", lambda: tmp_path / "data" / "my.journal")
    log = tmp_path / "log.csv"
    log.write_text("date,organisation\n2026-01-05,Harbor\n", encoding="utf-8")

    status, _out, err = run("import", log)

    assert status == 1
    assert "could be made" in err


def test_a_moment_without_an_offset_is_the_laptops(run: Run, path: Path) -> None:
    """On 1 December, 15:59 in Prague is one minute before the visit at 10:00 in Dayton."""
    before = run("accounts", "--journal", path, "--now", "2026-12-01T15:59")[1]
    after = run("accounts", "--journal", path, "--now", "2026-12-01T16:01")[1]

    assert "2026-12-01 10:00" in before
    assert "2026-12-01 10:00" not in after


def test_without_a_command_the_window_opens(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the journal that was named, at the moment that was given."""
    from journal import app

    shown: list[object] = []

    def show(journal_path: Path | None, now: datetime | None) -> int:
        shown.append((journal_path, now))
        return 0

    monkeypatch.setattr(app, "show", show)

    assert main(["--journal", str(path), "--now", NOW]) == 0
    assert shown == [(path, datetime.fromisoformat(NOW))]


def test_a_stopped_command_says_so_by_its_status(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """130, as the shell expects after Ctrl+C."""

    def stop(_words: Words) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("journal.cli.main.COMMANDS", {"new": (str, lambda _parser: None, stop)})

    assert main(["new"]) == 130


def test_every_command_is_there_when_it_is_run(path: Path) -> None:
    """They are named by words, and imported late; a misspelled one must not wait for a user."""
    for _summary, _arguments, run in COMMANDS.values():
        with pytest.raises(AttributeError, match="'Words' object has no attribute"):
            run(Words(journal=path))


def test_a_reader_that_had_enough_is_no_error(path: Path) -> None:
    """As in `account-journal meetings X | head -1`."""
    command = [sys.executable, "-m", "journal", "--journal", str(path), "meetings", "mercy"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        complaint = process.stderr.read()

    assert process.returncode == 0
    assert complaint == b""


def test_the_command_line_needs_no_qt(path: Path, tmp_path: Path) -> None:
    """It works where Qt cannot be loaded, paper and timeline included."""
    brief, timeline = tmp_path / "b.pdf", tmp_path / "t.svg"
    script = f"""
import sys
for name in ("PySide6", "PySide6.QtCore", "PySide6.QtWidgets", "shiboken6"):
    sys.modules[name] = None
from journal.cli.main import main
journal = ["--journal", {str(path)!r}]
assert main([*journal, "brief", "mercy", "-o", {str(brief)!r}]) == 0
assert main([*journal, "timeline", "mercy", "-o", {str(timeline)!r}]) == 0
assert main([*journal, "access", "mercy"]) == 0
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert brief.exists()
    assert timeline.exists()


def test_progress_is_shown_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A log file should not fill up with it."""
    with progress() as step:
        step("Reading", 1, 2)
    assert capsys.readouterr().err == ""

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with progress() as step:
        step("Reading", 1, 2)
        step("Reading", 2, 2)
    assert "Reading 50 %" in capsys.readouterr().err
