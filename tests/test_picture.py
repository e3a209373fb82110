"""The window as a picture, for the demo and for looking at it."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from journal import app
from journal.domain.errors import JournalError, NotAJournalError, NotSavedError
from tests.ui.case import HARBOR, MERCY, NOW, write_case


def test_the_picture_is_the_real_window_at_the_size_asked_for(tmp_path: Path) -> None:
    """For the demo and the README; the journal stays as it is, byte for byte."""
    path = write_case(tmp_path / "case.journal")
    before = path.read_bytes()
    target = tmp_path / "window.png"
    app.picture(path, target, account=MERCY, now=NOW, size=(1024, 700))
    image = QImage(str(target))
    assert (image.width(), image.height()) == (1024, 700)
    assert path.read_bytes() == before
    assert Path(os.devnull).is_char_device()  # as root, Qt could put a file in its place
    other = tmp_path / "other.png"
    app.picture(path, other, account=HARBOR, now=NOW, size=(1024, 700), dark=True)
    assert QImage(str(other)) != image


def test_a_picture_of_no_journal_is_refused_with_its_sentence(tmp_path: Path) -> None:
    """It is drawn in another process; the sentence comes back all the same."""
    other = tmp_path / "notes.journal"
    other.write_text("not a journal, but long enough to be looked at" * 9, encoding="utf-8")
    with pytest.raises(NotAJournalError):
        app.picture(other, tmp_path / "window.png")
    with pytest.raises(JournalError, match=r"window\.png"):
        app.picture(
            write_case(tmp_path / "case.journal"), tmp_path / "missing" / "window.png", now=NOW
        )


class Fatal:
    """Ends whatever process reads it."""

    def __reduce__(self) -> tuple[object, tuple[int]]:
        """Say how it is made again."""
        return os._exit, (3,)


def test_a_picture_whose_process_dies_is_refused(tmp_path: Path) -> None:
    """A graphics driver can take it down; whoever waits for the picture must not wait for ever."""
    with pytest.raises(NotSavedError, match="could not be drawn"):
        app.picture(write_case(tmp_path / "case.journal"), cast("Path", Fatal()))


@pytest.fixture
def _ready_to_draw(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let it be drawn here, with the one application that there can be."""
    for name in ("QT_QPA_PLATFORM", "QT_LOGGING_RULES"):
        monkeypatch.setenv(name, os.environ.get(name, ""))
    monkeypatch.setattr(app, "QApplication", lambda _arguments: qapp)
    qapp.setQuitOnLastWindowClosed(False)  # it would end the next test's loop
    yield
    qapp.setQuitOnLastWindowClosed(True)


@pytest.mark.usefixtures("_ready_to_draw")
def test_the_picture_is_drawn_without_touching_the_journal(tmp_path: Path) -> None:
    """What the other process does, done here: size, scheme, account, and the refusal."""
    path = write_case(tmp_path / "case.journal")
    before = path.read_bytes()
    target = tmp_path / "window.png"
    app.draw(path, target, account=MERCY, now=NOW, size=(1024, 700), dark=True)
    image = QImage(str(target))
    assert (image.width(), image.height()) == (1024, 700)
    assert image.pixelColor(600, 690).lightness() < 80
    assert path.read_bytes() == before
    with pytest.raises(NotSavedError, match=r"missing.window\.png cannot be written"):
        app.draw(
            path,
            tmp_path / "missing" / "window.png",
            account=None,
            now=NOW,
            size=(800, 600),
            dark=False,
        )


def test_the_other_process_tells_how_it_went() -> None:
    """None for a picture that is there; a refusal as it was said."""
    told: list[JournalError | None] = []
    refused = NotSavedError("The disk is full.")

    def refuse() -> None:
        raise refused

    app._do_and_tell(told.append, lambda: None)
    app._do_and_tell(told.append, refuse)
    assert told == [None, refused]
