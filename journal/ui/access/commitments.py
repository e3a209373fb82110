"""Reading a standing commitment of somebody's as it is typed: `Dana: thu 15:00 staff meeting`."""

from collections.abc import Callable
from datetime import datetime

from journal.analysis.contact import last_held, zone_of
from journal.analysis.people import guests, has_left, roles_on
from journal.domain.record import PersonId, Side
from journal.domain.relationship import Relationship
from journal.operations.findings import Spot, somebodies
from journal.typed.finding import Finding, FindingKind
from journal.typed.finding_words import finding_words
from journal.typed.findings import Ears, understand_finding
from journal.typed.understood import Bearings
from journal.ui.shared.account_view import AccountView
from journal.ui.shared.read_field import Reader, Reading
from journal.wording import _

_MARK = "~"


def commitment_reader(view: AccountView, now: Callable[[], datetime], zone: str) -> Reader:
    """Make a reader of one line; the value is a `Finding`.

    Args:
        view: The account whose people may be named.
        now: Tells the aware moment.
        zone: IANA name of the wall where nobody knows the customer's.
    """
    whole = view.relationship
    people = somebodies(whole.roles, whole.people)
    usual = usual_guest(view)

    def read(text: str) -> Reading:
        if not text.strip():
            return Reading()
        bearings = Bearings(now=now(), zone=zone_of(whole) or zone)
        finding = understand_finding(f"{_MARK} {text}", Ears(bearings=bearings, people=people))
        if finding.kind is not FindingKind.COMMITMENT or finding.why:
            return Reading(words=finding.why, is_refused=True)
        if finding.person is None and usual is None:
            why = _("Say whose calendar it is, such as Dana: thu 15:00 staff meeting.")
            return Reading(words=why, is_refused=True)
        if finding.person is not None and finding.person.side is not Side.THEIRS:
            why = _("{name} is one of us.").format(name=finding.person.name)
            return Reading(words=why, is_refused=True)
        return Reading(value=finding, words=_words(finding, usual, whole, view), text=text)

    return read


def spot_of(view: AccountView, zone: str) -> Spot:
    """Return where a line is noted; one that names nobody is the usual guest's."""
    whole = view.relationship
    return Spot(
        account_id=whole.account.id,
        day=view.today,
        zone=zone_of(whole) or zone,
        guest=usual_guest(view),
    )


def usual_guest(view: AccountView) -> PersonId | None:
    """Return whom one meets: the only one who came last time, else the only one who is there."""
    whole = view.relationship
    last = last_held(whole.meetings, view.now)
    left = has_left(whole, view.today)
    came = () if last is None else guests(whole).get(last.id, ())
    still = [each for each in came if each not in left]
    there = still or list(roles_on(whole, view.today))
    return there[0] if len(there) == 1 else None


def _words(finding: Finding, usual: PersonId | None, whole: Relationship, view: AccountView) -> str:
    said = finding_words(finding, view.today)
    person = whole.person(usual)
    if finding.person is None and person is not None:
        return _("{what} · {name}").format(what=said, name=person.name)
    return said
