"""The power-cut bench: cuts the power of a recorded program thousands of times, and judges."""

import os
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from tests.faults.drawing import Cut, Moment, draw_cuts, moments
from tests.faults.oracle import Finding, Oracle, write_image
from tests.faults.replay import Call, Disk, everything
from tests.faults.workload import JOURNAL_NAME

BACKUPS_AT_LEAST = 5
_KEPT_OF_EACH_KIND = 3


class Verdict(StrEnum):
    """What a crash image is worth, given what had been acknowledged when the power went."""

    SOUND = "sound"
    LOST = "an acknowledged operation is lost"
    IN_BETWEEN = "neither before nor after the operation"
    CORRUPT = "corrupt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An image that broke the promise, and where it was kept for a developer."""

    verdict: Verdict
    words: str
    kept_in: Path

    def __str__(self) -> str:
        return f"{self.words}\n  the image and what was lost from it: {self.kept_in}"


@dataclass(slots=True, kw_only=True)
class Report:
    """The verdicts over a recording."""

    seed: int
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)

    @property
    def images(self) -> int:
        """How many images were judged, no two of them alike."""
        return self.verdicts.total()

    def __str__(self) -> str:
        counts = ", ".join(f"{self.verdicts[verdict]} {verdict}" for verdict in Verdict)
        lines = [f"{self.images} images (seed {self.seed}): {counts}", *map(str, self.failures)]
        return "\n".join(lines)


def cut_power(calls: list[Call], *, images: int, seed: int, keep_in: Path) -> Report:
    """Judge this many different crash images, spread over the whole of a recording.

    Raises:
        AssertionError: The recording cannot be judged: an operation was not acknowledged, or was
            and is not in the file, or broke it, without any power cut.
    """
    report = Report(seed=seed)
    with tempfile.TemporaryDirectory(dir=fast_folder()) as scratch:
        oracle = Oracle(Path(scratch) / "image", JOURNAL_NAME)
        states = _states_acknowledged(calls, oracle)
        for cut in draw_cuts(calls, images=images, seed=seed):
            finding = oracle.judge(cut.image)
            verdict = _verdict(finding, cut.moment, states)
            report.verdicts[verdict] += 1
            if verdict is not Verdict.SOUND and report.verdicts[verdict] <= _KEPT_OF_EACH_KIND:
                kept_in = keep_in / f"{verdict.name.lower()}-{report.verdicts[verdict]}"
                report.failures.append(_keep(cut, verdict, finding, kept_in))
    return report


def fast_folder() -> str | None:
    """Memory, where there is some: an image is recovered for real, with real syncs."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def _states_acknowledged(calls: list[Call], oracle: Oracle) -> list[Finding]:
    """What was there before the first operation and after each, without any power cut."""
    states = [Finding()]
    disk = Disk()
    moment = Moment()
    for call, moment in zip(calls, moments(calls)[1:], strict=True):
        disk.run(call)
        if moment.done == len(states):
            finding = oracle.judge(disk.image(everything(disk)))
            if finding.damage is not None:
                raise AssertionError(f"{moment.last!r} broke the file: {finding.damage}")
            if _is_known(finding, states):
                raise AssertionError(f"{moment.last!r} was acknowledged, but is not there")
            states.append(finding)
    if moment.doing is not None:
        raise AssertionError(f"{moment.doing!r} was never acknowledged")
    return states


def _is_known(finding: Finding, states: list[Finding]) -> bool:
    return (finding.content, finding.kept) in [(each.content, each.kept) for each in states]


def _verdict(finding: Finding, moment: Moment, states: list[Finding]) -> Verdict:
    if finding.damage is not None:
        return Verdict.CORRUPT
    before = states[moment.done]
    after = before if moment.doing is None else states[moment.done + 1]
    if finding.backups < min(BACKUPS_AT_LEAST, before.backups):
        return Verdict.LOST
    # The present is kept before it is changed, never after.
    allowed = [(before, before), (before, after), (after, after)]
    if (finding.content, finding.kept) in [(c.content, k.kept) for c, k in allowed]:
        # Files come before the journal names them, and stay.
        wanted = after.beside if finding.content == after.content else before.beside
        return Verdict.SOUND if finding.beside >= wanted else Verdict.LOST
    earlier = states[: moment.done]
    content_lost = _is_earlier(finding.content, [before.content, after.content], earlier)
    kept_lost = _is_earlier(finding.kept, [before.kept, after.kept], earlier)
    return Verdict.LOST if content_lost or kept_lost else Verdict.IN_BETWEEN


def _is_earlier(value: str, present: list[str], earlier: list[Finding]) -> bool:
    return value not in present and any(value in (each.content, each.kept) for each in earlier)


def _keep(cut: Cut, verdict: Verdict, finding: Finding, kept_in: Path) -> Failure:
    """Keep the image as it was before SQLite opened it, and say how it came about."""
    words = f"{verdict}, {cut.moment}, after call {cut.point}"
    write_image(cut.image, kept_in / "image")
    told = "\n".join([words, finding.damage or "", *cut.fates, ""])
    (kept_in / "what-happened.txt").write_text(told, encoding="utf-8")
    return Failure(verdict=verdict, words=words, kept_in=kept_in)
