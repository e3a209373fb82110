"""What an import did."""

from journal.exchange.report import ImportReport, LineNote


def test_reports_of_several_files_add_up() -> None:
    """One import may take several files; the user reads one report."""
    skipped = LineNote(line=7, why="It has no date.", file="a.csv")
    noted = LineNote(line=9, why="It stands apart.", file="b.csv")
    one = ImportReport(read=3, new=1, known=1, skipped=(skipped,))
    other = ImportReport(read=2, changed=1, known=1, notes=(noted,))

    assert one + other == ImportReport(
        read=5, new=1, changed=1, known=2, skipped=(skipped,), notes=(noted,)
    )
