"""Sorted arrays, their bins and their counts."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.record import Record, RecordId
from journal.timeline.scene import Lane
from journal.timeline.tracks import Track, part, split, track

moments = st.lists(st.integers(0, 5_000).map(float), max_size=60)


def made(times: list[float]) -> Track[Record]:
    """Make a track of entries named by their place in the list, every third of kind 1."""
    records = [(time, Record(id=RecordId(str(n)))) for n, time in enumerate(times)]
    return track(
        Lane.MEETINGS,
        records,
        say=lambda each: f"entry {each.id}",
        kind=lambda each: int(int(each.id) % 3 == 0),
    )


def test_entries_are_put_in_order_of_time() -> None:
    """The journal hands them over in any order."""
    found = made([30.0, 10.0, 20.0])
    assert found.times == [10.0, 20.0, 30.0]
    assert [each.id for each in found.entries] == ["1", "2", "0"]
    assert found.kinds == bytes([0, 0, 1])
    assert len(found) == 3


def test_words_are_made_once_and_when_asked() -> None:
    """Ten thousand sentences that nobody hears cost nothing."""
    asked: list[str] = []

    def say(record: Record) -> str:
        asked.append(record.id)
        return "!"

    found = track(Lane.QUOTES, [(1.0, Record(id=RecordId("a")))], say=say)
    assert asked == []
    assert (found.words(0), found.words(0)) == ("!", "!")
    assert asked == ["a"]


def test_ids_of_a_slice_are_looked_up_when_asked() -> None:
    """A bin of thousands is as cheap as one of two."""
    ids = made([5.0, 6.0, 7.0, 8.0]).ids(1, 4)
    assert len(ids) == 3
    assert ids[0] == "1"
    assert ids[-1] == "3"
    assert ids[1:] == ("2", "3")
    assert "2" in ids
    assert "0" not in ids
    with pytest.raises(IndexError):
        ids[3]


@given(moments, st.sampled_from([1.0, 4.0, 64.0, 1024.0]), st.integers(0, 5_000))
def test_bins_hold_every_entry_from_the_cell_of_the_start_on(
    times: list[float], seconds: float, start: int
) -> None:
    """Each exactly once, in the cell of the absolute grid that its moment is in."""
    found = made(times)
    cells = list(found.bins(float(start), 6_000.0, seconds))
    binned = [
        (cell.number, found.times[place])
        for cell in cells
        for place in range(cell.first, cell.stop)
    ]
    first = start // seconds * seconds
    assert binned == [(time // seconds, time) for time in sorted(times) if time >= first]
    assert all(cell.count >= 1 for cell in cells)


@given(moments, st.sampled_from([1.0, 4.0, 64.0, 1024.0]))
def test_no_cell_holds_more_than_the_ceiling(times: list[float], seconds: float) -> None:
    """Heights are drawn against it, so a column may not outgrow its lane."""
    found = made(times)
    counts = Counter(time // seconds for time in times)
    assert max(counts.values(), default=1) <= found.most_in(seconds)


def test_the_ceiling_does_not_depend_on_the_view() -> None:
    """Three of five entries lie within four seconds: at most four, a power of two."""
    found = made([0.0, 100.0, 101.0, 103.0, 500.0])
    assert found.most_in(1.0) == 1
    assert found.most_in(2.0) == 2
    assert found.most_in(4.0) == 4
    assert found.most_in(4_096.0) == 8


def test_kinds_are_counted_apart() -> None:
    """Of the first four entries the first and the fourth are of kind 1."""
    found = made([1.0, 2.0, 3.0, 4.0, 5.0])
    assert found.count(1, 0, 4) == 2
    assert found.count(0, 0, 4) == 2


def test_a_part_keeps_order_and_words() -> None:
    """Whoever hits a dot hears the same as on the whole track."""
    whole = made([1.0, 2.0, 3.0, 4.0])
    parts = split(whole, [0, 1])
    assert [each.id for each in parts[1].entries] == ["0", "3"]
    assert parts[1].words(1) == "entry 3"
    assert part(whole, [2]).times == [3.0]
