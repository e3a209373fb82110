"""An import's report in words: how much, then line by line what to look at."""

from collections.abc import Iterator

from PySide6.QtCore import QLocale

from journal.operations.importing import Imported
from journal.wording import _, ngettext


def headline(imported: Imported) -> str:
    """Say in one sentence what became of it."""
    report = imported.report
    rows = ngettext("{count} row read", "{count} rows read", report.read).format(
        count=_number(report.read)
    )
    parts = [
        (report.new, _("{count} records new")),
        (report.changed, _("{count} changed")),
        (report.known, _("{count} known already")),
        (len(report.skipped), _("{count} rows skipped")),
    ]
    told = [words.format(count=_number(count)) for count, words in parts if count]
    return f"{rows}: {', '.join(told)}." if told else _("{rows}: nothing new.").format(rows=rows)


def lines(imported: Imported) -> Iterator[str]:
    """Yield what was skipped and why, then what was taken and should be looked at."""
    report = imported.report
    for title, notes in (
        (_("Skipped"), report.skipped),
        (_("Taken, but please look at"), report.notes),
    ):
        if not notes:
            continue
        yield title
        for note in notes:
            where = _("line {line}").format(line=note.line) if note.line else _("whole file")
            yield f"  {note.file}, {where}: {note.why}" if note.file else f"  {where}: {note.why}"
        yield ""


def _number(count: int) -> str:
    return QLocale().toString(count)
