"""The zygote: one process a profile, its imports warm, that forks a confined child for each submission.

Started by the examiner as `python -m sharpen.judge.zygote PROFILE`, with one end of a
socket pair that keeps packets apart as its standard input. Each request is one packet (the
limits) with the child's line attached; the replies are `born` with the child's pid and pidfd, and
`gone` with its pid and exit. With `--once` it forks nothing: it becomes the child of its only
request itself.
"""

import array
import gc
import os
import select
import signal
import socket
import sys

import msgpack

from sharpen.domain.problem import Limits, Profile
from sharpen.judge import isolation, profiles
from sharpen.judge.channel import Channel
from sharpen.judge.child import serve
from sharpen.judge.codec import pack_answer

LINE, RULES = 3, 4
"""The only descriptors a child keeps besides the null device; the second until Landlock has closed it."""


def main() -> None:
    """Warm up, say so, and serve until the examiner is gone."""
    profile, once = Profile(sys.argv[1]), "--once" in sys.argv
    isolation.die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    control = socket.socket(fileno=os.dup(0))
    try:
        profiles.warm(profile)
    except ImportError as problem:
        control.send(msgpack.packb(["missing", str(problem)]))
        return
    sys.path[:] = [place for place in sys.path if not place.endswith("-packages")]
    layers = isolation.prepare(profiles.PACKAGES[profile])
    _silence()
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


def _request(control: socket.socket) -> tuple[Limits, int] | None:
    """The next request's limits and its line, or None when the examiner is gone."""
    packet, ancillary, _, _ = control.recvmsg(4096, socket.CMSG_SPACE(4))
    if not packet:
        return None
    return Limits(*msgpack.unpackb(packet)), array.array("i", ancillary[0][2][:4])[0]


def _fork_for_ever(control: socket.socket, layers: isolation.Layers) -> None:
    poll = select.poll()
    poll.register(control, select.POLLIN)
    alive: dict[int, int] = {}
    while True:
        for ready, _ in poll.poll():
            if ready == control.fileno():
                request = _request(control)
                if request is None:
                    os._exit(0)  # every child follows: it asked to die with its parent
                pid = _fork(request, layers)
                handle = os.pidfd_open(pid)
                alive[handle] = pid
                poll.register(handle, select.POLLIN)
                socket.send_fds(control, [msgpack.packb(["born", pid])], [handle])
            else:
                poll.unregister(ready)
                pid, status, used = os.wait4(alive.pop(ready), 0)
                os.close(ready)
                control.send(msgpack.packb(["gone", pid, status, used.ru_utime + used.ru_stime, used.ru_maxrss]))


def _fork(request: tuple[Limits, int], layers: isolation.Layers) -> int:
    limits, line = request
    pid = os.fork()
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
        _run(LINE, limits, layers)
    finally:
        os._exit(70)
    return 0


def _become(control: socket.socket, layers: isolation.Layers) -> None:
    request = _request(control)
    if request is not None:
        limits, line = request
        control.close()
        _run(line, limits, layers)


def _run(line: int, limits: Limits, layers: isolation.Layers) -> None:
    """Put on the layers and serve; a layer that fails is reported, and nothing is run without it."""
    channel = Channel(socket.socket(fileno=line))
    try:
        isolation.confine(layers, limits)
    except OSError as problem:
        channel.send(pack_answer(["unsafe", str(problem), ""]))
        return
    try:
        serve(channel)
    except EOFError:
        os._exit(0)


if __name__ == "__main__":
    main()
