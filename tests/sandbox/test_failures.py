"""What the end of a child says of the code, without a process having to end that way."""

import signal

import pytest

from sharpen.domain.problem import Limits
from sharpen.domain.verdict import Verdict
from sharpen.sandbox.failures import Interrupted, obituary
from sharpen.sandbox.nursery import Exit

LIMITS = Limits(cpu=1.0, memory=100)


@pytest.mark.parametrize(
    ("number", "used", "memory", "verdict", "words"),
    [
        (signal.SIGSEGV, 0.1, 10.0, Verdict.RUNTIME_ERROR, "crashed (SIGSEGV); endless recursion is the usual cause"),
        (signal.SIGBUS, 0.1, 10.0, Verdict.RUNTIME_ERROR, "crashed (SIGBUS)"),
        (signal.SIGABRT, 0.1, 10.0, Verdict.RUNTIME_ERROR, "crashed (SIGABRT)"),
        (signal.SIGSEGV, 0.1, 90.0, Verdict.MEMORY_LIMIT, "100 MiB"),
        (signal.SIGABRT, 0.1, 90.0, Verdict.MEMORY_LIMIT, "100 MiB"),
        (signal.SIGSYS, 0.1, 10.0, Verdict.FORBIDDEN_CALL, "system call"),
        (signal.SIGXCPU, 0.1, 10.0, Verdict.TIME_LIMIT, "1 s of CPU time"),
        (signal.SIGKILL, 1.1, 10.0, Verdict.TIME_LIMIT, "1 s of CPU time"),
        (0, 0.1, 10.0, Verdict.RUNTIME_ERROR, "ended the process"),
    ],
)
def test_every_end_has_its_verdict(number: int, used: float, memory: float, verdict: Verdict, words: str) -> None:
    failure = obituary(Exit(int(number), used, memory), used, LIMITS)
    assert (failure.verdict, failure.fatal) == (verdict, True)
    assert words in failure.why
    assert ("recursion" in failure.why) == (number == signal.SIGSEGV and memory < 80)


def test_an_end_by_somebody_else_is_no_verdict() -> None:
    with pytest.raises(Interrupted):
        obituary(Exit(int(signal.SIGKILL), 0.1, 10.0), 0.1, LIMITS)
