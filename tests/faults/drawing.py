"""Draws crash images over a whole recording: when the power goes, and what is left then."""

import random
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tests.faults.replay import (
    Call,
    Disk,
    Fate,
    Image,
    Kind,
    describe,
    everything,
    nothing,
    some,
)
from tests.faults.workload import BEGIN

_ROUNDS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """How far the workload had come after a number of calls.

    Attributes:
        done: How many operations were acknowledged.
        doing: The operation in flight; None between two.
        last: The last operation acknowledged; None before the first.
    """

    done: int = 0
    doing: str | None = None
    last: str | None = None

    def __str__(self) -> str:
        if self.doing is not None:
            return f"during {self.doing!r}"
        return f"after {self.last!r} was acknowledged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """One power cut, and the image that it leaves.

    Attributes:
        point: How many calls had happened.
        fates: Of each call that was not synced, in words.
    """

    point: int
    moment: Moment
    image: Image
    fates: Iterator[str]


def moments(calls: list[Call]) -> list[Moment]:
    """The moment before each call, and the one after the last."""
    moment = Moment()
    passed = [moment]
    for call in calls:
        if call.kind is Kind.MARK:
            word, _, name = call.text.partition(" ")
            if word == BEGIN:
                moment = Moment(done=moment.done, doing=name, last=moment.last)
            else:
                moment = Moment(done=moment.done + 1, last=name)
        passed.append(moment)
    return passed


def draw_cuts(calls: list[Call], *, images: int, seed: int) -> Iterator[Cut]:
    """Cut the power so often that there are so many images, no two of them alike.

    There are fewer if the recording is too short for so many. Use a cut before taking the next:
    its fates are told of the disk as it is then.
    """
    dice = random.Random(seed)
    seen: set[int] = set()
    for _ in range(_ROUNDS):
        # Images that were had before are left out; another round makes up for them.
        for cut in _one_round(calls, images - len(seen), dice):
            key = _fingerprint(cut)
            if key not in seen:
                seen.add(key)
                yield cut


def _one_round(calls: list[Call], cuts: int, dice: random.Random) -> Iterator[Cut]:
    """Walk through the log once, and cut the power at so many points of it."""
    cuts_at = Counter(_points(calls, cuts, dice))
    if not cuts_at:
        return
    disk = Disk()
    for point, moment in enumerate(moments(calls)):
        for _ in range(cuts_at[point]):
            fate = _fate(disk, dice)
            fates = describe(disk, fate)
            yield Cut(point=point, moment=moment, image=disk.image(fate), fates=fates)
        if point < len(calls):
            disk.run(calls[point])


def _points(calls: list[Call], count: int, dice: random.Random) -> list[int]:
    """Where the power goes: half of the points beside a call that is not a write.

    There are few syncs, truncations and changes of names among thousands of writes, and they are
    where one state ends and the next begins.
    """
    kinds = [Kind.MARK, *(call.kind for call in calls), Kind.MARK]
    points = range(len(calls) + 1)
    beside = [at for at in points if kinds[at : at + 2] != [Kind.WRITE, Kind.WRITE]]
    return dice.choices(beside, k=(count + 1) // 2) + dice.choices(points, k=count // 2)


def _fate(disk: Disk, dice: random.Random) -> Fate:
    match dice.randrange(10):
        case 0:
            return nothing(disk)
        case 1:
            return everything(disk)
        case _:
            return some(disk, dice)


def _fingerprint(cut: Cut) -> int:
    """Tell images apart; two that are taken for one by mistake only cost one more draw.

    The same image is another one at another moment: something else must be there.
    """
    check = zlib.crc32(f"{cut.moment.done} {cut.moment.doing}".encode())
    for path, content in sorted(cut.image.items()):
        check = zlib.crc32(content, zlib.crc32(f"\0{path}\0{len(content)}\0".encode(), check))
    return check
