"""Proof of the messages: what a failed check says must be enough to find the mistake, by simple rules.

The rules are about what people stumbled over: a name that was not given, a cause that was another one, an exception of
the check's own, a difference that could not be seen. They know no problem; whatever they find is mended in the
vocabulary, or in the `holds` and `same` of the problem.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from sharpen.authoring.finding import Finding
from sharpen.domain.verdict import CheckResult, Kind, Verdict

COMPARING = (Kind.EXAMPLE, Kind.ORACLE, Kind.GRADIENT, Kind.ERROR)
"""Kinds of which there is an answer that is expected."""
LONG = 300
"""Characters from which a value is not compared by eye."""
FEWEST_WORDS = 3
INTERNAL = r"object (is not|has no|of type|does not)|unpack|unhashable|\bnp\.(float|int|str|bool)\w*\("
"""What Python says of a value, or how NumPy shows one; neither is about the task."""

Rule = Callable[[CheckResult], bool]


def _place(result: CheckResult) -> bool:
    """Whether a message says where to look; what is short is seen at a glance."""
    short = min(len(result.expected), len(result.got)) <= LONG
    return bool(result.where) or short or re.search(r"\d|twice|missing|first|empty", result.why) is not None


def _twins(result: CheckResult) -> bool:
    """Whether two numbers that differ are shown alike."""
    numbers = list(re.finditer(r"-?\d*\.\d{3,}(?:e-?\d+)?", result.why))
    told = ((a[0] == b[0], result.why[a.end() : b.start()]) for a, b in pairwise(numbers))
    compared = any(
        alike and re.search(r"\b(to|got|not|with|became|than|but|should|must)\b", text) for alike, text in told
    )
    return compared and not re.search(r"\b(more|less|apart)\b", result.why)  # by how much they differ


RULES: dict[str, Rule] = {
    "it names no argument, only its number": lambda r: re.search(r"\bargument \d", r.why) is not None,
    "it says that something does not fit, not what": lambda r: (
        re.search(r"no item matches|none of the acceptable|the items differ", r.why, re.I) is not None
    ),
    "StopIteration alone does not say what ended": lambda r: r.why.endswith("StopIteration"),
    "a limit that was met reads as another cause": lambda r: r.verdict.stopped and not _of_the_limit(r),
    "it does not say what was expected and what came": lambda r: (
        r.verdict is Verdict.WRONG_ANSWER
        and r.kind in COMPARING
        and not ((r.expected or "expected" in r.why) and (r.got or "got" in r.why))
    ),
    "it does not show the answer": lambda r: r.verdict is Verdict.WRONG_ANSWER and not (r.got or "got" in r.why),
    "it shows much and does not say where to look": lambda r: (
        r.verdict is Verdict.WRONG_ANSWER and bool(r.expected) and not _place(r)
    ),
    "it shows two different numbers alike": lambda r: r.verdict is Verdict.WRONG_ANSWER and _twins(r),
    "it speaks of Python's objects, not of the answer": lambda r: (
        r.verdict is Verdict.WRONG_ANSWER and re.search(INTERNAL, r.why) is not None
    ),
    "it is hardly a sentence": lambda r: r.verdict is Verdict.WRONG_ANSWER and len(r.why.split()) < FEWEST_WORDS,
}
"""What may be wrong with the message of a failure."""


def _of_the_limit(result: CheckResult) -> bool:
    """Whether what was stopped says by what, and names the check as the place only."""
    says = r"CPU time|it took more than|MiB|larger than|more than .* arrays|the sandbox refuses|system call"
    return re.search(says, result.why) is not None and (result.heading != result.name or result.kind is Kind.LOAD)


def faults(result: CheckResult) -> list[str]:
    """What is wrong with the message of a check that failed, in words."""
    if result.passed or result.verdict is Verdict.JUDGE_ERROR:
        return []
    return [fault for fault, broken in RULES.items() if broken(result)]


def prove_messages(path: Path, line: int, who: str, results: Iterable[CheckResult]) -> Iterator[Finding]:
    """The messages to `who` that say too little: a finding for each kind of fault, with the first of them."""
    known: set[str] = set()
    for result in results:
        for fault in faults(result):
            if fault not in known:
                known.add(fault)
                what = f"{result.name!r} tells {who} {result.why!r}: {fault}."
                yield Finding(path, line, what, "Let `holds` or `same` of that check say it in the terms of the task.")
