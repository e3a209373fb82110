"""The program while the disk refuses one call after the other; run as a process of its own.

    python -m tests.faults.refusing OPERATION POINTS

It works in the current folder, which is empty, with `failing.c` loaded. OPERATION is one of
OPERATIONS, POINTS how many calls are let fail, one in each run; 0 is every call in every way. What
came of it goes to standard output as JSON.
"""

import ctypes
import errno
import json
import os
import random
import secrets
import shutil
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from functools import partial
from itertools import product
from pathlib import Path

from journal.domain.errors import JournalError
from journal.operations import accounts, backups, reading, records
from journal.operations.backups import Occasion
from journal.operations.importing import Options, import_files
from journal.operations.journal import Journal
from journal.operations.restoring import restore
from tests.faults.deeds import DEEDS, fill, issue, lay_ready
from tests.faults.oracle import Finding, Oracle
from tests.faults.workload import BEGINNING, JOURNAL_NAME, made_account, made_meeting, write_log

_WAYS = tuple(product((errno.ENOSPC, errno.EIO, errno.EACCES), (False, True)))
_BULK, _UNLINK = "rw", "x"
_FAILURES_TOLD = 5
_BACKUPS = 6
_LOGGED = 60
_LOG = Path("..", "meetings.csv")


class Verdict(StrEnum):
    """What is left after an operation on a disk that refused something."""

    SOUND = "sound"
    LOST = "told as done, and is not there"
    IN_BETWEEN = "neither before nor after the operation"
    CORRUPT = "corrupt"
    UNTOLD = "an error that is no sentence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the user is told was done.

    Attributes:
        saved: Whether the journal holds it.
        kept: Whether there is a backup.
    """

    saved: bool = False
    kept: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One that writes.

    Attributes:
        prepare: Makes what is there before, in the current folder, on a disk that is well.
        run: Does it.
        has_way_back: Whether nothing may be changed before the present was kept.
    """

    prepare: Callable[[], None]
    run: Callable[[], Told]
    has_way_back: bool = False


def main(name: str, points: int) -> None:
    """Let call after call fail, and say what came of it."""
    os.environ["XDG_DATA_HOME"] = str(Path.cwd())
    tempfile.tempdir = str(Path.cwd())  # what is unpacked is refused as well
    operation = OPERATIONS[name]
    bench = _Bench(operation)
    verdicts: Counter[Verdict] = Counter()
    failures: list[str] = []
    for point, (error, for_good) in bench.chosen(points):
        verdict, words = bench.judge(point, error, for_good=for_good)
        verdicts[verdict] += 1
        if verdict is not Verdict.SOUND and len(failures) < _FAILURES_TOLD:
            how = "from then on" if for_good else "once"
            kind = bench.calls[point - 1 : point]
            told = f"{verdict}: call {point} ({kind}), {errno.errorcode[error]} {how}"
            failures.append(f"{told}: {words}")
    sys.stdout.write(json.dumps({"verdicts": verdicts, "failures": failures}))


class _Bench:
    def __init__(self, operation: Operation) -> None:
        self._operation = operation
        self._here = Path.cwd()
        self._before = self._here.with_name("before")
        self._oracle = Oracle(self._here.with_name("image"), JOURNAL_NAME)
        self._disk = ctypes.CDLL(None)
        self._disk.fault_calls.restype = ctypes.c_char_p
        operation.prepare()
        shutil.copytree(self._here, self._before)
        self._finding_before = self._look()
        told, _error = self._run(0, 0, for_good=False)
        self.calls: str = self._disk.fault_calls().decode()
        self._finding_after = self._look()
        self._run(0, 0, for_good=False)
        if not told.saved or self._finding_after in (self._finding_before, Finding()):
            raise AssertionError(f"nothing was done: {told}, {self._finding_after}")
        if self._look() != self._finding_after:
            raise AssertionError("done twice it is not the same, so nothing could be judged")

    def chosen(self, points: int) -> list[tuple[int, tuple[int, bool]]]:
        """Which call is to fail in which way: the rare ones, and some of the many others."""
        every = range(1, len(self.calls) + 1)
        if not points:
            return list(product(every, _WAYS))
        rare = [at for at in every if self.calls[at - 1] not in _BULK]
        many = [at for at in every if self.calls[at - 1] in _BULK]
        dice = random.Random(points)
        some = dice.sample(rare, min(len(rare), points // 2))
        some += dice.sample(many, min(len(many), points - len(some)))
        return [(at, _WAYS[place % len(_WAYS)]) for place, at in enumerate(sorted(some))]

    def judge(self, point: int, error: int, *, for_good: bool) -> tuple[Verdict, str]:
        """Do the operation on a disk that refuses at one point, and look what is left."""
        told, untold = self._run(point, error, for_good=for_good)
        found = self._look()
        words = untold or found.damage or f"{told}"
        if found.damage is not None or not self._goes_on():
            return Verdict.CORRUPT, words
        if untold:
            return Verdict.UNTOLD, words
        # Where the disk refuses to remove, what was begun stays; else the files agree.
        can_tidy = not for_good and self.calls[point - 1] != _UNLINK
        beside = self._finding_after.beside if self._is_done(found) else self._finding_before.beside
        if found.beside != beside and (can_tidy or not found.beside >= beside):
            return Verdict.IN_BETWEEN, f"{words}, beside: {sorted(found.beside ^ beside)}"
        return self._verdict(told, found), words

    def _is_done(self, found: Finding) -> bool:
        return found.content == self._finding_after.content

    def _verdict(self, told: Told, found: Finding) -> Verdict:
        before, after = self._finding_before, self._finding_after
        is_done, is_kept = self._is_done(found), found.kept == after.kept
        if not is_done and found.content != before.content:
            return Verdict.IN_BETWEEN
        if not is_kept and found.kept != before.kept:
            return Verdict.IN_BETWEEN
        lost = (told.saved and not is_done) or (told.kept and not is_kept)
        no_way_back = is_done and not is_kept and self._operation.has_way_back
        too_few = found.backups < min(before.backups, after.backups)
        return Verdict.LOST if lost or no_way_back or too_few else Verdict.SOUND

    def _run(self, point: int, error: int, *, for_good: bool) -> tuple[Told, str]:
        for each in self._here.iterdir():
            shutil.rmtree(each) if each.is_dir() else each.unlink()
        shutil.copytree(self._before, self._here, dirs_exist_ok=True)
        # Ids must be the same in each run.
        setattr(secrets, "randbits", random.Random(1).getrandbits)  # noqa: B010 - read-only to mypy
        self._disk.fault_arm(ctypes.c_long(point), error, for_good)
        try:
            return self._operation.run(), ""
        except JournalError:
            return Told(), ""
        except (OSError, sqlite3.Error) as untold:
            return Told(), repr(untold)
        finally:
            self._disk.fault_disarm()

    def _look(self) -> Finding:
        files = (path for path in self._here.rglob("*") if path.is_file())
        return self._oracle.judge(
            {str(path.relative_to(self._here)): bytearray(path.read_bytes()) for path in files}
        )

    def _goes_on(self) -> bool:
        """Whether the program itself opens what is left, and saves again."""
        try:
            with _opened() as journal:
                journal.file.check()
                records.add(journal, "Plan meeting", made_meeting(99, made_account(0)))
        except JournalError:
            return False
        return True


def _opened(days: int = 0) -> Journal:
    return Journal.open(Path(JOURNAL_NAME), lambda: BEGINNING + timedelta(days=days))


def _prepare_account() -> None:
    with Journal.create(Path(JOURNAL_NAME), lambda: BEGINNING) as journal:
        accounts.open_account(journal, made_account(0))


def _prepare_backups() -> None:
    _prepare_account()
    with _opened() as journal:
        for number in range(1, _BACKUPS + 1):
            backups.keep(journal, Occasion.ASKED)
            accounts.open_account(journal, made_account(number))


def _prepare_log() -> None:
    _prepare_account()
    write_log(_LOG, _LOGGED)


def _prepare_sharing() -> None:
    _prepare_account()
    with _opened() as journal:
        lay_ready(journal)
        fill(journal)
        issue(journal)


def _save() -> Told:
    with _opened() as journal:
        held = reading.find_account(journal, made_account(0).name)
        journal.write(
            "Save",
            add=[made_meeting(0, made_account(0))],
            save=[replace(held, note="They want it. " * 900)],
        )
        return Told(saved=True)


def _back_up() -> Told:
    with _opened(days=100) as journal:
        kept = backups.keep(journal, Occasion.EXIT)
        return Told(saved=kept.is_new, kept=kept.is_new)


def _restore() -> Told:
    with _opened(days=100) as journal:
        first = min(_backups())
        done = restore(journal, first)
        return Told(saved=True, kept=done.kept.is_new)


def _backups() -> list[Path]:
    return list(Path().glob("account-journal/backups/*/*.journal"))


def _import() -> Told:
    with _opened(days=1) as journal:
        report = import_files(journal, [_LOG], Options(budget=None)).report
        return Told(saved=True, kept=JOURNAL_NAME not in {each.file for each in report.notes})


def _done(deed: Callable[[Journal], None]) -> Told:
    with _opened(days=1) as journal:
        deed(journal)
    return Told(saved=True)


def _save_carelessly() -> Told:
    """Do what must never be done: say Saved whatever the disk said."""
    try:
        return _save()
    except JournalError:
        return Told(saved=True)


def _restore_by_copying() -> Told:
    """Do what must never be done: copy over the file."""
    try:
        with min(_backups()).open("rb") as backup, Path(JOURNAL_NAME).open("wb") as live:
            shutil.copyfileobj(backup, live, length=1 << 16)
    except OSError:
        return Told()
    return Told(saved=True)


def _import_in_two() -> Told:
    """Do what must never be done: one import in two transactions."""
    with _opened() as journal:
        for number in range(2):
            records.add(journal, "Import", made_meeting(number, made_account(0)))
        return Told(saved=True)


OPERATIONS = {
    "save": Operation(prepare=_prepare_account, run=_save),
    "backup": Operation(prepare=_prepare_backups, run=_back_up),
    "restore": Operation(prepare=_prepare_backups, run=_restore, has_way_back=True),
    "import": Operation(prepare=_prepare_log, run=_import),
    **{
        name: Operation(prepare=_prepare_sharing, run=partial(_done, deed))
        for name, deed in DEEDS.items()
    },
    "careless save": Operation(prepare=_prepare_account, run=_save_carelessly),
    "restore by copying": Operation(prepare=_prepare_backups, run=_restore_by_copying),
    "import in two": Operation(prepare=_prepare_account, run=_import_in_two),
}


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
