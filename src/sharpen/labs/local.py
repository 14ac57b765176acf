"""Running labs on this machine: a process for each run, which can be cancelled at any moment."""

import subprocess
import threading
from collections.abc import Iterator
from typing import Any

from sharpen.domain.lab import Stage
from sharpen.domain.lab_report import LabReport
from sharpen.labs.errors import Cancelled, DesignFailed, LabBroken
from sharpen.labs.interface import Progress, RunRequest
from sharpen.sandbox import companion
from sharpen.sandbox.codec import pack_question, unpack_question


class LabRun:
    """One run, from its start to its report. `cancel` may be called from another thread, at any moment."""

    def __init__(self, request: RunRequest) -> None:
        self._request, self._lock, self._cancelled = request, threading.Lock(), False
        self._process: subprocess.Popen[bytes] | None = None

    def follow(self) -> Iterator[Progress | LabReport]:
        """Start, and yield progress as it comes and the report at last. To be called once.

        Raises DesignFailed, Cancelled, and LabBroken when the lab cannot be run here.
        """
        with self._lock:
            if self._cancelled:
                raise Cancelled
            self._process, line = companion.start("sharpen.labs.process")
        try:
            line.send(pack_question(self._request.fields()))
            while True:
                item = _read(*unpack_question(*line.receive()))
                yield item
                if isinstance(item, LabReport):
                    return
        except (EOFError, OSError) as problem:
            if self._cancelled:
                raise Cancelled from None
            raise LabBroken(f"The process that runs the lab died ({problem}). Run it again.") from None
        finally:
            self._end()
            line.close()

    def cancel(self) -> None:
        """End the run; whoever follows it gets Cancelled."""
        with self._lock:
            self._cancelled = True
        self._end()

    def _end(self) -> None:
        if self._process is not None:
            companion.end(self._process)


def _read(word: str, what: Any) -> Progress | LabReport:
    """What a message of the process says. Raises DesignFailed, LabBroken."""
    match word:
        case "progress":
            stage, share, whole = what
            return Progress(Stage(stage), share, whole)
        case "report":
            return LabReport.read(what)
        case "failed":
            printed = what.pop("printed")
            failure = DesignFailed(**what)
            failure.printed = printed
            raise failure
    raise LabBroken(str(what))
