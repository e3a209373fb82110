"""How people are measured, and what one number does to another."""

import math
from datetime import date

import pytest

from journal.domain.metric import Alignment, Effect, Metric, MetricReading
from journal.domain.record import AccountId, MetricId, RecordId, Side

ACCOUNT = AccountId(RecordId("a"))
SPEND = MetricId(RecordId("spend"))
UNITS = MetricId(RecordId("units"))


def test_a_metric_belongs_to_one_side_and_has_a_name() -> None:
    """Its text is the name."""
    assert Metric(id=SPEND, account_id=ACCOUNT, text="Drug spend", side=Side.THEIRS).unit == ""
    with pytest.raises(ValueError, match="one side"):
        Metric(id=SPEND, account_id=ACCOUNT, text="Drug spend", side=Side.SHARED)
    with pytest.raises(ValueError, match="empty"):
        Metric(id=SPEND, account_id=ACCOUNT, text="", side=Side.THEIRS)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_reading_is_a_number(value: float) -> None:
    """A bar cannot be drawn up to infinity."""
    reading = MetricReading(id=RecordId("r"), metric_id=SPEND, day=date(2026, 9, 30), value=-4.0)
    assert reading.value == -4.0
    with pytest.raises(ValueError, match="is a number"):
        MetricReading(id=RecordId("r"), metric_id=SPEND, day=date(2026, 9, 30), value=value)


def test_an_alignment_joins_two_metrics() -> None:
    """A number does nothing to itself."""
    joined = Alignment(
        id=RecordId("al"),
        account_id=ACCOUNT,
        their_metric_id=SPEND,
        our_metric_id=UNITS,
        perceived=Effect.AGAINST,
    )
    assert joined.checked is None
    with pytest.raises(ValueError, match="joins two"):
        Alignment(id=RecordId("al"), account_id=ACCOUNT, their_metric_id=SPEND, our_metric_id=SPEND)
