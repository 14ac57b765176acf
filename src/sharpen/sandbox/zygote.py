"""The zygote: one process a profile, its imports warm, that forks a confined child for each submission.

Started by the examiner as `python -m sharpen.sandbox.zygote PROFILE`, with one end of a
socket pair that keeps packets apart as its standard input. Each request is one packet with the
child's line attached; the replies are `born` with the child's pid and pidfd, and `gone` with its
pid and exit. A child waits on its line for its limits, confines itself, and serves. With `--once`
the process forks nothing: it becomes the child of its only request itself.
"""

import ctypes
import gc
import os
import resource
import select
import signal
import socket
import sys

import msgpack

from sharpen.domain.problem import Limits, Profile
from sharpen.sandbox import isolation, profiles
from sharpen.sandbox.channel import CONFINED, Channel
from sharpen.sandbox.child import rehearse, serve
from sharpen.sandbox.codec import pack_answer, unpack_question
from sharpen.sandbox.printed import Printed

_libc = ctypes.PyDLL(None)

LINE, RULES = 3, 4
"""The only descriptors a child keeps besides the null device; the second until Landlock has closed it."""


CONFIRMATION = pack_answer([CONFINED, "", "", 0.0])
PRINTED = Printed()
"""Every child has its own copy, made while nobody waits."""


def main() -> None:
    """Warm up, say so, and serve until the examiner is gone."""
    profile, once = Profile(sys.argv[1]), "--once" in sys.argv
    isolation.die_with_parent()
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))  # the examiner's limit is not for what it starts
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    control = socket.socket(fileno=os.dup(0))
    try:
        profiles.warm(profile)
    except ImportError as problem:
        control.send(msgpack.packb(["missing", str(problem)]))
        return
    sys.path[:] = [place for place in sys.path if not place.endswith("-packages")]
    sys.path_importer_cache.clear()  # it lists what lies beside the packages
    layers = isolation.prepare(profile.packages)
    _silence()
    PRINTED.install()
    gc.collect()
    gc.freeze()
    control.send(msgpack.packb(["ready", os.getpid()]))
    _become(control, layers) if once else _fork_for_ever(control, layers)


def _silence() -> None:
    """Point the standard streams at the null device; a child must hold no file."""
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    os.close(null)


def _request(control: socket.socket) -> int | None:
    """The line of the next child, or None when the examiner is gone."""
    packet, descriptors, _, _ = socket.recv_fds(control, 64, 1)
    return descriptors[0] if packet else None


def _fork_for_ever(control: socket.socket, layers: isolation.Layers) -> None:
    poll = select.poll()
    poll.register(control, select.POLLIN)
    alive: dict[int, int] = {}
    while True:
        for ready, _ in poll.poll():
            if ready == control.fileno():
                line = _request(control)
                if line is None:
                    os._exit(0)  # every child follows: it asked to die with its parent
                pid = _fork(line, layers)
                handle = os.pidfd_open(pid)
                alive[handle] = pid
                poll.register(handle, select.POLLIN)
                socket.send_fds(control, [msgpack.packb(["born", pid])], [handle])
            else:
                poll.unregister(ready)
                pid, status, used = os.wait4(alive.pop(ready), 0)
                os.close(ready)
                control.send(msgpack.packb(["gone", pid, status, used.ru_utime + used.ru_stime, used.ru_maxrss]))


def _fork(line: int, layers: isolation.Layers) -> int:
    # Not os.fork, whose handlers put locks and threads right that we do not have, and cost each child a millisecond.
    pid = int(_libc.fork())
    if pid < 0:
        raise OSError(ctypes.get_errno(), "no process could be started")
    if pid:
        os.close(line)
        return pid
    try:
        isolation.die_with_parent()
        os.dup2(line, 200)
        if layers.landlock is not None:
            os.dup2(layers.landlock, 201)
            os.dup2(201, RULES)
            layers.landlock = RULES
        os.dup2(200, LINE)
        os.closerange(RULES + (layers.landlock is not None), 1024)
        _run(LINE, layers)
    finally:
        os._exit(70)
    return 0


def _become(control: socket.socket, layers: isolation.Layers) -> None:
    line = _request(control)
    if line is not None:
        control.close()
        _run(line, layers)


def _run(line: int, layers: isolation.Layers) -> None:
    """Put on the layers, say so, and serve; a layer that fails is reported, and nothing is run without it."""
    channel = Channel(socket.socket(fileno=line))
    rehearse(PRINTED)
    try:
        limits = Limits(*unpack_question(*channel.receive()))
        isolation.confine(layers, limits)
        channel.send(CONFIRMATION)
    except EOFError:
        os._exit(0)
    except OSError as problem:
        channel.send(pack_answer(["unsafe", str(problem), "", 0.0]))
        return
    try:
        serve(channel, PRINTED)
    except EOFError:
        os._exit(0)


if __name__ == "__main__":
    main()
