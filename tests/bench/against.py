"""This checkout against another one of this repository: the same measurements in turn, in one run, as ratios.

A machine that slows down slows both; a ratio is of two measurements made one after the other. Each is repeated, and the
median of the ratios is given with the least and the greatest.
"""

import contextlib
import json
import os
import statistics
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import IO, Any

from tests.bench.timing import process, process_cpu, resident

ROOT = Path(__file__).parents[2]
ROUNDS = {"untimed": 24, "whole": 9, "failing": 9, "one worker": 7, "two workers": 7, "cold check": 15, "idle": 3}
READING = ("--help", "show k-means", "list")
Rows = dict[str, dict[str, Any]]


def measure(other: Path) -> dict[str, Any]:
    """The other's commit, the date, and the ratios of this checkout to it."""
    commit = subprocess.run(["git", "-C", other, "rev-parse", "--short", "HEAD"], check=True, capture_output=True)
    return {"commit": commit.stdout.decode().strip(), "date": date.today().isoformat(), "rows": ratios(other)}


def ratios(other: Path) -> Rows:
    """Ratios of this checkout to the other, by what was measured: median, least, greatest, and the goal."""
    for checkout in (ROOT, other):
        subprocess.run(["make", "--silent", "-C", checkout, ".venv/.ready"], check=True)
    with _probe(ROOT) as mine, _probe(other) as theirs:

        def in_turn(name: str) -> list[tuple[Any, Any]]:
            return [(mine(name), theirs(name)) for _ in range(ROUNDS[name])]

        untimed, whole, failing = in_turn("untimed"), in_turn("whole"), in_turn("failing")
        rates = {name: in_turn(name) for name in ("one worker", "two workers")}
    blocks = _blocks([_overheads(mine, theirs) for mine, theirs in untimed])
    found = {
        "Overhead of a numpy verdict, p50": _row(blocks, statistics.median, "≤ 0.45"),
        "Overhead of a numpy verdict, p95": _row(blocks, _p95, "≤ 0.5"),
        "Whole verdict of every model solution, p50": _row(whole, _median_of_values, "≤ 0.5"),
        "Until the first failing check is shown, p50": _row(failing, _median_of_values, "≤ 0.5"),
        "Verdicts per second, ten checks, one worker": _row(rates["one worker"], float, "≥ 2.5"),
        "Verdicts per second, ten checks, two workers": _row(rates["two workers"], float, "≥ 2.5"),
    }
    with _homes(ROOT, other) as run:
        check = partial(run, "check", process)
        times = [(check(ROOT), check(other)) for _ in range(ROUNDS["cold check"])]
        found["`sharpen check`, cold"] = _row(times, float, "≤ 0.7")
        for line in READING:
            cpu = [(run(line, process_cpu, ROOT), run(line, process_cpu, other)) for _ in range(ROUNDS["cold check"])]
            found[f"CPU of `sharpen {line}`"] = _row(cpu, float, "≤ 1.0")
    idle = [(_idle(ROOT), _idle(other)) for _ in range(ROUNDS["idle"])]
    found["Memory of server and judge, idle"] = _row(idle, float, "≤ 1.0")
    return found


@contextlib.contextmanager
def _probe(checkout: Path) -> Iterator[Callable[[str], Any]]:
    """A process of the checkout's own interpreter that measures what it is asked to."""
    command = [checkout / ".venv/bin/python", Path(__file__).with_name("probe.py")]
    with subprocess.Popen(command, cwd=checkout, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdin
        assert running.stdout
        questions, answers = running.stdin, running.stdout
        _answer(answers)

        def ask(name: str) -> Any:
            print(name, file=questions, flush=True)
            return _answer(answers)

        yield ask
        questions.close()


def _answer(answers: IO[str]) -> Any:
    line = answers.readline()
    if not line:
        raise RuntimeError("the process that measures has ended; see its error above")
    return json.loads(line)


@contextlib.contextmanager
def _homes(*checkouts: Path) -> Iterator[Callable[[str, Callable[..., float], Path], float]]:
    """Runs a command of a checkout under a measure; each has judged k-means, which `check` is of, once before."""
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "k-means.py"
        answer.write_text(next(ROOT.glob("content/topics/*/*/k-means/solution.py")).read_text())

        def run(line: str, measured: Callable[..., float], checkout: Path) -> float:
            home = {**os.environ, "SHARPEN_HOME": str(Path(folder) / str(checkouts.index(checkout)))}
            words = ["check", str(answer)] if line == "check" else line.split()
            return measured([str(checkout / ".venv/bin/sharpen"), *words], env=home)

        for checkout in checkouts:
            run("check", process, checkout)
        yield run


def _idle(checkout: Path) -> float:
    """MiB of server and judge, three seconds after the first page of a problem."""
    from tests.bench.commands import idle

    with tempfile.TemporaryDirectory() as home, idle(str(checkout / ".venv/bin/sharpen"), home) as server:
        return resident(server.pid)


def _overheads(mine: dict[str, list[float]], theirs: dict[str, list[float]]) -> tuple[list[float], list[float]]:
    """Wall less the code's own CPU time, ms, by problem; that time by our own account, for both."""
    own = {slug: cpu for slug, (_, cpu) in mine.items()}
    return [mine[slug][0] - own[slug] for slug in own], [theirs[slug][0] - own[slug] for slug in own]


def _blocks(pairs: list[tuple[list[float], list[float]]], size: int = 4) -> list[tuple[list[float], list[float]]]:
    """Several rounds put together, so that a 95th percentile is of more than one verdict."""
    joined = []
    for at in range(0, len(pairs), size):
        mine, theirs = zip(*pairs[at : at + size], strict=True)
        joined.append((list(chain(*mine)), list(chain(*theirs))))
    return joined


def _row(pairs: list[tuple[Any, Any]], of: Callable[[Any], float], goal: str) -> dict[str, Any]:
    values = [(of(mine), of(theirs)) for mine, theirs in pairs]
    ratios = [mine / theirs for mine, theirs in values]
    return {
        "ratio": round(statistics.median(ratios), 2),
        "least": round(min(ratios), 2),
        "greatest": round(max(ratios), 2),
        "ours": round(statistics.median(mine for mine, _ in values), 4),
        "theirs": round(statistics.median(theirs for _, theirs in values), 4),
        "goal": goal,
    }


def _p95(values: list[float]) -> float:
    return sorted(values)[round(0.95 * (len(values) - 1))]


def _median_of_values(by_problem: dict[str, float]) -> float:
    return statistics.median(by_problem.values())
