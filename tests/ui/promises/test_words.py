"""What Follow-ups says."""

from datetime import date

import pytest

from journal.analysis.promises import FollowUp
from journal.domain.account import Account
from journal.domain.person import Person
from journal.domain.promise import Promise
from journal.domain.record import AccountId, PersonId, RecordId, Side
from journal.ui.promises.words import State, answer, due_words, findable, row

TODAY = date(2026, 11, 23)
MERCY = Account(id=AccountId(RecordId("mercy")), name="Mercy General")
ME = Person(id=PersonId(RecordId("me")), name="Ana Calder", is_self=True)
DANA = Person(id=PersonId(RecordId("dana")), name="Dána Whitfield")


def promise(
    due_on: date | None = None,
    side: Side = Side.OURS,
    *,
    made_on: date | None = None,
    kept_on: date | None = None,
    dropped_on: date | None = None,
) -> Promise:
    """Owe Mercy the comparison."""
    return Promise(
        id=RecordId("promise"),
        account_id=MERCY.id,
        text="Bed-day cost comparison",
        side=side,
        made_on=made_on,
        due_on=due_on,
        kept_on=kept_on,
        dropped_on=dropped_on,
    )


def follow_up(
    what: Promise, person: Person | None = None, to_person: Person | None = None
) -> FollowUp:
    """Say whom it concerns."""
    return FollowUp(promise=what, account=MERCY, person=person, to_person=to_person)


LATE, TODAYS, SOON = (promise(date(2026, 11, day)) for day in (22, 23, 27))
THEIRS, THEIRS_LATE = (promise(date(2026, 11, day), Side.THEIRS) for day in (27, 1))


@pytest.mark.parametrize(
    ("owed", "said"),
    [
        ((), "Nobody owes anything."),
        ((promise(kept_on=TODAY),), "Nobody owes anything."),
        ((LATE,), "You owe one thing, late; they owe you nothing."),
        ((SOON,), "You owe one thing; they owe you nothing."),
        ((LATE, LATE), "You owe two things, all late; they owe you nothing."),
        (
            (LATE, TODAYS, SOON, THEIRS),
            "You owe three things, one of them late; they owe you one.",
        ),
        ((TODAYS, SOON), "You owe two things, one of them due today; they owe you nothing."),
        ((TODAYS, THEIRS_LATE), "You owe one thing, due today; they owe you one, late."),
        (
            (THEIRS, THEIRS_LATE),
            "You owe nothing; they owe you two, one of them late.",
        ),
    ],
)
def test_it_opens_with_its_answer(owed: tuple[Promise, ...], said: str) -> None:
    """Late things first, else what is due today."""
    assert answer(owed, TODAY) == said


@pytest.mark.parametrize(
    ("due_on", "said"),
    [
        (None, "no date"),
        (date(2026, 11, 20), "due 3 days ago"),
        (date(2026, 11, 22), "due yesterday"),
        (date(2026, 11, 23), "due today"),
        (date(2026, 11, 24), "due tomorrow"),
        (date(2026, 11, 25), "due Wed 25 Nov"),
        (date(2027, 1, 8), "due 8 Jan 2027"),
    ],
)
def test_a_day_is_said_as_it_presses(due_on: date | None, said: str) -> None:
    """How long it is late, or which day it is due."""
    assert due_words(due_on, TODAY) == said


def test_who_owes_stands_first() -> None:
    """You, or by name; where nobody is named, which side it is."""

    def lead(side: Side, person: Person | None = None) -> str:
        return row(follow_up(promise(side=side), person), TODAY).lead

    assert lead(Side.OURS, ME) == "You"
    assert lead(Side.OURS) == "You"
    assert lead(Side.THEIRS) == "They"
    assert lead(Side.THEIRS, DANA) == "Dána Whitfield"


def test_below_stands_whom_it_concerns() -> None:
    """The account, to whom, and since when."""
    plain = row(follow_up(promise()), TODAY)
    assert plain.about == "Mercy General"
    to_me = row(follow_up(promise(side=Side.THEIRS), DANA, ME), TODAY)
    assert to_me.about == "Mercy General · to you"
    whole = row(follow_up(promise(made_on=date(2026, 9, 3)), ME, DANA), TODAY)
    assert whole.about == "Mercy General · to Dána Whitfield · since 3 Sep"
    assert whole.spoken == (
        "You: Bed-day cost comparison, no date, Mercy General · to Dána Whitfield · since 3 Sep"
    )


@pytest.mark.parametrize(
    ("what", "note", "state"),
    [
        (LATE, "due yesterday", State.LATE),
        (TODAYS, "due today", State.OWED),
        (promise(), "no date", State.OWED),
        (promise(date(2026, 11, 1), kept_on=TODAY), "kept", State.DONE),
        (promise(date(2026, 11, 1), dropped_on=TODAY), "dropped", State.DONE),
    ],
)
def test_a_row_says_where_it_stands(what: Promise, note: str, state: State) -> None:
    """In words, and the colour follows them."""
    said = row(follow_up(what), TODAY)
    assert (said.note, said.state) == (note, state)


def test_it_is_found_by_account_person_and_word() -> None:
    """Accents and case aside."""
    assert findable(follow_up(promise(), DANA)) == (
        " mercy general bed-day cost comparison dana whitfield"
    )
