"""Rating a relationship from one side, and how well we guess the other."""

from dataclasses import replace
from datetime import date, timedelta

from journal.analysis.trend import GapTally, GuessTally
from journal.domain.account import Account
from journal.domain.rating import Facet, Level, Viewpoint
from journal.domain.record import AccountId, RecordId
from journal.operations import accounts, ratings, reading, undoing
from journal.operations.journal import Journal
from journal.operations.ratings import Given
from tests.operations.conftest import DANA, MERCY

HARBOR = Account(id=AccountId(RecordId("harbor")), name="Harbor Health")
DAY = date(2026, 9, 3)


def said(level: Level, viewpoint: Viewpoint = Viewpoint.THEIRS_SAID) -> Given:
    """Rate on one day."""
    return Given(level=level, viewpoint=viewpoint, facet=Facet.OVERALL, day=DAY)


def test_a_rating_is_kept_corrected_and_deleted_in_one_step_each(journal: Journal) -> None:
    """Each is one action, which one undo takes back."""
    given = Given(
        level=Level.NEUTRAL,
        viewpoint=Viewpoint.THEIRS_SAID,
        facet=Facet.TRUST,
        day=DAY,
        person_id=DANA.id,
        remark="over lunch",
    )
    assert ratings.rate(journal, MERCY.id, given).name == "Rate relationship"
    (kept,) = reading.relationship(journal, MERCY.id).ratings
    assert (kept.level, kept.facet, kept.person_id, kept.remark) == (
        Level.NEUTRAL,
        Facet.TRUST,
        DANA.id,
        "over lunch",
    )

    assert ratings.correct(journal, kept, said(Level.POSITIVE)).name == "Correct rating"
    (corrected,) = reading.relationship(journal, MERCY.id).ratings
    assert (corrected.id, corrected.level, corrected.remark) == (kept.id, Level.POSITIVE, "")

    assert ratings.delete(journal, corrected).name == "Delete rating"
    assert reading.relationship(journal, MERCY.id).ratings == ()
    undoing.undo(journal)
    assert [each.level for each in reading.relationship(journal, MERCY.id).ratings] == [
        Level.POSITIVE
    ]


def test_guesses_are_counted_over_all_accounts_but_those_in_the_trash(journal: Journal) -> None:
    """Mercy: one too high. Harbor: right. Ours say nothing, nor does one account of another."""
    journal.write("Add", add=[HARBOR])
    guess = Viewpoint.THEIRS_GUESSED
    ratings.rate(journal, MERCY.id, said(Level.POSITIVE, guess))
    ratings.rate(journal, HARBOR.id, said(Level.STRAINED, guess))
    assert ratings.over_all_accounts(journal).guesses == GuessTally()
    ratings.rate(journal, MERCY.id, said(Level.NEUTRAL))
    ratings.rate(journal, HARBOR.id, said(Level.STRAINED))
    ratings.rate(journal, HARBOR.id, said(Level.DAMAGED, Viewpoint.OURS))
    assert ratings.over_all_accounts(journal).guesses == GuessTally(right=1, high=1)
    accounts.trash_account(journal, HARBOR.id)
    assert ratings.over_all_accounts(journal).guesses == GuessTally(high=1)


def test_the_gap_over_all_accounts_is_that_of_the_latest_of_each_side(journal: Journal) -> None:
    """Harbor: they say Strained, we said Positive and now Damaged: better. Mercy: they alone.

    What we rated of trust, for tomorrow, or put into the trash, is not our latest.
    """
    journal.write("Add", add=[HARBOR])
    ours, today = Viewpoint.OURS, journal.today()
    yesterday, tomorrow = today - timedelta(days=1), today + timedelta(days=1)
    ratings.rate(journal, MERCY.id, said(Level.NEUTRAL))
    assert ratings.over_all_accounts(journal).gaps == GapTally()
    ratings.rate(journal, HARBOR.id, said(Level.STRAINED))
    for given in (
        replace(said(Level.POSITIVE, ours), day=yesterday - timedelta(days=1)),
        replace(said(Level.DAMAGED, ours), day=yesterday),
        replace(said(Level.POSITIVE, ours), day=today, facet=Facet.TRUST),
        replace(said(Level.POSITIVE, ours), day=tomorrow),
        replace(said(Level.POSITIVE, ours), day=today),
    ):
        ratings.rate(journal, HARBOR.id, given)
    found = reading.relationship(journal, HARBOR.id).ratings
    (mistake,) = (
        each
        for each in found
        if each.day == today and each.level is Level.POSITIVE and each.facet is Facet.OVERALL
    )
    ratings.delete(journal, mistake)
    assert ratings.over_all_accounts(journal).gaps == GapTally(better=1)
