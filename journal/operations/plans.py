"""What is prepared, and what became of it: barriers, options, visions, questions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from journal.domain.errors import JournalError
from journal.domain.plan import (
    Alternative,
    Barrier,
    Criterion,
    Interest,
    Negotiation,
    Norm,
    Option,
    OptionLink,
    Question,
    Vision,
    VisionOutcome,
)
from journal.domain.record import (
    AccountId,
    CriterionId,
    InterestId,
    Line,
    NegotiationId,
    OptionId,
    RecordId,
    Side,
)
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.store import records
from journal.store.writing import writing
from journal.terms import record_words
from journal.typed import almanac
from journal.wording import _

Prepared = Barrier | Interest | Criterion | Option | Alternative | Vision | Norm | Question

_VISION_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a new line stands.

    Attributes:
        side: Whose it is; of a kind that belongs to no side it says nothing.
        day: On the customer's wall.
        negotiation_id: None for the account as a whole.
    """

    account_id: AccountId
    side: Side
    day: date
    negotiation_id: NegotiationId | None = None


def prepare(journal: Journal, kind: type[Prepared], text: str, place: Place) -> Change:
    """Add a line of which only the words are known, after its like."""
    beside = records.select(
        journal.file.connection, kind, "account_id = ?", (place.account_id,), order="position"
    )
    line = replace(
        _line(kind, journal.new_id(), text, place),
        noted_on=place.day,
        position=beside[-1].position + 1 if beside else 1,
        negotiation_id=place.negotiation_id,
    )
    return journal.write(_("Add {record}").format(record=record_words(kind)), add=[line])


def reorder(journal: Journal, lines: Sequence[Line]) -> Change:
    """Keep lines of one kind in this order.

    Args:
        lines: At least one; what is not among them stays where it is.
    """
    name = _("Move {record}").format(record=record_words(type(lines[0])))
    moved = [replace(each, position=place) for place, each in enumerate(lines, 1)]
    return journal.write(name, save=moved)


def name_barrier(journal: Journal, barrier: Barrier, on: date | None) -> Change:
    """Note when a barrier was named; None where that is not known.

    Raises:
        JournalError: if it was lifted before.
    """
    _require_order(on, barrier.lifted_on)
    return journal.write(_("Date barrier"), save=[replace(barrier, named_on=on)])


def acknowledge(journal: Journal, barrier: Barrier, on: date | None) -> Change:
    """Note that we owned up to a barrier towards the customer; None if not yet."""
    return journal.write(_("Acknowledge barrier"), save=[replace(barrier, acknowledged_on=on)])


def lift(journal: Journal, barrier: Barrier, on: date | None, how: str) -> Change:
    """Note that a barrier is out of the way, and how that came about; None if it still stands.

    Raises:
        JournalError: if it was named later.
    """
    _require_order(barrier.named_on, on)
    lifted = replace(barrier, lifted_on=on, lifted_how=how)
    return journal.write(_("Lift barrier"), save=[lifted])


def link_option(
    journal: Journal, option: Option, to: Interest | Criterion, *, linked: bool
) -> Change:
    """Note whether an option serves an interest, or meets a criterion."""
    is_interest = isinstance(to, Interest)
    found = records.select(
        journal.file.connection,
        OptionLink,
        "option_id = ? AND (interest_id = ? OR criterion_id = ?)",
        (option.id, to.id, to.id),
    )
    name = _("Note what an option serves") if is_interest else _("Note what an option meets")
    with writing(journal.file.connection, journal.act(name)) as door:
        if linked and not found:
            link = OptionLink(
                id=journal.new_id(),
                option_id=option.id,
                interest_id=to.id if isinstance(to, Interest) else None,
                criterion_id=to.id if isinstance(to, Criterion) else None,
            )
            door.add(link)
        elif not linked:
            door.trash(OptionLink, *(each.id for each in found))
            door.trashed.clear()  # a tick taken back is nothing that one deletes
    return journal.announce(door)


def answer_option(
    journal: Journal, option: Option, words: str, on: date | None, *, refused: bool = False
) -> Change:
    """Note how an option was answered, in their words; empty takes the answer back."""
    answered = replace(option, answer=words, answered_on=on, refused=refused)
    return journal.write(_("Note answer"), save=[answered])


def answer_question(journal: Journal, question: Question, words: str, on: date | None) -> Change:
    """Note that a question was asked, and what was answered; None if it still waits."""
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


def _require_order(named_on: date | None, lifted_on: date | None) -> None:
    if named_on is not None and lifted_on is not None and lifted_on < named_on:
        raise JournalError(_("It cannot be lifted before it was named; nothing was changed."))


def _line(kind: type[Prepared], new: RecordId, text: str, place: Place) -> Prepared:
    account = place.account_id
    if kind is Option:
        return Option(id=OptionId(new), account_id=account, text=text)
    if kind is Question:
        return Question(id=new, account_id=account, text=text)
    return _sided(kind, new, text, place)


def _sided(kind: type[Prepared], new: RecordId, text: str, place: Place) -> Prepared:
    account, side = place.account_id, place.side
    if kind is Barrier:
        return Barrier(id=new, account_id=account, text=text, share=side, named_on=place.day)
    if kind is Interest:
        return Interest(id=InterestId(new), account_id=account, text=text, side=side)
    if kind is Criterion:
        return Criterion(id=CriterionId(new), account_id=account, text=text, side=side)
    if kind is Vision:
        due = almanac.months_later(place.day, _VISION_MONTHS) or place.day
        return Vision(id=new, account_id=account, text=text, side=side, due_on=due)
    if kind is Norm:
        return Norm(id=new, account_id=account, text=text, side=side)
    return Alternative(id=new, account_id=account, text=text, side=side)
