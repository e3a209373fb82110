"""What a PDF says that its things are, as another program reads it: the tree and the ornament."""

import ctypes
from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

_SAYS = {"Figure": pdfium.FPDF_StructElement_GetAltText}


def tree(data: bytes) -> str:
    """Return the tree of each page, indented, each thing with its own text behind it."""
    lines: list[str] = []
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            drawn = _drawn(page)
            root = pdfium.FPDF_StructTree_GetForPage(page.raw)
            for number in range(pdfium.FPDF_StructTree_CountChildren(root)):
                child = pdfium.FPDF_StructTree_GetChildAtIndex(root, number)
                lines += _listed(child, drawn, 0)
            pdfium.FPDF_StructTree_Close(root)
    return "\n".join(lines)


def ornament(data: bytes) -> list[str]:
    """Return the text of each page that is not read aloud."""
    with pypdfium2.PdfDocument(data) as document:
        return [_drawn(page).get(-1, "") for page in document]


def is_tagged(data: bytes) -> bool:
    """Say whether the document calls itself tagged."""
    with pypdfium2.PdfDocument(data) as document:
        return bool(pdfium.FPDFCatalog_IsTagged(document.raw))


def _drawn(page: Any) -> dict[int, str]:  # noqa: ANN401  the library carries no types
    """Return the text of each mark of a page; of what has no mark, under -1."""
    text = page.get_textpage()
    found: dict[int, str] = {}
    for each in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        mark = pdfium.FPDFPageObj_GetMarkedContentID(each.raw)
        size = pdfium.FPDFTextObj_GetText(each.raw, text.raw, None, 0)
        buffer = (ctypes.c_ushort * (size // 2))()
        pdfium.FPDFTextObj_GetText(each.raw, text.raw, buffer, size)
        found[mark] = found.get(mark, "") + bytes(buffer).decode("utf-16-le").rstrip("\0")
    return found


def _listed(element: Any, drawn: dict[int, str], depth: int) -> Iterator[str]:  # noqa: ANN401
    kind = _string(pdfium.FPDF_StructElement_GetType, element)
    says = _string(_SAYS.get(kind, pdfium.FPDF_StructElement_GetActualText), element)
    marks = [
        pdfium.FPDF_StructElement_GetMarkedContentIdAtIndex(element, number)
        for number in range(pdfium.FPDF_StructElement_GetMarkedContentIdCount(element))
    ]
    own = says or "".join(drawn.get(mark, "") for mark in marks if mark >= 0)
    yield f"{'  ' * depth}{kind} {' '.join(own.split())}".rstrip()
    for number in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, number)
        if child:
            yield from _listed(child, drawn, depth + 1)


def _string(ask: Callable[..., int], element: Any) -> str:  # noqa: ANN401
    size = ask(element, None, 0)
    buffer = ctypes.create_string_buffer(size)
    ask(element, buffer, size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")
