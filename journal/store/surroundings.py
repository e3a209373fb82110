"""What lies around a journal: a folder that some program copies elsewhere, and its leavings.

Such a program copies a journal while it is being written, and where two laptops wrote, it
keeps both files under two names. Nothing here is opened or changed.

Sources: the help pages of Dropbox, OneDrive, Google Drive, Nextcloud, Syncthing and iCloud
on conflicting copies.
"""

import re
from pathlib import Path

# Folders by the name that the program gives them, in whatever language and with whatever
# account behind it ("OneDrive - Calder Medical", "Dropbox (Personal)").
_NAMED = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mobile documents": "iCloud Drive",
    "com~apple~clouddocs": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud drive": "pCloud",
    "box sync": "Box",
    "seafile": "Seafile",
    "syncthing": "Syncthing",
}
# Files by which the others are known.
_MARKED = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".sync_folder": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".tmp.drivedownload": "Google Drive",
}
_CONFLICT = re.compile(
    r"""
      \ \(.*conflicted\ copy.*\)          # Dropbox, Nextcloud
    | \ \(.*'s\ conflicted\ copy.*\)
    | \.sync-conflict-\d{8}-\d{6}(-\w+)?  # Syncthing
    | _conflict-\d{8}-\d{6}               # ownCloud
    | \ \(SFConflict\ .*\)                # Seafile
    | \ \(\d+\)                           # Google Drive
    | \ \d+                               # iCloud Drive
    | -[\w-]+                             # OneDrive: the other laptop's name
    """,
    re.VERBOSE | re.IGNORECASE,
)


def syncing_program(path: Path) -> str | None:
    """Name the program that copies the folder of a journal elsewhere; None where none does."""
    for folder in path.absolute().parents:
        name = folder.name.casefold()
        for start, program in _NAMED.items():
            if name == start or name.startswith((f"{start} -", f"{start} (", f"{start}-")):
                return program
        for marker, program in _MARKED.items():
            if (folder / marker).exists():
                return program
    return None


def conflict_copies(path: Path) -> tuple[Path, ...]:
    """Return files beside a journal that are named as a second version of it, by name."""
    return tuple(
        sorted(
            other
            for other in path.parent.glob(f"*{path.suffix}")
            if other != path and _is_copy(other.stem, path.stem)
        )
    )


def _is_copy(name: str, original: str) -> bool:
    if not name.startswith(original):
        return False
    rest = name.removeprefix(original)
    return bool(_CONFLICT.fullmatch(rest))
