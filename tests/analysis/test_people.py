"""Who takes part for the customer, in which role, and how each is measured."""

from journal.analysis.people import (
    MetricLine,
    cards,
    guests,
    has_left,
    known,
    metric_lines,
    roles_on,
)
from journal.domain.meeting import Participation
from journal.domain.record import AccountId, Basis, PersonId, RecordId, Side
from tests.analysis.case import (
    BUYER,
    COMMITTEE,
    DIRECTOR,
    NEXT,
    OVERTIME,
    REYES,
    SPEND,
    STAFF_MEETING,
    STOCK_OUTS,
    case,
)
from tests.analysis.made import (
    DANA,
    LUIS,
    ME,
    MERCY,
    TODAY,
    cancelled,
    commitment,
    invited,
    meeting,
    metric,
    new_id,
    on,
    ours,
    person,
    relationship,
    theirs,
)

COLLEAGUE = PersonId(RecordId("colleague"))
STRANGER = PersonId(RecordId("stranger"))
OTHER = AccountId(RecordId("other"))
VISIT = meeting("2026-11-10T10:00")
CONGRESS = meeting("2026-11-12T10:00", account_id=OTHER)


def test_guests_are_those_of_the_customer() -> None:
    """Not oneself, nor a colleague; whoever has no role yet is taken for the customer's."""
    one = relationship(
        roles=(theirs(DANA), ours(ME), ours(COLLEAGUE)),
        meetings=(VISIT,),
        participations=invited(VISIT, DANA, ME, COLLEAGUE, STRANGER),
    )
    assert guests(one) == {VISIT.id: (DANA, STRANGER)}


def test_a_colleague_who_went_over_to_the_customer_is_the_customers() -> None:
    """People change sides; who has ever sat on theirs is invited as theirs."""
    one = relationship(
        roles=(ours(DANA, end=on("2025-12-31")), theirs(DANA, start=on("2026-01-01"))),
        meetings=(VISIT,),
        participations=invited(VISIT, DANA),
    )
    assert guests(one) == {VISIT.id: (DANA,)}


def test_at_a_meeting_of_another_account_only_ours_take_part_for_this_one() -> None:
    """A congress has guests of many accounts; those of the host belong to the host."""
    one = relationship(
        meetings=(VISIT, CONGRESS),
        participations=(
            *invited(CONGRESS, DANA, account_id=MERCY),
            *invited(CONGRESS, LUIS),
            *invited(VISIT, STRANGER, account_id=OTHER),
            *invited(VISIT, LUIS, account_id=MERCY),
            Participation(id=new_id(), meeting_id=VISIT.id, account_id=MERCY),
        ),
    )
    assert guests(one) == {CONGRESS.id: (DANA,), VISIT.id: (LUIS,)}


def test_a_role_is_that_of_the_day_and_of_several_the_last_that_began() -> None:
    """Promoted in June; the old role was never ended."""
    first, second = theirs(DANA), theirs(DANA, start=on("2026-06-01"))
    past = theirs(LUIS, end=on("2026-05-31"))
    one = relationship(roles=(second, first, past, ours(ME)))

    assert roles_on(one, on("2026-05-31")) == {DANA: first, LUIS: past}
    assert roles_on(one, on("2026-06-01")) == {DANA: second}


def test_who_has_left_has_an_ended_role_and_no_other() -> None:
    """A new title is no leaving; the last day is still a day."""
    roles = (
        theirs(DANA, end=on("2026-05-31")),
        theirs(DANA, start=on("2026-06-01")),
        theirs(LUIS, end=on("2026-05-31")),
        ours(ME, end=on("2026-05-31")),
    )
    one = relationship(roles=roles)
    assert has_left(one, on("2026-05-31")) == frozenset()
    assert has_left(one, on("2026-06-01")) == {LUIS}


def test_people_are_named_once_and_those_in_the_trash_not_at_all() -> None:
    """Rows of an import may repeat a name."""
    assert known(relationship(), [LUIS, STRANGER, DANA, LUIS]) == (person(LUIS), person(DANA))


def test_a_card_says_who_it_is_and_how_she_is_measured() -> None:
    """Role, whom she reports to, her numbers and whose word it is, her calendar."""
    dana, luis = cards(case(), meeting=NEXT, day=NEXT.when.day)

    assert dana.person.remember == "brings her own coffee"
    assert (dana.role, dana.is_first_meeting) == (DIRECTOR, False)
    assert dana.reports_to is not None
    assert dana.reports_to.id == "coo"
    assert [each.metric for each in dana.metrics] == [SPEND, STOCK_OUTS, OVERTIME]
    assert dana.metrics[0].reading is not None
    assert dana.metrics[0].reading.value == 4.0
    assert dana.metrics[1].reporter == luis.person
    assert dana.commitments == (STAFF_MEETING, COMMITTEE)

    assert (luis.role, luis.is_first_meeting) == (BUYER, True)
    assert luis.reports_to == dana.person
    assert (luis.metrics, luis.commitments) == ((), ())


def test_without_guests_or_a_meeting_all_who_are_there_have_a_card() -> None:
    """Who had left is not among them."""
    nobody_noted = meeting("2026-12-02T10:00")
    for one in (None, nobody_noted):
        found = cards(case(), meeting=one, day=TODAY)
        assert {each.person.id for each in found} == {DANA, LUIS}


def test_a_guest_without_a_role_still_has_a_card() -> None:
    """Somebody brought a colleague."""
    one = relationship(roles=(), meetings=(VISIT,), participations=invited(VISIT, DANA))
    (card,) = cards(one, meeting=VISIT, day=TODAY)
    assert (card.person.id, card.role, card.reports_to) == (DANA, None, None)


def test_only_commitments_of_the_day_are_on_the_card() -> None:
    """Both bounds are days on which it can occur."""
    fixed = commitment(
        "FREQ=WEEKLY", "15:00", first_day=on("2026-11-10"), last_day=on("2026-11-12")
    )
    one = relationship(commitments=(fixed,))
    for day, expected in (
        ("2026-11-09", ()),
        ("2026-11-10", (fixed,)),
        ("2026-11-12", (fixed,)),
        ("2026-11-13", ()),
    ):
        assert cards(one, meeting=None, day=on(day))[0].commitments == expected


def test_a_first_meeting_is_one_before_which_none_was_held_with_the_person() -> None:
    """Being invited and staying away, or a meeting that was lost, is not having met."""
    lost = cancelled("2026-11-16T10:00")
    later = meeting("2026-12-01T10:00")
    one = relationship(
        roles=(theirs(DANA), theirs(LUIS)),
        meetings=(VISIT, lost, later),
        participations=(
            *invited(lost, LUIS),
            *invited(VISIT, DANA, came=True),
            *invited(VISIT, LUIS, came=False),
            *invited(later, DANA, LUIS),
        ),
    )
    first_time = [each.is_first_meeting for each in cards(one, meeting=later, day=TODAY)]
    assert first_time == [False, True]
    assert [each.is_first_meeting for each in cards(one, meeting=VISIT, day=TODAY)] == [True, True]


def test_numbers_of_who_has_left_are_not_shown_and_a_reading_is_the_latest() -> None:
    """The number went with the person; readings may come in any order."""
    lines = metric_lines(case(), TODAY)
    assert [each.metric.person_id for each in lines] == [DANA, DANA, DANA, ME, ME]
    assert REYES not in [each.metric.person_id for each in lines]

    in_october = metric_lines(case(), on("2026-10-15"))
    assert in_october[0].reading is not None
    assert in_october[0].reading.day == on("2026-09-30")
    on_its_day = metric_lines(case(), on("2026-09-30"))
    assert on_its_day[0].reading is not None
    before = metric_lines(case(), on("2026-09-29"))
    assert before[0].reading is None


def test_a_number_of_the_whole_organisation_is_nobodys() -> None:
    """It has no person, and stands on no card."""
    whole = metric("growth", Side.THEIRS, basis=Basis.SAID)
    one = relationship(metrics=(whole,))
    assert metric_lines(one, TODAY) == (
        MetricLine(metric=whole, person=None, reporter=None, reading=None),
    )
    assert cards(one, meeting=None, day=TODAY)[0].metrics == ()
