"""What the page opens with, where this or that is the most important thing."""

from dataclasses import replace
from datetime import date, datetime, time

from journal.domain.account import Account, Aim
from journal.domain.meeting import Meeting
from journal.domain.metric import Metric
from journal.domain.plan import Barrier, Criterion, Interest, Negotiation, Option
from journal.domain.rating import Level, Rating, Viewpoint
from journal.domain.record import (
    AccountId,
    Basis,
    CriterionId,
    InterestId,
    MeetingId,
    MetricId,
    NegotiationId,
    OptionId,
    RecordId,
    Side,
)
from journal.domain.relationship import Relationship
from journal.domain.span import When, zone_named
from journal.ui.negotiation.answer import answer, closed_answer, closed_grounds, grounds
from journal.ui.negotiation.groups import PlanLine, Scope
from journal.ui.negotiation.words import notes
from journal.ui.shared.account_view import account_view

ACCOUNT = Account(
    id=AccountId(RecordId("clinic")), name="Clinic", aim=Aim.REPAIR, time_zone="Europe/Berlin"
)
NOW = datetime(2026, 11, 23, 9, 15, tzinfo=zone_named("Europe/Berlin"))
TODAY = date(2026, 11, 23)
THEIRS = Interest(
    id=InterestId(RecordId("theirs")),
    account_id=ACCOUNT.id,
    text="No surprise",
    side=Side.THEIRS,
    basis=Basis.SAID,
)
OPTION = Option(id=OptionId(RecordId("option")), account_id=ACCOUNT.id, text="A pilot")
MEETING = Meeting(
    id=MeetingId(RecordId("next")),
    account_id=ACCOUNT.id,
    when=When(day=date(2026, 12, 1), time=time(10), zone="Europe/Berlin"),
)


def said(**known: tuple[object, ...]) -> str:
    """Return what the page says of an account of which this is known."""
    whole = replace(Relationship(account=ACCOUNT), **known)  # type: ignore[arg-type]
    view = account_view(whole, NOW)
    scope = Scope(negotiation_id=None, is_closed=False, today=TODAY)
    lines: tuple[PlanLine, ...] = tuple(scope.lines(whole))
    return f"{answer(view, lines)} | {grounds(view, lines)}"


def refused(key: str, answer_said: str, on: date, *, text: str = "An idea") -> Option:
    """Make an option that was refused."""
    return replace(
        OPTION,
        id=OptionId(RecordId(key)),
        text=text,
        answer=answer_said,
        answered_on=on,
        refused=True,
        negotiation_id=NegotiationId(RecordId("past")),
    )


def test_a_barrier_of_theirs_is_said_without_an_owner() -> None:
    """There is nothing of ours to own up to in it."""
    barrier = Barrier(
        id=RecordId("b"), account_id=ACCOUNT.id, text="Three offices sign", share=Side.THEIRS
    )
    assert said(barriers=(replace(barrier, basis=Basis.SAID),)) == (
        "“Three offices sign” stands between us. | no guess left about them"
    )
    two = (barrier, replace(barrier, id=RecordId("c")), replace(barrier, id=RecordId("d")))
    assert said(barriers=two).startswith(
        "“Three offices sign” stands between us. So do 2 more barriers. | 3 guesses left"
    )


def test_a_text_that_is_read_from_the_right_does_not_turn_the_sentence() -> None:
    """It is shut in between two marks that nobody sees."""
    barrier = Barrier(id=RecordId("b"), account_id=ACCOUNT.id, text="الموافقات", share=Side.THEIRS)
    assert said(barriers=(barrier,)).startswith("\u2068“الموافقات”\u2069 stands between us.")


def test_a_long_text_is_cut_in_the_sentence() -> None:
    """It stands whole in the details."""
    barrier = Barrier(
        id=RecordId("b"), account_id=ACCOUNT.id, text="very long " * 300, share=Side.OURS
    )
    assert len(said(barriers=(barrier,)).split(" | ")[0]) < 140


def test_guesses_are_asked_about_first() -> None:
    """Before any option is thought of."""
    guess = replace(THEIRS, basis=Basis.GUESS)
    other = Criterion(
        id=CriterionId(RecordId("c")), account_id=ACCOUNT.id, text="Cost", side=Side.THEIRS
    )
    assert said(interests=(guess,)) == (
        "1 line about them is a guess: ask whether “No surprise” is so. | 1 guess left about them"
    )
    assert said(interests=(guess,), criteria=(other,)).startswith(
        "2 lines about them are guesses: ask first whether “No surprise” is so."
    )


def test_a_guess_that_stands_elsewhere_is_said_to() -> None:
    """How they are measured stands in another tab; without any line nothing is said of guesses."""
    number = MetricId(RecordId("number"))
    spend = Metric(id=number, account_id=ACCOUNT.id, text="Spend", side=Side.THEIRS)
    assert said(metrics=(spend,)).endswith(" | 1 guess left about them, not here")
    assert said().endswith("your own part first. | ")


def test_then_it_says_the_next_step() -> None:
    """Interests, options, a meeting, its opening; in this order."""
    ours = replace(THEIRS, side=Side.OURS)
    opened = replace(MEETING, opening="I waste your time.")
    assert said(interests=(ours,)).startswith("Why they want what they want is not noted yet.")
    assert said(interests=(THEIRS,)).startswith("No option is noted yet")
    both = {"interests": (THEIRS,), "options": (OPTION,)}
    assert said(**both) == (
        "All is prepared, and no meeting is planned. "
        "| no guess left about them · 1 of 1 options not raised yet"
    )
    assert said(**both, meetings=(MEETING,)).startswith(
        "All is prepared for Tue 1 Dec, 10:00 but the opening sentence."
    )
    assert said(**both, meetings=(opened,)).startswith("All is prepared for Tue 1 Dec, 10:00. |")


def test_a_good_relationship_without_anything_new_is_the_same_as_last_year() -> None:
    """Outstanding two years ago, and no option or vision since."""
    rating = Rating(
        id=RecordId("r"),
        account_id=ACCOUNT.id,
        level=Level.OUTSTANDING,
        viewpoint=Viewpoint.OURS,
        day=date(2024, 11, 1),
    )
    old = replace(OPTION, noted_on=date(2024, 11, 2))
    assert said(ratings=(rating,), interests=(THEIRS,), options=(old,)).split(" | ")[1] == (
        "same as last year: no new option or vision for 12 months · no guess left about them "
        "· 1 of 1 options not raised yet"
    )


def test_a_closed_negotiation_says_what_had_been_refused_by_then() -> None:
    """Where its own options were among them; what came later is not its story."""
    past = Negotiation(
        id=NegotiationId(RecordId("past")),
        account_id=ACCOUNT.id,
        title="Renewal",
        opened_on=date(2025, 1, 7),
        closed_on=date(2025, 6, 30),
    )
    found = [refused(str(month), "Not a priority", date(2025, month, 1)) for month in (2, 3, 4, 8)]
    assert closed_answer(past, TODAY) == (
        "Closed on 30 Jun 2025, without a word on what came of it."
    )
    over = "It is closed: it can be read, and is not changed any more."
    assert closed_grounds(past, found[:2]) == over
    assert closed_grounds(past, found) == f"“Not a priority” 3 times in a row by then. {over}"
    other = replace(past, id=NegotiationId(RecordId("other")))
    assert closed_grounds(other, found) == over


def test_what_is_known_of_a_line_of_many_kinds() -> None:
    """Who reported it, whom to ask, and what nobody remembers."""
    whole = Relationship(account=ACCOUNT, interests=(THEIRS,))
    reported = replace(THEIRS, basis=Basis.REPORTED)
    assert notes(reported, whole, TODAY) == ("reported",)
    assert notes(replace(OPTION, answer="Perhaps"), whole, TODAY) == ("“Perhaps”",)
