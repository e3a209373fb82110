"""An account goes to a colleague without a window."""

from dataclasses import replace
from pathlib import Path

import pytest

from journal.operations import reading, records
from journal.operations.journal import Journal
from tests.cli.conftest import MERCY, NOW, Run


@pytest.fixture
def noted(path: Path) -> Path:
    """Note something private of the account, and whose journal it is."""
    with Journal.open(path) as journal:
        account = reading.find_account(journal, MERCY.name)
        records.edit(journal, "Edit", replace(account, note="They never pay"))
    return path


def ours(path: Path) -> list[tuple[str, str]]:
    """Return who of us has the account since when."""
    with Journal.open(path, read_only=True) as journal:
        whole = reading.relationship(journal, reading.find_account(journal, "Mercy").id)
    names = {each.id: each.name for each in whole.people}
    return [(names[each.person_id], str(each.start)) for each in whole.roles if each.side == "ours"]


def test_an_account_goes_over(run: Run, noted: Path, tmp_path: Path) -> None:
    """The notes stay, it is said how many; the colleague has it from that day, in both."""
    file, theirs = tmp_path / "mercy.handover", tmp_path / "ben.journal"
    said = run(
        *("handover", "Mercy", "-o", file, "--to", "Ben Kral", "--on", "2026-12-01"),
        *("--journal", noted, "--now", NOW),
    )
    assert said == (
        0,
        f"{file}\n1 private note stayed here; --private pass lets it go along.\n",
        "",
    )
    run("new", theirs)

    status, _out, err = run("import", file, "--format", "pack", "--journal", theirs, "--now", NOW)

    assert (status, err) == (0, "")
    assert ours(noted) == ours(theirs) == [("Ben Kral", "2026-12-01")]
    with Journal.open(theirs, read_only=True) as journal:
        assert reading.find_account(journal, "Mercy").note == ""
    with Journal.open(noted, read_only=True) as journal:
        assert reading.find_account(journal, "Mercy").note == "They never pay"


def test_private_notes_go_where_that_is_asked(run: Run, noted: Path, tmp_path: Path) -> None:
    """And without a name nobody is the owner."""
    file = tmp_path / "mercy.handover"
    words = ("handover", "Mercy", "-o", file, "--journal", noted, "--now", NOW)

    _status, out, _err = run(*words, "--private", "pass")

    assert out == f"{file}\n1 private note went along.\n"
    assert ours(noted) == []


def test_an_account_without_notes_says_only_where_it_lies(
    run: Run, path: Path, tmp_path: Path
) -> None:
    """From today on, where nothing else is said; the same name is the same colleague."""
    file = tmp_path / "mercy.handover"
    words = ("handover", "Mercy", "-o", file, "--journal", path, "--now", NOW, "--to")

    assert run(*words, "Ben Kral") == (0, f"{file}\n", "")
    assert run(*words, "ben  kral")[0] == 0
    assert ours(path) == [("Ben Kral", "2026-11-23")]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("Mercy", "--on", "2026-12-01"), "--to has to say who"),
        (("Nobody",), "no account named"),
        (("Mercy", "--to", " "), "name of the colleague is missing"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    run: Run, path: Path, tmp_path: Path, words: tuple[str, ...], why: str
) -> None:
    """And there is no file."""
    file = tmp_path / "mercy.handover"

    status, out, err = run("handover", *words, "-o", file, "--journal", path, "--now", NOW)

    assert (status, out, err.count("\n")) == (1, "", 1)
    assert why in err
    assert not file.exists()
