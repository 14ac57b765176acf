"""Timing, and what a handful of times come to."""

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any


def seconds(work: Callable[[], Any]) -> float:
    """Wall seconds of one call."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def cpu_seconds(work: Callable[[], Any]) -> float:
    """CPU seconds of one call, in this process."""
    started = time.process_time()
    work()
    return time.process_time() - started


def summary(times: Sequence[float], scale: float = 1e3) -> dict[str, float]:
    """Median and 95th percentile, in milliseconds unless scaled otherwise."""
    ordered = sorted(times)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
    return {"p50": round(statistics.median(ordered) * scale, 2), "p95": round(p95 * scale, 2), "n": len(ordered)}


def process(command: Sequence[str], **options: Any) -> float:
    """Wall seconds of a whole process. Raises CalledProcessError when it fails."""
    return seconds(lambda: subprocess.run(command, check=True, capture_output=True, **options))


def process_cpu(command: Sequence[str], **options: Any) -> float:
    """CPU seconds of a whole process and those it waited for. Raises CalledProcessError when it fails."""

    def spent() -> float:
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    before = spent()
    process(command, **options)
    return spent() - before


def cold_numpy() -> float:
    """Wall seconds of the yardstick: a new interpreter that imports NumPy."""
    return process([sys.executable, "-c", "import numpy"])


def resident(pid: int) -> float:
    """Resident memory in MiB of a process and all its descendants; shared pages are counted once (PSS)."""
    total = 0.0
    for one in [pid, *descendants(pid)]:
        for line in Path(f"/proc/{one}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1]) / 1024
    return total


def descendants(pid: int) -> list[int]:
    """Every process that descends from this one (Linux)."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rsplit(")", 1)[1].split()[1])
        except OSError:
            continue
    found: list[int] = []
    wave = {pid}
    while wave:
        wave = {child for child, parent in parents.items() if parent in wave}
        found += wave
    return found
