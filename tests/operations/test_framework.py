"""The page that may be shared: its lines, its versions, and what they said to it."""

import hashlib
import stat
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from journal.analysis.sharing import StaysHome
from journal.domain.account import Account
from journal.domain.document import Attachment, IssuedDocument, IssuedLine
from journal.domain.errors import JournalError, NotFoundError
from journal.domain.framework import Part
from journal.domain.metric import Alignment, Effect, Metric
from journal.domain.paper import Paper
from journal.domain.plan import Alternative, Barrier, Interest, Norm
from journal.domain.record import AccountId, Agreement, Record, RecordId, Side, Visibility
from journal.operations import accounts, framework, reading, records, undoing
from journal.operations.framework import Version
from journal.operations.journal import Journal
from journal.store import attachments
from journal.store import records as stored
from tests.operations.conftest import MERCY
from tests.operations.shared_lines import home_lines, line, shared_lines

A_RECORD = TypeVar("A_RECORD", bound=Record)


@pytest.fixture
def shared(journal: Journal) -> Journal:
    """Let lines of every kind reach the customer."""
    journal.write("Fill", add=shared_lines())
    return journal


def texts(journal: Journal, part: Part) -> list[str]:
    """Return what a section of the next version says."""
    return [each.text for each in framework.draft(journal, MERCY.id).framework.of(part)]


def held(journal: Journal, kind: type[A_RECORD], name: str) -> A_RECORD:
    """Return a record as it stands."""
    return stored.get(journal.file.connection, kind, RecordId(name))


def issued(journal: Journal) -> Version:
    """Hand the page out, and return that version."""
    framework.issue(journal, MERCY.id, recipients=["Dana Whitfield"])
    return framework.versions(journal, MERCY.id)[0]


def line_of(version: Version, record: str) -> IssuedLine:
    """Return the line of a version that came from a record."""
    return next(each for each in version.lines if each.record == record)


def test_the_page_has_its_lines_in_order(shared: Journal) -> None:
    """Our own share in what gets in the way comes first, then the shared one, then theirs."""
    page = framework.draft(shared, MERCY.id).framework

    assert [(each.part.value, each.text) for each in page.lines] == [
        ("wanted", "No patient waits"),
        ("worked", "One desk for both"),
        ("worked", "The list of lots"),
        ("in_the_way", "We come unprepared"),
        ("in_the_way", "Nobody owns the list"),
        ("in_the_way", "You answer late"),
        ("year_ahead", "No surprises"),
        ("year_ahead", "One plan in May"),
        ("measured", "Drug spend"),
        ("measured", "Units sold"),
        ("norms", "we come on time"),
        ("norms", "you tell us early"),
        ("ideas", "A shared plan"),
        ("ideas", "cost per discharge"),
        ("ideas", "plans before budgets"),
        ("steps", "The numbers"),
        ("steps", "The second list"),
    ]
    (pair,) = page.pairs
    assert (pair.theirs, pair.ours, pair.effect) == ("spend", "units", Effect.NEUTRAL)
    assert (page.account, page.author, page.version) == ("Mercy General", "Ana Calder", 1)
    assert page.recipients == ()
    assert next(each for each in page.lines if each.record == "idea").judged_by == ("early",)
    steps = {str(each.record): (each.who, each.day) for each in page.of(Part.STEPS)}
    assert steps["later"] == ("Ana Calder", None)


def test_what_stays_home_says_why(shared: Journal) -> None:
    """Ticked or not: what is theirs and not as they said it never leaves the house."""
    shared.write("Fill", add=home_lines())
    draft = framework.draft(shared, MERCY.id)

    assert {str(each.record.id): each.why for each in draft.home} == {
        "private": StaysHome.PRIVATE,
        "guessed": StaysHome.NOT_SAID,
        "reported": StaysHome.NOT_SAID,
        "dreamt": StaysHome.NOT_SAID,
        "blamed": StaysHome.NOT_SAID,
        "theirs only": StaysHome.NOT_SAID,
        "own": StaysHome.NO_PLACE,
        "lifted": StaysHome.NO_PLACE,
        "missed": StaysHome.NO_PLACE,
        "dropped": StaysHome.NO_PLACE,
        "then": StaysHome.NO_PLACE,
        "unchecked": StaysHome.NO_PLACE,
    }


def test_a_line_is_shared_and_taken_home_one_by_one(shared: Journal) -> None:
    """Each tick is one change, and is undone by itself."""
    barrier = framework.shared_record(shared, Barrier, RecordId("both"))
    change = framework.share(shared, barrier, shareable=False)

    assert change.name == "Keep line at home"
    assert "Nobody owns the list" not in texts(shared, Part.IN_THE_WAY)
    (home,) = framework.draft(shared, MERCY.id).home
    assert (home.record.id, home.text, home.side) == ("both", "Nobody owns the list", Side.SHARED)

    assert framework.share(shared, home.record, shareable=True).name == "Share line"
    assert "Nobody owns the list" in texts(shared, Part.IN_THE_WAY)
    undoing.undo(shared)
    assert "Nobody owns the list" not in texts(shared, Part.IN_THE_WAY)


def test_a_pair_is_shared_by_itself(shared: Journal) -> None:
    """Two numbers may be shown without where they meet."""
    pair = framework.shared_record(shared, Alignment, RecordId("pair"))
    framework.share(shared, pair, shareable=False)

    draft = framework.draft(shared, MERCY.id)
    assert draft.framework.pairs == ()
    (home,) = draft.home
    assert (home.text, home.why) == ("Drug spend – Units sold", StaysHome.PRIVATE)

    undoing.undo(shared)
    framework.share(shared, held(shared, Metric, "units"), shareable=False)
    draft = framework.draft(shared, MERCY.id)
    assert draft.framework.pairs == ()
    assert {str(each.record.id): each.why for each in draft.home} == {
        "units": StaysHome.PRIVATE,
        "pair": StaysHome.NO_PLACE,
    }


def test_what_they_did_not_say_cannot_be_shared(shared: Journal) -> None:
    """It says why, and that one has to ask; to take it home is always possible."""
    shared.write("Fill", add=home_lines())
    for each in framework.draft(shared, MERCY.id).home:
        if each.why is StaysHome.NOT_SAID:
            with pytest.raises(JournalError, match="not what they said themselves"):
                framework.share(shared, each.record, shareable=True)
            framework.share(shared, each.record, shareable=False)

    alternative = line(Alternative, "else", "Another supplier", side=Side.THEIRS)
    with pytest.raises(JournalError, match="always stays home"):
        framework.share(shared, alternative, shareable=True)


def test_only_one_account_is_read(shared: Journal) -> None:
    """And only what is not in the trash."""
    harbor = Account(id=AccountId(RecordId("harbor")), name="Harbor Health")
    accounts.open_account(shared, harbor)
    elsewhere = replace(line(Norm, "far", "we visit", side=Side.OURS), account_id=harbor.id)
    records.add(shared, "Add", elsewhere)
    records.trash(shared, "Trash", held(shared, Norm, "come"))

    assert texts(shared, Part.NORMS) == ["you tell us early"]
    far = framework.draft(shared, harbor.id).framework
    assert [each.text for each in far.lines] == ["we visit"]

    accounts.trash_account(shared, harbor.id)
    with pytest.raises(NotFoundError):
        framework.draft(shared, harbor.id)


def test_an_empty_page_is_not_printed(journal: Journal, tmp_path: Path) -> None:
    """It says what to do."""
    with pytest.raises(JournalError, match="tick the lines of the negotiation that may"):
        framework.write_framework(journal, MERCY.id, tmp_path / "page.pdf")
    assert not (tmp_path / "page.pdf").exists()


def test_the_page_is_written_as_it_is_shown(shared: Journal, tmp_path: Path) -> None:
    """On the paper and for the people that were asked for."""
    target = tmp_path / "page.pdf"
    framework.write_framework(
        shared, MERCY.id, target, paper=Paper.A5, recipients=["Dana  Whitfield", " "]
    )

    data = framework.framework_pdf(shared, MERCY.id, paper=Paper.A5, recipients=["Dana Whitfield"])
    assert target.read_bytes() == data
    assert data != framework.framework_pdf(shared, MERCY.id, paper=Paper.A5)


def test_what_is_issued_is_kept(shared: Journal) -> None:
    """The file byte for byte, and what each line said; the next one is version 2."""
    recipients = ["Dana Whitfield", "Luis Ortega"]
    page = framework.framework_pdf(shared, MERCY.id, recipients=recipients)
    change = framework.issue(shared, MERCY.id, recipients=recipients)

    (version,) = framework.versions(shared, MERCY.id)
    assert change.name == "Issue page to share"
    assert change.kinds == {IssuedDocument, IssuedLine, Attachment}
    document = version.document
    assert (document.version, document.issued_on) == (1, shared.today())
    assert document.recipients == "Dana Whitfield\nLuis Ortega"
    assert document.digest == hashlib.sha256(page).hexdigest()
    assert document.negotiation_id == "talks"
    assert version.is_kept
    assert framework.issued_pdf(shared, document) == page
    (file,) = attachments.folder_of(shared.path).iterdir()
    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (page, 0o600)
    assert [each.text for each in version.lines][-2:] == [
        "The second list",
        "Drug spend – Units sold: neither gets in the other's way",
    ]
    assert version.lines[0].section == "What we both want"
    (kept,) = reading.relationship(shared, MERCY.id).attachments
    assert (kept.name, kept.digest) == ("Shared page 1, 2026-11-23.pdf", document.digest)

    following = framework.draft(shared, MERCY.id).framework
    assert (following.version, following.recipients) == (2, ("Dana Whitfield", "Luis Ortega"))
    undoing.undo(shared)
    assert framework.versions(shared, MERCY.id) == ()
    assert framework.draft(shared, MERCY.id).framework.version == 1


def test_what_was_issued_stays_though_the_journal_goes_on(shared: Journal) -> None:
    """Later edits change the next version only; a file that is gone is said to be."""
    before = issued(shared)
    data = framework.issued_pdf(shared, before.document)
    records.edit(shared, "Edit", replace(held(shared, Norm, "come"), text="we come early"))

    (version,) = framework.versions(shared, MERCY.id)
    assert version == before
    assert framework.issued_pdf(shared, version.document) == data
    assert issued(shared).document.version == 2

    for each in attachments.folder_of(shared.path).rglob("*"):
        if each.is_file():
            each.unlink()
    assert not framework.versions(shared, MERCY.id)[0].is_kept
    with pytest.raises(NotFoundError):
        framework.issued_pdf(shared, version.document)


def test_the_next_version_shows_what_they_said(shared: Journal) -> None:
    """Agreed is marked, their wording stands in place of ours, what they declined is left out."""
    version = issued(shared)
    framework.note_agreement(shared, line_of(version, "want"), Agreement.AGREED)
    framework.note_agreement(
        shared, line_of(version, "come"), Agreement.CHANGED, " come on time, by car "
    )
    framework.note_agreement(shared, line_of(version, "theirs"), Agreement.DECLINED)
    change = framework.note_agreement(shared, line_of(version, "pair"), Agreement.DECLINED)

    assert change.name == "Note agreement"
    draft = framework.draft(shared, MERCY.id)
    stands = {each.record: (each.text, each.agreement) for each in draft.framework.lines}
    assert stands[RecordId("want")] == ("No patient waits", Agreement.AGREED)
    assert stands[RecordId("come")] == ("come on time, by car", Agreement.CHANGED)
    assert RecordId("theirs") not in stands
    assert draft.framework.pairs == ()
    home = {str(each.record.id): each.why for each in draft.home}
    assert home == {"theirs": StaysHome.DECLINED, "pair": StaysHome.PRIVATE}
    assert line_of(framework.versions(shared, MERCY.id)[0], "come").agreed_wording == (
        "come on time, by car"
    )


def test_their_wording_stays_once_they_agreed_to_it(shared: Journal) -> None:
    """It would be odd to come back with ours."""
    framework.note_agreement(
        shared, line_of(issued(shared), "come"), Agreement.CHANGED, "come on time, by car"
    )
    framework.note_agreement(shared, line_of(issued(shared), "come"), Agreement.AGREED)

    stands = framework.draft(shared, MERCY.id).framework.of(Part.NORMS, Side.OURS)
    assert [(each.text, each.agreement) for each in stands] == [
        ("come on time, by car", Agreement.AGREED)
    ]


def test_what_they_agreed_to_is_agreed_in_the_next_version(shared: Journal) -> None:
    """It is printed there without boxes, so nobody would ask again; the rest begins anew."""
    first = issued(shared)
    framework.note_agreement(shared, line_of(first, "want"), Agreement.AGREED)
    framework.note_agreement(shared, line_of(first, "come"), Agreement.CHANGED, "come on time")
    framework.note_agreement(shared, line_of(first, "pair"), Agreement.AGREED)

    second = issued(shared)
    assert line_of(second, "want").agreement is Agreement.AGREED
    for each in ("come", "pair", "tell"):
        assert line_of(second, each).agreement is Agreement.NOT_RAISED
    framework.note_agreement(shared, line_of(second, "want"), Agreement.DECLINED)
    assert texts(shared, Part.WANTED) == []


def test_what_was_altered_since_is_no_longer_agreed(shared: Journal) -> None:
    """They agreed to another sentence; back to that one, it is agreed again."""
    framework.note_agreement(shared, line_of(issued(shared), "want"), Agreement.AGREED)
    want = held(shared, Interest, "want")
    records.edit(shared, "Edit", replace(want, text="No patient ever waits"))
    (stands,) = framework.draft(shared, MERCY.id).framework.of(Part.WANTED)
    assert stands.agreement is Agreement.NOT_RAISED

    undoing.undo(shared)
    (stands,) = framework.draft(shared, MERCY.id).framework.of(Part.WANTED)
    assert stands.agreement is Agreement.AGREED


def test_what_was_agreed_to_without_a_version_counts(shared: Journal) -> None:
    """It may have been noted on the line itself, or come from another program."""
    want = held(shared, Interest, "want")
    records.edit(shared, "Edit", replace(want, agreement=Agreement.AGREED))

    (stands,) = framework.draft(shared, MERCY.id).framework.of(Part.WANTED)
    assert stands.agreement is Agreement.AGREED


def test_an_answer_to_an_older_version_leaves_the_record(shared: Journal) -> None:
    """The later version has the word; nor is a record touched that is in the trash."""
    first, second = issued(shared), issued(shared)
    framework.note_agreement(shared, line_of(second, "want"), Agreement.AGREED)
    framework.note_agreement(shared, line_of(first, "want"), Agreement.DECLINED)
    assert texts(shared, Part.WANTED) == ["No patient waits"]

    records.trash(shared, "Trash", held(shared, Norm, "come"))
    change = framework.note_agreement(shared, line_of(second, "come"), Agreement.AGREED)
    assert change.kinds == {IssuedLine}
    loose = replace(line_of(second, "tell"), record=None)
    assert framework.note_agreement(shared, loose, Agreement.AGREED).kinds == {IssuedLine}


def test_an_answer_about_a_pair_that_is_not_no_leaves_it(shared: Journal) -> None:
    """An alignment has no agreement of its own; the issued line has it."""
    framework.note_agreement(shared, line_of(issued(shared), "pair"), Agreement.AGREED)

    assert held(shared, Alignment, "pair").visibility is Visibility.SHAREABLE
    assert len(framework.draft(shared, MERCY.id).framework.pairs) == 1


def test_names_of_others_and_private_words_are_pointed_out(shared: Journal) -> None:
    """On the lines of the page, whoever wrote them there."""
    harbor = Account(id=AccountId(RecordId("harbor")), name="Harbor Health")
    accounts.open_account(shared, harbor)
    norm = held(shared, Norm, "come")
    records.edit(shared, "Edit", replace(norm, text="we come as often as to Harbor Health"))

    (caution,) = framework.draft(shared, MERCY.id).cautions
    assert (caution.line, caution.words) == ("come", "Harbor Health")
