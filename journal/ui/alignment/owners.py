"""Whose numbers there may be, on either side."""

from journal.analysis.people import known, roles_on
from journal.domain.person import Person
from journal.domain.record import Side
from journal.ui.shared.account_view import AccountView


def people_of(view: AccountView, side: Side) -> tuple[Person, ...]:
    """Return who is on a side today; on ours oneself first."""
    whole = view.relationship
    if side is Side.THEIRS:
        return known(whole, roles_on(whole, view.today))
    oneself = [each.id for each in whole.people if each.is_self]
    ours = (each for each in whole.roles if each.side is Side.OURS and view.today in each.span)
    return known(whole, [*oneself, *(each.person_id for each in ours)])
