"""Both sides' numbers side by side, and the sentence that comes of it."""

from dataclasses import replace

from journal.analysis.alignment_map import Answer, Headline, alignment_map, headline
from journal.analysis.wonders import About, Wonder, wonders
from journal.domain.metric import Alignment, Effect
from journal.domain.relationship import Relationship
from tests.analysis.case import FEAR_REFUTED, OVERTIME, SERVICE, SPEND, STOCK_OUTS, UNITS, case
from tests.analysis.made import DANA, LUIS, TODAY, alignment, on, person

AGAINST, NEUTRAL, FOR = Effect


def told(*alignments: Alignment) -> Headline:
    """Return the answer of the case with these pairs instead of its own."""
    return headline(alignment_map(replace(case(), alignments=alignments), TODAY))


def test_numbers_stand_by_person_and_are_counted() -> None:
    """Three of Dana's of which one is a guess, two of ours; M. Reyes has left with his."""
    found = alignment_map(case(), TODAY)
    assert [
        (None if each.person is None else each.person.id, [line.metric for line in each.lines])
        for each in found.theirs
    ] == [(DANA, [SPEND, STOCK_OUTS, OVERTIME])]
    assert [[line.metric for line in each.lines] for each in found.ours] == [[UNITS, SERVICE]]
    assert (found.known, found.guessed, found.looked_at, len(found.pairs)) == (3, 1, 2, 6)
    assert found.unmeasured == (person(LUIS),)


def test_numbers_of_the_whole_organisation_stand_last() -> None:
    """Whoever has a role comes first, however the numbers were noted."""
    whole = replace(SPEND, person_id=None)
    found = alignment_map(replace(case(), metrics=(whole, STOCK_OUTS, UNITS)), TODAY)
    assert [each.person and each.person.id for each in found.theirs] == [DANA, None]
    assert [each.theirs for each in found.pairs] == [STOCK_OUTS, whole]


def test_a_refuted_fear_comes_before_everything_else() -> None:
    """It is the turning point; of two the one that was checked last."""
    earlier = alignment(SPEND, SERVICE, perceived=AGAINST, checked=FOR, checked_on=on("2026-03-01"))
    later = alignment(
        STOCK_OUTS, UNITS, perceived=AGAINST, checked=NEUTRAL, checked_on=on("2026-09-03")
    )
    feared = alignment(SPEND, UNITS, perceived=AGAINST)
    found = told(feared, later, earlier)
    assert found.answer is Answer.TURNING_POINT
    assert found.pair is not None
    assert found.pair.alignment == later


def test_a_fear_that_nobody_checked_comes_next() -> None:
    """Of two the one that they told last; one without a day is the older."""
    undated = alignment(SPEND, UNITS, perceived=AGAINST)
    dated = alignment(SPEND, SERVICE, perceived=AGAINST, perceived_on=on("2026-03-25"))
    clash = alignment(STOCK_OUTS, UNITS, checked=AGAINST)
    found = told(undated, dated, clash)
    assert found.answer is Answer.FEARED
    assert found.pair is not None
    assert found.pair.alignment == dated


def test_then_a_clash_then_what_was_checked_then_what_they_see() -> None:
    """Each only where nothing more telling is known."""
    seen = alignment(SPEND, UNITS, perceived=FOR)
    checked = alignment(SPEND, SERVICE, checked=FOR)
    clash = alignment(STOCK_OUTS, UNITS, perceived=AGAINST, checked=AGAINST)
    for alignments, answer, meant in (
        ((seen, checked, clash), Answer.CLASH, clash),
        ((seen, checked), Answer.MEETS, checked),
        ((seen,), Answer.MEETS, seen),
    ):
        found = told(*alignments)
        assert found.answer is answer
        assert found.pair is not None
        assert found.pair.alignment == meant


def test_without_pairs_it_says_which_side_is_not_known() -> None:
    """Both sides' numbers, theirs alone, ours alone, none."""
    assert told() == Headline(answer=Answer.UNTOLD)
    for metrics, answer in (
        ((SPEND,), Answer.NOT_OURS),
        ((UNITS,), Answer.NOT_THEIRS),
        ((), Answer.NO_NUMBERS),
    ):
        whole = replace(case(), metrics=metrics, alignments=())
        assert headline(alignment_map(whole, TODAY)) == Headline(answer=answer)


def asked(whole: Relationship) -> list[tuple[About, str | None]]:
    """Return what there is to wonder about, and whom to ask."""
    return [
        (each.about, None if each.person is None else each.person.id)
        for each in wonders(alignment_map(whole, TODAY))
    ]


def test_what_is_not_known_becomes_a_question() -> None:
    """Luis has no number, overtime is a guess, a fear is unchecked, four pairs are untold."""
    fear = alignment(SPEND, SERVICE, perceived=AGAINST)
    whole = replace(case(), alignments=(FEAR_REFUTED, fear))
    assert asked(whole) == [
        (About.PERSON, LUIS),
        (About.GUESS, DANA),
        (About.FEAR, DANA),
        *[(About.PAIR, DANA)] * 4,
    ]
    found = alignment_map(whole, TODAY)
    first, guess, doubt, *_others = wonders(found)
    assert first == Wonder(about=About.PERSON, person=person(LUIS))
    assert guess.line is not None
    assert guess.line.metric == OVERTIME
    assert doubt.pair is not None
    assert doubt.pair.alignment == fear
