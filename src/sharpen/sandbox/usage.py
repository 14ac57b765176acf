"""What another process has used, as the kernel counts it; the process itself is not asked."""

import subprocess
import sys
import time
from pathlib import Path

LINUX = sys.platform == "linux"


def cpu(pid: int) -> float:
    """CPU seconds a process has used, its kernel time included; 0 when it is gone."""
    if not LINUX:
        return _cpu_from_ps(pid)
    try:
        # The clock of another process: clock_getcpuclockid(3), which Python does not wrap.
        return time.clock_gettime((~pid << 3) | 2)
    except OSError:
        return 0.0


def starved(pid: int) -> float:
    """Seconds a process was ready to run while others had the processors (0 where nobody counts)."""
    return _delayed(f"{pid}") or 0.0


def busy(pid: int) -> float | None:
    """Seconds that a process and this thread have run or were ready to run; None where nobody counts the latter.

    Where one of the two waits for the other, time that passes beyond this is time in which both waited.
    """
    theirs, ours = _delayed(f"{pid}"), _delayed("thread-self")
    if theirs is None or ours is None:
        return None
    return cpu(pid) + theirs + time.thread_time() + ours


def _delayed(name: str) -> float | None:
    """Seconds a process or thread was ready to run while others had the processors; None where nobody counts."""
    if not LINUX:
        return None
    try:
        ran, waited, *_ = map(int, Path(f"/proc/{name}/schedstat").read_text().split())
    except (OSError, ValueError):
        return None
    return waited / 1e9 if ran else None  # a kernel that does not count says 0 of everything


def memory(pid: int) -> tuple[float, float]:
    """Resident memory of a process in MiB: now, and at its peak. Raises ProcessLookupError when it has ended."""
    if not LINUX:
        now = int(_ps(pid, "rss") or 0) / 1024
        return now, now
    try:
        fields = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines())
        return int(fields["VmRSS"].split()[0]) / 1024, int(fields["VmHWM"].split()[0]) / 1024
    except (FileNotFoundError, KeyError):
        raise ProcessLookupError(f"process {pid} has ended") from None


def _cpu_from_ps(pid: int) -> float:
    seconds = 0.0
    for part in _ps(pid, "time").replace("-", ":").split(":"):
        seconds = seconds * 60 + float(part or 0)
    return seconds


def _ps(pid: int, field: str) -> str:
    return subprocess.run(["ps", "-o", f"{field}=", "-p", str(pid)], capture_output=True, text=True).stdout.strip()
