"""What to ask next time."""

from dataclasses import replace

from journal.analysis.questions import Ask, AskFor, asks
from journal.domain.meeting import Status
from journal.domain.plan import Alternative, Question, VisionOutcome
from journal.domain.record import Basis, PersonId, Side
from tests.analysis.case import (
    BE_SEEN,
    NEXT,
    NO_ACCESS,
    OVERTIME,
    THURSDAYS,
    WHICH_NUMBER,
    case,
)
from tests.analysis.made import (
    DANA,
    LUIS,
    MERCY,
    TODAY,
    cancelled,
    commitment,
    invited,
    meeting,
    metric,
    new_id,
    person,
    relationship,
    theirs,
    vision,
)

VISIT = meeting("2026-12-01T10:00", Status.PLANNED)
OPEN_VISION = vision(Side.THEIRS, basis=Basis.SAID)


def question(text: str, person_id: PersonId | None = None) -> Question:
    """Make a question that waits."""
    return Question(id=new_id(), account_id=MERCY, text=text, person_id=person_id)


def test_the_case_asks_its_own_question_first_then_from_guesses_then_for_numbers() -> None:
    """Five, and no more; which number, overtime, being seen, access, and how Luis is measured."""
    assert asks(case(), meeting=NEXT, today=TODAY) == (
        Ask(reason=AskFor.OWN, subject=WHICH_NUMBER),
        Ask(reason=AskFor.GUESS, subject=OVERTIME, person=case().person(DANA)),
        Ask(reason=AskFor.GUESS, subject=BE_SEEN),
        Ask(reason=AskFor.GUESS, subject=NO_ACCESS),
        Ask(reason=AskFor.METRIC, person=person(LUIS)),
    )


def test_after_the_numbers_come_the_vision_and_the_lost_meetings_latest_first() -> None:
    """With the vision answered and nobody left to measure."""
    one = replace(
        case(),
        questions=(),
        barriers=(),
        interests=(),
        metrics=(metric("spend", Side.THEIRS, person_id=DANA, basis=Basis.SAID),),
        visions=(vision(Side.THEIRS, outcome=VisionOutcome.REACHED), vision(Side.OURS)),
        participations=invited(NEXT, DANA),
    )
    assert asks(one, meeting=NEXT, today=TODAY) == (
        Ask(reason=AskFor.VISION),
        Ask(reason=AskFor.REASON, subject=THURSDAYS[9]),
        Ask(reason=AskFor.REASON, subject=THURSDAYS[8]),
        Ask(reason=AskFor.REASON, subject=THURSDAYS[7]),
        Ask(reason=AskFor.REASON, subject=THURSDAYS[5]),
    )


def test_a_loss_that_was_explained_is_not_asked_about() -> None:
    """Nor one of our own making."""
    one = relationship(
        metrics=(metric("spend", Side.THEIRS, person_id=DANA, basis=Basis.SAID),),
        visions=(OPEN_VISION,),
        meetings=(
            cancelled("2026-11-10T10:00", found_reason="staff meeting"),
            cancelled("2026-11-11T10:00", Side.OURS),
        ),
    )
    assert asks(one, meeting=None, today=TODAY) == ()


def test_what_is_for_somebody_who_will_not_be_there_is_left_out() -> None:
    """It could not be asked; what is for anyone can."""
    for_luis, for_dana, for_anyone = question("a", LUIS), question("b", DANA), question("c")
    one = relationship(
        roles=(theirs(DANA), theirs(LUIS)),
        meetings=(VISIT,),
        participations=invited(VISIT, DANA),
        questions=(for_luis, for_dana, for_anyone),
        metrics=(
            metric("spend", Side.THEIRS, person_id=DANA),
            metric("invoices", Side.THEIRS, person_id=LUIS),
        ),
        visions=(OPEN_VISION,),
    )
    subjects = [each.subject for each in asks(one, meeting=VISIT, today=TODAY)]
    assert subjects == [for_dana, for_anyone, one.metrics[0]]

    everybody = [each.subject for each in asks(one, meeting=None, today=TODAY)]
    assert everybody == [for_luis, for_dana, for_anyone, *one.metrics]


def test_where_nobody_is_known_everything_can_be_asked() -> None:
    """A first call to a new account."""
    for_luis = question("a", LUIS)
    one = relationship(roles=(), questions=(for_luis,), visions=(OPEN_VISION,))
    assert asks(one, meeting=None, today=TODAY) == (
        Ask(reason=AskFor.OWN, subject=for_luis, person=person(LUIS)),
    )


def test_alternatives_are_never_asked_about() -> None:
    """Page 1 may lie open on a table."""
    one = relationship(
        roles=(),
        visions=(OPEN_VISION,),
        alternatives=(Alternative(id=new_id(), account_id=MERCY, text="stay", side=Side.THEIRS),),
    )
    assert asks(one, meeting=None, today=TODAY) == ()


def test_a_guessed_commitment_and_a_guessed_vision_are_asked_about() -> None:
    """A guessed vision is asked about as a guess, not as missing."""
    fixed = commitment("FREQ=WEEKLY", "15:00", basis=Basis.GUESS)
    guessed = vision(Side.THEIRS)
    one = relationship(roles=(), commitments=(fixed,), visions=(guessed,))
    assert asks(one, meeting=None, today=TODAY) == (
        Ask(reason=AskFor.GUESS, subject=guessed),
        Ask(reason=AskFor.GUESS, subject=fixed, person=person(DANA)),
    )


def test_the_number_of_questions_can_be_set() -> None:
    """The window has room for one."""
    assert len(asks(case(), meeting=NEXT, today=TODAY, at_most=1)) == 1
