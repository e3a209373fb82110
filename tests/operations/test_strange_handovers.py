"""Hand-overs that no colleague wrote: a sentence within the budget, and the journal as it was.

What is wrong with the archive itself is tried in tests/exchange/test_handover.py; here each file
goes the whole way of an import, through a process of its own.
"""

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest

from journal.domain.errors import RefusedFileError
from journal.operations import accounts, reading
from journal.operations.importing import import_files
from journal.operations.journal import Journal

HEAD = '{"pack": 1, "name": "Mercy General", "as_of": "2026-11-23"}\n'
ACCOUNT = '{"account": {"id": "mercy", "name": "Mercy General"}}\n'
OF_IT = {"id": "x", "account_id": "mercy", "text": "they want it sooner"}
Entries = dict[str, bytes]


def records(*more: object) -> Entries:
    """Write the records of an account and these."""
    lines = "".join(f"{json.dumps(each)}\n" for each in more)
    return {"records.jsonl": f"{HEAD}{ACCOUNT}{lines}".encode()}


STRANGE: dict[str, Callable[[], Entries]] = {
    "a bomb": lambda: {**records(), "digest.pdf": bytes(120_000_000)},
    "ten thousand entries": lambda: {
        **records(),
        **{f"files/{hashlib.sha256(b'%d' % each).hexdigest()}": b"" for each in range(10_000)},
    },
    "a way out": lambda: {**records(), "../evil": b"x"},
    "a file that is another": lambda: {**records(), f"files/{'0' * 64}": b"x"},
    "ends that are nowhere": lambda: records(
        {"role": {"id": "r", "account_id": "mercy", "person_id": "nobody", "side": "ours"}}
    ),
    "a number of many digits": lambda: records(
        {"account": {"id": "b", "name": "B", "travel_min": 10**400}}
    ),
    "a place no list has": lambda: records({"norm": {**OF_IT, "side": "ours", "position": 2**63}}),
    "no such day": lambda: records({"promise": {**OF_IT, "side": "ours", "due_on": "2026-02-30"}}),
    "a clock of no place": lambda: records(
        {"meeting": {"id": "m", "account_id": "mercy", "when": "2026-11-23T09:00[../../passwd]"}}
    ),
    "depth": lambda: {"records.jsonl": HEAD.encode() + b"[" * 2_000_000},
}


def put(path: Path, entries: Entries) -> Path:
    """Write an archive; packed as tightly as we may find it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


@pytest.fixture
def ben(empty: Journal) -> Journal:
    """Say who keeps the journal."""
    accounts.introduce_self(empty, "Ben Kral")
    return empty


@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_one_is_refused_in_a_sentence(ben: Journal, tmp_path: Path, name: str) -> None:
    """Within the ten seconds; and not a row is written, nor a file beside the journal."""
    path = put(tmp_path / "strange.handover", STRANGE[name]())
    before, began = _rows(ben), monotonic()

    with pytest.raises(RefusedFileError) as caught:
        import_files(ben, [path])
    assert monotonic() - began < 10
    assert caught.value.sentence.endswith(".")
    assert _rows(ben) == before
    beside = {each.name for each in tmp_path.iterdir()} - {"strange.handover"}
    assert all(each.startswith("test.journal") for each in beside), beside


def test_one_who_says_to_be_you_is_not(ben: Journal, tmp_path: Path) -> None:
    """However many of them: there is one who keeps this journal."""
    selves = [
        {"person": {"id": f"p{each}", "name": f"Eve {each}", "is_self": True}} for each in "12"
    ]
    import_files(ben, [put(tmp_path / "a.handover", records(*selves))])

    me = reading.me(ben)
    assert me is not None
    assert me.name == "Ben Kral"
    assert [each.name for each in reading.everybody(ben) if each.is_self] == ["Ben Kral"]


def test_a_field_of_three_megabytes_is_taken(ben: Journal, tmp_path: Path) -> None:
    """It is more than anybody types, and less than a field can hold."""
    note = "they want it sooner " * 150_000
    account = {"account": {"id": "b", "name": "B", "note": note}}
    path = tmp_path / "a.handover"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("records.jsonl", HEAD + json.dumps(account))
    import_files(ben, [path])
    assert reading.find_account(ben, "B").note == note


def _rows(journal: Journal) -> list[int]:
    tables = ("changes", "history", "accounts", "people", "search_documents")
    ask = journal.file.connection.execute
    return [ask(f"SELECT count(*) FROM {each}").fetchone()[0] for each in tables]
