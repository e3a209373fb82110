"""An account: a customer organisation or site, and what we aim at with it."""

from dataclasses import dataclass
from enum import StrEnum

from journal.domain.record import AccountId, Record, RecordId, require_text
from journal.domain.span import zone_named


class Aim(StrEnum):
    """What we are after in the relationship."""

    REPAIR = "repair"
    RAISE = "raise"
    MAINTAIN = "maintain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account(Record):
    """A customer organisation or one of its sites.

    Attributes:
        unit: The part of it that we deal with, such as "Pharmacy department".
        place: The town, for headings; `address` is the whole of it, for the drive.
        time_zone: IANA name of the customer's wall clock; empty means that of the laptop.
        travel_min: One way, from where we start; None where unknown.
        contact_interval_days: The longest we want to go without contact; None for no limit.
    """

    id: AccountId
    name: str
    aim: Aim = Aim.MAINTAIN
    unit: str = ""
    place: str = ""
    address: str = ""
    time_zone: str = ""
    travel_min: int | None = None
    contact_interval_days: int | None = None
    note: str = ""

    def __post_init__(self) -> None:
        Record.__post_init__(self)
        require_text(self.name)
        if self.time_zone:
            zone_named(self.time_zone)
        if self.travel_min is not None and self.travel_min < 0:
            message = f"a journey cannot take {self.travel_min} minutes"
            raise ValueError(message)
        if self.contact_interval_days is not None and self.contact_interval_days < 1:
            message = f"contact every {self.contact_interval_days} days is no interval"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin(Record):
    """Where a record came from, so that a second import recognises it.

    Attributes:
        record: The id of the record that came from there.
        source: What kind of file, such as `csv` or `ics`, or `name` for an organisation's
            spelling.
        key: What names the record in its source.
        digest: Of what the source said, to see whether it says something new.
    """

    record: RecordId
    source: str
    key: str
    digest: str = ""

    def __post_init__(self) -> None:
        Record.__post_init__(self)
        require_text(self.source)
        require_text(self.key)
