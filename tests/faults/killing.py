"""Kills the program while it saves, again and again; run as a process of its own.

    python -m tests.faults.killing KILLS SEED [careless]

It works in the current folder, which is empty. A child saves as fast as it can and tells each save
through a pipe once it was acknowledged; at a random moment it is killed with SIGKILL, and plain
SQLite says what is left. The next child goes on where that one ended. What came of it goes to
standard output as JSON. `careless` is the negative control: a child that tells too early.

This says nothing of power cuts: what a killed process has written is still with the kernel.
"""

import json
import os
import random
import select
import signal
import sqlite3
import struct
import sys
from collections import Counter
from contextlib import closing
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import NoReturn

from journal.operations import accounts, reading
from journal.operations.journal import Journal
from tests.faults.workload import JOURNAL_NAME, made_account, made_meeting

_NUMBER = struct.Struct("=I")
_LONGEST_S = 0.02
_FIRST_SAVE_WITHIN_S = 30


class Verdict(StrEnum):
    """What is left after a kill, given what had been acknowledged."""

    SOUND = "sound"
    LOST = "an acknowledged save is lost"
    IN_BETWEEN = "neither before nor after a save"
    CORRUPT = "corrupt"


def main(kills: int, seed: int, *, is_careless: bool) -> None:
    """Kill so often, and say what was left each time."""
    dice = random.Random(seed)
    with Journal.create(Path(JOURNAL_NAME)) as journal:
        accounts.open_account(journal, made_account(0))
    verdicts: Counter[Verdict] = Counter()
    saves = 0
    for _kill in range(kills):
        acknowledged = _killed(saves, dice.uniform(0, _LONGEST_S), is_careless=is_careless)
        verdict, saves = _look(max(saves, acknowledged))
        verdicts[verdict] += 1
    sys.stdout.write(json.dumps({"verdicts": verdicts, "saves": saves}))


def _killed(saves: int, after_s: float, *, is_careless: bool) -> int:
    """Let a child save from this number on, kill it, and return the last one it told of."""
    ear, mouth = os.pipe()
    child = os.fork()
    if not child:
        _save_on(saves, mouth, is_careless=is_careless)
    os.close(mouth)
    if not select.select([ear], [], [], _FIRST_SAVE_WITHIN_S)[0]:
        raise AssertionError("the child saves nothing")
    select.select([], [], [], after_s)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(ear, "rb") as pipe:
        told = pipe.read()
    if not told:
        raise AssertionError("the child could not save")
    (last,) = _NUMBER.unpack(told[-_NUMBER.size :])
    return int(last)


def _save_on(saves: int, mouth: int, *, is_careless: bool) -> NoReturn:
    """Save until somebody ends it: each time a meeting and the number of it, as one change."""
    try:
        with Journal.open(Path(JOURNAL_NAME)) as journal:
            while True:
                saves += 1
                account = reading.find_account(journal, made_account(0).name)
                numbered = replace(account, note=f"{saves} " + "so they said " * (saves % 500))
                if is_careless:
                    os.write(mouth, _NUMBER.pack(saves))
                journal.write("Save", add=[made_meeting(saves, account)], save=[numbered])
                if not is_careless:
                    os.write(mouth, _NUMBER.pack(saves))
    finally:
        os._exit(1)


def _look(acknowledged: int) -> tuple[Verdict, int]:
    """Judge what is left, and say how many saves are in it."""
    with closing(sqlite3.connect(JOURNAL_NAME, isolation_level=None)) as connection:
        try:
            found = connection.execute("PRAGMA integrity_check").fetchall()
            (note,) = connection.execute("SELECT note FROM accounts").fetchone()
            (meetings,) = connection.execute("SELECT count(*) FROM meetings").fetchone()
            orphan = connection.execute("PRAGMA foreign_key_check").fetchone()
        except sqlite3.DatabaseError:
            return Verdict.CORRUPT, acknowledged
    if found != [("ok",)] or orphan is not None:
        return Verdict.CORRUPT, meetings
    saves = int(note.split()[0]) if note else 0
    if saves != meetings:
        return Verdict.IN_BETWEEN, meetings
    return Verdict.SOUND if acknowledged <= saves else Verdict.LOST, meetings


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), is_careless=sys.argv[3:] == ["careless"])
