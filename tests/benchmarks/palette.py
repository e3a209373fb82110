"""How long it takes from a key in the palette until what was found is painted.

    python -m tests.benchmarks.palette [--cache DIR]

Words are typed letter by letter, common and rare ones. The other side is the same search, ranked
over all hits, on the thread of the window.
"""

import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtTest import QTest
from typing_extensions import override

from journal.domain.finding import Hits, Wanted
from journal.ui.search.palette import Palette
from tests.benchmarks.crowd import vocabulary
from tests.benchmarks.measuring import Verdict, milliseconds, on_the_crowd
from tests.benchmarks.stage import Stage, stage

# Of the words by their frequency. The ten most common are left out: nobody looks for "the".
RANKS = (10, 20, 50, 100, 200, 500, 1_000, 2_000, 3_000, 5_000)
LETTERS, ROUNDS = 6, 5
TARGET, FAILS_AT = 0.05, 0.15
RANKED_OVER_ALL = """
    SELECT table_name, record, documents.account_id, happened_utc, documents.title, documents.body
    FROM search_index JOIN search_documents AS documents ON key = search_index.rowid
    WHERE search_index MATCH ? ORDER BY bm25(search_index, 4.0, 1.0, 0.0), key DESC LIMIT 50
"""


class Eye(QObject):
    """Sees which words were found last, and which rows were painted last."""

    def __init__(self, palette: Palette) -> None:
        super().__init__(palette)
        self._palette = palette
        self._words = ""
        self._painted: object = None
        palette._seeker.found.connect(self._found)
        palette.list.viewport().installEventFilter(self)

    def has_seen(self, words: str) -> bool:
        """Whether what was found for these words is on the screen."""
        return self._words == words and self._painted is self._palette._worded

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._painted = self._palette._worded
        return False

    @Slot(object, object)
    def _found(self, wanted: Wanted, _hits: Hits) -> None:
        self._words = wanted.words


def measure(crowd: Path) -> Iterator[Verdict]:
    """Type, and search the same on the other side, in turn; of each key the median."""
    ours: dict[str, list[float]] = {}
    other: dict[str, list[float]] = {}
    words = [vocabulary()[rank] for rank in RANKS]
    with stage(crowd) as standing:
        standing.window.commands.search.trigger()
        palette = standing.window.findChildren(Palette)[0]
        eye = Eye(palette)
        for _ in range(ROUNDS):
            for word in words:
                palette.field.clear()
                standing.app.processEvents()
                for end in range(1, min(len(word), LETTERS) + 1):
                    typed = word[:end]
                    key = _Key(standing, palette, eye, typed)
                    ours.setdefault(typed, []).append(milliseconds(key.press))
                    ranked = _Search(standing, typed)
                    other.setdefault(typed, []).append(milliseconds(ranked.do))
        palette.close()
    each = [[statistics.median(times) for times in side.values()] for side in (ours, other)]
    p99 = [statistics.quantiles(medians, n=100)[-1] for medians in each]
    told = (
        f"p99 ours {p99[0]:.0f} ms, ranked over all {p99[1]:.0f} ms"
        f" (medians {statistics.median(each[0]):.0f} and {statistics.median(each[1]):.0f},"
        f" {len(ours)} keys)"
    )
    yield Verdict(
        metric="key press to painted results",
        told=told,
        value=p99[0] / p99[1],
        target=TARGET,
        fails_at=FAILS_AT,
    )


class _Key:
    def __init__(self, standing: Stage, palette: Palette, eye: Eye, typed: str) -> None:
        self._standing, self._palette, self._eye = standing, palette, eye
        self._typed = typed

    def press(self) -> None:
        """Press it, and wait until the hits are found and then painted."""
        QTest.keyClicks(self._palette.field, self._typed[-1])
        self._standing.until(lambda: self._eye.has_seen(self._typed))


class _Search:
    def __init__(self, standing: Stage, words: str) -> None:
        self._connection = standing.journal.file.connection
        self._query = f'{{title body}} : ("{words}" *)'

    def do(self) -> None:
        """Rank every hit."""
        self._connection.execute(RANKED_OVER_ALL, (self._query,)).fetchall()


if __name__ == "__main__":
    sys.exit(on_the_crowd(measure))
