"""Handing the page out: a version and its file are there together, and just as it was seen."""

import pytest

from journal.domain.errors import NoRoomError, NotSavedError, OvertakenError
from journal.domain.framework import Framework
from journal.domain.paper import Paper
from journal.domain.plan import Norm
from journal.domain.record import RecordId, Side
from journal.operations import framework, undoing
from journal.operations.framework import Version
from journal.operations.journal import Journal
from journal.store import attachments
from journal.store import records as stored
from tests.operations.conftest import MERCY
from tests.operations.shared_lines import line, shared_lines


@pytest.fixture
def shared(journal: Journal) -> Journal:
    """Let lines of every kind reach the customer."""
    journal.write("Fill", add=shared_lines())
    return journal


def issued(journal: Journal) -> Version:
    """Hand the page out, and return that version."""
    framework.issue(journal, MERCY.id, recipients=["Dana Whitfield"])
    return framework.versions(journal, MERCY.id)[0]


def test_what_cannot_be_kept_is_not_issued(
    shared: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A version of which there is no page would be a lie; nor is one that does not fit."""
    files = attachments.folder_of(shared.path)
    files.write_bytes(b"in the way")
    with pytest.raises(NotSavedError, match="nothing was changed"):
        framework.issue(shared, MERCY.id, recipients=[])
    assert framework.versions(shared, MERCY.id) == ()

    files.unlink()
    with monkeypatch.context() as full:
        full.setattr("journal.store.documents.refresh", refuse)
        with pytest.raises(NotSavedError, match="full"):
            framework.issue(shared, MERCY.id, recipients=[])
    assert framework.versions(shared, MERCY.id) == ()
    assert list(files.iterdir()) == []

    many = [line(Norm, f"n{number}", f"we keep {number}", side=Side.OURS) for number in range(90)]
    shared.write("Fill", add=many)
    with pytest.raises(NoRoomError, match="keep these"):
        framework.issue(shared, MERCY.id, recipients=[])
    assert framework.versions(shared, MERCY.id) == ()
    assert list(files.iterdir()) == []


def refuse(*_arguments: object) -> None:
    """Say what a full disk says, at the last moment before the journal has it."""
    raise NotSavedError("The disk is full.")


def test_a_page_that_was_there_before_outlives_a_version_that_failed(
    shared: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same page was issued, taken back, and lies there for the way back."""
    first = issued(shared)
    undoing.undo(shared)
    with monkeypatch.context() as full:
        full.setattr("journal.store.documents.refresh", refuse)
        with pytest.raises(NotSavedError):
            issued(shared)

    undoing.redo(shared)
    (version,) = framework.versions(shared, MERCY.id)
    assert (version.document.id, version.is_kept) == (first.document.id, True)
    assert framework.issued_pdf(shared, version.document)


def test_a_page_nobody_looked_at_is_not_issued(shared: Journal) -> None:
    """In another window a line was let out, or taken home, since the preview."""
    seen = framework.draft(shared, MERCY.id).framework
    with Journal.open(shared.path, shared.now) as elsewhere:
        come = stored.get(elsewhere.file.connection, Norm, RecordId("come"))
        framework.share(elsewhere, come, shareable=False)

    with pytest.raises(OvertakenError, match="look at it again"):
        framework.issue(shared, MERCY.id, recipients=["Dana Whitfield"], seen=seen)
    assert framework.versions(shared, MERCY.id) == ()
    assert not attachments.folder_of(shared.path).exists()

    again = framework.draft(shared, MERCY.id).framework
    framework.issue(shared, MERCY.id, recipients=["Dana Whitfield"], seen=again)
    assert len(framework.versions(shared, MERCY.id)) == 1


def test_of_two_who_issue_at_once_one_hears_of_it(
    shared: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the page is set another window issues the same version; that is no bug of ours."""
    rendered = framework._rendered

    def slowly(page: Framework, paper: Paper) -> bytes:
        monkeypatch.setattr(framework, "_rendered", rendered)
        with Journal.open(shared.path, shared.now) as elsewhere:
            framework.issue(elsewhere, MERCY.id, recipients=["Luis Ortega"])
        return rendered(page, paper)

    monkeypatch.setattr(framework, "_rendered", slowly)
    with pytest.raises(OvertakenError, match="changed elsewhere"):
        framework.issue(shared, MERCY.id, recipients=["Dana Whitfield"])

    (version,) = framework.versions(shared, MERCY.id)
    assert version.document.recipients == "Luis Ortega"
    (file,) = attachments.folder_of(shared.path).iterdir()
    assert file.name == version.document.digest
