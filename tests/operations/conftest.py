"""A real journal with an account, two people and oneself."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from journal.domain.account import Account
from journal.domain.person import Person, Role
from journal.domain.record import AccountId, PersonId, RecordId, Side
from journal.operations import sample
from journal.operations.journal import Journal

MERCY = Account(id=AccountId(RecordId("mercy")), name="Mercy General", travel_min=120)
DANA = Person(id=PersonId(RecordId("dana")), name="Dana Whitfield")
LUIS = Person(id=PersonId(RecordId("luis")), name="Luis Ortega")
ANA = Person(id=PersonId(RecordId("ana")), name="Ana Calder", is_self=True)
DANAS_ROLE = Role(
    id=RecordId("role"), account_id=MERCY.id, person_id=DANA.id, side=Side.THEIRS, title="Director"
)


class SteppingClock:
    """A clock that goes on by a second each time it is looked at."""

    def __init__(self, start: datetime) -> None:
        self._next = start

    def __call__(self) -> datetime:
        """Return the present."""
        self._next += timedelta(seconds=1)
        return self._next


@pytest.fixture
def empty(tmp_path: Path, now: datetime) -> Iterator[Journal]:
    """Make a journal with nothing in it."""
    with Journal.create(tmp_path / "test.journal", SteppingClock(now)) as journal:
        yield journal


@pytest.fixture
def journal(empty: Journal) -> Journal:
    """Fill in who there is."""
    empty.write("Fill", add=[MERCY, DANA, LUIS, ANA, DANAS_ROLE])
    return empty


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a file to import."""

    def written(text: str, name: str = "log.csv") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


@pytest.fixture(scope="module")
def _sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.journal"
    sample.make_sample(path, SteppingClock(datetime.fromisoformat("2026-11-23T08:15:00+00:00")))
    return path


@pytest.fixture
def nora(_sample: Path, tmp_path: Path, now: datetime) -> Iterator[Journal]:
    """Open the sample: the one who hands over."""
    path = tmp_path / "nora" / "nora.journal"
    path.parent.mkdir()
    path.write_bytes(_sample.read_bytes())
    with Journal.open(path, SteppingClock(now)) as journal:
        yield journal


@pytest.fixture
def ben(tmp_path: Path, now: datetime) -> Iterator[Journal]:
    """Open the empty journal of the one who takes over."""
    (tmp_path / "ben").mkdir()
    with Journal.create(tmp_path / "ben" / "ben.journal", SteppingClock(now)) as journal:
        yield journal
