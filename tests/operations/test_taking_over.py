"""An account that arrives in a journal of somebody who knows some of it, and goes back."""

import re
import zipfile
from dataclasses import fields, replace
from datetime import date, timedelta

import pytest

from journal.analysis.ownership import owner_on
from journal.domain.account import Account
from journal.domain.document import DocumentKind, IssuedDocument
from journal.domain.person import Person, Role
from journal.domain.plan import Negotiation
from journal.domain.record import AccountId, DocumentId, NegotiationId, PersonId
from journal.operations import accounts, briefing, reading, records
from journal.operations.handing_over import Choice, Successor, hand_over
from journal.operations.importing import import_files
from journal.operations.journal import Journal
from journal.operations.people import Somebody
from journal.store import records as stored
from tests.operations.handovers import (
    BEN,
    DAY,
    given,
    mercy,
    text_of,
    whole_of,
)
from tests.operations.imports import taken


def own_account(ben: Journal, name: str = "Mercy General Hospital") -> AccountId:
    """Let Ben have the account already, with Dana, and himself since 20 November."""
    accounts.introduce_self(ben, "Ben Kral")
    new = AccountId(ben.new_id())
    accounts.open_account(
        ben, Account(id=new, name=name, note="Ask Nora"), Somebody(name="dana whitfield")
    )
    return new


def test_what_is_there_already_is_not_doubled(nora: Journal, ben: Journal) -> None:
    """One account, one Dana, one Ben, one role each; what Ben wrote stays."""
    own_account(ben, "mercy  general")
    path = given(nora)

    imported = taken(ben, path)

    (account,) = stored.select(ben.file.connection, Account, "1")
    assert (account.note, account.unit) == ("Ask Nora", "Pharmacy department")
    whole = reading.relationship(ben, account.id)
    names = sorted(each.name for each in whole.people)
    assert names == sorted({each.casefold(): each for each in names}.values())
    assert len([each for each in whole.roles if each.end is None]) == len(
        {each.person_id for each in whole.roles if each.end is None}
    )
    me = reading.me(ben)
    assert me is not None
    owner = owner_on(whole.roles, DAY)
    assert owner is not None
    assert (owner.person_id, owner.start) == (me.id, DAY)
    before = owner_on(whole.roles, DAY - timedelta(days=1))
    assert getattr(whole.person(before.person_id if before else None), "name", "") == (
        "Nora Lindqvist"
    )
    assert any("is taken for" in each.why for each in imported.report.notes)
    again = taken(ben, path)
    assert (again.report.new, again.report.changed, again.report.skipped) == (0, 0, ())


def test_what_ben_gives_back_alters_what_nora_left_alone(nora: Journal, ben: Journal) -> None:
    """His words arrive; what she wrote since stays; her notes are hers; nobody is doubled."""
    own_account(ben, "Mercy General")
    taken(ben, given(nora, Choice.KEEP))
    whole = reading.relationship(ben, mercy(ben))
    held, other = whole.meetings[0], whole.meetings[1]
    records.edit(ben, "Edit", replace(held, summary="As Ben tells it"))
    records.edit(ben, "Edit", replace(other, summary="Ben's other"))
    mine = stored.get(nora.file.connection, type(other), other.id)
    records.edit(nora, "Edit", replace(mine, summary="As Nora tells it"))
    before = whole_of(nora)
    back = ben.path.with_name("back.handover")
    to_nora = Successor(who=Somebody(name="Nora Lindqvist"), on=date(2027, 6, 1))
    found = [each for each in reading.everybody(ben) if each.name == "Nora Lindqvist"]
    to_nora = replace(to_nora, who=Somebody(known=found[0].id))
    hand_over(ben, mercy(ben), back, {}, to_nora)

    imported = taken(nora, back)

    after = whole_of(nora)
    assert [each.file for each in imported.report.skipped] == ["back.handover"]
    assert getattr(after[held.id], "summary", "") == "As Ben tells it"
    assert getattr(after[other.id], "summary", "") == "As Nora tells it"
    owner = owner_on(reading.relationship(nora, mercy(nora)).roles, date(2027, 6, 1))
    me = reading.me(nora)
    assert me is not None
    assert owner is not None
    assert owner.person_id == me.id
    assert after.keys() - before.keys() == {owner.id}
    altered = {
        (type(before[each]).__name__, field.name)
        for each in before
        for field in fields(before[each])
        if getattr(before[each], field.name) != getattr(after[each], field.name)
    }
    # Dana's name as Ben writes it; and that he is not the owner for ever.
    assert altered == {("Meeting", "summary"), ("Person", "name"), ("Role", "end")}


def test_it_can_be_written_again_without_a_second_owner(nora: Journal, ben: Journal) -> None:
    """The file was lost: the same person, the same day."""
    given(nora).unlink()
    (person,) = (each for each in reading.everybody(nora) if each.name == "Ben Kral")
    before = whole_of(nora)

    path = nora.path.parent / "second.handover"
    hand_over(nora, mercy(nora), path, {}, replace(BEN, who=Somebody(known=person.id)))

    assert whole_of(nora) == before
    taken(ben, path)
    me = reading.me(ben)
    assert me is not None
    assert me.name == "Ben Kral"


def test_without_a_successor_it_is_a_copy(nora: Journal, ben: Journal) -> None:
    """Nora goes on, and who imports it is not taken for anybody."""
    before = whole_of(nora)
    path = nora.path.parent / "copy.handover"
    hand_over(nora, mercy(nora), path, {})

    assert whole_of(nora) == before
    taken(ben, path)
    assert reading.me(ben) is None


def test_somebody_else_hears_whom_it_was_for(nora: Journal, ben: Journal) -> None:
    """Eve imports what was for Ben: he becomes a colleague of hers."""
    accounts.introduce_self(ben, "Eve Novak")

    imported = taken(ben, given(nora))

    assert [each.why for each in imported.report.notes] == [
        "It was handed over to Ben Kral; in this journal you are Eve Novak."
    ]
    assert [each.name for each in reading.everybody(ben) if each.is_self] == ["Eve Novak"]


def test_it_is_read_in_a_process_of_its_own(nora: Journal, ben: Journal) -> None:
    """As every file from outside is."""
    path = given(nora)
    assert import_files(ben, [path]).report.new == len(whole_of(nora))


def test_what_an_account_has_once_it_has_already(nora: Journal, ben: Journal) -> None:
    """His open negotiation goes on and hers arrives closed; his documents keep their numbers."""
    mine = own_account(ben, "Mercy General")
    theirs = mercy(nora)
    for journal, account, versions in ((ben, mine, (1,)), (nora, theirs, (1, 2))):
        for each in stored.select(journal.file.connection, Negotiation, "closed_on IS NULL"):
            records.trash(journal, "x", each)
        records.add(
            journal,
            "x",
            Negotiation(
                id=NegotiationId(journal.new_id()),
                account_id=account,
                title=f"Of {journal.path.stem}",
                opened_on=date(2026, 11, 1),
            ),
            *(
                IssuedDocument(
                    id=DocumentId(journal.new_id()),
                    account_id=account,
                    kind=DocumentKind.FRAMEWORK,
                    version=version + 50,
                    issued_on=date(2026, 11, version),
                )
                for version in versions
            ),
        )

    path = given(nora)
    taken(ben, path)

    whole = reading.relationship(ben, mine)
    open_ones = [each.title for each in whole.negotiations if each.closed_on is None]
    assert open_ones == ["Of ben"]
    hers = next(each for each in whole.negotiations if each.title == "Of nora")
    assert hers.closed_on == date(2026, 11, 23)
    numbers_now = sorted(each.version for each in whole.documents if each.version > 50)
    assert numbers_now == [51, 52, 53]
    again = taken(ben, path)
    assert (again.report.new, again.report.changed, again.report.skipped) == (0, 0, ())


def test_what_ben_altered_of_what_was_his_stays(nora: Journal, ben: Journal) -> None:
    """He cleared the unit that came with the hand-over: it stays cleared."""
    own_account(ben, "Mercy General")
    path = given(nora)
    taken(ben, path)
    (account,) = stored.select(ben.file.connection, Account, "1")
    assert account.unit
    records.edit(ben, "Edit", replace(account, unit="", note=""))

    taken(ben, path)

    (account,) = stored.select(ben.file.connection, Account, "1")
    assert (account.unit, account.note) == ("", "")


def test_a_later_hand_over_tells_more_of_what_was_joined(nora: Journal, ben: Journal) -> None:
    """Ben's own Dana had no telephone; Nora learns it, and he hears of it."""
    own_account(ben, "Mercy General")
    taken(ben, given(nora))
    (dana,) = (each for each in reading.everybody(nora) if each.name == "Dana Whitfield")
    records.edit(nora, "Edit", replace(dana, phone="+1 937"))
    path = nora.path.parent / "later.handover"
    hand_over(nora, mercy(nora), path, {})

    taken(ben, path)

    (his,) = (each for each in reading.everybody(ben) if each.name == "dana whitfield")
    assert his.phone == "+1 937"


@pytest.mark.parametrize(
    ("mail", "same"), [("nora.lindqvist@calder-medical.example", True), ("n@else.example", False)]
)
def test_a_colleague_is_known_by_name_or_mail(
    nora: Journal, ben: Journal, mail: str, *, same: bool
) -> None:
    """Another address is somebody else, until the user makes them one."""
    her = Person(id=PersonId(ben.new_id()), name="Nora Lindqvist", email=mail.upper())
    records.add(ben, "Add", her)

    taken(ben, given(nora))

    named = [each.id for each in reading.everybody(ben) if each.name == "Nora Lindqvist"]
    assert len(named) == (1 if same else 2)
    assert her.id in named


def test_a_role_that_says_something_else_is_another(nora: Journal, ben: Journal) -> None:
    """Dana was a nurse there to Ben's knowledge: both stand, to be looked at."""
    account = own_account(ben, "Mercy General")
    (role,) = stored.select(ben.file.connection, Role, "side = 'theirs'")
    records.edit(ben, "Edit", replace(role, title="Head nurse"))

    taken(ben, given(nora))

    whole = reading.relationship(ben, account)
    titles = {each.title for each in whole.roles if each.person_id == role.person_id}
    assert titles == {"Head nurse", "Director of Pharmacy"}


def test_the_next_brief_is_printed_over_there(nora: Journal, ben: Journal) -> None:
    """The page that came along says, word for word, what the colleague's own journal says."""
    path = given(nora)
    taken(ben, path)

    with zipfile.ZipFile(path) as archive:
        came = text_of(archive.read("digest.pdf"))
    printed = text_of(briefing.brief_pdf(ben, mercy(ben)))
    one, two = (re.sub(r"printed .* data as of .*", "", each) for each in (printed, came))
    assert one == two
    assert "Nora Lindqvist" in came
