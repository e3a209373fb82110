"""The language is chosen once, and English is always there."""

import struct
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from journal import wording


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    """Leave the program as the next test expects it."""
    yield
    wording.choose(Path("there-is-no-such-folder"), ["en"])


def write_catalogue(folder: Path, language: str, sentences: Mapping[str, str]) -> None:
    """Write a catalogue as `msgfmt` does: the format is gettext's `.mo`, sorted by message."""
    pairs = [(key.encode(), sentences[key].encode()) for key in sorted(sentences)]
    count = len(pairs)
    offset = 28 + 16 * count
    tables: list[list[int]] = [[], []]
    body = b""
    for side in (0, 1):
        for pair in pairs:
            tables[side] += [len(pair[side]), offset + len(body)]
            body += pair[side] + b"\0"
    header = [0x950412DE, 0, count, 28, 28 + 8 * count, 0, offset]
    numbers = [*header, *tables[0], *tables[1]]
    file = folder / language / "LC_MESSAGES" / "account-journal.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(struct.pack(f"<{len(numbers)}I", *numbers) + body)


@pytest.fixture
def german(tmp_path: Path) -> Path:
    """Make a folder with a catalogue of two sentences."""
    sentences = {
        "": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n",
        "Saved": "Gespeichert",
        "{count} meeting\0{count} meetings": "{count} Treffen\0{count} Treffen (viele)",
    }
    write_catalogue(tmp_path, "de", sentences)
    return tmp_path


def test_a_sentence_is_said_in_the_chosen_language(german: Path) -> None:
    """The rooms import `_` before the language is known, and still speak it afterwards."""
    wording.choose(german, ["de"])
    assert wording._("Saved") == "Gespeichert"
    assert wording.ngettext("{count} meeting", "{count} meetings", 2) == "{count} Treffen (viele)"


def test_a_sentence_without_translation_is_said_in_english(german: Path) -> None:
    """A catalogue is always a little behind the program."""
    wording.choose(german, ["de"])
    assert wording._("Not saved") == "Not saved"


def test_a_language_without_catalogue_is_english(german: Path) -> None:
    """No folder, no language: the program still starts."""
    wording.choose(german / "missing", ["fr"])
    assert wording._("Saved") == "Saved"
    assert wording.ngettext("{count} meeting", "{count} meetings", 1) == "{count} meeting"


def test_the_environment_names_the_language(german: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It follows the desktop, as everything else there does."""
    monkeypatch.setenv("LANGUAGE", "fr:de")
    wording.choose(german)
    assert wording._("Saved") == "Gespeichert"
