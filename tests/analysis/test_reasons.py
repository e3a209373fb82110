"""Why meetings were lost."""

import pytest

from journal.analysis.phrases import same_words
from journal.analysis.reasons import Reason, Source, is_explained, reasons
from journal.domain.meeting import Meeting, Status
from journal.domain.record import CommitmentId, RecordId, Side
from tests.analysis.made import cancelled, commitment, meeting

STAFF_MEETING = commitment("FREQ=WEEKLY;BYDAY=TH", "15:00")
DAY = "2026-03-19T14:00"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("not a priority", "Not a priority!"),
        ("not a priority", "  not\n a   priority ..."),
        ("“Not a priority.”", "not a priority"),
        ("it's not a priority", "It’s not a priority"),
        ("Straße gesperrt", "STRASSE GESPERRT"),
        ("ﬁnance is away", "finance is away"),
        ("não", "na\u0303o"),
        ("优先级不高", "优先级不高。"),
        ("ليست أولوية", "ليست أولوية؟"),
    ],
)
def test_the_same_words_are_the_same(one: str, other: str) -> None:
    """Case, punctuation, white space and spelling of accents are the typist's, not theirs."""
    assert same_words(one) == same_words(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("not a priority", "not priority"),
        ("not now", "notnow"),
        ("in 2026", "in 2027"),
        ("resume", "résumé"),
        ("🤷", "👍"),
    ],
)
def test_other_words_are_others(one: str, other: str) -> None:
    """Not to be taken for a stall."""
    assert same_words(one) != same_words(other)


def test_reasons_are_counted_found_ones_first_and_the_most_first() -> None:
    """Each as it was first put; the commitment that stood behind it makes two reasons one."""
    behind = STAFF_MEETING.id
    lost = [
        cancelled(
            DAY, stated_reason="Busy", found_reason="staff meeting next", found_commitment_id=behind
        ),
        cancelled(DAY, stated_reason="busy!", found_commitment_id=behind),
        cancelled(DAY, stated_reason="Ill"),
        cancelled(DAY, found_reason="Sold the ward"),
        cancelled(DAY, Side.OURS, stated_reason="flat tyre"),
        meeting(DAY, Status.NO_SHOW),
        meeting(DAY),
    ]

    assert reasons(lost, [STAFF_MEETING]) == (
        Reason(source=Source.FOUND, text="staff meeting next", commitment=STAFF_MEETING, count=2),
        Reason(source=Source.FOUND, text="Sold the ward", commitment=None, count=1),
        Reason(source=Source.STATED, text="Busy", commitment=None, count=2),
        Reason(source=Source.STATED, text="Ill", commitment=None, count=1),
    )


def test_a_commitment_alone_is_a_reason_and_one_in_the_trash_is_none() -> None:
    """Its title says it; an id that leads nowhere says nothing."""
    alone = cancelled(DAY, found_commitment_id=STAFF_MEETING.id)
    gone = cancelled(DAY, found_commitment_id=CommitmentId(RecordId("gone")))

    assert reasons([alone, gone], [STAFF_MEETING]) == (
        Reason(source=Source.FOUND, text="", commitment=STAFF_MEETING, count=1),
    )


@pytest.mark.parametrize(
    ("one", "explained"),
    [
        (cancelled(DAY), False),
        (cancelled(DAY, stated_reason="busy"), False),
        (cancelled(DAY, found_reason=" "), False),
        (cancelled(DAY, found_reason="staff meeting"), True),
        (cancelled(DAY, found_commitment_id=STAFF_MEETING.id), True),
        (meeting(DAY, Status.NO_SHOW), False),
    ],
)
def test_a_loss_is_explained_when_its_reason_was_found(
    one: Meeting,
    explained: bool,  # noqa: FBT001
) -> None:
    """What people say is "busy"; the staff meeting was the reason."""
    assert is_explained(one) is explained
