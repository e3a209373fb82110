"""How what came up in a meeting is said on its row: what it is, whose, by when, how often."""

from datetime import date

from journal.domain.metric import Metric
from journal.domain.person import Person, Role, StandingCommitment
from journal.domain.plan import Barrier, Option, Question, Vision
from journal.domain.promise import Promise, Quote
from journal.domain.record import Basis, Line, PersonId, Record, Side, Visibility
from journal.domain.relationship import Relationship
from journal.terms import basis_words, quoted, side_words
from journal.typed.day_names import brief_day_words
from journal.typed.schedules import recurs_words
from journal.wording import _


def row_words(record: Record) -> str:
    """Name what a row is."""
    return {
        Quote: _("Quote"),
        Barrier: _("Barrier"),
        Promise: _("Promise"),
        Metric: _("Measured by"),
        Person: _("Person"),
        StandingCommitment: _("Busy at"),
        Option: _("Idea"),
        Question: _("To ask"),
        Vision: _("Year ahead"),
    }[type(record)]


def choice_words(record: Record, whole: Relationship, today: date) -> str:
    """Say in few words what can be chosen of it: `me, 22 Nov`, `every Thu 15:00–16:00`."""
    said = _main(record, whole, today)
    if isinstance(record, Line):
        said += _remarks(record)
    return ", ".join(filter(None, said)) or _("say more")


def due_words(record: Record, whole: Relationship, today: date) -> str:
    """Return the end of `choice_words` that says by when, behind a name however long."""
    if not isinstance(record, Promise) or record.due_on is None:
        return ""
    owner = owner_words(record.side, record.person_id, whole)
    return choice_words(record, whole, today).removeprefix(owner)


def owner_words(side: Side, person_id: PersonId | None, whole: Relationship) -> str:
    """Name whose it is: oneself as `me`, a person by the name, else the side."""
    person = whole.person(person_id)
    if person is None:
        return side_words(side)
    return _("me") if person.is_self else person.name


def role_of(person: Person, whole: Relationship) -> Role | None:
    """Return a person's place in the account: the latest of several."""
    roles = [each for each in whole.roles if each.person_id == person.id]
    return roles[-1] if roles else None


def _main(record: Record, whole: Relationship, today: date) -> list[str]:
    said: list[str] = []
    if isinstance(record, Promise | Metric | Vision):
        said.append(owner_words(record.side, record.person_id, whole))
    if isinstance(record, Promise) and record.due_on is not None:
        said.append(brief_day_words(record.due_on, today))
    if isinstance(record, Barrier):
        said.append(side_words(record.share))
    if isinstance(record, Option) and record.answer:
        said.append(quoted(record.answer))
    if isinstance(record, Person):
        role = role_of(record, whole)
        said.append("" if role is None else role.title)
    if isinstance(record, StandingCommitment):
        said.append(recurs_words(record))
    if isinstance(record, Quote | Question):
        person = whole.person(record.person_id)
        said.append("" if person is None else person.name)
    return said


def _remarks(line: Line) -> list[str]:
    is_known_by_itself = isinstance(line, Quote | Promise | Question)
    said = [] if is_known_by_itself or line.basis is Basis.SAID else [basis_words(line.basis)]
    if line.visibility is Visibility.SHAREABLE:
        said.append(_("shared"))
    return said
