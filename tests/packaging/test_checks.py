"""The test command runs all, reports all, and fails where one fails."""

import pytest

import floors
from checks import Result, summary

FLOORS = {"store": 100.0, "ui": 80.0, "rest": 90.0}


def file(*, lines: int, ran: int, branches: int = 0, taken: int = 0) -> dict[str, object]:
    """Write a file's entry as coverage does."""
    return {
        "summary": {
            "num_statements": lines,
            "covered_lines": ran,
            "num_branches": branches,
            "covered_branches": taken,
        }
    }


def test_each_room_is_held_to_its_own_floor() -> None:
    """A well covered room must not pay for a badly covered one."""
    files = {
        "journal/store/file.py": file(lines=10, ran=10, branches=2, taken=1),
        "journal/ui/theme.py": file(lines=10, ran=8),
        "journal\\ui\\shared\\labels.py": file(lines=10, ran=8),
        "journal/cli.py": file(lines=10, ran=9),
    }
    rooms = {room.name: room for room in floors.measure(files, FLOORS)}
    assert (rooms["store"].covered, rooms["store"].total) == (11, 12)
    assert (rooms["ui"].covered, rooms["ui"].total) == (16, 20)
    assert (rooms["rest"].covered, rooms["rest"].total) == (9, 10)
    assert {name for name, room in rooms.items() if not room.passed} == {"store"}
    assert str(rooms["store"]) == "store: 11 of 12 (91.67 %), 100 %: TOO LOW"


def test_a_room_that_was_not_measured_does_not_pass() -> None:
    """A renamed room would otherwise lose its floor without a word."""
    rooms = floors.measure({}, FLOORS)
    assert [room.passed for room in rooms] == [False, False, False]


def test_a_single_missing_branch_breaks_a_full_floor() -> None:
    """One in ten thousand rounds to 100.00 per cent, and is still missing."""
    files = {"journal/store/file.py": file(lines=100_000, ran=99_999)}
    assert not floors.measure(files, {"store": 100.0, "rest": 0.0})[0].passed


def test_the_tests_that_came_to_no_end_are_said(
    tmp_path: object, capsys: pytest.CaptureFixture[str]
) -> None:
    """No report, no verdict: that must not look like a pass."""
    assert floors.main([f"{tmp_path}/none.json"]) == 1
    assert "Nothing was measured" in capsys.readouterr().out


def test_the_summary_names_each_check() -> None:
    """A failed one does not hide the next."""
    results = [
        Result(name="ruff", passed=True, seconds=0.4, last_line=""),
        Result(name="mypy", passed=False, seconds=9.6, last_line=""),
    ]
    assert summary(results) == "\npassed  ruff (0 s)\nFAILED  mypy (10 s)"
