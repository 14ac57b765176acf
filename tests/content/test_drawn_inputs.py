"""Each attempt is asked something of its own: a table of the questions that are always asked passes no problem."""

import copy
import hashlib
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from sharpen.checks import Call, Failed
from sharpen.checks.calls import untouched
from sharpen.checks.check import Ask
from sharpen.checks.sequences import outcomes
from sharpen.content.library import Library
from sharpen.domain.problem import Profile
from sharpen.domain.verdict import Verdict
from sharpen.judge.drawn import Drawn
from sharpen.judge.prepared import Prepared, run_trusted
from sharpen.sandbox.codec import pack_question
from tests.sampling import of_today

PROBLEMS = Library.open().problems
SEEDS = (1, 2, 2**31 - 1)
ANY_ANSWER = {"rand10-from-rand7"}
"""Where an answer to one question is a possible one to any other: the statistics must tell."""


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


Answer = Callable[[Call], Any]


class Raised(Failed):
    """A call that raised, and what each step of it came to."""

    steps: Sequence[Any] = ()


class Answering:
    """A candidate in this process, which answers by a function."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def after(self, call: Call) -> tuple[Any, tuple[Any, ...]]:
        return self.answer(call), tuple(map(untouched, call.args))

    def steps(self, call: Call) -> list[Any]:
        try:
            answers = self.answer(call)
        except Raised as raised:
            answers = raised.steps
        return [*answers, *[None] * len(call.then)][: len(call.then)]

    def measured(self, *_: Any, **_how: Any) -> Any:
        raise AssertionError("checks that measure are left out")

    answers = timed = model_timed = model_best = peak = measured


class Table:
    """Answers of the model solution by question; the nonsense for any other is an answer to the question before."""

    def __init__(self, folder: Path) -> None:
        self._solution = run_trusted(folder / "solution.py")
        self._known: dict[bytes, Any] = {}
        self._last: dict[str, Any] = {}

    def learn(self, call: Call) -> Any:
        """What the model solution answers, from now on known."""
        try:
            answer = copy.deepcopy(call).made().on(self._solution)
            answer = self._last[call.entry] = tuple(answer) if isinstance(answer, Iterator) else answer
        except Exception as problem:
            kinds = [kind.__name__ for kind in type(problem).__mro__]
            answer = Raised(Verdict.RUNTIME_ERROR, repr(problem), kinds=kinds)
            with suppress(Exception):  # the object itself could not be made
                answer.steps = outcomes(self._solution[call.entry], call) if call.then else ()
        self._known[digest(call)] = answer
        return given(answer)

    def recall(self, call: Call) -> Any:
        """What is known of a question, or nonsense."""
        return given(self._known.get(digest(call), self._last[call.entry]))

    def recall_or_none(self, call: Call) -> Any:
        """What is known of a question, or None."""
        return given(self._known.get(digest(call)))


def digest(call: Call) -> bytes:
    return hashlib.sha256(b"".join(bytes(part) for part in pack_question(call.fields()))).digest()


def given(answer: Any) -> Any:
    if isinstance(answer, Failed):
        raise answer
    return copy.deepcopy(answer)


def faults(drawn: Drawn, answer: Answer) -> list[str]:
    """The checks that compare and have something against the answers."""
    return [
        check.name
        for number, check in enumerate(drawn.checks)
        if check.ask in (Ask.ANSWER, Ask.AFTER, Ask.STEPS)
        and any(check.examine(Answering(answer), case) for case in drawn.cases(number))
    ]


@pytest.mark.parametrize("slug", of_today(PROBLEMS, 12))
def test_a_table_of_the_fixed_questions_is_refused(slug: str, cache: Path) -> None:
    prepared = Prepared(PROBLEMS.folder(slug), PROBLEMS[slug].version, cache)
    table = Table(prepared.folder)
    assert faults(Drawn(prepared, None), table.learn) == []
    recall = table.recall_or_none if slug in ANY_ANSWER else table.recall
    assert faults(Drawn(prepared, None), recall) == []
    for seed in SEEDS:
        refused, model = faults(Drawn(prepared, seed), recall), Table(prepared.folder).learn
        assert refused
        assert faults(Drawn(prepared, seed), model) == []
        assert faults(Drawn(prepared, seed), recall) == refused


LOADED = """
import sys
from pathlib import Path
from sharpen.judge.prepared import Prepared
prepared = Prepared(Path(sys.argv[1]), "", None)
for number in range(len(prepared.checks)):
    prepared.draw(number, 1)
print(*({"sklearn", "scipy"} & set(sys.modules)))
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    "slug", of_today([problem.slug for problem in PROBLEMS.values() if problem.profile is not Profile.SCIPY], 15)
)
def test_drawing_loads_no_library_that_takes_long(slug: str) -> None:
    """scikit-learn takes a second, at the first verdict of every judge."""
    command = [sys.executable, "-c", LOADED, str(PROBLEMS.folder(slug))]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout.split() == []
