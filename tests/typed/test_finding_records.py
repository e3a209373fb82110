"""Findings become the records that the journal keeps."""

from datetime import date, time

import pytest

from journal.domain.metric import Metric
from journal.domain.person import Person, Role, StandingCommitment
from journal.domain.plan import Barrier, Option, Question, Vision
from journal.domain.promise import Promise, Quote
from journal.domain.record import (
    AccountId,
    Basis,
    CommitmentId,
    Line,
    MeetingId,
    MetricId,
    NegotiationId,
    OptionId,
    PersonId,
    RecordId,
    Side,
    Visibility,
)
from journal.typed.records import Place, commitment_of, line_of, person_of, role_of
from tests.typed.listening import DANA, LUIS, NORA, heard

MERCY = AccountId(RecordId("mercy"))
VISIT = MeetingId(RecordId("visit"))
TALK = NegotiationId(RecordId("talk"))
DAY = date(2026, 11, 20)
ID = RecordId("new")
PLACE = Place(account_id=MERCY, day=DAY, meeting_id=VISIT, negotiation_id=TALK, position=3)
SOMEBODY = PersonId(RecordId("somebody"))


def kept(line: str) -> Line:
    """Understand a line and make its record."""
    return line_of(heard(line), ID, PLACE)


def test_a_quote_becomes_a_quote() -> None:
    """Said on the day of the meeting, by whom it names."""
    assert kept('"I see potential" Dana') == Quote(
        id=ID,
        account_id=MERCY,
        text="I see potential",
        noted_on=DAY,
        basis=Basis.SAID,
        position=3,
        meeting_id=VISIT,
        negotiation_id=TALK,
        person_id=DANA.id,
        said_on=DAY,
    )


def test_a_barrier_knows_whose_it_is_and_who_named_it() -> None:
    """Our own part, named by her; unnamed it is we who name it."""
    assert kept("! Dana: ours: each began anew (reported by Luis) +share") == Barrier(
        id=ID,
        account_id=MERCY,
        text="each began anew",
        noted_on=DAY,
        basis=Basis.REPORTED,
        reported_by_id=LUIS.id,
        visibility=Visibility.SHAREABLE,
        position=3,
        meeting_id=VISIT,
        negotiation_id=TALK,
        share=Side.OURS,
        named_by=Side.THEIRS,
        named_by_id=DANA.id,
        named_on=DAY,
    )
    unnamed = kept("! no time")
    assert isinstance(unnamed, Barrier)
    assert (unnamed.share, unnamed.named_by, unnamed.named_by_id) == (Side.SHARED, Side.OURS, None)


def test_a_promise_is_given_that_day_and_due_on_the_typed_one() -> None:
    """Without a day it is owed all the same."""
    promise = kept("> me: send figures by fri")
    assert isinstance(promise, Promise)
    assert (promise.text, promise.side, promise.person_id) == ("send figures", Side.OURS, NORA.id)
    assert (promise.made_on, promise.due_on) == (DAY, date(2026, 11, 27))
    undated = kept(">> send figures")
    assert isinstance(undated, Promise)
    assert (undated.side, undated.person_id, undated.due_on) == (Side.THEIRS, None, None)


def test_a_metric_keeps_unit_and_target() -> None:
    """As they put it."""
    metric = kept("# Dana: overtime (hours a month) -> at most 20")
    assert isinstance(metric, Metric)
    assert (metric.id, metric.text, metric.unit, metric.target) == (
        MetricId(ID),
        "overtime",
        "hours a month",
        "at most 20",
    )
    assert (metric.side, metric.person_id) == (Side.THEIRS, DANA.id)


def test_an_option_is_answered_that_day_if_it_was() -> None:
    """An idea that nobody has put to them yet has no day."""
    option = kept("* consignment stock -> not a priority")
    assert isinstance(option, Option)
    assert (option.id, option.text, option.answer) == (
        OptionId(ID),
        "consignment stock",
        "not a priority",
    )
    assert (option.answered_on, option.refused) == (DAY, True)
    unasked = kept("* consignment stock")
    assert isinstance(unasked, Option)
    assert (unasked.answered_on, unasked.refused) == (None, False)


def test_a_question_knows_whom_to_ask() -> None:
    """It waits until it is asked."""
    question = kept("? Dana: who signs")
    assert isinstance(question, Question)
    assert (question.text, question.person_id, question.asked_on) == ("who signs", DANA.id, None)


def test_a_vision_comes_back_in_a_year_or_on_its_day() -> None:
    """From the day on which it was said, not from that on which it was typed."""
    vision = kept("^ Dana: one shared number")
    assert isinstance(vision, Vision)
    assert (vision.side, vision.person_id, vision.due_on) == (
        Side.THEIRS,
        DANA.id,
        date(2027, 11, 20),
    )
    dated = kept("^ ours: first call by june 2028")
    assert isinstance(dated, Vision)
    assert (dated.side, dated.due_on) == (Side.OURS, date(2028, 6, 1))
    last = line_of(heard("^ x"), ID, Place(account_id=MERCY, day=date(2200, 6, 1)))
    assert isinstance(last, Vision)
    assert last.due_on == date(2200, 6, 1)


def test_a_new_person_gets_a_place_in_the_account() -> None:
    """The name is the person's, the title that of the place."""
    finding = heard("@ Grace Hopper, Admiral")
    assert person_of(finding, SOMEBODY) == Person(id=SOMEBODY, name="Grace Hopper")
    assert role_of(finding, ID, SOMEBODY, PLACE) == Role(
        id=ID, account_id=MERCY, person_id=SOMEBODY, side=Side.THEIRS, title="Admiral"
    )


def test_a_standing_commitment_stands_on_the_persons_wall() -> None:
    """The zone is the customer's."""
    finding = heard("~ thu 15:00-16:30 weekly management staff meeting")
    commitment = CommitmentId(RecordId("staff"))
    assert commitment_of(finding, commitment, DANA.id, "America/New_York") == StandingCommitment(
        id=commitment,
        person_id=DANA.id,
        title="management staff meeting",
        rule="FREQ=WEEKLY;BYDAY=TH",
        first_day=date(2026, 11, 26),
        start=time(15),
        minutes=90,
        zone="America/New_York",
        basis=Basis.SAID,
    )


@pytest.mark.parametrize("line", ["a note", "@ Grace Hopper", "~ thu 15 rounds"])
def test_what_is_no_line_does_not_become_one(line: str) -> None:
    """A caller that mixes them up has a bug."""
    with pytest.raises(ValueError, match="is no line"):
        kept(line)


def test_what_does_not_recur_is_no_commitment() -> None:
    """A caller that mixes them up has a bug."""
    with pytest.raises(ValueError, match="does not recur"):
        commitment_of(heard("a note"), CommitmentId(ID), DANA.id, "UTC")
