"""What was handed out, and the files beside it."""

from dataclasses import replace
from datetime import date

import pytest

from journal.domain.document import Attachment, DocumentKind, IssuedDocument, IssuedLine
from journal.domain.record import AccountId, Agreement, DocumentId, RecordId

ACCOUNT = AccountId(RecordId("a"))
LINE = IssuedLine(
    id=RecordId("l"),
    document_id=DocumentId(RecordId("d")),
    section="First steps",
    text="One number by January",
)


def test_versions_count_from_one() -> None:
    """The next is the last plus one."""
    first = IssuedDocument(
        id=DocumentId(RecordId("d")),
        account_id=ACCOUNT,
        kind=DocumentKind.FRAMEWORK,
        version=1,
        issued_on=date(2026, 9, 3),
    )
    assert first.recipients == ""
    with pytest.raises(ValueError, match="count from one"):
        replace(first, version=0)


def test_an_issued_line_said_something() -> None:
    """It is kept as it was on the day."""
    with pytest.raises(ValueError, match="empty"):
        replace(LINE, text="")


def test_only_a_changed_line_has_another_wording() -> None:
    """The next version shows their wording, so it must be theirs."""
    changed = replace(LINE, agreement=Agreement.CHANGED, agreed_wording="Two numbers")
    assert changed.agreed_wording == "Two numbers"
    with pytest.raises(ValueError, match="wording"):
        replace(LINE, agreement=Agreement.DECLINED, agreed_wording="Two numbers")


def test_an_attachment_has_a_name_a_digest_and_a_size() -> None:
    """An empty file is a file."""
    kept = Attachment(
        id=RecordId("f"), account_id=ACCOUNT, name="audit.pdf", digest="ab", size_bytes=0
    )
    assert kept.media_type == ""
    with pytest.raises(ValueError, match="empty"):
        replace(kept, name="")
    with pytest.raises(ValueError, match="empty"):
        replace(kept, digest=" ")
    with pytest.raises(ValueError, match="-1 bytes"):
        replace(kept, size_bytes=-1)
