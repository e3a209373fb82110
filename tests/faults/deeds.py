"""What is done with files beside the journal, and what can never be taken back.

A page is issued, an account goes to a colleague and comes from one, a person is erased. Each is
one change, and where a file belongs to it, the file and the journal say the same.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from journal.domain.metric import Effect, Metric
from journal.domain.plan import Criterion, Norm, Option
from journal.domain.record import Agreement, RecordId, Side
from journal.operations import (
    alignments,
    attachments,
    erasing,
    framework,
    handing_over,
    importing,
    plans,
)
from journal.operations.alignments import Check
from journal.operations.handing_over import Choice, Successor
from journal.operations.importing import Options
from journal.operations.journal import Clock, Journal
from journal.operations.people import Somebody
from journal.operations.plans import Place
from journal.store import records
from journal.store.rows import AnyRecord
from tests.operations.conftest import ANA, DANA, LUIS, MERCY
from tests.operations.shared_lines import line, shared_lines

HANDOVER, CAME = Path("mercy.handover"), Path("..", "came.handover")
_ON = date(2027, 1, 1)


def lay_ready(journal: Journal) -> None:
    """Let a hand-over from a colleague lie above the current folder."""
    with TemporaryDirectory() as folder:
        _hand_over_elsewhere(Path(folder, "theirs.journal"), journal.now)


def fill(journal: Journal) -> None:
    """Put the account and its plan into a journal."""
    other = line(Norm, "other", "we write on Fridays", side=Side.OURS)
    journal.write("Fill", add=[MERCY, DANA, LUIS, ANA, *shared_lines(), other])


def _hand_over_elsewhere(path: Path, clock: Clock) -> None:
    with Journal.create(path, clock) as theirs:
        theirs.write("Fill", add=[MERCY, DANA, ANA, *shared_lines()])
        plan = path.with_name("plan.txt")
        plan.write_text("Ward 3. " * 2000, encoding="utf-8")
        attachments.attach(theirs, MERCY.id, [plan])
        handing_over.hand_over(theirs, MERCY.id, CAME.absolute(), {})


def issue(journal: Journal) -> None:
    """Hand out the next version."""
    framework.issue(journal, MERCY.id, recipients=["Luis Ortega"])


def note_agreement(journal: Journal) -> None:
    """Note on the version and on the line itself that they want it otherwise."""
    latest = framework.versions(journal, MERCY.id)[0]
    said = next(each for each in latest.lines if each.record == "come")
    framework.note_agreement(journal, said, Agreement.CHANGED, "we come on Tuesdays")


def hand_over(journal: Journal) -> None:
    """Let Ben have it, and delete here what was noted for nobody else."""
    notes = handing_over.preview(journal, MERCY.id).notes
    deleted = dict.fromkeys((each.key for each in notes), Choice.DELETE)
    successor = Successor(who=Somebody(name="Ben Kral"), on=_ON)
    handing_over.hand_over(journal, MERCY.id, HANDOVER, deleted, successor)


def take_over(journal: Journal) -> None:
    """Take in what a colleague handed over, with a file of theirs."""
    importing.import_files(journal, [CAME], Options(budget=None))


def erase(journal: Journal) -> None:
    """Erase somebody, and the name wherever it stands."""
    erasing.erase(journal, DANA.id, ["Dana Whitfield", "Whitfield"])


def prepare_line(journal: Journal) -> None:
    """Add a line of the plan."""
    place = Place(account_id=MERCY.id, side=Side.OURS, day=journal.today())
    plans.prepare(journal, Norm, "we call before we come", place)


def reorder(journal: Journal) -> None:
    """Move a line to the front."""
    plans.reorder(journal, [_held(journal, Norm, each) for each in ("other", "come", "tell")])


def link(journal: Journal) -> None:
    """Tick what an option meets."""
    option = _held(journal, Option, "idea")
    plans.link_option(journal, option, _held(journal, Criterion, "cheap"), linked=True)


def check_pair(journal: Journal) -> None:
    """Note what was found when a pair was looked at together."""
    theirs, ours = (_held(journal, Metric, each) for each in ("spend", "units"))
    alignments.check(journal, theirs, ours, Check(effect=Effect.SUPPORTS, on=journal.today()))


def _held(journal: Journal, kind: type[AnyRecord], name: str) -> AnyRecord:
    return records.get(journal.file.connection, kind, RecordId(name))


DEEDS: dict[str, Callable[[Journal], None]] = {
    "issue": issue,
    "note agreement": note_agreement,
    "hand over": hand_over,
    "take over": take_over,
    "prepare line": prepare_line,
    "reorder": reorder,
    "link": link,
    "check pair": check_pair,
    "erase": erase,
}
