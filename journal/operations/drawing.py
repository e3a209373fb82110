"""The timeline of an account, and those of all accounts, into a file or onto paper."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from journal.analysis.portfolio import PortfolioRow
from journal.brief import pdf
from journal.domain.errors import NotSavedError
from journal.domain.paper import Paper
from journal.domain.record import AccountId
from journal.operations import portfolio, reading
from journal.operations.journal import Journal
from journal.timeline.index import prepare
from journal.timeline.layout import PLAIN, Look, lay_out
from journal.timeline.narrowing import ALL, Narrowing
from journal.timeline.palette import LIGHT
from journal.timeline.portfolio import (
    AccountRow,
    Order,
    Portfolio,
    account_row,
    portfolio_words,
    reach_of,
)
from journal.timeline.portfolio_layout import GUTTER_PX, height_px, lay_out_portfolio, rows_shown
from journal.timeline.prepared import Timeline
from journal.timeline.scale import View
from journal.timeline.scene import Lane, Scene
from journal.timeline.svg import svg
from journal.wording import _

ENDINGS = (".svg", ".png", ".pdf")
# Of a picture by itself: a page of text wide, and three to one; lower where there are no levels.
WIDTH_PX, HEIGHT_PX, LOW_PX = 1280.0, 420.0, 260.0
# More in one picture is no picture any more, and a PNG of it no longer fits into memory.
MOST_IN_PICTURE = 200
_FINE, _COARSE = 2.0, 1.0
_FINE_UP_TO_PX = 4_000.0

Tell = Callable[[int, int], None]
"""Is told how many accounts were read, of how many; may raise, to stop the work."""


def write_timeline(
    journal: Journal, account: AccountId, path: Path, narrowing: Narrowing = ALL
) -> None:
    """Draw every entry; the file's ending says as what.

    The window opens at the last years, since the rest is a drag away. Paper cannot be dragged:
    what is not on it is not there. It ends as the window's whole history does, with the last
    entry where nothing happened for long since.

    Args:
        path: Ends in one of `ENDINGS`.
        narrowing: Less than everything, as the window may show it.

    Raises:
        NotFoundError: if there is no such account.
        NotSavedError: if the disk does not take it; what was there is as it was.
    """
    if path.suffix.lower() == ".pdf":
        pdf.put(path, timeline_page(journal, account, narrowing, paper=Paper.A4))
        return
    timeline, look = _narrowed(journal, account, narrowing)
    if path.suffix.lower() == ".png":
        from journal.brief import scene_pdf

        look = replace(look, measure=scene_pdf.text_width)
    _put_picture(journal, path, _scene(timeline, WIDTH_PX, look))


def timeline_page(
    journal: Journal, account: AccountId, narrowing: Narrowing = ALL, *, paper: Paper
) -> bytes:
    """Return the same as a PDF of one page, its long side across.

    Raises:
        NotFoundError: if there is no such account.
    """
    from journal.brief import scene_pdf

    timeline, look = _narrowed(journal, account, narrowing)
    look = replace(look, measure=scene_pdf.text_width)
    scene = _scene(timeline, scene_pdf.scene_width_px(paper), look)
    return scene_pdf.timeline_pdf(scene, paper=paper, printed_at=journal.now())


def write_portfolio(
    journal: Journal, shown: Sequence[PortfolioRow], path: Path, order: Order, tell: Tell
) -> None:
    """Draw accounts under each other, in their order; the file's ending says as what.

    Args:
        shown: From the top down.
        path: Ends in one of `ENDINGS`.
        order: What the words beside the rows tell of.

    Raises:
        NotSavedError: if they are too many for one picture, or the disk does not take it; what
            was there is as it was.
    """
    if path.suffix.lower() == ".pdf":
        pdf.put(path, portfolio_pages(journal, shown, order, tell, paper=Paper.A4))
        return
    if len(shown) > MOST_IN_PICTURE:
        told = _(
            "One picture holds at most {count} accounts; show fewer of them, or save them as PDF."
        )
        raise NotSavedError(told.format(count=MOST_IN_PICTURE))
    look = PLAIN
    if path.suffix.lower() == ".png":
        from journal.brief import scene_pdf

        look = replace(look, measure=scene_pdf.text_width)
    drawing = _Drawing(journal, shown, order, tell)
    high = height_px(max(len(shown), 1), look)
    _put_picture(journal, path, drawing.scene(0, (WIDTH_PX, high), look))


def portfolio_pages(
    journal: Journal, shown: Sequence[PortfolioRow], order: Order, tell: Tell, *, paper: Paper
) -> bytes:
    """Return the same as a PDF, as many pages as are needed; each is told by its own scale."""
    from journal.brief import scene_pdf

    look = replace(PLAIN, measure=scene_pdf.text_width)
    size = (scene_pdf.scene_width_px(paper), scene_pdf.scene_height_px(paper))
    fit = rows_shown(View(start=0.0, end=1.0, width_px=size[0], height_px=size[1]), look)
    drawing = _Drawing(journal, shown, order, tell)
    pages = [
        drawing.scene(first, (size[0], height_px(min(fit, len(shown) - first), look)), look)
        for first in range(0, max(len(shown), 1), fit)
    ]
    return scene_pdf.timeline_pdf(*pages, paper=paper, printed_at=journal.now())


class _Drawing:
    """Accounts on one scale of time; the histories of a page are read for that page."""

    def __init__(
        self, journal: Journal, shown: Sequence[PortfolioRow], order: Order, tell: Tell
    ) -> None:
        self._journal = journal
        self._shown = shown
        self._order = order
        self._tell = tell
        self._now = journal.now()
        self._reach = reach_of(shown)
        self._words = portfolio_words(
            [None if each.ours is None else each.trend_steps for each in shown]
        )

    def scene(self, first: int, size: tuple[float, float], look: Look) -> Scene:
        """Draw those from `first` on that fit."""
        surface = View(start=0.0, end=1.0, width_px=size[0], height_px=size[1], left_px=GUTTER_PX)
        now = self._now.timestamp()
        view = self._reach.extent(now).whole(surface)
        rows = self._rows(self._shown[first : first + rows_shown(view, look)])
        portfolio = Portfolio(
            rows=rows, order=self._order, now=now, words=self._words, reach=self._reach
        )
        made = lay_out_portfolio(portfolio, view, look)
        self._tell(first + len(rows), len(self._shown))
        return made

    def _rows(self, shown: Sequence[PortfolioRow]) -> list[AccountRow]:
        ids = [each.account.id for each in shown]
        read = {each.account.id: each for each in portfolio.histories(self._journal, ids)}
        return [account_row(read[each], now=self._now) for each in ids if each in read]


def _put_picture(journal: Journal, path: Path, scene: Scene) -> None:
    if path.suffix.lower() == ".svg":
        pdf.put(path, svg(scene, LIGHT).encode())
        return
    from journal.brief import scene_pdf

    fine = _FINE if scene.height_px <= _FINE_UP_TO_PX else _COARSE
    pdf.put(path, scene_pdf.timeline_png(scene, printed_at=journal.now(), pixels_per_px=fine))


def _narrowed(journal: Journal, account: AccountId, narrowing: Narrowing) -> tuple[Timeline, Look]:
    whole = narrowing.of(reading.relationship(journal, account))
    timeline = prepare(whole, now=journal.now(), metric_id=narrowing.metric_id)
    return timeline, Look(lanes=narrowing.lanes)


def _scene(timeline: Timeline, width_px: float, look: Look) -> Scene:
    has_levels = Lane.RATINGS in timeline.lanes & look.lanes
    high = HEIGHT_PX if has_levels else LOW_PX
    surface = View(start=0.0, end=1.0, width_px=width_px, height_px=high)
    return lay_out(timeline, timeline.extent.whole(surface), look)
