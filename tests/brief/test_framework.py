"""The page that may be shared: one sheet, whatever stands on it, or the lines to cut."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from journal.brief.framework import render
from journal.brief.styles import SHEETS
from journal.domain.errors import NoRoomError
from journal.domain.framework import Framework, Part
from journal.domain.metric import Metric
from journal.domain.paper import Paper
from journal.domain.plan import Barrier, Interest, Norm, Option, Vision
from journal.domain.promise import Promise
from journal.domain.record import Agreement, RecordId, Side
from journal.operations import framework, reading
from journal.operations.journal import Journal
from journal.operations.sample import RAISED, make_sample
from tests.brief.reading import check_golden, fonts, operators, sizes, texts
from tests.brief.shared_page import line, page
from tests.brief.tagged import is_tagged, ornament, tree
from tests.brief.test_document import HOSTILE

LONG = "We lost the pallets again and nobody called before noon. " * 53  # 3,021 letters


def clock() -> datetime:
    """Stand still on the day that the sample's own texts were written for."""
    return datetime(2026, 11, 23, 8, 15, tzinfo=UTC)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Framework]:
    """Read the page of the sample's account that is to be raised."""
    path: Path = tmp_path_factory.mktemp("sample") / "sample.journal"
    make_sample(path, clock)
    with Journal.open(path, clock, read_only=True) as journal:
        account = reading.find_account(journal, RAISED)
        yield framework.draft(journal, account.id).framework


def said(data: bytes) -> str:
    """Return what the one page says, on one line."""
    (text,) = texts(data)
    return " ".join(text.split())


def many(count: int, text: str = "keep promise {}") -> Framework:
    """Make a page of that many norms, ours and theirs by turns."""
    sides = (Side.OURS, Side.THEIRS)
    norms = (
        line(Part.NORMS, Norm, f"norm {each:02}", text.format(each), side=sides[each % 2])
        for each in range(count)
    )
    return replace(page(), lines=tuple(norms), pairs=())


@pytest.mark.parametrize("paper", Paper)
def test_the_page_of_the_sample_is_one_page(sample: Framework, paper: Paper) -> None:
    """On each paper all of it, and no letter of a sentence below 9 points."""
    data = render(sample, paper)

    whole = said(data)
    for each in sample.lines:
        assert each.text in whole.replace("You will ", "").replace("We will ", ""), each.text
    small = "".join(text for size, text in sizes(data).items() if size < 9)
    assert re.fullmatch(
        r"(agree|change|not for us|✓ agreed|Nora Lindqvist|23.Nov.2026|\s)+", small
    ), small


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
def test_the_page_says_what_it_should(sample: Framework, paper: Paper) -> None:
    """Word for word and in the order of reading; on narrow paper columns become sentences."""
    data = render(sample, paper)
    assert is_tagged(data)
    check_golden(f"framework-{paper}", f"{tree(data)}\nfoot: {' '.join(ornament(data))}\n")


def test_every_section_has_its_lines(tmp_path: Path) -> None:
    """A page with something of everything, by hand."""
    whole = said(render(page(), Paper.A4))

    for sentence in (
        "Working together: Harbor Health",
        "For discussion with Ruth Amsel and Tomas Vale · draft 2, 26 Nov 2026",
        "What we both want No patient waits agree change not for us",
        "What has worked One desk ✓ agreed",
        "What gets in the way We plan too late agree change not for us",
        "A year from now Your view, as you told us “No surprises” Our view One plan",
        "You We Together Drug spend Units sold each supports the other Stock-outs Service level",
        "What good working together looks like We will come on time You will tell us early",
        "tell us early (your wording)",
        "A shared plan judged by: plans before budgets An opening kit judged by: cost per disch",
        "First steps The list Ana Ruiz 15 Jan 2027 The figures you",
        "Nora Lindqvist 26 Nov 2026",
    ):
        assert sentence in whole, sentence


def test_what_is_not_there_leaves_no_trace() -> None:
    """No empty heading, no empty column; bare boxes are explained where no others are."""
    alone = replace(page(), lines=page().of(Part.NORMS, Side.OURS), pairs=(), recipients=())
    whole = said(render(alone, Paper.A4))

    assert whole == (
        "Working together: Harbor Health For discussion · draft 2, 26 Nov 2026 "
        "agree change not for us What good working together looks like We will come on time "
        "Nora Lindqvist 26 Nov 2026"
    )
    one = replace(page(), recipients=("Ruth Amsel",))
    assert "For discussion with Ruth Amsel · draft 2" in said(render(one, Paper.A4))


def test_what_is_agreed_has_no_boxes(tmp_path: Path) -> None:
    """Nothing is left to tick there; a pair counts as agreed when both numbers are."""

    def boxes(framework: Framework) -> int:
        drawn = operators(render(framework, Paper.A4))
        return len(re.findall(r" l [\d.]+ [\d.]+ l [\d.]+ [\d.]+ l h S", drawn))

    # 13 rows: desk is agreed, the pair is one row, "early" stands beside its idea.
    assert boxes(page()) == 3 * 14
    agreed = tuple(
        replace(each, agreement=Agreement.AGREED) if each.record in {"spend", "late"} else each
        for each in page().lines
    )
    assert boxes(replace(page(), lines=agreed)) == 3 * 13
    both = tuple(
        replace(each, agreement=Agreement.AGREED) if each.record in {"spend", "units"} else each
        for each in page().lines
    )
    assert boxes(replace(page(), lines=both)) == 3 * 13


def forty() -> Framework:
    """Make a page of forty sentences: five in each section."""
    sentence = (
        "number {}: what was promised is done on the day that was named, and whoever cannot do it "
        "says so a day before, so that nobody waits in vain"
    )
    kinds = {
        Part.WANTED: Interest,
        Part.WORKED: Vision,
        Part.IN_THE_WAY: Barrier,
        Part.YEAR_AHEAD: Vision,
        Part.MEASURED: Metric,
        Part.NORMS: Norm,
        Part.IDEAS: Option,
        Part.STEPS: Promise,
    }
    sides = (Side.OURS, Side.THEIRS)
    made = (
        line(part, kind, f"{part} {number}", sentence.format(number), side=sides[number % 2])
        for part, kind in kinds.items()
        for number in range(5)
    )
    return replace(page(), lines=tuple(made), pairs=())


@pytest.mark.parametrize("paper", Paper)
def test_what_does_not_fit_is_named(paper: Paper) -> None:
    """As few lines as make the rest fit, from the ends of the sections; with them cut, it fits."""
    with pytest.raises(NoRoomError) as refused:
        render(forty(), paper)

    cut = [RecordId(each) for each in refused.value.records]
    assert 1 < len(cut) < 40
    assert refused.value.sentence.startswith(
        f"The page does not hold all of it at 9 points: keep these {len(cut)} lines at home, or "
        "shorten others: “number "
    )
    assert refused.value.sentence.endswith("”. Nothing was printed.")
    assert [each.record for each in forty().lines if each.record in cut] == cut
    assert len(texts(render(forty().without(set(cut)), paper))) == 1
    for each in cut:
        with pytest.raises(NoRoomError):
            render(forty().without(set(cut) - {each}), paper)


def test_the_end_of_the_highest_section_is_cut() -> None:
    """What stands first is what the account manager put first."""
    lines = [
        line(Part.IN_THE_WAY, Barrier, f"line {number}", f"line {number}") for number in range(70)
    ]
    full = replace(page(), lines=(*page().lines, *lines))
    with pytest.raises(NoRoomError) as refused:
        render(full, Paper.A4)

    count = len(refused.value.records)
    assert refused.value.records == tuple(f"line {number}" for number in range(70 - count, 70))


def test_a_name_that_fills_the_page_by_itself_is_refused() -> None:
    """No line can be cut that would help, so all of them are named."""
    with pytest.raises(NoRoomError) as refused:
        render(replace(page(), account="Harbor Health " * 400), Paper.A5)
    assert len(refused.value.records) == len(page().lines)


def test_one_line_too_many_is_said_in_the_singular() -> None:
    """And a long one is named by its beginning."""
    full = replace(page(), lines=(line(Part.WANTED, Barrier, "long", LONG * 4),), pairs=())
    with pytest.raises(NoRoomError) as refused:
        render(full, Paper.A4)

    assert refused.value.records == ("long",)
    assert refused.value.sentence == (
        "The page does not hold all of it at 9 points: keep this line at home, or shorten others: "
        "“We lost the pallets again and nobody called before noon. We…”. Nothing was printed."
    )


def test_more_than_anybody_reads_is_counted() -> None:
    """A sentence with hundreds of lines in it would not be one."""
    with pytest.raises(NoRoomError) as refused:
        render(many(130), Paper.A5)

    rest = len(refused.value.records) - 30
    assert rest > 0
    assert f"” and {rest} more. Nothing was printed." in refused.value.sentence


def test_a_line_of_three_thousand_letters_fits_if_the_rest_is_short() -> None:
    """It is one page or none, never a smaller letter."""
    long = replace(page(), lines=(*page().lines, line(Part.WORKED, Vision, "long", LONG)))
    assert LONG.strip() in said(render(long, Paper.A4))


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_that_was_typed_can_spoil_the_page(text: str, paper: Paper) -> None:
    """Whatever stands in whatever place is printed as text, inside the paper, or refused."""
    try:
        data = render(page(text), paper)
    except NoRoomError:
        short = line(Part.NORMS, Norm, "come", text[:300], side=Side.OURS)
        data = render(replace(page(), lines=(short,), pairs=()), paper)
    assert len(texts(data)) == 1
    placed = re.findall(r"1 0 0 1 (-?[\d.]+) (-?[\d.]+) Tm", operators(data))
    assert placed
    for x, y in placed:
        assert 0 <= float(x) <= SHEETS[paper].width
        assert 0 <= float(y) <= SHEETS[paper].height


def test_a_square_is_explained_where_there_is_one() -> None:
    """Beside boxes to tick it could be taken for one of them."""
    note = "□ within a word stands for a letter"
    assert note in said(render(replace(page(), account="कि"), Paper.A4))
    assert note not in said(render(page(), Paper.A4))


def test_the_file_tells_nothing_but_its_page(tmp_path: Path) -> None:
    """Neither who printed it nor at what hour nor in which zone."""
    data = render(page(), Paper.A4)

    assert data == render(page(), Paper.A4)
    assert b"D:20261126000000+00'00'" in data
    assert re.search(rb"/Author\s*\(\)", data)
    assert b"(Account Journal)" in data
    assert all(fonts(data).values())
    if shutil.which("pdfinfo") is None:
        pytest.skip("needs pdfinfo of poppler-utils")
    target = tmp_path / "page.pdf"
    target.write_bytes(data)
    told = subprocess.run(["pdfinfo", str(target)], capture_output=True, text=True, check=True)
    assert re.search(r"Tagged: +yes", told.stdout)
    assert re.search(r"Pages: +1\n", told.stdout)


def test_text_from_the_right_is_set_from_the_right() -> None:
    """Also where it stands between our quotation marks."""
    arabic = line(Part.YEAR_AHEAD, Vision, "year", "خطة واحدة للسنة", side=Side.THEIRS)
    alone = replace(page(), account="x", author="", lines=(arabic,), pairs=())
    drawn = operators(render(alone, Paper.A4))
    starts = [float(x) for x in re.findall(r"1 0 0 1 ([\d.]+) [\d.]+ Tm", drawn)]

    # One column takes the whole width: the line ends where the boxes begin, and starts far in.
    assert max(starts) > SHEETS[Paper.A4].width / 2
    assert RecordId("year") in {each.record for each in alone.lines}
