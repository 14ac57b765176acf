"""The layers around a child, put on in one order: nothing it does later can take one off.

Each layer stands alone: resource limits, no new privileges, no capabilities, Landlock (files),
seccomp (system calls). Memory and CPU limits come from the kernel, and the examiner watches
both from outside as well.
"""

import ctypes
import math
import os
import resource
import signal
import struct
import sys
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sharpen.domain.problem import Limits
from sharpen.sandbox import landlock, seccomp

SET_DEATH_SIGNAL, SET_DUMPABLE, SET_NO_NEW_PRIVILEGES = 1, 4, 38
CAPABILITY_VERSION_3 = 0x20080522
LINUX = sys.platform == "linux"
_libc = ctypes.CDLL(None, use_errno=True)


@dataclass
class Layers:
    """What this machine offers, prepared once in the zygote. None where a layer does not work here."""

    landlock: int | None
    filter: seccomp.Filter | None
    own_memory: int


@cache
def weakness() -> str:
    """What is missing on this machine, for whoever has code judged here; empty when every layer is there."""
    if not LINUX:
        lack = "On this system code that is judged is held by a time limit only: it could read and change your files."
    elif not seccomp.available():
        lack = "This machine has no seccomp: code that is judged could reach the network."
    elif not landlock.version():
        lack = "This kernel has no Landlock: code that is judged could read your files, though change none."
    else:
        return ""
    return f"{lack} Judge only code that you wrote or read yourself; `sharpen doctor` shows every layer."


def prepare(packages: tuple[str, ...]) -> Layers:
    """Measure the zygote and prepare the layers, warm and complete; to be called before any fork."""
    if not LINUX:
        return Layers(None, None, 0)
    rules = landlock.ruleset(packages) if landlock.version() else None
    return Layers(rules, seccomp.Filter() if seccomp.available() else None, _address_space())


def _address_space() -> int:
    """Bytes of address space this process has mapped."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    return pages * resource.getpagesize()


def confine(layers: Layers, limits: Limits) -> None:
    """Put every layer on the calling process. Raises OSError when one that works here is refused."""
    _limit_resources(layers.own_memory, limits)
    if not LINUX:
        return
    if _libc.prctl(SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "no_new_privs was refused")
    _libc.prctl(SET_DUMPABLE, 0, 0, 0, 0)
    header, nothing = struct.pack("Ii", CAPABILITY_VERSION_3, 0), bytes(24)
    if _libc.capset(header, nothing):
        raise OSError(ctypes.get_errno(), "giving up capabilities was refused")
    if layers.landlock is not None:
        landlock.restrict(layers.landlock)
        os.close(layers.landlock)
    if layers.filter is not None:
        layers.filter.load()
    ctypes.set_errno(0)


def _limit_resources(own_memory: int, limits: Limits) -> None:
    used = time.process_time()
    seconds = math.ceil(used + limits.cpu) + 1  # a backstop: the examiner ends a child at its limit, to the millisecond
    caps = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: 16,
        resource.RLIMIT_CPU: seconds,
    }
    if LINUX:
        caps[resource.RLIMIT_NPROC] = 0
        caps[resource.RLIMIT_AS] = own_memory + (limits.memory << 20)
    for name, value in caps.items():
        resource.setrlimit(name, (value, value))


def die_with_parent() -> None:
    """End the calling process when the thread that started it ends (Linux)."""
    if LINUX:
        _libc.prctl(SET_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
