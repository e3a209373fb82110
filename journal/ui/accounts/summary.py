"""The head of an account in words: who it is, and the four answers under its name."""

from dataclasses import dataclass
from datetime import date

from journal.domain.account import Account
from journal.domain.meeting import Kind
from journal.domain.rating import Level
from journal.levels import level_words
from journal.terms import kind_words, minutes_words
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.words import date_words, distance_words, month_words, when_words
from journal.wording import _, ngettext

_MINUTES_IN_HOUR = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One of the four.

    Attributes:
        statement: The answer itself.
        ground: Where it comes from; may be empty.
    """

    statement: str
    ground: str


def subtitle(view: AccountView) -> str:
    """Say unit, place, drive and whose it is; where nothing of it is known, since when."""
    account: Account = view.relationship.account
    parts = [account.unit, account.place]
    if account.travel_min:
        parts.append(_("{time} drive").format(time=minutes_words(account.travel_min)))
    parts.append(_owner(view))
    return " · ".join(part for part in parts if part) or _history(view)


def level_of(view: AccountView) -> Level | None:
    """Return our latest rating."""
    ours = view.standing.ours
    return None if ours is None else ours.rating.level


def rating_answer(view: AccountView) -> Answer:
    """Say where we stand, and where that came from."""
    standing = view.standing
    if standing.ours is None or standing.trend is None:
        return Answer(statement=level_words(None), ground="")
    trend = standing.trend
    day = _whole(trend.since, view.today)
    if trend.before is None:
        ground = _("since {day}").format(day=day)
    elif trend.steps > 0:
        ground = _("up from {level} on {day}").format(level=level_words(trend.before), day=day)
    else:
        ground = _("down from {level} on {day}").format(level=level_words(trend.before), day=day)
    if standing.ours.is_stale:
        ground += " · " + _("ask again")
    return Answer(statement=level_words(trend.level), ground=ground)


def goal_answer(view: AccountView) -> Answer:
    """Say the goal, and whether they know of it."""
    goal = view.standing.goal
    if goal is None:
        return Answer(statement=_("No goal yet"), ground="")
    statement = _("{level} by {day}").format(
        level=level_words(goal.level), day=_whole(goal.by, view.today)
    )
    if goal.shared_on is None:
        return Answer(statement=statement, ground=_("not shared with them"))
    day = _whole(goal.shared_on, view.today)
    person = view.standing.shared_with
    if person is None:
        return Answer(statement=statement, ground=_("shared on {day}").format(day=day))
    ground = _("shared with {name} {day}").format(name=person.name, day=day)
    return Answer(statement=statement, ground=ground)


def next_answer(view: AccountView) -> Answer:
    """Say when we meet next, with whom and how."""
    meeting = view.next_meeting
    if meeting is None:
        return Answer(statement=_("No meeting planned"), ground="")
    names = [person.name for person in view.people_at(meeting)]
    how = _("on site") if meeting.kind is Kind.VISIT else kind_words(meeting.kind)
    parts = [distance_words(meeting.when.day, view.today), _named(names), how]
    return Answer(
        statement=when_words(meeting.when, view.today),
        ground=" · ".join(part for part in parts if part),
    )


def lost_answer(view: AccountView) -> Answer:
    """Say what was lost, in counts, and what it cost."""
    losses = view.losses
    counts = losses.counts
    if not counts.counted:
        return Answer(statement=_("No meeting held yet"), ground="")
    if not counts.lost:
        statement = ngettext(
            "None of {count} meeting lost", "None of {count} meetings lost", counts.held
        ).format(count=counts.held)
        return Answer(statement=statement, ground="")
    statement = _("{lost} of {counted} meetings lost").format(
        lost=counts.lost, counted=counts.counted
    )
    parts = [_driven(losses.wasted.minutes)]
    if losses.moved is not None and not losses.moved.lost:
        parts.append(_("none since the slot moved"))
    return Answer(statement=statement, ground=" · ".join(part for part in parts if part))


def _driven(minutes: int) -> str:
    if not minutes:
        return ""
    if minutes < _MINUTES_IN_HOUR:
        return _("{minutes} min of driving").format(minutes=minutes)
    hours = round(minutes / _MINUTES_IN_HOUR)
    return _("{hours} h of driving").format(hours=hours)


def _owner(view: AccountView) -> str:
    tenure = view.standing.owner
    if tenure is None or tenure.person is None:
        return ""
    start = tenure.span.start
    if tenure.person.is_self:
        return _("yours since {month}").format(month=month_words(start)) if start else _("yours")
    if start is None:
        return _("looked after by {name}").format(name=tenure.person.name)
    return _("{name} since {month}").format(name=tenure.person.name, month=month_words(start))


def _history(view: AccountView) -> str:
    count, since = len(view.relationship.meetings), view.losses.since
    if since is None:
        return ""
    return ngettext(
        "{count} meeting since {month}", "{count} meetings since {month}", count
    ).format(count=count, month=month_words(since))


def _named(names: list[str]) -> str:
    shown = 2
    if len(names) <= shown:
        return ", ".join(names)
    return _("{names} and {count} more").format(names=names[0], count=len(names) - 1)


def _whole(day: date, today: date) -> str:
    """Say a day so that no line breaks within it."""
    return date_words(day, today).replace(" ", "\N{NO-BREAK SPACE}")
