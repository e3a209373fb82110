"""Access in words: the answer, what it rests on, and every cell of the week."""

from collections.abc import Iterator
from datetime import date, datetime, time
from fractions import Fraction

from PySide6.QtCore import QLocale

from journal.analysis.access import Access
from journal.analysis.clashes import Closeness, InTheWay
from journal.analysis.reasons import Reason
from journal.analysis.slots import FEWEST_TO_TEST, Slot, SlotCount
from journal.domain.meeting import Meeting
from journal.domain.person import StandingCommitment
from journal.domain.relationship import Relationship
from journal.terms import (
    minutes_words,
    quoted,
    record_words,
    status_words,
    whereabouts_words,
)
from journal.typed.schedules import recurs_words
from journal.ui.access.week import Cell
from journal.ui.shared.words import clock_words, date_words, full_day_words, month_words
from journal.wording import _, ngettext

_HOUR_MIN = 60
_CLOSE_ENOUGH = Fraction(1, 20)
_LARGEST_DENOMINATOR = 5


def answer(found: Access, since: date | None, today: date) -> str:
    """Say in one sentence or two which slot is lost, and which one holds.

    Args:
        found: What is told.
        since: The first day that was looked at; None for all.
        today: On the customer's wall.
    """
    counts, worst, best = found.summary.counts, found.summary.worst, found.summary.best
    if not counts.counted:
        if since is None:
            return _("No meeting was held or lost yet.")
        return _("No meeting was held or lost since {day}.").format(day=date_words(since, today))
    if not counts.lost:
        return ngettext(
            "The one meeting was held.", "None of {count} meetings was lost.", counts.held
        ).format(count=counts.held)
    said = [_lost_words(worst) if worst is not None else _without_slot(counts.lost)]
    if best is not None:
        said.append(_held_words(best))
    return " ".join(said)


def ground(found: Access) -> str:
    """Say in counts what the answer rests on: `14 meetings planned since March, 7 lost, …`."""
    return " · ".join(_ground(found))


def chance_words(found: Access) -> str:
    """Say whether the worst slot could be chance; empty where nothing was lost."""
    if found.summary.worst is None:
        return ""
    if found.chance is None:
        if found.summary.counts.counted < FEWEST_TO_TEST:
            return _("Fewer than eight meetings: too few to tell it from chance.")
        return ""
    worst = slot_words(found.summary.worst.slot)
    verdict = _("could be chance") if found.chance.could_be else _("hardly chance")
    said = _("{slot} against all other times: {verdict}, by Fisher's exact test.")
    if found.chance.is_picked:
        said = _("{slot}, the worst of {count} times: {verdict}, by Fisher's exact test.")
    return said.format(slot=worst, count=found.chance.slots, verdict=verdict)


def how_often(part: int, of: int) -> str:
    """Say how often something happened, as one says it: `two times in three`.

    A fraction that no one says is told in counts: `3 of 40 times`.
    """
    if part == of:
        return _("every time") if of > 1 else _("the one time that it was tried")
    rate = Fraction(part, of)
    near = rate.limit_denominator(_LARGEST_DENOMINATOR)
    if near in {0, 1} or abs(near - rate) > _CLOSE_ENOUGH:
        return _("{part} of {count} times").format(part=part, count=of)
    if near == Fraction(1, 2):
        return _("every second time")
    numbers = _("one two three four five").split()
    said = ngettext("{part} time in {count}", "{part} times in {count}", near.numerator)
    return said.format(part=numbers[near.numerator - 1], count=numbers[near.denominator - 1])


def slot_words(slot: Slot) -> str:
    """Name a slot: `Thursday 14:00`."""
    return _("{weekday} {time}").format(
        weekday=QLocale().dayName(slot.weekday + 1), time=time_words(slot.minute)
    )


def short_slot_words(slot: Slot) -> str:
    """Name a slot where there is little room: `Thu 14:00`."""
    return _("{weekday} {time}").format(
        weekday=short_weekday_words(slot.weekday), time=time_words(slot.minute)
    )


def short_weekday_words(weekday: int) -> str:
    """Name a weekday in three letters or so; Monday is 0."""
    return QLocale().dayName(weekday + 1, QLocale.FormatType.ShortFormat)


def time_words(minute: int) -> str:
    """Say a minute of the day."""
    return clock_words(time(*divmod(minute, _HOUR_MIN)))


def count_words(count: SlotCount) -> str:
    """Say how a slot went: `4 of 11 held`."""
    if not count.counted:
        return _("not tried yet")
    return _("{held} of {count} held").format(held=count.held, count=count.counted)


def cell_words(cell: Cell, whole: Relationship) -> str:
    """Say all of a cell: `Thursday 15:00: not tried yet; Dana: Staff meeting, every Thu …`."""
    said = [count_words(cell.count)]
    said += [commitment_words(each, whole) for each in cell.commitments]
    if cell.is_proposed:
        said.append(_("worth proposing, clear of their commitments"))
    return _("{slot}: {words}").format(slot=slot_words(cell.slot), words="; ".join(said))


def deed_words(cell: Cell) -> str:
    """Say what Enter does in a cell; empty for nothing."""
    if cell.is_proposed:
        return _("Enter plans there.")
    return _("Enter shows them.") if cell.meetings else ""


def legend(found: Access) -> str:
    """Say what the dashed frames are, and which of them stands in the way most."""
    worst = next((each for each in found.in_the_way if each.lost), None)
    if not found.fixed and worst is None:
        if found.summary.counts.lost:
            return _("Nothing is known that recurs in their calendar; that may be what it is.")
        return _("Nothing is known that recurs in their calendar.")
    said = [_("Dashed: a standing commitment of theirs.")] if found.fixed else []
    if worst is not None:
        said.append(_in_the_way(worst))
    return " ".join(said)


def commitment_words(commitment: StandingCommitment, whole: Relationship) -> str:
    """Say whose it is, what, and when."""
    said = _("{who}: {title}, {when}")
    return said.format(
        who=owner_words(commitment, whole),
        title=commitment.title,
        when=when_words(commitment),
    )


def owner_words(commitment: StandingCommitment, whole: Relationship) -> str:
    """Name whose calendar it is in."""
    person = whole.person(commitment.person_id)
    return _("Somebody in the trash") if person is None else person.name


def when_words(commitment: StandingCommitment) -> str:
    """Say when it recurs: `every Thu 15:00–16:00`; and until when, where it ends."""
    said = recurs_words(commitment)
    if commitment.last_day is None:
        return said
    return _("{when}, until {day}").format(when=said, day=full_day_words(commitment.last_day))


def reason_words(reason: Reason) -> str:
    """Say a reason as it was put, else the standing commitment behind it."""
    if reason.text:
        return reason.text
    if reason.commitment is not None:
        return reason.commitment.title
    return record_words(StandingCommitment)  # it is in the trash


def times_words(count: int) -> str:
    """Say how many meetings: `3 times`."""
    return ngettext("once", "{count} times", count).format(count=count)


def meeting_words(meeting: Meeting, now: datetime) -> str:
    """Say a meeting in a line: its day, what became of it, and why or what came of it."""
    called_off = meeting.cancellation
    said = [full_day_words(meeting.when.day)]
    if meeting.when.time is not None:
        said.append(clock_words(meeting.when.time))
    said.append(status_words(meeting, now))
    if called_off is not None and called_off.whereabouts is not None:
        said.append(whereabouts_words(called_off.whereabouts))
    if called_off is not None and called_off.stated_reason:
        said.append(quoted(called_off.stated_reason))
    if meeting.summary:
        said.append(meeting.summary)
    return " · ".join(said)


def _lost_words(count: SlotCount) -> str:
    if count.counted == 1:
        return _("{slot} was lost the one time that it was tried.").format(
            slot=slot_words(count.slot)
        )
    return _("{slot} is lost {often}.").format(
        slot=slot_words(count.slot), often=how_often(count.lost, count.counted)
    )


def _held_words(count: SlotCount) -> str:
    return _("{slot} has held {often}.").format(
        slot=slot_words(count.slot), often=how_often(count.held, count.counted)
    )


def _without_slot(lost: int) -> str:
    said = ngettext(
        "{count} meeting was lost, and it had no time of day.",
        "{count} meetings were lost, and none of them had a time of day.",
        lost,
    )
    return said.format(count=lost)


def _ground(found: Access) -> Iterator[str]:
    counts, where = found.summary.counts, found.summary.where
    planned = counts.counted + counts.by_us + counts.moved + counts.unrecorded
    if not planned or found.summary.since is None:
        return
    said = ngettext(
        "{count} meeting planned since {month}", "{count} meetings planned since {month}", planned
    )
    yield said.format(count=planned, month=month_words(found.summary.since))
    if counts.lost:
        yield _("{count} lost").format(count=counts.lost)
    if where.at_the_door:
        yield ngettext(
            "{count} of these after you had arrived",
            "{count} of these after you had arrived",
            where.at_the_door,
        ).format(count=where.at_the_door)
    if counts.by_us:
        yield _("{count} called off by us").format(count=counts.by_us)
    if counts.unrecorded:
        yield _("{count} not recorded").format(count=counts.unrecorded)
    yield from _driven(found)


def _driven(found: Access) -> Iterator[str]:
    wasted = found.summary.wasted
    if wasted.minutes:
        yield _("{time} driven for nothing").format(time=minutes_words(wasted.minutes))
    if wasted.unknown:
        yield ngettext(
            "how far was driven is not known for {count}",
            "how far was driven is not known for {count}",
            wasted.unknown,
        ).format(count=wasted.unknown)


def _in_the_way(each: InTheWay) -> str:
    said = {
        Closeness.OVERLAPS: ngettext(
            "“{title}” lay over {count} visit, and {lost} of these was lost.",
            "“{title}” lay over {count} visits, and {lost} of these were lost.",
            each.held + each.lost,
        ),
        Closeness.STARTS_AFTER: ngettext(
            "“{title}” began as {count} visit ended, and {lost} of these was lost.",
            "“{title}” began as {count} visits ended, and {lost} of these were lost.",
            each.held + each.lost,
        ),
        Closeness.ENDED_BEFORE: ngettext(
            "“{title}” ended as {count} visit began, and {lost} of these was lost.",
            "“{title}” ended as {count} visits began, and {lost} of these were lost.",
            each.held + each.lost,
        ),
    }[each.closeness]
    return said.format(title=each.commitment.title, count=each.held + each.lost, lost=each.lost)
