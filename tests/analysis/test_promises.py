"""Who owes what, and how often each side kept its word."""

from journal.analysis.promises import Balance, Kept, balance, kept, open_promises, overdue, owed
from journal.domain.record import Side
from tests.analysis.made import TODAY, on, promise

LATE = promise(Side.OURS, "2026-11-22")
LATER = promise(Side.OURS, "2026-10-01")
TODAYS = promise(Side.OURS, "2026-11-23")
SOON = promise(Side.OURS, "2026-12-01")
UNDATED = promise(Side.OURS, None)
THEIRS = promise(Side.THEIRS, "2026-11-27")
IN_TIME = promise(Side.OURS, "2026-11-12", kept_on="2026-11-12")
TOO_LATE = promise(Side.OURS, "2026-11-01", kept_on="2026-11-20")
NO_DAY = promise(Side.OURS, None, kept_on="2026-11-11")
DROPPED = promise(Side.OURS, "2026-10-01", dropped_on="2026-10-02")
ALL = (SOON, UNDATED, LATE, THEIRS, TODAYS, LATER, IN_TIME, TOO_LATE, NO_DAY, DROPPED)


def test_what_is_owed_stands_overdue_first_and_undated_last() -> None:
    """The longest overdue hurts most."""
    assert open_promises(ALL, Side.OURS) == (LATER, LATE, TODAYS, SOON, UNDATED)
    assert open_promises(ALL, Side.THEIRS) == (THEIRS,)


def test_overdue_is_after_its_day() -> None:
    """Today is still in time."""
    assert overdue(ALL, Side.OURS, today=TODAY) == (LATER, LATE)
    assert overdue(ALL, Side.THEIRS, today=TODAY) == ()


def test_kept_on_time_is_counted_of_what_was_due() -> None:
    """Two in time (one had no day), one late, two still owed; three say nothing yet."""
    found = kept(ALL, Side.OURS, today=TODAY)
    assert found == Kept(in_time=2, late=1, overdue=2, dropped=1)
    assert found.due == 5


def test_each_side_has_its_own_count() -> None:
    """They owe one, and it is not due yet: nothing of nothing."""
    assert kept(ALL, Side.THEIRS, today=TODAY) == Kept()
    assert kept(ALL, Side.THEIRS, today=on("2026-11-28")) == Kept(overdue=1)


def test_what_was_kept_since_we_last_met_is_shown() -> None:
    """On that day or after it, oldest first, of either side, and not in the future."""
    hers = promise(Side.THEIRS, None, kept_on="2026-11-15")
    today, ahead = (promise(Side.OURS, None, kept_on=f"2026-11-{day}") for day in (23, 24))
    found = owed((*ALL, hers, ahead, today), today=TODAY, last_met=on("2026-11-12"))

    assert found.just_kept == (IN_TIME, hers, TOO_LATE, today)
    assert found.ours == (LATER, LATE, TODAYS, SOON, UNDATED)
    assert found.theirs == (THEIRS,)
    assert (found.ours_kept.due, found.theirs_kept) == (7, Kept(in_time=1))


def test_where_we_never_met_nothing_was_just_kept() -> None:
    """There is no day to count from."""
    assert owed(ALL, today=TODAY, last_met=None).just_kept == ()


def test_a_balance_counts_what_is_still_owed() -> None:
    """Kept and dropped ones are nobody's debt any more; undated ones are, and never late."""
    assert balance(ALL, Side.OURS, today=TODAY) == Balance(owed=5, late=2, today=1)
    assert balance(ALL, Side.THEIRS, today=TODAY) == Balance(owed=1, late=0, today=0)
    assert balance((), Side.OURS, today=TODAY) == Balance(owed=0, late=0, today=0)
