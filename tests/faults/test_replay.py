"""The model of a disk, held against images worked out by hand.

If the model were too kind, the bench would pass whatever the program does.
"""

import random

import pytest

from tests.faults.replay import (
    Call,
    Disk,
    Fate,
    Image,
    Kind,
    UnknownCallError,
    describe,
    everything,
    nothing,
    some,
)

OLD, NEW = b"o" * 1024, b"n" * 1024


def _create(path: str, inode: int) -> Call:
    return Call(kind=Kind.CREATE, path=path, inode=inode)


def _write(inode: int, offset: int, payload: bytes) -> Call:
    return Call(kind=Kind.WRITE, path="told", inode=inode, offset=offset, payload=payload)


def _truncate(inode: int, size: int) -> Call:
    return Call(kind=Kind.TRUNCATE, path="told", inode=inode, offset=size)


def _sync(inode: int) -> Call:
    return Call(kind=Kind.SYNC, inode=inode)


def _sync_folder(path: str = "") -> Call:
    return Call(kind=Kind.SYNC_FOLDER, path=path)


def _unlink(path: str) -> Call:
    return Call(kind=Kind.UNLINK, path=path)


def _rename(old: str, new: str) -> Call:
    return Call(kind=Kind.RENAME, path=old, payload=new.encode())


def _link(old: str, new: str) -> Call:
    return Call(kind=Kind.LINK, path=old, payload=new.encode())


def _make_folder(path: str) -> Call:
    return Call(kind=Kind.MAKE_FOLDER, path=path)


def _after(*calls: Call) -> Disk:
    """A disk that held one durable file, `a` with 1,024 bytes, after these calls."""
    disk = Disk([("a", 1, OLD)])
    for call in calls:
        disk.run(call)
    return disk


def _left(disk: Disk, *kept: int, filler: bytes | None = None) -> Image:
    return disk.image(Fate(kept=kept, filler=filler))


def test_a_write_without_a_sync_may_be_lost_or_kept() -> None:
    """Nothing but a sync promises anything."""
    disk = _after(_write(1, 0, NEW))
    assert disk.image(nothing(disk)) == {"a": OLD}
    assert disk.image(everything(disk)) == {"a": NEW}


def test_a_write_before_a_sync_is_there() -> None:
    """There is nothing left that could be lost."""
    disk = _after(_write(1, 0, NEW), _sync(1))
    assert disk.unsynced_calls() == []
    assert disk.image(nothing(disk)) == {"a": NEW}


def test_a_sync_of_one_file_says_nothing_of_another() -> None:
    """SQLite syncs its journal before the database; the order must matter."""
    disk = _after(_create("b", 2), _sync_folder(), _write(1, 0, NEW), _write(2, 0, b"x"), _sync(2))
    assert disk.image(nothing(disk)) == {"a": OLD, "b": b"x"}


def test_a_write_is_torn_between_sectors_and_in_no_order() -> None:
    """The second sector may come without the first."""
    disk = _after(_write(1, 0, NEW))
    assert _left(disk, 0b01) == {"a": b"n" * 512 + b"o" * 512}
    assert _left(disk, 0b10) == {"a": b"o" * 512 + b"n" * 512}


def test_sectors_are_those_of_the_disk_not_of_the_write() -> None:
    """520 bytes at 500 end at 1,020: 12 bytes in the first sector, 508 in the second."""
    call = _write(1, 500, b"n" * 520)
    assert call.sectors == 2
    disk = _after(call)
    assert _left(disk, 0b01) == {"a": b"o" * 500 + b"n" * 12 + b"o" * 512}
    assert _left(disk, 0b10) == {"a": b"o" * 512 + b"n" * 508 + b"o" * 4}
    assert _write(1, 511, b"xy").sectors == 2
    assert _write(1, 512, b"x" * 512).sectors == 1


def test_a_later_write_may_come_without_an_earlier_one() -> None:
    """The kernel writes back in the order it likes."""
    disk = _after(_write(1, 0, b"n" * 512), _write(1, 512, b"m" * 512))
    assert _left(disk, 0, 1) == {"a": b"o" * 512 + b"m" * 512}


def test_of_two_writes_to_one_place_the_later_one_wins_if_both_are_kept() -> None:
    """Losing either leaves the other; the order among those kept does not change."""
    disk = _after(_write(1, 0, b"1"), _write(1, 0, b"2"))
    rest = OLD[1:]
    assert _left(disk, 1, 1) == {"a": b"2" + rest}
    assert _left(disk, 1, 0) == {"a": b"1" + rest}


def test_a_truncation_without_a_sync_may_or_may_not_have_happened() -> None:
    """This is what commits in TRUNCATE mode, so a missing sync after it must show."""
    disk = _after(_truncate(1, 0))
    assert _left(disk, 0) == {"a": OLD}
    assert _left(disk, 1) == {"a": b""}
    disk = _after(_truncate(1, 0), _sync(1))
    assert _left(disk) == {"a": b""}


def test_a_truncation_may_be_lost_though_a_later_write_was_kept() -> None:
    """Old content beyond the new comes back."""
    disk = _after(_truncate(1, 0), _write(1, 0, b"n" * 512))
    assert _left(disk, 0, 1) == {"a": b"n" * 512 + b"o" * 512}
    assert _left(disk, 1, 1) == {"a": b"n" * 512}


def test_a_truncation_to_more_bytes_adds_zeros() -> None:
    """It is how ftruncate makes a file longer."""
    disk = _after(_truncate(1, 1026))
    assert _left(disk, 1) == {"a": OLD + b"\0\0"}


def test_a_file_may_have_grown_before_its_data_came() -> None:
    """The size is metadata: what lies there then is zeros, or what was on the disk before."""
    disk = _after(_write(1, 1024, b"n" * 512))
    assert _left(disk, 0) == {"a": OLD}
    assert _left(disk, 0, filler=b"\0") == {"a": OLD + b"\0" * 512}
    assert _left(disk, 0, filler=b"?!") == {"a": OLD + b"?!" * 256}


def test_a_hole_before_a_kept_write_reads_as_zeros() -> None:
    """The write before it was lost, the file ends behind both."""
    disk = _after(_write(1, 1024, b"n" * 512), _write(1, 1536, b"m"))
    assert _left(disk, 0, 1) == {"a": OLD + b"\0" * 512 + b"m"}


def test_syncing_a_new_file_does_not_make_its_name_durable() -> None:
    """The content is safe, and nobody finds it: the folder has to be synced as well."""
    disk = _after(_create("b", 2), _write(2, 0, b"x"), _sync(2))
    assert _left(disk, 0) == {"a": OLD}
    assert _left(disk, 1) == {"a": OLD, "b": b"x"}
    disk.run(_sync_folder())
    assert _left(disk) == {"a": OLD, "b": b"x"}


def test_syncing_a_folder_does_not_make_content_durable() -> None:
    """An empty file of the right name is what many programs leave after a crash."""
    disk = _after(_create("b", 2), _write(2, 0, b"x"), _sync_folder())
    assert _left(disk, 0) == {"a": OLD, "b": b""}


def test_a_removed_file_may_come_back_until_the_folder_is_synced() -> None:
    """This is how a save in DELETE mode is lost: its rollback journal comes back, whole."""
    disk = _after(_unlink("a"))
    assert _left(disk, 0) == {"a": OLD}
    assert _left(disk, 1) == {}
    disk.run(_sync_folder())
    assert _left(disk) == {}


def test_a_name_made_anew_is_another_file_than_the_one_removed() -> None:
    """Which of the two is found depends on which changes of the folder were kept.

    The new file has the inode number of the old one, as ext4 likes to do.
    """
    disk = _after(_unlink("a"), _create("a", 1), _write(1, 0, b"x"), _sync(1))
    assert _left(disk, 0, 0) == {"a": OLD}
    assert _left(disk, 1, 0) == {}
    assert _left(disk, 0, 1) == {"a": b"x"}


def test_a_file_without_a_name_is_still_written_to() -> None:
    """If the removal is lost, the writes made through an open descriptor may be there."""
    disk = _after(_unlink("a"), _write(1, 0, NEW), _sync(1))
    assert _left(disk, 0) == {"a": NEW}


def test_a_renaming_happens_wholly_or_not_at_all() -> None:
    """A backup is written beside its name and renamed; it never has both names, or none."""
    disk = _after(_create("b", 2), _write(2, 0, b"x"), _sync(2), _sync_folder(), _rename("b", "a"))
    assert _left(disk, 0) == {"a": OLD, "b": b"x"}
    assert _left(disk, 1) == {"a": b"x"}
    disk.run(_sync_folder())
    assert _left(disk) == {"a": b"x"}


def test_a_renaming_may_come_before_the_content_that_was_never_synced() -> None:
    """The classic loss: an empty file under the good name."""
    disk = _after(_create("b", 2), _write(2, 0, b"x"), _rename("b", "a"), _sync_folder())
    assert _left(disk, 0) == {"a": b""}


def test_a_link_gives_one_file_two_names() -> None:
    """A new journal is built under another name and then linked to its own."""
    disk = _after(_link("a", "b"), _unlink("a"), _write(1, 0, NEW))
    assert _left(disk, 1, 0, 0b11) == {"a": NEW, "b": NEW}
    assert _left(disk, 1, 1, 0) == {"b": OLD}
    assert _left(disk, 0, 1, 0) == {}


def test_a_file_is_lost_with_the_folder_it_lies_in() -> None:
    """The new folder's own entry needs a sync of the folder above it."""
    disk = _after(
        _make_folder("kept"),
        _create("kept/b", 2),
        _write(2, 0, b"x"),
        _sync(2),
        _sync_folder("kept"),
    )
    assert _left(disk, 0) == {"a": OLD}
    assert _left(disk, 1) == {"a": OLD, "kept/b": b"x"}


def test_syncing_one_folder_says_nothing_of_another() -> None:
    """Each folder has its own entries."""
    disk = _after(_make_folder("kept"), _sync_folder(), _create("kept/b", 2), _unlink("a"))
    disk.run(_sync_folder("kept"))
    assert _left(disk, 0) == {"a": OLD, "kept/b": b""}


@pytest.mark.parametrize(
    "call",
    [
        _write(7, 0, b"x"),
        _sync(7),
        _rename("/", "a"),
        _rename("a", "/"),
        _rename("a", "kept/a"),
        _rename("kept", "b"),
        _rename("never seen", "b"),
        _link("/", "b"),
    ],
    ids=str,
)
def test_what_the_model_does_not_cover_is_refused(call: Call) -> None:
    """A guess would make the bench prove less than it says."""
    disk = _after(_make_folder("kept"))
    with pytest.raises(UnknownCallError):
        disk.run(call)


def test_dice_with_the_same_seed_draw_the_same_fate() -> None:
    """A failure can be looked at again."""
    disk = _after(_write(1, 0, NEW), _truncate(1, 0), _unlink("a"))
    assert some(disk, random.Random(3)) == some(disk, random.Random(3))


def test_dice_draw_every_outcome() -> None:
    """Two writes of a sector: none, either and both of them; one of two sectors: each mask."""
    two_writes = _after(_write(1, 0, b"n" * 512), _write(1, 512, b"m" * 512))
    dice = random.Random(1)
    drawn = {some(two_writes, dice).kept for _ in range(200)}
    assert drawn == {(0, 0), (0, 1), (1, 0), (1, 1)}
    one_write = _after(_write(1, 0, NEW))
    drawn = {some(one_write, dice).kept for _ in range(500)}
    assert drawn == {(0b00,), (0b01,), (0b10,), (0b11,)}


def test_a_fate_is_told_in_words() -> None:
    """A developer reads it beside the image that failed."""
    disk = _after(_unlink("a"), _write(1, 0, NEW), _truncate(1, 0))
    assert list(describe(disk, Fate(kept=(0, 0b10, 1)))) == [
        "lost: unlink a",
        "torn, sectors 1 of 2 kept: write of 1024 bytes at 0 in told",
        "kept: truncate to 0 bytes of told",
    ]
