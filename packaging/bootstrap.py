"""Run Account Journal, or all its checks, straight from a checkout.

    python3 packaging/bootstrap.py run [WORDS...]   the sample journal; with words, the command line
    python3 packaging/bootstrap.py test             every check that a change must pass

Needs Python and pip, nothing else; what is missing is fetched once, into `.venv`. This file is
read by whatever Python somebody has, so it keeps to words that Python 3.6 knows; the modules
beside it need not.
"""

import sys

FIRST = (3, 11)
BEYOND = (3, 15)
USAGE = "usage: python3 packaging/bootstrap.py run [WORDS...] | test"


def refusal(version: "tuple[int, int]") -> str:
    """Say why this Python will not do; nothing where it will."""
    if FIRST <= version < BEYOND:
        return ""
    return (
        "Account Journal needs Python 3.11 to 3.14; this is Python {}.{}. "
        "Please start it with another one, for example: python3.11 packaging/bootstrap.py run"
    ).format(*version)


def main(arguments: "list[str]") -> int:
    """Do what the first word asks; the exit status is that of what was started."""
    sentence = refusal(sys.version_info[:2])
    if sentence:
        sys.stderr.write(sentence + "\n")
        return 1
    if not (arguments[:1] == ["run"] or arguments == ["test"]):
        sys.stderr.write(USAGE + "\n")
        return 2
    import commands

    return commands.run(arguments[1:]) if arguments[0] == "run" else commands.test()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
