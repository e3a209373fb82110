"""The sample's Nora hands Mercy General over to Ben, and what is compared afterwards."""

import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from journal.domain.person import Person
from journal.domain.record import AccountId, Record, RecordId
from journal.domain.relationship import Relationship
from journal.operations import attachments, reading, records
from journal.operations.belongings import everything
from journal.operations.handing_over import Choice, Leaving, Successor, hand_over, preview
from journal.operations.journal import Journal
from journal.operations.people import Somebody
from journal.operations.private_notes import FIELDS, fields_of

DAY = date(2026, 12, 1)
BEN = Successor(who=Somebody(name="Ben Kral"), on=DAY, left_behind="They tell us early now.")


def mercy(journal: Journal) -> AccountId:
    """Return which account it is."""
    return reading.find_account(journal, "Mercy General").id


def passing(
    leaving: Leaving, choice: Choice = Choice.PASS_ON
) -> dict[tuple[RecordId, str], Choice]:
    """Choose the same for every note."""
    return {each.key: choice for each in leaving.notes}


def given(nora: Journal, choice: Choice = Choice.PASS_ON) -> Path:
    """Hand the account over, with every note or with none, and return the file."""
    path = nora.path.parent / "mercy.handover"
    hand_over(nora, mercy(nora), path, passing(preview(nora, mercy(nora)), choice), BEN)
    return path


def told(whole: Relationship) -> dict[RecordId, Record]:
    """Return every record by id, as new, without whose journal it is."""
    plain = (replace(each, revision=0) for each in everything(whole))
    return {
        each.id: replace(each, is_self=False) if isinstance(each, Person) else each
        for each in plain
    }


def whole_of(journal: Journal) -> dict[RecordId, Record]:
    """Return all of the account's records."""
    return told(reading.relationship(journal, mercy(journal)))


def unpacked(path: Path) -> bytes:
    """Return all that a file holds, and what one reads in its PDF."""
    with zipfile.ZipFile(path) as archive:
        whole = b"".join(archive.read(each) for each in archive.namelist())
        return whole + text_of(archive.read("digest.pdf")).encode()


def text_of(pdf: bytes) -> str:
    """Return what one reads in a PDF."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return "\n".join(texts)


def write_canaries(journal: Journal) -> Leaving:
    """Let every field that can hold a private note hold a word of its own; return the notes."""
    plan = journal.path.with_name("plan.txt")
    plan.write_text("Ward 3", encoding="utf-8")
    attachments.attach(journal, mercy(journal), [plan])
    said: list[Record] = []
    for each in everything(reading.relationship(journal, mercy(journal))):
        # mypy cannot know which field a name stands for.
        words: dict[str, Any] = {
            name: f"canary-{each.id}-{name}" for name in FIELDS.get(type(each), ())
        }
        if words and tuple(fields_of(replace(each, **words))):
            said.append(replace(each, **words))
    records.edit(journal, "Edit", *said)
    return preview(journal, mercy(journal))
