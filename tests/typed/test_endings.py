"""A date at the end of a line."""

import pytest

from journal.typed.endings import date_at_end
from tests.typed.reading import AHEAD, BEHIND, told

TAKEN = [
    ("send stock figures by fri", "send stock figures", "2026-11-27"),
    ("send stock figures fri", "send stock figures", "2026-11-27"),
    ("Send stock figures (by Fri).", "Send stock figures", "2026-11-27"),
    ("send stock figures (fri)", "send stock figures", "2026-11-27"),
    ("send stock figures, by the end of june", "send stock figures", "2027-06-30"),
    ("send stock figures due on 30/6", "send stock figures", "2027-06-30"),
    ("send stock figures by 30.6.", "send stock figures", "2027-06-30"),
    ("send stock figures 30 jun", "send stock figures", "2027-06-30"),
    ("send stock figures 15.1.2027", "send stock figures", "2027-01-15"),
    ("send stock figures before fri", "send stock figures", "2026-11-26"),
    ("send stock figures before fri 10:00", "send stock figures", "2026-11-27T10:00"),
    ("order 10 fri", "order 10", "2026-11-27"),
    ("call at 10 fri", "call at 10", "2026-11-27"),
    ("call Dana thu 10", "call Dana", "2026-11-26T10:00"),
    ("come back on sat", "come back", "2026-11-28"),
    ("do it on the 10th", "do it", "2026-12-10"),
    ("do it today", "do it", "2026-11-23"),
    ("send it in 2 weeks", "send it", "2026-12-07"),
    ("meet Dana in 2 weeks thu 14", "meet Dana", "2026-12-10T14:00"),
    ("send it next week", "send it", "2026-11-30"),
    ("send it by june", "send it", "2027-06-01"),
    ("send it by end of q1", "send it", "2027-03-31"),
    ("send it end of month", "send it", "2026-11-30"),
    ("paid by last fri", "paid", "2026-11-20"),
]
LEFT = [
    "", "fri", "by fri", "send stock figures", "cut it by 10", "cut it by 27", "back at 10:30",
    "minutes of last thu", "send what he asked for last thu", "bring what we saw yesterday",
    "prices for next week", "ask what we may", "where he sat", "support them 24/7", "ship 2.6",
    "valid until 30 jun", "sales in june", "report on q1", "wait 2 weeks", "their 10th", "pre-fri",
    "call tomorrow morning", "use it now", "the deal of last june", "tue wed thu", "mail 31 jun",
]  # fmt: skip


@pytest.mark.parametrize(("line", "text", "due"), TAKEN)
def test_a_date_is_taken_off_the_end(line: str, text: str, due: str) -> None:
    """A promise is typed in one go: what, and by when."""
    ending = date_at_end(line, AHEAD)
    assert (ending.text, told(ending.due)) == (text, due)


@pytest.mark.parametrize("line", LEFT)
def test_what_may_be_no_date_stays_in_the_line(line: str) -> None:
    """A date too few is typed in a second; words that vanish are not missed until too late."""
    ending = date_at_end(line, AHEAD)
    assert (ending.text, ending.due) == (line, None)


def test_a_day_that_cannot_be_is_told_and_the_line_kept_whole() -> None:
    """Who wrote "by" meant a date."""
    ending = date_at_end("pay by 31 jun", AHEAD)
    assert (ending.text, told(ending.due)) == ("pay by 31 jun", "June has 30 days.")


def test_where_one_logs_a_day_behind_is_meant() -> None:
    """And one ahead of us stays in the line, unless it is led in."""
    assert told(date_at_end("called Dana thu", BEHIND).due) == "2026-11-19"
    assert date_at_end("asked for a visit tomorrow", BEHIND).due is None
    assert told(date_at_end("asked for a visit by tomorrow", BEHIND).due) == "2026-11-24"


def test_only_what_is_led_in_may_be_asked_for() -> None:
    """In somebody's own words "next year" is no date of ours."""
    line = "a review with my staff next year"
    assert date_at_end(line, AHEAD, only_marked=True).text == line
    marked = date_at_end("a review with my staff by june", AHEAD, only_marked=True)
    assert told(marked.due) == "2027-06-01"
