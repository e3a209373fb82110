"""How good the relationship is, as each side sees it: said, corrected, and our guesses checked."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from journal.analysis.trend import (
    GapTally,
    GuessTally,
    gap,
    gap_tally,
    guess_checks,
    guess_tally,
)
from journal.domain.rating import Facet, Level, Rating, Viewpoint
from journal.domain.record import AccountId, MeetingId, PersonId
from journal.operations import records as edits
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.store import records
from journal.wording import _

# Of ours only the latest of each account tells.
_OF_ACCOUNTS = """
    facet = :overall
    AND account_id IN (SELECT id FROM accounts WHERE deleted_at IS NULL)
    AND (viewpoint <> :ours OR day = (
        SELECT max(later.day) FROM ratings AS later
        WHERE later.account_id = ratings.account_id AND later.viewpoint = :ours
            AND later.facet = :overall AND later.day <= :today AND later.deleted_at IS NULL
    ))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tallies:
    """What ratings tell over all accounts."""

    gaps: GapTally
    guesses: GuessTally


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A rating before it is kept.

    Attributes:
        person_id: Whose view it is; None where not noted.
        meeting_id: The meeting of that day; None without one.
    """

    level: Level
    viewpoint: Viewpoint
    facet: Facet
    day: date
    person_id: PersonId | None = None
    meeting_id: MeetingId | None = None
    remark: str = ""


def rate(journal: Journal, account: AccountId, given: Given) -> Change:
    """Keep how one side sees the relationship."""
    rating = Rating(
        id=journal.new_id(),
        account_id=account,
        day=given.day,
        level=given.level,
        viewpoint=given.viewpoint,
        facet=given.facet,
        person_id=given.person_id,
        meeting_id=given.meeting_id,
        remark=given.remark,
    )
    return journal.write(_("Rate relationship"), add=[rating])


def correct(journal: Journal, rating: Rating, given: Given) -> Change:
    """Put right what was entered wrongly; the occasion stays on the same day."""
    is_moved = given.day != rating.day
    corrected = replace(
        rating,
        day=given.day,
        level=given.level,
        viewpoint=given.viewpoint,
        facet=given.facet,
        person_id=given.person_id,
        meeting_id=given.meeting_id if is_moved else rating.meeting_id,
        remark=given.remark,
    )
    return journal.write(_("Correct rating"), save=[corrected])


def delete(journal: Journal, rating: Rating) -> Change:
    """Put a rating into the trash."""
    return edits.trash(journal, _("Delete rating"), rating)


def over_all_accounts(journal: Journal) -> Tallies:
    """Count how both sides see the relationships, and how our guesses of theirs turned out."""
    today = journal.today()
    arguments = {"overall": Facet.OVERALL, "ours": Viewpoint.OURS, "today": today.isoformat()}
    by_account: dict[AccountId, list[Rating]] = defaultdict(list)
    for each in records.select(journal.file.connection, Rating, _OF_ACCOUNTS, arguments):
        by_account[each.account_id].append(each)
    whole = by_account.values()
    return Tallies(
        gaps=gap_tally(gap(ratings, until=today) for ratings in whole),
        guesses=guess_tally(
            check for ratings in whole for check in guess_checks(ratings, until=today)
        ),
    )
