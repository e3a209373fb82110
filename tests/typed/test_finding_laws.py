"""What holds of every line."""

from hypothesis import given
from hypothesis import strategies as st

from journal.domain.record import CommitmentId, Line, RecordId
from journal.typed.finding import FindingKind
from journal.typed.finding_words import finding_words
from journal.typed.records import Place, commitment_of, line_of, person_of
from tests.typed.listening import DANA, heard
from tests.typed.reading import LONDON, TODAY
from tests.typed.test_finding_records import PLACE, SOMEBODY

VOCABULARY = [
    '"', "'", "“", "”", "!", ">", "#", "@", "~", "*", "?", "^", ":", "->", "(", ")", ",", "+share",
    "Dana", "Da", "me", "ours", "theirs", "both", "guess", "(guess)", "reported by", "Luis", "by",
    "fri", "31 jun", "thu", "15:00", "every", "other", "second", "tue", "of the month", "first",
    "and", "15th", "since", "jan", "weekly", "1h", "9-10", "ß", "ﬁ", "İ", "stock figures", "10",
]  # fmt: skip
MARKS = st.sampled_from("\"'“„«!>#@~*?^")
LINES = st.one_of(
    st.text(),
    st.builds(str.__add__, MARKS, st.text()),
    st.builds(str.__add__, MARKS, st.lists(st.sampled_from(VOCABULARY), max_size=9).map(" ".join)),
)
NO_LINES = {FindingKind.NOTE, FindingKind.PERSON, FindingKind.COMMITMENT}


@given(line=LINES)
def test_every_line_is_a_finding_and_becomes_a_record(line: str) -> None:
    """It is read at each key press, and kept as it stands when the form is left."""
    finding = heard(line)
    assert finding_words(finding, TODAY)
    if finding.kind is FindingKind.NOTE:
        assert finding.text == line.strip()
    elif finding.kind is FindingKind.PERSON:
        assert person_of(finding, SOMEBODY).name == finding.text
    elif finding.kind is FindingKind.COMMITMENT:
        commitment = CommitmentId(RecordId("new"))
        assert commitment_of(finding, commitment, DANA.id, LONDON).title == finding.text
    else:
        assert isinstance(line_of(finding, RecordId("new"), PLACE), Line)


@given(text=st.text(alphabet="abc de", min_size=1).filter(str.strip), mark=MARKS)
def test_words_without_a_meaning_of_their_own_are_kept(text: str, mark: str) -> None:
    """Nothing that was typed is lost, whatever it is taken for."""
    finding = heard(mark + text)
    assert "".join(text.split()) in "".join(finding.text.split())


def test_a_place_may_be_outside_a_meeting() -> None:
    """At the desk findings belong to the account alone."""
    place = Place(account_id=PLACE.account_id, day=TODAY)
    line = line_of(heard("! no time"), RecordId("new"), place)
    assert (line.meeting_id, line.negotiation_id, line.position) == (None, None, 0)
