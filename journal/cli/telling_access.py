"""Access in words: what was lost and when, what stands in the way, and what to propose."""

from collections.abc import Iterator
from fractions import Fraction

from journal.analysis.access import Access
from journal.analysis.clashes import Closeness, InTheWay
from journal.analysis.reasons import Source
from journal.analysis.slots import Chance, Slot, SlotCount
from journal.cli.telling import Json
from journal.domain.person import StandingCommitment
from journal.domain.relationship import Relationship
from journal.terms import minutes_words
from journal.timeline.dates import plain_dates
from journal.wording import _, ngettext

HOUR_MIN = 60
P_PLACES = 3
REASONS_SHOWN = 4


def sentences(whole: Relationship, found: Access) -> Iterator[str]:
    """Tell it, the answer first and then the evidence."""
    counts = found.summary.counts
    if not counts.counted:
        yield _("No meeting with {account} was held or lost yet.").format(
            account=whole.account.name
        )
        return
    yield _("{account}: {lost} of {all} meetings lost since {day}.").format(
        account=whole.account.name,
        lost=counts.lost,
        all=counts.counted,
        day=found.summary.since,
    )
    yield from _worst(found)
    yield from (_in_the_way(whole, each) for each in found.in_the_way if each.lost)
    yield from _how(found)
    yield from _why(found)
    yield from _slots(found)
    yield from _propose(found)


def as_json(whole: Relationship, found: Access) -> Json:
    """Return the same as one object.

    `p` is Fisher's exact test, two-sided, of the slot that looks worst against all others, as R
    or SciPy give it; `p_as_worst` allows for having picked that slot among the others, and what
    the sentences say rests on it. Both are null where nothing was tested.
    """
    return {
        "account": whole.account.name,
        "held": found.summary.counts.held,
        "lost": found.summary.counts.lost,
        "slots": [_slot_json(each) for each in found.slots],
        "clashes": [
            {
                "meeting": each.meeting.id,
                "commitment": each.occurrence.commitment.title,
                "why": _closeness(each.closeness, each.gap_min),
            }
            for each in found.clashes
        ],
        "p": None if found.chance is None else float(found.chance.p),
        "p_as_worst": None if found.chance is None else float(found.chance.p_as_worst),
        "wasted_minutes": found.summary.wasted.minutes,
        "propose": [_slot_json(each.count) for each in found.proposals],
    }


def _worst(found: Access) -> Iterator[str]:
    worst, best = found.summary.worst, found.summary.best
    if worst is None:
        return
    yield _("{slot} was lost {lost} of {all} times.").format(
        slot=_slot(worst.slot), lost=worst.lost, all=worst.counted
    )
    if found.chance is not None:
        yield _chance(found.chance)
    if best is not None:
        yield _("{slot} held {held} of {all} times.").format(
            slot=_slot(best.slot), held=best.held, all=best.counted
        )
    moved = found.summary.moved
    if moved is not None and not moved.lost:
        yield _("Since it moved to {slot} on {day}, none was lost.").format(
            slot=_slot(moved.after), day=moved.since
        )


def _chance(found: Chance) -> str:
    verdict = _("could be chance") if found.could_be else _("hardly chance")
    said = _("Against all other times: Fisher's exact test, p = {p}: {verdict}.")
    if found.is_picked:
        said = _(
            "Against all other times: Fisher's exact test, p = {p};"
            " as the worst of {slots}, p = {corrected}: {verdict}."
        )
    return said.format(
        p=_places(found.p),
        slots=found.slots,
        corrected=_places(found.p_as_worst),
        verdict=verdict,
    )


def _places(p: Fraction) -> str:
    return f"{float(p):.{P_PLACES}f}"


def _in_the_way(whole: Relationship, each: InTheWay) -> str:
    all_ = each.held + each.lost
    return _("{commitment} {how}: {lost} of these {all} were lost.").format(
        commitment=_commitment(whole, each.commitment),
        how=_closeness(each.closeness),
        lost=each.lost,
        all=all_,
    )


def _how(found: Access) -> Iterator[str]:
    where = found.summary.where
    told = [
        (where.at_the_door, _("after arriving: {count}")),
        (where.on_the_way, _("on the way: {count}")),
        (where.before_leaving, _("before leaving: {count}")),
        (where.unknown, _("not noted: {count}")),
    ]
    if found.summary.counts.lost:
        parts = "; ".join(text.format(count=count) for count, text in told if count)
        yield _("How they were lost: {parts}.").format(parts=parts)
    wasted = found.summary.wasted
    if wasted.minutes:
        yield _("Driven for nothing: {duration}.").format(duration=minutes_words(wasted.minutes))
    if wasted.unknown:
        yield ngettext(
            "How far was driven for {count} more is not known.",
            "How far was driven for {count} more is not known.",
            wasted.unknown,
        ).format(count=wasted.unknown)


def _why(found: Access) -> Iterator[str]:
    names = {Source.FOUND: _("found out"), Source.STATED: _("stated")}
    for each in found.reasons[:REASONS_SHOWN]:
        text = each.text or (each.commitment.title if each.commitment else "")
        if text:
            times = ngettext("once", "{count} times", each.count).format(count=each.count)
            yield _("Reason {source}, {times}: {text}").format(
                source=names[each.source], times=times, text=text
            )


def _slots(found: Access) -> Iterator[str]:
    yield _("Held and lost by time:")
    for each in found.slots:
        yield _("  {slot}: {held} held, {lost} lost").format(
            slot=_slot(each.slot), held=each.held, lost=each.lost
        )


def _propose(found: Access) -> Iterator[str]:
    for each in found.proposals:
        if each.is_tried:
            yield _("Propose {slot}: {held} of {all} held, clear of their commitments.").format(
                slot=_slot(each.count.slot), held=each.count.held, all=each.count.counted
            )
        else:
            yield _("Propose {slot}: clear of their commitments, not tried.").format(
                slot=_slot(each.count.slot)
            )


def _commitment(whole: Relationship, commitment: StandingCommitment) -> str:
    person = whole.person(commitment.person_id)
    return _("“{title}” of {person} ({clock}, {minutes} min)").format(
        title=commitment.title,
        person="?" if person is None else person.name,
        clock=f"{commitment.start:%H:%M}",
        minutes=commitment.minutes,
    )


def _closeness(closeness: Closeness, gap_min: int | None = None) -> str:
    """Say how it stands to the meeting; with the minutes between, where they are given."""
    if closeness is Closeness.OVERLAPS:
        return _("overlaps the meeting")
    after = closeness is Closeness.STARTS_AFTER
    if gap_min is None:
        return _("starts right after the meeting") if after else _("ends right before the meeting")
    said = (
        _("starts {minutes} min after the meeting ends")
        if after
        else _("ended {minutes} min before the meeting starts")
    )
    return said.format(minutes=gap_min)


def _slot(slot: Slot) -> str:
    return f"{plain_dates().weekdays[slot.weekday]} {_clock(slot.minute)}"


def _clock(minute: int) -> str:
    hour, rest = divmod(minute, HOUR_MIN)
    return f"{hour:02}:{rest:02}"


def _slot_json(count: SlotCount) -> Json:
    return {
        "weekday": count.slot.weekday,
        "start": _clock(count.slot.minute),
        "held": count.held,
        "lost": count.lost,
    }
