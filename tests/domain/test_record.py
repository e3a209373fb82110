"""What every record carries, and what each line refuses."""

from datetime import date

import pytest

from journal.domain.record import (
    AccountId,
    Agreement,
    Basis,
    Line,
    PersonId,
    Record,
    RecordId,
    Side,
    Visibility,
    require_one_side,
    require_text,
)

ACCOUNT = AccountId(RecordId("a"))
DANA = PersonId(RecordId("dana"))


def test_a_record_needs_an_id() -> None:
    """Without one it could neither be saved nor told apart."""
    with pytest.raises(ValueError, match="needs an id"):
        Record(id=RecordId(""))


@pytest.mark.parametrize("day", [date.min, date(1899, 12, 31), date(2201, 1, 1), date.max])
def test_no_day_lies_where_days_cannot_be_counted_on(day: date) -> None:
    """Whatever looks a day or a year ahead would fall off the calendar."""
    with pytest.raises(ValueError, match="1900 and 2200"):
        Line(id=RecordId("l"), account_id=ACCOUNT, text="x", noted_on=day)


def test_the_first_and_the_last_day_of_the_model_are_kept() -> None:
    """The limits are meant as the years 1900 to 2200, both included."""
    for day in (date(1900, 1, 1), date(2200, 12, 31)):
        assert Line(id=RecordId("l"), account_id=ACCOUNT, text="x", noted_on=day).noted_on == day


def test_a_line_is_private_and_a_guess_until_somebody_says_otherwise() -> None:
    """What reaches the customer, and what counts as known, is always a choice."""
    line = Line(id=RecordId("l"), account_id=ACCOUNT, text="wants fewer stock-outs")

    assert line.visibility is Visibility.PRIVATE
    assert line.basis is Basis.GUESS
    assert line.agreement is Agreement.NOT_RAISED


@pytest.mark.parametrize("text", ["", " ", "\n\t\u3000"])
def test_a_line_says_something(text: str) -> None:
    """An empty line would print as an empty bullet; wide spaces are spaces too."""
    with pytest.raises(ValueError, match="empty"):
        Line(id=RecordId("l"), account_id=ACCOUNT, text=text)
    with pytest.raises(ValueError, match="empty"):
        require_text(text)


def test_only_a_reported_line_has_a_reporter() -> None:
    """Said and reported by somebody else contradict each other."""
    with pytest.raises(ValueError, match="reporter"):
        Line(id=RecordId("l"), account_id=ACCOUNT, text="x", basis=Basis.SAID, reported_by_id=DANA)

    reported = Line(
        id=RecordId("l"), account_id=ACCOUNT, text="x", basis=Basis.REPORTED, reported_by_id=DANA
    )
    assert reported.reported_by_id == DANA


def test_only_a_changed_line_has_another_wording() -> None:
    """A wording beside "agreed" would leave open which of the two was agreed."""
    with pytest.raises(ValueError, match="wording"):
        Line(
            id=RecordId("l"),
            account_id=ACCOUNT,
            text="x",
            agreement=Agreement.AGREED,
            agreed_wording="y",
        )

    changed = Line(
        id=RecordId("l"),
        account_id=ACCOUNT,
        text="x",
        noted_on=date(2026, 9, 3),
        agreement=Agreement.CHANGED,
        agreed_wording="y",
    )
    assert changed.agreed_wording == "y"


def test_what_belongs_to_one_side_is_not_shared() -> None:
    """Somebody has to keep a promise."""
    require_one_side(Side.OURS)
    require_one_side(Side.THEIRS)
    with pytest.raises(ValueError, match="one side"):
        require_one_side(Side.SHARED)
