"""Keeping what one line said, as the record that it is, with basis, person and visibility."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from journal.domain.account import Account
from journal.domain.errors import JournalError
from journal.domain.meeting import Meeting
from journal.domain.metric import Metric
from journal.domain.person import Person, Role
from journal.domain.record import AccountId, CommitmentId, MeetingId, PersonId, Record, Side
from journal.operations import people
from journal.operations import records as edits
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.store import records
from journal.typed.day_names import day_words
from journal.typed.finding import Finding, FindingKind
from journal.typed.people import Somebody
from journal.typed.records import Place, commitment_of, line_of, person_of, role_of
from journal.wording import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where and when a line was said.

    Attributes:
        day: On the customer's wall.
        zone: IANA name of that wall.
        meeting_id: None where it came up outside a meeting.
        guest: Whose calendar is meant where a standing commitment names nobody.
    """

    account_id: AccountId
    day: date
    zone: str
    meeting_id: MeetingId | None = None
    guest: PersonId | None = None


def keep_finding(journal: Journal, finding: Finding, spot: Spot) -> Change:
    """Keep one line.

    A note is added to the notes of the meeting; without one, to those of the account, under
    its day.

    Raises:
        JournalError: if a standing commitment is nobody's, or a person is known already.
    """
    match finding.kind:
        case FindingKind.NOTE:
            return _keep_note(journal, finding.text, spot)
        case FindingKind.PERSON:
            return _keep_person(journal, finding, spot)
        case FindingKind.COMMITMENT:
            record = _commitment(journal, finding, spot)
        case _:
            place = Place(account_id=spot.account_id, day=spot.day, meeting_id=spot.meeting_id)
            record = line_of(finding, journal.new_id(), place)
    return journal.write(_name(finding.kind), add=[record])


def remove_finding(journal: Journal, record: Record) -> Change:
    """Put what a line became into the trash, with what hangs on it alone."""
    if isinstance(record, Metric):
        return people.trash_metric(journal, record)
    if isinstance(record, Person):
        return people.trash_person(journal, record.id)
    return edits.trash(journal, _("Remove line"), record)


def somebodies(roles: Sequence[Role], everybody: Sequence[Person]) -> tuple[Somebody, ...]:
    """Return whom a line may name, on their present side; who has no role is theirs."""
    ours = {each.person_id for each in roles if each.side is Side.OURS}
    theirs = {each.person_id for each in roles if each.side is Side.THEIRS}
    return tuple(
        Somebody(
            id=each.id,
            name=each.name,
            side=Side.OURS if each.is_self or each.id in ours - theirs else Side.THEIRS,
            is_self=each.is_self,
        )
        for each in everybody
    )


def _name(kind: FindingKind) -> str:
    return {
        FindingKind.QUOTE: _("Add quote"),
        FindingKind.BARRIER: _("Add barrier"),
        FindingKind.PROMISE: _("Add promise"),
        FindingKind.METRIC: _("Add metric"),
        FindingKind.COMMITMENT: _("Note standing commitment"),
        FindingKind.OPTION: _("Add option"),
        FindingKind.QUESTION: _("Add question"),
        FindingKind.VISION: _("Add vision"),
    }[kind]


def _keep_note(journal: Journal, text: str, spot: Spot) -> Change:
    connection = journal.file.connection
    if spot.meeting_id is not None:
        meeting = records.get(connection, Meeting, spot.meeting_id)
        notes = "\n".join(filter(None, (meeting.notes, text)))
        return journal.write(_("Add note"), save=[replace(meeting, notes=notes)])
    account = records.get(connection, Account, spot.account_id)
    dated = _("{day}: {text}").format(day=day_words(spot.day), text=text)
    note = "\n".join(filter(None, (account.note, dated)))
    return journal.write(_("Add note"), save=[replace(account, note=note)])


def _keep_person(journal: Journal, finding: Finding, spot: Spot) -> Change:
    known = finding.person
    new: list[Record] = []
    place = Place(account_id=spot.account_id, day=spot.day, meeting_id=spot.meeting_id)
    if known is None:
        person = person_of(finding, PersonId(journal.new_id()))
        new.append(person)
    else:
        roles = records.select(
            journal.file.connection,
            Role,
            "person_id = ? AND account_id = ?",
            (known.id, spot.account_id),
            order='"end" IS NOT NULL, "start", id',
        )
        if roles:
            return _entitle(journal, finding, roles[0])
    person_id = person.id if known is None else known.id
    new.append(role_of(finding, journal.new_id(), person_id, place))
    return journal.write(_("Add person"), add=new)


def _entitle(journal: Journal, finding: Finding, role: Role) -> Change:
    """Note the title of somebody whose place is known."""
    if not finding.title or finding.title == role.title:
        raise JournalError(_("{name} is known here already.").format(name=finding.text))
    return journal.write(_("Note title"), save=[replace(role, title=finding.title)])


def _commitment(journal: Journal, finding: Finding, spot: Spot) -> Record:
    person_id = finding.person.id if finding.person else spot.guest
    if person_id is None:
        raise JournalError(_("Say whose calendar it is, such as ~ Dana: thu 15:00 staff meeting."))
    return commitment_of(finding, CommitmentId(journal.new_id()), person_id, spot.zone)
