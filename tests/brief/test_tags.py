"""What a page says that its things are, for who has it read aloud."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from journal.brief.document import render, write
from journal.brief.parts import Brief, Lines, Mark, Run, Section, Table
from journal.brief.scene_pdf import timeline_pdf
from journal.domain.paper import Paper
from tests.brief.case import NOW, mercy_brief
from tests.brief.reading import check_golden, operators, texts
from tests.brief.tagged import is_tagged, ornament, tree
from tests.brief.test_scene_pdf import scene


def with_sections(*sections: Section) -> Brief:
    """Return a brief of these sections alone."""
    return replace(mercy_brief(), first=sections, second=())


def test_the_case_says_what_each_thing_is() -> None:
    """Headings, lists, tables and figures, in the order of reading; read once by eye and kept."""
    data = render(mercy_brief(), Paper.A4)
    assert is_tagged(data)
    check_golden("mercy-tags", tree(data) + "\n")


@pytest.mark.parametrize("paper", Paper)
def test_all_that_stands_on_a_page_is_read_aloud_save_its_foot(paper: Paper) -> None:
    """A text that was forgotten is not there for who cannot see it."""
    data = render(mercy_brief(), paper)
    pages = ornament(data)
    for number, page in enumerate(pages, 1):
        foot = (
            "Private · for preparation only Mercy General "
            f"page {number} of {len(pages)} · printed Mon 23 Nov 2026 21:40, data as of 21:38"
        )
        assert sorted("".join(page.split())) == sorted("".join(foot.split()))
    read = "".join(tree(data).split())
    for run in ("keep the Tuesday visits", "Published bed-day benchmark", "how it was answered"):
        assert "".join(run.split()) in read


def test_every_line_and_shape_outside_a_figure_is_ornament() -> None:
    """A rule is nothing to be read; each mark is closed before the next one and the page end."""
    drawn = operators(render(mercy_brief(), Paper.A4))
    depth = 0
    marked = ""
    for word in re.findall(r"/(\w+) BMC|/(\w+)<<[^>]*>>BDC|(EMC)| (TJ)\b| ([SfB]) Q", drawn):
        ornamental, tagged, ended, text, shape = word
        depth += bool(ornamental or tagged) - bool(ended)
        assert 0 <= depth <= 1
        marked = ornamental or tagged or marked
        assert depth == 1 or not (text or shape)
        if shape:
            assert marked in {"Artifact", "Figure"}
    assert depth == 0


def test_arabic_is_read_in_the_order_it_was_typed() -> None:
    """On the page its letters stand from the right, joined; who listens hears what was typed."""
    typed = "اجتماع (12) مع Oracle غدا"
    words = (Run(typed),)
    section = Section(
        title=typed,
        parts=(
            Lines(items=(words,), mark=Mark.BULLET),
            Table(rows=(((words,), (words, words)),), head=(typed, "x")),
        ),
    )
    data = render(with_sections(section), Paper.A4)
    read = tree(data).splitlines()
    assert [line.strip() for line in read if typed in line] == [
        f"H2 {typed}",
        f"LBody {typed}",
        f"TH {typed}",
        f"TD {typed}",
        f"P {typed}",
        f"P {typed}",
    ]


def test_a_paragraph_that_goes_over_two_pages_is_one() -> None:
    """Its parts are read on without a break; a list stays one list."""
    items = tuple((Run(f"line {number} " + "word " * 60),) for number in range(30))
    section = Section(title="x", parts=(Lines(items=items, mark=Mark.NUMBER),))
    data = render(with_sections(section), Paper.A5)
    assert len(texts(data)) > 2
    assert data.count(b"/S/LBody") == 30
    assert data.count(b"/S/L/P") == 1
    assert b"/Type/MCR" in data


def test_words_do_not_grow_together_where_a_line_ends() -> None:
    """The space at which a line was broken is drawn, outside the measure."""
    words = (Run("unbroken " * 60),)
    data = render(with_sections(Section(title="x", parts=(Lines(items=(words,)),))), Paper.A5)
    assert "P " + " ".join(["unbroken"] * 60) in tree(data)


def test_a_table_that_breaks_has_its_head_again_as_ornament() -> None:
    """Each page can be read alone; who listens hears the head once."""
    rows = tuple((((Run(f"row {number}"),),), ((Run("x"),),)) for number in range(90))
    part = Table(rows=rows, head=("the head", "other"))
    data = render(with_sections(Section(title="x", parts=(part,))), Paper.A4)
    pages = texts(data)
    assert len(pages) > 2
    assert all("the head" in page for page in pages)
    assert tree(data).count("TH the head") == 1
    assert ["the head" in page for page in ornament(data)] == [False] + [True] * (len(pages) - 1)


def test_an_empty_cell_keeps_its_column() -> None:
    """Else what stands in the third column is read as the second."""
    row = (((Run("a"),),), (), ((Run("c"),),))
    data = render(with_sections(Section(title="x", parts=(Table(rows=(row,)),))), Paper.A4)
    assert data.count(b"/S/TD") == 3


def test_a_timeline_says_in_words_what_it_shows() -> None:
    """A figure without words is a hole in the page."""
    data = timeline_pdf(scene(), scene(), paper=Paper.A4, printed_at=NOW)
    assert is_tagged(data)
    assert tree(data).splitlines() == [
        "Document",
        "  H1 Mercy General",
        "  Figure Three years",
        "Document",
        "  Figure Three years",
    ]


def test_a_long_document_has_its_headings_as_bookmarks() -> None:
    """Of two pages both are in sight; of more nobody wants to turn to page seven."""
    items = tuple((Run(f"line {number}"),) for number in range(120))
    first, second = (Section(title=name, parts=(Lines(items=items),)) for name in ("one", "עברי"))
    data = render(with_sections(first, second), Paper.A4)
    with pypdfium2.PdfDocument(data) as document:
        found = [(each.level, each.get_title()) for each in document.get_toc()]
        pages = [each.get_dest().get_index() for each in document.get_toc()]
    assert found == [(0, "Mercy General"), (1, "one"), (1, "עברי")]
    assert pages == [0, 0, next(n for n, page in enumerate(texts(data)) if "עברי" in page)]
    assert b"/Outlines" not in render(mercy_brief(), Paper.A4)


def test_another_program_finds_the_same_tree(tmp_path: Path) -> None:
    """Poppler reads it from the top and not page by page: references both ways are right."""
    if shutil.which("pdfinfo") is None:
        pytest.skip("needs pdfinfo of poppler-utils")
    target = tmp_path / "brief.pdf"
    write(mercy_brief(), target, Paper.A4)

    def asked(*how: str) -> str:
        found = subprocess.run(
            ["pdfinfo", *how, str(target)], capture_output=True, text=True, check=True
        )
        assert not found.stderr
        return found.stdout

    assert re.search(r"Tagged: +yes", asked())
    said = re.findall(r'^ +"(.*)"$', asked("-struct-text"), re.MULTILINE)
    wanted = (
        "Mercy General",
        "Today",
        "You: bed-day cost comparison, due 14 Nov, 9 days late",
        "how it was answered",
        "Working well looks like",
    )
    places = [said.index(each) for each in wanted]
    assert places == sorted(places)
