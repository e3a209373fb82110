"""What became of what was prepared: barriers, options, visions, questions."""

from dataclasses import replace
from datetime import date

from journal.domain.errors import JournalError
from journal.domain.plan import Barrier, Negotiation, Option, Question, Vision, VisionOutcome
from journal.domain.record import AccountId, NegotiationId
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.store import records
from journal.wording import _


def acknowledge(journal: Journal, barrier: Barrier, on: date) -> Change:
    """Note that we owned up to a barrier towards the customer."""
    return journal.write(_("Acknowledge barrier"), save=[replace(barrier, acknowledged_on=on)])


def lift(journal: Journal, barrier: Barrier, on: date, how: str) -> Change:
    """Note that a barrier is out of the way, and how that came about."""
    lifted = replace(barrier, lifted_on=on, lifted_how=how)
    return journal.write(_("Lift barrier"), save=[lifted])


def answer_option(
    journal: Journal, option: Option, words: str, on: date, *, refused: bool = False
) -> Change:
    """Note how an option was answered, in their words."""
    answered = replace(option, answer=words, answered_on=on, refused=refused)
    return journal.write(_("Note answer"), save=[answered])


def answer_question(journal: Journal, question: Question, words: str, on: date) -> Change:
    """Note that a question was asked, and what was answered."""
    return journal.write(_("Note answer"), save=[replace(question, answer=words, asked_on=on)])


def settle_vision(journal: Journal, vision: Vision, outcome: VisionOutcome, on: date) -> Change:
    """Note what became of a vision; its words are left alone."""
    return journal.write(_("Settle vision"), save=[replace(vision, outcome=outcome, outcome_on=on)])


def open_negotiation(journal: Journal, account: AccountId, title: str) -> Change:
    """Open a negotiation.

    Raises:
        JournalError: if one is open; it has to be closed first.
    """
    open_ones = records.select(
        journal.file.connection, Negotiation, "account_id = ? AND closed_on IS NULL", (account,)
    )
    if open_ones:
        raise JournalError(
            _("“{title}” is still open; close it first.").format(title=open_ones[0].title)
        )
    negotiation = Negotiation(
        id=NegotiationId(journal.new_id()),
        account_id=account,
        title=title,
        opened_on=journal.today(),
    )
    return journal.write(_("Open negotiation"), add=[negotiation])


def close_negotiation(journal: Journal, negotiation: Negotiation, result: str) -> Change:
    """Close a negotiation; all of it stays readable."""
    closed = replace(negotiation, closed_on=journal.today(), result=result)
    return journal.write(_("Close negotiation"), save=[closed])
