"""What each thing on a page is: tagged PDF, so that it can be read aloud in its order.

reportlab knows nothing of it, so the canvas here keeps it (PDF 32000-1, 14.7 and 14.8). Whoever
draws enters a tag, draws and leaves it; text belongs to the tag that was entered last, lines and
shapes are ornament outside a figure, and so is all that no tag was entered for, such as the foot.
From that come the tree of what the pages say, and the bookmarks of a long document that has none
of its own.
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
            text whose letters are drawn in another order than they are read; else empty.
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
        is_long = len(self._marked) > _BOOKMARKS_FROM
        if is_long and not self._doc.outline.levelstack:
            self._bookmark()
        self._tree.reference = self._doc.Reference(self._tree)
        for each in (self._tree.whole, *self._known.values()):
            each.reference = self._doc.Reference(each)
        self._doc.Catalog.StructTreeRoot = self._tree.reference
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


class _Element(PDFObject):  # type: ignore[misc]  # reportlab carries no types
    """A tag that was drawn: what it holds, as elements and as page and number of a mark."""

    def __init__(self, tag: Tag, within: "_Element | _Tree") -> None:
        self.tag = tag
        self.within = within
        self.kids: list[_Element | tuple[int, int]] = []
        self.reference: Any = None

    def format(self, document: Any) -> bytes:  # noqa: ANN401
        kind, beside = self.tag.kind.value
        page = next((kid[0] for kid in self.kids if isinstance(kid, tuple)), 0)
        parts = [
            b"<</Type/StructElem/S/",
            kind.encode(),
            b"/P ",
            self.within.reference.format(document),
        ]
        if page:
            parts += [b"/Pg ", _page(page, document)]
        if self.tag.says:
            name = b"/Alt" if self.tag.kind is Kind.FIGURE else b"/ActualText"
            parts += [name, PDFString(self.tag.says).format(document)]
        kids = b" ".join(self._kid(kid, page, document) for kid in self.kids)
        parts += [beside.encode(), b"/K[", kids, b"]>>"]
        return b"".join(parts)

    def _kid(self, kid: "_Element | tuple[int, int]", page: int, document: Any) -> bytes:  # noqa: ANN401
        if isinstance(kid, _Element):
            reference: bytes = kid.reference.format(document)
            return reference
        if kid[0] == page:
            return b"%d" % kid[1]
        return b"<</Type/MCR/Pg %s/MCID %d>>" % (_page(kid[0], document), kid[1])


class _Tree(PDFObject):  # type: ignore[misc]  # reportlab carries no types
    """The root of all elements, and for each mark of each page the element that it belongs to.

    The last page is the one that is being drawn.
    """

    def __init__(self) -> None:
        self.whole = _Element(Tag(kind=Kind.DOCUMENT), self)
        self.marked: list[list[_Element]] = [[]]
        self.reference: Any = None

    def format(self, document: Any) -> bytes:  # noqa: ANN401
        pages = b"".join(
            b"%d[%s]" % (page, b" ".join(each.reference.format(document) for each in marks))
            for page, marks in enumerate(self.marked[:-1])
        )
        return b"<</Type/StructTreeRoot/K %s/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d>>" % (
            self.whole.reference.format(document),
            pages,
            len(self.marked) - 1,
        )


def _page(number: int, document: Any) -> bytes:  # noqa: ANN401
    reference: bytes = PDFObjectReference(f"Page{number}").format(document)
    return reference
