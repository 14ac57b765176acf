"""What a child may use and an answer may weigh, and what becomes of those that go beyond."""

from sharpen.checks.check import Failed
from sharpen.domain.problem import Limits
from sharpen.domain.verdict import Verdict

MOST_BUFFERS = 100_000
"""Arrays in one message."""
LONGEST_HEADER = 8 << 20
"""Bytes of a message without its arrays."""
MOST_HELD = 32 << 20
"""Bytes of answers that may lie here before anybody takes them; then a child has to wait with the next."""
GRACE = 10
"""How many times the wall limit a starved process may take in all, before we give up on the machine."""


class Interrupted(Exception):
    """The judging itself was disturbed: the child was ended by somebody else. It says nothing of the code."""


def over_cpu_time(limits: Limits) -> Failed:
    """The verdict on code that used more CPU time than it may."""
    return Failed(Verdict.TIME_LIMIT, f"it used more than {limits.cpu:g} s of CPU time", fatal=True)


def over_memory(limits: Limits) -> Failed:
    """The verdict on code that needed more memory than it may."""
    return Failed(Verdict.MEMORY_LIMIT, f"it needed more than {limits.memory} MiB", fatal=True)


def seconds_left(limits: Limits, cpu: float, used: float, waited: float, starved: float) -> float:
    """Seconds that a child may still be waited for, which has used so much CPU time and was waited for so long.

    `cpu` is what it may use of `limits.cpu` itself; time in which it was starved of a processor is not held against
    it. Raises Failed when there are none left, Interrupted when the machine is to blame.
    """
    if used >= cpu:
        raise over_cpu_time(limits)
    charged = waited - (starved if waited >= limits.wall else 0.0)
    if charged >= limits.wall:
        why = f"it took more than {limits.wall:g} s, only {used:.1f} s of it at work; is it waiting for something?"
        raise Failed(Verdict.TIME_LIMIT, why, fatal=True)
    if waited >= GRACE * limits.wall:
        raise Interrupted("this machine is too busy to judge fairly")
    return max(0.0, min(cpu - used, limits.wall - charged))
