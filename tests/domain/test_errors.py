"""What may go wrong in the world is one sentence, and the rest on request."""

import pytest

from journal.domain.errors import (
    AlteredJournalError,
    BusyJournalError,
    DamagedJournalError,
    JournalError,
    NewerJournalError,
    NotAJournalError,
    NotFoundError,
    NotSavedError,
    OvertakenError,
    RefusedFileError,
)


@pytest.mark.parametrize(
    "kind",
    [
        AlteredJournalError,
        BusyJournalError,
        DamagedJournalError,
        NewerJournalError,
        NotAJournalError,
        NotFoundError,
        NotSavedError,
        OvertakenError,
        RefusedFileError,
    ],
)
def test_each_error_of_the_world_is_caught_as_one_and_says_its_sentence(
    kind: type[JournalError],
) -> None:
    """Whoever shows errors knows one kind, and never shows the details unasked."""
    error = kind("The disk is full. Nothing was changed.", "OSError 28")

    assert isinstance(error, JournalError)
    assert str(error) == error.sentence == "The disk is full. Nothing was changed."
    assert error.details == "OSError 28"


def test_an_error_may_have_no_details() -> None:
    """A sentence can say it all."""
    assert JournalError("There is no such account.").details == ""
