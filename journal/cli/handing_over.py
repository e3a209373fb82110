"""The command that writes an account to a file for a colleague."""

from collections.abc import Iterator

from journal.cli import telling
from journal.cli.commands import opened
from journal.cli.words import Words
from journal.domain.errors import NotFoundError
from journal.operations import reading
from journal.operations.handing_over import Choice, Successor, colleague, hand_over, preview
from journal.wording import _, ngettext


def handover(words: Words) -> None:
    """Write the account, and say from when on it is the colleague's."""
    if words.to is None and words.on is not None:
        raise NotFoundError(_("--on says from when on; --to has to say who."))
    private = Choice(words.private)
    with opened(words) as journal:
        account = reading.find_account(journal, words.account)
        successor = None
        if words.to is not None:
            who = colleague(journal, words.to)
            successor = Successor(who=who, on=words.on or journal.today())
        notes = preview(journal, account.id).notes
        chosen = dict.fromkeys((each.key for each in notes), private)
        hand_over(journal, account.id, words.output, chosen, successor)
    telling.say(str(words.output), *_of_notes(len(notes), private))


def _of_notes(count: int, private: Choice) -> Iterator[str]:
    """Say what became of the private notes."""
    if count and private is Choice.KEEP:
        yield ngettext(
            "{count} private note stayed here; --private pass lets it go along.",
            "{count} private notes stayed here; --private pass lets them go along.",
            count,
        ).format(count=count)
    elif count:
        yield ngettext(
            "{count} private note went along.", "{count} private notes went along.", count
        ).format(count=count)
