"""The way in: `python -m journal`, and the command `account-journal`."""

import sys

from journal import resources, wording
from journal.cli.main import main as run


def main() -> int:
    """Choose the language, then do what the command line asks.

    Returns:
        The exit status: 0 done, 1 could not, 2 wrong usage.
    """
    wording.choose(resources.root() / "locale")
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
