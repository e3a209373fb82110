"""The embedded type faces, and which of them has a letter.

Inter sets Latin, Greek and Cyrillic, with tabular figures. What it lacks is looked for in the face
of the letter's own alphabet, letter by letter, in the font's own character table. A face is read
when the first letter asks for it, once in the life of the program: Inter in about 10 ms a cut, the
East Asian face in about 130 ms.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache
from struct import iter_unpack, unpack_from
from threading import Lock
from typing import Any

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFError

from journal import resources
from journal.brief.styles import Cut
from journal.brief.subsets import PaperFont

_KERN_HEADER_BYTES = 18  # of the table and of its one subtable
_LETTERS_REMEMBERED = 10_000
_READING = Lock()


class Family(StrEnum):
    """What a face is for."""

    TEXT = "text"
    ARABIC = "arabic"
    HEBREW = "hebrew"
    EAST_ASIAN = "east_asian"
    SIGNS = "signs"
    EMOJI = "emoji"


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One cut of one family, ready for paper.

    Attributes:
        font: reportlab's font.
        widths: Advance of each letter in thousandths of the size, by code point.
        kerning: What is added between two glyphs, in thousandths; key: first << 16 | second.
        outlined_by: The width of a line around each letter, as a part of the size, where the
            family has no strong cut of its own; else 0.
        scale: What its letters are enlarged by to look as large as Inter's beside them.
        keeps_ascii: Whether ASCII letters are their own codes in each document.
    """

    font: Any
    widths: dict[int, float]
    glyphs: dict[int, int]
    kerning: dict[int, float] = field(default_factory=dict)
    outlined_by: float = 0.0
    scale: float = 1.0
    keeps_ascii: bool = False


_FILES = {
    (Family.TEXT, Cut.REGULAR): "Inter-Regular",
    (Family.TEXT, Cut.ITALIC): "Inter-Italic",
    (Family.TEXT, Cut.STRONG): "Inter-SemiBold",
    (Family.ARABIC, Cut.REGULAR): "NotoSansArabic-Regular",
    (Family.ARABIC, Cut.STRONG): "NotoSansArabic-Bold",
    (Family.HEBREW, Cut.REGULAR): "NotoSansHebrew-Regular",
    (Family.HEBREW, Cut.STRONG): "NotoSansHebrew-Bold",
    (Family.EAST_ASIAN, Cut.REGULAR): "WenQuanYiMicroHei",
    (Family.SIGNS, Cut.REGULAR): "DejaVuSans",
    (Family.EMOJI, Cut.REGULAR): "NotoEmoji-Regular",
}
_SCALES = {Family.ARABIC: 1.08, Family.EMOJI: 0.9}
_OUTLINE = 1 / 32

# First and last letter of the alphabets that have a face of their own, and where to look.
_ALPHABETS = (
    (0x0590, 0x05FF, (Family.HEBREW, Family.SIGNS)),
    (0x0600, 0x08FF, (Family.ARABIC, Family.SIGNS)),
    (0x1100, 0x11FF, (Family.EAST_ASIAN,)),
    (0x2E80, 0xA4CF, (Family.EAST_ASIAN, Family.SIGNS)),
    (0xAC00, 0xD7FF, (Family.EAST_ASIAN,)),
    (0xF900, 0xFAFF, (Family.EAST_ASIAN,)),
    (0xFB1D, 0xFB4F, (Family.HEBREW, Family.SIGNS)),
    (0xFB50, 0xFDFF, (Family.ARABIC,)),
    (0xFE30, 0xFE4F, (Family.EAST_ASIAN,)),
    (0xFE70, 0xFEFE, (Family.ARABIC,)),
    (0xFF00, 0xFFEF, (Family.EAST_ASIAN,)),
    (0x1F000, 0x1FAFF, (Family.EMOJI, Family.SIGNS)),
    (0x20000, 0x3FFFF, (Family.EAST_ASIAN,)),
)
_ANY_OTHER = (Family.SIGNS, Family.EMOJI)


@lru_cache(_LETTERS_REMEMBERED)
def face_with(letter: str, cut: Cut) -> Face | None:
    """Return the face that has the letter; None where none of them has."""
    code = ord(letter)
    text = face(Family.TEXT, cut)
    if code in text.glyphs:
        return text
    families = next((f for first, last, f in _ALPHABETS if first <= code <= last), _ANY_OTHER)
    for family in families:
        found = face(family, cut)
        if code in found.glyphs:
            return found
    return None


def face(family: Family, cut: Cut) -> Face:
    """Return a face; its regular cut where the family has no italic, outlined where no strong."""
    if (family, cut) in _FILES:
        return _read(family, cut)
    regular = _read(family, Cut.REGULAR)
    outlined = cut is Cut.STRONG and family is not Family.EMOJI  # it would fill them
    return _outlined(family) if outlined else regular


def warm() -> None:
    """Read the three cuts that every page needs, so that the first page need not wait."""
    for cut in Cut:
        face(Family.TEXT, cut)


@cache
def _outlined(family: Family) -> Face:
    regular = _read(family, Cut.REGULAR)
    return Face(
        font=regular.font,
        widths=regular.widths,
        glyphs=regular.glyphs,
        outlined_by=_OUTLINE,
        scale=regular.scale,
    )


def _read(family: Family, cut: Cut) -> Face:
    with _READING:
        return _read_once(family, cut)


@cache
def _read_once(family: Family, cut: Cut) -> Face:
    name = _FILES[family, cut]
    font = PaperFont(
        name,
        str(resources.find(f"fonts/{name}.ttf")),
        asciiReadable=family is Family.TEXT,
        shapable=False,
    )
    registerFont(font)  # a canvas asks for its first font by name
    return Face(
        font=font,
        widths=font.face.charWidths,
        glyphs={code: glyph for code, glyph in font.face.charToGlyph.items() if glyph},
        kerning=_kerning(font),
        scale=_SCALES.get(family, 1.0),
        keeps_ascii=family is Family.TEXT,
    )


def _kerning(font: Any) -> dict[int, float]:  # noqa: ANN401  reportlab carries no types
    """Read the pairs of the `kern` table as `resources/fonts/prepare.py` writes it."""
    try:
        table: bytes = font.face.get_table("kern")
    except (KeyError, TTFError):
        return {}
    (pairs,) = unpack_from(">H", table, 10)
    body = table[_KERN_HEADER_BYTES : _KERN_HEADER_BYTES + 6 * pairs]
    per_mille = 1000 / font.face.unitsPerEm
    return {
        first << 16 | second: value * per_mille
        for first, second, value in iter_unpack(">HHh", body)
    }
