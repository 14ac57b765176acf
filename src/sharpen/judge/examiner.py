"""The examiner: the trusted process that holds checks and expected answers and compares.

Started as `python -m sharpen.judge.examiner STORE NICE [PROFILE …]` with its line to the client as
standard input: it warms the profiles named, then serves one request at a time. Its requests and
replies are plain msgpack; see `local.py` for the other end.
"""

import gc
import os
import resource
import signal
import socket
import sys
import traceback
import warnings
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgpack

from sharpen.domain.problem import Profile, libraries
from sharpen.judge.interface import Request, Wanted
from sharpen.sandbox.channel import Channel
from sharpen.sandbox.codec import pack_question
from sharpen.sandbox.nursery import Nursery, NurseryGone, ProfileMissing, nursery

if TYPE_CHECKING:
    from sharpen.judge.prepared import Prepared


ROOM = 2 << 30
"""Bytes that the examiner may take beyond what it starts with; the checks and the pictures of a problem need less."""


def main() -> None:
    """Serve until the client is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(50_000, 20, 50)  # what is prepared stays: looking through it again frees nothing
    line = Channel(socket.socket(fileno=os.dup(0)))
    store, nice, *warm = sys.argv[1:]
    os.nice(int(nice))
    # The zygotes import NumPy while this process does.
    nurseries = {Profile(name): nursery(Profile(name)) for name in warm}
    desk = Desk(nurseries, Path(store) if store else None)
    warnings.simplefilter("ignore")
    _limit_memory()
    while True:
        try:
            header, _ = line.receive()
            for reply in desk.carry_out(Request.read(msgpack.unpackb(header))):
                line.send(pack_question(reply))
        except EOFError:
            os._exit(0)


def _limit_memory() -> None:
    """Take no more than ROOM from now on: answers are read here, and a hostile one may unfold to any size."""
    if sys.platform != "linux":
        return
    pages = int(Path("/proc/self/statm").read_text().split()[5])
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    limit = pages * resource.getpagesize() + ROOM
    resource.setrlimit(resource.RLIMIT_DATA, (limit if most == resource.RLIM_INFINITY else min(limit, most), most))


class Desk:
    """Where requests are carried out: the problems prepared, and the nurseries."""

    def __init__(self, nurseries: dict[Profile, Nursery], store: Path | None) -> None:
        for early in ("sharpen.checks.vocabulary", "sharpen.judge.judging"):
            import_module(early)  # while the zygotes load what they need
        from sharpen.judge.prepared import Recent

        self._nurseries, self._recent = nurseries, Recent(store)

    def carry_out(self, request: Request) -> Iterator[list[Any]]:
        """Replies to one request: ["result", fields]…, ["done"]; or ["broken", why] when the judge itself failed."""
        from sharpen.judge.legible import legible
        from sharpen.judge.prepared import BrokenChecks
        from sharpen.sandbox.failures import Interrupted

        profile = request.profile
        try:
            if request.wanted is Wanted.PREPARE:
                self._recent.keep(Path(request.folder), request.version)
                yield ["done"]
                return
            prepared = self._recent.get(Path(request.folder), request.version)
            children = self._nursery(profile)
            yield from self._results(request, prepared, children)
            yield ["done"]
            children.reserve(1)  # the next submission finds it waiting
        except NurseryGone as problem:
            self._nurseries.pop(profile).close()
            yield ["broken", f"the judge was disturbed: {problem}"]
        except Interrupted as problem:
            yield ["broken", f"the judge was disturbed: {problem}"]
        except ProfileMissing as problem:
            self._nurseries.pop(profile).close()
            install = ": pip install 'sharpen[torch]'" if profile is Profile.TORCH else ""
            yield ["error", f"this needs {libraries(profile.packages)}, which is not all here ({problem}){install}"]
        except BrokenChecks as problem:
            yield ["error", legible(f"this problem is at fault, not your code: {problem}")]
        except Exception as problem:  # a check that fails on an answer nobody thought of must not end the judge
            trace = "".join(traceback.format_exception(problem, limit=-2))
            yield ["error", legible(f"a check of this problem failed itself, which is not your fault: {trace}")]

    def _results(self, request: Request, prepared: "Prepared", children: Nursery) -> Iterator[list[Any]]:
        match request.wanted:
            case Wanted.JUDGE:
                from sharpen.judge.judging import judge_submission

                r = request
                for result in judge_submission(prepared, children, r.source, r.entry, r.limits, r.seed):
                    yield ["result", result.fields()]
            case Wanted.MEASURE:
                from sharpen.judge.judging import measure

                measure(prepared, children, request.entry, request.limits)
            case Wanted.RUN:
                from sharpen.judge.trials import run_trial

                r = request
                tried = run_trial(prepared, children, r.source, r.entry, r.trial, r.limits)
                yield ["result", vars(tried.result)]
            case Wanted.PICTURE:
                from sharpen.judge.answer_pictures import picture
                from sharpen.judge.drawn import Drawn

                r = request
                svg = picture(Drawn(prepared, r.seed), children, r.source, r.entry, r.limits, r.trial)
                yield ["result", {"svg": svg}]

    def _nursery(self, profile: Profile) -> Nursery:
        if profile in self._nurseries and not self._nurseries[profile].alive():
            self._nurseries.pop(profile).close()
        if profile not in self._nurseries:
            self._nurseries[profile] = nursery(profile)
        return self._nurseries[profile]


if __name__ == "__main__":
    main()
