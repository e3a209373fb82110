"""Bundled files are found wherever the program was put."""

from pathlib import Path

import pytest

from journal import resources


def test_a_checkout_keeps_them_beside_the_package(tmp_path: Path) -> None:
    """A developer edits a font or an icon once and sees it at the next start."""
    assert resources.root(tmp_path / "journal") == tmp_path / "resources"


def test_a_wheel_and_a_frozen_program_carry_them_inside(tmp_path: Path) -> None:
    """Beside an installed package lie other people's packages."""
    (tmp_path / "journal" / "_resources").mkdir(parents=True)
    (tmp_path / "resources").mkdir()
    assert resources.root(tmp_path / "journal") == tmp_path / "journal" / "_resources"


def test_a_bundled_folder_is_found() -> None:
    """The real tree of this checkout, not a made-up one."""
    assert resources.find(".") == resources.root()
    assert resources.root().is_dir()


@pytest.mark.parametrize("name", ["../pyproject.toml", "/etc/passwd", "fonts\\x.ttf"])
def test_a_name_that_leads_outside_is_our_bug(name: str) -> None:
    """Names are ours, never a user's; one that leaves the folder is a slip of the keyboard."""
    with pytest.raises(ValueError, match="not the name of a bundled file"):
        resources.find(name)


def test_a_missing_file_says_what_to_do() -> None:
    """An incomplete installation is nothing the user could mend otherwise."""
    with pytest.raises(FileNotFoundError, match="please install it again"):
        resources.find("fonts/there-is-none.ttf")
