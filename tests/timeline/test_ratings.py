"""Ratings are steps: a level holds until somebody says another."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from journal.domain.person import Person
from journal.domain.rating import Facet, Level, Rating, Viewpoint
from journal.domain.record import PersonId, RecordId
from journal.domain.relationship import Relationship
from journal.timeline.index import prepare
from journal.timeline.layout import lay_out
from journal.timeline.scene import Dash, Lane, Line, Role, Scene, Shape
from tests.timeline.drawing import drawn, spots, texts, whole_view
from tests.timeline.histories import NOW, account, case, rating


def rated(*ratings: Rating) -> Relationship:
    """Make a relationship of ratings only."""
    return Relationship(account=account(), ratings=ratings)


def steps(scene: Scene, dash: Dash = Dash.SOLID) -> list[Line]:
    """Return the lines in the colour of a rating."""
    return [each for each in scene.lines if each.role.startswith("rating_") and each.dash is dash]


def test_a_rating_is_drawn_as_a_step_and_never_as_a_slope() -> None:
    """Nobody knows of a level between two, nor of a day between two ratings."""
    lines = steps(
        drawn(
            rated(rating(1, "2026-01-05", Level.NEUTRAL), rating(2, "2026-05-04", Level.STRAINED))
        )
    )
    assert len(lines) == 3
    assert all(each.x1 == each.x2 or each.y1 == each.y2 for each in lines)
    flat, riser, after = lines
    assert flat.role is Role.RATING_NEUTRAL
    assert riser.role is after.role is Role.RATING_STRAINED
    assert flat.x2 == riser.x1 == after.x1


def test_the_last_rating_holds_until_today() -> None:
    """What was said in May is what we know in November."""
    relationship = rated(rating(1, "2026-05-04", Level.POSITIVE))
    timeline = prepare(relationship, now=NOW)
    view = whole_view(timeline)
    (line,) = steps(lay_out(timeline, view))
    assert line.x2 == pytest.approx(view.x_of(NOW.timestamp()))


def test_confirming_a_level_draws_a_mark_but_no_step() -> None:
    """The line goes on, the mark says that it was rated again."""
    scene = drawn(
        rated(rating(1, "2026-01-05", Level.NEUTRAL), rating(2, "2026-05-04", Level.NEUTRAL))
    )
    assert len(steps(scene)) == 1
    assert [each.shape for each in scene.marks] == [Shape.RATING] * 2


def test_the_gap_between_the_sides_is_filled_as_long_as_there_is_one() -> None:
    """From the day they said otherwise to the day we agreed; a guess is no side."""
    relationship = rated(
        rating(1, "2026-01-05", Level.NEUTRAL),
        rating(2, "2026-02-02", Level.DAMAGED, Viewpoint.THEIRS_SAID),
        rating(3, "2026-05-04", Level.DAMAGED),
        rating(4, "2026-06-01", Level.POSITIVE, Viewpoint.THEIRS_GUESSED),
        rating(5, "2026-08-03", Level.STRAINED),
    )
    timeline = prepare(relationship, now=NOW)
    view = whole_view(timeline)
    scene = lay_out(timeline, view)
    gaps = [each.rect for each in scene.boxes if each.fill is Role.GAP]
    days = [date(2026, 2, 2), date(2026, 5, 4), date(2026, 8, 3)]
    xs = [view.x_of(timeline.wall.noon_of(each)) for each in days]
    edges = [edge for each in gaps for edge in (each.left, each.right)]
    assert edges == pytest.approx([*xs, view.x_of(timeline.now)])
    # Neutral over damaged is two rows, strained over damaged one; theirs stands a little aside.
    assert gaps[0].height > 1.5 * gaps[1].height
    before = replace(view, start=view.start - 9e7, end=view.start - 1e6)
    assert not [each for each in lay_out(timeline, before).boxes if each.fill is Role.GAP]


def test_both_sides_are_told_apart_by_line_and_mark() -> None:
    """Ours is solid with dots, theirs dotted with squares, a guess has no line at all."""
    scene = drawn(
        rated(
            rating(1, "2026-01-05", Level.NEUTRAL),
            rating(2, "2026-02-02", Level.STRAINED, Viewpoint.THEIRS_SAID),
            rating(3, "2026-03-02", Level.POSITIVE, Viewpoint.THEIRS_GUESSED),
        )
    )
    assert [each.role for each in steps(scene, Dash.DOTTED)] == [Role.RATING_STRAINED]
    assert {each.shape for each in scene.marks} == {
        Shape.RATING,
        Shape.RATING_SAID,
        Shape.RATING_GUESSED,
    }


def test_theirs_does_not_hide_ours_on_the_same_level() -> None:
    """Both said Strained on the same day: two marks, one beside the other."""
    scene = drawn(
        rated(
            rating(1, "2026-09-03", Level.STRAINED),
            rating(2, "2026-09-03", Level.STRAINED, Viewpoint.THEIRS_SAID),
        )
    )
    ours, theirs = scene.marks
    assert ours.y < theirs.y
    assert len(spots(scene, Lane.RATINGS)) == 2


def test_theirs_alone_stand_on_the_middle_of_the_row() -> None:
    """There is nothing to step aside for."""
    (mark,) = drawn(rated(rating(1, "2026-09-03", Level.NEUTRAL, Viewpoint.THEIRS_SAID))).marks
    rows = {each.y1 for each in drawn(rated()).lines if each.y1 == each.y2}
    assert any(mark.y == pytest.approx(each) for each in rows)


def test_the_five_levels_are_named_whether_or_not_anything_was_rated() -> None:
    """The words beside the rows say what the height means."""
    assert {"Damaged", "Strained", "Neutral", "Positive", "Outstanding"} <= set(
        texts(drawn(rated()))
    )


def test_many_ratings_are_drawn_as_their_range_and_counted_once() -> None:
    """A thousand ratings are a few lines and numbers, and none is left out."""
    days = [date(2024, 1, 1) + timedelta(days=n) for n in range(1_000)]
    levels = [Level(1 + n % 2) for n in range(1_000)]
    scene = drawn(
        rated(
            *(
                rating(n, day.isoformat(), level)
                for n, (day, level) in enumerate(zip(days, levels, strict=True))
            )
        )
    )
    assert len(steps(scene)) < 300
    assert sum(len(each.records) for each in spots(scene, Lane.RATINGS)) == 1_000


def test_a_turning_point_stands_above_what_both_sides_thought() -> None:
    """In the case theirs was Neutral, so the diamond stands above that."""
    scene = drawn(case())
    diamond = next(each for each in scene.marks if each.shape is Shape.TURNING_POINT)
    said = next(each for each in scene.marks if each.shape is Shape.RATING_SAID)
    assert diamond.y + diamond.radius_px < said.y - said.radius_px
    assert diamond.x == pytest.approx(said.x)
    (spot,) = spots(scene, Lane.TURNING_POINTS)
    assert "was thought to clash" in spot.words


def by(person: str, *ratings: Rating) -> tuple[Rating, ...]:
    """Say who rated."""
    return tuple(replace(each, person_id=PersonId(RecordId(person))) for each in ratings)


PEOPLE = (
    Person(id=PersonId(RecordId("olsen")), name="P. Olsen"),
    Person(id=PersonId(RecordId("me")), name="Jo Arnold", is_self=True),
)
RATED_BY_TWO = replace(
    rated(
        *by(
            "olsen", rating(1, "2024-01-05", Level.NEUTRAL), rating(2, "2025-01-06", Level.NEUTRAL)
        ),
        rating(3, "2025-06-02", Level.NEUTRAL),
        *by("me", rating(4, "2026-01-05", Level.DAMAGED), rating(5, "2026-06-01", Level.DAMAGED)),
    ),
    people=PEOPLE,
)


def test_a_new_rater_is_marked_with_the_first_rating() -> None:
    """A fall may be in the eye of the new owner; who is not named changes nothing."""
    scene = drawn(RATED_BY_TWO)
    assert [each.shape for each in scene.marks if each.role is Role.RATING_DAMAGED] == [
        Shape.RATING_BY_ANOTHER,
        Shape.RATING,
    ]
    assert {each.shape for each in scene.marks if each.role is Role.RATING_NEUTRAL} == {
        Shape.RATING
    }


def test_who_rated_is_said_and_instead_of_whom() -> None:
    """The words of the second, third and fourth."""
    words = [each.words for each in spots(drawn(RATED_BY_TWO), Lane.RATINGS)]
    assert words[1:4] == [
        "Mon 6 Jan 2025: Neutral, our rating, by \u2068P. Olsen\u2069.",
        "Mon 2 Jun 2025: Neutral, our rating.",
        "Mon 5 Jan 2026: Damaged, our rating, now by you, before by \u2068P. Olsen\u2069.",
    ]


def test_another_of_theirs_is_marked_and_a_guess_or_a_facet_is_not() -> None:
    """Two of them see it differently; of a guess only we are the source."""
    said, guessed = Viewpoint.THEIRS_SAID, Viewpoint.THEIRS_GUESSED
    trust = replace(rating(9, "2026-02-02", Level.NEUTRAL, said), facet=Facet.TRUST)
    scene = drawn(
        rated(
            *by(
                "dana",
                rating(1, "2025-01-06", Level.NEUTRAL, said),
                rating(2, "2025-01-07", Level.NEUTRAL, guessed),
            ),
            *by("luis", trust, rating(3, "2026-03-02", Level.NEUTRAL, said)),
            *by("me", rating(4, "2026-06-01", Level.NEUTRAL, guessed)),
        )
    )
    assert sorted(each.shape for each in scene.marks) == [
        Shape.RATING_GUESSED,
        Shape.RATING_GUESSED,
        Shape.RATING_SAID,
        Shape.RATING_SAID_BY_ANOTHER,
    ]
