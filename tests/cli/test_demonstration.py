"""The main job from end to end, as the demo does it."""

import io
import sys
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from journal import app
from journal.operations import accounts, reading, sample
from journal.operations.journal import Journal
from tests.cli.conftest import NOW, Run


def test_the_demo_makes_all_its_files_without_a_screen(run: Run, tmp_path: Path) -> None:
    """Each is named, and is what its name says."""
    folder = tmp_path / "demo"
    status, out, err = run("demo", folder, "--now", NOW)

    assert (status, err) == (0, "")
    made = ["sample.journal", "brief.pdf", "timeline.svg", "framework.pdf", "window.png"]
    assert [line for line in out.splitlines() if line.startswith(str(folder))] == [
        str(folder / name) for name in made
    ]
    assert sorted(each.name for each in folder.iterdir()) == sorted(made)
    page = pypdfium2.PdfDocument(folder / "brief.pdf")[0].get_textpage().get_text_bounded()
    assert "Mercy General" in page
    (shared,) = pypdfium2.PdfDocument(folder / "framework.pdf")
    assert "Working together: Harbor Health" in shared.get_textpage().get_text_bounded()
    assert "<svg" in (folder / "timeline.svg").read_text("utf-8")
    picture = Image.open(io.BytesIO((folder / "window.png").read_bytes()))
    assert picture.size == (1280, 800)
    assert len(picture.getcolors(1_000_000) or ()) > 100  # neither blank nor a frame alone


def test_a_demo_in_which_somebody_worked_is_kept(run: Run, tmp_path: Path) -> None:
    """The papers are made anew from what it holds now."""
    run("demo", tmp_path, "--now", NOW)
    with Journal.open(tmp_path / "sample.journal") as journal:
        accounts.introduce_self(journal, "Somebody Else")
    before = (tmp_path / "sample.journal").read_bytes()
    (tmp_path / "brief.pdf").unlink()

    status, out, _err = run("demo", tmp_path, "--now", NOW)

    assert status == 0
    assert "holds changes of yours" in out
    assert (tmp_path / "sample.journal").read_bytes() == before
    assert (tmp_path / "brief.pdf").exists()


def test_a_demo_whose_lines_all_stay_home_has_no_page_to_share(run: Run, tmp_path: Path) -> None:
    """It says why, and makes the rest."""
    run("demo", tmp_path, "--now", NOW)
    (tmp_path / "framework.pdf").unlink()
    with Journal.open(tmp_path / "sample.journal") as journal:
        account = reading.find_account(journal, sample.RAISED)
        accounts.trash_account(journal, account.id)

    status, out, _err = run("demo", tmp_path, "--now", NOW)

    assert status == 0
    assert "There is no account named “Harbor Health”." in out
    assert not (tmp_path / "framework.pdf").exists()


def test_where_qt_cannot_load_the_papers_are_made_all_the_same(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A missing system library is an ImportError of PySide6."""
    monkeypatch.delitem(sys.modules, "journal.app", raising=False)
    monkeypatch.delattr("journal.app", raising=False)
    monkeypatch.setitem(sys.modules, "PySide6.QtWidgets", None)
    status, out, _err = run("demo", tmp_path, "--now", NOW)

    assert status == 0
    assert "No picture of the window" in out
    assert (tmp_path / "brief.pdf").exists()
    assert not (tmp_path / "window.png").exists()


def test_a_folder_that_cannot_be_made_is_a_sentence(run: Run, tmp_path: Path) -> None:
    """A file may stand in its place."""
    (tmp_path / "demo").write_text("in the way", encoding="utf-8")
    status, out, err = run("demo", tmp_path / "demo")

    assert (status, out) == (1, "")
    assert "cannot be made" in err


@pytest.mark.parametrize(
    ("screen", "windows"),
    [
        (("linux", ":0", ""), 1),
        (("linux", "", ""), 0),
        (("linux", ":0", "offscreen"), 0),
        (("darwin", "", ""), 1),
    ],
)
def test_the_window_opens_where_there_is_a_screen(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    screen: tuple[str, str, str],
    windows: int,
) -> None:
    """Only Linux has to be asked for one, by its variables."""
    opened: list[Path] = []

    def show(path: Path, _now: object) -> int:
        opened.append(path)
        return 0

    def draw_nothing(*_words: object, **_more: object) -> None:
        pass

    system, display, platform = screen
    monkeypatch.setattr(app, "show", show)
    monkeypatch.setattr(app, "picture", draw_nothing)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    run("demo", tmp_path, "--now", NOW)

    assert opened == [tmp_path / "sample.journal"] * windows
