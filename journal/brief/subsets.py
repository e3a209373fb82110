"""The letters of a type face that a file carries, and what was typed for each.

Cutting a face down and compressing it takes as long as drawing a page, and almost every page needs
the same letters: those of ASCII, and the few that `USUAL` adds. So what was cut is kept.
"""

import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from unicodedata import normalize

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFStream,
)
from reportlab.pdfbase.ttfonts import FF_NONSYMBOLIC, FF_SYMBOLIC, SUBSETN, TTFont
from typing_extensions import override

USUAL = "·–—•…‘’“”"
"""Letters beyond ASCII that most pages have; the first 31 share one subset with ASCII."""

_MAPPINGS_AT_ONCE = 100  # PDF 32000-1, 9.10.3: of one `beginbfchar`
_LETTERS_REMEMBERED = 10_000
_SUBSETS_REMEMBERED = 32


class PaperFont(TTFont):  # type: ignore[misc]  # reportlab carries no types
    """A TrueType font whose text can be taken out of the page again.

    reportlab maps each code back to the letter that was drawn. For a shaped Arabic letter that is
    a presentation form, which no search finds; beyond the first 65,536 letters it writes what no
    reader understands. Here both become the letters that were typed.
    """

    @override
    def addObjects(self, doc: Any) -> None:
        state = self.state[doc]
        state.frozen = 1
        for number, codes in enumerate(state.subsets):
            name = self.getSubsetInternalName(number, doc)[1:]
            doc.Reference(self._of(number, tuple(codes), doc), name)
            doc.idToObject["BasicFonts"].dict[name] = PDFObjectReference(name)
        del self.state[doc]

    def _of(self, number: int, codes: tuple[int, ...], doc: Any) -> PDFDictionary:  # noqa: ANN401
        cut = _cut(self, codes)
        prefix: bytes = SUBSETN(number)
        name = PDFName((prefix + b"+" + self.face.name).decode())
        file = _compressed(cut.file, Length1=cut.length)
        return PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/TrueType",
                "BaseFont": name,
                "FirstChar": 0,
                "LastChar": len(codes) - 1,
                "Widths": cut.widths,
                "FontDescriptor": doc.Reference(self._described(name, doc.Reference(file))),
                "ToUnicode": doc.Reference(_compressed(cut.typed)),
            }
        )

    def _described(self, name: str, file: PDFObjectReference) -> PDFDictionary:
        face = self.face
        return PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "Ascent": face.ascent,
                "CapHeight": face.capHeight,
                "Descent": face.descent,
                "Flags": face.flags & ~FF_NONSYMBOLIC | FF_SYMBOLIC,
                "FontBBox": PDFArray(face.bbox),
                "FontName": name,
                "ItalicAngle": face.italicAngle,
                "StemV": face.stemV,
                "FontFile2": file,
                "MissingWidth": face.defaultWidth,
            }
        )


@dataclass(frozen=True, slots=True)
class _Cut:
    """What a file carries of a face.

    Attributes:
        widths: Of each code, as PDF writes them.
        file: The face with these letters only, compressed.
        length: Of the file, before it was compressed.
        typed: What was typed for each code, compressed.
    """

    widths: str
    file: bytes
    length: int
    typed: bytes


@lru_cache(_SUBSETS_REMEMBERED)
def _cut(font: PaperFont, codes: tuple[int, ...]) -> _Cut:
    file: bytes = font.face.makeSubset(codes)
    return _Cut(
        widths=f"[{' '.join([f'{font.face.getCharWidth(code):g}' for code in codes])}]",
        file=zlib.compress(file),
        length=len(file),
        typed=zlib.compress(_to_unicode(codes).encode("ascii")),
    )


def _compressed(content: bytes, **more: int) -> PDFStream:
    return PDFStream(PDFDictionary({"Filter": "/FlateDecode", **more}), content)


def _to_unicode(codes: tuple[int, ...]) -> str:
    """Write the map from the codes of one subset back to what was typed."""
    pairs = [f"<{code:02X}> <{_typed(letter)}>" for code, letter in enumerate(codes) if letter]
    blocks = [
        pairs[start : start + _MAPPINGS_AT_ONCE]
        for start in range(0, len(pairs), _MAPPINGS_AT_ONCE)
    ]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *(
                line
                for block in blocks
                for line in (f"{len(block)} beginbfchar", *block, "endbfchar")
            ),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


@lru_cache(_LETTERS_REMEMBERED)
def _typed(code: int) -> str:
    """Return what was typed for a letter, as UTF-16; of a ligature last letter first.

    Readers (poppler and pdfium, tried) turn a right-to-left line round letter by letter, those
    of a ligature among them.
    """
    letter = chr(code)
    presentation_form = 0xFB1D <= code <= 0xFEFC  # noqa: PLR2004  blocks of Unicode
    typed = normalize("NFKC", letter)[::-1] if presentation_form else letter
    return typed.encode("utf-16-be").hex().upper()
