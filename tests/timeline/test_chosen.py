"""The one record that the user looks at."""

from journal.domain.record import RecordId
from journal.timeline.index import prepare
from journal.timeline.layout import Look, lay_out
from journal.timeline.scene import Lane, Role, Scene, Shape
from tests.timeline.drawing import drawn, spots, whole_view
from tests.timeline.histories import NOW, case, crowd


def chosen(record_id: str, *, many: bool = False) -> Scene:
    """Draw the case, or a crowd, with one record chosen."""
    return drawn(crowd() if many else case(), Look(chosen=RecordId(record_id)))


def test_a_mark_is_ringed() -> None:
    """With a thin line up to what else happened then."""
    scene = chosen("meeting-34")
    (ring,) = [each for each in scene.marks if each.shape is Shape.CHOSEN]
    dot = next(each.rect for each in spots(scene, Lane.MEETINGS) if each.records[0] == "meeting-34")
    assert dot.within(ring.rect)
    assert any(each.x1 == each.x2 == ring.x and each.role is Role.LINE for each in scene.lines)


def test_a_span_is_framed() -> None:
    """A ring about it would be as wide as the window."""
    scene = chosen("barrier-1")
    (frame,) = [each for each in scene.cards if each.edge is Role.INK]
    assert frame.rect == next(
        each.rect for each in spots(scene, Lane.BARRIERS) if each.records[0] == "barrier-1"
    )


def test_a_bar_is_framed_however_thin() -> None:
    """It is no mark."""
    assert [each.edge for each in chosen("reading-3").cards].count(Role.INK) == 1


def test_a_count_is_framed_if_the_record_is_in_it() -> None:
    """And only that one."""
    scene = chosen("meeting-700", many=True)
    (frame,) = [each for each in scene.cards if each.edge is Role.INK]
    (spot,) = [each for each in scene.spots if "meeting-700" in each.records]
    assert frame.rect == spot.rect


def test_what_is_not_on_the_timeline_is_not_set_off() -> None:
    """The user looks at a person, or at a meeting of another account."""
    timeline = prepare(case(), now=NOW)
    view = whole_view(timeline)
    assert lay_out(timeline, view, Look(chosen=RecordId("dana"))) == lay_out(timeline, view)
