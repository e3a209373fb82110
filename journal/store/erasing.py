"""Erasing a person: what is about them alone goes, what is between two houses stays nameless.

Nothing of it can be undone: rows are overwritten or removed together with their history, and the
index of the search is written anew. Pages that SQLite frees are zeroed (`secure_delete`).
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from journal.domain.account import Account, Origin
from journal.domain.document import Attachment
from journal.domain.holding import Mention, likely_naming, naming
from journal.domain.meeting import Meeting
from journal.domain.metric import Alignment, Metric, MetricReading
from journal.domain.person import Person, Role, StandingCommitment
from journal.domain.plan import Interest, OptionLink, Question, Vision
from journal.domain.promise import Quote
from journal.domain.rating import Rating
from journal.domain.record import PersonId, Record, RecordId
from journal.store import documents, holding
from journal.store.failures import translated
from journal.store.tables import TABLES
from journal.store.writing import Writing

# What is about the person alone: their own words, their calendar, what they want, how they are
# measured, and what was to be asked of them.
REMOVED: tuple[type[Record], ...] = (
    *(Quote, StandingCommitment, Metric, Interest, Vision, Question),
)
# What stands on that and would stand on nothing: kind, column, and what it names.
ON_THEM: tuple[tuple[type[Record], str, type[Record]], ...] = (
    (MetricReading, "metric_id", Metric),
    (Alignment, "their_metric_id", Metric),
    (Alignment, "our_metric_id", Metric),
    (OptionLink, "interest_id", Interest),
)
# Names of other things, where one's own would be wrong.
_KEPT_NAMES = frozenset({(Account, "name"), (Person, "name"), (Attachment, "name")})
_AMONG = "IN (SELECT value FROM json_each(?))"


@dataclass(slots=True)
class Plan:
    """What erasing does.

    Attributes:
        removed: Ids of what goes, by kind.
        emptied: New cells of what stays without its words, by kind and id.
        nameless: How many records of each kind go on naming a person who has no name.
    """

    removed: dict[type[Record], list[str]] = field(default_factory=dict)
    emptied: dict[type[Record], dict[str, dict[str, object]]] = field(default_factory=dict)
    nameless: dict[type[Record], int] = field(default_factory=dict)


def may_be_changed(mention: Mention) -> bool:
    """Say whether the name may be taken out of a text.

    Not what was handed out, nor the name of an account, of a file or of another person.
    """
    is_name = (mention.kind, mention.field) in _KEPT_NAMES
    return mention.kind not in holding.ISSUED and not is_name


def plan(connection: sqlite3.Connection, person: PersonId, name: str, last: date) -> Plan:
    """Say what erasing a person does, also to what lies in the trash; nothing is changed.

    Args:
        name: That the person is to have from then on.
        last: The last day of roles that last; of those that begin later, their first.
    """
    made = Plan()
    with translated():
        for kind in REMOVED:
            _remove(made, kind, _ids(connection, kind, "person_id = ?", person))
        for kind, column, parent in ON_THEM:
            named = json.dumps(made.removed.get(parent, []))
            _remove(made, kind, _ids(connection, kind, f"{column} {_AMONG}", named))
        gone = [person, *(each for ids in made.removed.values() for each in ids)]
        _remove(made, Origin, _ids(connection, Origin, f"record {_AMONG}", json.dumps(gone)))
        _empty(connection, made, person, name, last)
        _count_nameless(connection, made, person)
    return made


def erase(door: Writing, planned: Plan, names: Iterable[str], instead: str) -> None:
    """Do what was planned, and put other words in place of names.

    Args:
        door: Of a change of the kind `purge`.
        planned: In the same transaction.
        names: To be taken out of every text; may be none.
        instead: Stands where a name stood.
    """
    for kind, rows in planned.emptied.items():
        for record, cells in rows.items():
            door.overwrite(TABLES[kind], record, cells)
    for kind in reversed(list(planned.removed)):  # what stands on another goes first
        door.purge(TABLES[kind], planned.removed[kind])
    _replace(door, tuple(names), instead)
    documents.refresh(door.connection, door.touched)
    documents.forget(door.connection)


def _remove(made: Plan, kind: type[Record], ids: list[str]) -> None:
    if ids:
        made.removed[kind] = sorted({*made.removed.get(kind, []), *ids})


def _empty(
    connection: sqlite3.Connection, made: Plan, person: PersonId, name: str, last: date
) -> None:
    """Plan which cells lose their words."""
    empty = dict.fromkeys(("email", "phone", "remember", "avoid", "note"), "")
    made.emptied[Person] = {
        each: {"name": name, **empty} for each in (person, *_doubles(connection, person))
    }
    roles = connection.execute(
        'SELECT id, coalesce("end", max(coalesce("start", ?1), ?1)) FROM roles'
        " WHERE person_id = ?2",
        (last.isoformat(), person),
    )
    unsaid = {"title": "", "note": "", **dict.fromkeys(("buying_role", "support", "reports_to_id"))}
    made.emptied[Role] = {role: {"end": end, **unsaid} for role, end in roles}
    made.emptied[Rating] = {
        each: {"remark": ""} for each in _ids(connection, Rating, "person_id = ?", person)
    }
    commitments = json.dumps(made.removed.get(StandingCommitment, []))
    made.emptied[Meeting] = {
        each: {"found_commitment_id": None}
        for each in _ids(connection, Meeting, f"found_commitment_id {_AMONG}", commitments)
    }


def _doubles(connection: sqlite3.Connection, person: PersonId) -> list[str]:
    """Return who lies in the trash by the same name or address, as after making one of two."""
    rows = connection.execute("SELECT id, name, email, deleted_at FROM people").fetchall()
    names = {each: {name.casefold(), email.casefold()} - {""} for each, name, email, _at in rows}
    return [each for each, *_, at in rows if at and each != person and names[each] & names[person]]


def _count_nameless(connection: sqlite3.Connection, made: Plan, person: PersonId) -> None:
    for kind in dict.fromkeys(each.kind for each in holding.references()):
        columns = [each.column for each in holding.references() if each.kind is kind]
        condition = " OR ".join(f"{column} = ?1" for column in columns)
        staying = {*_ids(connection, kind, condition, person)} - {*made.removed.get(kind, [])}
        if staying:
            made.nameless[kind] = len(staying)


def _replace(door: Writing, names: tuple[str, ...], instead: str) -> None:
    """Take names out of every text, and out of what the history keeps of earlier texts."""
    if not names:
        return
    pattern, is_likely = naming(names), likely_naming(names)
    cells: dict[tuple[type[Record], RecordId], dict[str, str]] = {}
    for each in holding.mentions(door.connection, names):
        if may_be_changed(each):
            row = cells.setdefault((each.kind, each.record), {})
            row[each.field] = pattern.sub(lambda _: instead, each.text)
    for (kind, record), row in cells.items():
        door.overwrite(TABLES[kind], record, row)
    entries = door.connection.execute('SELECT number, "before", "after" FROM history')
    telling = [
        (number,)
        for number, *texts in entries
        if any(
            is_likely(each) and pattern.search(each)
            for text in texts
            if text is not None and (is_likely(text) or "\\" in text)
            for each in _words(text)
        )
    ]
    for side in ("before", "after"):
        door.connection.executemany(
            f"""UPDATE history SET "{side}" = '{{}}' WHERE number = ? AND "{side}" IS NOT NULL""",
            telling,
        )


def _words(cells: str) -> Iterator[str]:
    """Yield the texts of an entry: as JSON, a letter could stand right before the name."""
    return (each for each in json.loads(cells).values() if isinstance(each, str))


def _ids(
    connection: sqlite3.Connection, kind: type[Record], condition: str, *arguments: str
) -> list[str]:
    rows: Mapping[str, None] = dict.fromkeys(
        row[0]
        for row in connection.execute(
            f"SELECT id FROM {TABLES[kind]} WHERE {condition} ORDER BY id", arguments
        )
    )
    return list(rows)
