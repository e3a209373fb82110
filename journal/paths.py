"""Where this user's files lie: the journal, its backups, the log.

The only room that knows appdirs. It names folders; whoever writes into one makes it first
through `make_private`, so that nobody else on the computer can read it.
"""

import sys
from pathlib import Path

import appdirs

# Folders are read by people on macOS and Windows, and typed by them elsewhere.
_NAME = "Account Journal" if sys.platform in {"darwin", "win32"} else "account-journal"
_PRIVATE_FOLDER = 0o700


def data_folder() -> Path:
    """Name the folder of the user's own journal; on Windows the one that does not roam."""
    return Path(appdirs.user_data_dir(_NAME, appauthor=False))


def journal_file() -> Path:
    """Name the journal that is opened when nobody names another; it may not exist yet."""
    return data_folder() / "my.journal"


def backup_folder() -> Path:
    """Name the folder of the checked backups."""
    return data_folder() / "backups"


def log_folder() -> Path:
    """Name the folder of the program's log."""
    return Path(appdirs.user_log_dir(_NAME, appauthor=False))


def make_private(folder: Path) -> Path:
    """Make a folder that only this user can enter, with the folders above it.

    A folder that is already there is taken as it is: its rights are the user's own choice.

    Returns:
        The same folder.

    Raises:
        OSError: The folder cannot be made.
    """
    for each in (*reversed(folder.parents), folder):
        if not each.is_dir():
            each.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)
    return folder
