"""Files that belong to an account: adding, opening a copy, and what is never opened.

What lies in the folder beside the journal is never run and never changed: on request a copy
is opened, and only of kinds that no system runs.
"""

import mimetypes
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from journal.domain.document import Attachment
from journal.domain.errors import JournalError, RefusedFileError
from journal.domain.record import AccountId
from journal.exchange.decoding import clean
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.store import attachments, records
from journal.wording import _

# What a desktop shows and does not run. A page of HTML, a drawing with scripts and a document
# that is made for macros are left out with the rest.
SHOWN = frozenset(
    {
        *("pdf", "txt", "md", "csv", "tsv", "log", "rtf", "eml", "ics", "vcf"),
        *("odt", "ods", "odp", "odg", "docx", "xlsx", "pptx", "doc", "xls", "ppt"),
        *("pages", "numbers", "key"),
        *("png", "jpg", "jpeg", "gif", "bmp", "webp", "tif", "tiff", "heic"),
        *("mp3", "m4a", "wav", "ogg", "flac", "mp4", "mov", "mkv", "avi"),
    }
)
# How programs begin on Windows, Linux, macOS and in a shell, whatever they are called.
_PROGRAMS = (
    b"MZ", b"\x7fELF", b"#!", b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf", b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"[Desktop Entry]", b"L\x00\x00\x00\x01\x14\x02",
)  # fmt: skip
_HEAD_BYTES = 16
# Signs that turn the direction of reading could make "fdp.exe" look like "exe.pdf".
_TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """What became of files that were to be added.

    Attributes:
        change: None where none was added.
        refused: Why not, a sentence for each that was not.
    """

    change: Change | None
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A file as it stands in a list.

    Attributes:
        added_on: By the laptop's wall.
        is_there: Whether the file itself lies beside the journal.
    """

    attachment: Attachment
    added_on: date
    is_there: bool


# What is being done, and how far it is of how much.
Progress = Callable[[str, int, int], None]


def no_progress(_what: str, _done: int, _total: int) -> None:
    """Tell nobody."""


def filed(journal: Journal, account: AccountId) -> tuple[Filed, ...]:
    """Return the files of an account, the latest first."""
    connection = journal.file.connection
    days = records.made_at(connection, Attachment, "account_id = ?", (account,))
    held = records.select(
        connection, Attachment, "account_id = ?", (account,), order="created_at DESC, id DESC"
    )
    zone = ZoneInfo(journal.zone)
    return tuple(
        Filed(
            attachment=each,
            added_on=days[each.id].astimezone(zone).date(),
            is_there=is_there(journal, each),
        )
        for each in held
    )


def attach(
    journal: Journal,
    account: AccountId,
    sources: Sequence[Path],
    progress: Progress = no_progress,
) -> Attached:
    """Add files to an account, as one change; what cannot be added is told and left out.

    Args:
        journal: A fellow of its own where the window goes on meanwhile.
        account: Whose they are.
        sources: Where they lie now; copies of them are taken.
        progress: Told before each file; if it raises, none is added.
    """
    held = records.select(journal.file.connection, Attachment, "account_id = ?", (account,))
    digests = {each.digest for each in held}
    made: list[Attachment] = []
    refused: list[str] = []
    for done, source in enumerate(sources):
        name = shown_name(source.name)
        progress(_("Copying {name}").format(name=name), done, len(sources))
        try:
            kept = attachments.keep(journal.path, source)
        except JournalError as error:
            refused.append(error.sentence)
            continue
        if kept.digest in digests:
            refused.append(_("{name} is attached already.").format(name=name))
            continue
        digests.add(kept.digest)
        made.append(
            Attachment(
                id=journal.new_id(),
                account_id=account,
                name=name,
                digest=kept.digest,
                size_bytes=kept.size_bytes,
                media_type=mimetypes.guess_type(name)[0] or "",
            )
        )
    change = journal.write(_("Attach files"), add=made) if made else None
    return Attached(change=change, refused=tuple(refused))


def is_there(journal: Journal, attachment: Attachment) -> bool:
    """Say whether the file itself lies beside the journal."""
    return attachments.is_there(journal.path, attachment.digest)


def open_copy(journal: Journal, attachment: Attachment, folder: Path) -> Path:
    """Make a copy to be opened by the desktop, named by us, and return where it lies.

    Args:
        journal: Whose file it is.
        attachment: Which one.
        folder: One that only this user can enter.

    Raises:
        RefusedFileError: if it is, or may be, a program.
        NotFoundError: if it is missing, or was altered.
    """
    suffix = Path(attachment.name).suffix.casefold().removeprefix(".")
    start = attachments.head(journal.path, attachment.digest, _HEAD_BYTES)
    if suffix not in SHOWN or start.startswith(_PROGRAMS):
        raise RefusedFileError(
            _(
                "{name} is of a kind that could run as a program; it is not opened from here."
            ).format(name=attachment.name)
        )
    copy = folder / f"{attachment.digest[:16]}.{suffix}"
    attachments.copy_out(journal.path, attachment.digest, copy)
    return copy


def save_copy(journal: Journal, attachment: Attachment, target: Path) -> None:
    """Write a copy of the file wherever the user wants it.

    Raises:
        RefusedFileError: if the copy would lie in the journal's own place.
        NotFoundError: if it is missing, or was altered.
        NotSavedError: if the copy cannot be written.
    """
    if target.resolve() == journal.path.resolve():
        raise RefusedFileError(_("The journal lies there; nothing was written."))
    attachments.copy_out(journal.path, attachment.digest, target)


def shown_name(name: str) -> str:
    """Return a file's name without what could mislead who reads it; never empty."""
    plain = _TURNING.sub("", clean(name)[0]).strip()[-_LONGEST_NAME:]
    return plain or _("file")
