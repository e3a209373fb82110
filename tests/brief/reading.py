"""What a PDF says when it is read again: text, fonts and sizes, as another program finds them."""

import ctypes
import os
import re
import zlib
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from journal.brief.parts import Brief, Run, Section, runs_in


def texts(data: bytes) -> list[str]:
    """Return the text of each page, in the order of reading, lines ended by one line feed."""
    with pypdfium2.PdfDocument(data) as document:
        return [
            page.get_textpage().get_text_range().replace("\r\n", "\n").replace("\ufffe", "-")
            for page in document
        ]


def sizes(data: bytes) -> dict[float, str]:
    """Return what is printed at each size of letters, in points."""
    found: dict[float, list[str]] = {}
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            text = page.get_textpage()
            for index in range(text.count_chars()):
                size = round(pdfium.FPDFText_GetFontSize(text.raw, index), 2)
                found.setdefault(size, []).append(chr(pdfium.FPDFText_GetUnicode(text.raw, index)))
    return {size: "".join(letters) for size, letters in found.items()}


def fonts(data: bytes) -> dict[str, bool]:
    """Return each font by its name, and whether it is embedded."""
    found: dict[str, bool] = {}
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            for each in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
                font = pdfium.FPDFTextObj_GetFont(each.raw)
                found[_name(font)] = pdfium.FPDFFont_GetIsEmbedded(font) == 1
    return found


def _name(font: Any) -> str:  # noqa: ANN401  the library carries no types
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    return buffer.value.decode()


def operators(data: bytes) -> str:
    """Return what is drawn, as PDF's own operators."""
    streams = re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL)
    drawn = []
    for stream in streams:
        try:
            plain = zlib.decompress(stream)
        except zlib.error:
            continue
        if b" Tm" in plain:
            drawn.append(plain.decode("latin-1"))
    return "\n".join(drawn)


def said(brief: Brief) -> str:
    """Return all words of a brief, in the order of reading."""
    return plain(" ".join(run.text for run in runs_in(brief)))


def lines(section: Section | None) -> str:
    """Return all that a section says."""
    assert section is not None
    return plain("".join(run.text for run in runs_in(section)))


def plain(text: str) -> str:
    """Return a text whose dates and lengths have ordinary spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def outline(value: object, depth: int = 0) -> str:
    """Return content as indented text, with the tones that are not plain."""
    indent = "  " * depth
    if isinstance(value, tuple) and value and isinstance(value[0], Run):
        return f"{indent}{''.join(map(_marked, value))}\n"
    if isinstance(value, tuple):
        return "".join(outline(each, depth) for each in value)
    if not is_dataclass(value):
        return f"{indent}{value}\n"
    inner = ((each.name, getattr(value, each.name)) for each in fields(value))
    return f"{indent}{type(value).__name__}\n" + "".join(
        f"{indent}  {name}:\n{outline(each, depth + 2)}" for name, each in inner if each
    )


def _marked(run: Run) -> str:
    return run.text if run.tone.value == "plain" else f"[{run.tone}: {run.text}]"


def check_golden(name: str, text: str) -> None:
    """Compare with the stored text; where it is meant to change, GOLDEN=write stores the new one.

    Whoever stores one reads the difference before it is committed.
    """
    path = Path(__file__).parents[1] / "golden" / "brief" / f"{name}.txt"
    if os.environ.get("GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(plain(text), encoding="utf-8")
    assert plain(text) == path.read_text(encoding="utf-8")
