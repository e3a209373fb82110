"""All benchmarks, one after the other, each in a process of its own.

    python -m tests.benchmarks [--cache DIR]

Ends with 1 where one of them is beyond its limit.
"""

import subprocess
import sys

from tests.benchmarks.crowd import MEETINGS, crowd_in
from tests.benchmarks.measuring import cache

EVERY = (
    *("start_up", "first_content", "palette", "gaps", "pages", "scrolling", "timeline_frames"),
    *("weekdays", "typed_lengths", "paper"),
)


def main() -> int:
    """Run them."""
    with cache() as folder:
        sys.stdout.write(f"making or finding the journal of {MEETINGS:,} meetings\n")
        sys.stdout.flush()
        crowd_in(folder)
        failed = [
            name
            for name in EVERY
            if subprocess.run(
                [sys.executable, "-m", f"tests.benchmarks.{name}", "--cache", str(folder)],
                check=False,
            ).returncode
        ]
    sys.stdout.write(f"failed: {', '.join(failed)}\n" if failed else "none failed\n")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
