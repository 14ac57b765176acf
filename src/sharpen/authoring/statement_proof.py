"""Proof of a statement: its examples, run as a reader would type them, and that it says what is judged."""

import doctest
import re
import runpy
from collections.abc import Collection, Iterator
from pathlib import Path

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
BLOCK = re.compile(r"^```pycon\s*\n(.*?)^```", re.M | re.S)


def prove_statement(statement: Path, solution: Path) -> Iterator[Finding]:
    """What a statement's pycon blocks promise and the solution does not keep.

    Both are trusted: this runs here, not in the judge. The blocks share one namespace, in which
    NumPy is `np`.
    """
    text = statement.read_text(encoding="utf-8")
    namespace = {"np": _numpy(), **runpy.run_path(str(solution))}
    for block in BLOCK.finditer(text):
        first_line = text.count("\n", 0, block.start(1))
        try:
            test = doctest.DocTestParser().get_doctest(block[1], {}, statement.name, str(statement), first_line)
        except ValueError as problem:
            do = "Write it as Python shows it: `>>> `, `... `, and the output."
            yield Finding(statement, first_line + 1, f"The example is not a console session: {problem}.", do)
            continue
        if not test.examples:
            do = "Begin each line that is typed with `>>> `; the others are what Python answers."
            yield Finding(statement, first_line + 1, "Nothing is typed in this example.", do)
        test.globs = namespace
        runner = _Collector()
        runner.run(test, clear_globs=False)
        for line, what in runner.faults:
            do = "Put right whichever of the two is wrong: the example or the solution."
            yield Finding(statement, line, what, do)


def prove_promises(statement: Path, kinds: Collection[Kind]) -> Iterator[Finding]:
    """What checks of these kinds look at and the statement does not say: nothing unsaid may be judged."""
    words = " ".join(statement.read_text(encoding="utf-8").split())
    for kind, (said, what, do) in SAYS.items():
        if kind in kinds and not re.search(said, words, re.I):
            yield Finding(statement, 0, f"A check of the kind `{kind}` is not announced: {what}.", do)


def _numpy() -> object:
    import numpy

    return numpy


class _Collector(doctest.DocTestRunner):
    """A doctest runner that keeps its failures instead of printing them."""

    def __init__(self) -> None:
        super().__init__(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS, verbose=False)
        self.faults: list[tuple[int, str]] = []

    def report_failure(self, _out: object, test: doctest.DocTest, example: doctest.Example, got: str) -> None:
        what = f"`{example.source.strip()}` shows {_short(example.want)} but gives {_short(got)}."
        self.faults.append(((test.lineno or 0) + example.lineno + 1, what))

    def report_unexpected_exception(
        self, _out: object, test: doctest.DocTest, example: doctest.Example, exc_info: object
    ) -> None:
        problem = exc_info[1]  # type: ignore[index]
        what = f"`{example.source.strip()}` raises {type(problem).__name__}: {problem}."
        self.faults.append(((test.lineno or 0) + example.lineno + 1, what))


def _short(text: str) -> str:
    words = " ".join(text.split())
    return f"`{words}`" if words else "nothing"
