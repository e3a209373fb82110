"""From words to a command and its exit status."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from importlib import import_module
from pathlib import Path
from zoneinfo import ZoneInfo

from journal import __version__
from journal.cli.words import Command, Words, window
from journal.domain.errors import JournalError
from journal.domain.paper import Paper
from journal.operations.journal import laptop_zone
from journal.wording import _

PROGRAM = "account-journal"
DONE, COULD_NOT, WRONG_USAGE, STOPPED = 0, 1, 2, 130

# Those that stand before a value, so that the command's own name can be told from it.
_WITH_VALUE = frozenset(
    {"--journal", "--now", "--format", "--account", "--mapping", "--meeting", "--paper"}
    | {"-o", "--output", "--second", "--to", "--on", "--private"}
)


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks; without a command, open the window.

    Returns:
        The exit status: 0 done; 1 could not, and nothing was changed; 2 wrong usage.
    """
    try:
        words = _read(_command_first(arguments))
        status = words.run(words)
        sys.stdout.flush()  # here, where it is no error that nobody reads on; at exit it is one
    except SystemExit as usage:
        # argparse has said it; whoever calls a function wants it back, though.
        return usage.code if isinstance(usage.code, int) else WRONG_USAGE
    except JournalError as error:
        sys.stderr.write(f"{error.sentence}\n")
        return COULD_NOT
    except BrokenPipeError:
        # Whoever read our output has had enough; Python must not complain of it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return STOPPED
    return status or DONE


def _read(arguments: Sequence[str]) -> Words:
    """Read what was typed; to describe every command takes longer than to open a journal."""
    try:
        words, others = _everywhere().parse_known_args(arguments, Words(run=window))
    except argparse.ArgumentError:
        others = list(arguments)  # the whole parser says what is wrong
    return _parser().parse_args(arguments, Words()) if others else words


def _command_first(arguments: Sequence[str]) -> list[str]:
    """Put the command in front, so that its options may stand before it as well."""
    is_value = False
    for place, word in enumerate(arguments):
        if not is_value and word in COMMANDS:
            return [word, *arguments[:place], *arguments[place + 1 :]]
        if not is_value and not word.startswith("-"):
            break
        is_value = word in _WITH_VALUE
    return list(arguments)


def _everywhere() -> argparse.ArgumentParser:
    everywhere = argparse.ArgumentParser(
        add_help=False, argument_default=argparse.SUPPRESS, exit_on_error=False
    )
    everywhere.add_argument(
        "--journal",
        type=Path,
        metavar="FILE",
        help=_("the journal; else the one that ACCOUNT_JOURNAL names, else your own"),
    )
    everywhere.add_argument(
        "--now", type=_moment, metavar="ISO", help=_("take this as the present moment")
    )
    return everywhere


def _parser() -> argparse.ArgumentParser:
    everywhere = _everywhere()
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        description=_("Keep, draw and print how the relationship with each customer goes."),
        epilog=_("Without a command the window opens. Exit status: 0 done, 1 could not, 2 usage."),
        parents=[everywhere],
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    parser.set_defaults(run=window)
    each = parser.add_subparsers(metavar=_("COMMAND"), title=_("commands"))
    for name, (summary, arguments, run) in COMMANDS.items():
        added = each.add_parser(name, help=summary(), description=summary(), parents=[everywhere])
        arguments(added)
        added.set_defaults(run=run)
    return parser


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("answer for a program"))


def _account(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("account", metavar="ACCOUNT", help=_("its name, or enough of it"))


def _output(parser: argparse.ArgumentParser, ending: str) -> None:
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar=f"FILE.{ending}", help=_("where to")
    )


def _account_json(parser: argparse.ArgumentParser) -> None:
    _account(parser)
    _json(parser)


def _new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=_("ends in .journal"))


def _demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder", type=Path, nargs="?", metavar="DIR", default=Path("account-journal-demo")
    )


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--format", choices=["ics", "vcard", "csv", "pack"])
    parser.add_argument("--account", metavar="NAME", help=_("whom the files are about"))
    parser.add_argument(
        "--mapping", type=Path, metavar="FILE", help=_("which column is which, as TOML")
    )
    parser.add_argument("--dry-run", action="store_true", help=_("tell, and change nothing"))
    _json(parser)


def _brief(parser: argparse.ArgumentParser) -> None:
    _account(parser)
    parser.add_argument("--meeting", type=_meeting, metavar="next|DATE", default=None)
    _paper(parser)


def _paper(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--paper", type=Paper, choices=list(Paper), default=Paper.A4, metavar="a4|letter|a5"
    )
    _output(parser, "pdf")


def _framework(parser: argparse.ArgumentParser) -> None:
    _account(parser)
    _paper(parser)


def _handover(parser: argparse.ArgumentParser) -> None:
    _account(parser)
    parser.add_argument("--to", metavar="NAME", help=_("the colleague who is to look after it"))
    parser.add_argument(
        "--on", type=date.fromisoformat, metavar="DATE", help=_("from when on; else from today")
    )
    parser.add_argument(
        "--private",
        choices=["keep", "pass"],
        default="keep",
        help=_("whether private notes stay here (as they do else) or go along"),
    )
    _output(parser, "handover")


def _daypack(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "day", type=_day, metavar="DATE", help=_("such as 2026-11-23, or today, or tomorrow")
    )
    _paper(parser)


def _timeline(parser: argparse.ArgumentParser) -> None:
    _account(parser)
    _output(parser, "svg|png|pdf")


def _search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="WORDS")
    _json(parser)


def _backup(parser: argparse.ArgumentParser) -> None:
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--second", type=Path, metavar="DIR", help=_("keep all backups there as well from now on")
    )
    where.add_argument(
        "--no-second", action="store_true", help=_("keep them in one place only from now on")
    )


def _restore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=_("the backup"))
    parser.add_argument("--dry-run", action="store_true", help=_("tell, and change nothing"))


def _check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--deep", action="store_true", help=_("also every text and the search"))


def _later(module: str, verb: str) -> Command:
    """Import a command when it is run; the window does not wait for the others."""

    def run(words: Words) -> int | None:
        command: Command = getattr(import_module(f"journal.cli.{module}"), verb)
        return command(words)

    return run


Arguments = Callable[[argparse.ArgumentParser], None]
COMMANDS: dict[str, tuple[Callable[[], str], Arguments, Command]] = {
    "demo": (lambda: _("the sample journal, printed and drawn"), _demo, _later("commands", "demo")),
    "new": (lambda: _("an empty journal"), _new, _later("commands", "new")),
    "accounts": (lambda: _("every account at a glance"), _json, _later("commands", "accounts")),
    "meetings": (
        lambda: _("all meetings of an account"),
        _account_json,
        _later("commands", "meetings"),
    ),
    "import": (
        lambda: _("take in meeting logs, packs and hand-overs"),
        _import,
        _later("commands", "take_in"),
    ),
    "brief": (
        lambda: _("the private pages to take into a meeting"),
        _brief,
        _later("commands", "brief"),
    ),
    "framework": (
        lambda: _("the page to share with the customer, exactly one"),
        _framework,
        _later("commands", "framework"),
    ),
    "handover": (
        lambda: _("an account as one file for a colleague, to be imported there"),
        _handover,
        _later("handing_over", "handover"),
    ),
    "daypack": (
        lambda: _("the day's briefs in visiting order"),
        _daypack,
        _later("commands", "daypack"),
    ),
    "timeline": (
        lambda: _("how the relationship went, drawn"),
        _timeline,
        _later("commands", "timeline"),
    ),
    "access": (
        lambda: _("when meetings hold, when they are lost, and why"),
        _account_json,
        _later("commands", "access"),
    ),
    "search": (lambda: _("find anything by its words"), _search, _later("commands", "search")),
    "backup": (
        lambda: _("keep a checked copy; after a restore: all is well"),
        _backup,
        _later("safekeeping", "backup"),
    ),
    "restore": (
        lambda: _("bring back what a backup holds; the present is kept first"),
        _restore,
        _later("safekeeping", "restore"),
    ),
    "check": (
        lambda: _("look whether the journal is sound"),
        _check,
        _later("safekeeping", "check"),
    ),
}


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(laptop_zone()))


def _meeting(text: str) -> date | None:
    return None if text == "next" else date.fromisoformat(text)


def _day(text: str) -> date | timedelta:
    """Read a day; from today on it is counted in days, as only the journal's clock knows today."""
    ahead = {"today": 0, "tomorrow": 1}.get(text)
    return date.fromisoformat(text) if ahead is None else timedelta(days=ahead)
