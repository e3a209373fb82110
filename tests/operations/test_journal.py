"""An open journal."""

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from journal.domain.account import Account
from journal.domain.errors import NotFoundError, NotSavedError
from journal.domain.record import AccountId
from journal.operations import listing, reading
from journal.operations.change import Change
from journal.operations.journal import Journal, laptop_zone, system_clock


def named(journal: Journal, name: str) -> Account:
    """Make an account of that name."""
    return Account(id=AccountId(journal.new_id()), name=name)


def test_a_journal_is_made_once_and_opened_again(tmp_path: Path) -> None:
    """What was written by one is read by the next."""
    path = tmp_path / "mine.journal"
    with Journal.create(path) as journal:
        journal.write("New account", add=[named(journal, "Mercy")])
        assert journal.path == path

    with Journal.open(path) as journal:
        assert [each.account.name for each in listing.accounts(journal)] == ["Mercy"]


def test_opening_what_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    """And leaves nothing behind."""
    with pytest.raises(NotFoundError):
        Journal.open(tmp_path / "none.journal")


def test_time_is_told_on_the_laptops_wall(tmp_path: Path) -> None:
    """23:30 UTC on the 22nd is half past midnight on the 23rd in Prague."""
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    with Journal.create(tmp_path / "mine.journal", lambda: late) as journal:
        assert journal.zone == "Europe/Prague"
        assert journal.now() == late
        assert journal.now().utcoffset() == timedelta(hours=1)
        assert journal.today() == date(2026, 11, 23)


def test_listeners_hear_of_each_change_once(empty: Journal) -> None:
    """A page reads again what was touched, and nothing else."""
    heard: list[Change] = []
    stop = empty.subscribe(heard.append)

    change = empty.write("New account", add=[named(empty, "Mercy")])
    stop()
    stop()  # a dialog may be closed a second time, with its window
    empty.write("New account", add=[named(empty, "Harbor")])

    assert heard == [change]
    assert change.kinds == {Account}
    assert len(change.ids) == 1
    assert change.name == "New account"


def test_a_change_of_nothing_is_not_announced(journal: Journal) -> None:
    """Nothing has to be read again."""
    heard: list[Change] = []
    journal.subscribe(heard.append)

    change = journal.write("Edit account", save=[reading.find_account(journal, "Mercy")])

    assert heard == []
    assert change.number == 0


def test_a_fellow_reads_what_was_written(journal: Journal) -> None:
    """A worker thread has its own connection to the same file."""
    with journal.fellow(read_only=True) as fellow:
        assert reading.find_account(fellow, "Mercy").name == "Mercy General"
        with pytest.raises(NotSavedError):
            fellow.write("New account", add=[named(fellow, "Harbor")])


def test_the_clock_of_the_system_is_aware() -> None:
    """A naive time would be compared with an aware one somewhere."""
    assert system_clock().utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("link", "variable", "expected"),
    [
        ("/usr/share/zoneinfo/America/New_York", None, "America/New_York"),
        ("/var/db/timezone/zoneinfo/Europe/Prague", None, "Europe/Prague"),
        ("/usr/share/zoneinfo/Not/AZone", None, "UTC"),
        ("/usr/share/zoneinfo/America/New_York", "Europe/Prague", "Asia/Kolkata"),
        ("/some/other/file", None, "Asia/Kolkata"),
        (None, None, "Asia/Kolkata"),
    ],
)
def test_the_zone_is_that_of_the_systems_clock(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    link: str | None,
    variable: str | None,
    expected: str,
) -> None:
    """A link says it at once; where there is none, or a variable overrides it, tzlocal knows."""
    clock = tmp_path / "localtime"
    if link is not None:
        clock.symlink_to(link)
    monkeypatch.setattr("journal.operations.journal._CLOCK", clock)
    monkeypatch.setattr("tzlocal.get_localzone_name", lambda: "Asia/Kolkata")
    monkeypatch.delenv("TZ", raising=False)
    if variable is not None:
        monkeypatch.setenv("TZ", variable)

    assert laptop_zone() == expected


@pytest.mark.parametrize("answer", [None, "", "Not/AZone", "local"])
def test_a_laptop_that_does_not_know_its_zone_is_in_utc(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, answer: str | None
) -> None:
    """Better a known zone than a crash at start."""
    monkeypatch.setattr("journal.operations.journal._CLOCK", tmp_path / "none")
    monkeypatch.setattr("tzlocal.get_localzone_name", lambda: answer)

    assert laptop_zone() == "UTC"


def test_a_broken_setting_of_the_zone_is_no_crash(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The library raises where the system contradicts itself."""
    monkeypatch.setattr("journal.operations.journal._CLOCK", tmp_path / "none")

    def contradict() -> str:
        message = "Multiple conflicting time zone configurations found"
        raise LookupError(message)

    monkeypatch.setattr("tzlocal.get_localzone_name", contradict)

    assert laptop_zone() == "UTC"


def test_a_fellow_leaves_the_locks_of_the_journal_alone(journal: Journal) -> None:
    """A plain read of the file in the same process would let a second program write between."""
    journal.file.connection.execute("BEGIN IMMEDIATE")
    journal.fellow(read_only=True).close()
    program = (
        "import sqlite3, sys\n"
        "other = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)\n"
        "try: other.execute('BEGIN IMMEDIATE')\n"
        "except sqlite3.OperationalError as error: print(error)\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", program, journal.path], capture_output=True, text=True, check=True
    )
    assert said.stdout == "database is locked\n"
    journal.file.connection.execute("ROLLBACK")


def test_a_change_by_a_fellow_is_told_by_whoever_waited_for_it(journal: Journal) -> None:
    """The fellow has no listeners of its own."""
    heard: list[Change] = []
    journal.subscribe(heard.append)
    with journal.fellow() as fellow:
        change = fellow.write("New account", add=[named(fellow, "Harbor")])
    assert heard == []

    journal.announce(change)
    assert heard == [change]
