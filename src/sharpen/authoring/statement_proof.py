"""Proof of a statement's examples: its console sessions, run against the solution as a reader would type them."""

import doctest
import re
import runpy
from collections.abc import Iterator
from pathlib import Path

from sharpen.authoring.finding import Finding

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
