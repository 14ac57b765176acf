"""Where children come from: a fork server on Linux, single-use interpreters elsewhere."""

import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable
from dataclasses import astuple, dataclass
from typing import Protocol

import msgpack

from sharpen.domain.problem import Limits, Profile
from sharpen.sandbox import profiles
from sharpen.sandbox.channel import WHERE, Channel
from sharpen.sandbox.codec import Parts, pack_question

PATIENCE = 120.0
"""Seconds a zygote may take to import its profile on a cold and busy machine."""


class ProfileMissing(Exception):
    """A package of the profile is not installed."""


class NurseryGone(Exception):
    """The process that children come from has died."""


@dataclass(frozen=True)
class Exit:
    """How a child ended: its wait status, CPU seconds, and peak memory in MiB."""

    status: int
    cpu: float
    memory: float

    @property
    def signal(self) -> int:
        """The signal that ended it, or 0."""
        return os.WTERMSIG(self.status) if os.WIFSIGNALED(self.status) else 0


@dataclass
class Child:
    """A running child at the other end of a line. The first message from there says that it is confined.

    `interrupt` has it say in which line of the code it is, if it can; the answer is a message of its own.
    `ended` is whether it ends by itself within so many seconds; `wait` ends it and returns how it
    ended; `end` ends it without looking back. Only one of the last two is called, once.
    """

    line: Channel
    pid: int
    interrupt: Callable[[], object]
    ended: Callable[[float], bool]
    wait: Callable[[], Exit]
    end: Callable[[], object]


class Nursery(Protocol):
    """A warm supply of confined children for one profile."""

    profile: Profile

    def child(self, limits: Limits) -> Child:
        """A new child, which puts its layers on and says so before it reads anything else from its line.

        Raises NurseryGone, after which a new nursery is needed.
        """

    def reserve(self, count: int) -> None:
        """Have so many children ready, or on their way, for the calls that follow."""

    def alive(self) -> bool:
        """Whether it can still make children."""

    def close(self) -> None:
        """End it and every child of it."""


def nursery(profile: Profile) -> Nursery:
    """The right kind for this platform, started; SHARPEN_JUDGE=interpreters forces the second."""
    forks = sys.platform == "linux" and os.environ.get("SHARPEN_JUDGE") != "interpreters"
    return ForkServer(profile) if forks else Interpreters(profile)


class ForkServer:
    """One warm zygote; each child is a fork of it, made before it is asked for (Linux)."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self._control, self._process = _start(profile, socket.SOCK_SEQPACKET)
        self._ready = False
        self._spares: deque[socket.socket] = deque()
        self._births: deque[tuple[int, int]] = deque()
        self._exits: dict[int, Exit] = {}
        self._forgotten: set[int] = set()

    def child(self, limits: Limits) -> Child:
        """The child that waits, or a new one."""
        line, pid, handle = self._waiting()
        if select.select([handle], [], [], 0)[0]:  # somebody ended it while it waited
            line.close()
            self._end(pid, handle)
            line, pid, handle = self._waiting()
        line.post(_first_words(limits))
        return Child(
            line,
            pid,
            interrupt=lambda: _signal(handle, WHERE),
            ended=lambda seconds: bool(select.select([handle], [], [], seconds)[0]),
            wait=lambda: self._wait(pid, handle),
            end=lambda: self._end(pid, handle),
        )

    def _waiting(self) -> tuple[Channel, int, int]:
        """The line, pid and pidfd of the spare child, or of a new one."""
        self.reserve(1)
        line = Channel(self._spares.popleft())
        while not self._births:
            self._news()
        return line, *self._births.popleft()

    def reserve(self, count: int) -> None:
        """Order as many forks as are missing; the news of their births comes later."""
        if not self._ready:
            _await_ready(self._control)
            self._ready = True
        while len(self._spares) < count:
            ours, theirs = socket.socketpair()
            with theirs:
                try:
                    socket.send_fds(self._control, [b"fork"], [theirs.fileno()])
                except OSError as problem:
                    raise NurseryGone(str(problem)) from None
            self._spares.append(ours)

    def _news(self) -> None:
        """Take note of the next birth or exit that the zygote reports."""
        try:
            packet, descriptors, _, _ = socket.recv_fds(self._control, 4096, 1)
        except OSError as problem:
            raise NurseryGone(str(problem)) from None
        if not packet:
            raise NurseryGone("the process that starts submissions has died")
        word, pid, *exit_ = msgpack.unpackb(packet)
        if word == "born":
            self._births.append((pid, descriptors[0]))
        elif pid in self._forgotten:
            self._forgotten.remove(pid)
        else:
            status, cpu, peak = exit_
            self._exits[pid] = Exit(status, cpu, peak / 1024)

    def _wait(self, pid: int, handle: int) -> Exit:
        _signal(handle)
        while pid not in self._exits:
            self._news()
        os.close(handle)
        return self._exits.pop(pid)

    def _end(self, pid: int, handle: int) -> None:
        _signal(handle)
        os.close(handle)
        if self._exits.pop(pid, None) is None:
            self._forgotten.add(pid)

    def alive(self) -> bool:
        """Whether the zygote runs."""
        return self._process.poll() is None

    def close(self) -> None:
        """End the zygote; its children die with it."""
        for _, handle in self._births:
            os.close(handle)
        self._births.clear()
        for spare in self._spares:
            spare.close()
        self._control.close()
        self._process.kill()
        self._process.wait()


class Interpreters:
    """Interpreters started ahead of time, each for one submission (where forking is not safe, as on macOS)."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self._next = _start(profile, socket.SOCK_STREAM, "--once")
        self._used: list[subprocess.Popen[bytes]] = []

    def child(self, limits: Limits) -> Child:
        """Hand out the waiting interpreter and start the next one."""
        control, process = self._next
        _await_ready(control)
        ours, theirs = socket.socketpair()
        line = Channel(ours)
        with control, theirs:
            try:
                socket.send_fds(control, [b"go"], [theirs.fileno()])
            except OSError as problem:
                raise NurseryGone(str(problem)) from None
        self._next = _start(self.profile, socket.SOCK_STREAM, "--once")
        self._used = [one for one in self._used if one.returncode is None] + [process]
        line.post(_first_words(limits))
        return Child(
            line,
            process.pid,
            interrupt=lambda: _signalled(process.pid, WHERE),
            ended=lambda seconds: _ended(process.pid, seconds),
            wait=lambda: _reap(process),
            end=lambda: _reap(process),
        )

    def reserve(self, count: int) -> None:
        """Nothing: one interpreter always waits, and more of them would cost too much."""

    def alive(self) -> bool:
        """Whether the waiting interpreter runs."""
        return self._next[1].poll() is None

    def close(self) -> None:
        """End every interpreter."""
        control, process = self._next
        control.close()
        for one in (process, *self._used):
            if one.returncode is None:
                one.kill()
                one.wait()


def _start(profile: Profile, kind: socket.SocketKind, *options: str) -> tuple[socket.socket, "subprocess.Popen[bytes]"]:
    ours, theirs = socket.socketpair(socket.AF_UNIX, kind)
    command = [*profiles.PYTHON, "-m", "sharpen.sandbox.zygote", profile.value, *options]
    with theirs:
        return ours, subprocess.Popen(command, stdin=theirs.fileno(), env=profiles.environment(), cwd="/")


def _await_ready(control: socket.socket) -> None:
    control.settimeout(PATIENCE)
    try:
        packet = control.recv(4096)
    except OSError:
        packet = b""
    if not packet:
        raise NurseryGone("the process that starts submissions died before it was ready")
    word, detail = msgpack.unpackb(packet)
    if word == "missing":
        raise ProfileMissing(detail)


def _signal(handle: int, number: int = signal.SIGKILL) -> None:
    with contextlib.suppress(ProcessLookupError):
        signal.pidfd_send_signal(handle, number)


def _signalled(pid: int, number: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)


def _ended(pid: int, seconds: float) -> bool:
    """Whether a process of ours ends within so many seconds; it is left to be reaped."""
    deadline = time.monotonic() + seconds
    while not (ended := os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)):
        if time.monotonic() >= deadline:
            break
        time.sleep(0.005)
    return bool(ended)


def _first_words(limits: Limits) -> Parts:
    """The limits of a waiting child, upon which it puts its layers on."""
    return pack_question(list(astuple(limits)))


def _reap(process: "subprocess.Popen[bytes]") -> Exit:
    """End a process of ours and return how it ended (`Popen.kill` would reap it and lose that)."""
    _signalled(process.pid, signal.SIGKILL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    peak = used.ru_maxrss / (1024 if sys.platform == "linux" else 1 << 20)
    return Exit(status, used.ru_utime + used.ru_stime, peak)
