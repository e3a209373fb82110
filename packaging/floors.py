"""Hold each room of the program to its own share of covered lines and branches.

Read from pyproject.toml, `[tool.account-journal.floors]`: per cent for each room of `journal/`,
and `rest` for all that stands in no room of the table.
"""

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

PYPROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"
REST = "rest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What was covered in one room.

    Attributes:
        floor: Per cent, 0 to 100.
        covered: Lines and branches that ran.
        total: Lines and branches that could have run; 0 where the room was not measured.
    """

    name: str
    floor: float
    covered: int
    total: int

    @property
    def passed(self) -> bool:
        """Whether the floor holds; a room that was not measured does not pass."""
        return self.total > 0 and 100 * self.covered >= self.floor * self.total

    def __str__(self) -> str:
        """Say it in one line, with counts."""
        share = f"{100 * self.covered / self.total:.2f} %" if self.total else "not measured"
        verdict = "" if self.passed else ": TOO LOW"
        return f"{self.name}: {self.covered} of {self.total} ({share}), {self.floor:g} %{verdict}"


def measure(files: Mapping[str, Any], floors: Mapping[str, float]) -> list[Room]:
    """Sum up coverage's own JSON, its `files`, for each room of the table."""
    covered: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for path, file in files.items():
        room = _room_of(path, floors)
        numbers = file["summary"]
        covered[room] += numbers["covered_lines"] + numbers.get("covered_branches", 0)
        total[room] += numbers["num_statements"] + numbers.get("num_branches", 0)
    return [
        Room(name=name, floor=floor, covered=covered[name], total=total[name])
        for name, floor in floors.items()
    ]


def main(arguments: list[str]) -> int:
    """Print each room; 1 where a floor is broken or nothing was measured."""
    report = Path(arguments[0])
    if not report.is_file():
        print("Nothing was measured: the tests did not come to their end.")
        return 1
    table = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["tool"]["account-journal"]
    rooms = measure(json.loads(report.read_text(encoding="utf-8"))["files"], table["floors"])
    for room in rooms:
        print(room)
    return 0 if all(room.passed for room in rooms) else 1


def _room_of(path: str, floors: Mapping[str, float]) -> str:
    # On Windows coverage writes backslashes.
    rooms = PurePosixPath(path.replace("\\", "/")).parts[1:-1]
    return rooms[0] if rooms and rooms[0] in floors else REST


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
