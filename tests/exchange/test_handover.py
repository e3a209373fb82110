"""The file of a hand-over, and what a stranger may have made of it."""

import hashlib
import struct
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.errors import RefusedFileError
from journal.exchange import handover
from journal.exchange.handover import is_handover, read_handover, write_handover
from journal.exchange.pack import Pack

TODAY = date(2026, 11, 23)
PLAN = b"Ward 3"
DIGEST = hashlib.sha256(PLAN).hexdigest()
OTHER = hashlib.sha256(b"x").hexdigest()
RECORDS = (
    '{"pack": 1, "name": "Mercy General", "as_of": "2026-11-23"}\n'
    '{"account": {"id": "mercy", "name": "Mercy General"}}\n'
    '{"attachment": {"id": "plan", "account_id": "mercy", "name": "plan.txt", '
    f'"digest": "{DIGEST}", "size_bytes": 6}}}}\n'
)
Entries = Mapping[str, bytes]
GOOD: Entries = {
    "records.jsonl": RECORDS.encode(),
    "digest.pdf": b"%PDF-1.7",
    f"files/{DIGEST}": PLAN,
}


def put(path: Path, entries: Entries, method: int = zipfile.ZIP_STORED) -> Path:
    """Write an archive of these entries."""
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def read(path: Path) -> Pack:
    """Read it into a new folder beside it."""
    into = path.with_suffix(".unpacked")
    into.mkdir(exist_ok=True)
    return read_handover(path, TODAY, into, progress=lambda _done, _total: None)


def refused(path: Path) -> str:
    """Return what is said of a bad one."""
    with pytest.raises(RefusedFileError) as caught:
        read(path)
    return caught.value.sentence


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Make a file that belongs to the account."""
    path = tmp_path / "plan"
    path.write_bytes(PLAN)
    return path


def written(tmp_path: Path, plan: Path, name: str = "a.handover") -> Path:
    """Write one as the program does."""
    path = tmp_path / name
    write_handover(path, records=RECORDS, digest=b"%PDF-1.7", files={DIGEST: plan})
    return path


def test_what_is_written_is_read(tmp_path: Path, plan: Path) -> None:
    """Records and files; and it is known by its first bytes."""
    path = written(tmp_path, plan)

    assert is_handover(path)
    pack = read(path)
    assert pack.is_handover
    assert [type(each).__name__ for each in pack.records] == ["Account", "Attachment"]
    assert pack.notes == ()
    (unpacked,) = path.with_suffix(".unpacked").iterdir()
    assert (unpacked.name, unpacked.read_bytes()) == (DIGEST, PLAN)


def test_what_is_equal_is_written_equally(tmp_path: Path, plan: Path) -> None:
    """Nothing in it comes from the clock or from the machine."""
    one, two = written(tmp_path, plan), written(tmp_path, plan, "b.handover")
    assert one.read_bytes() == two.read_bytes()


def test_other_files_are_none(tmp_path: Path) -> None:
    """A workbook, a text, nothing at all."""
    workbook = put(tmp_path / "a.xlsx", {"[Content_Types].xml": b"<Types/>"})
    text = tmp_path / "a.txt"
    text.write_text("PK", encoding="utf-8")
    assert not any(is_handover(each) for each in (workbook, text, tmp_path / "missing"))


def without(name: str) -> Entries:
    """Return the good one without an entry."""
    return {each: content for each, content in GOOD.items() if each != name}


@pytest.mark.parametrize(
    ("entries", "why"),
    [
        ({**GOOD, "../evil": b"x"}, "does not write"),
        ({**GOOD, "/etc/evil": b"x"}, "does not write"),
        ({**GOOD, "files/../../evil": b"x"}, "does not write"),
        ({**GOOD, "files\\evil": b"x"}, "does not write"),
        ({**GOOD, "files/": b""}, "does not write"),
        ({**GOOD, f"files/{DIGEST}\n": b"x"}, "does not write"),
        (without("records.jsonl"), "does not write"),
        ({**GOOD, f"files/{DIGEST}": b"Ward 4"}, "damaged"),
        ({**GOOD, f"files/{OTHER}": b"x"}, "no record names"),
        ({**GOOD, "records.jsonl": b"nothing"}, "no pack"),
        ({**GOOD, "records.jsonl": b"\xff\xfe"}, "not text"),
    ],
)
def test_what_we_do_not_write_is_refused(tmp_path: Path, entries: Entries, why: str) -> None:
    """Whatever is wrong with it, nothing lies outside the folder afterwards."""
    path = put(tmp_path / "bad.handover", entries)

    assert why in refused(path)
    assert {each.name for each in tmp_path.iterdir()} == {"bad.handover", "bad.unpacked"}
    assert {each.name for each in path.with_suffix(".unpacked").iterdir()} <= {DIGEST, OTHER}


def test_a_name_that_occurs_twice_is_refused(tmp_path: Path) -> None:
    """Which of them would it be?"""
    path = tmp_path / "bad.handover"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in GOOD.items():
            archive.writestr(name, content)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("digest.pdf", b"other")

    assert "does not write" in refused(path)


def test_a_bomb_is_refused_by_what_it_declares(tmp_path: Path) -> None:
    """Ten megabytes of zeros pack a thousand to one."""
    bomb = {**GOOD, "digest.pdf": bytes(10_000_000)}
    path = put(tmp_path / "bad.handover", bomb, zipfile.ZIP_DEFLATED)
    assert "more than an account can have" in refused(path)


def test_many_entries_that_each_keep_to_the_ratio_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All together may not be more than an account can have."""
    monkeypatch.setattr(handover, "FILES_LIMIT", 0)
    path = put(tmp_path / "bad.handover", {**GOOD, "digest.pdf": bytes(21_000_000)})
    assert "more than an account can have" in refused(path)


def test_other_ways_of_packing_are_refused(tmp_path: Path) -> None:
    """They unpack ten thousand to one, and we never use them."""
    path = put(tmp_path / "bad.handover", GOOD, zipfile.ZIP_LZMA)
    assert "does not write" in refused(path)


def lying(tmp_path: Path, change: Callable[[bytearray, int], None]) -> Path:
    """Alter the entry of the plan in the list at the end of a good one."""
    path = put(tmp_path / "bad.handover", GOOD, zipfile.ZIP_DEFLATED)
    raw = bytearray(path.read_bytes())
    change(raw, raw.rindex(b"PK\x01\x02"))
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize("size", [3, 60, 90_000_000, 4_000_000_000])
def test_a_size_that_is_not_so_is_refused(tmp_path: Path, size: int) -> None:
    """Smaller or larger than what there is: neither less nor more is taken."""

    def lie(raw: bytearray, entry: int) -> None:
        raw[entry + 24 : entry + 28] = struct.pack("<I", size)

    said = refused(lying(tmp_path, lie))
    assert "damaged" in said or "more than an account can have" in said


def test_a_locked_one_is_refused(tmp_path: Path) -> None:
    """Nobody is asked for a password."""

    def lock(raw: bytearray, entry: int) -> None:
        raw[entry + 8] |= 1

    assert "does not write" in refused(lying(tmp_path, lock))


def test_a_link_comes_out_as_a_file(tmp_path: Path) -> None:
    """What an entry says that it is on disk is not listened to."""
    target = b"/etc/passwd"
    name = hashlib.sha256(target).hexdigest()
    link = zipfile.ZipInfo(f"files/{name}")
    link.external_attr = 0o120777 << 16
    path = tmp_path / "a.handover"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("records.jsonl", RECORDS.replace(DIGEST, name))
        archive.writestr(link, target)

    read(path)

    (unpacked,) = path.with_suffix(".unpacked").iterdir()
    assert not unpacked.is_symlink()
    assert unpacked.read_bytes() == target


def test_a_file_that_did_not_come_along_is_told(tmp_path: Path) -> None:
    """The account is there without it."""
    path = put(tmp_path / "a.handover", without(f"files/{DIGEST}"))
    assert [each.why for each in read(path).notes] == ["The file plan.txt did not come along."]


def test_a_missing_one_is_told(tmp_path: Path) -> None:
    """In one sentence."""
    assert "damaged" in refused(tmp_path / "missing.handover")


@settings(max_examples=300)
@given(cut=st.integers(0, 2000), at=st.integers(0, 2000), byte=st.integers(0, 255))
def test_whatever_happened_to_it_there_is_a_sentence_or_a_pack(
    tmp_path_factory: pytest.TempPathFactory, cut: int, at: int, byte: int
) -> None:
    """Cut short, or with a byte that is another one."""
    path = put(tmp_path_factory.mktemp("rot") / "a.handover", GOOD)
    raw = bytearray(path.read_bytes())
    raw[at % len(raw)] = byte
    path.write_bytes(raw[: max(len(raw) - cut % 40, 0)] if cut % 2 else raw)

    assert outcome(path) in {2, "."}


def outcome(path: Path) -> int | str:
    """Return how many records were read, or how the sentence ends that says why none was."""
    try:
        return len(read(path).records)
    except RefusedFileError as error:
        return error.sentence[-1]
