"""What is typed reaches the file by itself, and "Saved" is said only then."""

import sqlite3
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QElapsedTimer
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from journal.domain.person import Person
from journal.operations import editing, reading, records, undoing
from journal.operations.editing import Typed
from journal.operations.journal import Journal
from journal.ui import saving
from journal.ui.saving import Saver, State
from tests.ui.case import DANA


@pytest.fixture
def saver(journal: Journal) -> Iterator[Saver]:
    """Make one; its timers go with it."""
    made = Saver(journal)
    yield made
    made.deleteLater()


def typed(text: str, *, before: str = "", field: str = "remember") -> Typed:
    """Type into what one should remember of Dana."""
    return Typed(kind=Person, id=DANA, field=field, before=before, text=text, name="Edit remember")


def dana(journal: Journal) -> Person:
    """Read her as the file has her."""
    return next(each for each in reading.everybody(journal) if each.id == DANA)


@pytest.fixture
def other(journal: Journal) -> Iterator[sqlite3.Connection]:
    """Open the file as another program does, which may hold on to it."""
    connection = sqlite3.connect(journal.path, isolation_level=None)
    yield connection
    connection.close()


@pytest.fixture
def impatient(journal: Journal) -> None:
    """Let the journal give up waiting for another program at once."""
    journal.file.connection.execute("PRAGMA busy_timeout = 0")


def states(spy: QSignalSpy) -> list[State]:
    """Return what the foot was told, in order."""
    return [spy.at(place)[0] for place in range(spy.count())]


def test_it_is_saved_after_a_rest(qtbot: QtBot, journal: Journal, saver: Saver) -> None:
    """Nobody presses a button."""
    told = QSignalSpy(saver.told)
    with qtbot.waitSignal(saver.saved, timeout=5_000):
        saver.take(typed("Two daughters"))
        assert dana(journal).remember == ""

    assert dana(journal).remember == "Two daughters"
    assert states(told) == [State.EDITING, State.SAVING, State.SAVED]
    assert saver.unsaved == ()


def test_who_types_on_and_on_is_saved_all_the_same(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, journal: Journal
) -> None:
    """A rest that never comes must not hold back the file; here it never comes."""
    monkeypatch.setattr(saving, "REST_MS", 60_000)
    monkeypatch.setattr(saving, "LATEST_MS", 50)
    saver = Saver(journal)
    with qtbot.waitSignal(saver.saved, timeout=5_000):
        saver.take(typed("Two"))
        saver.take(typed("Two daughters"))

    assert dana(journal).remember == "Two daughters"
    saver.deleteLater()


def test_leaving_saves_at_once_and_one_undo_takes_it_back(journal: Journal, saver: Saver) -> None:
    """A page that is left may be gone the next moment."""
    saver.take(typed("Two"))
    assert saver.flush()
    saver.take(typed("Two daughters", before="Two"))
    assert saver.flush()
    assert dana(journal).remember == "Two daughters"

    undoing.undo(journal)
    assert dana(journal).remember == ""


def test_two_fields_are_both_saved(journal: Journal, saver: Saver) -> None:
    """Each is a change of its own."""
    saver.take(typed("Two daughters"))
    saver.take(typed("Her parking place", field="avoid"))
    assert saver.flush()

    assert (dana(journal).remember, dana(journal).avoid) == ("Two daughters", "Her parking place")


def test_an_error_is_told_and_the_text_is_kept(
    journal: Journal, saver: Saver, other: sqlite3.Connection, impatient: None
) -> None:
    """Never "Saved" for what is not; it is saved when the other program lets go."""
    told = QSignalSpy(saver.told)
    other.execute("BEGIN IMMEDIATE")
    saver.take(typed("Two daughters"))

    assert not saver.flush()
    assert states(told) == [State.EDITING, State.SAVING, State.NOT_SAVED]
    assert "Not saved" in told.at(2)[1]
    assert saver.unsaved_text(DANA, "remember") == "Two daughters"

    other.execute("ROLLBACK")
    assert saver.flush()
    assert dana(journal).remember == "Two daughters"
    assert saver.unsaved_text(DANA, "remember") is None


def test_it_is_tried_again_by_itself_and_a_copy_is_offered_once(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    journal: Journal,
    other: sqlite3.Connection,
    impatient: None,
) -> None:
    """A full disk may take longer than a coffee; one asks where else to keep it."""
    monkeypatch.setattr(saving, "RETRY_MS", 10)
    monkeypatch.setattr(saving, "PATIENCE_MS", 30)
    # The journal connects afresh before each try, and waits three seconds then; not here.
    monkeypatch.setattr(editing, "reconnect", lambda _journal: None)
    saver = Saver(journal)
    offered = QSignalSpy(saver.copy_wanted)
    other.execute("BEGIN IMMEDIATE")
    saver.take(typed("Two daughters"))
    with qtbot.waitSignal(saver.copy_wanted, timeout=5_000):
        saver.flush()
    failures = QSignalSpy(saver.told)
    qtbot.waitUntil(lambda: failures.count() >= 4)
    assert offered.count() == 1

    with qtbot.waitSignal(saver.saved, timeout=5_000):
        other.execute("ROLLBACK")
    assert dana(journal).remember == "Two daughters"
    saver.deleteLater()


def test_a_file_that_is_gone_is_said_and_saved_once_it_is_back(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, journal: Journal
) -> None:
    """A stick that was pulled out; saving goes on without a new start."""
    monkeypatch.setattr(saving, "RETRY_MS", 20)
    saver = Saver(journal)
    away = journal.path.with_suffix(".away")
    journal.path.rename(away)
    saver.take(typed("Two daughters"))
    assert not saver.flush()
    told = QSignalSpy(saver.told)
    qtbot.waitUntil(lambda: told.count() > 0)
    assert set(states(told)) == {State.NOT_SAVED}

    with qtbot.waitSignal(saver.saved, timeout=5_000):
        away.rename(journal.path)
    assert dana(journal).remember == "Two daughters"
    saver.deleteLater()


def test_a_text_that_was_overtaken_waits_for_a_word(journal: Journal, saver: Saver) -> None:
    """Another window wrote into the same field: neither text is lost."""
    overtaken = QSignalSpy(saver.overtaken)
    mine = typed("Two daughters")
    editing.save_typed(journal, typed("Plays chess"))
    saver.take(mine)

    assert not saver.flush()
    assert overtaken.count() == 1
    assert dana(journal).remember == "Plays chess"
    assert saver.unsaved == (mine,)

    saver.keep_mine(mine)
    assert dana(journal).remember == "Two daughters"
    assert not saver.unsaved


def test_a_text_may_be_let_go(journal: Journal, saver: Saver) -> None:
    """Of a record that lies in the trash, say."""
    overtaken = QSignalSpy(saver.overtaken)
    mine = typed("Two daughters")
    saver.take(mine)
    records.trash(journal, "Trash", dana(journal))

    assert not saver.flush()
    assert overtaken.count() == 1
    saver.let_go(mine)
    assert saver.flush()


def test_another_program_that_holds_the_file_does_not_stop_who_types(
    journal: Journal, saver: Saver, other: sqlite3.Connection
) -> None:
    """Other verbs wait three seconds; typing is tried again by itself, and must not freeze."""
    told = QSignalSpy(saver.told)
    other.execute("BEGIN EXCLUSIVE")
    saver.take(typed("Two"))
    clock = QElapsedTimer()
    clock.start()

    assert not saver.flush()
    saver._try_again()
    assert clock.elapsed() < 2_000  # of the six that both would wait

    saver.take(typed("Two daughters"))
    assert states(told)[-1] is State.NOT_SAVED  # the foot goes on saying so
    other.execute("ROLLBACK")
    saver._try_again()
    assert dana(journal).remember == "Two daughters"
    assert states(told)[-1] is State.SAVED


def test_who_hears_of_the_change_may_type_and_leave(journal: Journal, saver: Saver) -> None:
    """A page that is shown again takes the focus from a field, which saves; nothing is lost."""
    calls: list[None] = []

    def hear(_change: object) -> None:
        calls.append(None)
        if len(calls) == 1:
            saver.take(typed("Two daughters"))
            saver.flush()

    leave = journal.subscribe(hear)
    saver.take(typed("Two"))
    assert saver.flush()
    leave()
    assert dana(journal).remember == "Two daughters"
    assert saver.unsaved == ()


def test_what_is_typed_while_the_file_takes_the_rest_waits_its_turn(
    qtbot: QtBot, journal: Journal, saver: Saver
) -> None:
    """It was dropped together with what had just been saved."""

    def hear(_change: object) -> None:
        leave()
        saver.take(typed("Two daughters"))

    leave = journal.subscribe(hear)
    saver.take(typed("Two"))
    with qtbot.waitSignal(saver.saved, timeout=5_000):
        assert not saver.flush()
    assert saver.unsaved_text(DANA, "remember") == "Two daughters"
    with qtbot.waitSignal(saver.saved, timeout=5_000):
        pass
    assert dana(journal).remember == "Two daughters"


def test_saved_is_not_said_while_a_text_waits_for_a_word(journal: Journal, saver: Saver) -> None:
    """What else is saved meanwhile does not make it so."""
    told = QSignalSpy(saver.told)
    editing.save_typed(journal, typed("Three"))
    saver.take(typed("Two"))
    assert not saver.flush()
    assert states(told)[-1] is State.NOT_SAVED

    saver.say_saved(journal.now())
    saver.take(typed("Her parking place", field="avoid"))
    saver.flush()
    assert dana(journal).avoid == "Her parking place"
    assert states(told)[-1] is State.NOT_SAVED


def test_half_a_character_from_a_clipboard_does_not_hold_up_the_rest(
    journal: Journal, saver: Saver
) -> None:
    """No file takes it; everything typed after it would never be saved."""
    saver.take(typed("Two \ud83d daughters"))
    assert saver.flush()
    assert dana(journal).remember == "Two ? daughters"
