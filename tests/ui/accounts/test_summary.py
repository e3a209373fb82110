"""The head of an account in words."""

from dataclasses import replace
from datetime import date

from journal.domain.account import Account
from journal.domain.meeting import Kind
from journal.domain.rating import Level, Rating
from journal.domain.record import AccountId, RecordId
from journal.domain.relationship import Relationship
from journal.ui.accounts import summary
from journal.ui.shared.account_view import AccountView, account_view
from tests.ui.case import HAAS, ME, MERCY, NOW, OLSEN

NBSP = "\N{NO-BREAK SPACE}"


def plain(text: str) -> str:
    """Forget where lines may not break."""
    return text.replace(NBSP, " ")


def seen_with(view: AccountView, **changes: object) -> AccountView:
    """Look at the account as it would be with other records."""
    return account_view(replace(view.relationship, **changes), NOW)  # type: ignore[arg-type]


def bare() -> AccountView:
    """Look at an account of which nothing is known but its name."""
    account = Account(id=AccountId(RecordId("new")), name="New")
    return account_view(Relationship(account=account), NOW)


def test_the_line_under_the_name_says_what_is_known(mercy: AccountView) -> None:
    """Unit, place, drive, and since when it is mine."""
    expected = "Pharmacy department · Dayton · 2 h drive · yours since Nov 2025"
    assert summary.subtitle(mercy) == expected
    assert summary.subtitle(bare()) == ""


def test_an_imported_account_says_at_least_how_long_it_goes_back(mercy: AccountView) -> None:
    """A log knows the meetings, and nothing of the organisation but its name."""
    account = Account(id=MERCY, name="Farmers' Association")
    view = seen_with(mercy, account=account, roles=())
    assert summary.subtitle(view) == "20 meetings since Jan 2024"


def test_a_colleagues_account_names_the_colleague(mercy: AccountView) -> None:
    """On a journal that was handed over, "yours" would be wrong."""
    mine = next(role for role in mercy.relationship.roles if role.person_id == ME)
    others = tuple(role for role in mercy.relationship.roles if role.person_id not in {ME, OLSEN})
    haas = replace(mine, id=RecordId("now"), person_id=HAAS, start=date(2026, 1, 5))
    view = seen_with(mercy, roles=(*others, haas))
    assert "R. Haas since" in summary.subtitle(view)
    always = replace(haas, start=None)
    kept = tuple(role for role in others if role.person_id != HAAS)
    view = seen_with(mercy, roles=(*kept, always))
    assert summary.subtitle(view).endswith("looked after by R. Haas")


def test_the_rating_says_what_it_came_from(mercy: AccountView) -> None:
    """One step up after two years is the news."""
    answer = summary.rating_answer(mercy)
    assert (answer.statement, plain(answer.ground)) == ("Strained", "up from Damaged on 3 Sep")


def test_a_fall_is_called_down_and_a_first_rating_since(mercy: AccountView) -> None:
    """Up or down is told by word, not by colour."""
    ratings = mercy.relationship.ratings
    down = seen_with(mercy, ratings=tuple(r for r in ratings if r.day < date(2025, 1, 1)))
    assert plain(summary.rating_answer(down).ground).startswith("down from Strained on 19 Dec 2024")
    first = Rating(id=RecordId("r"), account_id=MERCY, day=date(2026, 11, 2), level=Level.NEUTRAL)
    assert plain(summary.rating_answer(seen_with(mercy, ratings=(first,))).ground) == "since 2 Nov"


def test_an_old_rating_asks_to_be_asked_again(mercy: AccountView) -> None:
    """A rating from last year would pass for today's."""
    old = Rating(id=RecordId("r"), account_id=MERCY, day=date(2026, 1, 2), level=Level.NEUTRAL)
    ground = summary.rating_answer(seen_with(mercy, ratings=(old,))).ground
    assert plain(ground) == "since 2 Jan · ask again"


def test_the_goal_says_who_knows_of_it(mercy: AccountView) -> None:
    """A goal that they do not know is only a wish."""
    answer = summary.goal_answer(mercy)
    assert plain(answer.statement) == "Positive by 30 Jun 2027"
    assert plain(answer.ground) == "shared with Dana Whitfield 3 Sep"
    goal = mercy.relationship.goals[0]
    known = seen_with(mercy, goals=(replace(goal, shared_with_id=None),))
    assert plain(summary.goal_answer(known).ground) == "shared on 3 Sep"
    secret = seen_with(mercy, goals=(replace(goal, shared_with_id=None, shared_on=None),))
    assert summary.goal_answer(secret).ground == "not shared with them"


def test_the_next_meeting_says_with_whom_and_how(mercy: AccountView) -> None:
    """Whether to start the car hangs on it."""
    answer = summary.next_answer(mercy)
    assert answer.statement == "Tue 1 Dec, 10:00"
    assert answer.ground == "in 8 days · Dana Whitfield · on site"
    meetings = mercy.relationship.meetings
    call = seen_with(mercy, meetings=(*meetings[:-1], replace(meetings[-1], kind=Kind.CALL)))
    assert summary.next_answer(call).ground == "in 8 days · Dana Whitfield · call"


def test_what_was_lost_is_counted_with_what_it_cost(mercy: AccountView) -> None:
    """Nine at the door, two hours each way: 36 hours. None since the slot moved."""
    answer = summary.lost_answer(mercy)
    assert answer.statement == "9 of 19 meetings lost"
    assert answer.ground == "36 h of driving · none since the slot moved"


def test_an_account_that_never_lost_a_meeting_says_so(mercy: AccountView) -> None:
    """A clean record is worth a line."""
    held = tuple(m for m in mercy.relationship.meetings if m.status.value == "held")
    answer = summary.lost_answer(seen_with(mercy, meetings=held))
    assert answer.statement == "None of 10 meetings lost"


def test_an_account_of_which_nothing_is_known_says_what_is_missing() -> None:
    """Each empty answer is a sentence, not a hole."""
    view = bare()
    assert summary.level_of(view) is None
    assert summary.rating_answer(view).statement == "Not rated"
    assert summary.goal_answer(view).statement == "No goal yet"
    assert summary.next_answer(view).statement == "No meeting planned"
    assert summary.lost_answer(view).statement == "No meeting held yet"
