"""The two figures and the door: told by words and by how lines are broken, not by colour alone."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from journal.brief.document import render
from journal.brief.parts import (
    Aim,
    Beside,
    Brief,
    Lines,
    Part,
    Run,
    Section,
    Step,
    StepGraph,
    Tie,
    TiedPair,
    TieFigure,
)
from journal.domain.metric import Effect
from journal.domain.paper import Paper
from journal.domain.rating import Level
from tests.brief.case import mercy_brief
from tests.brief.reading import operators, texts

DASHED, DOTTED, SOLID = "[3.2 2.2] 0 d", "[0.9 1.7] 0 d", "[] 0 d"
RING = " c h S Q"
NAMES = ("Damaged", "Strained", "Neutral", "Positive", "Outstanding")
OURS = (
    Step(day=date(2025, 1, 6), level=Level.DAMAGED),
    Step(day=date(2026, 1, 5), level=Level.STRAINED),
)
GOAL = Aim(day=date(2027, 6, 30), level=Level.POSITIVE)
GRAPH = StepGraph(
    level_names=NAMES,
    ours=OURS,
    theirs=(Step(day=date(2026, 1, 5), level=Level.NEUTRAL),),
    until=date(2026, 11, 23),
    our_name="we",
    their_name="they",
    goal=GOAL,
)


def only(part: Part | Beside) -> Brief:
    """Return a brief with nothing but one part."""
    section = Section(title="Figure", parts=(part,))
    return replace(mercy_brief(), first=(section,), second=())


def drawn(part: Part | Beside, paper: Paper = Paper.A4) -> str:
    """Return the operators below the heading of the part, without the foot."""
    return operators(render(only(part), paper))


def said(part: Part | Beside, paper: Paper = Paper.A4) -> str:
    """Return the words of the part."""
    return texts(render(only(part), paper))[0].partition("Figure")[2]


def test_ours_is_solid_theirs_dotted_and_the_goal_dashed_to_a_ring() -> None:
    """On grey paper colours are gone and the three lines still differ."""
    operators_then = drawn(GRAPH)
    assert operators_then.count(DOTTED) == 1
    assert operators_then.count(DASHED) == 1
    assert operators_then.count(RING) == 1
    assert "2 w [] 0 d" in operators_then


def test_each_line_is_named_where_it_ends() -> None:
    """And each level where it runs; years stand below."""
    words = said(GRAPH)
    for word in (*NAMES, "we", "they", "2025", "2026", "2027"):
        assert word in words


def test_the_end_of_a_first_year_gives_way_to_the_next() -> None:
    """Of 2024 there are three weeks; its name would stand where 2025 begins."""
    first = Step(day=date(2024, 12, 10), level=Level.NEUTRAL)
    words = said(replace(GRAPH, ours=(first, *OURS)))
    assert "2024" not in words
    for year in ("2025", "2026", "2027"):
        assert year in words


def where(graph: StepGraph, word: str) -> tuple[float, float]:
    """Return left edge and height above the foot of the page of a word on the graph."""
    with pypdfium2.PdfDocument(render(only(graph), Paper.A4)) as document:
        text = document[0].get_textpage()
        found = text.search(word, match_case=True, match_whole_word=True).get_next()
        assert found is not None
        left, bottom, _right, _top = text.get_charbox(found[0])
        return left, bottom


def row(graph: StepGraph, level: Level) -> float:
    """Return the height of the row of a level, by the foot of its name."""
    return where(graph, NAMES[level - 1])[1]


@pytest.mark.parametrize(
    ("ours", "theirs", "our_side", "their_side"),
    [
        (Level.STRAINED, Level.NEUTRAL, "below", "above"),
        (Level.OUTSTANDING, Level.NEUTRAL, "above", "below"),
        (Level.NEUTRAL, Level.NEUTRAL, "below", "above"),
        (Level.DAMAGED, None, "above", None),
        (None, Level.POSITIVE, None, "above"),
    ],
)
def test_the_names_of_two_lines_keep_out_of_each_other(
    ours: Level | None, theirs: Level | None, our_side: str | None, their_side: str | None
) -> None:
    """And both stand before today, since behind it leads the way to the goal."""
    day = date(2025, 1, 6)
    graph = replace(
        GRAPH,
        ours=(Step(day=day, level=ours),) if ours else (),
        theirs=(Step(day=day, level=theirs),) if theirs else (),
    )
    for level, name, side in ((ours, "we", our_side), (theirs, "they", their_side)):
        if level is not None:
            left, height = where(graph, name)
            assert (height > row(graph, level)) == (side == "above")
            assert left < where(replace(graph, until=GOAL.day), name)[0]


def test_a_name_is_not_crossed_by_a_change_of_these_days() -> None:
    """A rating given last week leaves no room between its riser and today."""
    fresh = Step(day=date(2026, 11, 16), level=Level.NEUTRAL)
    graph = replace(GRAPH, ours=(*OURS, fresh), theirs=())
    end = where(replace(graph, ours=OURS), "we")[0]
    assert where(graph, "we")[0] < end - 2


def test_without_a_goal_nothing_is_dashed() -> None:
    """Nothing is promised that nobody set."""
    without = drawn(replace(GRAPH, goal=None))
    assert DASHED not in without
    assert RING not in without


def test_a_goal_whose_day_is_past_keeps_its_ring_but_no_line_leads_back() -> None:
    """It shows where we wanted to be."""
    past = drawn(replace(GRAPH, goal=Aim(day=date(2026, 2, 1), level=Level.POSITIVE)))
    assert DASHED not in past
    assert RING in past


@pytest.mark.parametrize(
    "graph",
    [
        replace(GRAPH, ours=()),
        replace(GRAPH, theirs=()),
        replace(GRAPH, ours=OURS[:1], theirs=(), until=OURS[0].day, goal=None),
        replace(GRAPH, until=date(2026, 1, 5)),
        replace(GRAPH, ours=tuple(replace(OURS[0], day=date(1900 + n, 1, 1)) for n in range(120))),
    ],
    ids=["theirs only", "ours only", "one day", "rated today", "a century"],
)
def test_a_graph_of_whatever_history_can_be_drawn(graph: StepGraph) -> None:
    """The first rating of an account is a graph already."""
    assert "Outstanding" in said(graph)


PAIR = TiedPair(
    theirs=(Run("Drug spend"),),
    ours=(Run("Units sold"),),
    perceived=Tie(effect=Effect.AGAINST, words="she believed: works against"),
    checked=Tie(effect=Effect.NEUTRAL, words="checked 3 Sep: no effect"),
    untold="not talked about yet",
)


def test_what_they_believe_is_dashed_and_what_was_checked_is_solid() -> None:
    """Each with its words on the line, so that none has to be learned."""
    figure = TieFigure(their_name="Dana", our_name="You", pairs=(PAIR,))
    assert drawn(figure).count(DASHED) == 2
    words = said(figure)
    assert "she believed: works against" in words
    assert "checked 3 Sep: no effect" in words
    assert "not talked about yet" not in words


def test_the_turning_point_stands_out_on_grey_paper() -> None:
    """By a line that is thicker than any other, with strong words on it."""
    plain = TieFigure(their_name="Dana", our_name="You", pairs=(PAIR,))
    turned = replace(plain, pairs=(replace(PAIR, is_turning_point=True),))
    assert "2.2 w" in drawn(turned)
    assert "2.2 w" not in drawn(plain)
    assert said(turned) == said(plain)


def test_a_pair_of_which_nothing_is_known_is_dotted() -> None:
    """It is drawn, so that it is asked about."""
    figure = TieFigure(
        their_name="Dana",
        our_name="You",
        pairs=(replace(PAIR, perceived=None, checked=None), TiedPair(theirs=(), ours=())),
    )
    assert drawn(figure).count(DOTTED) == 2
    assert "not talked about yet" in said(figure)


def test_no_word_of_a_line_is_lost_on_narrow_paper() -> None:
    """What does not fit beside the line goes into a second row."""
    long = "Maximiliana von Whitfield believed that this works against her"
    pair = replace(PAIR, perceived=Tie(effect=Effect.AGAINST, words=long))
    figure = TieFigure(their_name="Dana", our_name="You", pairs=(pair,))
    words = " ".join(said(figure, Paper.A5).split())
    for word in long.split():
        assert word in words


def test_on_narrow_paper_columns_stand_below_each_other() -> None:
    """Two columns of an A5 page would hold thirty letters a line."""
    both = Beside(left=(GRAPH,), right=(replace(GRAPH, our_name="others"),))
    assert drawn(both, Paper.A5).count(DOTTED) == 2
    assert said(Beside(left=(), right=(GRAPH,)), Paper.A5)
    assert said(Beside(left=(GRAPH, GRAPH), right=()), Paper.A4)


def test_a_column_higher_than_the_page_allows_goes_below_the_other() -> None:
    """What stands side by side is never parted, so it must not be too high for that."""
    high = Lines(items=tuple((Run(f"line {number}"),) for number in range(50)))
    both = Beside(left=(high,), right=(Lines(items=((Run("beside"),),)),))
    pages = texts(render(only(both), Paper.A4))
    assert " ".join(" ".join(pages).split()).index("line 49") < " ".join(
        " ".join(pages).split()
    ).index("beside")


def test_the_place_of_a_visit_stays_on_one_line_where_the_names_leave_room() -> None:
    """The hour to leave at, alone on a line of its own, is overlooked."""
    case = mercy_brief()
    place = "5 Lake Shore Drive, Port Clinton, second floor · 45 min drive, leave by 13:15"
    door = replace(case.door, people=(Run("Joan Petrakis"),), where=(Run(place),))
    page = texts(render(replace(case, door=door), Paper.A4))[0]
    assert place in page.split("\n")


@pytest.mark.parametrize("paper", Paper)
def test_a_door_of_whatever_length_stays_on_the_page(paper: Paper) -> None:
    """An account may be called after all its hospitals."""
    case = mercy_brief()
    long = replace(case.door, account="Administration of Hospitals " * 120, where=(), slot=())
    pages = texts(render(replace(case, door=long), paper))
    assert " ".join(" ".join(pages).split()).count("Administration of Hospitals") >= 120


def test_a_door_without_an_appointment_has_no_band() -> None:
    """Grey without words would look like something missing."""
    case = mercy_brief()
    bare = replace(case.door, next_fixed=(), slot=(), people=())
    plain = operators(render(replace(case, door=bare, first=(), second=()), Paper.A4))
    assert " re f Q" not in plain
    assert " re f Q" in operators(render(replace(case, first=(), second=()), Paper.A4))
