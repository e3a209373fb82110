"""The fault benches: the program under power cuts, and what it left behind.

The promise under test: once the foot of the window says Saved, a power cut loses nothing; an
operation is wholly there or not at all. How it is put to the test:

1. `workload.py` runs the real program in a process of its own, on an empty folder, and marks when
   an operation begins and when it was acknowledged ("done").
2. `recorder.c`, preloaded into that process, logs each change of a file, each sync and each mark.
3. `replay.py` reads the log as a disk would have seen it and draws crash images: what was synced
   is there, and of the rest none, all, or some, with writes torn between sectors.
   `drawing.py` draws thousands of them over the whole log.
4. `oracle.py` opens an image with plain SQLite and says what is left.
5. `bench.py` compares that with what had been acknowledged, and counts the verdicts.

The bench must be able to fail: `test_power_cut.py` runs it also with settings that are known to
lose data, and asserts that it finds the losses (kill -9 would not: what a killed process wrote
is still with the kernel).

More images for a release: `POWER_CUT_IMAGES=50000`; other images: `POWER_CUT_SEED=7`. A failure
names a folder with the image, just as the power cut left it, and `what-happened.txt`: which call
was the last, and what became of each one not synced by then. The recording lies beside it as
`log`; `cut_power(read_log(log), seed=...)` draws the same images from it again.

May import journal (in `workload.py` only) and the standard library. Never belongs here: a mock of
the program, and a judgement that rests on the program's own code; plain SQLite has the last word.
"""
