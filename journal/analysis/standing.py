"""Where we stand: the rating of each side, how old it is, the goal, and who was before us."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from journal.analysis.ownership import Tenure, tenures
from journal.analysis.trend import Gap, Trend, gap, series, trend
from journal.domain.meeting import Meeting, Status
from journal.domain.person import Person
from journal.domain.rating import Goal, Rating, Viewpoint
from journal.domain.relationship import Relationship

FRESH_FOR = timedelta(days=90)
FRESH_MEETINGS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The latest rating from one viewpoint.

    Attributes:
        person: Whose view it is, or who guessed; None where not noted.
        age_days: Since the day of the rating, 0 on that day.
        is_stale: Older than 90 days, or three held meetings ago: ask again.
    """

    rating: Rating
    person: Person | None
    age_days: int
    is_stale: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The relationship as both sides rate it.

    Attributes:
        ours: None where we never rated.
        said: Theirs as they said it.
        guessed: Theirs as we guess it, only where newer than what they said.
        trend: Of ours.
        ours_series: Overall ratings up to today, oldest first, for the step line.
        said_series: Theirs as they said it, likewise.
        guessed_series: Theirs as we guessed it, likewise.
        goal: The one that stands; None without.
        shared_with: Who was told of the goal; `goal.shared_on` says when.
        owner: Who owns the account today; None where nobody does.
        owners_before: Oldest first, whoever is not the owner today.
    """

    ours: View | None
    said: View | None
    guessed: View | None
    trend: Trend | None
    gap: Gap | None
    ours_series: tuple[Rating, ...]
    said_series: tuple[Rating, ...]
    guessed_series: tuple[Rating, ...]
    goal: Goal | None
    shared_with: Person | None
    owner: Tenure | None
    owners_before: tuple[Tenure, ...]


def is_stale(
    rating: Rating,
    meetings: Iterable[Meeting],
    *,
    today: date,
    fresh_for: timedelta = FRESH_FOR,
    fresh_meetings: int = FRESH_MEETINGS,
) -> bool:
    """Say whether a rating should be asked for again.

    That is when it is older than `fresh_for`, or when `fresh_meetings` or more were held on
    later days: then it was not looked at although there was occasion.
    """
    held_since = sum(
        each.status is Status.HELD and rating.day < each.when.day <= today for each in meetings
    )
    return today - rating.day > fresh_for or held_since >= fresh_meetings


def current_goal(goals: Iterable[Goal], today: date) -> Goal | None:
    """Return the goal that was set last and neither reached nor given up by the day."""
    standing = (
        each
        for each in goals
        if each.set_on <= today and (each.ended_on is None or each.ended_on > today)
    )
    return max(standing, key=lambda each: each.set_on, default=None)


def standing(relationship: Relationship, *, today: date) -> Standing:
    """Gather how both sides rate the relationship on a day, and where it should be."""
    ours, said, guessed = (series(relationship.ratings, each, until=today) for each in Viewpoint)
    goal = current_goal(relationship.goals, today)
    owner, before = _owners(tenures(relationship), today)
    is_newer = bool(guessed) and (not said or said[-1].day < guessed[-1].day)
    return Standing(
        ours=_view(relationship, ours, today),
        said=_view(relationship, said, today),
        guessed=_view(relationship, guessed, today) if is_newer else None,
        trend=trend(ours),
        gap=gap(relationship.ratings, until=today),
        ours_series=ours,
        said_series=said,
        guessed_series=guessed,
        goal=goal,
        shared_with=relationship.person(goal.shared_with_id) if goal else None,
        owner=owner,
        owners_before=before,
    )


def _view(relationship: Relationship, found: Sequence[Rating], today: date) -> View | None:
    if not found:
        return None
    latest = found[-1]
    return View(
        rating=latest,
        person=relationship.person(latest.person_id),
        age_days=(today - latest.day).days,
        is_stale=is_stale(latest, relationship.meetings, today=today),
    )


def _owners(found: Iterable[Tenure], today: date) -> tuple[Tenure | None, tuple[Tenure, ...]]:
    begun = [each for each in found if each.span.start is None or each.span.start <= today]
    owner = begun[-1] if begun and today in begun[-1].span else None
    named = owner.role.person_id if owner else None
    return owner, tuple(each for each in begun if each.role.person_id != named)
