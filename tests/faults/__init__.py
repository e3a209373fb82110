"""The fault benches: what the program leaves behind when the world fails it.

The promise under test: once the foot of the window says Saved, a crash, a kill or a power cut
loses nothing; an operation is wholly there or not at all; what bears the name of a backup is one.
Three benches put it to the test. Each keeps its negative controls: programs that break the
promise, and that it must find.

**Power cuts** (`test_power_cut.py`)

1. `workload.py` runs the real program in a process of its own, on an empty folder, and marks when
   an operation begins and when it was acknowledged ("done").
2. `recorder.c`, preloaded into that process, logs each change of a file, each sync and each mark.
3. `replay.py` reads the log as a disk would have seen it and draws crash images: what was synced
   is there, and of the rest none, all, or some, with writes torn between sectors.
   `drawing.py` draws thousands of them over the whole log.
4. `oracle.py` opens an image with plain SQLite and says what is left.
5. `bench.py` compares that with what had been acknowledged, and counts the verdicts.

   What lies beside the journal is judged as well: a file that the journal names is there and is
   what its name says, and a hand-over that has its name is whole (`deeds.py` makes such files).

The controls use settings that are known to lose data (kill -9 would not find them: what a killed
process wrote is still with the kernel), and backups with a sync left out.

**The n-th failure** (`test_refusing.py`): `failing.c`, preloaded, lets one read, write, sync or
change of a name after the other fail, once or from then on; `refusing.py` does an operation on
that disk, and the oracle says what is left of it.

**Kills** (`test_killing.py`): `killing.py` saves in a child and kills it at random moments.

**Leaks** (`test_leaks.py`): `leaking.py` plants a word in every private field, and changes what is
private at random; the page that is shared with a customer must not differ by a byte.

More for a release: `POWER_CUT_IMAGES=50000`, `NTH_FAILURE_POINTS=0` (every call in every way),
`KILLS=5000`, `LEAK_CHANGES=500`; other images, moments and changes: `POWER_CUT_SEED=7`,
`KILLS_SEED=7`, `LEAK_SEED=7`. A failure of a power cut names a folder with the image, just as the
power cut left it, and `what-happened.txt`: which call was the last, and what became of each one not
synced by then. The recording lies beside it as `log`; `cut_power(read_log(log), seed=...)` draws
the same images from it again.

May import journal (in `workload.py`, `deeds.py`, `refusing.py`, `killing.py` and for the leaks
only), lines made for other tests, and the standard library. Never belongs here: a mock of the
program, and a judgement that rests on the program's own code; plain SQLite has the last word.
"""
