"""What each thing on a page is: tagged PDF, so that it can be read aloud in its order.

reportlab knows nothing of it, so the canvas here keeps it (PDF 32000-1, 14.7 and 14.8). Whoever
draws enters a tag, draws and leaves it; text belongs to the tag that was entered last, lines and
shapes are ornament outside a figure, and so is all that no tag was entered for, such as the foot.
From that come the tree of what the pages say, and the bookmarks of a long document.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

_BOOKMARKS_FROM = 3  # pages; two lie side by side
_VERSION = (1, 7)


class Kind(Enum):
    """What something is: its name in PDF, and what that needs to be said beside."""

    DOCUMENT = ("Document", "")
    SECTION = ("Sect", "")
    TITLE = ("H1", "")
    HEADING = ("H2", "")
    PARAGRAPH = ("P", "")
    BULLETS = ("L", "/A<</O/List/ListNumbering/Disc>>")
    NUMBERED = ("L", "/A<</O/List/ListNumbering/Decimal>>")
    ITEM = ("LI", "")
    LABEL = ("Lbl", "")
    BODY = ("LBody", "")
    TABLE = ("Table", "")
    ROW = ("TR", "")
    COLUMN_HEAD = ("TH", "/A<</O/Table/Scope/Column>>")
    CELL = ("TD", "")
    FIGURE = ("Figure", "")
    ORNAMENT = ("Artifact", "")


_WHOLE = frozenset({Kind.FIGURE, Kind.ORNAMENT})  # nothing in them is a thing of its own
_BOOKMARKED = frozenset({Kind.TITLE, Kind.HEADING})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tag:
    """One thing of a document. Each is itself only, however much it is like another.

    Attributes:
        says: What it says: of a heading for the bookmark, of a figure for who cannot see it, of
            text whose letters are drawn in another order than they are read; else empty. It goes
            into the tree alone: readers that copy text from the page (poppler and pdfium, tried)
            turn such letters round themselves, and would turn this round as well.
    """

    kind: Kind
    says: str = ""


_ORNAMENT = Tag(kind=Kind.ORNAMENT)


class TaggedCanvas(Canvas):  # type: ignore[misc]  # reportlab carries no types
    """A canvas that knows what is drawn on it."""

    def __init__(self, file: Any, **wishes: Any) -> None:  # noqa: ANN401
        self._tree = _Tree()
        self._marked = self._tree.marked
        self._ornament = _Element(_ORNAMENT, self._tree)
        self._path = [self._tree.whole]
        self._known: dict[Tag, _Element] = {}
        self._depth_in_whole = 0
        self._opened: _Element | None = None
        self._headings: list[tuple[Tag, int, float]] = []
        super().__init__(file, pdfVersion=_VERSION, **wishes)

    def enter(self, tag: Tag, y: float) -> None:
        """Say what is drawn next, and at which height of the page it begins."""
        if self._depth_in_whole:
            self._depth_in_whole += 1
            return
        self._depth_in_whole = int(tag.kind in _WHOLE)
        if tag.kind is Kind.ORNAMENT:
            self._path.append(self._ornament)
            return
        found = self._known.get(tag)
        if found is None:
            found = self._known[tag] = _Element(tag, self._path[-1])
            self._path[-1].kids.append(found)
            if tag.kind in _BOOKMARKED:
                self._headings.append((tag, len(self._marked), y))
        self._path.append(found)

    def leave(self) -> None:
        """Say that what was entered last is drawn."""
        if self._depth_in_whole > 1:
            self._depth_in_whole -= 1
            return
        self._depth_in_whole = 0
        self._path.pop()

    def put_text(self, operators: str) -> None:
        """Draw text of what was entered last."""
        element = self._path[-1]
        self._open(element if element is not self._tree.whole else self._ornament)
        self._code.append(operators)

    def put_shape(self, operators: str) -> None:
        """Draw a line or a shape, which is part of a figure or says nothing."""
        element = self._path[-1]
        self._open(element if element.tag.kind is Kind.FIGURE else self._ornament)
        self._code.append(operators)

    @override
    def showPage(self) -> None:
        self._close()
        name = self._doc.thisPageName()
        super().showPage()
        page = self._doc.idToObject[name]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self._marked) - 1
        page.Tabs = PDFName("S")
        self._marked.append([])

    @override
    def save(self) -> None:
        if len(self._marked) > _BOOKMARKS_FROM:
            self._bookmark()
        numbers = self._doc.idToObjectNumberAndVersion
        for each in (self._tree, self._tree.whole, *self._known.values()):
            each.number = numbers[self._doc.Reference(each).name][0]
        self._doc.Catalog.StructTreeRoot = self._tree
        self._doc.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        super().save()

    def _open(self, element: "_Element") -> None:
        """Begin what is drawn as part of an element, unless it goes on."""
        if element is self._opened:
            return
        self._close()
        self._opened = element
        if element is self._ornament:
            self._code.append("/Artifact BMC")
            return
        marks = self._marked[-1]
        element.kids.append((len(self._marked), len(marks)))
        self._code.append(f"/{element.tag.kind.value[0]}<</MCID {len(marks)}>>BDC")
        marks.append(element)

    def _close(self) -> None:
        if self._opened is not None:
            self._code.append("EMC")
            self._opened = None

    def _bookmark(self) -> None:
        """List titles and headings beside the pages, headings below the title before them."""
        below_title = 0
        for number, (tag, page, y) in enumerate(self._headings):
            key = f"heading {number}"
            target = self._bookmarkReference(key)
            target.setPage(PDFObjectReference(f"Page{page}"))
            target.xyz("null", f"{y:.2f}", "null")
            is_title = tag.kind is Kind.TITLE
            self.addOutlineEntry(tag.says, key, 0 if is_title else below_title)
            below_title = int(is_title or below_title)
        if self._headings:
            self.showOutline()


class _Numbered(PDFObject):  # type: ignore[misc]  # reportlab carries no types
    """An object that others name by its number."""

    number = 0


class _Element(_Numbered):
    """A tag that was drawn: what it holds, as elements and as page and number of a mark."""

    def __init__(self, tag: Tag, within: _Numbered) -> None:
        self.tag = tag
        self.kids: list[_Element | tuple[int, int]] = []
        self._within = within

    def format(self, document: Any) -> bytes:  # noqa: ANN401
        kind, beside = self.tag.kind.value
        page = next((kid[0] for kid in self.kids if isinstance(kid, tuple)), 0)
        on_page = f"/Pg {_page(page, document)}" if page else ""
        kids = " ".join([self._kid(kid, page, document) for kid in self.kids])
        begin = f"<</Type/StructElem/S/{kind}/P {self._within.number} 0 R{on_page}"
        return b"%s%s%s" % (begin.encode(), self._said(document), f"{beside}/K[{kids}]>>".encode())

    def _said(self, document: Any) -> bytes:  # noqa: ANN401
        if not self.tag.says:
            return b""
        name = b"/Alt" if self.tag.kind is Kind.FIGURE else b"/ActualText"
        said: bytes = PDFString(self.tag.says).format(document)
        return name + said

    def _kid(self, kid: "_Element | tuple[int, int]", page: int, document: Any) -> str:  # noqa: ANN401
        if isinstance(kid, _Element):
            return f"{kid.number} 0 R"
        on, mark = kid
        return str(mark) if on == page else f"<</Type/MCR/Pg {_page(on, document)}/MCID {mark}>>"


class _Tree(_Numbered):
    """The root of all elements, and for each mark of each page the element that it belongs to.

    The last page is the one that is being drawn.
    """

    def __init__(self) -> None:
        self.whole = _Element(Tag(kind=Kind.DOCUMENT), self)
        self.marked: list[list[_Element]] = [[]]

    def format(self, _document: Any) -> bytes:  # noqa: ANN401
        pages = "".join(
            f"{page}[{' '.join([f'{each.number} 0 R' for each in marks])}]"
            for page, marks in enumerate(self.marked[:-1])
        )
        return (
            f"<</Type/StructTreeRoot/K {self.whole.number} 0 R"
            f"/ParentTree<</Nums[{pages}]>>/ParentTreeNextKey {len(self.marked) - 1}>>"
        ).encode()


def _page(number: int, document: Any) -> str:  # noqa: ANN401
    return f"{document.idToObjectNumberAndVersion[f'Page{number}'][0]} 0 R"
