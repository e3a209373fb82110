"""The timeline as a file: everything there is, in three formats, from a real journal."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from journal.analysis.portfolio import PortfolioRow
from journal.domain.account import Account
from journal.domain.errors import NotFoundError, NotSavedError
from journal.domain.meeting import Meeting, Participation, Status
from journal.domain.rating import Level, Rating
from journal.domain.record import AccountId, MeetingId, Record, RecordId
from journal.domain.span import When
from journal.operations import portfolio, records
from journal.operations.drawing import MOST_IN_PICTURE, write_portfolio, write_timeline
from journal.operations.journal import Journal
from journal.timeline.narrowing import Narrowing
from journal.timeline.portfolio import Order
from journal.timeline.scene import Lane
from tests.operations.conftest import DANA, LUIS, MERCY

DAYS = ("2010-03-01", "2014-03-03", "2018-03-05")


@pytest.fixture
def met(journal: Journal) -> Journal:
    """Meet them three times, the last time eight years ago; Dana only in the end."""
    meetings = [
        Meeting(
            id=MeetingId(RecordId(f"meeting-{day}")),
            account_id=MERCY.id,
            when=When(day=date.fromisoformat(day), time=None, zone="America/New_York"),
            status=Status.HELD,
            summary=f"Talked on {day}",
        )
        for day in DAYS
    ]
    people = (LUIS.id, LUIS.id, DANA.id)
    parts = [
        Participation(id=RecordId(f"part-{n}"), meeting_id=each.id, person_id=person)
        for n, (each, person) in enumerate(zip(meetings, people, strict=True))
    ]
    journal.write("Meet", add=[*meetings, *parts])
    return journal


def rate(journal: Journal) -> None:
    """Rate once, in between."""
    day = date(2014, 3, 3)
    made = Rating(id=RecordId("rating"), account_id=MERCY.id, day=day, level=Level.NEUTRAL)
    journal.write("Rate", add=[made])


def test_all_of_it_is_in_the_picture_with_its_words(met: Journal, tmp_path: Path) -> None:
    """Also what the window would open without, and no eight years of nothing at the end."""
    path = tmp_path / "timeline.svg"
    write_timeline(met, MERCY.id, path)
    text = path.read_text("utf-8")
    assert all(f"Talked on {day}" in text for day in DAYS)
    assert ">2010<" in text
    assert "today ›" in text
    assert ">2020<" not in text


def test_a_history_without_ratings_is_a_low_picture(met: Journal, tmp_path: Path) -> None:
    """Levels would be empty paper."""
    low, high = tmp_path / "low.svg", tmp_path / "high.svg"
    write_timeline(met, MERCY.id, low)
    rate(met)
    write_timeline(met, MERCY.id, high)
    assert 'width="1280" height="260"' in low.read_text("utf-8")
    assert 'width="1280" height="420"' in high.read_text("utf-8")
    assert "Outstanding" not in low.read_text("utf-8")
    assert "Outstanding" in high.read_text("utf-8")


def test_a_page_and_a_picture_are_drawn(met: Journal, tmp_path: Path) -> None:
    """The same, for paper and for a message; capital endings are endings too."""
    page, picture = tmp_path / "t.pdf", tmp_path / "T.PNG"
    write_timeline(met, MERCY.id, page)
    write_timeline(met, MERCY.id, picture)
    with pypdfium2.PdfDocument(page) as document:
        assert len(document) == 1
        assert "Mercy General" in document[0].get_textpage().get_text_range()
    with Image.open(picture) as image:
        assert image.size == (2560, 520)


def test_what_the_window_leaves_out_is_left_out(met: Journal, tmp_path: Path) -> None:
    """Only what has to do with Dana, and no levels though there is a rating."""
    rate(met)
    path = tmp_path / "t.svg"
    kinds = frozenset(Lane) - {Lane.RATINGS}
    write_timeline(met, MERCY.id, path, Narrowing(kinds=kinds, person_id=DANA.id))
    text = path.read_text("utf-8")
    assert "Talked on 2018-03-05" in text
    assert "Talked on 2014-03-03" not in text
    assert "Outstanding" not in text
    assert 'height="260"' in text


def many(journal: Journal, count: int) -> list[PortfolioRow]:
    """Add accounts of one meeting each, and return the rows of all, by name."""
    made: list[Record] = []
    for number in range(count):
        account = AccountId(RecordId(f"more-{number:03}"))
        when = When(day=date(2020, 1, 2), time=None, zone="America/New_York")
        meeting = MeetingId(RecordId(f"met-{number}"))
        made += (
            Account(id=account, name=f"More {number:03}"),
            Meeting(id=meeting, account_id=account, when=when, status=Status.HELD),
        )
    journal.write("More", add=made)
    return list(portfolio.rows(journal, portfolio.all_accounts(journal)))


def silent(_done: int, _total: int) -> None:
    """Care for nothing."""


def test_all_accounts_are_drawn_in_their_order(met: Journal, tmp_path: Path) -> None:
    """On one scale: from the first meeting of any to the last."""
    rate(met)
    shown = many(met, 3)
    path = tmp_path / "portfolio.svg"
    write_portfolio(met, shown[::-1], path, Order.TREND, silent)
    text = path.read_text("utf-8")
    places = [text.index(f">{each.account.name}<") for each in shown[::-1]]
    assert places == sorted(places)
    assert ">Neutral<" in text
    assert ">2010<" in text
    write_portfolio(met, [], path, Order.GAP, silent)
    assert "Accounts will stand here" in path.read_text("utf-8")


def test_a_picture_holds_so_many_accounts_and_no_more(met: Journal, tmp_path: Path) -> None:
    """Two hundred are a picture still, drawn coarser; of more it says what to do instead."""
    shown = many(met, MOST_IN_PICTURE + 1)
    path = tmp_path / "portfolio.png"
    with pytest.raises(NotSavedError, match="at most 200 accounts"):
        write_portfolio(met, shown, path, Order.TREND, silent)
    assert not path.exists()
    write_portfolio(met, shown[:3], path, Order.TREND, silent)
    with Image.open(path) as image:
        # Three rows of 62 pixels, the names of the years, and one: 186 + 20.9 + 1, twice.
        assert image.size == (2560, 416)
    write_portfolio(met, shown[:MOST_IN_PICTURE], path, Order.TREND, silent)
    with Image.open(path) as image:
        assert image.size == (1280, 12422)


def test_on_paper_they_take_as_many_pages_as_they_need(met: Journal, tmp_path: Path) -> None:
    """Each on one page only, all on the same scale, and it is told how far the work is."""
    shown = many(met, 20)
    told: list[tuple[int, int]] = []
    path = tmp_path / "portfolio.pdf"
    write_portfolio(met, shown, path, Order.NAME, lambda done, of: told.append((done, of)))
    with pypdfium2.PdfDocument(path) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    for each in shown:
        assert [each.account.name in text for text in texts].count(True) == 1
    assert all("2010" in text for text in texts)
    assert f"page 1 of {len(texts)}" in texts[0]
    assert len(texts) > 1
    assert told[-1] == (len(shown), len(shown))
    assert len(told) == len(texts)


def test_the_work_ends_where_nobody_waits_for_it(met: Journal, tmp_path: Path) -> None:
    """Thousands of accounts take their time; nothing is left of what was begun."""

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "portfolio.pdf"
    with pytest.raises(KeyboardInterrupt):
        write_portfolio(met, many(met, 20), path, Order.NAME, stop)
    assert not list(tmp_path.glob("portfolio*"))


def test_one_that_was_deleted_meanwhile_is_left_out(met: Journal, tmp_path: Path) -> None:
    """The others move up."""
    shown = many(met, 2)
    records.trash(met, "Trash", shown[-1].account)
    path = tmp_path / "portfolio.svg"
    write_portfolio(met, shown, path, Order.TREND, silent)
    text = path.read_text("utf-8")
    assert ">More 000<" in text
    assert ">More 001<" not in text


def test_an_account_that_is_not_there_and_a_folder_that_is_not_there(
    met: Journal, tmp_path: Path
) -> None:
    """Each is a sentence, and nothing is written."""
    with pytest.raises(NotFoundError):
        write_timeline(met, AccountId(RecordId("gone")), tmp_path / "t.svg")
    with pytest.raises(NotSavedError):
        write_timeline(met, MERCY.id, tmp_path / "no" / "t.svg")
    assert not list(tmp_path.glob("t.*"))
