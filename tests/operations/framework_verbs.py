"""What is done with the page that may be shared."""

from collections.abc import Callable
from contextlib import suppress

from journal.domain.account import Account
from journal.domain.document import IssuedLine
from journal.domain.errors import JournalError
from journal.domain.framework import SHAREABLE_KINDS
from journal.domain.record import Agreement
from journal.operations import framework
from tests.operations.conftest import MERCY
from tests.operations.desk import Desk


def _share(desk: Desk) -> None:
    if record := desk.pick(desk.chance.choice(SHAREABLE_KINDS)):
        with suppress(JournalError):  # a guess about them stays home
            framework.share(desk.journal, record, shareable=desk.chance.random() < 0.7)


def _issue(desk: Desk) -> None:
    if desk.pick(Account, "id = 'mercy'"):
        with suppress(JournalError):  # nothing may be shared yet
            framework.issue(desk.journal, MERCY.id, recipients=["Dana Whitfield"])


def _note_agreement(desk: Desk) -> None:
    if line := desk.pick(IssuedLine):
        agreement = desk.chance.choice(list(Agreement))
        wording = "in other words" if agreement is Agreement.CHANGED else ""
        framework.note_agreement(desk.journal, line, agreement, wording)


VERBS: tuple[Callable[[Desk], None], ...] = (_share, _share, _issue, _note_agreement)
