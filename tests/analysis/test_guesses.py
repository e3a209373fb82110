"""Which lines about the customer are still only our guess."""

from journal.analysis.guesses import about, guesses
from journal.domain.plan import Alternative, Criterion, Interest, VisionOutcome
from journal.domain.record import Basis, CriterionId, InterestId, Side
from tests.analysis.case import BE_SEEN, NO_ACCESS, OVERTIME, case
from tests.analysis.made import (
    DANA,
    LUIS,
    MERCY,
    TODAY,
    barrier,
    commitment,
    metric,
    new_id,
    on,
    relationship,
    theirs,
    vision,
)


def test_guesses_stand_in_the_order_in_which_to_ask() -> None:
    """Numbers, visions, interests, criteria, their barriers, commitments, alternatives."""
    number = metric("overtime", Side.THEIRS)
    future = vision(Side.THEIRS)
    interest = Interest(id=InterestId(new_id()), account_id=MERCY, text="calm", side=Side.THEIRS)
    criterion = Criterion(
        id=CriterionId(new_id()), account_id=MERCY, text="price", side=Side.THEIRS
    )
    share = barrier(Side.THEIRS)
    fixed = commitment("FREQ=WEEKLY", "15:00", basis=Basis.GUESS)
    alternative = Alternative(id=new_id(), account_id=MERCY, text="stay", side=Side.THEIRS)
    one = relationship(
        alternatives=(alternative,),
        commitments=(fixed,),
        barriers=(share,),
        criteria=(criterion,),
        interests=(interest,),
        visions=(future,),
        metrics=(number,),
    )
    assert guesses(one, today=TODAY) == (
        number,
        future,
        interest,
        criterion,
        share,
        fixed,
        alternative,
    )


def test_our_own_side_and_what_is_shared_has_no_guesses() -> None:
    """Of lines on our own side the basis says nothing."""
    one = relationship(
        alternatives=(Alternative(id=new_id(), account_id=MERCY, text="go", side=Side.OURS),),
        barriers=(barrier(Side.OURS), barrier(Side.SHARED)),
        criteria=(Criterion(id=CriterionId(new_id()), account_id=MERCY, text="norm"),),
        interests=(
            Interest(id=InterestId(new_id()), account_id=MERCY, text="calm", side=Side.SHARED),
        ),
        visions=(vision(Side.OURS),),
        metrics=(metric("units", Side.OURS),),
    )
    assert guesses(one, today=TODAY) == ()


def test_what_was_said_or_reported_is_no_guess() -> None:
    """Somebody's word is a basis."""
    one = relationship(
        metrics=(
            metric("spend", Side.THEIRS, basis=Basis.SAID),
            metric("stock", Side.THEIRS, basis=Basis.REPORTED),
        ),
        commitments=(commitment("FREQ=WEEKLY", "15:00"),),
    )
    assert guesses(one, today=TODAY) == ()


def test_what_time_settled_is_no_guess_any_more() -> None:
    """People who left, barriers lifted, visions answered, commitments that ended."""
    one = relationship(
        roles=(theirs(LUIS, end=on("2026-11-22")),),
        metrics=(metric("spend", Side.THEIRS, person_id=LUIS),),
        barriers=(barrier(Side.THEIRS, lifted_on=TODAY),),
        visions=(vision(Side.THEIRS, outcome=VisionOutcome.PARTLY),),
        commitments=(
            commitment("FREQ=WEEKLY", "15:00", basis=Basis.GUESS, last_day=on("2026-11-22")),
        ),
    )
    assert guesses(one, today=TODAY) == ()
    # The day before, all but the answered vision were open.
    assert len(guesses(one, today=on("2026-11-22"))) == 3


def test_a_guess_is_about_a_person_or_about_the_side() -> None:
    """Who is asked follows from it."""
    assert about(metric("spend", Side.THEIRS, person_id=DANA)) == DANA
    assert about(commitment("FREQ=WEEKLY", "15:00", person_id=LUIS)) == LUIS
    assert about(barrier(Side.THEIRS)) is None


def test_the_case_has_four_guesses_left() -> None:
    """Overtime, what Dana wants to be seen as, no access, and what they do otherwise."""
    found = guesses(case(), today=TODAY)
    assert found[:3] == (OVERTIME, BE_SEEN, NO_ACCESS)
    assert [type(each) for each in found[3:]] == [Alternative]
