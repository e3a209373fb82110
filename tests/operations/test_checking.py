"""Whether the journal is sound."""

from journal.operations.checking import check
from journal.operations.journal import Journal


def test_a_journal_that_was_just_written_is_sound(journal: Journal) -> None:
    """Through a fellow, as the window does it."""
    with journal.fellow() as fellow:
        assert check(fellow) == ()


def test_an_altered_letter_is_found(journal: Journal) -> None:
    """With the record that it belongs to."""
    journal.file.connection.execute("UPDATE people SET name = 'Dina' WHERE id = 'dana'")

    (finding,) = check(journal)

    assert (finding.table, finding.record) == ("people", "dana")
