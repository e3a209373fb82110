"""What may be shared, as a value."""

from dataclasses import fields
from datetime import date

from journal.domain.framework import Framework, Part, SharedLine, SharedPair
from journal.domain.metric import Effect, Metric
from journal.domain.plan import Criterion, Option
from journal.domain.record import RecordId, Side

IDEA, YARDSTICK, THEIRS, OURS = (RecordId(each) for each in ("idea", "yardstick", "theirs", "ours"))
PAGE = Framework(
    account="Harbor Health",
    author="Nora Lindqvist",
    version=1,
    day=date(2026, 11, 23),
    recipients=(),
    lines=(
        SharedLine(
            record=THEIRS, kind=Metric, part=Part.MEASURED, text="Readmissions", side=Side.THEIRS
        ),
        SharedLine(record=OURS, kind=Metric, part=Part.MEASURED, text="Service", side=Side.OURS),
        SharedLine(
            record=IDEA, kind=Option, part=Part.IDEAS, text="One plan", judged_by=(YARDSTICK,)
        ),
        SharedLine(record=YARDSTICK, kind=Criterion, part=Part.IDEAS, text="Days to first order"),
    ),
    pairs=(SharedPair(record=RecordId("pair"), theirs=THEIRS, ours=OURS, effect=Effect.SUPPORTS),),
)


def test_there_is_no_room_for_anything_private() -> None:
    """What has no place in the type cannot reach the page; who adds a field reads this first."""
    assert {each.name for each in fields(SharedLine)} == {
        *("record", "kind", "part", "text", "agreement", "side", "judged_by", "who", "day")
    }
    assert {each.name for each in fields(SharedPair)} == {"record", "theirs", "ours", "effect"}
    assert {each.name for each in fields(Framework)} == {
        *("account", "author", "version", "day", "recipients", "lines", "pairs")
    }


def test_the_lines_of_a_section_can_be_had_by_side() -> None:
    """In the order in which they stand."""
    assert [each.record for each in PAGE.of(Part.MEASURED)] == [THEIRS, OURS]
    assert [each.record for each in PAGE.of(Part.MEASURED, Side.OURS)] == [OURS]
    assert PAGE.of(Part.STEPS) == ()


def test_a_line_that_is_cut_takes_along_what_was_only_about_it() -> None:
    """A pair of which one number is gone says nothing; nor does a yardstick that is not there."""
    rest = PAGE.without({THEIRS, YARDSTICK})

    assert [each.record for each in rest.lines] == [OURS, IDEA]
    assert rest.pairs == ()
    assert rest.lines[1].judged_by == ()
    assert PAGE.without(set()) == PAGE
