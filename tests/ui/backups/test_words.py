"""Backups in words."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from journal.domain.account import Account, Origin
from journal.domain.meeting import Meeting, Participation
from journal.domain.person import Person
from journal.domain.promise import Promise, Quote
from journal.operations.restoring import Comparison
from journal.store.comparing import Differing, Where
from journal.store.restoring import Difference, Preview
from journal.ui.backups import words
from journal.ui.shared.entries import Entry

NOW = datetime(2026, 11, 23, 9, 15, tzinfo=ZoneInfo("Europe/Prague"))


def difference(
    kind: type, *, back: int = 0, gone: int = 0, changed: int = 0, both: int = 0
) -> Difference:
    """Say how many of a kind are only in the backup, only in the journal, unlike, alike."""
    return Difference(
        kind=kind,
        in_backup=back + changed + both,
        now=gone + changed + both,
        only_in_backup=back,
        only_now=gone,
        changed=changed,
    )


def comparison(*differences: Difference) -> Comparison:
    """Compare with a backup of the day before."""
    preview = Preview(
        last_changed=datetime(2026, 11, 22, 23, 30, tzinfo=UTC),
        differences=differences,
        is_same_journal=True,
    )
    return Comparison(path=Path("old.journal"), preview=preview, records=(), more=0)


@pytest.mark.parametrize(
    ("ago", "expected"),
    [
        (timedelta(seconds=59), "just now"),
        (timedelta(seconds=60), "1 min ago"),
        (timedelta(minutes=59), "59 min ago"),
        (timedelta(hours=1), "1 h ago"),
        (timedelta(hours=9), "9 h ago"),
        (timedelta(hours=10), "yesterday"),
        (timedelta(days=8), "8 days ago"),
        (timedelta(minutes=-5), "today"),
        (timedelta(days=-1), "tomorrow"),
    ],
)
def test_an_age_is_said_as_one_would(ago: timedelta, expected: str) -> None:
    """The day is the laptop's; a clock that was put back makes a backup of the future."""
    assert words.age_words((NOW - ago).astimezone(UTC), NOW) == expected


def test_a_moment_is_told_by_the_laptops_wall() -> None:
    """23:30 UTC on Sunday is half past midnight on Monday in Prague."""
    at = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    assert words.made_words(at, NOW) == "Mon 23 Nov, 00:30"
    assert words.full_made_words(at, NOW) == "Mon 23 Nov 2026, 00:30"
    assert words.made_words(at - timedelta(days=365), NOW) == "23 Nov 2025, 00:30"
    assert words.last_words(None, NOW) == "There is no backup of this journal yet."
    assert words.last_words(at, NOW) == "The last good backup is of Mon 23 Nov, 00:30, 8 h ago."
    told = words.last_change_words(comparison(), NOW)
    assert told == "Last change in it: Mon 23 Nov 2026, 00:30."


def test_a_journal_without_a_change_says_so() -> None:
    """It was made and never written into."""
    found = comparison()
    empty = replace(found, preview=replace(found.preview, last_changed=None))
    assert words.last_change_words(empty, NOW) == "Nothing was ever written into it."


def test_what_a_restore_brings_is_one_sentence() -> None:
    """Meetings before who was invited to them, however the file orders them."""
    found = comparison(
        difference(Participation, gone=3),
        difference(Meeting, gone=3, both=9),
        difference(Promise, gone=1),
        difference(Quote, back=2),
        difference(Account, both=4),
    )
    assert words.restore_words(found) == (
        "3 meetings, 1 promise and 3 invitations would go, 2 quotes would come back."
    )
    assert words.version_words(found) == (
        "Only there: 2 quotes. Only here: 3 meetings, 1 promise and 3 invitations."
    )
    assert list(words.kind_entries(found)) == [
        Entry(text="0 invitations in it, 3 now", note="3 would go"),
        Entry(text="9 meetings in it, 12 now", note="3 would go"),
        Entry(text="0 promises in it, 1 now", note="1 would go"),
        Entry(text="2 quotes in it, 0 now", note="2 would come back"),
    ]


def test_many_kinds_are_counted_together() -> None:
    """A sentence of twenty parts is none."""
    found = comparison(
        difference(Origin, changed=30),
        difference(Account, changed=1),
        difference(Person, changed=2),
        difference(Meeting, changed=3),
        difference(Promise, changed=4),
    )
    told = "1 account, 2 people, 3 meetings and 34 other records"
    assert words.restore_words(found) == f"{told} would be as before."
    assert words.version_words(found) == f"Not alike: {told}."


def test_the_same_is_called_the_same() -> None:
    """And there is no row of it."""
    found = comparison(difference(Account, both=4))
    assert words.restore_words(found) == "It holds the same as the journal now, the trash aside."
    assert words.version_words(found) == "Both hold the same, the trash aside."
    assert list(words.kind_entries(found)) == []


def test_records_are_told_by_what_one_knows_them_by() -> None:
    """Kind, title, account, day, and where; an account is not named twice."""
    found = replace(
        comparison(),
        records=(
            Differing(
                kind=Meeting,
                title="",
                account="Mercy",
                day=date(2026, 9, 3),
                where=Where.OTHER,
            ),
            Differing(kind=Account, title="Mercy", account="Mercy", day=None, where=Where.BOTH),
            Differing(kind=Person, title="Dana", account="", day=None, where=Where.HERE),
        ),
        more=12,
    )
    assert list(words.record_entries(found, NOW)) == [
        Entry(lead="Meeting", text="Mercy · 3 Sep", note="only there"),
        Entry(lead="Account", text="Mercy", note="not alike"),
        Entry(lead="Person", text="Dana", note="only here"),
        Entry(text="and 12 more"),
    ]


def test_a_size_is_short() -> None:
    """Nobody counts bytes."""
    assert words.size_words(245_760) == "240 kB"
    assert words.size_words(3_250_586) == "3.1 MB"
