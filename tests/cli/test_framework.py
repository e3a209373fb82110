"""The page that may be shared, made in a terminal."""

from pathlib import Path

import pypdfium2
import pytest

from journal.domain.plan import Norm
from journal.domain.record import RecordId, Side, Visibility
from journal.operations.journal import Journal
from journal.operations.sample import make_sample
from tests.cli.conftest import MERCY, NOW, Run


@pytest.fixture
def shared(path: Path) -> Path:
    """Let two lines of the journal reach the customer; one of them names somebody else's ward."""
    norms = [
        Norm(
            id=RecordId(f"norm{number}"),
            account_id=MERCY.id,
            text=text,
            side=Side.OURS,
            visibility=Visibility.SHAREABLE,
        )
        for number, text in enumerate(("come on time", "end on time"))
    ]
    with Journal.open(path) as journal:
        journal.write("Fill", add=norms)
    return path


def test_the_page_is_written(run: Run, shared: Path, tmp_path: Path) -> None:
    """Where it was asked for, on the paper that was asked for, and its name is said."""
    file = tmp_path / "page.pdf"
    words = ("framework", "mercy", "--paper", "a5", "-o", file, "--journal", shared, "--now", NOW)

    assert run(*words) == (0, f"{file}\n", "")
    (page,) = pypdfium2.PdfDocument(file)
    assert [round(each) for each in page.get_size()] == [420, 595]
    assert "We will come on time" in page.get_textpage().get_text_bounded()


def test_what_to_look_at_twice_is_said(run: Run, tmp_path: Path) -> None:
    """On standard error, one line each; the page is made all the same."""
    sample = tmp_path / "sample.journal"
    make_sample(sample)
    with Journal.open(sample) as journal:
        journal.file.connection.execute(
            "UPDATE norms SET text = 'as with Mercy General and Dana Whitfield'"
            " WHERE text = 'name one person for each site'"
        )
    words = ("framework", "Harbor", "-o", tmp_path / "page.pdf", "--journal", sample)
    status, _out, err = run(*words)

    line = "“as with Mercy General and Dana Whitfield”"
    assert status == 0
    assert f"Look twice: {line} names Mercy General, another account.\n" in err
    assert f"Look twice: {line} names Dana Whitfield, of another account.\n" in err
    assert (
        "Look twice: “Each new site starts from nothing.” and a private meeting say "
        "“Each new site starts”.\n" in err
    )


def test_without_a_line_that_may_be_shared_there_is_one_sentence_and_no_file(
    run: Run, path: Path, tmp_path: Path
) -> None:
    """It says what to do."""
    file = tmp_path / "page.pdf"
    status, out, err = run("framework", "mercy", "-o", file, "--journal", path)

    assert (status, out) == (1, "")
    assert err == (
        "Nothing may be shared with Mercy General yet: "
        "tick the lines of the negotiation that may, one by one.\n"
    )
    assert not file.exists()


def test_what_does_not_fit_is_named_and_no_file_made(run: Run, path: Path, tmp_path: Path) -> None:
    """Forty lines on the smallest paper."""
    norms = [
        Norm(
            id=RecordId(f"norm{number:02}"),
            account_id=MERCY.id,
            text=f"keep promise number {number}",
            side=Side.OURS,
            position=number,
            visibility=Visibility.SHAREABLE,
        )
        for number in range(40)
    ]
    with Journal.open(path) as journal:
        journal.write("Fill", add=norms)
    file = tmp_path / "page.pdf"
    status, out, err = run("framework", "mercy", "--paper", "a5", "-o", file, "--journal", path)

    assert (status, out) == (1, "")
    assert err.startswith("The page does not hold all of it at 9 points: keep these ")
    assert "“keep promise number 39”. Nothing was printed.\n" in err
    assert "“keep promise number 0”" not in err
    assert not file.exists()
    assert run("framework", "mercy", "-o", tmp_path / "page.txt", "--journal", path)[0] == 1
