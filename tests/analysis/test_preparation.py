"""Page 2 of the brief: what was prepared, side by side."""

from dataclasses import replace

from journal.analysis.preparation import BySide, OptionLine, open_negotiation, preparation
from journal.domain.plan import Negotiation, OptionLink
from journal.domain.record import NegotiationId, RecordId
from tests.analysis.case import (
    BE_SEEN,
    BENCHMARK,
    FEAR_REFUTED,
    FEWER_STOCK_OUTS,
    HERS,
    NEGOTIATION,
    NO_SURPRISE,
    OLD_IDEA,
    PILOT,
    REVIEW,
    SUPPORTS,
    case,
)
from tests.analysis.made import MERCY, TODAY, new_id, on, relationship


def negotiation(opened_on: str, **fields: object) -> Negotiation:
    """Make a negotiation."""
    made = Negotiation(
        id=NegotiationId(new_id()), account_id=MERCY, title="One", opened_on=on(opened_on)
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def test_each_kind_stands_by_whose_it_is() -> None:
    """Theirs, ours, and what both want."""
    found = preparation(case(), today=TODAY)

    assert found.negotiation == NEGOTIATION
    assert found.interests == BySide(theirs=(NO_SURPRISE, BE_SEEN), shared=(FEWER_STOCK_OUTS,))
    assert found.criteria == BySide(shared=(BENCHMARK,))
    assert [each.text for each in found.alternatives.theirs] == ["Present supplier"]
    assert [each.text for each in found.alternatives.ours] == ["Work with Luis"]
    assert [each.text for each in found.norms.theirs] == ["Tell us a day before"]
    assert [each.text for each in found.norms.ours] == ["We come on Tuesdays"]


def test_an_option_names_what_it_serves_and_meets() -> None:
    """How it was answered stands on the option itself."""
    found = preparation(case(), today=TODAY)
    assert found.options == (
        OptionLine(option=REVIEW, serves=(NO_SURPRISE,), meets=(BENCHMARK,)),
        OptionLine(option=PILOT, serves=(FEWER_STOCK_OUTS,), meets=()),
        OptionLine(option=OLD_IDEA, serves=(), meets=()),
    )


def test_a_link_to_what_is_in_the_trash_serves_nothing() -> None:
    """The line is gone, the link may remain."""
    gone = OptionLink(id=new_id(), option_id=REVIEW.id, interest_id=BE_SEEN.id)
    one = relationship(options=(REVIEW,), option_links=(gone,))
    assert preparation(one, today=TODAY).options == (
        OptionLine(option=REVIEW, serves=(), meets=()),
    )


def test_numbers_stand_side_by_side_with_the_pairs_that_were_looked_at() -> None:
    """Two of six: M. Reyes' number left with M. Reyes."""
    found = preparation(case(), today=TODAY)
    assert [each.metric.text for each in found.metrics.theirs] == [
        "spend",
        "stock-outs",
        "overtime",
    ]
    assert [each.metric.text for each in found.metrics.ours] == ["units", "service"]
    assert [each.alignment for each in found.pairs] == [FEAR_REFUTED, SUPPORTS]
    assert found.pairs_in_all == 6


def test_only_visions_whose_day_was_not_answered_stand() -> None:
    """What became of older ones is told elsewhere."""
    found = preparation(case(), today=TODAY)
    assert found.visions.theirs == (HERS,)
    assert len(found.visions.ours) == 1


def test_lines_of_another_negotiation_are_left_out() -> None:
    """Those of the account as a whole always stand, those of the open one beside them."""
    closed = replace(NEGOTIATION, closed_on=TODAY)
    found = preparation(replace(case(), negotiations=(closed,)), today=TODAY)
    assert found.negotiation is None
    assert found.interests == BySide(shared=(FEWER_STOCK_OUTS,))

    other = replace(NO_SURPRISE, negotiation_id=NegotiationId(RecordId("other")))
    with_other = replace(case(), interests=(other, FEWER_STOCK_OUTS))
    assert preparation(with_other, today=TODAY).interests == BySide(shared=(FEWER_STOCK_OUTS,))


def test_the_open_negotiation_was_opened_last_and_not_closed_by_today() -> None:
    """One that closes tomorrow is open today; one that opens tomorrow is not."""
    older, newer = negotiation("2026-01-01"), negotiation("2026-06-01")
    closed = negotiation("2026-09-01", closed_on=TODAY)
    closes_tomorrow = negotiation("2026-09-02", closed_on=on("2026-11-24"))
    today, tomorrow = negotiation("2026-11-23"), negotiation("2026-11-24")

    assert open_negotiation([newer, older, closed, tomorrow], TODAY) == newer
    assert open_negotiation([newer, closes_tomorrow], TODAY) == closes_tomorrow
    assert open_negotiation([newer, today], TODAY) == today
    assert open_negotiation([closed, tomorrow], TODAY) is None


def test_a_section_with_nothing_on_any_side_is_empty() -> None:
    """The brief leaves an empty section out."""
    empty: BySide[str] = BySide()
    assert not empty
    assert BySide(shared=("x",))
    assert BySide(ours=("x",))
    assert BySide(theirs=("x",))
