"""All accounts side by side: each row as its whole history tells it, and in a file."""

import csv
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pytest

from journal.analysis.portfolio import Flag, portfolio_row
from journal.domain.account import Account, Aim
from journal.domain.errors import NotSavedError
from journal.domain.meeting import Meeting, Status
from journal.domain.rating import Level, Rating, Viewpoint
from journal.domain.record import AccountId, MeetingId, RecordId
from journal.domain.span import When
from journal.operations import portfolio, reading
from journal.operations.journal import Journal
from tests.operations.conftest import MERCY
from tests.operations.desk import START, a_desk
from tests.operations.verbs import VERBS

HARBOR = AccountId(RecordId("harbor"))


@pytest.mark.parametrize("seed", range(12))
def test_what_is_read_tells_as_much_as_the_whole(seed: int) -> None:
    """Whatever was done: a row that leaves something out would be another row."""
    chance = Random(seed)
    with a_desk(chance) as desk:
        _reach_back(desk.journal, chance)
        for _ in range(60):
            chance.choice(VERBS)(desk)
        desk.journal._clock = _still
        accounts = portfolio.all_accounts(desk.journal)
        wholes = {each: reading.relationship(desk.journal, each) for each in accounts}
        told = {each.account.id: each for each in portfolio.rows(desk.journal, accounts)}
        assert told == {
            each: portfolio_row(whole, now=desk.journal.now()) for each, whole in wholes.items()
        }


@pytest.mark.parametrize("seed", range(6))
def test_after_each_change_only_whom_it_concerns_is_read_again(seed: int) -> None:
    """Else a long list would be read anew for each letter that is saved."""
    chance = Random(seed)
    with a_desk(chance) as desk:
        accounts = portfolio.all_accounts(desk.journal)
        known = {each.account.id: each for each in portfolio.rows(desk.journal, accounts)}
        for _ in range(40):
            before = portfolio.last_change(desk.journal)
            chance.choice(VERBS)(desk)
            concerned = portfolio.concerned_since(desk.journal, before)
            assert concerned is not None
            accounts = portfolio.all_accounts(desk.journal)
            known |= {each.account.id: each for each in portfolio.rows(desk.journal, concerned)}
            known = {each: known[each] for each in accounts}
            assert known == {
                each.account.id: each for each in portfolio.rows(desk.journal, accounts)
            }


def _reach_back(journal: Journal, chance: Random) -> None:
    """Give Mercy more of a past than the verbs do."""
    days = sorted(chance.sample(range(365 * 3), 25))
    held = [
        Meeting(
            id=MeetingId(RecordId(f"past-{each}")),
            account_id=MERCY.id,
            when=When(
                day=date.fromordinal(START.date().toordinal() - each),
                time=None,
                zone="Asia/Kolkata",
            ),
            status=chance.choice([Status.HELD, Status.HELD, Status.NO_SHOW]),
        )
        for each in days
    ]
    rated = [
        Rating(
            id=RecordId(f"rated-{each}"),
            account_id=MERCY.id,
            day=date.fromordinal(START.date().toordinal() - each),
            level=chance.choice(list(Level)),
            viewpoint=chance.choice(list(Viewpoint)),
        )
        for each in days[::5]
    ]
    journal.write("The past", add=[*held, *rated])


def _still() -> datetime:
    return datetime(2026, 12, 20, 22, 30, tzinfo=UTC)


def test_the_file_says_what_the_rows_say(journal: Journal, tmp_path: Path) -> None:
    """In the order in which they were shown; a hostile name is a name."""
    journal.write(
        "Add",
        add=[
            Account(id=HARBOR, name='=HYPERLINK("x")', aim=Aim.RAISE, unit="Ward", place="Dayton"),
            Rating(id=RecordId("r1"), account_id=MERCY.id, day=date(2026, 1, 1), level=Level(3)),
            Rating(id=RecordId("r2"), account_id=MERCY.id, day=date(2026, 11, 1), level=Level(2)),
            Meeting(
                id=MeetingId(RecordId("m")),
                account_id=MERCY.id,
                when=When.from_iso("2026-11-02T10:00", "Europe/Prague"),
                status=Status.HELD,
            ),
        ],
    )
    shown = portfolio.rows(journal, [MERCY.id, HARBOR])
    path = tmp_path / "portfolio.csv"
    portfolio.export(shown[::-1], path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, general, harbor = csv.reader(file)
    mercy = dict(zip(header, general, strict=True))
    assert mercy == {
        "Account": "Mercy General",
        "Unit": "",
        "Place": "",
        "Aim": "Maintain",
        "Our rating": "Strained",
        "Their rating": "",
        "Gap in steps": "",
        "Last change in steps": "-1",
        "Last held": "2026-11-02",
        "Next meeting": "",
        "Lost": "0",
        "Held or lost": "1",
        "We kept in time": "0",
        "Of ours due": "0",
        "They kept in time": "0",
        "Of theirs due": "0",
        "Guesses left": "0",
        "Asks for attention": "slides",
    }
    assert harbor[:4] == ['\'=HYPERLINK("x")', "Ward", "Dayton", "Raise"]


def test_a_folder_that_refuses_is_said(journal: Journal, tmp_path: Path) -> None:
    """Nothing is written then."""
    with pytest.raises(NotSavedError, match="could not be written"):
        portfolio.export((), tmp_path / "nowhere" / "portfolio.csv")


def test_each_flag_has_words() -> None:
    """The table and the file say the same."""
    assert len({portfolio.flag_words(each) for each in Flag}) == len(Flag)
