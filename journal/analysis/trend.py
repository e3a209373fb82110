"""How a rating has gone: where it stands, since when, and how the two sides differ.

Ratings are ordinal. Nothing here averages them: a trend compares two levels, a gap counts
the steps between two.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from journal.domain.rating import Facet, Level, Rating, Viewpoint

GUESS_HOLDS = timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """Where a series of ratings stands: "up from Damaged on 3 Sep".

    Attributes:
        since: The first day of the level that holds now.
        before: The level before that; None where it never was another.
        confirmed: The last day on which it was rated so.
    """

    level: Level
    since: date
    before: Level | None
    confirmed: date

    @property
    def steps(self) -> int:
        """Of the last change, up above zero, down below; 0 where it never changed."""
        return 0 if self.before is None else self.level - self.before


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """How the two sides see it: theirs minus ours, in steps.

    Above zero they see it better than we do. Only what they said counts; a guess is ours.
    """

    ours: Rating
    theirs: Rating

    @property
    def steps(self) -> int:
        """Theirs as said, minus ours, -4 to 4."""
        return self.theirs.level - self.ours.level


@dataclass(frozen=True, slots=True, kw_only=True)
class GuessCheck:
    """A guess of their rating, and what they said next."""

    guess: Rating
    said: Rating

    @property
    def steps(self) -> int:
        """Our error: guess minus said. Above zero we flattered ourselves; 0 was right."""
        return self.guess.level - self.said.level


@dataclass(frozen=True, slots=True, kw_only=True)
class GuessTally:
    """How often guesses of their rating were right.

    Attributes:
        high: One step too high; with it we flattered ourselves.
        low: One step too low.
        far: More than one step off, either way.
    """

    right: int = 0
    high: int = 0
    low: int = 0
    far: int = 0

    @property
    def answered(self) -> int:
        """All that were held against what they said."""
        return self.right + self.high + self.low + self.far


@dataclass(frozen=True, slots=True, kw_only=True)
class GapTally:
    """How both sides see it over many accounts: in how many they see it better than we do."""

    same: int = 0
    better: int = 0
    worse: int = 0

    @property
    def rated(self) -> int:
        """All that both sides rated."""
        return self.same + self.better + self.worse


def series(
    ratings: Iterable[Rating],
    viewpoint: Viewpoint,
    *,
    until: date,
    facet: Facet = Facet.OVERALL,
) -> tuple[Rating, ...]:
    """Return the ratings of one viewpoint up to a day, that day included, oldest first.

    Of several on one day the later in `ratings` stands later.
    """
    chosen = (
        each
        for each in ratings
        if each.viewpoint is viewpoint and each.facet is facet and each.day <= until
    )
    return tuple(sorted(chosen, key=lambda each: each.day))


def trend(found: Sequence[Rating]) -> Trend | None:
    """Tell where a series stands and what it was before; None for an empty one.

    Args:
        found: As `series` gives it.
    """
    if not found:
        return None
    latest = found[-1]
    same = list(takewhile(lambda each: each.level == latest.level, reversed(found)))
    earlier = found[: -len(same)]
    return Trend(
        level=latest.level,
        since=same[-1].day,
        before=earlier[-1].level if earlier else None,
        confirmed=latest.day,
    )


def gap(ratings: Iterable[Rating], *, until: date) -> Gap | None:
    """Compare the latest of what they said with the latest of ours; None without both.

    Source: Ambrose, Marshall & Lynch 2010: the two sides see one relationship differently.
    """
    known = tuple(ratings)
    ours = series(known, Viewpoint.OURS, until=until)
    theirs = series(known, Viewpoint.THEIRS_SAID, until=until)
    return Gap(ours=ours[-1], theirs=theirs[-1]) if ours and theirs else None


def gaps(ratings: Iterable[Rating], *, until: date) -> tuple[Gap, ...]:
    """Compare both sides on each day on which either rated and both were known, oldest first."""
    known = tuple(ratings)
    sides = (Viewpoint.OURS, Viewpoint.THEIRS_SAID)
    days = {each.day for side in sides for each in series(known, side, until=until)}
    found = (gap(known, until=day) for day in sorted(days))
    return tuple(each for each in found if each is not None)


def gap_tally(found: Iterable[Gap | None]) -> GapTally:
    """Count the gaps of accounts; None is one that not both sides rated."""
    steps = [each.steps for each in found if each is not None]
    return GapTally(
        same=steps.count(0),
        better=sum(each > 0 for each in steps),
        worse=sum(each < 0 for each in steps),
    )


def guess_tally(checks: Iterable[GuessCheck]) -> GuessTally:
    """Count how guesses turned out, of one account or of many."""
    steps = Counter(each.steps for each in checks)
    right, high, low = steps[0], steps[1], steps[-1]
    return GuessTally(right=right, high=high, low=low, far=steps.total() - right - high - low)


def last_alike(checks: Sequence[GuessCheck]) -> tuple[GuessCheck, ...]:
    """Return the latest checks that were off by the same number of steps, oldest first.

    Args:
        checks: As `guess_checks` gives them.
    """
    same = tuple(takewhile(lambda each: each.steps == checks[-1].steps, reversed(checks)))
    return same[::-1]


def guess_checks(
    ratings: Iterable[Rating], *, until: date, within: timedelta = GUESS_HOLDS
) -> tuple[GuessCheck, ...]:
    """Hold each guess of theirs against the next that they said, oldest first.

    Args:
        within: A guess that nobody answered for longer is left unchecked; by then the
            relationship may be another.
    """
    known = tuple(ratings)
    said = series(known, Viewpoint.THEIRS_SAID, until=until)
    guesses = series(known, Viewpoint.THEIRS_GUESSED, until=until)
    answered = ((guess, _next(said, guess.day)) for guess in guesses)
    return tuple(
        GuessCheck(guess=guess, said=answer)
        for guess, answer in answered
        if answer is not None and answer.day - guess.day <= within
    )


def _next(found: Iterable[Rating], day: date) -> Rating | None:
    return next((each for each in found if each.day >= day), None)
