"""What stays home beside the page, and what on it should be looked at twice."""

from datetime import date

import pytest

from journal.analysis.sharing import CautionKind, Others, cautions
from journal.domain.account import Account
from journal.domain.framework import Framework, Part, SharedLine
from journal.domain.meeting import Cancellation, Meeting, Status
from journal.domain.person import Person
from journal.domain.plan import Barrier, Norm
from journal.domain.promise import Quote
from journal.domain.record import (
    AccountId,
    Basis,
    MeetingId,
    PersonId,
    RecordId,
    Side,
    Visibility,
)
from journal.domain.relationship import Relationship
from journal.domain.span import When

HARBOR = Account(id=AccountId(RecordId("harbor")), name="Harbor Health")


def page(text: str, who: str = "") -> Framework:
    """Make a page of one line."""
    line = SharedLine(record=RecordId("norm"), kind=Norm, part=Part.NORMS, text=text, who=who)
    return Framework(
        account=HARBOR.name,
        author="",
        version=1,
        day=date(2026, 11, 23),
        recipients=(),
        lines=(line,),
    )


def person(note: str, remember: str = "") -> Relationship:
    """Make a relationship with one person, of whom something is noted."""
    who = Person(id=PersonId(RecordId("dana")), name="Dana Whitfield", note=note, remember=remember)
    return Relationship(account=HARBOR, people=(who,))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("as we do with mercy general", True),  # by its whole name, however it is written
        ("as Mercy taught us", True),  # by its first word, as a name
        ("to have mercy", False),
        ("a Harbor for both", False),  # as this customer's own name has it
        ("Mercyless", False),
        ("as the St. Brendan Clinics do", True),
        ("St. Elsewhere", False),
    ],
)
def test_another_account_is_known_by_its_name(text: str, found: bool) -> None:  # noqa: FBT001
    """A page that was written for one customer is easily used for the next."""
    others = Others(accounts=("Harbor Clinics", "Mercy General", "St. Brendan Clinics"))
    pointed_out = cautions(page(text), Relationship(account=HARBOR), others)

    assert [each.kind for each in pointed_out] == [CautionKind.OTHER_ACCOUNT] * found


def test_people_of_others_are_known_by_their_whole_name() -> None:
    """In a line, or as the one who owes a step; a first name alone is anybody's."""
    others = Others(people=("Dana Whitfield",))
    nobody = Relationship(account=HARBOR)

    (named,) = cautions(page("what Dana Whitfield asked for"), nobody, others)
    assert (named.kind, named.words, named.source) == (
        CautionKind.OTHER_PERSON,
        "Dana Whitfield",
        None,
    )
    assert cautions(page("a step", who="Dana Whitfield"), nobody, others) == (named,)
    assert cautions(page("what Dana asked for"), nobody, others) == ()


@pytest.mark.parametrize(
    ("noted", "shared", "words"),
    [
        ("she is afraid of the board", "what the board is afraid of", ""),
        (
            "fears that savings vanish upstairs",
            "The savings vanish: upstairs!",
            "savings vanish: upstairs",
        ),
        ("Savings vanish", "savings vanish", ""),  # two words say little
        ("缺货时她总是第一个知道", "她总是第一个说", "她总是第一个"),  # each letter is half a word
        ("她总是第", "她总是第", ""),
    ],
)
def test_three_words_in_a_row_from_a_private_note_are_pointed_out(
    noted: str, shared: str, words: str
) -> None:
    """Short words between them do not count, nor do signs and capitals."""
    found = cautions(page(shared), person(noted), Others())

    assert [each.words for each in found] == [words] * bool(words)
    assert all(isinstance(each.source, Person) for each in found)


def test_a_line_is_pointed_out_once() -> None:
    """However much of it was copied."""
    text = "never promise dates before the board has met about them"
    assert len(cautions(page(text), person(text, text), Others())) == 1


def test_what_they_know_already_is_no_private_note() -> None:
    """Their own words, and what may be shared; but what we noted about a lost meeting is."""
    text = "every visit begins unprepared"
    lines = (
        Barrier(
            id=RecordId("said"),
            account_id=HARBOR.id,
            text=text,
            share=Side.THEIRS,
            basis=Basis.SAID,
        ),
        Barrier(
            id=RecordId("shared"),
            account_id=HARBOR.id,
            text=text,
            share=Side.OURS,
            visibility=Visibility.SHAREABLE,
        ),
    )
    quote = Quote(id=RecordId("quote"), account_id=HARBOR.id, text=text)
    known = Relationship(account=HARBOR, barriers=lines, quotes=(quote,))
    assert cautions(page(text), known, Others()) == ()

    lost = Meeting(
        id=MeetingId(RecordId("lost")),
        account_id=HARBOR.id,
        when=When.from_iso("2026-11-12T10:00", "Europe/Prague"),
        status=Status.CANCELLED,
        cancellation=Cancellation(by=Side.THEIRS, found_reason=text),
    )
    (caution,) = cautions(page(text), Relationship(account=HARBOR, meetings=(lost,)), Others())
    assert caution.source == lost
