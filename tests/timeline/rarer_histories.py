"""Relationships of other kinds than the case: silent, disputed, handed on, obstructed, measured."""

from dataclasses import replace
from datetime import date, timedelta

from journal.domain.metric import Metric, MetricReading
from journal.domain.person import Person, Role
from journal.domain.plan import Barrier, Vision, VisionOutcome
from journal.domain.promise import Promise, Quote
from journal.domain.rating import Goal, Level, Rating, Viewpoint
from journal.domain.record import MetricId, PersonId, RecordId, Side
from journal.domain.relationship import Relationship
from tests.timeline.histories import ACCOUNT, account, meeting, of, rating

SAID, GUESSED = Viewpoint.THEIRS_SAID, Viewpoint.THEIRS_GUESSED


def _person(key: str, name: str, *, is_self: bool = False) -> Person:
    return Person(id=PersonId(RecordId(key)), name=name, is_self=is_self)


def _by(key: str, each: Rating) -> Rating:
    return replace(each, person_id=PersonId(RecordId(key)))


def silent() -> Relationship:
    """Make a history that ended eight years ago, of meetings only, as imports have it."""
    first = date(2014, 7, 1)
    days = [first + timedelta(days=17 * n + 5 * (n % 4)) for n in range(90)]
    met = of(meeting(n, day.isoformat(), clock=None) for n, day in enumerate(days))
    return replace(met, account=account("Silent since"))


def disputed() -> Relationship:
    """Make a history that both sides, and two of ours, see differently."""
    me, olsen, dana, luis = "me", "olsen", "dana", "luis"
    return Relationship(
        account=account("Disputed"),
        people=(
            _person(me, "Jo Arnold", is_self=True),
            _person(olsen, "P. Olsen"),
            _person(dana, "Dana Whitfield"),
            _person(luis, "Luis Ortega"),
        ),
        ratings=(
            _by(olsen, rating(1, "2024-02-05", Level.POSITIVE)),
            _by(olsen, rating(2, "2024-02-05", Level.OUTSTANDING, GUESSED)),
            _by(dana, rating(3, "2024-04-08", Level.DAMAGED, SAID)),
            _by(olsen, rating(4, "2024-09-02", Level.POSITIVE)),
            _by(me, rating(5, "2025-03-03", Level.STRAINED)),
            _by(me, rating(6, "2025-03-03", Level.STRAINED, GUESSED)),
            _by(luis, rating(7, "2025-05-05", Level.NEUTRAL, SAID)),
            _by(me, rating(8, "2026-06-01", Level.NEUTRAL)),
            _by(luis, rating(9, "2026-06-01", Level.NEUTRAL, SAID)),
        ),
        goals=(
            _goal(1, Level.OUTSTANDING, "2024-12-31", ended="2025-03-03"),
            _goal(2, Level.POSITIVE, "2026-12-31"),
            _goal(3, Level.OUTSTANDING, "2028-06-30"),
        ),
    )


def _goal(number: int, level: Level, by: str, *, ended: str = "") -> Goal:
    return Goal(
        id=RecordId(f"goal-{number}"),
        account_id=ACCOUNT,
        level=level,
        by=date.fromisoformat(by),
        set_on=date(2024, 2, 5),
        ended_on=date.fromisoformat(ended) if ended else None,
    )


def handed_on() -> Relationship:
    """Make an account with an owner every few months, a gap, and one who came back."""
    starts = [date(2021, 1, 4) + timedelta(days=150 * n) for n in range(9)]
    names = ("Ada", "Ben", "Cleo", "Dov", "Eva", "Finn", "Gus", "Hal", "Ida")
    ends = [each - timedelta(days=1) for each in starts[1:]]
    ends[4] -= timedelta(days=60)  # nobody owned it for two months
    roles = [
        _role(name, start, end)
        for name, start, end in zip(names, starts, [*ends, None], strict=True)
    ]
    roles.append(replace(_role("Ada", date(2026, 1, 5), None), id=RecordId("role-again")))
    return Relationship(
        account=account("Handed on"),
        people=tuple(_person(name, name) for name in names),
        roles=tuple(roles),
        meetings=tuple(
            meeting(n, (each + timedelta(days=20)).isoformat(), "ox"[n % 2])
            for n, each in enumerate(starts)
        ),
    )


def _role(name: str, start: date, end: date | None) -> Role:
    return Role(
        id=RecordId(f"role-{name}"),
        account_id=ACCOUNT,
        person_id=PersonId(RecordId(name)),
        side=Side.OURS,
        title="account manager",
        start=start,
        end=end,
    )


def obstructed() -> Relationship:
    """Make an account with four barriers at once and a crowd of promises, and no meeting."""
    first = date(2026, 1, 12)
    return Relationship(
        account=account("Obstructed"),
        barriers=tuple(
            Barrier(
                id=RecordId(f"barrier-{n}"),
                account_id=ACCOUNT,
                text=f"The {word} approval takes months",
                share=Side.THEIRS if n % 2 else Side.OURS,
                named_on=first + timedelta(days=40 * n),
                lifted_on=first + timedelta(days=40 * n + 150) if n in {0, 3} else None,
            )
            for n, word in enumerate(("first", "second", "third", "fourth", "fifth"))
        ),
        promises=tuple(
            Promise(
                id=RecordId(f"promise-{n}"),
                account_id=ACCOUNT,
                text=f"paper {n}",
                side=Side.OURS if n % 3 else Side.THEIRS,
                due_on=first + timedelta(days=9 * n),
                kept_on=first + timedelta(days=9 * n + (5 if n % 4 == 1 else -1))
                if n % 4 < 2
                else None,
                dropped_on=first + timedelta(days=9 * n) if n % 4 == 2 else None,
            )
            for n in range(45)
        ),
        visions=(
            Vision(
                id=RecordId("vision"),
                account_id=ACCOUNT,
                text="One approval",
                side=Side.OURS,
                due_on=date(2026, 9, 30),
                outcome=VisionOutcome.NOT_REACHED,
            ),
        ),
    )


def measured() -> Relationship:
    """Make an account that is known by its numbers, which go below zero, and by what was said."""
    metric = Metric(
        id=MetricId(RecordId("margin")),
        account_id=ACCOUNT,
        side=Side.OURS,
        text="Margin & growth of the <northern> region",
        unit="%",
    )
    months = [date(2024 + n // 12, n % 12 + 1, 28) for n in range(34)]
    return Relationship(
        account=account("Measured"),
        metrics=(metric,),
        readings=tuple(
            MetricReading(
                id=RecordId(f"reading-{n}"), metric_id=metric.id, day=day, value=(n % 7) * 2.5 - 6
            )
            for n, day in enumerate(months)
        ),
        quotes=tuple(
            Quote(
                id=RecordId(f"quote-{n}"),
                account_id=ACCOUNT,
                text=text,
                said_on=day,
                pinned=True,
            )
            for n, (text, day) in enumerate(
                (
                    ("We look at the margin, every Monday.", date(2024, 6, 3)),
                    ("Growth? Ask me again when the north is out of the red.", date(2025, 7, 7)),
                    ("Now it is.", date(2025, 7, 8)),
                )
            )
        ),
    )


def young() -> Relationship:
    """Make an account that was met for the first time last week, and will be next week."""
    met = of([meeting(1, "2026-11-17"), meeting(2, "2026-12-01", "p", clock=None)])
    return replace(met, account=account("Young"), ratings=(rating(1, "2026-11-17", Level.NEUTRAL),))
