"""The one page that may be shared: its lines, its paper, its versions, and what they said to it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from journal.analysis.sharing import (
    Caution,
    HomeLine,
    Others,
    cautions,
    not_as_said,
    stays_home,
)
from journal.domain.account import Account
from journal.domain.document import Attachment, DocumentKind, IssuedDocument, IssuedLine
from journal.domain.errors import JournalError, OvertakenError
from journal.domain.framework import SHAREABLE_KINDS, Framework, Part, SharedLine
from journal.domain.metric import Alignment
from journal.domain.paper import Paper
from journal.domain.plan import Negotiation
from journal.domain.record import (
    AccountId,
    Agreement,
    DocumentId,
    Line,
    NegotiationId,
    Record,
    RecordId,
    Visibility,
)
from journal.operations import reading
from journal.operations.change import Change
from journal.operations.journal import Journal
from journal.store import attachments, framework, records
from journal.store.writing import writing
from journal.terms import framework_heading, meeting_point_words
from journal.wording import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The next version, with what it leaves out and what to look at twice.

    Attributes:
        framework: All that would stand on the page.
        home: What could be shared and is not on the page.
        cautions: About lines of the page.
    """

    framework: Framework
    home: tuple[HomeLine, ...]
    cautions: tuple[Caution, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A version as it was handed out.

    Attributes:
        is_kept: Whether its file lies beside the journal, for `issued_pdf`.
    """

    document: IssuedDocument
    lines: tuple[IssuedLine, ...]
    is_kept: bool


def draft(journal: Journal, account: AccountId) -> Draft:
    """Return the next version of the page and what stays home beside it.

    Raises:
        NotFoundError: if there is no such account outside the trash.
    """
    shared = framework.read(journal.file, account, journal.today())
    whole = reading.relationship(journal, account)
    return Draft(
        framework=shared,
        home=stays_home(whole, shared),
        cautions=cautions(shared, whole, _others(journal, account)),
    )


def share(journal: Journal, record: Record, *, shareable: bool) -> Change:
    """Let a line reach the customer, or keep it at home.

    Args:
        journal: Where it stands.
        record: A `HomeLine.record`, or what `shared_record` returns.
        shareable: Whether it may.

    Raises:
        JournalError: if it is of a kind that never may, or theirs and not as they said it.
        OvertakenError: if somebody else changed it in the meantime.
    """
    if not isinstance(record, Line | Alignment) or type(record) not in SHAREABLE_KINDS:
        raise JournalError(_("A line of this kind always stays home."))
    if shareable and not_as_said(record):
        raise JournalError(
            _(
                "This is not what they said themselves, so it stays home. "
                "Ask them; once its basis is “said”, it may be shared."
            )
        )
    visibility = Visibility.SHAREABLE if shareable else Visibility.PRIVATE
    name = _("Share line") if shareable else _("Keep line at home")
    return journal.write(name, save=[replace(record, visibility=visibility)])


def shared_record(journal: Journal, kind: type[Record], record: RecordId) -> Record:
    """Return the record that a line of the page comes from (`SharedLine.kind`, `.record`).

    Raises:
        NotFoundError: if it is gone or in the trash.
    """
    return records.get(journal.file.connection, kind, record)


def framework_pdf(
    journal: Journal,
    account: AccountId,
    *,
    paper: Paper = Paper.A4,
    recipients: Sequence[str] | None = None,
) -> bytes:
    """Return the page as a PDF; it is a draft until it is issued.

    Args:
        journal: What it is read from.
        account: Whose page.
        paper: Its size.
        recipients: Names; None for those of the version issued last.

    Raises:
        NoRoomError: if it does not fit on one page.
        JournalError: if nothing may be shared yet, or there is no such account.
    """
    return _rendered(_next(journal, account, recipients), paper)


def write_framework(
    journal: Journal,
    account: AccountId,
    path: Path,
    *,
    paper: Paper = Paper.A4,
    recipients: Sequence[str] | None = None,
) -> None:
    """Write the page to a file, wholly or not at all; see `framework_pdf`.

    Raises:
        NotSavedError: if the disk does not take it; what was there is as it was.
        JournalError: as `framework_pdf`.
    """
    from journal.brief import pdf

    pdf.put(path, framework_pdf(journal, account, paper=paper, recipients=recipients))


def issue(
    journal: Journal,
    account: AccountId,
    *,
    recipients: Sequence[str],
    paper: Paper = Paper.A4,
    seen: Framework | None = None,
) -> Change:
    """Hand the page out as the next version: keep its file, and what each line said.

    Args:
        journal: Where it is kept.
        account: Whose page.
        recipients: The names of those who get it.
        paper: Its size.
        seen: `Draft.framework` as the user looked at it; None where nobody did.

    Raises:
        OvertakenError: if another page would go out than was looked at.
        NotSavedError: if the disk does not take the file. Whatever is raised, nothing was issued.
        JournalError: as `framework_pdf`.
    """
    shared = _next(journal, account, recipients)
    if seen is not None:
        _require_same(shared, replace(seen, recipients=shared.recipients, day=shared.day))
    data = _rendered(shared, paper)
    document = _document(journal, account, shared, data)
    kept = Attachment(
        id=journal.new_id(),
        account_id=account,
        name=_("Shared page {version}, {day}.pdf").format(version=shared.version, day=shared.day),
        digest=document.digest,
        size_bytes=len(data),
        media_type="application/pdf",
    )
    lines = _issued_lines(journal, document.id, shared)
    with (
        attachments.made(journal.file, data),
        writing(journal.file.connection, journal.act(_("Issue page to share"))) as door,
    ):
        # While the page was set, somebody else may have issued one, or taken a line home.
        _require_same(_next(journal, account, recipients), shared)
        door.add(document, *lines, kept)
    return journal.announce(door)


def versions(journal: Journal, account: AccountId) -> tuple[Version, ...]:
    """Return what was handed out, the latest first."""
    connection = journal.file.connection
    documents = records.select(
        connection,
        IssuedDocument,
        "account_id = ? AND kind = 'framework'",
        (account,),
        order="version DESC",
    )
    return tuple(
        Version(
            document=each,
            lines=records.select(
                connection, IssuedLine, "document_id = ?", (each.id,), order="position, id"
            ),
            is_kept=attachments.is_there(journal.path, each.digest),
        )
        for each in documents
    )


def issued_pdf(journal: Journal, document: IssuedDocument) -> bytes:
    """Return a version byte for byte as it was handed out.

    Raises:
        NotFoundError: if its file is not beside the journal, or was altered.
    """
    return attachments.content(journal.path, document.digest)


def note_agreement(
    journal: Journal, line: IssuedLine, agreement: Agreement, wording: str = ""
) -> Change:
    """Note what they said to a line of an issued version, and on the record it came from.

    The record is left as it is where it is gone, or where a later version has it too.

    Args:
        journal: Where both stand.
        line: Of that version.
        agreement: What they said.
        wording: Theirs; only with CHANGED.

    Raises:
        OvertakenError: if somebody else changed the line in the meantime.
    """
    noted = replace(line, agreement=agreement, agreed_wording=wording.strip())
    record = _record_of(journal, line)
    answered = [] if record is None else [_answered(record, noted)]
    return journal.write(_("Note agreement"), save=[noted, *answered])


def _next(journal: Journal, account: AccountId, recipients: Sequence[str] | None) -> Framework:
    shared = framework.read(journal.file, account, journal.today())
    if not shared.lines:
        raise JournalError(
            _(
                "Nothing may be shared with {account} yet: "
                "tick the lines of the negotiation that may, one by one."
            ).format(account=shared.account)
        )
    if recipients is None:
        return shared
    names = (" ".join(each.split()) for each in recipients)
    return replace(shared, recipients=tuple(each for each in names if each))


def _require_same(now: Framework, seen: Framework) -> None:
    if now != seen:
        raise OvertakenError(
            _("The page was changed elsewhere in the meantime; look at it again, then issue it.")
        )


def _rendered(shared: Framework, paper: Paper) -> bytes:
    from journal.brief.framework import render  # paper takes long to import

    return render(shared, paper)


def _others(journal: Journal, account: AccountId) -> Others:
    """Return the names of other customers and their people."""
    known = reading.acquaintances(journal)
    own = {each.person_id for each in known if each.account_id == account}
    theirs = {each.name for each in known if each.person_id not in own}
    names = {
        each.name
        for each in records.select(journal.file.connection, Account, "id <> ?", (account,))
    }
    return Others(accounts=tuple(sorted(names)), people=tuple(sorted(theirs)))


def _document(
    journal: Journal, account: AccountId, shared: Framework, data: bytes
) -> IssuedDocument:
    return IssuedDocument(
        id=DocumentId(journal.new_id()),
        account_id=account,
        kind=DocumentKind.FRAMEWORK,
        version=shared.version,
        issued_on=shared.day,
        recipients="\n".join(shared.recipients),
        digest=sha256(data).hexdigest(),
        negotiation_id=_open_negotiation(journal, account),
    )


def _open_negotiation(journal: Journal, account: AccountId) -> NegotiationId | None:
    found = records.select(
        journal.file.connection, Negotiation, "account_id = ? AND closed_on IS NULL", (account,)
    )
    return found[0].id if found else None


def _issued_lines(journal: Journal, document: DocumentId, shared: Framework) -> list[IssuedLine]:
    texts = {each.record: each.text for each in shared.lines}
    said = [(each.part, each.text, each.record, _standing(each)) for each in shared.lines]
    said += [
        (
            Part.MEASURED,
            _("{theirs} – {ours}: {effect}").format(
                theirs=texts[each.theirs],
                ours=texts[each.ours],
                effect=meeting_point_words(each.effect),
            ),
            each.record,
            Agreement.NOT_RAISED,
        )
        for each in shared.pairs
    ]
    return [
        IssuedLine(
            id=journal.new_id(),
            document_id=document,
            section=framework_heading(part),
            text=text,
            record=record,
            position=position,
            agreement=agreement,
        )
        for position, (part, text, record, agreement) in enumerate(said, 1)
    ]


def _standing(line: SharedLine) -> Agreement:
    """Return what a line begins with: one that stands as agreed has no boxes to tick."""
    is_agreed = line.agreement is Agreement.AGREED
    return Agreement.AGREED if is_agreed else Agreement.NOT_RAISED


def _record_of(journal: Journal, line: IssuedLine) -> Record | None:
    """Return the record that a line came from; None where it is gone or was issued again."""
    connection = journal.file.connection
    later = records.select(
        connection,
        IssuedLine,
        "record = :record AND document_id IN (SELECT later.id FROM issued_documents AS later"
        " JOIN issued_documents AS this ON this.account_id = later.account_id"
        " WHERE this.id = :document AND later.version > this.version"
        " AND later.kind = this.kind AND later.deleted_at IS NULL)",
        {"record": line.record, "document": line.document_id},
    )
    if line.record is None or later:
        return None
    for kind in SHAREABLE_KINDS:
        for found in records.select(connection, kind, "id = ?", (line.record,)):
            return found
    return None


def _answered(record: Record, noted: IssuedLine) -> Record:
    if isinstance(record, Alignment) and noted.agreement is Agreement.DECLINED:
        # It has no agreement of its own; so it leaves the page.
        return replace(record, visibility=Visibility.PRIVATE)
    if not isinstance(record, Line):
        return record
    if noted.agreement is Agreement.AGREED and noted.text == record.agreed_wording:
        return record  # it was their wording, and that stays
    return replace(record, agreement=noted.agreement, agreed_wording=noted.agreed_wording)
