"""From the bytes of a stranger's file to clean text."""

import gzip
from pathlib import Path

import pytest

from journal.domain.errors import RefusedFileError
from journal.exchange.decoding import clean, decode, read_bytes, read_head, read_text


@pytest.mark.parametrize(
    "raw",
    [
        "Zürich;Žižkov".encode(),
        "Zürich;Žižkov".encode("utf-8-sig"),
        "Zürich;Žižkov".encode("utf-16"),
        "Zürich;Žižkov".encode("utf-32"),
        "Zürich;Žižkov".encode("utf-16-be").join([b"\xfe\xff", b""]),
    ],
)
def test_unicode_is_recognised_without_a_word(raw: bytes) -> None:
    """These encodings cannot be mistaken for another, so there is nothing to point out."""
    decoded = decode(raw)

    assert decoded.text == "Zürich;Žižkov"
    assert decoded.notes == ()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_zero_bytes(encoding: str) -> None:
    """Some programs leave the mark away; read as anything else it would be gibberish."""
    decoded = decode("Date,Organisation\n2026-09-03,Mercy General\n".encode(encoding))

    assert decoded.text.startswith("Date,Organisation")
    assert [note.why for note in decoded.notes] == [
        f"Read as {encoding.upper()}, to judge by its bytes."
    ]


def test_other_bytes_are_read_as_western_and_said_so() -> None:
    """It is a guess, if a good one, and accents may look wrong."""
    decoded = decode("Société Générale".encode("cp1252"))

    assert decoded.text == "Société Générale"
    assert decoded.notes[0].why.startswith("Not UTF-8, so read as Western European")


def test_letters_that_the_guess_cannot_read_are_counted() -> None:
    """Windows-1252 has five holes, and whoever sees the sign for them should know why."""
    decoded = decode(b"caf\xe9 \x81\x8d")

    assert decoded.text == "café ��"
    assert decoded.notes[1].why == "2 unreadable in its encoding, shown as �."


def test_the_users_encoding_wins() -> None:
    """Only the user knows that it was a Czech computer."""
    assert decode("Dvořák".encode("cp1250"), encoding="cp1250").text == "Dvořák"


@pytest.mark.parametrize("encoding", ["utf-8", "no-such-encoding", "rot13"])
def test_an_encoding_that_does_not_fit_refuses_the_file(encoding: str) -> None:
    """Better than half of the letters."""
    with pytest.raises(RefusedFileError, match="not text in the encoding"):
        decode("Dvořák".encode("cp1250"), encoding=encoding)


def test_control_characters_are_taken_out_and_counted() -> None:
    """They have no place in a journal, on paper or in a terminal; new line and tab have."""
    cleaned, why = clean("one\ntwo\x00\x1b[31m\tthree\u0085")

    assert cleaned == "one\ntwo[31m\tthree"
    assert why == "3 control characters taken out, the first in line 2."


def test_a_surrogate_without_its_pair_is_replaced() -> None:
    """It could not be written to any file."""
    assert clean("a\ud800b") == ("a�b", "1 control character taken out, the first in line 1.")


def test_a_gzip_file_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    """It is known by its first bytes; names are changed by mail programs."""
    path = tmp_path / "log.csv"
    path.write_bytes(gzip.compress(b"Date,Organisation\n"))

    assert read_text(path).text == "Date,Organisation\n"
    assert read_head(path) == "Date,Organisation\n"


def test_the_head_of_a_file_is_enough_to_recognise_it(tmp_path: Path) -> None:
    """A large file is not read twice."""
    path = tmp_path / "log.csv"
    path.write_bytes(b"Date,Organisation\n" * 10_000)

    assert len(read_head(path)) == 4096


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    """Before it fills the memory."""
    path = tmp_path / "log.csv"
    path.write_bytes(b"x" * 11)

    assert read_bytes(path, limit=11) == b"x" * 11
    with pytest.raises(RefusedFileError, match="more than 0 MB"):
        read_bytes(path, limit=10)


def test_the_unpacked_size_counts(tmp_path: Path) -> None:
    """A small file can unpack to a large one."""
    path = tmp_path / "log.csv.gz"
    path.write_bytes(gzip.compress(bytes(range(256)) * 40))

    with pytest.raises(RefusedFileError, match="cut it into smaller files"):
        read_bytes(path, limit=10_000)


def test_a_bomb_is_refused_by_its_ratio(tmp_path: Path) -> None:
    """No log packs to a two-hundredth."""
    path = tmp_path / "log.csv.gz"
    path.write_bytes(gzip.compress(b"0" * 5_000_000))

    with pytest.raises(RefusedFileError, match="more than 200 times"):
        read_bytes(path)


def test_a_gzip_file_that_was_cut_is_refused(tmp_path: Path) -> None:
    """Half a log would look like a whole one."""
    path = tmp_path / "log.csv.gz"
    path.write_bytes(gzip.compress(b"Date,Organisation\n" * 100)[:-12])

    with pytest.raises(RefusedFileError, match="damaged"):
        read_bytes(path)
    with pytest.raises(RefusedFileError, match="cannot be read"):
        read_head(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """So that the user sees the slip in the name."""
    with pytest.raises(RefusedFileError, match=r"nowhere\.csv cannot be read"):
        read_bytes(tmp_path / "nowhere.csv")
    with pytest.raises(RefusedFileError, match=r"nowhere\.csv cannot be read"):
        read_head(tmp_path / "nowhere.csv")


@pytest.mark.parametrize(
    ("magic", "said"),
    [(b"PK\x03\x04", "workbook"), (b"%PDF-1.7", "PDF"), (b"SQLite format 3\x00", "database")],
)
def test_a_file_of_another_kind_is_told_from_text(tmp_path: Path, magic: bytes, said: str) -> None:
    """With what to do instead, where there is something."""
    path = tmp_path / "log.csv"
    path.write_bytes(magic + b"...")

    with pytest.raises(RefusedFileError, match=said):
        read_bytes(path)
