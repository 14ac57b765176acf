"""Proof of a statement: that its examples are what the solution answers, and that it says what is judged."""

import re
import runpy
from collections.abc import Collection, Iterator
from pathlib import Path

from sharpen.authoring.example_proof import prove_examples
from sharpen.authoring.finding import Finding
from sharpen.domain.verdict import Kind

SAYS = {
    Kind.UNCHANGED: (
        r"\b(modif|mutat|unchanged|untouched)|\b(not|never|no|neither)\b[^.]*\bchange"
        r"|\b(leaves?|left|stays?|remains?)\b[^.]*\bas (it|they|you)\b",
        "that arguments stay unmodified",
        "Say which arguments must stay as they are.",
    ),
    Kind.GROWTH: (
        r"\bO\(|\b(too slow|slower|fast|faster)\b|\b(CPU|constant|linear|logarithmic) time\b"
        r"|\btime (is|and|of|per|in|that|\$|must|may|grows)|\btakes?\b[^.]*\btime\b"
        r"|\b(no|a) Python loop\b|\bcosts? (little|no) more\b",
        "how much time an answer may take",
        "Say which class of time is wanted, such as `O(n log n)`, or which loop is too slow.",
    ),
    Kind.MEMORY: (
        r"\bmemory\b|\bMiB\b",
        "how much memory an answer may take",
        "Say what must not be held in memory, or how much memory may grow with what.",
    ),
}
"""By kind of check: words by which a statement says what it looks at, what that is, and what to do without them."""


def prove_statement(statement: Path, solution: Path) -> Iterator[Finding]:
    """What a statement's pycon blocks promise and the solution does not keep."""
    return prove_examples(statement, runpy.run_path(str(solution)))


def prove_promises(statement: Path, kinds: Collection[Kind]) -> Iterator[Finding]:
    """What checks of these kinds look at and the statement does not say: nothing unsaid may be judged."""
    words = " ".join(statement.read_text(encoding="utf-8").split())
    for kind, (said, what, do) in SAYS.items():
        if kind in kinds and not re.search(said, words, re.I):
            yield Finding(statement, 0, f"A check of the kind `{kind}` is not announced: {what}.", do)
