"""What the user may say about a log, and what has no meaning."""

from pathlib import Path

import pytest

from journal.domain.errors import RefusedFileError
from journal.domain.meeting import Kind, Status
from journal.domain.record import Side
from journal.exchange.mapping import Field, Mapping, read_mapping


def written(tmp_path: Path, text: str) -> Path:
    """Write a mapping file."""
    path = tmp_path / "mapping.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_everything_can_be_said(tmp_path: Path) -> None:
    """Each of these settles what would otherwise be found out or refused."""
    path = written(
        tmp_path,
        """
        key = ["Heft", "Zeile"]
        dayfirst = true
        date_format = "%d.%m.%Y"
        delimiter = ";"
        encoding = "cp1250"
        time_zone = "Europe/Prague"
        separator = " / "
        cancelled_by = "ours"
        source = "crm"
        [columns]
        "Wann" = "date"
        "Mit wem" = "organisation"
        [kinds]
        "Vor Ort" = "visit"
        [statuses]
        "Ausgefallen" = "cancelled"
        """,
    )

    assert read_mapping(path) == Mapping(
        columns={"Wann": Field.DATE, "Mit wem": Field.ORGANISATION},
        key=("Heft", "Zeile"),
        dayfirst=True,
        date_format="%d.%m.%Y",
        delimiter=";",
        encoding="cp1250",
        time_zone="Europe/Prague",
        separator=" / ",
        kinds={"vor ort": Kind.VISIT},
        statuses={"ausgefallen": Status.CANCELLED},
        cancelled_by=Side.OURS,
        source="crm",
    )


def test_nothing_has_to_be_said(tmp_path: Path) -> None:
    """An empty file is as good as none; a lone key needs no brackets."""
    assert read_mapping(written(tmp_path, "")) == Mapping()
    assert read_mapping(written(tmp_path, 'key = "Nr"')).key == ("Nr",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("colums = {}", "'colums' is none of columns, key"),
        ('columns = "date"', "columns is a table of words"),
        ('[columns]\nWann = "dat"', "'dat' is not a valid Field"),
        ("[kinds]\nx = 1", "kinds is a table of words"),
        ('[kinds]\nx = "walk"', "'walk' is not a valid Kind"),
        ("key = 1", "key is a list of columns"),
        ("key = [1]", "key is a list of columns"),
        ('dayfirst = "yes"', "dayfirst is true or false"),
        ("delimiter = 1", "delimiter is a text"),
        ('delimiter = ";;"', "one character"),
        ('time_zone = "Mars"', "no such time zone"),
        ('cancelled_by = "shared"', "ours or theirs"),
        ("= 1", "Invalid"),
    ],
)
def test_what_has_no_meaning_is_refused(tmp_path: Path, text: str, said: str) -> None:
    """A misspelt word that is passed over would leave the user wondering."""
    with pytest.raises(RefusedFileError, match=f"not a mapping file: .*{said}"):
        read_mapping(written(tmp_path, text))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """So that the user sees the slip."""
    with pytest.raises(RefusedFileError, match=r"nowhere\.toml cannot be read"):
        read_mapping(tmp_path / "nowhere.toml")
