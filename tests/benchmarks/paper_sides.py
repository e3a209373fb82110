"""The text of one brief as several libraries print it: reportlab's bare canvas, and others.

The bare canvas draws each run of letters in its font, its size and its colour where the brief has
it: no line is broken, nothing is measured, tagged or kerned. The others get the same headings,
lists, tables and paragraphs, as the tags of the brief say them, and set them in the same fonts as
anybody would tell them to, with nothing drawn between.
"""

import ctypes
import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from journal import resources
from journal.brief.styles import SHEETS
from journal.domain.paper import Paper
from tests.brief.tagged import tree

BARE = "bare canvas"
_SHEET = SHEETS[Paper.A4]
_SIZE = 9
_IN_A_CELL = " " * 10  # Document, Sect, Table, TR, TD: two each
_FILES = ("Inter-Regular", "Inter-Italic", "Inter-SemiBold")
Print = Callable[[], bytes]
Thing = tuple[str, list[str]]


@dataclass(frozen=True, slots=True)
class Drawn:
    """Letters of one font, where they stand on a page."""

    text: str
    font: str
    size: float
    colour: tuple[int, int, int]
    x: float
    y: float


def paper_sides(brief: bytes) -> dict[str, Print]:
    """Return the sides that are there, the bare canvas first."""
    said = things(brief)
    others: dict[str, tuple[str, Callable[[list[Thing]], Print]]] = {
        "typst": ("typst", _typst),
        "fpdf2": ("fpdf", _fpdf2),
        "WeasyPrint": ("weasyprint", _weasyprint),
    }
    there = {
        name: made(said)
        for name, (module, made) in others.items()
        if importlib.util.find_spec(module)
    }
    return {BARE: _bare(drawn(brief)), **there}


def things(brief: bytes) -> list[Thing]:
    """Return the headings, paragraphs, items and rows of a PDF in their order."""
    found: list[Thing] = []
    for line in tree(brief).splitlines():
        kind, _, text = line.strip().partition(" ")
        if kind == "TR":
            found.append(("TR", []))
        elif kind in {"TD", "TH"} or (kind == "P" and line.startswith(_IN_A_CELL)):
            found[-1][1].extend([text] * bool(text))
        elif kind in {"H1", "H2", "P", "LBody", "Figure"}:
            found.append((kind, [text]))
    return found


def drawn(brief: bytes) -> list[list[Drawn]]:
    """Return what stands on each page of a PDF, as it was drawn."""
    with pypdfium2.PdfDocument(brief) as document:
        return [
            [
                _drawn(each.raw, text.raw)
                for each in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT])
            ]
            for page in document
            for text in [page.get_textpage()]
        ]


def _drawn(piece: Any, page: Any) -> Drawn:  # noqa: ANN401  the library carries no types
    length = pdfium.FPDFTextObj_GetText(piece, page, None, 0)
    text = (ctypes.c_ushort * (length // 2))()
    pdfium.FPDFTextObj_GetText(piece, page, text, length)
    font = pdfium.FPDFTextObj_GetFont(piece)
    name = ctypes.create_string_buffer(pdfium.FPDFFont_GetBaseFontName(font, None, 0))
    pdfium.FPDFFont_GetBaseFontName(font, name, len(name))
    size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFTextObj_GetFontSize(piece, size)
    pdfium.FPDFPageObj_GetMatrix(piece, matrix)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(piece, red, green, blue, alpha)
    return Drawn(
        text=bytes(text).decode("utf-16-le").rstrip("\0"),
        font=name.value.decode(),
        size=size.value,
        colour=(red.value, green.value, blue.value),
        x=matrix.e,
        y=matrix.f,
    )


def _bare(pages: list[list[Drawn]]) -> Print:
    for file in _FILES:
        registerFont(TTFont(f"bare {file}", str(_font(file)), asciiReadable=1))
    named = {
        font: next((f"bare {file}" for file in _FILES if file in font), f"bare {_FILES[0]}")
        for font in {each.font for page in pages for each in page}
    }

    def print_it() -> bytes:
        made = BytesIO()
        canvas = Canvas(made, pagesize=(_SHEET.width, _SHEET.height), pageCompression=1)
        for page in pages:
            for each in page:
                canvas.setFont(named[each.font], each.size)
                canvas.setFillColorRGB(*(part / 255 for part in each.colour))
                canvas.drawString(each.x, each.y, each.text)
            canvas.showPage()
        canvas.save()
        return made.getvalue()

    return print_it


def _font(name: str) -> Path:
    return resources.find(f"fonts/{name}.ttf")


def _typst(said: list[Thing]) -> Print:
    import typst

    def quoted(text: str) -> str:
        return '#"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    forms = {"H1": "= {}", "H2": "== {}", "LBody": "- {}", "Figure": "{}", "P": "{}"}
    lines = [
        f"#table(columns: {len(texts)}, " + ", ".join(f"[{quoted(each)}]" for each in texts) + ")"
        if kind == "TR"
        else forms[kind].format(quoted(texts[0]))
        for kind, texts in said
        if texts
    ]
    source = f'#set text(font: "Inter", size: {_SIZE}pt)\n' + "\n\n".join(lines)
    fonts = [str(_font(_FILES[0]).parent)]

    def print_it() -> bytes:
        made: bytes = typst.compile(source.encode(), font_paths=fonts, ignore_system_fonts=True)
        return made

    return print_it


def _fpdf2(said: list[Thing]) -> Print:
    from fpdf import FPDF

    def print_it() -> bytes:
        made: Any = FPDF(format="A4", unit="pt")
        for style, file in zip(("", "I", "B"), _FILES, strict=True):
            made.add_font("Inter", style, str(_font(file)))
        made.add_page()
        for kind, texts in said:
            made.set_font("Inter", "B" if kind in {"H1", "H2"} else "", _SIZE)
            if kind == "TR":
                with made.table() as table:
                    table.row(texts)
            else:
                made.multi_cell(0, _SIZE * 1.4, texts[0], new_x="LMARGIN", new_y="NEXT")
        return bytes(made.output())

    return print_it


def _weasyprint(said: list[Thing]) -> Print:
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    faces = "".join(
        f"@font-face {{ font-family: Inter; {style}; src: url({_font(file).as_uri()}) }}"
        for style, file in zip(
            ("font-weight: 400", "font-style: italic", "font-weight: 700"), _FILES, strict=True
        )
    )
    style = f"{faces} body {{ font: {_SIZE}pt Inter }}"
    names = {"LBody": "li", "Figure": "p"}
    page = "".join(
        "<table><tr>" + "".join(f"<td>{escape(each)}</td>" for each in texts) + "</tr></table>"
        if kind == "TR"
        else f"<{names.get(kind, kind.lower())}>{escape(texts[0])}"
        f"</{names.get(kind, kind.lower())}>"
        for kind, texts in said
    )

    def print_it() -> bytes:
        fonts = FontConfiguration()
        sheet = CSS(string=style, font_config=fonts)
        made: bytes = HTML(string=page).write_pdf(stylesheets=[sheet], font_config=fonts)
        return made

    return print_it
