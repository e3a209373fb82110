"""What holds of every text and of every day."""

from datetime import date, time

from hypothesis import example, given
from hypothesis import strategies as st

from journal.typed.dates import understand, understand_minutes
from journal.typed.day_names import understood_words
from journal.typed.endings import date_at_end
from journal.typed.names import MONTHS, NEARBY, NUMBERS, UNITS, WEEKDAYS
from journal.typed.tokens import Order
from journal.typed.understood import Bearings, Lean, NotUnderstood, Understood
from tests.typed.reading import AHEAD, LONDON, NOW, TODAY

BEARINGS = st.builds(
    Bearings,
    now=st.just(NOW),
    zone=st.just(LONDON),
    lean=st.sampled_from(Lean),
    order=st.sampled_from(Order),
)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))
CLOCKS = st.builds(time, st.integers(0, 23), st.integers(0, 59))
# Words that mean something in every wrong order; chance alone would hardly ever hit one.
VOCABULARY = [
    *WEEKDAYS, *MONTHS, *NEARBY, *NUMBERS, *UNITS, "in", "ago", "end", "of", "the", "q1", "half",
    "past", "to", "noon", "am", "pm", "from", "now", "today", "10", "2027", "'27", "31", "0", "h",
    ":", ".", "/", "-", "30.6.", "3/4", "10:30", "1.5", "9999", "10th", "2026-06-30", "by",
]  # fmt: skip
PHRASES = st.lists(st.sampled_from(VOCABULARY), max_size=7).map(" ".join)
GLUED = st.lists(st.sampled_from(VOCABULARY), max_size=7).map("".join)
TEXTS = st.one_of(st.text(), PHRASES, GLUED)


@example(day=TODAY, clock=None, minutes=60, how=AHEAD)
@example(day=TODAY, clock=time(0), minutes=1440, how=AHEAD)
@given(day=DAYS, clock=st.none() | CLOCKS, minutes=st.none() | st.integers(1, 1440), how=BEARINGS)
def test_what_is_shown_can_be_typed_again(
    day: date, clock: time | None, minutes: int | None, how: Bearings
) -> None:
    """Whoever mends what was understood begins with what stands there."""
    shown = Understood(day=day, time=clock, minutes=minutes, zone=LONDON)
    again = understand(understood_words(shown, TODAY), how)
    assert isinstance(again, Understood)
    assert (again.day, again.time, again.minutes) == (day, clock, minutes)


@given(text=TEXTS, how=BEARINGS)
def test_every_text_has_an_answer(text: str, how: Bearings) -> None:
    """It is read at each key press, mostly half typed."""
    answer = understand(text, how)
    assert isinstance(answer, NotUnderstood) or answer.when.iso
    ending = date_at_end(text, how)
    assert text.startswith(ending.text)
    length = understand_minutes(text)
    assert isinstance(length, NotUnderstood) or 1 <= length <= 1440
