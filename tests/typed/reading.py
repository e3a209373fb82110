"""The Monday on which the tests of what is typed are told, and its answers in one line."""

from datetime import UTC, datetime

from journal.typed.dates import understand
from journal.typed.tokens import Order
from journal.typed.understood import Bearings, Lean, NotUnderstood, Understood

# A Monday; the clocks of London show 08:15.
NOW = datetime(2026, 11, 23, 8, 15, tzinfo=UTC)
TODAY = NOW.date()
LONDON = "Europe/London"
AHEAD = Bearings(now=NOW, zone=LONDON)
BEHIND = Bearings(now=NOW, zone=LONDON, lean=Lean.BACKWARD)
AMERICAN = Bearings(now=NOW, zone=LONDON, order=Order.MONTH_DAY)


def told(answer: Understood | NotUnderstood | None) -> str:
    """Say an answer as `2026-11-24T10:00 45 min`, or by its sentence."""
    if answer is None:
        return ""
    if isinstance(answer, NotUnderstood):
        return answer.why
    length = "" if answer.minutes is None else f" {answer.minutes} min"
    return answer.when.iso + length


def read(text: str, bearings: Bearings = AHEAD) -> str:
    """Understand a text and say the answer."""
    return told(understand(text, bearings))


def others(text: str, bearings: Bearings = AHEAD) -> list[str]:
    """Say what else a text could mean."""
    answer = understand(text, bearings)
    return [told(each) for each in answer.others] if isinstance(answer, Understood) else []
