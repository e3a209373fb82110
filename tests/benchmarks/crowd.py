"""The journal that PERFORMANCE.md measures with, made by chance with a fixed seed.

200 accounts, 1,000 people, 100,000 meetings with one participant each, and 300,000 notes in words
that are as common as words are (Zipf): mostly quotes, then questions, promises, barriers, options
and the rest. The largest account has about ten times as many meetings as the smallest. It is
written through the journal's own door, in a minute or two, and kept where a folder is named.
"""

import hashlib
import random
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

from journal.domain.account import Account, Aim
from journal.domain.meeting import Cancellation, Kind, Meeting, Participation, Status, Whereabouts
from journal.domain.metric import Metric
from journal.domain.person import Person, Role
from journal.domain.plan import Barrier, Option, Question, Vision
from journal.domain.promise import Promise, Quote
from journal.domain.rating import Level, Rating, Viewpoint
from journal.domain.record import (
    AccountId,
    Basis,
    MeetingId,
    MetricId,
    OptionId,
    PersonId,
    Record,
    RecordId,
    Side,
)
from journal.domain.span import When
from journal.operations.journal import Journal

NOW = datetime(2026, 11, 23, 8, 15, tzinfo=UTC)
ACCOUNTS, PEOPLE, MEETINGS = 200, 1_000, 100_000
NOTES_A_MEETING = 3
_ZONES = ("America/New_York", "America/Chicago", "Europe/Prague", "Europe/London")
_YEARS, _AHEAD_DAYS = 12, 90
_VOCABULARY = 20_000
_SYLLABLES = (
    "al",
    "be",
    "cor",
    "den",
    "es",
    "fi",
    "gar",
    "ho",
    "in",
    "ju",
    "ka",
    "lor",
    "me",
    "nu",
)
_AT_ONCE = 20_000
_KINDS = (Kind.VISIT, Kind.VISIT, Kind.VISIT, Kind.VISIT, Kind.CALL, Kind.VIDEO)
_REFUSALS = ("not a priority", "no budget", "not now", "ask again in spring")
# Of a thousand notes, how many are of each kind; metrics and visions are few in life, too.
_MIXTURE = (
    *((Quote, 620), (Question, 140), (Promise, 120), (Barrier, 40), (Option, 40), (Vision, 20)),
    *((Metric, 20),),
)


def now() -> datetime:
    """Stand still."""
    return NOW


def crowd_in(folder: Path, meetings: int = MEETINGS) -> Path:
    """Return the journal of so many meetings in a folder; it is made where it is missing.

    The accounts and the people are the same however many meetings there are.
    """
    # Another generator makes another journal.
    version = hashlib.blake2b(Path(__file__).read_bytes(), digest_size=4).hexdigest()
    path = folder / f"crowd-{meetings}-{version}.journal"
    if not path.exists():
        unfinished = folder / f"unfinished-{path.name}"
        for each in folder.glob(f"{unfinished.name}*"):
            each.unlink()
        with Journal.create(unfinished, now) as journal:
            records = _Crowd(meetings).records()
            while some := list(islice(records, _AT_ONCE)):
                journal.write("Fill", add=some)
        unfinished.rename(path)
    return path


def vocabulary() -> list[str]:
    """Return the words of the notes, the most common first."""
    return _Crowd(0)._vocabulary


@dataclass(frozen=True, slots=True)
class _Customer:
    account: Account
    people: tuple[PersonId, ...]


class _Crowd:
    """One seed, one crowd."""

    def __init__(self, meetings: int) -> None:
        self._meetings = meetings
        self._chance = random.Random(1)
        self._vocabulary = self._syllables()
        self._words = self._by_zipf()
        self._kinds = [kind for kind, share in _MIXTURE for _ in range(share)]

    def records(self) -> Iterator[Record]:
        """Yield them: those that are referred to before those that refer."""
        customers = []
        numbers = iter(range(PEOPLE - 1))
        yield Person(id=PersonId(self._id(_first_day())), name="Ana Calder", is_self=True)
        for number in range(ACCOUNTS):
            account = self._account(number)
            people = [self._person(each) for each in islice(numbers, PEOPLE // ACCOUNTS)]
            yield account
            yield from people
            yield from (self._role(account.id, each.id) for each in people)
            yield from self._ratings(account.id)
            customers.append(_Customer(account, tuple(each.id for each in people)))
        shares = list(accumulate(1 / (rank + 20) for rank in range(1, ACCOUNTS + 1)))
        for customer in self._chance.choices(customers, cum_weights=shares, k=self._meetings):
            yield from self._meeting(customer)

    def _syllables(self) -> list[str]:
        """Make up words, the most common first."""
        made = {
            "".join(self._chance.choices(_SYLLABLES, k=self._chance.choice((1, 2, 2, 3, 3, 4))))
            for _ in range(_VOCABULARY)
        }
        words = sorted(made)
        self._chance.shuffle(words)
        return words

    def _by_zipf(self) -> Callable[[int], str]:
        """Return what says so many words, each as common as its rank among all allows."""
        words = self._vocabulary
        weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(words))))

        def say(count: int) -> str:
            return " ".join(self._chance.choices(words, cum_weights=weights, k=count))

        return say

    def _id(self, day: date) -> RecordId:
        """Make an id as the program does: the time first, then chance."""
        milliseconds = int(datetime.combine(day, time(12), UTC).timestamp() * 1000)
        bits = milliseconds << 80 | self._chance.getrandbits(76)
        return RecordId(str(uuid.UUID(int=bits)))

    def _account(self, number: int) -> Account:
        return Account(
            id=AccountId(self._id(_first_day())),
            name=f"{self._words(1).title()} {self._words(1).title()} {number + 1}",
            aim=self._chance.choice(list(Aim)),
            place=self._words(1).title(),
            time_zone=self._chance.choice(_ZONES),
            travel_min=self._chance.choice((15, 45, 90, 120)),
            contact_interval_days=self._chance.choice((None, 14, 30, 90)),
        )

    def _person(self, number: int) -> Person:
        name = f"{self._words(1).title()} {self._words(1).title()} {number + 1}"
        return Person(id=PersonId(self._id(_first_day())), name=name)

    def _role(self, account: AccountId, person: PersonId) -> Role:
        return Role(
            id=self._id(_first_day()),
            account_id=account,
            person_id=person,
            side=Side.THEIRS,
            title=self._words(2),
        )

    def _ratings(self, account: AccountId) -> Iterator[Rating]:
        for viewpoint, count in ((Viewpoint.OURS, 14), (Viewpoint.THEIRS_SAID, 6)):
            for _ in range(count):
                day = self._day(0)
                yield Rating(
                    id=self._id(day),
                    account_id=account,
                    day=day,
                    level=self._chance.choice(list(Level)),
                    viewpoint=viewpoint,
                )

    def _day(self, ahead: int) -> date:
        return _first_day() + timedelta(days=self._chance.randrange(365 * _YEARS + ahead))

    def _meeting(self, customer: _Customer) -> Iterator[Record]:
        account, chance = customer.account, self._chance
        day = self._day(_AHEAD_DAYS)
        when = When(
            day=day,
            time=time(chance.randrange(8, 18), chance.choice((0, 30))),
            zone=account.time_zone,
        )
        is_ahead, is_lost = when.instant > NOW, chance.random() < 1 / 4
        meeting = Meeting(
            id=MeetingId(self._id(day)),
            account_id=account.id,
            when=when,
            status=_status(is_ahead=is_ahead, is_lost=is_lost),
            kind=chance.choice(_KINDS),
            held_minutes=None if is_ahead or is_lost else chance.choice((30, 45, 60)),
            purpose=self._words(6),
            summary="" if is_ahead else self._words(10),
            cancellation=None if is_ahead or not is_lost else self._called_off(when),
        )
        person = chance.choice(customer.people)
        yield meeting
        yield Participation(id=self._id(day), meeting_id=meeting.id, person_id=person)
        for kind in chance.choices(self._kinds, k=NOTES_A_MEETING):
            yield self._note(kind, meeting, person)

    def _called_off(self, when: When) -> Cancellation:
        return Cancellation(
            by=Side.THEIRS,
            at=when.instant - timedelta(hours=self._chance.choice((0, 1, 30))),
            whereabouts=self._chance.choice(list(Whereabouts)),
            stated_reason=self._words(4),
        )

    def _note(self, kind: type[Record], meeting: Meeting, person: PersonId) -> Record:
        day, chance = meeting.when.day, self._chance
        new = self._id(day)
        said: dict[str, Any] = {
            "id": new,
            "account_id": meeting.account_id,
            "meeting_id": meeting.id,
            "text": self._words(chance.randrange(6, 18)),
            "noted_on": day,
            "basis": chance.choice(list(Basis)),
        }
        kept = day + timedelta(days=chance.randrange(20))
        more: dict[type[Record], dict[str, Any]] = {
            Quote: {"person_id": person, "said_on": day},
            Question: {"person_id": person},
            Promise: {
                "side": chance.choice((Side.OURS, Side.THEIRS)),
                "made_on": day,
                "due_on": day + timedelta(days=14),
                "kept_on": kept if kept <= NOW.date() and chance.random() < 0.95 else None,
            },
            Barrier: {"share": chance.choice(list(Side)), "named_on": day, "lifted_on": kept},
            Option: {
                "id": OptionId(new),
                "answer": chance.choice(_REFUSALS),
                "answered_on": day,
                "refused": chance.random() < 0.7,
            },
            Vision: {"side": Side.THEIRS, "due_on": day + timedelta(days=365)},
            Metric: {"id": MetricId(new), "side": Side.THEIRS, "person_id": person},
        }
        return kind(**said | more[kind])


def _first_day() -> date:
    return NOW.date() - timedelta(days=365 * _YEARS)


def _status(*, is_ahead: bool, is_lost: bool) -> Status:
    if is_ahead:
        return Status.PLANNED
    return Status.CANCELLED if is_lost else Status.HELD
