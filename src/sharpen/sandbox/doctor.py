"""Which layers of isolation work on this machine, found out by trying them."""

import contextlib
import shutil
import sys
from dataclasses import dataclass

from sharpen.checks import Failed
from sharpen.domain.problem import Limits, Profile
from sharpen.sandbox import landlock, seccomp
from sharpen.sandbox.failures import Interrupted
from sharpen.sandbox.nursery import NurseryGone, ProfileMissing, nursery
from sharpen.sandbox.submission import alone


@dataclass(frozen=True)
class Layer:
    """One layer of isolation: whether it works here, and what was seen."""

    name: str
    works: bool
    detail: str


PROBES = {
    "files": ("open('/etc/hostname').read()", "reading a file outside the standard library"),
    "system calls": ("import ctypes; ctypes.CDLL(None).ptrace(0, 0, 0, 0)", "tracing a process"),
    "network": ("import socket; socket.create_connection(('127.0.0.1', 9))", "opening a socket"),
    "processes": ("import os; os.fork()", "starting a process"),
    "memory": ("bytearray(1 << 31)", "taking 2 GiB"),
    "CPU time": ("while True: pass", "an endless loop"),
}
"""What a hostile submission would try, one line a layer; each must be stopped."""


def layers() -> list[Layer]:
    """Every layer, tried for real in a child of the standard-library profile. Takes about a second."""
    found = [Layer("platform", sys.platform == "linux", _platform())]
    children = nursery(Profile.STDLIB)
    with contextlib.closing(children):
        for name, (source, what) in PROBES.items():
            try:
                with alone(children, source, Limits(cpu=0.2, wall=2.0, memory=256)):
                    pass
                found.append(Layer(name, False, f"{what} was NOT stopped: judge only your own code here"))
            except Failed as failure:
                found.append(Layer(name, failure.verdict.stopped, f"{what}: {failure.verdict}"))
            except (Interrupted, NurseryGone, ProfileMissing) as problem:
                found.append(Layer(name, False, f"{what}: the sandbox did not start ({problem})"))
    return found


def _platform() -> str:
    if sys.platform != "linux":
        return f"{sys.platform}: single-use interpreters with a time limit; judge only your own code here"
    filter_ = "seccomp" if seccomp.available() else "no seccomp"
    version = landlock.version()
    files = f"Landlock version {version}" if version else "no Landlock"
    around = "bubblewrap present" if shutil.which("bwrap") else "no bubblewrap (not needed)"
    return f"Linux with {files}, {filter_}, {around}"
