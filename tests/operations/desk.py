"""A journal to be tried on, with chance to pick among what is in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TypeVar

from journal.domain.metric import Alignment, Metric
from journal.domain.person import StandingCommitment
from journal.domain.record import (
    CommitmentId,
    MetricId,
    Record,
    RecordId,
    Side,
)
from journal.domain.span import When
from journal.operations.journal import Journal
from journal.operations.meetings import Appointment
from journal.store.records import select
from tests.operations.conftest import ANA, DANA, DANAS_ROLE, LUIS, MERCY, SteppingClock

START = datetime.fromisoformat("2026-11-23T08:15:00+00:00")
DAY = date(2026, 11, 23)

A_RECORD = TypeVar("A_RECORD", bound=Record)


class Desk:
    """A journal with one of each, and chance to pick among them."""

    def __init__(self, journal: Journal, chance: Random) -> None:
        self.journal = journal
        self.chance = chance

    def pick(self, kind: type[A_RECORD], where: str = "1") -> A_RECORD | None:
        """Return one of a kind outside the trash, if there is any."""
        found = select(self.journal.file.connection, kind, where)
        return self.chance.choice(found) if found else None

    def appointment(self) -> Appointment:
        """Make one up."""
        day = DAY + timedelta(days=self.chance.randrange(60))
        return Appointment(
            account_id=MERCY.id,
            when=When.from_iso(f"{day}T10:00", "America/New_York"),
            people=(DANA.id, LUIS.id)[: self.chance.randrange(3)],
            purpose=self.chance.choice(["", "Review", "Café"]),
        )

    def commitment(self) -> StandingCommitment:
        """Make one up."""
        return StandingCommitment(
            id=CommitmentId(self.journal.new_id()),
            person_id=DANA.id,
            title="Staff meeting",
            rule="FREQ=WEEKLY;BYDAY=TH",
            first_day=DAY,
            start=time(15),
            minutes=60,
            zone="America/New_York",
        )


@contextmanager
def a_desk(chance: Random) -> Iterator[Desk]:
    """Make a journal with one account, its people and a pair of metrics."""
    with (
        TemporaryDirectory() as folder,
        Journal.create(Path(folder) / "test.journal", SteppingClock(START)) as journal,
    ):
        theirs, ours = (
            Metric(id=MetricId(RecordId(side)), account_id=MERCY.id, text="Spend", side=side)
            for side in (Side.THEIRS, Side.OURS)
        )
        pair = Alignment(
            id=RecordId("pair"),
            account_id=MERCY.id,
            their_metric_id=theirs.id,
            our_metric_id=ours.id,
        )
        journal.write("Fill", add=[MERCY, DANA, LUIS, ANA, DANAS_ROLE, theirs, ours, pair])
        yield Desk(journal, chance)
