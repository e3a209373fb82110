"""The people whom the lines of the tests name, and what a line is understood as."""

from journal.domain.record import PersonId, RecordId, Side
from journal.typed.finding import Finding
from journal.typed.finding_words import finding_words
from journal.typed.findings import Ears, understand_finding
from journal.typed.people import Somebody
from tests.typed.reading import AHEAD, TODAY


def somebody(name: str, side: Side = Side.THEIRS, *, is_self: bool = False) -> Somebody:
    """Make a person whose id is the first name."""
    first = PersonId(RecordId(name.split(maxsplit=1)[0].lower()))
    return Somebody(id=first, name=name, side=side, is_self=is_self)


DANA = somebody("Dana Whitfield")
LUIS = somebody("Luis Ortega")
RENE = somebody("René Dvořák")
DAN = somebody("Dan Brown")
NORA = somebody("Nora Lindqvist", Side.OURS, is_self=True)
ANA = somebody("Ana Ruiz", Side.OURS)
EARS = Ears(bearings=AHEAD, people=(DANA, LUIS, RENE, DAN, NORA, ANA))


def heard(line: str) -> Finding:
    """Understand a line on the Monday, among these people."""
    return understand_finding(line, EARS)


def shown(line: str) -> str:
    """Say what a line is understood as, and why not more."""
    finding = heard(line)
    words = finding_words(finding, TODAY)
    return f"{words} !! {finding.why}" if finding.why else words
