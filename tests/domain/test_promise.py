"""Where a promise stands on a day."""

from dataclasses import replace
from datetime import date

import pytest

from journal.domain.promise import Promise, PromiseState, Quote
from journal.domain.record import AccountId, RecordId, Side

ACCOUNT = AccountId(RecordId("a"))
DUE = date(2026, 11, 22)
OWED = Promise(
    id=RecordId("p"),
    account_id=ACCOUNT,
    text="bed-day cost comparison",
    side=Side.OURS,
    due_on=DUE,
)


def test_one_side_owes_it() -> None:
    """Somebody has to keep it."""
    with pytest.raises(ValueError, match="one side"):
        replace(OWED, side=Side.SHARED)


def test_a_promise_is_not_kept_and_dropped() -> None:
    """The counts of both would hold it."""
    with pytest.raises(ValueError, match="not both"):
        replace(OWED, kept_on=DUE, dropped_on=DUE)


def test_it_is_open_until_it_is_kept_or_dropped() -> None:
    """Late or not, it is still owed."""
    assert OWED.is_open
    assert not replace(OWED, kept_on=DUE).is_open
    assert not replace(OWED, dropped_on=DUE).is_open


@pytest.mark.parametrize(
    ("promise", "today", "state"),
    [
        (OWED, DUE, PromiseState.OPEN),
        (OWED, date(2026, 11, 23), PromiseState.LATE),
        (replace(OWED, kept_on=DUE), date(2026, 12, 24), PromiseState.KEPT),
        (replace(OWED, kept_on=date(2026, 11, 23)), date(2026, 12, 24), PromiseState.LATE),
        (replace(OWED, dropped_on=date(2026, 12, 1)), date(2026, 12, 24), PromiseState.DROPPED),
        (replace(OWED, due_on=None), date(2026, 12, 24), PromiseState.OPEN),
        (replace(OWED, due_on=None, kept_on=DUE), date(2026, 12, 24), PromiseState.KEPT),
    ],
)
def test_its_state_follows_from_the_days(
    promise: Promise, today: date, state: PromiseState
) -> None:
    """Due today is in time; a promise without a day is never late."""
    assert promise.state(today) is state


def test_a_quote_is_what_was_said() -> None:
    """It is pinned only on request."""
    quote = Quote(id=RecordId("q"), account_id=ACCOUNT, text="I now see potential.")
    assert not quote.pinned
