"""Quotes on cards, as long as they cover nothing."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from journal.domain.promise import Quote
from journal.domain.rating import Level
from journal.domain.record import RecordId
from journal.domain.relationship import Relationship
from journal.timeline.index import prepare
from journal.timeline.layout import lay_out
from journal.timeline.scene import Anchor, Lane, Role, Shape
from tests.timeline.drawing import drawn, spots, texts, whole_view
from tests.timeline.histories import ACCOUNT, NOW, account, case, meeting, rating

QUOTE = Quote(
    id=RecordId("quote"),
    account_id=ACCOUNT,
    text="It's not a priority.",
    said_on=date(2026, 3, 2),
    pinned=True,
)


def said(*quotes: Quote) -> Relationship:
    """Make a relationship of quotes, which went from good to bad."""
    return Relationship(
        account=account(),
        quotes=quotes,
        ratings=(
            rating(1, "2024-01-08", Level.OUTSTANDING),
            rating(2, "2026-01-05", Level.DAMAGED),
        ),
    )


def test_a_quote_stands_on_a_card_with_a_line_down_to_its_day() -> None:
    """Word for word, within its quotation marks."""
    scene = drawn(said(QUOTE))
    (card,) = scene.cards
    (spot,) = spots(scene, Lane.QUOTES)
    assert spot.rect == card.rect
    assert "“It's not a priority.”" in texts(scene)
    assert any(each.x1 == each.x2 and each.y1 <= card.rect.top for each in scene.lines)


def test_a_card_covers_neither_steps_nor_marks_nor_labels() -> None:
    """In the case, the cards stand where nothing happened."""
    scene = drawn(case())
    for card in scene.cards:
        inside = [each for each in scene.labels if each.rect.within(card.rect)]
        assert inside
        assert not any(each.rect.meets(card.rect) for each in scene.labels if each not in inside)
        assert not any(each.rect.meets(card.rect) for each in scene.marks)


def test_a_long_quote_is_broken_and_cut() -> None:
    """Three lines at most, and an ellipsis where there is more."""
    scene = drawn(replace(said(replace(QUOTE, text="word " * 60)), ratings=()))
    lines = [each for each in scene.labels if each.text.startswith(("“word", "word"))]
    assert len(lines) == 3
    assert lines[-1].text.endswith("…")


def test_a_quote_that_is_read_from_the_right_is_set_from_the_right() -> None:
    """Its lines end at the left, ragged."""
    scene = drawn(said(replace(QUOTE, text="لا أحد قضى الوقت ليفهم كيف يتم قياس عملي")))
    lines = [each for each in scene.labels if each.right_to_left]
    assert {each.anchor for each in lines} == {Anchor.END}


def test_every_line_of_a_quote_is_read_as_the_quote_is() -> None:
    """One that begins with a Latin name still belongs to an Arabic sentence."""
    scene = drawn(said(replace(QUOTE, text="لا أحد قضى الوقت Oracle ليفهم " + "Oracle " * 20)))
    lines = [each for each in scene.labels if each.role is Role.INK]
    assert [each.text.startswith("Oracle") for each in lines] == [False, True]
    assert all(each.right_to_left for each in lines)


def test_where_nothing_is_rated_a_quote_has_a_card_all_the_same() -> None:
    """It stands above the meetings; nothing keeps the room of the levels free."""
    scene = drawn(replace(said(QUOTE), ratings=(), meetings=(meeting(1, "2026-03-02"),)))
    assert [each.lane for each in scene.strips] == [Lane.QUOTES, Lane.MEETINGS]
    (card,) = scene.cards
    assert card.rect.bottom <= scene.strips[0].bottom


def test_a_quote_that_is_not_pinned_is_not_on_the_timeline() -> None:
    """Its page has all of them."""
    scene = drawn(said(replace(QUOTE, pinned=False)))
    assert spots(scene, Lane.QUOTES) == ()


def test_a_quote_without_room_for_a_card_is_a_small_sign() -> None:
    """Eight of one week do not all fit beside each other."""
    quotes = [
        replace(
            QUOTE, id=RecordId(f"quote-{n}"), said_on=date(2025, 12, 1) + timedelta(days=40 * n)
        )
        for n in range(8)
    ]
    scene = drawn(said(*quotes))
    assert any(each.shape is Shape.QUOTE for each in scene.marks)
    assert sum(len(each.records) for each in spots(scene, Lane.QUOTES)) == 8


def test_very_many_quotes_are_signs_and_numbers_only() -> None:
    """Which eight of fifty should have a card?"""
    quotes = [
        replace(QUOTE, id=RecordId(f"quote-{n}"), said_on=date(2024, 1, 1) + timedelta(days=20 * n))
        for n in range(50)
    ]
    scene = drawn(said(*quotes))
    assert not any("priority" in each for each in texts(scene))
    assert sum(len(each.records) for each in spots(scene, Lane.QUOTES)) == 50


@pytest.mark.parametrize("day", ["2023-12-30", "2026-11-20"])
def test_a_card_at_the_edge_stays_within_the_plot(day: str) -> None:
    """It goes to the other side of its line, or is a sign."""
    scene = drawn(said(replace(QUOTE, said_on=date.fromisoformat(day))))
    assert all(each.rect.within(scene.plot) for each in scene.cards)
    assert len(spots(scene, Lane.QUOTES)) == 1


def test_a_panel_too_narrow_for_a_word_has_signs_only() -> None:
    """A third of forty pixels is no room for a card."""
    timeline = prepare(said(QUOTE), now=NOW)
    scene = lay_out(timeline, whole_view(timeline, 140, 300))
    assert scene.cards == ()
    assert len(spots(scene, Lane.QUOTES)) == 1
