"""Adding files to an account, and opening only what cannot run."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from journal.domain.document import Attachment
from journal.domain.errors import NotFoundError, RefusedFileError
from journal.domain.relationship import Relationship
from journal.operations import attachments, reading
from journal.operations.journal import Journal
from tests.operations.conftest import MERCY


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Make a folder for what is dropped."""
    folder = tmp_path / "dropped"
    folder.mkdir()
    return folder


def made(files: Path, name: str, content: bytes = b"Ward 4") -> Path:
    """Write a file."""
    path = files / name
    path.write_bytes(content)
    return path


def mercy(journal: Journal) -> Relationship:
    """Read the account."""
    return reading.relationship(journal, MERCY.id)


def attached(journal: Journal, path: Path) -> Attachment:
    """Attach one file and return it as it stands."""
    attachments.attach(journal, MERCY.id, [path])
    return next(each for each in mercy(journal).attachments if each.name == path.name)


def test_several_files_are_one_change_and_what_is_refused_is_told(
    journal: Journal, files: Path
) -> None:
    """The same content twice is one file; a folder is none."""
    plan, again = made(files, "plan.PDF", b"%PDF-1.7"), made(files, "copy.pdf", b"%PDF-1.7")
    done = attachments.attach(journal, MERCY.id, [plan, again, files, made(files, "list.csv")])

    assert done.change is not None
    assert done.refused == (
        "copy.pdf is attached already.",
        "dropped is no file that can be attached.",
    )
    lists, plans = mercy(journal).attachments
    assert (plans.name, plans.size_bytes, plans.media_type) == ("plan.PDF", 8, "application/pdf")
    assert (lists.name, lists.media_type) == ("list.csv", "text/csv")


def test_nothing_added_is_no_change(journal: Journal, files: Path) -> None:
    """Undo would have nothing to take back."""
    assert attachments.attach(journal, MERCY.id, [files / "missing"]).change is None


def test_a_copy_is_opened_under_a_name_of_ours(journal: Journal, files: Path) -> None:
    """So what is written into it stays out of the journal's folder."""
    plan = attached(journal, made(files, "plan.PDF", b"%PDF-1.7"))
    copy = attachments.open_copy(journal, plan, files)

    assert copy == files / f"{plan.digest[:16]}.pdf"
    assert copy.read_bytes() == b"%PDF-1.7"
    assert attachments.is_there(journal, plan)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("setup.exe", b"MZ\x90"),
        ("plan.pdf", b"MZ\x90"),
        ("plan.txt", b"#!/bin/sh"),
        ("start.desktop", b"Name=x"),
        ("page.html", b"<script>"),
        ("no suffix", b"text"),
    ],
)
def test_what_may_be_a_program_is_never_opened(
    journal: Journal, files: Path, name: str, content: bytes
) -> None:
    """By its kind and by how it begins; a copy of it can be saved."""
    attachment = attached(journal, made(files, name, content))
    with pytest.raises(RefusedFileError, match="could run as a program"):
        attachments.open_copy(journal, attachment, files)

    attachments.save_copy(journal, attachment, files / "saved")
    assert (files / "saved").read_bytes() == content


def test_a_copy_never_takes_the_journals_place(journal: Journal, files: Path) -> None:
    """A slip in the file dialog would end everything."""
    plan = attached(journal, made(files, "plan.txt"))
    with pytest.raises(RefusedFileError, match="journal lies there"):
        attachments.save_copy(
            journal, plan, journal.path.parent / "dropped" / ".." / "test.journal"
        )


def test_a_missing_file_is_said(journal: Journal, files: Path) -> None:
    """It may have stayed on the other laptop."""
    plan = replace(attached(journal, made(files, "plan.txt")), digest="0" * 64)
    assert not attachments.is_there(journal, plan)
    with pytest.raises(NotFoundError, match="no longer in the folder"):
        attachments.open_copy(journal, plan, files)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("plan.txt", "plan.txt"),
        ("exe\u202efdp.exe", "exefdp.exe"),
        ("pl\x00an\x1b.txt", "plan.txt"),
        ("\u202e", "file"),
        ("\udcff.txt", "\ufffd.txt"),
        ("a" * 300 + ".txt", "a" * 196 + ".txt"),
    ],
)
def test_a_name_cannot_mislead(name: str, shown: str) -> None:
    """Signs that turn the reading direction would show a program as a page."""
    assert attachments.shown_name(name) == shown


def test_a_list_tells_the_day_and_what_is_missing(journal: Journal, files: Path) -> None:
    """The latest first; what stayed on the other laptop is still in the list."""
    attached(journal, made(files, "first.txt", b"1"))
    second = attached(journal, made(files, "second.txt", b"2"))
    (journal.path.with_name("test.files") / second.digest).unlink()

    listed = attachments.filed(journal, MERCY.id)
    assert [(each.attachment.name, each.added_on, each.is_there) for each in listed] == [
        ("second.txt", date(2026, 11, 23), False),
        ("first.txt", date(2026, 11, 23), True),
    ]


def test_copying_is_told_file_by_file_and_may_be_stopped(journal: Journal, files: Path) -> None:
    """Stopped after the first, none of them is added."""
    told: list[tuple[str, int, int]] = []

    def stop(what: str, done: int, total: int) -> None:
        told.append((what, done, total))
        if done:
            raise InterruptedError

    sources = [made(files, "a.txt", b"a"), made(files, "b.txt", b"b")]
    with pytest.raises(InterruptedError):
        attachments.attach(journal, MERCY.id, sources, stop)

    assert told == [("Copying a.txt", 0, 2), ("Copying b.txt", 1, 2)]
    assert attachments.filed(journal, MERCY.id) == ()
