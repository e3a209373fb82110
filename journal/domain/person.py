"""People, their dated places in an account, and what recurs in their calendars."""

import re
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from journal.domain.record import (
    AccountId,
    Basis,
    CommitmentId,
    PersonId,
    Record,
    Side,
    require_one_side,
    require_text,
)
from journal.domain.span import Span, When

FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
LONGEST_DAY_MIN = 24 * 60

_WEEKDAYS = "(?:MO|TU|WE|TH|FR|SA|SU)"
_NTH_WEEKDAYS = f"(?:[+-]?[1-5])?{_WEEKDAYS}"
_DAYS_OF_MONTH = "[+-]?(?:[1-9]|[12][0-9]|3[01])"
_MONTHS = "(?:[1-9]|1[0-2])"
_ANY_RULE = {"FREQ": "[A-Z]+", "INTERVAL": "[1-9][0-9]{0,2}", "WKST": _WEEKDAYS}
# What else a rule may say. Anything finer could search the calendar to its end for a day
# that never comes (30 February, every day) and keep the window waiting.
_BY_DAY = {"BYDAY": f"{_WEEKDAYS}(?:,{_WEEKDAYS})*"}
_BY_MONTH = {
    "BYDAY": f"{_NTH_WEEKDAYS}(?:,{_NTH_WEEKDAYS})*",
    "BYMONTHDAY": f"{_DAYS_OF_MONTH}(?:,{_DAYS_OF_MONTH})*",
    "BYMONTH": f"{_MONTHS}(?:,{_MONTHS})*",
    "BYSETPOS": "[+-]?[1-5]",
}


class BuyingRole(StrEnum):
    """What part a person has in a decision to buy."""

    DECIDES = "decides"
    APPROVES = "approves"
    BUYS = "buys"
    INFLUENCES = "influences"
    USES = "uses"
    GUARDS = "guards"


class Support(StrEnum):
    """How a person stands to working with us."""

    AGAINST = "against"
    DOUBTFUL = "doubtful"
    NEUTRAL = "neutral"
    FOR = "for"
    CHAMPION = "champion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Anyone: the customer's people, and colleagues. Exactly one is `is_self`."""

    id: PersonId
    name: str
    is_self: bool = False
    email: str = ""
    phone: str = ""
    remember: str = ""
    avoid: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        Record.__post_init__(self)
        require_text(self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Record):
    """A person's dated place in an account.

    Our dated roles are the account's ownership history. Who leaves gets an `end`.

    Attributes:
        side: Theirs is the customer's staff, ours a colleague who looks after the account.
        start: First day; None where it was always so as far as we know.
        end: Last day; None while it lasts.
        note: What the person left behind, such as "nothing could be done here".
    """

    account_id: AccountId
    person_id: PersonId
    side: Side
    title: str = ""
    buying_role: BuyingRole | None = None
    support: Support | None = None
    reports_to_id: PersonId | None = None
    start: date | None = None
    end: date | None = None
    note: str = ""

    def __post_init__(self) -> None:
        Record.__post_init__(self)
        require_one_side(self.side)
        Span(start=self.start, end=self.end)
        if self.reports_to_id == self.person_id:
            message = "nobody reports to themselves"
            raise ValueError(message)

    @property
    def span(self) -> Span:
        """The days on which the role was held."""
        return Span(start=self.start, end=self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingCommitment(Record):
    """What recurs in a customer person's calendar.

    Attributes:
        rule: An RFC 5545 recurrence rule such as `FREQ=WEEKLY;BYDAY=TH` or
            `FREQ=MONTHLY;BYDAY=2TU`; daily to yearly, interval one or more, without an end
            (that is `last_day`).
        first_day: Where the rule starts to count ("every second week" from here).
        last_day: The last day on which it can occur; None while it lasts.
        start: Wall time at the person's place.
        minutes: How long, 1 to 1440.
        zone: IANA name of the person's wall clock.
    """

    id: CommitmentId
    person_id: PersonId
    title: str
    rule: str
    first_day: date
    start: time
    minutes: int
    zone: str
    last_day: date | None = None
    basis: Basis = Basis.SAID
    note: str = ""

    def __post_init__(self) -> None:
        Record.__post_init__(self)
        require_text(self.title)
        require_rule(self.rule)
        Span(start=self.first_day, end=self.last_day)
        When(day=self.first_day, time=self.start, zone=self.zone)
        if not 1 <= self.minutes <= LONGEST_DAY_MIN:
            message = f"{self.minutes} minutes is not between 1 and {LONGEST_DAY_MIN}"
            raise ValueError(message)


def require_rule(rule: str) -> None:
    """Refuse a recurrence rule that could occur without bound or that ends by itself.

    Daily and weekly rules may name weekdays; monthly and yearly ones also the nth weekday,
    days of the month, months, and which of the days so found.

    Raises:
        ValueError: if the rule is finer than daily, has an interval that is not 1 to 999,
            its own end or hour, or parts that are not of this kind.
    """
    pairs = [_part(each) for each in rule.split(";")]
    parts = dict(pairs)
    frequency = parts.get("FREQ")
    if frequency not in FREQUENCIES:
        message = f"a standing commitment recurs daily to yearly: {rule!r}"
        raise ValueError(message)
    if {"COUNT", "UNTIL", "DTSTART", "BYHOUR", "BYMINUTE", "BYSECOND"} & parts.keys():
        message = f"days and hours stand beside the rule, not in it: {rule!r}"
        raise ValueError(message)
    may_say = _ANY_RULE | (_BY_DAY if frequency in {"DAILY", "WEEKLY"} else _BY_MONTH)
    for name, value in pairs:
        if not re.fullmatch(may_say.get(name, "(?!)"), value):
            message = f"{name}={value} is nothing that this rule may say: {rule!r}"
            raise ValueError(message)
    if len(parts) < len(pairs):
        message = f"a rule says each thing once: {rule!r}"
        raise ValueError(message)


def _part(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not (name and equals and value):
        message = f"not a part of a recurrence rule: {text!r}"
        raise ValueError(message)
    return name, value
