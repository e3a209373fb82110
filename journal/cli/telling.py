"""What is said in a terminal, and the same for a program."""

import json
import sys
import time
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from journal.analysis.sharing import CautionKind
from journal.domain.finding import Hits
from journal.domain.glance import Glance
from journal.domain.relationship import Relationship
from journal.domain.span import When
from journal.exchange.report import WHOLE_FILE, ImportReport, LineNote
from journal.levels import aim_words, level_words
from journal.operations.framework import Draft
from journal.operations.importing import Progress
from journal.terms import record_words, status_words
from journal.wording import _, ngettext

Json = dict[str, object]
NOTHING = "–"
NOTES_SHOWN = 20
GAP = "  "
WIDE = {"W", "F"}
SECONDS_BETWEEN_STEPS = 0.2


def say(*lines: str) -> None:
    """Write lines to standard output."""
    sys.stdout.writelines(f"{line}\n" for line in lines)


def warn(*lines: str) -> None:
    """Write lines to standard error: what was not done, though the rest was."""
    sys.stderr.writelines(f"{line}\n" for line in lines)


def cautions(draft: Draft) -> list[str]:
    """Say what on the page to share should be looked at twice."""
    texts = {each.record: each.text for each in draft.framework.lines}
    sentences = {
        CautionKind.OTHER_ACCOUNT: _("Look twice: “{line}” names {words}, another account."),
        CautionKind.OTHER_PERSON: _("Look twice: “{line}” names {words}, of another account."),
        CautionKind.PRIVATE_WORDS: _("Look twice: “{line}” and a private {record} say “{words}”."),
    }
    return [
        sentences[each.kind].format(
            line=texts[each.line],
            words=each.words,
            record="" if each.source is None else record_words(type(each.source)),
        )
        for each in draft.cautions
    ]


def answer(lines: Iterable[str], value: object, *, as_json: bool) -> None:
    """Say lines, or the same as one JSON value, letters of every script as they are."""
    if as_json:
        say(json.dumps(value, ensure_ascii=False, indent=2))
    else:
        say(*lines)


@contextmanager
def progress() -> Iterator[Progress]:
    """Show how far something is, on one line of a terminal; elsewhere show nothing."""
    shown = sys.stderr.isatty()
    last = 0.0

    def step(what: str, done: int, total: int) -> None:
        nonlocal last
        if not shown or time.monotonic() - last < SECONDS_BETWEEN_STEPS:
            return
        last = time.monotonic()
        share = f" {100 * done // total} %" if total else ""
        sys.stderr.write(f"\r\x1b[K{what}{share}")
        sys.stderr.flush()

    yield step
    if shown:
        sys.stderr.write("\r\x1b[K")


def accounts(glances: Sequence[Glance]) -> list[str]:
    """Tell every account in a line."""
    if not glances:
        return [_("There is no account in this journal yet.")]
    head = (_("account"), _("aim"), _("rating"), _("last held"), _("next"))
    rows = [
        (
            each.account.name,
            aim_words(each.account.aim),
            NOTHING if each.level is None else level_words(each.level),
            _moment(each.last_held),
            _moment(each.next_meeting),
        )
        for each in glances
    ]
    return table([head, *rows])


def accounts_json(glances: Iterable[Glance]) -> list[Json]:
    """Return every account as an object."""
    return [
        {
            "id": each.account.id,
            "name": each.account.name,
            "aim": each.account.aim.value,
            "rating": None if each.level is None else each.level.value,
            "last_held": None if each.last_held is None else each.last_held.iso,
            "next_meeting": None if each.next_meeting is None else each.next_meeting.iso,
        }
        for each in glances
    ]


def meetings(whole: Relationship, now: datetime) -> list[str]:
    """Tell every meeting of an account in a line, as it stands at an aware moment."""
    if not whole.meetings:
        return [_("No meeting with {account} yet.").format(account=whole.account.name)]
    people = people_of(whole)
    rows = [
        (
            _moment(each.when),
            status_words(each, now),
            ", ".join(people.get(each.id, ())),
            each.summary or each.purpose,
        )
        for each in whole.meetings
    ]
    return table([(_("when"), _("what became of it"), _("who"), _("what about")), *rows])


def meetings_json(whole: Relationship) -> list[Json]:
    """Return every meeting of an account as an object."""
    people = people_of(whole)
    return [
        {
            "id": each.id,
            "starts_at": each.when.iso,
            "time_zone": each.when.zone,
            "status": each.status.value,
            "people": people.get(each.id, []),
            "summary": each.summary or each.purpose,
        }
        for each in whole.meetings
    ]


def people_of(whole: Relationship) -> dict[str, list[str]]:
    """Return the names of who was invited, by meeting."""
    names = {each.id: each.name for each in whole.people}
    found: dict[str, list[str]] = {}
    for each in whole.participations:
        if each.person_id in names:
            found.setdefault(each.meeting_id, []).append(names[each.person_id])
    return found


def imported(report: ImportReport) -> list[str]:
    """Tell what an import did, and what should be looked at."""
    counts = ngettext("{count} row read", "{count} rows read", report.read)
    lines = [
        counts.format(count=report.read)
        + _(": {new} records new, {changed} changed, {known} known.").format(
            new=report.new, changed=report.changed, known=report.known
        )
    ]
    for title, notes in ((_("Skipped:"), report.skipped), (_("Look at:"), report.notes)):
        lines += _notes(title, notes)
    return lines


def import_json(report: ImportReport) -> Json:
    """Return what an import did as an object."""
    return {
        "read": report.read,
        "new": report.new,
        "changed": report.changed,
        "known": report.known,
        "skipped": [_note_json(each) for each in report.skipped],
        "notes": [_note_json(each) for each in report.notes],
    }


def hits(found: Hits) -> list[str]:
    """Tell each hit in two lines: what it is, and the words in their context."""
    if not found.hits:
        return [_("Nothing was found.")]
    lines: list[str] = []
    for each in found.hits:
        lines.append(f"{each.happened_at.date()}{GAP}{each.kind.__name__.lower()}{GAP}{each.title}")
        if each.excerpt != each.title:
            lines.append(f"{GAP * 2}{each.excerpt}")
    if found.capped:
        lines.append(_("Only the newest five hundred hits were looked at; add a word."))
    return lines


def hits_json(found: Hits) -> list[Json]:
    """Return each hit as an object."""
    return [
        {
            "kind": each.kind.__name__.lower(),
            "id": each.record,
            "account": each.account_id,
            "at": each.happened_at.isoformat(),
            "title": each.title,
            "excerpt": each.excerpt,
        }
        for each in found.hits
    ]


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Put cells below each other, as wide as a terminal shows them."""
    rows = [[" ".join(cell.split()) for cell in row] for row in rows]
    widths = [max(_width(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        GAP.join(
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]


def _moment(when: When | None) -> str:
    return NOTHING if when is None else when.iso.replace("T", " ")


def _notes(title: str, notes: Sequence[LineNote]) -> Iterator[str]:
    if not notes:
        return
    yield title
    for each in notes[:NOTES_SHOWN]:
        where = each.file
        if each.line != WHOLE_FILE:
            where = _("{file}, line {line}").format(file=each.file, line=each.line)
        yield f"{GAP}{where}: {each.why}"
    if len(notes) > NOTES_SHOWN:
        more = len(notes) - NOTES_SHOWN
        yield GAP + ngettext("and {count} more", "and {count} more", more).format(count=more)


def _note_json(note: LineNote) -> Json:
    return {"line": note.line, "why": note.why, "file": note.file}


def _width(text: str) -> int:
    """Count the cells that a terminal gives a text: Chinese letters take two, accents none."""
    return sum(
        2 if unicodedata.east_asian_width(letter) in WIDE else not unicodedata.combining(letter)
        for letter in text
    )
