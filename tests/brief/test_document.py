"""The printed brief, read back from the PDF as another program reads it."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from journal.brief.agenda import today
from journal.brief.document import render, warm, write
from journal.brief.negotiation import afterwards
from journal.brief.parts import (
    Beside,
    Brief,
    Lines,
    Ruled,
    Run,
    Section,
    Statement,
    Table,
    Tie,
    TiedPair,
    TieFigure,
)
from journal.brief.styles import SHEETS
from journal.domain.metric import Effect
from journal.domain.paper import Paper
from tests.brief.case import mercy_brief
from tests.brief.reading import fonts, operators, sizes, texts

_LOWEST_FOOT = 8
HOSTILE = (
    '<b>bold</b> &amp; <img src="/etc/passwd"/> <br/> (Tj) \\) ET Q %PDF',
    "x" * 2_500,
    "مستشفى الملك فيصل (12) التخصصي " * 12,
    "北京协和医院，「药剂科」。" * 20,
    "👩🏽‍⚕️🇩🇪❤️ \U0001f9ff \ud800 \x00\x07 \u202egnp.exe कि",
    "a\u0301" * 200,
    "word " * 600,
    "\u2068\u2067(א" * 200,
    "\n".join(f"line {number}" for number in range(80)),
    "",
    " ",
)


def spoiled(text: str) -> Brief:
    """Return a brief that has the text in every place where text can stand."""
    words = (Run(text),)
    alone = TiedPair(theirs=words, ours=())
    tied = TiedPair(theirs=words, ours=words, checked=Tie(effect=Effect.SUPPORTS, words=text))
    section = Section(
        title=text,
        parts=(
            Statement(words=words),
            Lines(items=(words, (Run(text), Run(text)))),
            Table(rows=(((words,), (words, words)),), shares=(0.3, 0.7), head=(text, text)),
            Beside(left=(Ruled(count=1, label=text),), right=(Lines(items=(words,)),)),
            TieFigure(their_name=text, our_name=text, pairs=(alone, tied)),
        ),
    )
    case = mercy_brief()
    door = replace(
        case.door,
        account=text or "-",
        people=words,
        when=words,
        where=words,
        next_fixed=words,
        slot=words,
    )
    return replace(case, title=text, door=door, first=(*case.first, section), second=(section,))


@pytest.mark.parametrize("paper", Paper)
def test_the_case_is_printed_on_each_paper(paper: Paper) -> None:
    """Page 1 begins with the account; page 2 begins on a page of its own."""
    pages = texts(render(mercy_brief(), paper))
    assert pages[0].startswith("Mercy General")
    starts = [number for number, page in enumerate(pages) if page.startswith("Interests")]
    assert len(starts) == 1
    whole = " ".join("\n".join(pages).split())
    assert "Agree on one number that both of us are judged by, and who reviews it." in whole
    assert "keep the Tuesday visits and work through Luis." in whole


def test_the_case_fits_on_two_pages_of_a4() -> None:
    """One sheet, printed on both sides, is what is taken into the meeting."""
    assert len(texts(render(mercy_brief(), Paper.A4))) == 2


@pytest.mark.parametrize(
    ("count", "pages", "pitch"),
    [(52, 1, 13.0), (54, 1, 12.6), (56, 1, 12.2), (57, 1, 11.9), (62, 2, 13.0), (112, 2, 12.6)],
)
def test_what_would_just_spill_over_is_set_tighter_and_not_smaller(
    count: int, pages: int, pitch: float
) -> None:
    """One line alone on another sheet is what gets lost; but letters stay as large."""
    items = tuple((Run(f"line {number}"),) for number in range(count))
    section = Section(title="x", parts=(Lines(items=items),))
    data = render(replace(mercy_brief(), first=(section,), second=()), Paper.A4)
    assert len(texts(data)) == pages
    assert sizes(data).keys() >= {9.0, 16.5}
    baselines = re.findall(r"1 0 0 1 39\.00 ([\d.]+) Tm", operators(data))
    assert float(baselines[5]) - float(baselines[6]) == pytest.approx(pitch, abs=0.01)


def test_what_is_not_prepared_has_a_line_to_write_on_below_its_label() -> None:
    """In the car park one still can, with a pencil."""
    section = today(None)
    data = render(replace(mercy_brief(), first=(section,), second=()), Paper.A4)
    page = " ".join(texts(data)[0].split())
    for label in ("What for", "Best: what they will do, by when", "Open with"):
        assert label in page
    assert operators(data).count("[0.9 1.7] 0 d") == 4


@pytest.mark.parametrize("paper", Paper)
def test_each_page_says_what_it_is_and_when_it_was_printed(paper: Paper) -> None:
    """A page that was left on a copier must say that it is private."""
    pages = texts(render(mercy_brief(), paper))
    for number, page in enumerate(pages, 1):
        flat = " ".join(page.split())
        assert "Private · for preparation only" in flat
        assert f"page {number} of {len(pages)}" in flat
        assert "printed Mon 23 Nov 2026 21:40, data as of 21:38" in flat
        assert "Mercy General" in flat


@pytest.mark.parametrize("paper", Paper)
def test_no_running_text_is_below_9_points(paper: Paper) -> None:
    """Smaller are the foot and the words on figures only, on whatever paper."""
    found = sizes(render(mercy_brief(), paper))
    assert {size for size in found if size > 1} == {7.5, 8.0, 9.0, 10.5, 16.5}
    assert re.fullmatch(
        r"(Damaged|Strained|Neutral|Positive|Outstanding|20\d\d|we|they|Mercy General"
        r"|Private · for preparation only"
        r"|page \d of \d · printed Mon 23 Nov 2026 21:40, data as of 21:38)+",
        found[7.5],
    )
    ties = "Dana Whitfield believed: works againstchecked 3 Sep: no effectchecked 12 Nov: supports"
    assert found[8.0].replace(" ", "") == ties.replace(" ", "")


def test_text_comes_out_in_the_order_of_reading() -> None:
    """Who has the page read aloud, or searches it, finds sentences and not columns."""
    page = " ".join(texts(render(mercy_brief(), Paper.A4))[0].split())
    wanted = (
        "Best Dana names her analyst and a first review date in January.",
        "Least acceptable She says what she would need to see first.",
        "You: bed-day cost comparison, due 14 Nov, 9 days late",
        "Dana Whitfield: name of the analyst, due Fri 27 Nov",
    )
    places = [page.index(each) for each in wanted]
    assert places == sorted(places)


def test_every_font_is_embedded() -> None:
    """The page looks the same on a machine that has none of them."""
    words = (Run("漢字 عربي עברי ☎ 😀 Ελλάδα"),)
    brief = mercy_brief()
    brief = replace(brief, first=(*brief.first, Section(title="x", parts=(Lines(items=(words,)),))))
    found = fonts(render(brief, Paper.A4))
    assert {name.partition("-")[0] for name in found} == {
        "Inter",
        "NotoSansArabic",
        "NotoSansHebrew",
        "NotoEmoji",
        "WenQuanYiMicroHei",
        "DejaVuSans",
    }
    assert all(found.values())


def test_fonts_are_cut_down_to_the_letters_used(tmp_path: Path) -> None:
    """Five megabytes of Chinese for two letters would not go by mail."""
    if shutil.which("pdffonts") is None:
        pytest.skip("needs pdffonts of poppler-utils")
    target = tmp_path / "brief.pdf"
    write(mercy_brief(), target, Paper.A4)
    listed = subprocess.run(
        ["pdffonts", str(target)], capture_output=True, text=True, check=True
    ).stdout.splitlines()[2:]
    assert listed
    for line in listed:
        assert line.split()[-5:-2] == ["yes", "yes", "yes"], line  # embedded, subset, unicode
    assert target.stat().st_size < 60_000


def test_arabic_text_can_be_searched_for() -> None:
    """Joined letters are other code points; the page gives back those that were typed."""
    words = (Run("مستشفى الملك فيصل لا إله"),)
    brief = replace(mercy_brief(), first=(Section(title="x", parts=(Lines(items=(words,)),)),))
    assert "مستشفى الملك فيصل لا إله" in texts(render(brief, Paper.A4))[0]


def test_the_same_brief_gives_the_same_bytes() -> None:
    """Nothing of the clock or of the machine is in it, so that two can be compared."""
    brief = mercy_brief()
    assert render(brief, Paper.A4) == render(brief, Paper.A4)
    assert render(brief, Paper.A4) != render(brief, Paper.LETTER)


def test_the_file_names_neither_user_nor_machine() -> None:
    """Its properties are shown to everybody whom it is sent to."""
    data = render(mercy_brief(), Paper.A4)
    assert b"(Account Journal)" in data
    assert b"D:20261123214000-05'00'" in data
    assert re.search(rb"/Author\s*\(\)", data)
    assert re.search(rb"/Lang\s*\(en\)", data)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_that_was_typed_can_spoil_a_page(text: str, paper: Paper) -> None:
    """Whatever stands in whatever place is printed as text, inside the paper."""
    data = render(spoiled(text), paper)
    assert all(texts(data))
    placed = re.findall(r"1 0 0 1 (-?[\d.]+) (-?[\d.]+) Tm", operators(data))
    assert placed
    for x, y in placed:
        assert SHEETS[paper].side - 1 <= float(x) <= SHEETS[paper].width
        assert _LOWEST_FOOT <= float(y) <= SHEETS[paper].height


def test_markup_is_printed_and_not_obeyed() -> None:
    """Reportlab's paragraphs would embed the file that it names."""
    data = render(spoiled(HOSTILE[0]), Paper.A4)
    assert '<img src="/etc/passwd"/>' in " ".join(" ".join(texts(data)).split())
    assert b"/Image" not in data.replace(b"/ImageB", b"").replace(b"/ImageC", b"").replace(
        b"/ImageI", b""
    )


def test_three_thousand_lines_are_printed() -> None:
    """Once a note of that length took reportlab's paragraphs half a minute."""
    items = tuple((Run(f"line {number}"),) for number in range(3_000))
    brief = replace(mercy_brief(), first=(Section(title="x", parts=(Lines(items=items),)),))
    pages = texts(render(brief, Paper.A5))
    assert len(pages) > 60
    assert "line 2999" in " ".join(pages)


def test_squares_are_explained_where_there_are_any() -> None:
    """A reader should not take a missing letter for a sign of ours."""
    note = "□ stands for a letter"
    words = (Run("कि"),)
    brief = replace(mercy_brief(), first=(Section(title="x", parts=(Lines(items=(words,)),)),))
    assert note in " ".join(texts(render(brief, Paper.A4)))
    assert note not in " ".join(texts(render(mercy_brief(), Paper.A4)))


@pytest.mark.parametrize("paper", Paper)
def test_blanks_alone_stand_below_the_first_part(paper: Paper) -> None:
    """Where nothing was prepared yet, a second sheet would hold nothing but them."""
    first = mercy_brief().first[:2]
    (page,) = texts(render(replace(mercy_brief(), first=first, second=(afterwards(),)), paper))
    assert page.index("Promises") < page.index("Afterwards") < page.index("they owe:")


def test_blanks_have_a_page_of_their_own_where_the_first_is_full() -> None:
    """They are filled in on one's knee, so they are never parted."""
    last = texts(render(replace(mercy_brief(), second=(afterwards(),)), Paper.A4))[1]
    assert last.startswith("Afterwards")


def test_what_was_prepared_never_stands_on_the_first_page() -> None:
    """It may lie open on a table; room that is left is no reason."""
    case = mercy_brief()
    pages = texts(render(replace(case, first=case.first[:1], second=case.second[:4]), Paper.A4))
    assert len(pages) == 2
    assert "Interests" not in pages[0]


def test_a_brief_without_a_second_part_is_one_page() -> None:
    """No empty page is printed."""
    assert len(texts(render(replace(mercy_brief(), second=()), Paper.A4))) == 1


def test_warming_leaves_no_trace_in_the_next_page() -> None:
    """It is done in a thread while the user looks at the window."""
    before = render(mercy_brief(), Paper.A4)
    warm()
    assert render(mercy_brief(), Paper.A4) == before
