"""Where a bundled file lies: in a checkout, an installed wheel or a frozen program.

A checkout keeps them at its top, beside the package; a wheel and a frozen program carry the same
tree inside the package, because nothing outside it is theirs.
"""

from pathlib import Path, PurePosixPath

_PACKAGE = Path(__file__).resolve().parent


def find(name: str) -> Path:
    """Find a bundled file or folder.

    Args:
        name: Relative to `resources/`, with forward slashes on every system:
            `fonts/NotoSans-Regular.ttf`.

    Raises:
        ValueError: The name would leave the bundled folder.
        FileNotFoundError: The program was installed without it.
    """
    parts = PurePosixPath(name)
    if parts.is_absolute() or ".." in parts.parts or "\\" in name:
        message = f"not the name of a bundled file: {name!r}"
        raise ValueError(message)
    found = root() / parts
    if not found.exists():
        message = f"The program was installed without {name}; please install it again."
        raise FileNotFoundError(message)
    return found


def root(package: Path = _PACKAGE) -> Path:
    """Name the folder of all bundled files of the package that lies at `package`."""
    inside = package / "_resources"
    return inside if inside.is_dir() else package.parent / "resources"
