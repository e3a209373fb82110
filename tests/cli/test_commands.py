"""What each command says and makes."""

import json
from pathlib import Path

import pytest

from journal.cli.main import COMMANDS
from tests.cli.conftest import NOW, Run

CSV = "date,organisation,subject\n2026-01-05,Harbor Health,Plan\n2026-01-06,Mercy General,Talk\n"


def test_new_makes_a_journal_and_never_over_another(run: Run, tmp_path: Path) -> None:
    """A second one of that name is refused in one sentence."""
    file = tmp_path / "mine.journal"

    assert run("new", file)[0] == 0
    content = file.read_bytes()
    status, out, err = run("new", file)

    assert (status, out) == (1, "")
    assert err.count("\n") == 1
    assert "exists already" in err
    assert file.read_bytes() == content


def test_accounts_are_listed(run: Run, path: Path) -> None:
    """One line each, under a heading."""
    status, out, _err = run("accounts", "--journal", path, "--now", NOW)

    assert status == 0
    assert out.splitlines() == [
        "account        aim     rating    last held         next",
        "Mercy General  Repair  Strained  2026-10-06 10:00  2026-12-01 10:00",
    ]


def test_accounts_for_a_program(run: Run, path: Path) -> None:
    """With the fields that were promised."""
    _status, out, _err = run("accounts", "--journal", path, "--now", NOW, "--json")

    assert json.loads(out) == [
        {
            "id": "mercy",
            "name": "Mercy General",
            "aim": "repair",
            "rating": 2,
            "last_held": "2026-10-06T10:00",
            "next_meeting": "2026-12-01T10:00",
        }
    ]


def test_an_empty_journal_says_so(run: Run, tmp_path: Path) -> None:
    """Rather than printing a heading over nothing."""
    run("new", tmp_path / "mine.journal")

    assert "no account" in run("accounts", "--journal", tmp_path / "mine.journal")[1]
    assert run("accounts", "--json", "--journal", tmp_path / "mine.journal")[1] == "[]\n"


def test_meetings_are_listed(run: Run, path: Path) -> None:
    """In the order of time, each with what became of it."""
    _status, out, _err = run("meetings", "mercy", "--journal", path)

    lines = out.splitlines()
    assert len(lines) == 11
    assert lines[1] == "2026-03-05 14:00  held               Dana Whitfield  Visit 0"
    assert lines[2] == "2026-03-19 14:00  cancelled          Dana Whitfield  Visit 1"


def test_meetings_for_a_program(run: Run, path: Path) -> None:
    """With the fields that were promised."""
    _status, out, _err = run("meetings", "Mercy General", "--json", "--journal", path)

    assert json.loads(out)[0] == {
        "id": "visit0",
        "starts_at": "2026-03-05T14:00",
        "time_zone": "America/New_York",
        "status": "held",
        "people": ["Dana Whitfield"],
        "summary": "Visit 0",
    }


def test_an_account_without_meetings_says_so(run: Run, tmp_path: Path) -> None:
    """An account may be new."""
    file, log = tmp_path / "mine.journal", tmp_path / "log.csv"
    run("new", file)
    log.write_text("date,organisation\n", encoding="utf-8")
    log.write_text("date,organisation\n2026-01-05,Harbor\n", encoding="utf-8")
    run("import", log, "--journal", file)

    assert run("meetings", "harbor", "--journal", file)[0] == 0


def test_access_tells_the_case(run: Run, path: Path) -> None:
    """By hand: 5 of 9 lost; Thursday 14:00 5 of 6; p = 20/252 over both tails = 0.048.

    With margins 6 and 3, and 5 lost: P(5 of 6) = C(6,5) C(3,0) / C(9,5) = 6/126; the other
    tail, P(2 of 6) = C(6,2) C(3,3) / C(9,5) = 15/126, is likelier, so p = 6/126 = 0.048.
    Five times two hours there and back are 20 h.
    """
    status, out, _err = run("access", "mercy", "--journal", path, "--now", NOW)

    assert status == 0
    assert "Mercy General: 5 of 9 meetings lost since 2026-03-05." in out
    assert "Thu 14:00 was lost 5 of 6 times." in out
    assert "Fisher's exact test, p = 0.048" in out
    assert "management staff meeting" in out
    assert "starts right after the meeting: 5 of these 6 were lost" in out
    assert "after arriving: 5" in out
    assert "Driven for nothing: 20 h." in out
    assert "Propose Tue 10:00: 3 of 3 held, clear of their commitments." in out


def test_access_for_a_program(run: Run, path: Path) -> None:
    """One object with the fields that were promised."""
    _status, out, _err = run("access", "mercy", "--json", "--journal", path, "--now", NOW)

    told = json.loads(out)
    assert (told["held"], told["lost"], told["wasted_minutes"]) == (4, 5, 1200)
    assert {"weekday": 3, "start": "14:00", "held": 1, "lost": 5} in told["slots"]
    assert told["propose"][0] == {"weekday": 1, "start": "10:00", "held": 3, "lost": 0}
    assert told["p"] == pytest.approx(6 / 126)
    assert told["clashes"][0] == {
        "meeting": "visit0",
        "commitment": "management staff meeting",
        "why": "starts 10 min after the meeting ends",
    }


def test_search_finds_words(run: Run, path: Path) -> None:
    """Several words need no quotation marks of the shell."""
    status, out, _err = run("search", "time", "measured", "--journal", path)
    assert status == 0
    assert "quote  No one has ever spent the time" in out

    assert "Nothing was found." in run("search", "zebra", "--journal", path)[1]
    found = json.loads(run("search", "measured", "--json", "--journal", path)[1])
    assert [(each["kind"], each["id"], each["account"]) for each in found] == [
        ("quote", "quote", "mercy")
    ]


def test_a_brief_is_written(run: Run, path: Path, tmp_path: Path) -> None:
    """Where it was asked for, and its name is said."""
    file = tmp_path / "brief.pdf"
    status, out, _err = run("brief", "mercy", "-o", file, "--journal", path, "--now", NOW)

    assert (status, out) == (0, f"{file}\n")
    assert file.read_bytes().startswith(b"%PDF-")


def test_a_brief_for_a_day_without_a_meeting_is_refused(
    run: Run, path: Path, tmp_path: Path
) -> None:
    """And no file is made."""
    file = tmp_path / "brief.pdf"
    words = ("brief", "mercy", "--meeting", "2026-12-24", "-o", file, "--journal", path)
    status, _out, err = run(*words)

    assert status == 1
    assert "has no meeting on 2026-12-24" in err
    assert not file.exists()


@pytest.mark.parametrize(
    ("day", "now"),
    [
        ("2026-12-01", NOW),
        ("today", "2026-12-01T07:00"),
        ("tomorrow", "2026-11-30T23:59"),
    ],
)
def test_a_day_pack_is_written(run: Run, path: Path, tmp_path: Path, day: str, now: str) -> None:
    """Of a day by its date, or by how far it is from the present."""
    file = tmp_path / "pack.pdf"
    words = ("daypack", day, "--paper", "a5", "-o", file, "--journal", path, "--now", now)
    status, out, _err = run(*words)

    assert (status, out) == (0, f"{file}\n")
    assert file.read_bytes().startswith(b"%PDF-")


def test_a_day_without_a_meeting_is_one_sentence_and_no_file(
    run: Run, path: Path, tmp_path: Path
) -> None:
    """And what is no day at all is wrong usage."""
    file = tmp_path / "pack.pdf"
    status, out, err = run("daypack", "2026-12-24", "-o", file, "--journal", path, "--now", NOW)

    assert (status, out, err) == (1, "", "There is no meeting on 2026-12-24.\n")
    assert not file.exists()
    assert run("daypack", "someday", "-o", file, "--journal", path)[0] == 2
    assert run("daypack", "today", "-o", tmp_path / "pack.txt", "--journal", path)[0] == 1


def test_a_brief_is_the_same_bytes_for_the_same_moment(
    run: Run, path: Path, tmp_path: Path
) -> None:
    """So that two prints can be compared."""
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    for file in (first, second):
        run("brief", "mercy", "-o", file, "--journal", path, "--now", NOW)

    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    ("ending", "begins"), [("svg", b"<?xml"), ("pdf", b"%PDF-"), ("png", b"\x89PNG")]
)
def test_a_timeline_is_drawn(
    run: Run, path: Path, tmp_path: Path, ending: str, begins: bytes
) -> None:
    """In the form that the name asks for."""
    file = tmp_path / f"timeline.{ending}"
    status, out, _err = run("timeline", "mercy", "-o", file, "--journal", path, "--now", NOW)

    assert (status, out) == (0, f"{file}\n")
    assert file.read_bytes().startswith(begins)


@pytest.mark.parametrize(("command", "name"), [("timeline", "t.gif"), ("brief", "b.txt")])
def test_an_ending_that_is_not_known_is_refused(
    run: Run, path: Path, tmp_path: Path, command: str, name: str
) -> None:
    """Rather than a picture under a wrong name."""
    status, _out, err = run(command, "mercy", "-o", tmp_path / name, "--journal", path)

    assert status == 1
    assert "has to end in" in err
    assert not (tmp_path / name).exists()


def test_a_log_is_imported_once(run: Run, path: Path, tmp_path: Path) -> None:
    """And known the second time; Mercy General is recognised by its name."""
    log = tmp_path / "log.csv"
    log.write_text(CSV, encoding="utf-8")
    first = json.loads(run("import", log, "--json", "--journal", path)[1])
    second = json.loads(run("import", log, "--json", "--journal", path)[1])
    names = [each["name"] for each in json.loads(run("accounts", "--json", "--journal", path)[1])]

    assert (first["read"], first["new"], first["skipped"]) == (2, 2, [])
    assert (second["new"], second["known"]) == (0, 2)
    assert names == ["Harbor Health", "Mercy General"]


def test_a_dry_run_changes_nothing(run: Run, path: Path, tmp_path: Path) -> None:
    """It tells the same."""
    log = tmp_path / "log.csv"
    log.write_text(CSV, encoding="utf-8")
    before = path.read_bytes()

    _status, out, _err = run("import", log, "--dry-run", "--journal", path)

    assert "2 rows read" in out
    assert path.read_bytes() == before


def test_a_skipped_row_is_told_with_its_line(run: Run, path: Path, tmp_path: Path) -> None:
    """It is not swallowed."""
    log = tmp_path / "log.csv"
    log.write_text(CSV + "tomorrow,Harbor Health,Plan\n", encoding="utf-8")

    _status, out, _err = run("import", log, "--journal", path)

    assert "log.csv, line 4" in out


def test_many_notes_are_cut_to_what_one_reads(run: Run, path: Path, tmp_path: Path) -> None:
    """All of them stand in the answer for a program."""
    log = tmp_path / "log.csv"
    log.write_text(CSV + "tomorrow,Harbor Health,Plan\n" * 30, encoding="utf-8")

    assert "and 10 more" in run("import", log, "--journal", path)[1]


def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(
    run: Run, path: Path, tmp_path: Path
) -> None:
    """And the journal is as it was."""
    before = path.read_bytes()
    status, out, err = run("import", tmp_path / "nowhere.csv", "--journal", path)

    assert (status, out) == (1, "")
    assert err.count("\n") == 1
    assert path.read_bytes() == before


def test_every_command_has_its_help(run: Run) -> None:
    """A terminal is where it is read."""
    status, out, _err = run("--help")
    assert status == 0
    for name in COMMANDS:
        assert name in out
        assert run(name, "--help")[0] == 0
