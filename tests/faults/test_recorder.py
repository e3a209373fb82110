"""The recorder, held against programs whose every call is known.

If it missed a write, the images would be too good; if it made up a sync, far too good.
"""

import textwrap
from pathlib import Path

import pytest

from tests.faults.recording import final_image, record, run_recorded
from tests.faults.replay import Call, Kind


class Stage:
    """A folder to watch, and Python programs to run in it."""

    def __init__(self, recorder: Path, folder: Path) -> None:
        self.recorder = recorder
        self.folder = folder
        self.watched = folder / "watched"

    def run(self, program: str) -> list[Call]:
        """Run the program with the watched folder as its current one."""
        return run_recorded(self.recorder, self.folder, ["-c", textwrap.dedent(program)])


@pytest.fixture
def stage(recorder: Path, tmp_path: Path) -> Stage:
    """A new folder with nothing in it."""
    return Stage(recorder, tmp_path)


def _told(calls: list[Call]) -> list[str]:
    return [str(call) for call in calls]


def test_writes_are_recorded_with_place_and_data(stage: Stage) -> None:
    """Also where the place is known to the kernel alone: appending, and after a seek."""
    calls = stage.run(
        """
        import os
        file = os.open("a", os.O_CREAT | os.O_RDWR)
        os.write(file, b"first")
        os.pwrite(file, b"placed", 100)
        os.lseek(file, 50, os.SEEK_SET)
        os.write(file, b"sought")
        end = os.open("a", os.O_WRONLY | os.O_APPEND)
        os.write(end, b"last")
        os.write(os.dup(file), b"dup")
        """
    )
    assert _told(calls) == [
        "create a",
        "write of 5 bytes at 0 in a",
        "write of 6 bytes at 100 in a",
        "write of 6 bytes at 50 in a",
        "write of 4 bytes at 106 in a",
        "write of 3 bytes at 56 in a",
    ]
    assert [call.payload for call in calls[1:]] == [b"first", b"placed", b"sought", b"last", b"dup"]
    assert final_image(calls) == {"a": (stage.watched / "a").read_bytes()}


def test_syncs_are_recorded_for_files_and_folders(stage: Stage) -> None:
    """Either call, on either; a folder is told from a file by what the descriptor is."""
    calls = stage.run(
        """
        import os
        file = os.open("a", os.O_CREAT | os.O_WRONLY)
        os.fsync(file)
        os.fdatasync(file)
        os.mkdir("below")
        os.fsync(os.open(".", os.O_RDONLY))
        os.fdatasync(os.open("below", os.O_RDONLY))
        """
    )
    assert [(call.kind, call.path) for call in calls] == [
        (Kind.CREATE, "a"),
        (Kind.SYNC, "a"),
        (Kind.SYNC, "a"),
        (Kind.MAKE_FOLDER, "below"),
        (Kind.SYNC_FOLDER, ""),
        (Kind.SYNC_FOLDER, "below"),
    ]


def test_truncations_are_recorded_by_call_and_by_opening(stage: Stage) -> None:
    """A file that is opened to be written anew loses its content at that moment."""
    calls = stage.run(
        """
        import os
        with open("a", "wb", buffering=0) as file:
            file.write(b"123456789")
            file.truncate(4)
        os.ftruncate(os.open("a", os.O_WRONLY), 2)
        open("a", "wb").close()
        """
    )
    assert _told(calls) == [
        "create a",
        "write of 9 bytes at 0 in a",
        "truncate to 4 bytes of a",
        "truncate to 2 bytes of a",
        "truncate to 0 bytes of a",
    ]


def test_changes_of_names_are_recorded(stage: Stage) -> None:
    """Relative and absolute, and through a symbolic link to the watched folder."""
    (stage.watched.parent / "way").symlink_to(stage.watched)
    calls = stage.run(
        f"""
        import os
        open("a", "wb").close()
        os.rename("a", "{stage.watched}/b")
        os.link("b", "{stage.watched.parent}/way/c")
        os.unlink("../watched/b")
        os.mkdir("below")
        os.rmdir("below")
        """
    )
    assert _told(calls) == [
        "create a",
        "rename a to b",
        "link b to c",
        "unlink b",
        "make folder below",
        "remove folder below",
    ]


def test_only_what_succeeded_is_recorded(stage: Stage) -> None:
    """A call that failed changed nothing."""
    calls = stage.run(
        """
        import os
        from contextlib import suppress
        with suppress(OSError): os.unlink("never")
        with suppress(OSError): os.rename("never", "nowhere")
        with suppress(OSError): os.open("never/a", os.O_CREAT | os.O_WRONLY)
        with suppress(OSError): os.ftruncate(os.open(".", os.O_RDONLY), 0)
        """
    )
    assert calls == []


def test_other_folders_are_left_out(stage: Stage) -> None:
    """Nor one whose name only begins like the watched one's, nor SQLite's shared memory."""
    calls = stage.run(
        """
        import os
        open("../outside", "wb").close()
        os.mkdir("../watched-too")
        open("../watched-too/a", "wb").close()
        open("a-shm", "wb").close()
        print("standard output")
        """
    )
    assert calls == []


def test_what_comes_in_from_outside_is_recorded_for_the_replay_to_refuse(stage: Stage) -> None:
    """The log cannot know its content."""
    calls = stage.run(
        """
        import os
        open("../outside", "wb").close()
        os.rename("../outside", "a")
        """
    )
    assert _told(calls) == ["rename / to a"]


def test_marks_stand_between_the_calls(stage: Stage) -> None:
    """They are how the bench knows what had been acknowledged."""
    calls = stage.run(
        """
        import ctypes
        mark = ctypes.CDLL(None).power_cut_mark
        mark(b"begin it")
        open("a", "wb").close()
        mark(b"done it")
        """
    )
    assert _told(calls) == ["mark 'begin it'", "create a", "mark 'done it'"]


def test_calls_of_many_threads_stand_in_the_order_of_their_effects(stage: Stage) -> None:
    """Four threads append to one file; each write must begin where the one before ended."""
    calls = stage.run(
        """
        import os
        from concurrent.futures import ThreadPoolExecutor
        file = os.open("a", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
        def work(letter):
            for size in range(1, 200):
                os.write(file, letter * size)
        with ThreadPoolExecutor(4) as threads:
            list(threads.map(work, (b"a", b"b", b"c", b"d")))
        """
    )
    assert len(calls) == 1 + 4 * 199
    assert final_image(calls) == {"a": (stage.watched / "a").read_bytes()}


def test_sqlite_is_recorded_to_the_last_byte(stage: Stage) -> None:
    """SQLite keeps pointers to the functions it calls; they must point to the recorder's."""
    calls = stage.run(
        """
        import sqlite3
        connection = sqlite3.connect("a", isolation_level=None)
        connection.execute("CREATE TABLE t(x)")
        connection.execute("INSERT INTO t VALUES(zeroblob(100000))")
        connection.close()
        """
    )
    assert {call.kind for call in calls} == {
        Kind.CREATE,
        Kind.WRITE,
        Kind.SYNC,
        Kind.SYNC_FOLDER,
        Kind.UNLINK,
    }
    assert final_image(calls) == {"a": (stage.watched / "a").read_bytes()}


def test_a_change_that_the_recorder_does_not_see_is_noticed(recorder: Path, tmp_path: Path) -> None:
    """Here through a mapping in memory; a log with a gap must not pass for the whole story."""
    program = """
        import mmap
        with open("a", "w+b", buffering=0) as file:
            file.write(b"seen")
            with mmap.mmap(file.fileno(), 4) as memory:
                memory[0:4] = b"lost"
        """
    with pytest.raises(AssertionError, match="does not account for"):
        record(recorder, tmp_path, ["-c", textwrap.dedent(program)])
