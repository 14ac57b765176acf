"""Proof of examples: the console sessions of a statement or a lesson, run as a reader would type them."""

import doctest
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from sharpen.authoring.finding import Finding

BLOCK = re.compile(r"^```pycon\s*\n(.*?)^```", re.M | re.S)


def prove_examples(text_file: Path, names: Mapping[str, object] = MappingProxyType({})) -> Iterator[Finding]:
    """What the pycon blocks of a text promise and does not come.

    The text is trusted: this runs here, not in the judge. Its blocks share one namespace, in which NumPy is `np`.
    """
    text = text_file.read_text(encoding="utf-8")
    namespace = {"np": _numpy(), **names}
    for block in BLOCK.finditer(text):
        first_line = text.count("\n", 0, block.start(1))
        try:
            test = doctest.DocTestParser().get_doctest(block[1], {}, text_file.name, str(text_file), first_line)
        except ValueError as problem:
            do = "Write it as Python shows it: `>>> `, `... `, and the output."
            yield Finding(text_file, first_line + 1, f"The example is not a console session: {problem}.", do)
            continue
        if not test.examples:
            do = "Begin each line that is typed with `>>> `; the others are what Python answers."
            yield Finding(text_file, first_line + 1, "Nothing is typed in this example.", do)
        test.globs = namespace
        runner = _Collector()
        runner.run(test, clear_globs=False)
        for line, what in runner.faults:
            do = "Put right whichever of the two is wrong: the example or the code."
            yield Finding(text_file, line, what, do)


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
