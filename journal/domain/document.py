"""What was handed out, line by line, and files that belong to a record."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.domain.record import (
    AccountId,
    Agreement,
    DocumentId,
    MeetingId,
    NegotiationId,
    Record,
    RecordId,
    require_text,
)


class DocumentKind(StrEnum):
    """Which of the two documents."""

    BRIEF = "brief"
    FRAMEWORK = "framework"


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedDocument(Record):
    """A document as it was handed out.

    Attributes:
        version: 1 for the first of its kind and account.
        recipients: Names as they stood on it, one a line.
        digest: SHA-256 of the file, hexadecimal; empty where no file was kept.
    """

    id: DocumentId
    account_id: AccountId
    kind: DocumentKind
    version: int
    issued_on: date
    recipients: str = ""
    digest: str = ""
    meeting_id: MeetingId | None = None
    negotiation_id: NegotiationId | None = None

    def __post_init__(self) -> None:
        Record.__post_init__(self)
        if self.version < 1:
            message = f"versions count from one: {self.version}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedLine(Record):
    """One line of an issued document, and what became of it.

    Attributes:
        record: The id of the record it came from; that may have changed since.
        section: The heading it stood under.
        text: What it said on the day.
        agreed_wording: What it was changed to; only with agreement changed.
    """

    document_id: DocumentId
    section: str
    text: str
    record: RecordId | None = None
    position: int = 0
    agreement: Agreement = Agreement.NOT_RAISED
    agreed_wording: str = ""

    def __post_init__(self) -> None:
        Record.__post_init__(self)
        require_text(self.text)
        if self.agreed_wording and self.agreement is not Agreement.CHANGED:
            message = "only a changed line has another wording"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(Record):
    """A file that belongs to an account or a meeting, by reference.

    Attributes:
        name: As it was called when it was added.
        digest: SHA-256 of its content, hexadecimal; also its name in the journal's folder.
        size_bytes: Zero or more.
    """

    account_id: AccountId
    name: str
    digest: str
    size_bytes: int
    media_type: str = ""
    meeting_id: MeetingId | None = None
    note: str = ""

    def __post_init__(self) -> None:
        Record.__post_init__(self)
        require_text(self.name)
        require_text(self.digest)
        if self.size_bytes < 0:
            message = f"a file cannot have {self.size_bytes} bytes"
            raise ValueError(message)
