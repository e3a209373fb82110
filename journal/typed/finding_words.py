"""How a finding is shown as it was understood: `Promise · ours · send figures · by Fri 27 Nov`."""

from datetime import date

from journal.domain.metric import Metric
from journal.domain.person import Person, StandingCommitment
from journal.domain.plan import Barrier, Option, Question, Vision
from journal.domain.promise import Promise, Quote
from journal.domain.record import Basis, Visibility
from journal.terms import quoted, record_words, side_words
from journal.typed.day_names import brief_day_words, full_day_words
from journal.typed.finding import Finding, FindingKind
from journal.typed.schedules import recurring_words
from journal.wording import _

_RECORDS = {
    FindingKind.QUOTE: Quote,
    FindingKind.BARRIER: Barrier,
    FindingKind.PROMISE: Promise,
    FindingKind.METRIC: Metric,
    FindingKind.PERSON: Person,
    FindingKind.COMMITMENT: StandingCommitment,
    FindingKind.OPTION: Option,
    FindingKind.QUESTION: Question,
    FindingKind.VISION: Vision,
}
_SIDED = frozenset(
    {
        FindingKind.BARRIER,
        FindingKind.PROMISE,
        FindingKind.METRIC,
        FindingKind.PERSON,
        FindingKind.VISION,
    }
)
_KNOWN_BY_ITSELF = frozenset(
    {FindingKind.QUOTE, FindingKind.PROMISE, FindingKind.PERSON, FindingKind.QUESTION}
)


def kind_words(kind: FindingKind) -> str:
    """Name what a line is, as a heading."""
    name = record_words(_RECORDS[kind]) if kind in _RECORDS else _("note")
    return name[:1].upper() + name[1:]


def finding_words(finding: Finding, today: date) -> str:
    """Say all that was understood of a line, in one."""
    said = [kind_words(finding.kind), *_whose(finding), _text(finding), *_more(finding, today)]
    return " · ".join([*said, *_remarks(finding)])


def _whose(finding: Finding) -> list[str]:
    said = [side_words(finding.side)] if finding.kind in _SIDED else []
    if finding.kind is FindingKind.PERSON:
        said.append(_("known") if finding.person else _("new"))
    elif finding.person is not None:
        name = finding.person.name
        said.append(_("named by {name}").format(name=name) if _is_barrier(finding) else name)
    return said


def _is_barrier(finding: Finding) -> bool:
    return finding.kind is FindingKind.BARRIER


def _text(finding: Finding) -> str:
    return quoted(finding.text) if finding.kind is FindingKind.QUOTE else finding.text


def _more(finding: Finding, today: date) -> list[str]:
    said = [finding.title, finding.unit]
    if finding.target:
        said.append(_("target {target}").format(target=finding.target))
    if finding.answer:
        sentence = _("refused: {answer}") if finding.refused else _("answered: {answer}")
        said.append(sentence.format(answer=quoted(finding.answer)))
    if finding.due is not None:
        said.append(_("by {day}").format(day=brief_day_words(finding.due.day, today)))
    elif finding.kind is FindingKind.VISION:
        said.append(_("comes back in a year"))
    if finding.recurring is not None:
        said.append(recurring_words(finding.recurring))
        said.append(_("from {day}").format(day=full_day_words(finding.recurring.first_day)))
    return [each for each in said if each]


def _remarks(finding: Finding) -> list[str]:
    said = []
    if finding.basis is Basis.REPORTED and finding.reported_by is not None:
        said.append(_("reported by {name}").format(name=finding.reported_by.name))
    elif finding.basis is Basis.GUESS and finding.kind is not FindingKind.NOTE:
        said.append("" if finding.kind in _KNOWN_BY_ITSELF else _("a guess"))
    if finding.visibility is Visibility.SHAREABLE:
        said.append(_("may be shared"))
    return [each for each in said if each]
