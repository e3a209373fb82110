"""Letters that can be printed: Arabic ones joined, each given its face, words measured."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any
from unicodedata import category

from journal.brief.faces import Face, Family, face, face_with
from journal.brief.styles import Cut
from journal.brief.typed import UNSEEN

MISSING = "\N{WHITE SQUARE}"
_WORDS_REMEMBERED = 20_000

_TAGS = range(0xE0000, 0xE1000)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]")


def shaped(text: str) -> str:
    """Join Arabic letters, still in the order of reading."""
    if text.isascii() or not _ARABIC.search(text):
        return text
    return " ".join(map(_joined, text.split(" ")))


@lru_cache(_WORDS_REMEMBERED)
def _joined(word: str) -> str:
    result: str = _reshaper().reshape(word)
    return result


@cache
def _reshaper() -> Any:  # noqa: ANN401  the library carries no types
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper(configuration={"delete_harakat": False, "ARABIC LIGATURE ALLAH": False})


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one face that stand side by side.

    Attributes:
        width: In thousandths of the size of the text around it.
        kerns: Pairs of an index into `text` and what is added before that letter, in thousandths.
        codes: The operand for PDF's TJ, where it is the same in every document: of ASCII in a
            text face, whose first subset keeps those letters in their places; else empty.
    """

    face: Face
    text: str
    width: float
    kerns: tuple[tuple[int, float], ...] = ()
    codes: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a space, in the order in which they are drawn.

    Attributes:
        width: In thousandths of the size.
    """

    pieces: tuple[Piece, ...]
    width: float


def has_squares(text: str) -> bool:
    """Say whether a letter of the text will be a square because no face has it."""
    if text.isascii():
        return False
    return any(
        face_with(letter, Cut.REGULAR) is None and not _is_unseen(letter)
        for letter in set(shaped(text))
    )


@lru_cache(_WORDS_REMEMBERED)
def spelled(word: str, cut: Cut) -> Word:
    """Give each letter its face; one that no face has becomes a white square."""
    if word.isascii() and word.isprintable():
        piece = _piece(face(Family.TEXT, cut), word)
        return Word(pieces=(piece,), width=piece.width)
    stretches: list[tuple[Face, list[str]]] = []
    for letter in word:
        if _is_unseen(letter):
            continue
        found = face_with(letter, cut)
        if found is None:
            if category(letter).startswith("M"):
                continue  # its letter is a square already
            found, letter = face(Family.TEXT, cut), MISSING  # noqa: PLW2901
        if stretches and stretches[-1][0] is found:
            stretches[-1][1].append(letter)
        else:
            stretches.append((found, [letter]))
    pieces = tuple(_piece(found, "".join(letters)) for found, letters in stretches)
    return Word(pieces=pieces, width=sum(each.width for each in pieces))


def _is_unseen(letter: str) -> bool:
    return letter in UNSEEN or ord(letter) in _TAGS or ord(letter) in _SKIN_TONES


def _piece(found: Face, text: str) -> Piece:
    kerns = tuple(_kerns(found, text)) if found.kerning else ()
    widths = found.widths
    width = sum(widths[ord(letter)] for letter in text) + sum(kern for _, kern in kerns)
    return Piece(
        face=found,
        text=text,
        width=width * found.scale,
        kerns=kerns,
        codes=_ascii_codes(text, kerns) if found.keeps_ascii and text.isascii() else "",
    )


def _ascii_codes(text: str, kerns: tuple[tuple[int, float], ...]) -> str:
    parts: list[str] = []
    start = 0
    for index, kern in kerns:
        parts.append(f"<{text[start:index].encode().hex()}>{-kern:.0f}")
        start = index
    return f"{''.join(parts)}<{text[start:].encode().hex()}>"


def _kerns(found: Face, text: str) -> Iterator[tuple[int, float]]:
    glyphs = [found.glyphs[ord(letter)] for letter in text]
    for index in range(1, len(glyphs)):
        kern = found.kerning.get(glyphs[index - 1] << 16 | glyphs[index])
        if kern:
            yield index, kern
