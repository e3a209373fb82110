"""The past in words."""

from datetime import UTC, datetime

import pytest

from journal.domain.account import Account
from journal.domain.meeting import Meeting
from journal.domain.promise import Promise
from journal.domain.rating import Rating
from journal.domain.record import Record
from journal.operations.past import FieldChange, Past
from journal.store.rows import columns_of
from journal.store.tables import TABLES
from journal.ui.history.fields import field_words
from journal.ui.history.words import change_words, past_words, title_words

NEVER_TOLD = {"id", "minute_of_day", "revision", "starts_utc", "weekday"}
OF_IMPORTS_AND_DOCUMENTS = {"digest", "key", "record", "section", "size_bytes", "source", "version"}


def past(of: type[Record] = Promise, kind: str = "do") -> Past:
    """Make one whose fields are told apart from it."""
    at = datetime(2026, 11, 23, tzinfo=UTC)
    return Past(at=at, name="Edit promise", kind=kind, of=of, changes=(), is_new=False)


@pytest.mark.parametrize(
    ("of", "field", "before", "after", "words"),
    [
        (Promise, "text", "Stock", "Stock figures", "Text: “Stock figures”, before “Stock”"),
        (Promise, "due_on", None, "2026-11-27", "Due on: Fri 27 Nov 2026"),
        (Promise, "due_on", "2026-11-27", None, "Due on: Fri 27 Nov 2026, taken away"),
        (Promise, "visibility", "private", "shareable", "Visibility: shareable, before private"),
        (Promise, "agreement", "agreed", "not_raised", "Agreement: not raised, before agreed"),
        (Rating, "level", 1, 2, "Rating: Strained, before Damaged"),
        (Account, "travel_min", None, 120, "Travel (minutes): 120"),
        (Meeting, "starts_at", "2026-12-03T14:00", "2026-12-01T10:00",
         "When: Tue 1 Dec 2026, 10:00, before Thu 3 Dec 2026, 14:00"),
        # 19:05 UTC is 20:05 in Prague, where this laptop stands.
        (Meeting, "cancelled_at", None, "2026-12-01T19:05:00.000000+00:00",
         "Cancelled at: Tue 1 Dec 2026, 20:05"),
        (Promise, "deleted_at", None, "2026-12-01T19:05:00.000000+00:00", "put into the trash"),
        (Promise, "deleted_at", "2026-12-01T19:05:00.000000+00:00", None, "taken out of the trash"),
        (Promise, "text", "", "x" * 400, "Text: “" + "x" * 300 + "…”"),
    ],
)  # fmt: skip
def test_a_change_of_a_field_is_told_as_people_say_it(
    of: type[Record], field: str, before: str | int | None, after: str | int | None, words: str
) -> None:
    """No value of the file shows as the file writes it."""
    change = FieldChange(field=field, before=before, after=after)
    assert change_words(past(of), change) == words


def test_undo_and_redo_are_told_as_such() -> None:
    """They bear the name of what they undid."""
    assert past_words(past()) == "Edit promise"
    assert past_words(past(kind="undo")) == "Undone: Edit promise"
    assert past_words(past(kind="redo")) == "Done again: Edit promise"


def test_a_record_is_told_with_its_kind() -> None:
    """Some have no title of their own."""
    assert title_words(Promise, "Stock figures") == "Promise: Stock figures"
    assert title_words(Rating, "") == "Rating"


def test_every_field_of_the_file_has_its_name() -> None:
    """A new one cannot be forgotten: its bare name would show."""
    fields = {field for kind in TABLES for field in columns_of(kind)}
    nameless = {field for field in fields if field_words(field) == field.replace("_", " ")}
    assert nameless == NEVER_TOLD | OF_IMPORTS_AND_DOCUMENTS
