"""What goes with an account and what is asked about first, in words."""

import re
from collections.abc import Sequence
from datetime import date

from journal.domain.document import Attachment
from journal.domain.meeting import Meeting
from journal.domain.metric import MetricReading
from journal.domain.person import Person, Role, StandingCommitment
from journal.domain.plan import Alternative
from journal.domain.rating import Rating
from journal.operations.handing_over import Choice, Leaving
from journal.operations.private_notes import Note
from journal.terms import counted_words
from journal.ui.shared.words import date_words, when_words
from journal.wording import _, ngettext

# What the reader of the file would ask for; the rest hangs on these.
_COUNTED = (
    *("Meeting", "Person", "Metric", "Promise", "Barrier", "StandingCommitment"),
    *("Negotiation", "IssuedDocument", "Rating", "Quote", "Attachment"),
)
_NO_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def going_words(leaving: Leaving) -> str:
    """Say what goes: `42 meetings, 8 people, 6 metrics; nothing of other accounts`."""
    counts = {kind.__name__: (kind, count) for kind, count in leaving.counts.items()}
    said = [counted_words(*counts[each]) for each in _COUNTED if each in counts]
    if not said:
        return _("What is known of the account goes, and nothing of others.")
    return _("{what} go along with it, and all that hangs on these; nothing of others.").format(
        what=", ".join(said)
    )


def missing_words(names: Sequence[str]) -> str:
    """Name the files that cannot go; empty for none."""
    if not names:
        return ""
    return ngettext(
        "This file is no longer beside the journal and stays out: {names}.",
        "These files are no longer beside the journal and stay out: {names}.",
        len(names),
    ).format(names=", ".join(names))


def notes_words(count: int) -> str:
    """Say what is asked."""
    if not count:
        return _("There are no private notes in it.")
    return ngettext(
        "{count} private note: P passes it on, K keeps it here, D deletes it.",
        "{count} private notes: P passes one on, K keeps it here, D deletes it; with Shift all.",
        count,
    ).format(count=count)


def choice_words(choice: Choice) -> str:
    """Name what becomes of a note; the first letter is its key."""
    return {
        Choice.PASS_ON: _("Pass on"),
        Choice.KEEP: _("Keep here"),
        Choice.DELETE: _("Delete"),
    }[choice]


def where_words(note: Note, today: date) -> str:
    """Say where a note stands."""
    record, about = note.record, note.about
    if isinstance(record, Meeting):
        what = _("Least acceptable") if note.field == "least" else _("Notes")
        return _("{what}, {when}").format(what=what, when=when_words(record.when, today))
    if isinstance(record, Rating):
        return _("Remark on the rating of {day}").format(day=date_words(record.day, today))
    if isinstance(record, MetricReading):
        return _("{name}, {day}").format(name=about, day=date_words(record.day, today))
    if isinstance(record, Alternative):
        return _("Our alternative")
    if isinstance(record, Person | Role | StandingCommitment | Attachment):
        return _("{name}: {what}").format(name=about, what=_of_person(note))
    return _("Note on the account")


def _of_person(note: Note) -> str:
    if isinstance(note.record, Role):
        return _("note on the role")
    return {
        "remember": _("to remember"),
        "avoid": _("to avoid"),
        "note": _("note"),
    }[note.field]


def file_name(account: str, day: date) -> str:
    """Propose a name for the file, which every system takes."""
    plain = " ".join(_NO_NAME.sub(" ", account).split()).strip(".")
    return f"{plain or _('account')} {day}.handover"


def written_words(account: str, name: str) -> str:
    """Say where the account lies now."""
    return _("{account} lies in {name}").format(account=account, name=name)


def next_words(colleague: str, day: str, kept: int, deleted: int) -> str:
    """Say what the colleague does with it, and what became of the notes."""
    said = [
        _("{name} takes it in with File, Import…, and has the account from {day}.").format(
            name=colleague, day=day
        )
    ]
    if kept:
        said.append(
            ngettext(
                "{count} private note stayed here.", "{count} private notes stayed here.", kept
            ).format(count=kept)
        )
    if deleted:
        said.append(
            ngettext(
                "{count} was deleted here; Undo brings it back.",
                "{count} were deleted here; Undo brings them back.",
                deleted,
            ).format(count=deleted)
        )
    return " ".join(said)
