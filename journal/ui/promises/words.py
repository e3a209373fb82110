"""Promises in words: the sentence that opens the page, and its rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.analysis.promises import Balance, FollowUp, balance
from journal.domain.promise import Promise
from journal.domain.record import AccountId, RecordId, Side
from journal.ui.shared.matching import folded
from journal.ui.shared.numbers import number_words, sentence
from journal.ui.shared.words import date_words, day_words, distance_words
from journal.wording import _, ngettext

_SOON_DAYS = 1


class State(StrEnum):
    """How a row is set."""

    OWED = "owed"
    LATE = "late"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One promise in words.

    Attributes:
        lead: Who owes it.
        about: Below: the account, to whom, since when.
        note: When it is due, or what became of it.
    """

    record_id: RecordId
    account_id: AccountId
    lead: str
    text: str
    about: str
    note: str
    state: State

    @property
    def spoken(self) -> str:
        """All of it, for a screen reader."""
        return f"{self.lead}: {self.text}, {self.note}, {self.about}"


def answer(promises: Sequence[Promise], today: date) -> str:
    """Say in one sentence what both sides owe."""
    ours = balance(promises, Side.OURS, today=today)
    theirs = balance(promises, Side.THEIRS, today=today)
    if not ours.owed and not theirs.owed:
        return sentence(_("nobody owes anything"))
    we = _("you owe nothing")
    if ours.owed:
        we = ngettext("you owe {number} thing{part}", "you owe {number} things{part}", ours.owed)
        we = we.format(number=number_words(ours.owed), part=_part(ours))
    they = _("they owe you nothing")
    if theirs.owed:
        they = _("they owe you {number}{part}")
        they = they.format(number=number_words(theirs.owed), part=_part(theirs))
    return sentence(f"{we}; {they}")


def row(follow_up: FollowUp, today: date) -> Row:
    """Say one promise."""
    promise = follow_up.promise
    return Row(
        record_id=promise.id,
        account_id=promise.account_id,
        lead=_who(follow_up),
        text=promise.text,
        about=_about(follow_up, today),
        note=_note(promise, today),
        state=_state(promise, today),
    )


def findable(follow_up: FollowUp) -> str:
    """Return by what a promise is found: its account, its words and who is named in it."""
    named = [each.name for each in (follow_up.person, follow_up.to_person) if each is not None]
    return " " + folded(" ".join([follow_up.account.name, follow_up.promise.text, *named]))


def due_words(due_on: date | None, today: date) -> str:
    """Say when it is due: `due yesterday`, `due today`, `due Fri 27 Nov`, `no date`."""
    if due_on is None:
        return _("no date")
    if due_on < today or (due_on - today).days <= _SOON_DAYS:
        return _("due {day}").format(day=distance_words(due_on, today))
    return _("due {day}").format(day=day_words(due_on, today))


def _part(owed: Balance) -> str:
    """Say how much of it is late; else, how much is due today."""
    if owed.late:
        if owed.late == owed.owed:
            return _(", late") if owed.owed == 1 else _(", all late")
        return _(", {number} of them late").format(number=number_words(owed.late))
    if owed.today:
        if owed.today == owed.owed:
            return _(", due today")
        return _(", {number} of them due today").format(number=number_words(owed.today))
    return ""


def _who(follow_up: FollowUp) -> str:
    person = follow_up.person
    if person is not None and not person.is_self:
        return person.name
    return _("You") if follow_up.promise.side is Side.OURS else _("They")


def _about(follow_up: FollowUp, today: date) -> str:
    promise, to = follow_up.promise, follow_up.to_person
    parts = [follow_up.account.name]
    if to is not None:
        parts.append(_("to you") if to.is_self else _("to {name}").format(name=to.name))
    if promise.made_on is not None:
        parts.append(_("since {day}").format(day=date_words(promise.made_on, today)))
    return " · ".join(parts)


def _note(promise: Promise, today: date) -> str:
    if promise.kept_on is not None:
        return _("kept")
    if promise.dropped_on is not None:
        return _("dropped")
    return due_words(promise.due_on, today)


def _state(promise: Promise, today: date) -> State:
    if not promise.is_open:
        return State.DONE
    is_late = promise.due_on is not None and promise.due_on < today
    return State.LATE if is_late else State.OWED
