"""Processes by name, so that one that died can be distinguished from one still judging."""

import os
import socket
import time
from functools import cache
from pathlib import Path

FORGOTTEN = 3600.0
"""Seconds after which a process that cannot be looked at (on another machine) counts as gone."""


def this_process() -> str:
    """A name no other process has: machine, boot, process namespace, process id, start, and the time now."""
    return " ".join([*_place(), str(os.getpid()), _start(os.getpid()) or "-", f"{time.time():.0f}"])


def is_alive(name: str) -> bool:
    """Whether the process that `this_process` named still runs.

    A process we cannot inspect (other machine or container) counts as alive for an hour.
    """
    parts = name.split(" ")
    if len(parts) != 6:
        return False
    machine, boot, space, pid, start, named = parts
    here = _place()
    if (machine, boot, space) == here:
        return _runs(int(pid), start)
    rebooted = machine == here[0] and boot != here[1]
    return not rebooted and time.time() - float(named) < FORGOTTEN


@cache
def _place() -> tuple[str, str, str]:
    """This machine, its boot, and the namespace that process ids count in."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
        space = os.readlink("/proc/self/ns/pid")
    except OSError:
        boot, space = "-", "-"
    return socket.gethostname().replace(" ", "_") or "-", boot, space


def _runs(pid: int, start: str) -> bool:
    now = _start(pid)
    if now is not None:
        return now == start
    if Path("/proc/self/stat").exists() or os.name != "posix":
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _start(pid: int) -> str | None:
    """When a process started, in the kernel's ticks; None when it is gone, dead, or not to be seen."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace")
    except OSError:
        return None
    # The command's name, in parentheses, may hold anything; the fields behind it start with the state.
    fields = stat.rpartition(")")[2].split()
    return None if fields[0] in "ZX" else fields[19]
