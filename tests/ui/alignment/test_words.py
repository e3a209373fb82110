"""What is said of numbers and pairs: only what was recorded."""

from dataclasses import replace
from datetime import date

import pytest

from journal.analysis.alignment_map import alignment_map, headline
from journal.analysis.wonders import wonders
from journal.domain.metric import Alignment, Effect, Metric, MetricReading
from journal.domain.record import Basis, MetricId, RecordId
from journal.ui.alignment import words
from journal.ui.alignment.charting import charted
from journal.ui.shared.account_view import AccountView
from tests.ui.case import DANA, HAAS, SPEND, TURNING, UNITS

AGAINST, NEUTRAL, FOR = Effect
DAY = date(2026, 9, 3)


def told(view: AccountView, **fields: object) -> AccountView:
    """Tell something else of the one pair of the case."""
    (pair,) = view.relationship.alignments
    plain = replace(pair, perceived=None, checked=None, checked_on=None, evidence="")
    changed = replace(plain, meeting_id=None, **fields)  # type: ignore[arg-type]
    return replace(view, relationship=replace(view.relationship, alignments=(changed,)))


def numbers_of(view: AccountView) -> tuple[Metric, Metric]:
    """Return theirs and ours."""
    by_id = {each.id: each for each in view.relationship.metrics}
    return by_id[SPEND], by_id[UNITS]


def answer(view: AccountView) -> str:
    """Return the sentence of the tab."""
    found = alignment_map(view.relationship, view.today)
    return words.headline_words(headline(found), view.relationship, view.today)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (
            {"perceived": AGAINST, "checked": NEUTRAL, "checked_on": DAY},
            (
                "They saw “Drug spend per bed-day” and “Units sold” working against each other; "
                "checked on 3 Sep, there is no effect."
            ),
        ),
        (
            {"perceived": AGAINST, "perceived_by_id": DANA, "checked": FOR},
            (
                "Dana Whitfield saw “Drug spend per bed-day” and “Units sold” working against each "
                "other; checked, they support each other."
            ),
        ),
        (
            {"perceived": AGAINST, "perceived_by_id": DANA, "perceived_on": date(2025, 3, 25)},
            (
                "Dana Whitfield saw “Drug spend per bed-day” and “Units sold” working against each "
                "other on 25 Mar 2025; nobody has checked it yet."
            ),
        ),
        (
            {"perceived": AGAINST, "checked": AGAINST, "checked_on": DAY},
            (
                "“Drug spend per bed-day” and “Units sold” do work against each other, as checked "
                "on 3 Sep."
            ),
        ),
        (
            {"checked": FOR, "checked_on": DAY},
            "“Drug spend per bed-day” and “Units sold”: supports, as checked on 3 Sep.",
        ),
        (
            {"perceived": NEUTRAL},
            (
                "“Drug spend per bed-day” and “Units sold”: no effect, as they see it; nobody has "
                "checked it yet."
            ),
        ),
        ({}, "Nobody has talked yet about what their numbers and ours do to each other."),
    ],
)
def test_the_first_sentence_says_what_is_recorded(
    mercy: AccountView, fields: dict[str, object], sentence: str
) -> None:
    """By whom, on which day, and nothing more where that is not known."""
    assert answer(told(mercy, **fields)) == sentence


def test_without_numbers_it_says_whose_are_missing(mercy: AccountView) -> None:
    """Theirs, ours, or both."""
    spend, units = numbers_of(mercy)
    for metrics, sentence in (
        ((spend,), "How they are measured is known; how we are is not noted yet."),
        ((units,), "How we are measured is noted; nobody knows how they are."),
        ((), "Nobody knows yet how they are measured."),
    ):
        whole = replace(mercy.relationship, metrics=metrics, alignments=())
        assert answer(replace(mercy, relationship=whole)) == sentence


def tally(view: AccountView) -> str:
    """Return what is counted."""
    found = alignment_map(view.relationship, view.today)
    return words.tally_words(found, wonders(found))


def test_it_counts_what_is_known_and_says_what_to_ask(mercy: AccountView) -> None:
    """Dana's one number was said; as a guess it is the first thing to ask about."""
    assert tally(mercy) == "1 of their numbers known · 1 of 1 pair looked at"
    spend, units = numbers_of(mercy)
    other = replace(spend, id=MetricId(RecordId("other")), text="Overtime")
    metrics = (replace(spend, basis=Basis.GUESS), replace(other, basis=Basis.GUESS), units)
    guessed = replace(mercy, relationship=replace(mercy.relationship, metrics=metrics))
    assert tally(guessed) == (
        "2 of their numbers known, 2 of them guesses · 1 of 2 pairs looked at · "
        "ask next: Drug spend per bed-day"
    )


def grounds(view: AccountView) -> list[str]:
    """Return what stands under the names, theirs first."""
    found = charted(alignment_map(view.relationship, view.today), view).chart
    columns = (*found.theirs, *found.ours)
    return [number.ground for column in columns for number in column.numbers]


def test_a_number_says_how_it_is_known_and_what_it_was(mercy: AccountView) -> None:
    """Of ours nobody asks how it is known; the latest reading counts."""
    spend, units = numbers_of(mercy)
    reading = MetricReading(id=RecordId("r"), metric_id=spend.id, day=DAY, value=12.5)

    def with_spend(**fields: object) -> str:
        changed = replace(spend, **fields)  # type: ignore[arg-type]
        whole = replace(mercy.relationship, metrics=(changed, units), readings=(reading,))
        return grounds(replace(mercy, relationship=whole))[0]

    assert with_spend(target="−4 %", unit="$") == (
        "said by them, 3 Sep · target −4 % · 12.5 $ on 3 Sep"
    )
    assert with_spend(basis=Basis.GUESS, noted_on=None) == "our guess · 12.5 on 3 Sep"
    assert with_spend(basis=Basis.REPORTED) == "reported, 3 Sep · 12.5 on 3 Sep"
    assert with_spend(basis=Basis.REPORTED, reported_by_id=DANA) == (
        "reported by Dana Whitfield, 3 Sep · 12.5 on 3 Sep"
    )


def test_whose_numbers_they_are_stands_above_them(mercy: AccountView) -> None:
    """Of a person, of oneself, of a colleague, of an organisation as a whole."""
    spend, units = numbers_of(mercy)
    numbers: tuple[Metric, ...] = (
        spend,
        replace(spend, id=MetricId(RecordId("theirs")), person_id=None),
        units,
        replace(units, id=MetricId(RecordId("colleague")), person_id=HAAS),
        replace(units, id=MetricId(RecordId("ours")), person_id=None),
    )
    view = replace(mercy, relationship=replace(mercy.relationship, metrics=numbers))
    chart = charted(alignment_map(view.relationship, view.today), view).chart
    assert [each.head for each in chart.theirs] == [
        "How Dana Whitfield is measured",
        "How Mercy General is measured",
    ]
    assert [each.head for each in chart.ours] == [
        "How you are measured",
        "How R. Haas is measured",
        "How we are measured",
    ]


def spoken(view: AccountView) -> str:
    """Return what is said of the one pair."""
    return charted(alignment_map(view.relationship, view.today), view).spoken[-1]


def test_a_pair_says_all_that_is_recorded(mercy: AccountView) -> None:
    """With the evidence, the day and the meeting; an unknown one that it is unknown."""
    assert spoken(mercy).splitlines() == [
        "“Drug spend per bed-day” and “Units sold”",
        "the turning point",
        "as they saw it: works against",
        "checked 3 Sep: no effect",
        "twelve months side by side",
        "meeting of 3 Sep",
    ]
    assert spoken(told(mercy, perceived=FOR, perceived_by_id=DANA)).splitlines()[1:] == [
        "as Dana Whitfield sees it: supports",
        "not checked yet",
    ]
    assert spoken(told(mercy)).splitlines()[1:] == ["not talked about"]
    assert spoken(told(mercy, checked=FOR)).splitlines()[1:] == ["checked: supports"]


def test_what_is_not_known_is_asked_plainly(mercy: AccountView) -> None:
    """Whom it is about, whether a guess is so, what to check, what one does to the other."""
    spend, units = numbers_of(mercy)
    numbers = (
        replace(spend, basis=Basis.GUESS),
        replace(
            spend, id=MetricId(RecordId("org")), text="Cost", basis=Basis.GUESS, person_id=None
        ),
        units,
    )
    (pair,) = mercy.relationship.alignments
    fear: Alignment = replace(pair, perceived=AGAINST, checked=None)
    whole = replace(mercy.relationship, metrics=numbers, alignments=(fear,))
    found = wonders(alignment_map(whole, mercy.today))
    assert [words.wonder_words(each) for each in found] == [
        "Is Dana Whitfield measured by “Drug spend per bed-day”?",
        "Are they measured by “Cost”?",
        "Do “Drug spend per bed-day” and “Units sold” work against each other? Check it together.",
        "What does “Units sold” do to “Cost”?",
    ]
    unmeasured = replace(mercy.relationship, metrics=(), alignments=())
    (first,) = wonders(alignment_map(unmeasured, mercy.today))
    assert words.wonder_words(first) == "How is Dana Whitfield measured?"
    assert tally(replace(mercy, relationship=unmeasured)).endswith(
        "ask next: how Dana Whitfield is measured"
    )


def test_the_meeting_of_the_case_is_named_by_its_day(mercy: AccountView) -> None:
    """As it stands in the form's list."""
    meeting = mercy.meeting(TURNING)
    assert meeting is not None
    assert words.meeting_words(meeting, mercy.today) == "meeting of 3 Sep"


def test_an_arabic_name_turns_nothing_around(mercy: AccountView) -> None:
    """Shut in where it is shown; what is kept of it is free of such marks."""
    spend, units = numbers_of(mercy)
    arabic = replace(spend, text="نسبة التوفر", basis=Basis.GUESS)
    view = replace(mercy, relationship=replace(mercy.relationship, metrics=(arabic, units)))
    assert answer(view).startswith("They saw “\u2068نسبة التوفر\u2069” and “Units sold”")
    (guess,) = wonders(alignment_map(view.relationship, view.today))
    assert words.question_text(guess) == "Is Dana Whitfield measured by “نسبة التوفر”?"
