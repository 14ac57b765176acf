"""Judges every hostile submission with one judge and prints one JSON line each; run by test_hostile.py.

It is a program of its own so that the same attack can be made as root and as an ordinary user.
"""

import json
import os
import sys
import time
from pathlib import Path

from sharpen.domain.verdict import overall
from sharpen.judge import LocalJudge

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.judge.conftest import DOUBLING, HERE, problem_in

AT_REST = ["examiner", "zygote", "zygote"]
"""The examiner, the zygote, and the one fork of it that waits for the next submission."""


def main() -> None:
    judge, problem = LocalJudge(lambda _slug: DOUBLING), problem_in(DOUBLING)
    right = (DOUBLING / "solution.py").read_text()
    list(judge.judge(problem, right))
    for path in sorted((HERE / "hostile").glob("*.py")):
        started = time.monotonic()
        results = list(judge.judge(problem, path.read_text()))
        seconds = time.monotonic() - started
        print(json.dumps({"name": path.stem, "verdict": overall(results), "seconds": seconds}), flush=True)
    until = (
        time.monotonic() + 60
    )  # on a busy machine what was killed takes a moment to be gone, and its successor to come
    while (left := [role(command) for command in children_of(os.getpid())]) != AT_REST and time.monotonic() < until:
        time.sleep(0.05)
    again = overall(list(judge.judge(problem, right)))
    print(json.dumps({"name": "the right answer afterwards", "verdict": again, "left": left, "uid": os.getuid()}))
    judge.close()


def children_of(pid: int) -> list[str]:
    """The command lines of every descendant of a process; that of a dead one nobody has waited for is empty."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
            parents[int(stat.parent.name)] = (int(fields[1]), (stat.parent / "cmdline").read_text())
        except OSError:
            continue
    found, wave = [], {pid}
    while wave:
        wave = {child for child, (parent, _) in parents.items() if parent in wave}
        found += [parents[child][1].replace("\0", " ").strip() for child in wave]
    return found


def role(command: str) -> str:
    return next((part for part in ("examiner", "zygote") if part in command), command)


if __name__ == "__main__":
    main()
