"""What a number of theirs and one of ours do to each other: as they see it, and as checked.

A pair is kept from the first thing that is told of it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from journal.domain.metric import Alignment, Effect, Metric
from journal.domain.record import MeetingId, PersonId, Visibility
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.store import records
from journal.store.writing import writing
from journal.wording import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What two numbers do to each other as they see it.

    Attributes:
        by_id: Who of theirs; None where it is not known.
        on: When they said so; None where it is not known.
    """

    effect: Effect
    by_id: PersonId | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What they do to each other, as looked at together.

    Attributes:
        meeting_id: The meeting in which it was looked at; None where none.
    """

    effect: Effect
    on: date | None = None
    meeting_id: MeetingId | None = None


def perceive(journal: Journal, theirs: Metric, ours: Metric, seen: Seen | None) -> Change:
    """Note how they see a pair; None takes it back."""

    def told(pair: Alignment) -> Alignment:
        return replace(
            pair,
            perceived=None if seen is None else seen.effect,
            perceived_by_id=None if seen is None else seen.by_id,
            perceived_on=None if seen is None else seen.on,
        )

    return _write(journal, _("Note how they see it"), (theirs, ours), told)


def check(journal: Journal, theirs: Metric, ours: Metric, found: Check | None) -> Change:
    """Note what was found when a pair was looked at together; None takes it back.

    What it rests on is a text of its own, and stays.
    """

    def told(pair: Alignment) -> Alignment:
        return replace(
            pair,
            checked=None if found is None else found.effect,
            checked_on=None if found is None else found.on,
            meeting_id=None if found is None else found.meeting_id,
        )

    return _write(journal, _("Check alignment"), (theirs, ours), told)


def share(journal: Journal, theirs: Metric, ours: Metric, *, may_share: bool) -> Change:
    """Say whether a pair may reach the customer."""
    visibility = Visibility.SHAREABLE if may_share else Visibility.PRIVATE

    def told(pair: Alignment) -> Alignment:
        return replace(pair, visibility=visibility)

    return _write(journal, _("Share alignment"), (theirs, ours), told)


def _write(
    journal: Journal,
    name: str,
    numbers: tuple[Metric, Metric],
    told: Callable[[Alignment], Alignment],
) -> Change:
    """Change a pair as it stands in the file, or begin it, so that there is one of it."""
    theirs, ours = numbers
    with writing(journal.file.connection, journal.act(name)) as door:
        found = records.select(
            journal.file.connection,
            Alignment,
            "their_metric_id = ? AND our_metric_id = ?",
            (theirs.id, ours.id),
        )
        if found:
            door.save(told(found[-1]))
        else:
            new = Alignment(
                id=journal.new_id(),
                account_id=theirs.account_id,
                their_metric_id=theirs.id,
                our_metric_id=ours.id,
            )
            door.add(told(new))
    return journal.announce(door)
