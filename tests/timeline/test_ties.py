"""The map of both sides' numbers: nothing is written over anything, whatever is joined."""

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.metric import Effect
from journal.domain.record import MetricId, RecordId
from journal.timeline.lettering import approximate_width
from journal.timeline.scene import Anchor, Dash, Line, Rect, Role, Shape
from journal.timeline.segments import Segment, outside
from journal.timeline.tied import Chart, Column, Ends, Number, Tie, Told
from journal.timeline.ties import MANY, NAME_PX, Drawn, draw_ties

AGAINST, NEUTRAL, FOR = Effect
WIDTH = 1000.0


def metric(side: str, place: int) -> MetricId:
    """Name a number."""
    return MetricId(RecordId(f"{side}{place}"))


def ends(theirs: int, ours: int) -> Ends:
    """Name a pair."""
    return metric("t", theirs), metric("o", ours)


def told(effect: Effect, words: str = "as Dana Whitfield sees it") -> Told:
    """Say what a line says."""
    return Told(effect=effect, words=f"{words}: {effect}", brief=str(effect))


def tie(
    theirs: int,
    ours: int,
    perceived: Effect | None = None,
    checked: Effect | None = None,
    turning: str = "",
) -> Tie:
    """Join two numbers."""
    return Tie(
        ends=ends(theirs, ours),
        perceived=None if perceived is None else told(perceived),
        checked=None if checked is None else told(checked, "checked 3 Sep"),
        turning=turning,
    )


def column(side: str, count: int, name: str = "Drug spend per bed-day") -> tuple[Column, ...]:
    """Put so many numbers under one head; none for none."""
    numbers = tuple(
        Number(id=metric(side, place), name=name, ground="said by them, 3 Sep", is_guess=place == 2)
        for place in range(count)
    )
    return (Column(head="How Dana is measured", numbers=numbers),) if count else ()


def drawn(
    *ties: Tie,
    theirs: int = 3,
    ours: int = 3,
    width: float = WIDTH,
    chosen: MetricId | None = None,
    joining: Ends | None = None,
) -> Drawn:
    """Draw a map."""
    chart = Chart(
        title="Map",
        words="All of it",
        theirs=column("t", theirs),
        ours=column("o", ours),
        ties=ties,
        chosen=chosen,
        joining=joining,
    )
    return draw_ties(chart, width, approximate_width)


def crossing(found: Drawn) -> list[tuple[str, Line]]:
    """Return the words between the sides that a line runs through."""
    return [
        (label.text, line)
        for label in found.scene.labels
        for line in found.scene.lines
        if found.scene.plot.left < label.x < found.scene.plot.right
        and Segment(line.x1, line.y1, line.x2, line.y2).part_in(label.rect) is not None
    ]


def overlapping(found: Drawn) -> list[tuple[str, str]]:
    """Return the labels that share room."""
    pairs = combinations(found.scene.labels, 2)
    return [(one.text, two.text) for one, two in pairs if one.rect.meets(two.rect)]


def lines_of(found: Drawn, *, dash: Dash) -> list[Line]:
    """Return the lines between the sides that are broken so."""
    left, right = found.scene.plot.left, found.scene.plot.right
    return [
        each
        for each in found.scene.lines
        if each.dash is dash and left <= each.x1 <= right and left <= each.x2 <= right
    ]


def test_theirs_stand_left_and_ours_right_in_rows() -> None:
    """A pair of the same row is joined by a level line: half of 18, 15 and twice 10 down."""
    found = drawn(tie(0, 0, checked=FOR))
    assert found.numbers[metric("t", 0)].left == 16
    assert found.numbers[metric("o", 0)].right == WIDTH - 16
    assert found.numbers[metric("t", 1)].top == found.numbers[metric("o", 1)].top
    line = found.lines[ends(0, 0)]
    assert line.y1 == line.y2 == found.numbers[metric("t", 0)].top + 53 / 2


def test_what_was_checked_is_solid_and_what_they_see_dashed() -> None:
    """Both of a pair stand one above the other, broken where its words are."""
    found = drawn(tie(0, 0, AGAINST, FOR), tie(1, 1, NEUTRAL))
    dashed, solid = lines_of(found, dash=Dash.DASHED), lines_of(found, dash=Dash.SOLID)
    assert [each.role for each in dashed] == [Role.LATE, Role.LATE, Role.INK, Role.INK]
    assert [each.role for each in solid] == [Role.KEPT, Role.KEPT]
    assert solid[0].y1 - dashed[0].y1 == 10


def test_the_turning_point_stands_out() -> None:
    """By its words, a mark, a thicker line, and the colour of what is good."""
    plain = drawn(tie(0, 0, AGAINST, NEUTRAL))
    found = drawn(tie(0, 0, AGAINST, NEUTRAL, turning="the turning point"))
    assert "the turning point" in {each.text for each in found.scene.labels}
    assert [each.shape for each in found.scene.marks] == [Shape.TURNING_POINT]
    assert plain.scene.marks == ()
    solid, usual = lines_of(found, dash=Dash.SOLID)[0], lines_of(plain, dash=Dash.SOLID)[0]
    assert (solid.role, usual.role) == (Role.KEPT, Role.INK)
    assert solid.width_px > usual.width_px


def test_only_the_pairs_of_the_chosen_number_are_dotted() -> None:
    """Else twenty by twenty would be a web of four hundred lines."""
    assert lines_of(drawn(tie(0, 0, FOR)), dash=Dash.DOTTED) == []
    found = drawn(tie(0, 0, FOR), chosen=metric("t", 0))
    assert set(found.lines) == {ends(0, 0), ends(0, 1), ends(0, 2)}
    assert lines_of(found, dash=Dash.DOTTED)
    found = drawn(tie(0, 0, FOR), chosen=metric("o", 2))
    assert set(found.lines) == {ends(0, 0), ends(0, 2), ends(1, 2), ends(2, 2)}


def test_the_pair_that_is_being_joined_has_a_line_of_its_own() -> None:
    """Whether it was looked at or not."""
    for joining in (ends(0, 0), ends(2, 0)):
        found = drawn(tie(0, 0, FOR), joining=joining)
        assert any(each.role is Role.ACCENT for each in found.scene.lines)
        assert joining in found.lines


def test_a_guess_has_a_dashed_frame() -> None:
    """Its four edges are broken lines; the others have one that is whole."""
    found = drawn()
    assert [each.edge for each in found.scene.boxes] == [Role.BAR, Role.BAR, None] * 2
    assert len(found.scene.lines) == 8


def test_nothing_is_drawn_without_numbers() -> None:
    """A tie of a number that is not shown is left out: somebody has left."""
    found = drawn(tie(0, 0, FOR), theirs=0, ours=1, joining=ends(0, 0))
    assert found.lines == {}
    assert list(found.numbers) == [metric("o", 0)]


def test_a_side_without_numbers_still_has_its_head() -> None:
    """The map is as high as the other side; several people stand one under the other."""
    head = Column(head="How we are measured: not noted yet", numbers=())
    theirs = (*column("t", 2), *column("u", 1))
    found = draw_ties(
        Chart(title="", words="", theirs=theirs, ours=(head,), ties=()), WIDTH, approximate_width
    )
    assert any(each.text.endswith("not noted yet") for each in found.scene.labels)
    first, second, third = (each.rect for each in found.scene.boxes)
    assert second.top - first.bottom == 28
    assert third.top - second.bottom == 10 + 22
    assert found.scene.height_px == third.bottom + 16
    assert overlapping(found) == []


def test_words_become_fewer_where_there_is_little_room() -> None:
    """At the full width all of them, in a narrow window the least, and at last a sign."""
    texts = []
    for width in (WIDTH, 440.0, 330.0):
        found = drawn(tie(0, 0, AGAINST), theirs=1, ours=1, width=width)
        texts.append(found.scene.labels[-1].text)
    assert texts == ["as Dana Whitfield sees it: against", "against", "\N{MINUS SIGN}"]
    assert drawn(tie(0, 0, AGAINST), theirs=1, ours=1, width=290).words == {}


def test_a_turning_point_keeps_its_mark_where_there_is_little_room() -> None:
    """It stands out even then: first without its name, then with fewer words."""
    turned = tie(0, 0, AGAINST, NEUTRAL, turning="the turning point")
    texts = []
    for width in (1000.0, 900.0, 700.0, 440.0):
        found = drawn(turned, tie(1, 0, FOR), theirs=2, ours=2, width=width)
        assert [each.shape for each in found.scene.marks] == [Shape.TURNING_POINT]
        words = found.words[ends(0, 0)]
        texts.append([each.text for each in found.scene.labels if each.rect.within(words)])
    whole = ["as Dana Whitfield sees it: against", "checked 3 Sep: neutral"]
    assert texts == [
        ["the turning point", *whole],
        whole,
        ["the turning point", "against", "neutral"],
        ["against", "neutral"],
    ]


def test_in_a_web_only_what_is_chosen_or_stands_out_has_words() -> None:
    """Of 25 pairs that were looked at: the turning point, and the five of the chosen number."""
    ties = [
        tie(one, two, FOR, FOR, turning="the turning point" if (one, two) == (3, 3) else "")
        for one, two in product(range(5), repeat=2)
    ]
    assert len(ties) > MANY
    found = drawn(*ties, theirs=5, ours=5, chosen=metric("t", 0))
    assert ends(3, 3) in found.words
    assert {each[0] for each in found.words} <= {metric("t", 0), metric("t", 3)}
    assert crossing(found) == []


def test_twenty_by_twenty_stays_readable() -> None:
    """Each box keeps its height, none meets another, and no words are crossed."""
    ties = [tie(one, (one * 7) % 20, AGAINST, FOR) for one in range(20)]
    found = drawn(*ties, theirs=20, ours=20, chosen=metric("t", 4))
    rects = list(found.numbers.values())
    assert {each.height for each in rects} == {rects[0].height}
    assert not any(one.meets(two) for one, two in combinations(rects, 2))
    assert found.scene.height_px > 20 * rects[0].height
    assert crossing(found) == []
    assert overlapping(found) == []


def test_names_of_every_script_stay_in_their_boxes() -> None:
    """A long one is broken and cut; an Arabic one begins at the right."""
    for name in (
        "A very long name of a number " * 9,
        "نسبة توفّر الأصناف الأساسية",
        "冷链超温次数" * 9,
    ):
        chart = Chart(
            title="",
            words="",
            theirs=column("t", 2, name),
            ours=column("o", 2),
            ties=(tie(0, 0, FOR),),
        )
        found = draw_ties(chart, 700, approximate_width)
        boxes = [each.rect for each in found.scene.boxes]
        inside = [each for each in found.scene.labels if each.size_px == NAME_PX]
        assert inside
        assert all(any(each.rect.within(box) for box in boxes) for each in inside)
        assert overlapping(found) == []


def test_all_lines_of_a_name_begin_on_its_own_side() -> None:
    """The second line of an Arabic name may begin with Latin letters."""
    name = "نسبة توفّر الأصناف الأساسية (essential medicines)"
    chart = Chart(title="", words="", theirs=column("t", 1, name), ours=(), ties=())
    found = draw_ties(chart, 500, approximate_width)
    lines = [each for each in found.scene.labels if each.size_px == NAME_PX]
    assert [(each.anchor, each.right_to_left) for each in lines] == [(Anchor.END, True)] * 2


def test_many_untold_pairs_are_paler() -> None:
    """So that what is known stays in front."""
    for count, role in ((6, Role.MUTE), (7, Role.BAR)):
        found = drawn(theirs=1, ours=count, chosen=metric("t", 0))
        assert {each.role for each in lines_of(found, dash=Dash.DOTTED)} == {role}


@given(
    joined=st.dictionaries(
        st.tuples(st.integers(0, 5), st.integers(0, 4)),
        st.tuples(st.sampled_from([None, *Effect]), st.sampled_from([*Effect])),
        max_size=14,
    ),
    width=st.integers(380, 1400),
    chosen=st.sampled_from([None, "t0", "t3", "o2"]),
)
def test_no_words_are_crossed_and_none_overlap(
    joined: dict[tuple[int, int], tuple[Effect | None, Effect]], width: int, chosen: str | None
) -> None:
    """Whatever is joined, at every width."""
    ties = [tie(*place, *both) for place, both in joined.items()]
    number = None if chosen is None else MetricId(RecordId(chosen))
    found = drawn(*ties, theirs=6, ours=5, width=width, chosen=number)
    assert crossing(found) == []
    assert overlapping(found) == []
    whole = Rect(0, 0, width, found.scene.height_px)
    assert all(each.rect.within(whole) for each in found.scene.labels)


@pytest.mark.parametrize(
    ("rect", "part"),
    [
        (Rect(25, -5, 75, 5), (0.25, 0.75)),
        (Rect(-10, -5, 50, 5), (0.0, 0.5)),
        (Rect(25, 5, 75, 15), None),
        (Rect(120, -5, 130, 5), None),
    ],
)
def test_a_line_knows_which_part_of_it_a_rectangle_covers(
    rect: Rect, part: tuple[float, float] | None
) -> None:
    """By shares of its length."""
    assert Segment(0, 0, 100, 0).part_in(rect) == part


def test_a_line_is_broken_where_rectangles_stand() -> None:
    """Two that overlap make one gap."""
    line = Segment(0, 0, 100, 0)
    rects = [Rect(20, -1, 40, 1), Rect(30, -1, 60, 1), Rect(20, 5, 90, 9)]
    assert list(outside(line, rects)) == [Segment(0, 0, 20, 0), Segment(60, 0, 100, 0)]
    assert list(outside(line, [Rect(-1, -1, 101, 1)])) == []


def test_the_distance_of_a_line_is_that_of_its_nearest_place() -> None:
    """Beyond its end that is the end; of a point it is the point."""
    line = Segment(0, 0, 100, 0)
    assert line.distance(50, 7) == 7
    assert line.distance(103, 4) == 5
    assert Segment(1, 1, 1, 1).distance(4, 5) == 5
