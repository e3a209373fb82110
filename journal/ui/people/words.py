"""How people, their roles and what recurs in their calendars are said."""

from collections.abc import Iterator
from datetime import date, timedelta

from journal.analysis.recurrence import occurrences
from journal.domain.person import Person, Role, StandingCommitment
from journal.domain.span import Span
from journal.ui.people.outline import Entry, Group
from journal.ui.shared.words import day_words, month_words
from journal.wording import _, ngettext

# A yearly one is found as well, and a rule whose day never comes is not searched for ever.
_LOOK_AHEAD = timedelta(days=400)


def answer(entries: tuple[Entry, ...], measured: frozenset[str]) -> str:
    """Say in one sentence who is there, and of how many one does not know what they need.

    Args:
        entries: Everybody.
        measured: The ids of those of whom a number is known.
    """
    theirs = [each.person for each in entries if each.group is Group.THEIRS]
    if not theirs:
        return _nobody(entries)
    count = len(theirs)
    unknown = sum(each is None or each.id not in measured for each in theirs)
    who = ngettext("{count} person of theirs", "{count} people of theirs", count)
    who = who.format(count=count)
    if not unknown:
        said = ngettext(
            "{who}; how they are measured is known.",
            "{who}; how each of them is measured is known.",
            count,
        )
    elif unknown == count:
        said = ngettext(
            "{who}; nobody knows how they are measured.",
            "{who}; nobody knows how any of them is measured.",
            count,
        )
    else:
        said = _("{who}; nobody knows how {unknown} of them are measured.")
        if unknown == 1:
            said = _("{who}; nobody knows how 1 of them is measured.")
    return said.format(who=who, unknown=unknown)


def group_words(group: Group) -> str:
    """Name a part of the outline."""
    return {
        Group.THEIRS: _("Their people"),
        Group.MET: _("Met, without a role"),
        Group.LEFT: _("Have left"),
        Group.OURS: _("Looked after by"),
    }[group]


def name_words(person: Person | None) -> str:
    """Name somebody; oneself too, by one's own name."""
    if person is None:
        return _("Somebody in the trash")
    return _("{name} (you)").format(name=person.name) if person.is_self else person.name


def span_words(span: Span, today: date) -> str:
    """Say from when to when: `since Nov 2025`, `Dec 2024 to Nov 2025`, `until Nov 2025`."""
    if span.end is None:
        if span.start is None:
            return ""
        said = _("from {month}") if span.start > today else _("since {month}")
        return said.format(month=month_words(span.start))
    if span.start is None:
        return _("until {month}").format(month=month_words(span.end))
    return _("{start} to {end}").format(start=month_words(span.start), end=month_words(span.end))


def role_words(role: Role, today: date) -> str:
    """Say what somebody is or was: `account manager, Dec 2024 to Nov 2025`."""
    said = [each for each in (role.title, span_words(role.span, today)) if each]
    return ", ".join(said) or _("without a title")


def next_words(commitment: StandingCommitment, today: date) -> str:
    """Say when it is next: `next Thu 26 Nov`."""
    following = occurrences(commitment, today, today + _LOOK_AHEAD, at_most=1)
    if not following:
        return _("not any more")
    return _("next {day}").format(day=day_words(following[0].when.day, today))


def owner_words(entries: tuple[Entry, ...], today: date) -> str:
    """Say who looks after the account, and who did before: `Yours since Nov 2025, after R. Haas`.

    Empty where nobody of ours has a role.
    """
    ours = [each for each in entries if each.group is Group.OURS and each.role is not None]
    owner = next((each for each in ours if not each.is_past), None)
    before = list(dict.fromkeys(name_words(each.person) for each in ours if each.is_past))
    return ", ".join(_owner_parts(owner, before, today))


def _owner_parts(owner: Entry | None, before: list[str], today: date) -> Iterator[str]:
    if owner is not None and owner.role is not None:
        since = span_words(owner.role.span, today)
        is_mine = owner.person is not None and owner.person.is_self
        who = _("Yours") if is_mine else _("Looked after by {name}")
        said = who.format(name=name_words(owner.person))
        yield f"{said} {since}" if since else said
    elif before:
        yield _("Looked after by nobody now")
    if before:
        yield _("after {names}").format(names=_(" and ").join(before[:2]))


def _nobody(entries: tuple[Entry, ...]) -> str:
    met = sum(each.group is Group.MET for each in entries)
    left = sum(each.group is Group.LEFT for each in entries)
    if met:
        said = ngettext(
            "Nobody of theirs has a role here yet; {count} came to a meeting.",
            "Nobody of theirs has a role here yet; {count} came to meetings.",
            met,
        )
        return said.format(count=met)
    if left:
        return _("Nobody of theirs is left whom we know.")
    return _("Nobody of theirs is known yet.")
