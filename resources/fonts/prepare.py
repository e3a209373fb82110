"""Make the fonts of this folder from their published originals. Run by hand, never by the program.

    python resources/fonts/prepare.py ORIGINALS

ORIGINALS is a folder with the files named in `README.md` beside this script. Needs fontTools and
brotli, which nothing else here does. The same originals give the same bytes.

What is changed, and why: reportlab wants TrueType outlines and reads neither OpenType features nor
their kerning, and each table left in is copied into every brief. So hinting, layout features and
glyphs that no text here can reach are left out; Inter's figures become its own tabular ones, and
its kerning is written down as plain pairs, in the older `kern` table.
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0

HERE = Path(__file__).resolve().parent
FIGURES = "0123456789"
CHANGED = "Changed for Account Journal: fewer glyphs and tables, see README.md beside it."
SMALLEST_KERN = 30  # of 2,048 to the em: less than a seventh of a point at 9 pt is not seen
MOST_PAIRS = 10_920  # of one subtable, whose length is a 16-bit number


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """One font: where it comes from and which blocks are kept (first and last code point)."""

    original: str
    made: str
    blocks: tuple[tuple[int, int], ...]
    number_in_collection: int = 0
    is_text_face: bool = False


ALPHABETS = (
    (0x20, 0x52F),
    (0x1C80, 0x1C8F),
    (0x1D00, 0x1DBF),
    (0x1E00, 0x2BFF),
    (0x2C60, 0x2C7F),
    (0xA720, 0xA7FF),
    (0xAB30, 0xAB6F),
    (0xFB00, 0xFB06),
    (0xFFFD, 0xFFFD),
)
ARABIC = ((0x20, 0x20), (0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0xFB50, 0xFEFE))
HEBREW = ((0x20, 0x20), (0x590, 0x5FF), (0xFB1D, 0xFB4F))
EAST_ASIAN = (
    (0x20, 0x20),
    (0x1100, 0x11FF),
    (0x2E80, 0x9FFF),
    (0xAC00, 0xD7A3),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),
    (0x20000, 0x2FFFF),
)
# Not Arabic and Hebrew, which need their own faces, and no private use.
ALL_ELSE = ((0x20, 0x58F), (0x800, 0xDFFF), (0xFB00, 0xFB17), (0xFE00, 0xFE6F), (0xFFFC, 0x1F0FF))
EMOJI = ((0x20, 0x20), (0x2000, 0x1FFFF))
_SIGNS = (*range(0x21, 0x40), *range(0x2013, 0x201F))
# Letters that may stand side by side; no word mixes Latin with Cyrillic.
KERNED = (
    (*_SIGNS, *range(0x40, 0x7F), *range(0xC0, 0x100)),
    (*_SIGNS, *range(0x386, 0x3CF)),
    (*_SIGNS, *range(0x400, 0x460)),
)

RECIPES = (
    *(
        Recipe(
            original=f"Inter-{style}.woff2",
            made=f"Inter-{style}.ttf",
            blocks=ALPHABETS,
            is_text_face=True,
        )
        for style in ("Regular", "Italic", "SemiBold")
    ),
    *(
        Recipe(original=f"{family}-{style}.ttf", made=f"{family}-{style}.ttf", blocks=blocks)
        for family, blocks in (("NotoSansArabic", ARABIC), ("NotoSansHebrew", HEBREW))
        for style in ("Regular", "Bold")
    ),
    Recipe(original="wqy-microhei.ttc", made="WenQuanYiMicroHei.ttf", blocks=EAST_ASIAN),
    Recipe(original="DejaVuSans.ttf", made="DejaVuSans.ttf", blocks=ALL_ELSE),
    Recipe(
        original="noto-emoji-emoji-400-normal.woff2",
        made="NotoEmoji-Regular.ttf",
        blocks=EMOJI,
    ),
)


def make(recipe: Recipe, originals: Path) -> None:
    """Write one font of this folder."""
    font = TTFont(
        originals / recipe.original,
        fontNumber=recipe.number_in_collection,
        recalcTimestamp=False,
    )
    pairs: dict[tuple[str, str], int] = {}
    if recipe.is_text_face:
        for letters in KERNED:
            pairs |= _kerning(font, letters)
    _keep(font, recipe)
    if recipe.is_text_face:
        _use_tabular_figures(font)
        _write_kerning(font, pairs)
    font["post"].formatType = 3.0  # without glyph names
    font["name"].setName(CHANGED, 10, 3, 1, 0x409)
    font.flavor = None
    font.save(HERE / recipe.made, reorderTables=False)


def _keep(font: TTFont, recipe: Recipe) -> None:
    options = Options()
    options.layout_features = ["tnum"] if recipe.is_text_face else []
    options.hinting = False
    options.notdef_outline = True
    options.glyph_names = True
    options.drop_tables += ["DSIG", "FFTM", "GDEF", "GPOS", "MATH", "STAT", "gasp", "vhea", "vmtx"]
    subsetter = Subsetter(options)
    subsetter.populate(
        unicodes=[code for first, last in recipe.blocks for code in range(first, last + 1)]
    )
    subsetter.subset(font)


def _use_tabular_figures(font: TTFont) -> None:
    names = font.getBestCmap()
    tabular = {names[ord(figure)]: f"{names[ord(figure)]}.tf" for figure in FIGURES}
    for table in font["cmap"].tables:
        for code, name in table.cmap.items():
            table.cmap[code] = tabular.get(name, name)
    del font["GSUB"]


def _kerning(font: TTFont, letters: tuple[int, ...]) -> dict[tuple[str, str], int]:
    """Flatten the first-matching pairs of each `kern` lookup, for these letters."""
    names = font.getBestCmap()
    glyphs = {names[code] for code in letters if code in names and chr(code) not in FIGURES}
    layout = font["GPOS"].table
    lookups = {
        number
        for record in layout.FeatureList.FeatureRecord
        if record.FeatureTag == "kern"
        for number in record.Feature.LookupListIndex
    }
    pairs: dict[tuple[str, str], int] = {}
    for number in sorted(lookups):
        first_match: dict[tuple[str, str], int] = {}
        for subtable in layout.LookupList.Lookup[number].SubTable:
            for pair, advance in _pairs(getattr(subtable, "ExtSubTable", subtable), glyphs):
                first_match.setdefault(pair, advance)
        for pair, advance in first_match.items():
            pairs[pair] = pairs.get(pair, 0) + advance
    return {pair: value for pair, value in pairs.items() if abs(value) >= SMALLEST_KERN}


def _pairs(subtable: object, glyphs: set[str]) -> Iterable[tuple[tuple[str, str], int]]:
    for position, left in enumerate(subtable.Coverage.glyphs):  # type: ignore[attr-defined]
        if left not in glyphs:
            continue
        if subtable.Format == 1:  # type: ignore[attr-defined]
            for record in subtable.PairSet[position].PairValueRecord:  # type: ignore[attr-defined]
                if record.SecondGlyph in glyphs:
                    yield (left, record.SecondGlyph), _advance(record.Value1)
        else:
            firsts = subtable.ClassDef1.classDefs  # type: ignore[attr-defined]
            seconds = subtable.ClassDef2.classDefs  # type: ignore[attr-defined]
            row = subtable.Class1Record[firsts.get(left, 0)]  # type: ignore[attr-defined]
            for right in sorted(glyphs):
                yield (left, right), _advance(row.Class2Record[seconds.get(right, 0)].Value1)


def _advance(value: object) -> int:
    return getattr(value, "XAdvance", 0) or 0


def _write_kerning(font: TTFont, pairs: dict[tuple[str, str], int]) -> None:
    if len(pairs) > MOST_PAIRS:
        message = f"{len(pairs)} pairs do not fit into one table"
        raise ValueError(message)
    table = KernTable_format_0(apple=False)
    table.coverage = 1
    table.version = 0
    table.kernTable = pairs
    font["kern"] = newTable("kern")
    font["kern"].version = 0
    font["kern"].kernTables = [table]


if __name__ == "__main__":
    for each in RECIPES:
        make(each, Path(sys.argv[1]))
        size = (HERE / each.made).stat().st_size
        print(f"{each.made}: {size // 1024} KB")  # noqa: T201
