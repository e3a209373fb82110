"""Whether a relationship stands still: refused in the same words, or the same as last year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from journal.analysis.phrases import same_words
from journal.analysis.trend import series
from journal.domain.plan import Option
from journal.domain.rating import Level, Viewpoint
from journal.domain.relationship import Relationship

REFUSALS_IN_A_ROW = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Stall:
    """Options refused in a row in the same words: the options are not what is refused.

    Attributes:
        answer: As it was put the last time.
        options: Oldest answer first; three or more.
    """

    answer: str
    options: tuple[Option, ...]


def stall(options: Iterable[Option]) -> Stall | None:
    """Find the refusals in the same words that end the list of answers; None if below three.

    Answers count in the order of their days, those without one as the oldest. Case,
    punctuation and white space make no difference.
    """
    answered = sorted((each for each in options if each.answer.strip()), key=_answered_on)
    if not answered:
        return None
    words = same_words(answered[-1].answer)
    run = list(
        takewhile(
            lambda each: each.refused and same_words(each.answer) == words, reversed(answered)
        )
    )
    if len(run) < REFUSALS_IN_A_ROW:
        return None
    return Stall(answer=run[0].answer, options=tuple(reversed(run)))


def is_same_as_last_year(relationship: Relationship, today: date) -> bool:
    """Say whether a good relationship lives on what it was: "same as last year".

    That is when our rating is Positive or better, and for twelve months no option or vision
    is new. Of a relationship younger than that nothing is said; nor are lines counted whose
    day is not known, since nothing shows that they are new.
    """
    ours = series(relationship.ratings, Viewpoint.OURS, until=today)
    year_ago = _year_before(today)
    if not ours or ours[-1].level < Level.POSITIVE or not _is_known_since(relationship, year_ago):
        return False
    lines = (*relationship.options, *relationship.visions)
    return not any(
        each.noted_on is not None and year_ago < each.noted_on <= today for each in lines
    )


def _answered_on(option: Option) -> date:
    return option.answered_on or date.min


def _year_before(day: date) -> date:
    """Return the same day a year before; 28 February for the 29th."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def _is_known_since(relationship: Relationship, day: date) -> bool:
    days = [
        *(each.when.day for each in relationship.meetings),
        *(each.day for each in relationship.ratings),
    ]
    return min(days) <= day
